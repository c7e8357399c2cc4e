import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { ResourceQuery } from '../../../schema/verbs/resources.ts'
import { SUBMISSION_STATES } from '../../../schema/vocabulary.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { withoutLink } from '../../support/without-link.ts'
import { ANNA, addition, BERT, failure, rows, SENDER, STRANGER, sent } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
let annasToken: Actor

beforeAll(async () => {
  if (ANNA.kind !== 'discord' || BERT.kind !== 'discord') return
  annasToken = {
    kind: 'token',
    token: (await registry.addMaintainer('console', ANNA.discordId, ANNA.name)).token,
  }
  await registry.addMaintainer(ANNA, BERT.discordId, BERT.name)
})

const ofSubmission = (reference: string) =>
  rows(
    `select action, version, person_id is not null as someone from changes where subject = 'submission'
     and subject_id = (select cast(id as text) from submissions where reference = ?) order by sequence`,
    reference,
  )

const ofResource = (slug: string) =>
  rows(
    `select action, version from changes where subject = 'resource'
     and subject_id = (select cast(id as text) from resources where slug = ?) order by sequence`,
    slug,
  )

const correction = (changes: object, given: object = {}): SubmissionInput => ({
  kind: 'correction',
  slug: 'covid-ct',
  baseVersion: 1,
  changes,
  reason: 'Because.',
  ...given,
})

describe('an approved addition', () => {
  it('is listed, with a slug of its name, and its change names the submission', async () => {
    const { reference } = await sent(
      registry,
      addition('Lung Ultrasound Atlas', { availability: { ultrasound: 'yes' } }),
    )
    const decided = await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    expect(decided).toMatchObject({ state: 'approved', slug: 'lung-ultrasound-atlas', version: 2 })
    const { resource } = await registry.resolveResource('lung-ultrasound-atlas')
    expect(resource).toMatchObject({ position: 15, version: 1, status: 'unknown', references: [] })
    expect(await ofSubmission(reference)).toEqual([
      { action: 'submitted', version: 1, someone: 1 },
      { action: 'approved', version: 2, someone: 1 },
    ])
    const { items } = await registry.listChanges({ slug: resource.slug, size: 5 })
    expect(items).toMatchObject([
      { action: 'added', version: 1, submission: reference, after: withoutLink(resource) },
    ])
    const slugs = async (query: Omit<ResourceQuery, 'size'>) =>
      (await registry.listResources({ ...query, size: 10 })).items.map(({ slug }) => slug)
    expect(await slugs({ filter: { cells: { ultrasound: ['yes'] } }, order: 'certain' })).toEqual([
      'covid-19-pocus-ultrasound',
      resource.slug,
    ])
    expect(await slugs({ filter: {}, text: 'atlas', order: 'match' })).toEqual([resource.slug])
    expect((await registry.resolveResource('https://data.org/lung-ultrasound-atlas')).resource.slug).toBe(
      resource.slug,
    )
  })

  it('is listed under the slug that it wishes for, unless that is taken, and keeps it', async () => {
    const listed = async (name: string, slug: string) => {
      const { reference } = await sent(registry, addition(name, { slug }))
      return (await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })).slug
    }
    expect(await listed('An atlas of lungs', 'lungs')).toBe('lungs')
    expect(await listed('Another atlas of lungs', 'lungs')).toBe('lungs-2')
    const [{ reference, version } = { reference: '', version: 0 }] = await rows<{
      reference: string
      version: number
    }>(
      "select reference, version from submissions where content ->> '$.resource.name' = 'Another atlas of lungs'",
    )
    const again = await registry.undoDecision(ANNA, reference, version)
    await registry.decideSubmission(ANNA, again.reference, { decision: 'approve', version: again.version })
    expect((await registry.getResource('lungs-2')).record).toMatchObject({ slug: 'lungs-2', version: 3 })
  })

  it('gets a slug of its own where the name is taken, and one where the name has no Latin letters', async () => {
    const approved = async (name: string, url: string) => {
      const { reference } = await sent(registry, addition(name, { url }))
      return (await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })).slug
    }
    expect(await approved('Same name', 'https://a.data.org/1')).toBe('same-name')
    expect(await approved('Same name', 'https://a.data.org/2')).toBe('same-name-2')
    expect(await approved('新冠肺炎影像', 'https://a.data.org/3')).toMatch(/^resource-[0-9a-z]{5}$/)
  })

  it('taken back leaves a tombstone, and may be approved again', async () => {
    const { reference } = await sent(registry, addition('Taken back'))
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    const undone = await registry.undoDecision(BERT, reference, 2)
    expect(undone).toMatchObject({ state: 'pending', version: 3 })
    expect((await registry.resolveResource('taken-back')).resource.status).toBe('removed')
    const again = await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 3 })
    expect(again).toMatchObject({ state: 'approved', slug: 'taken-back' })
    expect((await registry.resolveResource('taken-back')).resource).toMatchObject({
      status: 'unknown',
      version: 3,
    })
    expect(await ofResource('taken-back')).toEqual([
      { action: 'added', version: 1 },
      { action: 'removed', version: 2 },
      { action: 'restored', version: 3 },
    ])
  })
})

describe('an approved correction', () => {
  it('makes a new version with only what it names changed', async () => {
    const { reference } = await sent(
      registry,
      correction({ organization: 'UC San Diego', availability: { mrt: 'unknown' } }),
    )
    const before = (await registry.resolveResource('covid-ct')).resource
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    const after = (await registry.resolveResource('covid-ct')).resource
    expect(after).toEqual({
      ...before,
      organization: 'UC San Diego',
      availability: { ...before.availability, mrt: 'unknown' },
      version: 2,
      updatedAt: after.updatedAt,
    })
    expect(after.references).toHaveLength(2)
  })

  it('moves to its new address, and is found by the old one too', async () => {
    const { reference } = await sent(
      registry,
      correction({ url: 'https://radiopaedia.data.org/covid' }, { slug: 'radiopaedia' }),
    )
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    expect((await registry.resolveResource('https://radiopaedia.data.org/covid')).resource.slug).toBe(
      'radiopaedia',
    )
    expect((await registry.resolveResource('https://www.radiopaedia.org')).resource.slug).toBe('radiopaedia')
  })

  it('made from a version that has moved on waits for another look', async () => {
    const slug = { slug: 'eurorad' }
    const first = await sent(registry, correction({ name: 'Eurorad' }, slug))
    const second = await sent(registry, correction({ name: 'EURORAD' }, slug))
    await registry.decideSubmission(ANNA, first.reference, { decision: 'approve', version: 1 })
    const error = await failure(
      registry.decideSubmission(ANNA, second.reference, { decision: 'approve', version: 1 }),
    )
    expect(error).toMatchObject({ code: 'conflict', details: { conflict: 'stale_version', slug: 'eurorad' } })
    await registry.decideSubmission(ANNA, second.reference, {
      decision: 'approve',
      version: 1,
      resourceVersion: 2,
    })
    expect((await registry.resolveResource('eurorad')).resource).toMatchObject({
      name: 'EURORAD',
      version: 3,
    })
  })

  it('taken back leaves what came after, and can be approved again', async () => {
    const slug = { slug: 'coronacases' }
    const { reference } = await sent(registry, correction({ organization: 'RAIOSS' }, slug))
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    const later = await sent(
      registry,
      correction({ availability: { mrt: 'unknown' } }, { ...slug, baseVersion: 2 }),
    )
    await registry.decideSubmission(ANNA, later.reference, { decision: 'approve', version: 1 })
    await registry.undoDecision(ANNA, reference, 2)
    expect((await registry.resolveResource('coronacases')).resource).toMatchObject({
      organization: 'Radiology Artificial Intelligence',
      availability: { mrt: 'unknown' },
      version: 4,
    })
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 3 })
    expect((await registry.resolveResource('coronacases')).resource).toMatchObject({
      organization: 'RAIOSS',
      version: 5,
    })
  })
})

describe('an approved removal', () => {
  it('leaves a tombstone that keeps its slug and address and says why', async () => {
    const removal: SubmissionInput = {
      kind: 'removal',
      slug: 'bachrr-covid-chest-xray',
      baseVersion: 1,
      reason: 'The page is gone.',
    }
    const { reference } = await sent(registry, removal)
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1, reason: 'Checked.' })
    const { resource } = await registry.resolveResource('https://www.kaggle.com/bachrr/covid-chest-xray')
    expect(resource).toMatchObject({ slug: 'bachrr-covid-chest-xray', status: 'removed', version: 2 })
    expect((await registry.listChanges({ slug: resource.slug, size: 1 })).items).toMatchObject([
      { action: 'removed', reason: 'The page is gone.', submission: reference },
    ])
    const error = await failure(registry.submit(SENDER, removal, { door: 'http' }))
    expect(error).toMatchObject({ code: 'not_found' })
    await registry.undoDecision(ANNA, reference, 2)
    expect((await registry.resolveResource('bachrr-covid-chest-xray')).resource).toMatchObject({
      status: 'unknown',
      version: 3,
    })
  })
})

describe('a question', () => {
  it('waits for an answer, which makes the submission wait for a maintainer again', async () => {
    const { reference } = await sent(registry, addition('Asked about'))
    const asked = await registry.decideSubmission(ANNA, reference, {
      decision: 'ask',
      reason: 'Which licence?',
    })
    expect(asked).toMatchObject({ state: 'asked', thread: [{ by: 'maintainer', text: 'Which licence?' }] })
    const answered = await registry.answerSubmission(SENDER, reference, 'CC BY 4.0')
    expect(answered).toMatchObject({
      state: 'pending',
      thread: [
        { by: 'maintainer', text: 'Which licence?' },
        { by: 'submitter', text: 'CC BY 4.0' },
      ],
    })
    expect(await failure(registry.answerSubmission(SENDER, reference, 'again'))).toMatchObject({
      code: 'conflict',
    })
  })
})

describe('a rejection', () => {
  it('needs its words, and is known when the same comes again', async () => {
    const { reference } = await sent(registry, addition('Declined', { url: 'https://declined.data.org' }))
    expect(await failure(registry.decideSubmission(ANNA, reference, { decision: 'reject' }))).toMatchObject({
      code: 'invalid',
      details: { problems: [{ field: 'reason' }] },
    })
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'Not about COVID-19.' })
    const again = await sent(registry, addition('Declined once', { url: 'https://declined.data.org/' }))
    const review = await registry.reviewSubmission(ANNA, again.reference)
    expect(review.declined).toMatchObject([{ reference, decision: { reason: 'Not about COVID-19.' } }])
    expect(review.submitter).toMatchObject({ name: 'Sender', rejected: 1, isBlocked: false })
  })

  it('is known when the same comes again under any of its addresses', async () => {
    const { reference } = await sent(registry, addition('Refused', { url: 'https://refused.data.org/set' }))
    const { reference: second } = await sent(
      registry,
      addition('Refused by DOI', { url: 'https://doi.org/10.1234/refused.1' }),
    )
    for (const one of [reference, second])
      await registry.decideSubmission(ANNA, one, { decision: 'reject', reason: 'No images.' })
    const again = await sent(
      registry,
      addition('Comes again', {
        url: 'https://elsewhere.data.org/set',
        doi: '10.1234/REFUSED.1',
        otherUrls: ['http://www.refused.data.org/set/'],
      }),
    )
    const { declined } = await registry.reviewSubmission(ANNA, again.reference)
    expect(declined.map((one) => one.reference)).toEqual([second, reference])
    const { items } = await registry.listSubmissions(ANNA, { state: 'pending', text: 'comes again', size: 5 })
    expect(items.flatMap(({ flags }) => flags)).toContainEqual({ kind: 'declinedBefore', times: 2 })
  })

  it('taken back waits again, unless its address was taken meanwhile', async () => {
    const { reference } = await sent(registry, addition('Rejected', { url: 'https://rejected.data.org' }))
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    const other = await sent(registry, addition('In its place', { url: 'https://rejected.data.org' }))
    expect(await failure(registry.undoDecision(ANNA, reference, 2))).toMatchObject({ code: 'conflict' })
    await registry.withdrawSubmission(SENDER, other.reference)
    expect(await registry.undoDecision(ANNA, reference, 2)).toMatchObject({ state: 'pending' })
  })

  it('of a correction taken back keeps its new address again', async () => {
    const moved = correction({ url: 'https://moved.data.org' }, { slug: 'sirm-covid-19-database' })
    const { reference } = await sent(registry, moved)
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    await registry.undoDecision(ANNA, reference, 2)
    expect(
      await failure(
        registry.submit(SENDER, addition('Elsewhere', { url: 'https://moved.data.org' }), { door: 'http' }),
      ),
    ).toMatchObject({ details: { conflict: 'duplicate_submission' } })
  })
})

describe('exactly once', () => {
  it('a second decision is told who decided and when', async () => {
    const { reference } = await sent(registry, addition('Twice'))
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    const error = await failure(
      registry.decideSubmission(BERT, reference, { decision: 'reject', reason: 'No.' }),
    )
    expect(error).toMatchObject({ code: 'conflict', details: { conflict: 'already_decided' } })
    expect(error.message).toMatch(/^Anna already approved this, on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\.$/)
  })

  it('the same Idempotency-Key gives the decision that there is', async () => {
    const { reference } = await sent(registry, addition('Repeated'))
    const decide = () =>
      registry.decideSubmission(annasToken, reference, { decision: 'approve', version: 1 }, 'decision-1')
    const first = await decide()
    expect(await decide()).toEqual(first)
    const other = registry.decideSubmission(
      annasToken,
      reference,
      { decision: 'reject', reason: 'No.' },
      'decision-1',
    )
    expect(await failure(other)).toMatchObject({ details: { conflict: 'idempotency_key_reused' } })
  })

  it('a decision on a version that has changed meanwhile is refused', async () => {
    const { reference } = await sent(registry, addition('Moving'))
    await registry.editSubmission(SENDER, reference, { version: 1, reason: 'I forgot this.' })
    const error = await failure(
      registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 }),
    )
    expect(error).toMatchObject({ code: 'conflict', details: { conflict: 'stale_version' } })
  })

  it('of a hundred decisions at once one wins, and the others are told who', async () => {
    const { reference } = await sent(registry, addition('A hundred'))
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        registry.decideSubmission(
          [ANNA, BERT, annasToken][i % 3] ?? ANNA,
          reference,
          i % 2 === 0 ? { decision: 'approve', version: 1 } : { decision: 'reject', reason: 'No.' },
        ),
      ),
    )
    const won = results.filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'conflict', details: { conflict: 'already_decided' } })
    expect(await ofSubmission(reference)).toHaveLength(2)
    expect((await ofResource('a-hundred')).length).toBe(won[0]?.value.state === 'approved' ? 1 : 0)
    const deliveries = await rows<{ kind: string; change_version: number }>(
      'select kind, change_version from deliveries where submission_id = (select id from submissions where reference = ?) order by id',
      reference,
    )
    expect(deliveries).toEqual([
      { kind: 'review', change_version: 1 },
      { kind: 'submitter', change_version: 1 },
      { kind: 'review', change_version: 2 },
      { kind: 'submitter', change_version: 2 },
    ])
  })

  it('of twenty additions approved at once each is listed, at a place of its own', async () => {
    const references: string[] = []
    for (let i = 0; i < 20; i++)
      references.push(
        (await sent(registry, addition('Crowd', { url: `https://crowd.data.org/${i}` }))).reference,
      )
    await Promise.all(
      references.map((reference) =>
        registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 }),
      ),
    )
    const listed = await rows<{ slug: string }>("select slug from resources where name = 'Crowd'")
    expect(new Set(listed.map((row) => row.slug)).size).toBe(20)
  })
})

describe('only a maintainer', () => {
  it.each([
    [
      'decides',
      (actor: Actor, reference: string) =>
        registry.decideSubmission(actor, reference, { decision: 'approve', version: 1 }),
    ],
    ['takes back', (actor: Actor, reference: string) => registry.undoDecision(actor, reference, 1)],
    ['reviews', (actor: Actor, reference: string) => registry.reviewSubmission(actor, reference)],
    ['lists', (actor: Actor) => registry.listSubmissions(actor, { state: 'pending', size: 10 })],
    ['asks what is next', (actor: Actor, reference: string) => registry.getQueueEntry(actor, reference)],
    ['reverts', (actor: Actor) => registry.revertChange(actor, 1, 1, 'x')],
    ['blocks', (actor: Actor, reference: string) => registry.setBlocked(actor, reference, true)],
    ['makes maintainers', (actor: Actor) => registry.addMaintainer(actor, '555555555555555555', 'x')],
    ['unmakes maintainers', (actor: Actor) => registry.removeMaintainer(actor, '900000000000000001')],
    ['lists maintainers', (actor: Actor) => registry.listMaintainers(actor)],
  ])('%s', async (_, attempt) => {
    const { submission } = await registry.submit(STRANGER, addition(`Guarded ${_}`), { door: 'http' })
    for (const actor of [SENDER, STRANGER])
      for (const key of [submission.reference, submission.id])
        expect(await failure(attempt(actor, key))).toMatchObject({ code: 'forbidden' })
    for (const token of [
      '',
      'crm-1-aaaaaaaaaaaaaaaaaaaaaaaaaa',
      `${annasToken.kind === 'token' ? annasToken.token : ''}x`,
    ])
      expect(await failure(attempt({ kind: 'token', token }, submission.reference))).toMatchObject({
        code: 'unauthenticated',
      })
  })

  it('and not one any more', async () => {
    const clara: Actor = { kind: 'discord', discordId: '900000000000000003', name: 'Clara' }
    const { token } = await registry.addMaintainer(ANNA, '900000000000000003', 'Clara')
    await registry.listSubmissions({ kind: 'token', token }, { state: 'pending', size: 1 })
    await registry.removeMaintainer(ANNA, '900000000000000003')
    await registry.removeMaintainer(BERT, '900000000000000003')
    expect(await failure(registry.listMaintainers(clara))).toMatchObject({ code: 'forbidden' })
    expect(await failure(registry.listMaintainers({ kind: 'token', token }))).toMatchObject({
      code: 'unauthenticated',
    })
    expect(await failure(registry.removeMaintainer(ANNA, '900000000000000004'))).toMatchObject({
      code: 'not_found',
    })
    expect(JSON.stringify(await rows('select * from maintainers'))).not.toContain(token.slice(8))
  })
})

describe('the queue', () => {
  it('has those that wait in the order in which they came, in pages', async () => {
    const first = await registry.listSubmissions(ANNA, { state: 'pending', size: 3 })
    const second = await registry.listSubmissions(ANNA, { state: 'pending', after: first.next, size: 3 })
    const all = await rows<{ reference: string }>(
      "select reference from submissions where state = 'pending' order by id",
    )
    expect(first.totals.pending).toBe(all.length)
    expect([...first.items, ...second.items].map((item) => item.submission.reference)).toEqual(
      all.slice(0, 6).map((row) => row.reference),
    )
  })

  it('has those that are settled latest first, and where that is wanted oldest first', async () => {
    const settled = await rows<{ reference: string }>(
      "select reference from submissions where state = 'approved' order by id",
    )
    const references = settled.map((row) => row.reference)
    const listed = async (order?: 'oldest') => {
      const first = await registry.listSubmissions(ANNA, { state: 'approved', order, size: 2 })
      const after = first.next
      const second = await registry.listSubmissions(ANNA, { state: 'approved', order, after, size: 1 })
      return [...first.items, ...second.items].map(({ submission }) => submission.reference)
    }
    expect(references.length).toBeGreaterThan(2)
    expect(await listed()).toEqual(references.toReversed().slice(0, 3))
    expect(await listed('oldest')).toEqual(references.slice(0, 3))
  })

  it('says of each line what speaks for a closer look', async () => {
    const one = await sent(registry, addition('Sonar of Lungs', { availability: { ultrasound: 'yes' } }))
    await registry.decideSubmission(ANNA, one.reference, { decision: 'reject', reason: 'Not public.' })
    const two = await sent(registry, addition('Sonar of Lungs'))
    const three = await sent(
      registry,
      addition('Sonars of Lungs', { url: 'https://data.org/sonars', organization: 'Sonar house' }),
    )
    const { version: baseVersion } = (await registry.resolveResource('eurorad')).resource
    const behind = await sent(registry, correction({ license: 'MIT' }, { slug: 'eurorad', baseVersion }))
    await registry.decideSubmission(
      ANNA,
      (await sent(registry, correction({ access: 'open' }, { slug: 'eurorad', baseVersion }))).reference,
      { decision: 'approve', version: 1 },
    )
    const { items, totals } = await registry.listSubmissions(ANNA, {
      state: 'pending',
      text: 'sonar',
      size: 10,
    })
    expect(totals).toEqual({ pending: 2, asked: 0, approved: 0, rejected: 1, withdrawn: 0 })
    expect(items).toMatchObject([
      {
        submission: { reference: two.reference },
        sentBy: 'Sender',
        flags: [
          { kind: 'lookAlike', alike: { reference: three.reference } },
          { kind: 'declinedBefore', times: 1 },
        ],
      },
      {
        submission: { reference: three.reference },
        flags: [{ kind: 'lookAlike', alike: { reference: two.reference } }],
      },
    ])
    const corrections = await registry.listSubmissions(ANNA, {
      state: 'pending',
      kind: 'correction',
      text: 'EURORAD',
      size: 10,
    })
    expect(corrections.items).toMatchObject([
      {
        submission: { reference: behind.reference },
        flags: [{ kind: 'behind' }],
        resource: { name: expect.any(String), version: baseVersion + 1 },
      },
    ])
    const old = await registry.listSubmissions(ANNA, {
      state: 'pending',
      until: '2020-01-01T00:00:00.000Z',
      size: 9,
    })
    expect(old.items).toEqual([])
  })

  it('goes on from one to the next, and from the last to the first', async () => {
    const waiting = await rows<{ reference: string }>(
      "select reference from submissions where state = 'pending' order by id",
    )
    const references = waiting.map((row) => row.reference)
    const placeOf = (reference: string | undefined) => registry.getQueueEntry(ANNA, reference ?? '')
    expect(await placeOf(references[1])).toMatchObject({
      state: 'pending',
      previous: references[0],
      next: references[2],
    })
    expect(await placeOf(references.at(-1))).toMatchObject({ next: references[0] })
    expect(await placeOf(references[0])).toMatchObject({ previous: references.at(-1) })
  })

  it('tells of each submission who did what', async () => {
    const { reference } = await sent(registry, addition('With a history'))
    await registry.decideSubmission(ANNA, reference, { decision: 'ask', reason: 'Which licence?' })
    await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 2 })
    expect((await registry.reviewSubmission(ANNA, reference)).history).toMatchObject([
      { version: 1, action: 'submitted', by: 'Sender' },
      { version: 2, action: 'asked', by: 'Anna', reason: 'Which licence?' },
      { version: 3, action: 'approved', by: 'Bert' },
    ])
  })
})

describe('someone blocked', () => {
  it('sends nothing until they are unblocked', async () => {
    const pest: Actor = { kind: 'discord', discordId: '666666666666666666', name: 'Pest' }
    const { submission } = await registry.submit(pest, addition('Spam one'), { door: 'discord' })
    await registry.setBlocked(ANNA, submission.reference, true, 'Spam.')
    expect(await failure(registry.submit(pest, addition('Spam two'), { door: 'discord' }))).toMatchObject({
      code: 'forbidden',
    })
    await registry.setBlocked(ANNA, submission.reference, false)
    await registry.submit(pest, addition('Spam two'), { door: 'discord' })
  })
})

describe('reverting a change', () => {
  it('undoes it by a new one, unless a later one touched the same', async () => {
    const slug = { slug: 'cord-19' }
    const { reference } = await sent(registry, correction({ name: 'CORD-19' }, slug))
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    const [change] = (await registry.listChanges({ slug: 'cord-19', size: 1 })).items
    const resource = await registry.revertChange(ANNA, change?.sequence ?? 0, 2, 'It was right before.')
    expect(resource).toMatchObject({ name: 'COVID-19 Open Research Dataset (CORD-19)', version: 3 })
    expect((await registry.listChanges({ slug: 'cord-19', size: 1 })).items).toMatchObject([
      { action: 'reverted', reason: 'It was right before.', version: 3 },
    ])
    const later = await sent(registry, correction({ name: 'Another' }, { ...slug, baseVersion: 3 }))
    await registry.decideSubmission(ANNA, later.reference, { decision: 'approve', version: 1 })
    expect(await failure(registry.revertChange(ANNA, change?.sequence ?? 0, 4, 'Again.'))).toMatchObject({
      code: 'conflict',
    })
    expect(await failure(registry.revertChange(ANNA, 999_999, 1, 'x'))).toMatchObject({ code: 'not_found' })
  })
})

describe('every state', () => {
  it('is reached in these tests', async () => {
    const found = await rows<{ state: string }>('select distinct state from submissions')
    const reached = new Set([...found.map((row) => row.state)])
    for (const state of SUBMISSION_STATES.filter((name) => name !== 'asked')) expect(reached).toContain(state)
  })
})
