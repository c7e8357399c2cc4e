import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { messagesFor } from '../../../bot/languages/index.ts'
import type { Actor, DiscordActor } from '../../../schema/verbs/actor.ts'
import { deliver } from '../../../worker/app.ts'
import { EVERY_MINUTE } from '../../../worker/jobs/deliver.ts'
import { QUERY_LIMIT } from '../../../worker/registry/database.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { reviewMessages } from '../../../worker/settings.ts'
import { ANNA, addition, failure, rows, SENDER, STRANGER, sent } from '../registry/submissions.ts'
import { BOT_TOKEN, FakeDiscord, REVIEW_CHANNEL } from './fake-discord.ts'
import { cardOf, clock, countWaiting, deliveriesOf, faults, registry, run, runUntilDone } from './outbox.ts'

const DM = `dm-${SENDER.kind === 'discord' ? SENDER.discordId : ''}`

let discord: FakeDiscord
let logged: string[]

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

beforeEach(async () => {
  await env.DB.prepare('delete from deliveries').run()
  discord = new FakeDiscord()
  logged = []
  for (const level of ['error', 'warn', 'log', 'info'] as const)
    vi.spyOn(console, level).mockImplementation((...parts) => void logged.push(parts.map(String).join(' ')))
})

afterEach(async () => {
  vi.restoreAllMocks()
  const traces = JSON.stringify([await rows('select * from deliveries'), logged, faults.map(String)])
  expect(traces).not.toContain(BOT_TOKEN)
  expect(faults.splice(0)).toEqual([])
})

let names = 0
const submitted = () => sent(registry, addition(`Delivered ${++names}`))

/** From nobody on Discord: a card and no message. */
const anonymous = async () =>
  (await registry.submit(STRANGER, addition(`Delivered ${++names}`), { door: 'http' })).submission

describe('a submission', () => {
  it('is posted for review, and its submitter gets a message', async () => {
    const { reference } = await submitted()
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([{ text: expect.stringContaining(reference) }])
    expect(discord.in(DM)).toMatchObject([{ text: expect.stringContaining('Waiting for a maintainer') }])
    const [card] = discord.in(REVIEW_CHANNEL)
    expect(await cardOf(reference)).toEqual({ channel: REVIEW_CHANNEL, message: card?.id })
    expect(await deliveriesOf(reference)).toMatchObject([
      { kind: 'review', state: 'done', message_id: card?.id, attempts: 0, last_error: null },
      { kind: 'submitter', state: 'done', message_id: discord.in(DM)[0]?.id },
    ])
    expect(await countWaiting()).toBe(0)
  })

  it('that is decided has its card edited, and no second one', async () => {
    const { reference } = await submitted()
    await run()
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([
      { edits: 1, text: expect.stringContaining('approved') },
    ])
    expect(discord.in(DM)).toMatchObject([{}, { text: expect.stringContaining('Decided by Anna') }])
  })

  it('whose card was deleted gets another, which is edited from then on', async () => {
    const { reference } = await anonymous()
    await run()
    discord.messages.length = 0
    await registry.decideSubmission(ANNA, reference, { decision: 'ask', reason: 'Which licence?' })
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([
      { edits: 0, text: expect.stringContaining('waits for an answer') },
    ])
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 2 })
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([{ edits: 1 }])
  })

  it('that is decided while its card is posted knows the card', async () => {
    const { reference } = await anonymous()
    const [claimed] = await registry.claimDeliveries(10, ['review'])
    const deciding = registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    await registry.recordAttempts([
      {
        id: claimed?.id ?? 0,
        attempt: {
          result: 'sent',
          channelId: REVIEW_CHANNEL,
          messageId: '5',
        },
      },
    ])
    await deciding
    expect(await cardOf(reference)).toEqual({ channel: REVIEW_CHANNEL, message: '5' })
  })
})

describe('a temporary failure', () => {
  it('of ten server errors before a success leaves one message', async () => {
    const { reference } = await anonymous()
    discord.mishaps.push(...Array.from({ length: 10 }, () => ({ status: 503, body: 'upstream error' })))
    const begun = clock.now()
    expect(await runUntilDone()).toBe(11)
    expect(clock.now() - begun).toBeLessThan(5 * 60_000)
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
    expect(await deliveriesOf(reference)).toMatchObject([{ state: 'done', attempts: 10, last_error: null }])
  })

  it('is recorded until a success', async () => {
    const { reference } = await anonymous()
    discord.mishaps.push('dropped')
    await run()
    expect(await deliveriesOf(reference)).toMatchObject([
      {
        state: 'waiting',
        attempts: 1,
        last_error: 'No answer from Discord: Network connection lost.',
        next_at: new Date(clock.now() + 2000).toISOString(),
      },
    ])
  })

  it.each([
    [
      'of the header',
      { 'Retry-After': '65' },
      { message: 'You are being rate limited.', retry_after: 64.57 },
    ],
    ['of the body', {}, { message: 'You are being rate limited.', retry_after: 65, global: false }],
    ['of a proxy', { 'Retry-After': '65' }, 'error code: 1015'],
  ])('a rate limit is waited for as long as it says: %s', async (_, headers, body) => {
    await anonymous()
    discord.mishaps.push({ status: 429, headers, body })
    await run()
    clock.pass(64_999)
    await run()
    expect(discord.requests).toHaveLength(1)
    clock.pass(1)
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
  })

  it('by a rate limit of the review channel holds up its other cards, not messages to people', async () => {
    for (let i = 0; i < 8; i++) await anonymous()
    discord.always = ({ path }) =>
      path.includes(REVIEW_CHANNEL) ? { status: 429, body: { retry_after: 5, global: false } } : undefined
    await run()
    expect(discord.requests.length).toBeLessThanOrEqual(4)
    expect(await countWaiting()).toBe(8)
    discord.always = () => undefined
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(8)
  })

  it('by a lost answer leaves exactly one message', async () => {
    const { reference } = await submitted()
    discord.mishaps.push('answer lost', undefined, undefined, 'answer lost')
    await runUntilDone()
    expect(discord.requests.filter(({ path }) => path.includes(REVIEW_CHANNEL))).toHaveLength(2)
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
    expect(discord.in(DM)).toHaveLength(1)
    expect((await cardOf(reference))?.message).toBe(discord.in(REVIEW_CHANNEL)[0]?.id)
  })

  it('by a lost answer leaves one card, which shows a decision made meanwhile', async () => {
    const { reference } = await anonymous()
    discord.mishaps.push('answer lost')
    await run()
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([{ text: expect.stringContaining('approved') }])
  })

  it('by an answer that never comes ends at the time limit', async () => {
    const { reference } = await anonymous()
    discord.mishaps.push('never answered')
    await run({ timeLimitMs: 50 })
    expect(await deliveriesOf(reference)).toMatchObject([
      { state: 'waiting', last_error: 'No answer from Discord within 0.05 s.' },
    ])
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
  })

  it('by a wrong bot token stops the run, and no delivery is given up', async () => {
    for (let i = 0; i < 8; i++) await anonymous()
    const wrong = { DISCORD_BOT_TOKEN: 'wrong' }
    await run({ settings: wrong })
    expect(vi.mocked(fetch).mock.calls.length).toBeLessThanOrEqual(4)
    expect(await rows("select * from deliveries where state <> 'waiting'")).toEqual([])
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(8)
  })
})

describe('a refusal of the proxy before Discord', () => {
  it.each([
    [{ message: 'internal network error', code: 40333 }],
    ['error code: 1020'],
    ['error code: 1015'],
    ['<!DOCTYPE html><title>Attention Required! | Cloudflare</title>'],
    [''],
    [{ error: 'blocked' }],
    [[]],
    ['null'],
  ])('passes, so that nothing is lost: %j', async (body) => {
    await submitted()
    discord.mishaps.push({ status: 403, body }, { status: 403, body })
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
    expect(discord.in(DM)).toHaveLength(1)
    expect((await registry.listDead(ANNA, { size: 10 })).items).toEqual([])
  })

  it.each([50001, 50013, 20028, 0])('is none where Discord itself names a code: %i', async (code) => {
    await anonymous()
    discord.mishaps.push({ status: 403, body: { message: 'No.', code } })
    await run()
    expect((await registry.listDead(ANNA, { size: 10 })).items).toMatchObject([{ attempts: 1 }])
  })
})

describe('a permanent failure', () => {
  it.each([
    [403, 50001, 'Missing Access'],
    [404, 10003, 'Unknown Channel'],
    [400, 50035, 'Invalid Form Body'],
  ])('%i is given up at once, listed for maintainers, and retried when they ask for it', async (status, code, message) => {
    const { reference } = await anonymous()
    discord.mishaps.push({ status, body: { message, code } })
    await run()
    const [dead] = (await registry.listDead(ANNA, { size: 10 })).items
    expect(dead).toMatchObject({
      kind: 'review',
      submission: reference,
      attempts: 1,
      lastError: `${status} ${message} (${code})`,
    })
    clock.pass(7 * 86_400_000)
    await run()
    expect(discord.requests).toHaveLength(1)
    await registry.retryDelivery(ANNA, dead?.id ?? 0)
    discord.mishaps.push({ status: 500 })
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
    expect((await registry.listDead(ANNA, { size: 10 })).items).toEqual([])
    await registry.retryDelivery(ANNA, dead?.id ?? 0)
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
    const { items: actions } = await registry.listActions(ANNA, { size: 9 })
    expect(actions.filter(({ subject: { key } }) => key === String(dead?.id))).toMatchObject([
      { action: 'retry', by: { name: 'Anna' }, subject: { kind: 'delivery' } },
    ])
    expect(await failure(registry.retryDelivery(ANNA, 999_999))).toMatchObject({ code: 'not_found' })
  })

  it('does not hold up later deliveries', async () => {
    await submitted()
    discord.mishaps.push({ status: 403, body: { message: 'Missing Permissions', code: 50013 } })
    await run()
    expect(discord.in(DM)).toHaveLength(1)
  })

  it('is one that lasts for three days', async () => {
    const { reference } = await anonymous()
    discord.always = () => ({ status: 502 })
    const begun = clock.now()
    await runUntilDone(registry, 200)
    expect(clock.now() - begun).toBeGreaterThanOrEqual(3 * 86_400_000)
    expect(clock.now() - begun).toBeLessThan(3 * 86_400_000 + 3_600_000)
    expect(await deliveriesOf(reference)).toMatchObject([{ state: 'dead', last_error: '502 No. (0)' }])
  })

  it('to reach a person who accepts no direct messages is not listed as dead', async () => {
    const { reference } = await submitted()
    discord.always = ({ path }) =>
      path.includes(DM)
        ? { status: 403, body: { message: 'Cannot send messages to this user', code: 50007 } }
        : undefined
    await run()
    expect(await deliveriesOf(reference)).toMatchObject([
      { state: 'done' },
      {
        state: 'dropped',
        last_error: 'Takes no messages from us: 403 Cannot send messages to this user (50007)',
      },
    ])
    expect((await registry.listDead(ANNA, { size: 10 })).items).toEqual([])
  })

  it('to know the person, who was erased, makes no request to Discord', async () => {
    const { reference } = await submitted()
    await env.DB.prepare('update people set discord_id = null where discord_id = ?').bind(DM.slice(3)).run()
    await run()
    expect((await deliveriesOf(reference)).map(({ state }) => state)).toEqual(['done', 'dropped'])
    expect(discord.in(DM)).toEqual([])
  })

  it('is listed and retried only for maintainers', async () => {
    for (const actor of [SENDER, STRANGER]) {
      expect(await failure(registry.listDead(actor, { size: 1 }))).toMatchObject({ code: 'forbidden' })
      expect(await failure(registry.retryDelivery(actor, 1))).toMatchObject({ code: 'forbidden' })
    }
  })

  it('is listed in pages, latest first', async () => {
    discord.always = () => ({ status: 403 })
    for (let i = 0; i < 5; i++) await anonymous()
    await run()
    const first = await registry.listDead(ANNA, { size: 3 })
    const second = await registry.listDead(ANNA, { size: 3, before: first.next })
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(ids).toHaveLength(5)
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(second.next).toBeUndefined()
  })
})

describe('the order of deliveries', () => {
  it('is kept within a submission, whatever fails', async () => {
    const { reference } = await submitted()
    discord.mishaps.push({ status: 500 })
    await run()
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    await run()
    expect(discord.messages).toEqual([])
    await runUntilDone()
    expect(discord.messages.map(({ channelId }) => channelId)).toEqual([REVIEW_CHANNEL, DM])
  })

  it('of several messages is cut short: only the last one is sent', async () => {
    const { reference } = await submitted()
    await registry.decideSubmission(ANNA, reference, { decision: 'ask', reason: 'Which licence?' })
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 2 })
    await runUntilDone()
    expect(discord.in(DM)).toMatchObject([{ text: expect.stringContaining(': Listed') }])
    expect((await deliveriesOf(reference)).map(({ state }) => state)).toEqual(Array(6).fill('done'))
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([{ text: expect.stringContaining('approved') }])
    expect(discord.in(REVIEW_CHANNEL)[0]?.edits).toBeLessThanOrEqual(1)
  })

  it('of one submission holds up no other', async () => {
    const first = await anonymous()
    const second = await anonymous()
    discord.always = ({ body }) =>
      JSON.stringify(body).includes(first.reference) ? { status: 500 } : undefined
    await run()
    expect(await cardOf(second.reference)).toMatchObject({ channel: REVIEW_CHANNEL })
    expect(await cardOf(first.reference)).toMatchObject({ channel: null })
  })
})

describe('concurrent runs', () => {
  it('send each message once', async () => {
    for (let i = 0; i < 12; i++) await submitted()
    await Promise.all([run(), run(), run()])
    await runUntilDone()
    expect(
      discord.requests.filter(({ path }) => path === `/channels/${REVIEW_CHANNEL}/messages`),
    ).toHaveLength(12)
    expect(discord.requests.filter(({ path }) => path === `/channels/${DM}/messages`)).toHaveLength(12)
  })

  it('wait for the lease of a run that was ended', async () => {
    await anonymous()
    expect(
      await registry.claimDeliveries(10, ['review', 'submitter', 'announcement', 'digest']),
    ).toHaveLength(1)
    clock.pass(59_999)
    await run()
    expect(discord.requests).toEqual([])
    clock.pass(1)
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
  })

  it('wait for no lease that a clock gave which ran ahead', async () => {
    const { reference } = await anonymous()
    await registry.claimDeliveries(10, ['review'])
    await rows(
      `update deliveries set lease_until = '2026-12-24T00:00:00.000Z'
       where submission_id = (select id from submissions where reference = ?)`,
      reference,
    )
    await run()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
  })

  it('leave a delivery as the first of them recorded it', async () => {
    const { reference } = await anonymous()
    const [claimed] = await registry.claimDeliveries(10, ['review'])
    const id = claimed?.id ?? 0
    await registry.recordAttempts([
      { id: id, attempt: { result: 'sent', channelId: REVIEW_CHANNEL, messageId: '1' } },
    ])
    await registry.recordAttempts([{ id: id, attempt: { result: 'retry', error: 'late' } }])
    await registry.recordAttempts([{ id: id, attempt: { result: 'nobody', why: 'late' } }])
    await registry.recordAttempts([
      { id: id, attempt: { result: 'sent', channelId: REVIEW_CHANNEL, messageId: '2' } },
    ])
    expect(await deliveriesOf(reference)).toMatchObject([
      { state: 'done', message_id: '1', last_error: null },
    ])
    expect(await cardOf(reference)).toMatchObject({ message: '1' })
  })
})

describe('a message', () => {
  const german: DiscordActor = {
    kind: 'discord',
    discordId: '222222222222222228',
    name: 'Greta',
    locale: 'de',
  }
  const theirs = () => discord.in(`dm-${german.discordId}`).map(({ text }) => text)
  const suggested = (actor: Actor) =>
    registry.submit(actor, addition(`Delivered ${++names}`), { door: 'discord' })

  it('to a person is in the language that they used last, and in the review channel in its own', async () => {
    await suggested(german)
    await run()
    expect(theirs()).toEqual([expect.stringContaining('Wartet auf Prüfung')])
    expect(discord.in(REVIEW_CHANNEL)).toMatchObject([{ text: expect.stringContaining('waits for a maint') }])
    const { locale: _, ...withoutLocale } = german
    await suggested(withoutLocale)
    await run()
    expect(theirs().at(-1)).toContain('Wartet auf Prüfung')
    await suggested({ ...german, locale: 'tlh' })
    await run()
    expect(theirs().at(-1)).toContain('Waiting for a maintainer')
    expect(await rows("select * from changes where record like '%locale%'")).toEqual([])
    await suggested(SENDER)
    await run({ forReview: messagesFor('de') })
    expect(discord.in(DM)).toMatchObject([{ text: expect.stringContaining('Waiting for a maintainer') }])
    expect(discord.in(REVIEW_CHANNEL).at(-1)?.text).toContain('Neuaufnahme · wartet auf Prüfung')
  })

  it('follows LANGUAGE in the review channel, and is English if the bot does not speak it', () => {
    const spoken = (LANGUAGE?: string) =>
      reviewMessages({ ...(LANGUAGE && { LANGUAGE }) }, 'a-request').locales
    expect(spoken('de')).toEqual(['de'])
    for (const english of [undefined, 'en', ' ']) expect(spoken(english)).toContain('en-US')
    expect(logged).toEqual([])
    expect(spoken('German')).toContain('en-US')
    expect(logged.join()).toContain('LANGUAGE is \\"German\\", and it should be one of en, de')
  })
})

describe('a run', () => {
  it('sends at most 50 queries and opens at most 4 connections, however many deliveries wait', async () => {
    for (let i = 0; i < 15; i++) await anonymous()
    const statements = vi.fn()
    const prepare = env.DB.prepare.bind(env.DB)
    vi.spyOn(env.DB, 'prepare').mockImplementation((query) => {
      statements()
      return prepare(query)
    })
    discord.always = () => ({ status: 500 })
    const limited = createRegistry(env.DB, { queryLimit: QUERY_LIMIT, now: () => new Date(clock.now()) })
    await run({ registry: limited, bounds: EVERY_MINUTE })
    expect(statements.mock.calls.length).toBeGreaterThan(20)
    expect(statements.mock.calls.length).toBeLessThanOrEqual(50)
    expect(discord.mostOpen).toBe(4)
    expect(discord.requests.length).toBeLessThanOrEqual(50)
  })

  it('waits for deliveries that are due soon', async () => {
    await anonymous()
    discord.mishaps.push({ status: 500 })
    await run({ bounds: { ...EVERY_MINUTE, queuesReminder: false } })
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
  })

  it('without a review channel leaves cards waiting, and still writes to people', async () => {
    const { reference } = await submitted()
    await run({ settings: { REVIEW_CHANNEL_ID: '' } })
    expect(discord.in(DM)).toHaveLength(1)
    expect(await deliveriesOf(reference)).toMatchObject([
      { state: 'waiting', attempts: 0 },
      { state: 'done' },
    ])
    clock.pass(10 * 86_400_000)
    discord.mishaps.push({ status: 500 })
    await runUntilDone()
    expect(discord.in(REVIEW_CHANNEL)).toHaveLength(1)
  })

  it('without a bot token claims nothing', async () => {
    const { reference } = await submitted()
    const claim = vi.fn()
    await deliver(env, { ...registry, claimDeliveries: claim }, EVERY_MINUTE)
    expect(claim).not.toHaveBeenCalled()
    expect(await deliveriesOf(reference)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
  })

  it('logs a bug in one delivery, and sends the others', async () => {
    await submitted()
    const { reference } = await anonymous()
    let first = true
    await run({
      kinds: ['review'],
      send: async () => {
        if (!first) return { result: 'sent', channelId: REVIEW_CHANNEL, messageId: '7' }
        first = false
        throw new Error('a bug')
      },
    })
    expect(faults.splice(0)).toMatchObject([{ message: 'a bug' }])
    expect(await rows("select last_error from deliveries where kind = 'review' and attempts = 1")).toEqual([
      { last_error: 'A fault of ours, logged as fault-1.' },
    ])
    expect(await cardOf(reference)).toMatchObject({ message: '7' })
  })
})

describe('the bot token', () => {
  it('is never logged or stored, even if the platform quotes it', async () => {
    const { reference } = await anonymous()
    vi.mocked(fetch).mockRejectedValueOnce(new TypeError(`Invalid header value: Bot ${BOT_TOKEN}`))
    await run()
    expect((await deliveriesOf(reference))[0]?.last_error).toBe(
      'No answer from Discord: Invalid header value: Bot [secret]',
    )
  })
})
