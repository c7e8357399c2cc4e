// What nobody may do too often, and who may do nothing.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Draft, Submission, SubmissionInput } from '../../../schema/record/submission.ts'
import type { Actor, DiscordActor } from '../../../schema/verbs/actor.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { sha256 } from '../../../worker/registry/people/people.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { ANNA, addition, failure, rows } from './submissions.ts'

const DAY_MS = 86_400_000
const NOON = Date.parse('2027-05-01T12:00:00Z')

/** The registry some days later, where each burst passes unless a test says otherwise. */
const onDay = (days: number, around: Parameters<typeof createRegistry>[1] = {}) =>
  createRegistry(env.DB, { now: () => new Date(NOON + days * DAY_MS), ...around })

let names = 0
const anything = () => addition(`Limited ${++names}`)
let people = 0
const aPerson = (): DiscordActor => ({
  kind: 'discord',
  discordId: `6000000000000000${String(++people).padStart(2, '0')}`,
  name: 'Person',
})
let networks = 0
const from = (address = `198.18.${++networks}.1`): Actor => ({ kind: 'anonymous', address })

const submit = async (actor: Actor, input: SubmissionInput = anything(), days = 0): Promise<Submission> =>
  (await onDay(days, { submissionsPerDay: 20 }).submit(actor, input, { door: 'http' })).submission

/** How many of so many at once are taken; the others are refused for being too many. */
async function takenAtOnce(count: number, act: (n: number) => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, n) => act(n)))
  const refused = results.filter((result) => result.status === 'rejected')
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'rate_limited' })
  return count - refused.length
}

beforeAll(async () => {
  if (ANNA.kind === 'discord') await onDay(0).addMaintainer('console', ANNA.discordId, 'Anna')
})

describe('a day', () => {
  it('takes twenty of sixty submissions that one address sends at once', async () => {
    const sender = from()
    expect(await takenAtOnce(60, () => submit(sender))).toBe(20)
    expect(await failure(submit(sender))).toMatchObject({
      code: 'rate_limited',
      details: { retryAfter: 12 * 3600 },
    })
    await submit(sender, anything(), 1)
  })

  it('counts the addresses of one /64 as one, and those of a /48 together, with a larger number', async () => {
    const few = onDay(0, { submissionsPerDay: 1 })
    const send = (address: string) => few.submit(from(address), anything(), { door: 'http' })
    await send('2001:db8:64:1::1')
    expect(await failure(send('2001:db8:64:1:ffff::2'))).toMatchObject({ code: 'rate_limited' })
    for (const link of [2, 3, 4, 5]) await send(`2001:db8:64:${link}::1`)
    expect(await failure(send('2001:db8:64:6::1'))).toMatchObject({ code: 'rate_limited' })
    await send('2001:db8:65:1::1')
  })

  it('counts a person once, whichever door they take', async () => {
    const one = onDay(0, { submissionsPerDay: 1 })
    const person = aPerson()
    const { token } = await one.addMaintainer('console', person.discordId, person.name)
    const { token: secret } = await one.startSession(person.discordId, person.name)
    const id = await sha256(secret)
    await one.submit({ kind: 'token', token }, anything(), { door: 'http' })
    for (const actor of [person, { kind: 'session', id } as const])
      expect(await failure(one.submit(actor, anything(), { door: 'http' }))).toMatchObject({
        code: 'rate_limited',
      })
  })

  it('takes a hundred changes of one sender, and a hundred new watches', async () => {
    const sender = from()
    const ids = [await submit(sender), await submit(sender), await submit(sender)].map(({ id }) => id)
    const edit = (which: number) =>
      onDay(0).editSubmission(sender, ids[which] ?? '', { version: 1, reason: 'Another reason' })
    await edit(0)
    await rows("update daily_counts set count = 99 where day = '2027-05-01' and counted = 'changes'")
    await edit(1)
    expect(await failure(edit(2))).toMatchObject({ code: 'rate_limited' })
    const server = { kind: 'channel', channelId: '700000000000000064', guildId: '64' } as const
    await onDay(0).addWatch(server, { kind: 'everything' })
    await rows("update daily_counts set count = 99 where day = '2027-05-01' and counted = 'watches'")
    expect(await takenAtOnce(5, () => onDay(0).addWatch(server, { kind: 'everything' }))).toBe(1)
  })

  it('keeps what it counts by keyed hashes alone, and their key for one day more', async () => {
    const address = '198.51.100.77'
    const person = aPerson()
    await submit(from(address), anything(), 10)
    await submit(person, anything(), 10)
    const kept = JSON.stringify(await rows('select * from daily_counts'))
    expect(kept).not.toContain(address)
    expect(kept).not.toContain(person.discordId)
    // Without the key all addresses there are could be tried, within minutes.
    for (const text of [address, `2027-05-11 ${address}`, person.discordId])
      expect(kept).not.toContain(await sha256(text))
    const [{ secret }] = (await rows("select secret from daily_secrets where day = '2027-05-11'")) as [
      { secret: string },
    ]
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    await submit(from(), anything(), 12)
    const days = await rows('select day from daily_secrets order by day')
    expect(days).toEqual([{ day: '2027-05-13' }])
  })
})

describe('a burst', () => {
  const KEYS: string[] = []
  const bursting = onDay(20, { admit: async (key) => KEYS.push(key) > 0 && false })
  const person = aPerson()

  it.each([
    ['a submission', () => bursting.submit(from(), anything(), { door: 'http' })],
    ['an edit', () => bursting.editSubmission(from(), 'x', { version: 1, reason: 'x' })],
    ['an answer', () => bursting.answerSubmission(person, 'x', 'x')],
    ['a withdrawal', () => bursting.withdrawSubmission(person, 'x')],
    ['a form', () => bursting.admit(from(), 'form')],
    ['a sign-in', () => bursting.admit(from(), 'signIn')],
  ])('of %s is refused before any query', async (_what, act) => {
    const { sent } = bursting.countQueries()
    expect(await failure(act())).toMatchObject({ code: 'rate_limited', details: { retryAfter: 60 } })
    expect(bursting.countQueries().sent).toBe(sent)
  })

  it('is counted by network and by submission, and its keys tell nothing of either', async () => {
    const seen: string[] = []
    const listening = onDay(20, { admit: async (key) => seen.push(key) > 0 })
    const keysOf = async (act: () => Promise<unknown>) => {
      seen.length = 0
      await act().catch(() => {})
      return [...seen]
    }
    const edit = (address: string, id: string) =>
      keysOf(() => listening.editSubmission(from(address), id, { version: 1, reason: 'x' }))
    const [network, submission] = await edit('2001:db8:70::1', 'one')
    expect(await edit('2001:db8:70::2', 'two')).toEqual([network, expect.not.stringContaining('two')])
    expect((await edit('198.51.100.9', 'one'))[1]).toBe(submission)
    expect(network).toMatch(/^[0-9a-f]{64}$/)
  })

  it('of nobody known by address is none: what is missing is said instead', async () => {
    const error = await failure(
      onDay(20).submit({ kind: 'anonymous', address: undefined }, anything(), { door: 'http' }),
    )
    expect(error.code).toBe('unavailable')
    expect(error.message).toContain('CF-Connecting-IP')
    await onDay(20).admit({ kind: 'anonymous', address: undefined }, 'signIn')
  })
})

describe('a submission', () => {
  it('has fifty versions, and can be withdrawn and decided after that', async () => {
    const sender = from()
    const { id, reference } = await submit(sender, anything(), 30)
    const edit = (version: number) =>
      onDay(30).editSubmission(sender, id, { version, reason: `Reason ${version}` })
    for (let version = 1; version < 50; version++) await edit(version)
    expect(await failure(edit(50))).toMatchObject({ code: 'rate_limited' })
    await onDay(30).editSubmission(ANNA, reference, { version: 50, reason: 'By a maintainer' })
    await onDay(30).withdrawSubmission(sender, id)
  })

  it('takes at most 16 KiB, with each of its lists and with what an edit adds', async () => {
    const source = 's'.repeat(500)
    const evidence = (value: string | string[]) =>
      Array.from({ length: 20 }, () => ({ field: 'cautions', source, value }) as const)
    const large = { ...anything(), evidence: evidence('v'.repeat(300)) }
    const error = await failure(submit(from(), large))
    expect(error).toMatchObject({ code: 'invalid', message: expect.stringContaining('16 KiB') })
    const sender = from()
    const { id } = await submit(sender, { ...anything(), evidence: evidence('v') })
    const otherUrls = Array.from({ length: 12 }, (_, n) => `https://data.org/${'p'.repeat(460)}${n}`)
    expect(
      await failure(onDay(0).editSubmission(sender, id, { version: 1, resource: { otherUrls } })),
    ).toMatchObject({ code: 'invalid', message: expect.stringContaining('16 KiB') })
  })

  it.each([
    ['notes', ['a', 'b']],
    ['cautions', Array.from({ length: 11 }, (_, n) => `Caution ${n}`)],
    ['countries', Array.from({ length: 251 }, (_, n) => `C${n}`)],
  ] as const)('has no evidence of %s with a list that is too long', async (field, value) => {
    const input = { ...anything(), evidence: [{ field, value: [...value], source: 'A paper' }] }
    expect(await failure(submit(from(), input as SubmissionInput))).toMatchObject({ code: 'invalid' })
  })
})

describe('drafts', () => {
  const DRAFT: Draft = { url: '', name: '', organization: '', has: [], lacks: [], notes: '' }

  it('are ten a person, of which the oldest gives way', async () => {
    const person = aPerson()
    const ids: string[] = []
    for (let n = 0; n < 12; n++) {
      const later = onDay(40, { now: () => new Date(NOON + 40 * DAY_MS + n * 1000) })
      ids.push((await later.saveDraft(person, { ...DRAFT, name: `Draft ${n}` })).id)
    }
    const [first = '', second = '', third = ''] = ids
    for (const id of [first, second])
      expect(await failure(onDay(40).getDraft(person, id))).toMatchObject({ code: 'not_found' })
    expect(await onDay(40).getDraft(person, third)).toMatchObject({ name: 'Draft 2' })
  })

  it('are saved a hundred times a day, and take at most 16 KiB', async () => {
    const person = aPerson()
    await onDay(41).saveDraft(person, DRAFT)
    await rows("update daily_counts set count = 98 where day = '2027-06-11' and counted = 'drafts'")
    expect(await takenAtOnce(5, () => onDay(41).saveDraft(person, DRAFT))).toBe(2)
    const large = { ...DRAFT, notes: 'n'.repeat(17_000) }
    expect(await failure(onDay(41).saveDraft(aPerson(), large))).toMatchObject({ code: 'invalid' })
  })

  it('of somebody else are not discarded, and that is said', async () => {
    const person = aPerson()
    const { id } = await onDay(42).saveDraft(person, DRAFT)
    expect(await failure(onDay(42).discardDraft(aPerson(), id))).toMatchObject({ code: 'not_found' })
    expect(await onDay(42).getDraft(person, id)).toEqual(DRAFT)
  })
})

describe('a block', () => {
  const registry = onDay(50)
  const draft: Draft = { url: '', name: '', organization: '', has: [], lacks: [], notes: '' }
  const isRefused = async (act: Promise<unknown>) =>
    expect(await failure(act)).toMatchObject({ code: 'forbidden' })

  it('of a person on Discord holds at every verb until it is lifted', async () => {
    const pest = aPerson()
    const first = await submit(pest, anything(), 50)
    const other = await submit(pest, anything(), 50)
    await registry.decideSubmission(ANNA, other.reference, { decision: 'ask', reason: 'Which?' })
    const { watch } = await registry.addWatch({ kind: 'person', actor: pest }, { kind: 'everything' })
    expect(await registry.setBlocked(ANNA, first.reference, true, 'Spam.')).toEqual({ hasAccount: true })
    const server = { kind: 'channel', channelId: '700000000000000065', guildId: '65' } as const
    for (const act of [
      () => submit(pest, anything(), 50),
      () => registry.saveDraft(pest, draft),
      () => registry.editSubmission(pest, other.reference, { version: 2, reason: 'x' }),
      () => registry.editSubmission(from(), other.id, { version: 2, reason: 'x' }),
      () => registry.answerSubmission(pest, other.id, 'This.'),
      () => registry.withdrawSubmission(pest, first.id),
      () => registry.addWatch({ kind: 'person', actor: pest }, { kind: 'resource', slug: 'covid-ct' }),
      () => registry.addWatch({ ...server, actor: pest }, { kind: 'everything' }),
    ])
      await isRefused(act())
    await registry.endWatch({ kind: 'person', actor: pest }, watch.id)
    await registry.setBlocked(ANNA, other.reference, false)
    await registry.answerSubmission(pest, other.id, 'This.')
    await submit(pest, anything(), 50)
  })

  it('of an unknown sender holds for the submission, their contact, and their network for a day', async () => {
    const address = '2001:db8:51:1::1'
    const sender = from(address)
    const contact = 'Pest@Spam.example'
    const first = await submit(sender, { ...anything(), submitter: { contact } }, 50)
    const other = await submit(sender, anything(), 50)
    expect(await registry.setBlocked(ANNA, first.reference, true)).toEqual({ hasAccount: false })
    const review = await registry.reviewSubmission(ANNA, other.reference)
    expect(review.submitter.isBlocked).toBe(true)
    for (const act of [
      () => submit(from('2001:db8:51:1::2'), anything(), 50),
      () => submit(from(), { ...anything(), submitter: { contact: ' pest@spam.example' } }, 50),
      () => registry.editSubmission(from(), first.id, { version: 1, reason: 'x' }),
      () => registry.withdrawSubmission(from(), other.id),
      () => submit(sender, anything(), 51),
    ])
      await isRefused(act())
    await submit(from('2001:db8:51:2::1'), anything(), 50)
    await submit(sender, anything(), 52)
    await isRefused(submit(sender, { ...anything(), submitter: { contact } }, 52))
  })

  it('keeps its record when it is lifted', async () => {
    const { reference, id } = await submit(
      from(),
      { ...anything(), submitter: { contact: 'a@b.example' } },
      60,
    )
    const sixty = onDay(60)
    await sixty.setBlocked(ANNA, reference, true, 'A mistake.')
    await sixty.setBlocked(ANNA, reference, true, 'Again.')
    await sixty.setBlocked(ANNA, reference, false)
    const kept = await rows(
      `select subject, reason, blocked_by, lifted_by, lifted_at from blocks
       where submission_id = (select id from submissions where capability = ?)`,
      id,
    )
    expect(kept).toHaveLength(4)
    for (const row of kept)
      expect(row).toMatchObject({ reason: 'A mistake.', lifted_at: '2027-06-30T12:00:00.000Z' })
    expect(kept.every((row) => row.blocked_by === row.lifted_by && row.blocked_by !== null)).toBe(true)
  })
})

describe('a thousand submissions that wait', () => {
  it('make the next one little dearer', async () => {
    const cost = async (address: string) => {
      const { DB, counts } = watchedDatabase(env.DB)
      const registry = createRegistry(DB, { now: () => new Date(NOON + 70 * DAY_MS) })
      const input = anything()
      await registry.previewSubmission(from(address), input)
      const preview = counts.rowsRead
      await registry.submit(from(address), input, { door: 'http' })
      return { preview, submit: counts.rowsRead - preview }
    }
    const before = await cost('198.51.100.70')
    await rows(`
      with recursive many (n) as (select 1 union all select n + 1 from many where n < 1000)
      insert into submissions
        (capability, reference, kind, state, version, content, thread, door, created_at, updated_at)
      select 'many-' || n, 'M-' || n, 'addition', 'pending', 1,
        json_set(content, '$.resource.name', 'Many ' || n, '$.resource.url', 'https://many.example/' || n), '[]', 'http', '2027-07-01', '2027-07-01'
      from many, (select content from submissions where kind = 'addition' order by id desc limit 1)`)
    const after = await cost('198.51.100.71')
    expect(after.preview - before.preview).toBeLessThanOrEqual(200)
    expect(after.submit - before.submit).toBeLessThanOrEqual(10)
  })
})
