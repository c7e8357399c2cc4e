import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionActor } from '../../../../schema/verbs/actor.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { sha256 } from '../../../../worker/registry/people/people.ts'
import { watchedDatabase } from '../../../support/watched-database.ts'
import { ANNA, addition, BERT, failure, rows, SENDER, sent } from '../submissions.ts'

const { counts, DB } = watchedDatabase(env.DB)
const DAY_MS = 24 * 60 * 60 * 1000
let time = Date.parse('2026-11-20T10:00:00Z')
const registry = createRegistry(DB, { now: () => new Date(time) })

const idOf = (actor: typeof ANNA) => (actor.kind === 'discord' ? actor.discordId : '')

async function signedIn(who = ANNA): Promise<SessionActor> {
  const { token } = await registry.startSession(idOf(who), 'Anna at Discord')
  return { kind: 'session', id: await sha256(token) }
}

beforeEach(async () => {
  time = Date.parse('2026-11-20T10:00:00Z')
  await env.DB.prepare('delete from sessions').run()
  await registry.addMaintainer('console', idOf(ANNA), 'Anna')
  await registry.addMaintainer('console', idOf(BERT), 'Bert')
})

describe('a session', () => {
  it('is of the maintainer whom Discord has vouched for, by the name that they have there', async () => {
    expect(await registry.getSession(await signedIn())).toEqual({
      name: 'Anna at Discord',
      discordId: idOf(ANNA),
    })
  })

  it('begins in one round trip, and is asked for in one query', async () => {
    Object.assign(counts, { batches: 0, queries: 0 })
    const { token } = await registry.startSession(idOf(ANNA), 'Anna')
    expect(counts.batches).toBe(1)
    const actor: SessionActor = { kind: 'session', id: await sha256(token) }
    Object.assign(counts, { batches: 0, queries: 0 })
    await registry.getSession(actor)
    expect(counts).toMatchObject({ batches: 0, queries: 1 })
  })

  it('leaves no token in the database', async () => {
    const { token } = await registry.startSession(idOf(ANNA), 'Anna')
    expect(token).toMatch(/^[0-9a-z]{26}$/)
    expect(await rows('select id from sessions')).toEqual([{ id: await sha256(token) }])
  })

  it('lasts for a week', async () => {
    const { token, expiresAt } = await registry.startSession(idOf(ANNA), 'Anna')
    expect(expiresAt).toBe('2026-11-27T10:00:00.000Z')
    const actor: SessionActor = { kind: 'session', id: await sha256(token) }
    time += 7 * DAY_MS - 1
    expect(await registry.getSession(actor)).toMatchObject({ name: 'Anna' })
    time += 1
    expect((await failure(registry.getSession(actor))).code).toBe('unauthenticated')
  })

  it('takes those of others that have expired with it', async () => {
    await signedIn(BERT)
    time += 3 * DAY_MS
    await signedIn(BERT)
    time += 5 * DAY_MS
    await signedIn(ANNA)
    expect(await rows('select created_at from sessions order by created_at')).toEqual([
      { created_at: '2026-11-23T10:00:00.000Z' },
      { created_at: '2026-11-28T10:00:00.000Z' },
    ])
  })

  it('begins for no one but maintainers, of whom nothing is kept', async () => {
    const refused = await failure(registry.startSession('900000000000000099', 'Nobody'))
    expect(refused.code).toBe('forbidden')
    expect(refused.message).toContain('/covid-review maintainers')
    expect(await rows('select * from people where discord_id = ?', '900000000000000099')).toEqual([])
    expect(await rows('select * from sessions')).toEqual([])
  })
})

describe('signing out', () => {
  it('ends this session and no other', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    await registry.endSession(here)
    expect((await failure(registry.getSession(here))).code).toBe('unauthenticated')
    expect(await registry.getSession(there)).toMatchObject({ discordId: idOf(ANNA) })
    await registry.endSession(here)
  })

  it('everywhere ends all of theirs and nobody else’s', async () => {
    const [here, there, ofBert] = [await signedIn(), await signedIn(), await signedIn(BERT)]
    await registry.endSession(here, { everywhere: true })
    for (const ended of [here, there])
      expect((await failure(registry.getSession(ended))).code).toBe('unauthenticated')
    expect(await registry.getSession(ofBert)).toMatchObject({ discordId: idOf(BERT) })
  })

  it('everywhere takes a session that is not over', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    await registry.endSession(here)
    expect((await failure(registry.endSession(here, { everywhere: true }))).code).toBe('unauthenticated')
    expect(await registry.getSession(there)).toMatchObject({ discordId: idOf(ANNA) })
  })
})

it('a maintainer who is removed is signed out everywhere, and stays so when made one again', async () => {
  const [anna, bert] = [await signedIn(ANNA), await signedIn(BERT)]
  await registry.removeMaintainer('console', idOf(ANNA))
  expect(await rows('select id from sessions')).toEqual([{ id: bert.id }])
  await registry.addMaintainer('console', idOf(ANNA), 'Anna')
  expect((await failure(registry.getSession(anna))).code).toBe('unauthenticated')
})

describe('who is signed in', () => {
  it('decides as the maintainer that they are', async () => {
    const { reference } = await sent(registry, addition('Decided on a page'))
    const actor = await signedIn()
    expect(await registry.reviewSubmission(actor, reference)).toMatchObject({ isOwn: false })
    await registry.decideSubmission(actor, reference, { decision: 'approve', version: 1 })
    const [decided] = await rows(
      'select p.discord_id as by from submissions as s join people as p on p.id = s.decided_by where reference = ?',
      reference,
    )
    expect(decided).toEqual({ by: idOf(ANNA) })
  })

  it('sends in under their own name, and finds it again', async () => {
    const actor = await signedIn()
    const key = { door: 'http', idempotencyKey: 'once' } as const
    const { submission } = await registry.submit(actor, addition('Sent in on a page'), key)
    expect(await registry.submit(actor, addition('Sent in on a page'), key)).toMatchObject({ isRepeat: true })
    expect(await registry.listOwnSubmissions(ANNA, 5)).toMatchObject([{ reference: submission.reference }])
    expect(await registry.listOwnSubmissions(actor, 5)).toMatchObject([{ reference: submission.reference }])
    expect(await registry.listOwnSubmissions(SENDER, 5)).not.toMatchObject([
      { reference: submission.reference },
    ])
  })

  it('is nobody once the session is over, at any verb', async () => {
    const actor = await signedIn()
    const { reference } = await sent(registry, addition('Looked at too late'))
    time += 8 * DAY_MS
    const door = { door: 'http' } as const
    const attempts = [
      () => registry.reviewSubmission(actor, reference),
      () => registry.listSubmissions(actor, { state: 'pending', size: 5 }),
      () => registry.decideSubmission(actor, reference, { decision: 'approve', version: 1 }),
      () => registry.submit(actor, addition('Sent in too late'), door),
      () => registry.listMaintainers(actor),
    ]
    for (const attempt of attempts) expect((await failure(attempt())).code).toBe('unauthenticated')
  })

  it('is nobody with the hash of no token', async () => {
    const forged: SessionActor = { kind: 'session', id: await sha256('a guess') }
    expect((await failure(registry.getSession(forged))).code).toBe('unauthenticated')
    expect((await failure(registry.endSession(forged, { everywhere: true }))).code).toBe('unauthenticated')
  })
})
