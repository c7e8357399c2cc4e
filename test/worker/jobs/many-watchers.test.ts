// Many watchers, and many changes for one watcher, while submissions and answers have to go out. Time is simulated.

import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Watcher } from '../../../schema/verbs/watches.ts'
import { ANNA, addition, rows, SENDER, STRANGER, sent } from '../registry/submissions.ts'
import { FakeDiscord, REVIEW_CHANNEL } from './fake-discord.ts'
import { clock, countWaiting, faults, registry, run, runUntilDone } from './outbox.ts'

const MINUTE = 60_000
const WATCHERS = 500
const DM = `dm-${SENDER.kind === 'discord' ? SENDER.discordId : ''}`
const channel = (channelId: string): Watcher => ({ kind: 'channel', channelId, guildId: '7' })
const BUSY = '700000000000000001'
const QUIET = '700000000000000002'

let discord: FakeDiscord

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('delete from watches'), env.DB.prepare('delete from deliveries')])
  discord = new FakeDiscord()
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(faults.splice(0)).toEqual([])
})

let names = 0

async function approve(): Promise<string> {
  const name = `Many ${++names}`
  const { submission } = await registry.submit(STRANGER, addition(name, { availability: { ct: 'yes' } }), {
    door: 'http',
  })
  await registry.decideSubmission(ANNA, submission.reference, { decision: 'approve', version: 1 })
  return name
}

const texts = (channelId: string) => discord.in(channelId).map(({ text }) => text)

async function peopleWatch(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, index) => index))
  await env.DB.batch([
    env.DB.prepare(
      `insert or ignore into people (discord_id, name, created_at)
       select '31700000000000' || printf('%04d', value), 'W' || value, '2026-01-01T00:00:00.000Z' from json_each(?)`,
    ).bind(numbers),
    env.DB.prepare(
      `insert into watches (person_id, created_at)
       select id, '2026-01-01T00:00:00.000Z' from people where discord_id like '31700000000000%' order by id limit ?`,
    ).bind(count),
  ])
}

it('five hundred watchers delay no card and no answer by two minutes, and get all changes', async () => {
  await peopleWatch(WATCHERS)
  await approve()
  await run()
  const waiting = await countWaiting()
  expect(waiting).toBeGreaterThan(WATCHERS - 50)
  const { reference } = await sent(registry, addition(`Many ${++names}`))
  const begun = clock.now()
  for (let minutes = 0; minutes < 2 && !texts(DM).some((text) => text.includes(reference)); minutes++) {
    await run()
    clock.pass(MINUTE)
  }
  expect(texts(REVIEW_CHANNEL).some((text) => text.includes(reference))).toBe(true)
  expect(texts(DM).some((text) => text.includes(reference))).toBe(true)
  expect(clock.now() - begun).toBeLessThanOrEqual(2 * MINUTE)
  await approve()
  let minutes = 0
  for (; (await countWaiting()) > 0; minutes++) {
    const before = discord.requests.length
    await run()
    expect(discord.requests.length - before).toBeLessThanOrEqual(50)
    clock.pass(MINUTE)
  }
  expect(minutes).toBeLessThanOrEqual(Math.ceil(WATCHERS / 20))
  const toWatchers = discord.messages.filter(({ channelId }) => channelId.startsWith('dm-3170'))
  expect(new Set(toWatchers.map(({ channelId }) => channelId)).size).toBe(WATCHERS)
  for (const name of [`Many ${names}`, `Many ${names - 2}`])
    expect(toWatchers.filter(({ text }) => text.includes(`[${name}]`))).toHaveLength(WATCHERS)
})

it('several changes for a channel are one message, in order, of at most ten', async () => {
  await registry.addWatch(channel(BUSY), { kind: 'everything' })
  const approved: string[] = []
  for (let i = 0; i < 12; i++) approved.push(await approve())
  await runUntilDone()
  const [first = '', second = ''] = texts(BUSY)
  expect(texts(BUSY)).toHaveLength(2)
  expect(first).toContain('## 10 changes')
  expect([...first.matchAll(/\[(Many \d+)\]\(https/g)].map(([, name]) => name)).toEqual(approved.slice(0, 10))
  expect(second).toContain('## 2 changes')
  expect(await rows("select id from deliveries where state <> 'done'")).toEqual([])
})

it('a message whose answer was lost is not repeated, and later changes are in another', async () => {
  await registry.addWatch(channel(BUSY), { kind: 'everything' })
  const early = [await approve(), await approve()]
  discord.always = ({ path }) => (path.includes(BUSY) ? 'answer lost' : undefined)
  await run()
  discord.always = () => undefined
  const late = await approve()
  clock.pass(MINUTE)
  await run()
  await run()
  expect(texts(BUSY)).toHaveLength(2)
  for (const name of early) expect(texts(BUSY)[0]).toContain(name)
  expect(texts(BUSY)[1]).toContain(late)
})

it('a channel that is limited or fails waits alone', async () => {
  for (const id of [BUSY, QUIET]) await registry.addWatch(channel(id), { kind: 'everything' })
  discord.always = ({ path }) =>
    path.includes(BUSY) ? { status: 429, body: { retry_after: 30, global: false } } : undefined
  for (let i = 0; i < 3; i++) {
    await approve()
    await run()
  }
  expect(texts(QUIET)).toHaveLength(3)
  expect(discord.requests.filter(({ path }) => path.includes(BUSY))).toHaveLength(1)
  discord.always = () => undefined
  clock.pass(30_000)
  await run()
  await run()
  for (let i = 0; i < 3; i++) expect(texts(BUSY).join()).toContain(`[Many ${names - i}]`)
})

it('a person whose messages are limited holds up no other person', async () => {
  await peopleWatch(8)
  await approve()
  discord.always = ({ path }) =>
    path.startsWith('/channels/dm-317000000000000003/')
      ? { status: 429, body: { retry_after: 30, global: false } }
      : undefined
  await run()
  expect(discord.messages.filter(({ channelId }) => channelId.startsWith('dm-3170'))).toHaveLength(7)
})

it('a global rate limit ends the run', async () => {
  for (let i = 0; i < 30; i++)
    await registry.addWatch(channel(`7100000000000000${10 + i}`), { kind: 'everything' })
  await approve()
  discord.always = () => ({ status: 429, body: { retry_after: 1, global: true } })
  await run()
  expect(discord.requests.length).toBeLessThanOrEqual(4)
})
