import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { withoutLink } from '../../support/without-link.ts'
import { ANNA, addition, failure, rows, SENDER, STRANGER, sent } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 1000 })

describe('an addition', () => {
  it('waits, with a reference to speak of it and a capability to hold', async () => {
    const { submission, isRepeat } = await registry.submit(SENDER, addition('One'), { door: 'discord' })
    expect(isRepeat).toBe(false)
    expect(submission).toMatchObject({ kind: 'addition', state: 'pending', version: 1, thread: [] })
    expect(submission.reference).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(submission.id).toMatch(/^[0-9a-z]{26}$/)
  })

  it('has unknown for every cell that is not named', async () => {
    const submission = await sent(registry, addition('Two', { availability: { ct: 'yes', mrt: 'no' } }))
    expect(submission.resource?.availability).toEqual({
      ct: 'yes',
      xray: 'unknown',
      mrt: 'no',
      ultrasound: 'unknown',
      metadata: 'unknown',
      caseReview: 'unknown',
    })
  })

  it('leaves a change, a card for the review channel and a word to its sender, in one batch', async () => {
    const submission = await sent(registry, addition('Three'))
    const changes = await rows(
      "select * from changes where subject = 'submission' and record ->> 'reference' = ?",
      submission.reference,
    )
    expect(changes).toMatchObject([{ version: 1, action: 'submitted' }])
    const deliveries = await rows(
      'select kind, target, state from deliveries where submission_id = (select id from submissions where reference = ?) order by id',
      submission.reference,
    )
    expect(deliveries).toEqual([
      { kind: 'review', target: 'review', state: 'waiting' },
      { kind: 'submitter', target: expect.stringMatching(/^person:\d+$/), state: 'waiting' },
    ])
  })

  it('of a listed address is refused, naming the resource', async () => {
    const input = addition('Another name', { url: 'http://WWW.eurorad.org/?utm_source=x' })
    const error = await failure(registry.submit(SENDER, input, { door: 'discord' }))
    expect(error).toMatchObject({
      code: 'conflict',
      details: { conflict: 'duplicate_resource', slug: 'eurorad' },
    })
  })

  it('of an address that waits already is refused', async () => {
    await sent(registry, addition('Four'))
    const error = await failure(
      registry.submit(STRANGER, addition('Another four', { url: addition('Four').resource.url }), {
        door: 'http',
      }),
    )
    expect(error).toMatchObject({ code: 'conflict', details: { conflict: 'duplicate_submission' } })
  })

  it('sent twenty times at once is taken in once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => registry.submit(SENDER, addition('At once'), { door: 'discord' })),
    )
    const taken = results.filter((result) => result.status === 'fulfilled')
    expect(taken).toHaveLength(1)
    expect(
      results
        .filter((result) => result.status === 'rejected')
        .every((result) => result.reason.details.conflict === 'duplicate_submission'),
    ).toBe(true)
    expect(
      await rows("select count(*) as n from submissions where content ->> '$.resource.name' = 'At once'"),
    ).toEqual([{ n: 1 }])
  })

  it('names every field at fault at once', async () => {
    const error = await failure(
      registry.submit(SENDER, addition('Evil\u202Ename', { url: 'http://127.1/', organization: '\u200b' }), {
        door: 'http',
      }),
    )
    expect(error).toMatchObject({ code: 'invalid' })
    expect(error.details.problems?.map((problem) => problem.field)).toEqual([
      'resource.name',
      'resource.url',
      'resource.organization',
    ])
  })

  it('is kept as normalised text', async () => {
    const submission = await sent(
      registry,
      addition('  Cafe\u0301   data ', { url: 'https://cafe.data.org/x' }),
    )
    expect(submission.resource?.name).toBe('Café data')
  })
})

describe('an answer of the database that is lost after the commit', () => {
  /** What a verb answers if the answer to its first write is lost. */
  async function losing<Answer>(write: (registry: Registry) => Promise<Answer>): Promise<Answer> {
    let isLost = false
    const { DB } = watchedDatabase(env.DB, undefined, (_batch, results) => {
      if (isLost || results.every(({ meta }) => meta.rows_written === 0)) return
      isLost = true
      throw new Error('D1_ERROR: Network connection lost.')
    })
    const answer = await write(createRegistry(DB, { submissionsPerDay: 1000 }))
    expect(isLost).toBe(true)
    return answer
  }

  it.each<[string, Actor, { door: 'discord' | 'http'; idempotencyKey?: string }]>([
    ['with a key', SENDER, { door: 'discord', idempotencyKey: 'lost-1' }],
    ['without a key', SENDER, { door: 'discord' }],
    ['of an anonymous person', STRANGER, { door: 'http' }],
  ])('is no failure of what was sent %s', async (name, actor, how) => {
    const { submission } = await losing((late) => late.submit(actor, addition(`Lost ${name}`), how))
    expect(await rows('select state from submissions where capability = ?', submission.id)).toEqual([
      { state: 'pending' },
    ])
    expect(await registry.getSubmission(actor, submission.id)).toMatchObject({ submission })
  })

  it('is a failure where nothing was committed', async () => {
    const { DB } = watchedDatabase(env.DB, (batch) => {
      if (batch === 2) throw new Error('D1_ERROR: overloaded')
    })
    const input = addition('Never stored')
    await expect(createRegistry(DB).submit(SENDER, input, { door: 'discord' })).rejects.toThrow(/overloaded/)
    expect((await sent(registry, input)).state).toBe('pending')
  })

  it('is no failure of what was decided, asked, answered, edited, withdrawn or undone', async () => {
    await registry.addMaintainer('console', '900000000000000001', 'Anna')
    const { reference } = await sent(registry, addition('Lost decisions'))
    const asked = await losing((late) =>
      late.decideSubmission(ANNA, reference, { decision: 'ask', reason: 'Which?' }),
    )
    expect(asked).toMatchObject({ state: 'asked', version: 2 })
    const answered = await losing((late) => late.answerSubmission(SENDER, reference, 'This one.'))
    expect(answered).toMatchObject({ state: 'pending', version: 3 })
    const edit = { version: 3, resource: addition('Lost edits').resource }
    expect(await losing((late) => late.editSubmission(SENDER, reference, edit))).toMatchObject({ version: 4 })
    const approved = await losing((late) =>
      late.decideSubmission(ANNA, reference, { decision: 'approve', version: 4 }),
    )
    expect(approved).toMatchObject({ state: 'approved', version: 5 })
    expect(await losing((late) => late.undoDecision(ANNA, reference, 5))).toMatchObject({
      state: 'pending',
      version: 6,
    })
    expect(await losing((late) => late.withdrawSubmission(SENDER, reference))).toMatchObject({
      state: 'withdrawn',
    })
  })

  it('is no failure of what was settled, reverted or released', async () => {
    const slug = 'radiopaedia'
    const { record } = await registry.getResource(slug)
    const piece = { field: 'license', value: 'MIT', source: 'https://lost.data.org/licence' } as const
    const { reference } = await sent(registry, {
      ...{ kind: 'correction', slug, baseVersion: record.version, changes: {}, evidence: [piece] },
      reason: 'The licence is known.',
    })
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    const { version, claims } = (await registry.getResource(slug)).record
    const claim = claims.findIndex(({ source }) => source === piece.source)
    const settled = await losing((late) => late.settleClaim(ANNA, slug, { version, claim }, 'Read again.'))
    expect(settled).toMatchObject({ license: 'MIT', version: version + 1 })
    const { items } = await registry.listChanges({ slug, size: 1 })
    const sequence = items[0]?.sequence ?? 0
    const reverted = await losing((late) => late.revertChange(ANNA, sequence, version + 1, 'A mistake.'))
    expect(reverted).toMatchObject({ license: record.license, version: version + 2 })
    expect(withoutLink((await registry.getResource(slug)).record)).toEqual(reverted)
    expect(await losing((late) => late.cutRelease(ANNA, '9.9', undefined))).toMatchObject({
      release: { version: '9.9' },
    })
  })

  it('is a failure where a write was lost on its way', async () => {
    const failing = (batch: number) => {
      const { DB } = watchedDatabase(env.DB, (number) => {
        if (number === batch) throw new Error('D1_ERROR: overloaded')
      })
      return createRegistry(DB)
    }
    const { items } = await registry.listChanges({ slug: 'radiopaedia', size: 1 })
    const { sequence = 0, version = 0 } = items[0] ?? {}
    const reverted = failing(2).revertChange(ANNA, sequence, version, 'A mistake.')
    await expect(reverted).rejects.toThrow(/overloaded/)
    await registry.revertChange(ANNA, sequence, version, 'A mistake.')
    await expect(failing(2).cutRelease(ANNA, '9.10', undefined)).rejects.toThrow(/overloaded/)
    expect(await registry.cutRelease(ANNA, '9.10', undefined)).toMatchObject({ release: { version: '9.10' } })
  })
})

describe('an idempotency key', () => {
  const how = (idempotencyKey: string) => ({ door: 'http' as const, idempotencyKey })

  it('gives the same submission for the same input', async () => {
    const first = await registry.submit(STRANGER, addition('Key one'), how('key-1'))
    const second = await registry.submit(STRANGER, addition('Key one'), how('key-1'))
    expect(second).toEqual({ submission: first.submission, isRepeat: true })
  })

  it('is refused with another input', async () => {
    await registry.submit(STRANGER, addition('Key two'), how('key-2'))
    const error = await failure(registry.submit(STRANGER, addition('Key three'), how('key-2')))
    expect(error).toMatchObject({ code: 'invalid', details: { conflict: 'idempotency_key_reused' } })
  })

  it('of one person is none of another’s', async () => {
    const someone: Actor = { kind: 'discord', discordId: '777777777777777777', name: 'Someone' }
    const first = await registry.submit(SENDER, addition('Key five'), how('key-5'))
    const second = await registry.submit(someone, addition('Key six'), how('key-5'))
    expect(second.isRepeat).toBe(false)
    expect(second.submission.id).not.toBe(first.submission.id)
  })

  it('used ten times at once gives ten times the one submission', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => registry.submit(STRANGER, addition('Key four'), how('key-4'))),
    )
    expect(new Set(all.map(({ submission }) => submission.id)).size).toBe(1)
    expect(all.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1)
  })
})

describe('a correction', () => {
  const correction = (given: object = {}): SubmissionInput => ({
    kind: 'correction',
    slug: 'covid-ct',
    baseVersion: 1,
    changes: { organization: 'UC San Diego' },
    reason: 'As they call themselves.',
    ...given,
  })

  it('waits, about the resource', async () => {
    expect(await sent(registry, correction())).toMatchObject({
      kind: 'correction',
      slug: 'covid-ct',
      baseVersion: 1,
    })
  })

  it('of a version that has moved on is refused', async () => {
    const error = await failure(registry.submit(SENDER, correction({ baseVersion: 2 }), { door: 'http' }))
    expect(error).toMatchObject({
      code: 'conflict',
      details: { conflict: 'stale_version', slug: 'covid-ct' },
    })
  })

  it('of nothing is refused', async () => {
    expect(
      await failure(registry.submit(SENDER, correction({ slug: 'nothing' }), { door: 'http' })),
    ).toMatchObject({ code: 'not_found' })
    expect(
      await failure(registry.submit(SENDER, correction({ changes: {} }), { door: 'http' })),
    ).toMatchObject({
      code: 'invalid',
      details: { problems: [{ field: 'changes' }] },
    })
  })

  it('to its own address in another spelling takes no address', async () => {
    await sent(registry, correction({ slug: 'eurorad', changes: { url: 'https://eurorad.org' } }))
    expect(await rows("select owner_kind from addresses where canonical = 'eurorad.org'")).toEqual([
      { owner_kind: 'resource' },
    ])
  })

  it('to an address of another resource is refused', async () => {
    const error = await failure(
      registry.submit(SENDER, correction({ changes: { url: 'https://coronacases.org' } }), { door: 'http' }),
    )
    expect(error).toMatchObject({ details: { conflict: 'duplicate_resource', slug: 'coronacases' } })
  })
})

describe('limits', () => {
  const few = createRegistry(env.DB, { submissionsPerDay: 2, now: () => new Date('2027-03-01T23:00:00Z') })
  const other: Actor = { kind: 'discord', discordId: '222222222222222222', name: 'Other' }

  it('hold a person to so many a day, and say when there will be more', async () => {
    await few.submit(other, addition('Limit one'), { door: 'discord' })
    await few.submit(other, addition('Limit two'), { door: 'discord' })
    const error = await failure(few.submit(other, addition('Limit three'), { door: 'discord' }))
    expect(error).toMatchObject({ code: 'rate_limited', details: { retryAfter: 3600 } })
    const tomorrow = createRegistry(env.DB, {
      submissionsPerDay: 2,
      now: () => new Date('2027-03-02T00:00:01Z'),
    })
    await tomorrow.submit(other, addition('Limit three'), { door: 'discord' })
  })

  it('count nobody’s submissions by a hash of their address, which is not kept', async () => {
    const from: Actor = { kind: 'anonymous', address: '198.51.100.7' }
    await few.submit(from, addition('Limit four'), { door: 'http' })
    await few.submit(from, addition('Limit five'), { door: 'http' })
    expect(await failure(few.submit(from, addition('Limit six'), { door: 'http' }))).toMatchObject({
      code: 'rate_limited',
    })
    expect(JSON.stringify(await rows('select * from daily_counts'))).not.toContain('198.51')
  })
})

describe('who sent a submission', () => {
  it('may answer, edit and withdraw it by its reference; a stranger learns nothing', async () => {
    const { reference } = await sent(registry, addition('Mine'))
    const stranger: Actor = { kind: 'discord', discordId: '333333333333333333', name: 'Stranger' }
    for (const attempt of [
      () => registry.getSubmission(stranger, reference),
      () => registry.withdrawSubmission(stranger, reference),
      () => registry.editSubmission(stranger, reference, { version: 1, reason: 'x' }),
      () => registry.getSubmission(STRANGER, reference),
    ]) {
      expect(await failure(attempt())).toMatchObject({ code: 'not_found' })
    }
    const edited = await registry.editSubmission(SENDER, reference, {
      version: 1,
      resource: { name: 'Mine, renamed' },
    })
    expect(edited).toMatchObject({ version: 2, resource: { name: 'Mine, renamed' } })
    expect(await registry.withdrawSubmission(SENDER, reference)).toMatchObject({
      state: 'withdrawn',
      version: 3,
    })
  })

  it('needs nothing but its capability', async () => {
    const { submission } = await registry.submit(STRANGER, addition('Held'), { door: 'http' })
    expect(await registry.getSubmission(STRANGER, submission.id)).toEqual({ submission })
    expect(await registry.withdrawSubmission(STRANGER, submission.id)).toMatchObject({ state: 'withdrawn' })
  })

  it('edits no version but the latest', async () => {
    const { reference } = await sent(registry, addition('Stale'))
    await registry.editSubmission(SENDER, reference, { version: 1, reason: 'first' })
    const error = await failure(registry.editSubmission(SENDER, reference, { version: 1, reason: 'second' }))
    expect(error).toMatchObject({ code: 'conflict', details: { conflict: 'stale_version' } })
  })

  it('edits only what there is, and something', async () => {
    const { reference } = await sent(registry, addition('Edited'))
    for (const edit of [
      {},
      { reason: undefined },
      { changes: { name: 'x' } },
      { resource: { name: 'Edited' } },
    ]) {
      const attempt = registry.editSubmission(SENDER, reference, { version: 1, ...edit })
      expect(await failure(attempt)).toMatchObject({ code: 'invalid' })
    }
    expect((await registry.getSubmission(SENDER, reference)).submission.version).toBe(1)
  })

  it('frees its address by withdrawing, and moves it by editing', async () => {
    const { reference } = await sent(registry, addition('Freed', { url: 'https://freed.data.org/a' }))
    await registry.editSubmission(SENDER, reference, {
      version: 1,
      resource: { url: 'https://freed.data.org/b' },
    })
    await sent(registry, addition('Freed again', { url: 'https://freed.data.org/a' }))
    await registry.withdrawSubmission(SENDER, reference)
    await sent(registry, addition('Freed b', { url: 'https://freed.data.org/b' }))
  })

  it('cannot move it onto an address that another holds', async () => {
    const { reference } = await sent(registry, addition('Mover'))
    const error = await failure(
      registry.editSubmission(SENDER, reference, { version: 1, resource: { url: 'https://eurorad.org' } }),
    )
    expect(error).toMatchObject({ code: 'conflict', details: { conflict: 'duplicate_resource' } })
  })

  it('has their own listed, latest first', async () => {
    const own: Actor = { kind: 'discord', discordId: '444444444444444444', name: 'Own' }
    await registry.submit(own, addition('Own one'), { door: 'discord' })
    await registry.submit(own, addition('Own two'), { door: 'discord' })
    const listed = await registry.listOwnSubmissions(own, 10)
    expect(listed.map((item) => item.resource?.name)).toEqual(['Own two', 'Own one'])
    expect(await registry.listOwnSubmissions(STRANGER, 10)).toEqual([])
  })
})

describe('the name and contact of who sends', () => {
  it('stand in people alone', async () => {
    const input = {
      ...addition('With contact'),
      submitter: { name: 'Someone', contact: 'someone@mail.data.org' },
    }
    const { submission } = await registry.submit(STRANGER, input, { door: 'http' })
    expect(JSON.stringify(submission)).not.toContain('someone@')
    expect(JSON.stringify(await rows('select * from changes'))).not.toContain('someone@')
    expect(JSON.stringify(await rows('select * from submissions'))).not.toContain('someone@')
    expect(await rows("select name, contact from people where contact = 'someone@mail.data.org'")).toEqual([
      { name: 'Someone', contact: 'someone@mail.data.org' },
    ])
  })
})
