// Each request of the outbox to Discord in turn goes wrong: in the end every message is there once, and nothing waits.

import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { DiscordActor } from '../../../schema/verbs/actor.ts'
import { DELIVERY_KINDS, MAIL_KINDS } from '../../../schema/vocabulary.ts'
import { AFTER_COMMIT, deliverDue, EVERY_MINUTE } from '../../../worker/jobs/deliver.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { eachMishap, faultySites } from '../../support/faults/faulty-calls.ts'
import { inTime } from '../../support/faults/in-time.ts'
import { BOT_TOKEN, FakeDiscord, REVIEW_CHANNEL } from '../jobs/fake-discord.ts'
import { clock, countWaiting, faults, registry, run } from '../jobs/outbox.ts'
import { ANNA, addition, rows, sent } from '../registry/submissions.ts'

const EVE: DiscordActor = { kind: 'discord', discordId: '117000000000000123', name: 'Eve' }
const CHANNEL = '700000000000000001'
const REQUEST_MS = 5000
const DAY_MS = 86_400_000

let discord: FakeDiscord
let names = 0

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await registry.addWatch({ kind: 'channel', channelId: CHANNEL, guildId: '7' }, { kind: 'everything' })
  await registry.addWatch({ kind: 'person', actor: EVE }, { kind: 'everything' })
})
beforeEach(async () => {
  for (const table of ['deliveries', 'candidate_addresses', 'candidates']) await rows(`delete from ${table}`)
  discord = new FakeDiscord()
})
afterEach(() => void vi.restoreAllMocks())

/** Discord, a request to which may go wrong. */
function faultyDiscord() {
  const answer = vi.mocked(fetch).getMockImplementation()
  if (!answer) throw new Error('Nobody plays Discord.')
  return faultySites((request) => answer(request), clock.pass)
}

/** Runs until nothing waits any more. */
async function settle(): Promise<void> {
  for (let runs = 0; runs < 20; runs++) {
    await run({ timeLimitMs: REQUEST_MS, bounds: { ...EVERY_MINUTE, maxWaitMs: 0 } })
    const next = await registry.findNextDelivery(DELIVERY_KINDS)
    if (next === undefined) return
    clock.pass(next)
  }
  throw new Error('Something still waits.')
}

/** A submission that waits for days and is approved, and a data set that was found: a message of every kind. */
async function story(): Promise<void> {
  names += 1
  const { reference } = await sent(registry, addition(`Told ${names}`))
  await settle()
  clock.pass(4 * DAY_MS)
  await settle()
  await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  clock.pass(7 * DAY_MS)
  const found = { isPaper: false, fields: { name: `Found ${names}` }, evidence: [] }
  const url = `https://found.org/${names}`
  await registry.offerCandidates(
    [{ source: 'datacite', url, publisher: 'Zenodo', addresses: [url], found, signs: [], score: 5 }],
    { isWhole: true },
  )
  await settle()
}

const places = () =>
  discord.messages.map(({ channelId, edits }) => `${channelId} ${edits > 0 ? 'edited' : ''}`).sort()

/** Card, reminder, offer and announcement; the card edited; three messages to people, each after its channel. */
const REQUESTS = 11

let whole: readonly string[] = []

it('a story has messages of every kind that goes to Discord', async () => {
  const sites = faultyDiscord()
  await story()
  whole = places()
  expect(sites.calls).toHaveLength(REQUESTS)
  const kinds = await rows<{ kind: string }>('select distinct kind from deliveries order by kind')
  expect(new Set([...kinds.map(({ kind }) => kind), ...MAIL_KINDS])).toEqual(new Set(DELIVERY_KINDS))
})

/** An answer that can't be read ends as one that is lost. */
const TRIED = eachMishap(REQUESTS).filter(({ at, mishap }) => at === 1 || !/half|proxy/.test(mishap))

it.each(TRIED)('each message is there once where request $at $mishap', async ({ at, mishap }) => {
  const sites = faultyDiscord()
  sites.befall(at, mishap)
  await story()
  expect(sites.calls.length).toBeGreaterThan(REQUESTS)
  expect(places()).toEqual(whole)
  expect(
    discord
      .in(REVIEW_CHANNEL)
      .map(({ text }) => text)
      .join(),
  ).toContain('approved')
  expect(await countWaiting()).toBe(0)
  expect(await rows("select kind, last_error from deliveries where state <> 'done'")).toEqual([])
  expect(JSON.stringify(await rows('select * from deliveries'))).not.toContain(BOT_TOKEN)
  expect(faults).toEqual([])
})

it.each([
  { bounds: AFTER_COMMIT, what: 'the thirty seconds after an answer', seconds: 30 },
  { bounds: EVERY_MINUTE, what: 'its lease', seconds: 61 },
])('while Discord answers nothing, a run ends within $what', async ({ bounds, seconds }) => {
  for (let n = 0; n < 12; n++) await sent(registry, addition(`Waits ${++names}`))
  await rows("update deliveries set next_at = '2020-01-01'")
  const now = createRegistry(env.DB)
  const late = () =>
    new Promise<{ result: 'retry'; error: string }>((resolve) =>
      // A message to a person takes two requests.
      setTimeout(() => resolve({ result: 'retry', error: 'No answer.' }), 2 * REQUEST_MS),
    )
  await inTime(
    () =>
      deliverDue({
        registry: now,
        kinds: DELIVERY_KINDS,
        send: late,
        bounds,
        onFault: (fault) => String(fault),
      }),
    seconds * 1000,
    500,
  )
  expect(await countWaiting()).toBeGreaterThanOrEqual(24)
})
