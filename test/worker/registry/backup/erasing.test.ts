// A person is erased from every column, and what was rewritten is what a restore makes of it.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalAddress } from '../../../../schema/record/values/addresses/address.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { getText } from '../../api/get.ts'
import { ANNA, addition, failure, rows, STRANGER, sent } from '../submissions.ts'
import { dumpTables, restored, useRegistry } from './used-registry.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })

const MARY = {
  kind: 'discord',
  discordId: '117117117117117117',
  name: 'Mary Markedname',
  locale: 'de',
} as const
const CONTACT = 'mary@markedcontact.example'
/** All that names her, or that she wrote to maintainers alone. */
const MARKS = [
  MARY.name,
  MARY.discordId,
  CONTACT,
  'Markedname',
  'markedcontact',
  '117117117117117117',
  'Markedword',
]

const tables = async () => JSON.stringify(await dumpTables())
const marksIn = (text: string) => MARKS.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))

/** The rows that name her, by table. */
const linesWithMarks = (dump: Awaited<ReturnType<typeof dumpTables>>) =>
  Object.entries(dump).flatMap(([table, rows]) =>
    rows.map((row) => `${table} ${JSON.stringify(row)}`).filter((line) => marksIn(line).length > 0),
  )

const words = `Ask ${MARY.name}, ${CONTACT} or <@${MARY.discordId}>.`
const evidence = [{ field: 'access', value: 'open', source: `A mail of ${words}` }] as const

/** What jobs note of a resource with a text that must go, wherever a site can put one. */
async function noteOf(slug: string, text: string, url: string): Promise<void> {
  const resources = await rows<{ id: number }>('select id from resources where slug = ?', slug)
  const resourceId = resources[0]?.id ?? 0
  const { due } = await registry.listLinkWork()
  const looked = due
    .filter((link) => link.resourceId === resourceId)
    .map((link) => ({
      link,
      nextAt: '2026-12-01T00:00:00.000Z',
      state: {
        ...link.state,
        ...{ verdict: 'changed' as const, since: '2026-11-30T00:00:00.000Z', finalUrl: `${url}?${text}` },
        ...{
          finding: 'moved' as const,
          saying: `Says ${text}`,
          identity: { title: text, name: text, doi: text },
        },
      },
    }))
  expect(looked).not.toEqual([])
  const copies = looked.map(({ link }) => ({
    ...{ id: link.id, address: link.address, archivedUrl: `https://web.archive.org/${text}` },
  }))
  await registry.recordLooks({ looked, copies, saved: [] })
  await registry.recordUpstream([{ resourceId, before: { name: text, url: `${url}/${text}` } }])
}

const candidate = (text: string, url: string) => ({
  ...{ source: 'datacite' as const, url: `${url}?found`, publisher: text, addresses: [`data.org/${text}`] },
  ...{ signs: ['imagesInTitle' as const], score: 9 },
  found: {
    isPaper: false,
    fields: { name: text },
    evidence: [{ field: 'name' as const, source: `${url}/${text}` }],
  },
})

async function decide(key: string, decision: 'approve' | 'reject' | 'ask', reason = words) {
  const { submission } = await registry.getSubmission(ANNA, key)
  return registry.decideSubmission(ANNA, key, { decision, reason, version: submission.version })
}

/** She uses every verb that anyone can, and others write of her. */
async function useAsMary(): Promise<void> {
  const submit = (name: string, key: string) =>
    registry
      .submit(
        MARY,
        {
          ...addition(name, { notes: `Markedword ${words}`, cautions: [words] }),
          evidence: [...evidence],
          reason: words,
        },
        { door: 'discord', idempotencyKey: `${key} ${MARY.discordId}` },
      )
      .then(({ submission }) => submission.reference)
  const approved = await submit('Approved of hers', 'a')
  await decide(approved, 'ask')
  await registry.answerSubmission(MARY, approved, `Markedword ${words}`)
  await decide(approved, 'approve')
  const rejected = await submit('Rejected of hers', 'b')
  await decide(rejected, 'reject')
  await registry.setBlocked(ANNA, rejected, true, words)
  await registry.setBlocked(ANNA, rejected, false)
  await submit('Waiting of hers', 'c')
  const other = await sent(registry, addition('Of another', { cautions: [`Write to ${CONTACT}`] }))
  await decide(other.reference, 'approve', `So says <@${MARY.discordId}>`)
  await noteOf('of-another', CONTACT, 'https://data.org')
  await registry.offerCandidates([candidate(CONTACT, 'https://data.org/of-another')], { isWhole: false })
  await registry.addWatch({ kind: 'person', actor: MARY }, { kind: 'everything' })
  const { watch } = await registry.addWatch(
    { kind: 'person', actor: MARY },
    { kind: 'resource', slug: 'eurorad' },
  )
  await registry.endWatch({ kind: 'person', actor: MARY }, watch.id)
  await registry.saveDraft(MARY, { url: '', name: words, organization: '', has: [], lacks: [], notes: words })
  await registry.addMaintainer('console', MARY.discordId, MARY.name)
  await registry.startSession(MARY.discordId, MARY.name)
  await env.DB.prepare('update people set contact = ? where discord_id = ?')
    .bind(CONTACT, MARY.discordId)
    .run()
  await env.DB.prepare(
    `update deliveries set last_error = ? where target = 'person:' || (select id from people where discord_id = ?)`,
  )
    .bind(words, MARY.discordId)
    .run()
  await env.DB.prepare(
    `insert into blocks (subject, submission_id, blocked_by, blocked_at) values (?, 1, 1, '')`,
  )
    .bind(`contact:${CONTACT}`)
    .run()
}

let versions: unknown

beforeAll(async () => {
  await useRegistry(registry)
  await useAsMary()
  versions = await rows('select subject, subject_id, version, action, at, person_id from changes')
})

describe('a person', () => {
  it('is in many tables', async () => {
    expect(marksIn(await tables())).toEqual(MARKS)
    expect(await registry.findPersonalData(MARY)).toEqual({
      personId: expect.any(Number),
      name: MARY.name,
      isMaintainer: true,
      isBlocked: false,
      submissions: 3,
      watches: 1,
      drafts: 1,
    })
  })

  it('who maintains the registry, or who is not known, is not erased', async () => {
    expect(await failure(registry.erasePerson(MARY))).toMatchObject({ code: 'conflict' })
    expect(await failure(registry.erasePerson({ personId: 999 }))).toMatchObject({ code: 'not_found' })
    await registry.removeMaintainer('console', MARY.discordId)
  })

  it('is erased from every column, and the numbers of the history stay', async () => {
    await registry.erasePerson({ discordId: MARY.discordId })
    expect(linesWithMarks(await dumpTables())).toEqual([])
    expect(await rows('select subject, subject_id, version, action, at, person_id from changes')).toEqual(
      versions,
    )
    expect(await registry.findPersonalData({ discordId: MARY.discordId })).toBeUndefined()
    const { items } = await registry.listChanges({ slug: 'approved-of-hers', size: 1 })
    expect(items[0]?.reason).toBe('Ask [erased], [erased] or <@[erased]>.')
    expect(await getText('/v1/export.json')).toContain('Ask [erased], [erased] or <@[erased]>.')
  })

  it('leaves nothing that a search finds', async () => {
    const found = async (q: string) =>
      (await registry.listResources({ text: q, filter: {}, order: 'match', size: 9 })).items
    expect(await found('markedcontact')).toEqual([])
    expect(await rows(`select word from words where word like 'marked%'`)).toEqual([])
    expect((await found('approved of hers')).map(({ slug }) => slug)).toContain('approved-of-hers')
  })

  it('known by an anonymous submission is erased by number', async () => {
    const { submission } = await registry.submit(
      { kind: 'anonymous', address: '198.51.100.7' },
      { ...addition('By mail'), submitter: { name: MARY.name, contact: CONTACT } },
      { door: 'http' },
    )
    const [{ id } = { id: 0 }] = await rows<{ id: number }>('select max(id) as id from people')
    await registry.erasePerson({ personId: id })
    expect(marksIn(await tables())).toEqual([])
    expect(await failure(registry.getSubmission(STRANGER, submission.id))).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a redaction', () => {
  const TEXT = 'Redactme'
  const url = 'https://data.org/redactme'
  let reference = ''

  it('is of nothing that is listed, and by maintainers alone', async () => {
    const { reference: added } = await sent(registry, {
      ...addition(`${TEXT} one`, {
        slug: 'taken-down',
        url,
        notes: TEXT,
        origins: [TEXT],
        derivedFrom: ['covid-ct'],
      }),
      reason: TEXT,
    })
    reference = added
    await decide(added, 'approve', TEXT)
    const slug = 'taken-down'
    await noteOf(slug, TEXT, url)
    await registry.offerCandidates([{ ...candidate(TEXT, url), addresses: [canonicalAddress(url) ?? ''] }], {
      isWhole: false,
    })
    const { items: offered } = await registry.listCandidates(ANNA, { state: 'offered', size: 9 })
    const id = offered.find(({ publisher }) => publisher === TEXT)?.id ?? 0
    await registry.declineCandidate(ANNA, id, `Listed: ${TEXT}`)
    const redact = (actor = ANNA, version?: number) =>
      failure(registry.redactResource(actor, slug, { reason: 'Malware.', version }))
    expect(await redact()).toMatchObject({ code: 'conflict' })
    expect(await redact(STRANGER)).toMatchObject({ code: 'forbidden' })
    expect(await redact(ANNA, 9)).toMatchObject({ code: 'not_found' })
    const { version } = await registry.getSubmission(ANNA, added).then(({ submission }) => submission)
    await registry.undoDecision(ANNA, added, version)
    expect(await redact()).toMatchObject({ code: 'conflict', message: expect.stringContaining(added) })
    await decide(added, 'reject', TEXT)
  })

  it('takes every text and address out of all versions, and says who, when and why', async () => {
    const count = await rows('select count(*) as n from changes')
    const slug = 'taken-down'
    const preview = await registry.previewRedaction(ANNA, { slug })
    expect(preview).toEqual({ name: `${TEXT} one`, versions: 6, submissions: [reference] })
    const input = { reason: 'It served malware.', versions: 5 }
    expect(await failure(registry.redactResource(ANNA, slug, input))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('6 versions now'),
    })
    const result = await registry.redactResource(ANNA, slug, { ...input, versions: 6 })
    expect(result.versions).toBe(6)
    expect(await registry.redactResource(ANNA, slug, { ...input, versions: 6 })).toEqual(result)
    expect((await registry.listActions(ANNA, { size: 2 })).items).toMatchObject([
      {
        action: 'redact',
        subject: { kind: 'resource', key: slug },
        reason: input.reason,
        by: { name: 'Anna' },
      },
      { action: 'reject', reason: '[redacted]' },
    ])
    // The slug stays: it is the address of the page that says so.
    expect((await tables()).match(/.{30}redactme.{10}/gi) ?? []).toEqual([])
    expect(await rows('select count(*) as n from changes')).toEqual(count)
    const { items } = await registry.listChanges({ slug: 'taken-down', size: 5 })
    expect(items.map(({ reason }) => reason)).toEqual(
      Array(2).fill(expect.stringMatching(/^Redacted on \d+ \w+ \d{4}: It served malware\.$/)),
    )
    expect(
      await rows('select person_id, reason from redactions where subject = ?', 'resource'),
    ).toContainEqual({
      person_id: expect.any(Number),
      reason: 'It served malware.',
    })
    expect(await registry.getSubmission(ANNA, reference)).toMatchObject({
      submission: { state: 'rejected', resource: { name: '[redacted]' }, reason: '[redacted]' },
    })
  })

  it('of a submission takes its texts', async () => {
    const { reference: key } = await sent(registry, addition(`${TEXT} two`))
    const redact = () => failure(registry.redactSubmission(ANNA, key, { reason: 'A patient.' }))
    expect(await redact()).toMatchObject({ code: 'conflict' })
    await decide(key, 'reject', TEXT)
    expect(await failure(registry.previewRedaction(STRANGER, { submission: key }))).toMatchObject({
      code: 'forbidden',
    })
    expect(await registry.previewRedaction(ANNA, { submission: key })).toEqual({
      name: `${TEXT} two`,
      versions: 2,
      submissions: [key],
    })
    await registry.redactSubmission(ANNA, key, { reason: 'A patient.' })
    expect((await registry.listActions(ANNA, { size: 1 })).items).toMatchObject([
      { action: 'redact', subject: { kind: 'submission', key }, reason: 'A patient.' },
    ])
    expect((await tables()).match(/redactme.two/gi) ?? []).toEqual([])
  })

  it('of a submission takes what the search for data sets found of it', async () => {
    const found = 'https://data.org/redactme-found'
    await registry.offerCandidates([candidate(`${TEXT}-found`, found)], { isWhole: false })
    const { items: offered } = await registry.listCandidates(ANNA, { state: 'offered', size: 9 })
    const id = offered.find(({ publisher }) => publisher === `${TEXT}-found`)?.id ?? 0
    const { submission = '' } = await registry.takeUpCandidate(ANNA, id)
    await decide(submission, 'reject', TEXT)
    await registry.redactSubmission(ANNA, submission, { reason: 'A patient.' })
    expect((await tables()).match(/.{30}redactme.{10}/gi) ?? []).toEqual([])
    expect(await registry.getCandidate(ANNA, id)).toMatchObject({ name: '[redacted]', submission })
  })

  it('of one version takes what maintainers wrote of it, and no more', async () => {
    const { reference: key } = await sent(registry, addition('Of many versions'))
    const { slug = '' } = await registry.decideSubmission(ANNA, key, { decision: 'approve', version: 1 })
    const latest = async () => (await registry.listChanges({ slug, size: 1 })).items[0]?.sequence ?? 0
    await registry.revertChange(ANNA, await latest(), 1, `Not so: ${TEXT}.`)
    await registry.revertChange(ANNA, await latest(), 2, 'After all.')
    expect(await registry.previewRedaction(ANNA, { slug, version: 2 })).toMatchObject({ versions: 1 })
    await registry.redactResource(ANNA, slug, { version: 2, reason: 'A patient.' })
    expect((await tables()).match(/not so: redactme/gi) ?? []).toEqual([])
    expect((await registry.listActions(ANNA, { size: 3 })).items).toMatchObject([
      { action: 'redact', version: 2, reason: 'A patient.' },
      { action: 'revert', version: 3, reason: 'After all.' },
      { action: 'revert', version: 2, reason: '[redacted]' },
    ])
    expect((await registry.getResource(slug)).record).toMatchObject({
      name: 'Of many versions',
    })
  })

  it('is the only change that the log takes', async () => {
    const update = (set: string) => env.DB.prepare(`update changes set ${set} where sequence = 1`).run()
    await expect(update(`record = '{}'`)).rejects.toThrow('append-only')
    await expect(update('redaction_id = 1')).rejects.toThrow('append-only')
    await expect(env.DB.prepare('delete from redactions').run()).rejects.toThrow('stays on record')
  })

  it('leaves the tables as a restore makes them', async () => {
    const sorted = (dump: Awaited<ReturnType<typeof dumpTables>>) =>
      Object.fromEntries(
        // A backup has no counters of the day, and addresses are looked at anew.
        Object.entries(dump)
          .filter(([name]) => !name.startsWith('daily_') && name !== 'links')
          .map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]),
      )
    const before = sorted(await dumpTables())
    await restored()
    expect(sorted(await dumpTables())).toEqual(before)
  })
})
