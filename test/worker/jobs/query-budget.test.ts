// A run of the outbox counts the queries that it sends, and stays within what its invocation may send.

import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Attempt } from '../../../schema/verbs/deliveries.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { DELIVERY_KINDS } from '../../../schema/vocabulary.ts'
import { EVERY_MINUTE, STEP_QUERIES } from '../../../worker/jobs/deliver.ts'
import { QUERY_LIMIT } from '../../../worker/registry/database.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { ANNA, addition, rows, sent } from '../registry/submissions.ts'
import { clock, faults, registry, run } from './outbox.ts'

const CHANNEL = { kind: 'channel', channelId: '700000000000000001', guildId: '7' } as const

/** Takes the most queries to record: the delivery is given up, and its watch ends. */
const CLOSED: Attempt = { result: 'refused', error: 'Missing Access', isClosed: true }

const limited = (queryLimit: number) =>
  createRegistry(env.DB, { queryLimit, now: () => new Date(clock.now()) })

let names = 0

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await sent(registry, addition('Overdue'))
  clock.pass(4 * 86_400_000)
})

/** Cards, messages to the submitter, an announcement and a reminder wait. */
beforeEach(async () => {
  await env.DB.prepare('delete from deliveries').run()
  await registry.addWatch(CHANNEL, { kind: 'everything' })
  await registry.queueReminder()
  const { reference } = await sent(registry, addition(`Counted ${++names}`))
  await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  for (let i = 0; i < 4; i++) await sent(registry, addition(`Counted ${++names}`))
})

/** A run by cron. Returns how many deliveries it sent, and expects all of them recorded. */
async function runWith(verbs: Registry): Promise<number> {
  const sentIds: number[] = []
  await run({
    registry: verbs,
    kinds: DELIVERY_KINDS,
    bounds: { ...EVERY_MINUTE, maxWaitMs: 0 },
    send: async ({ id }) => {
      sentIds.push(id)
      return CLOSED
    },
  })
  expect(faults.splice(0)).toEqual([])
  expect(
    (await rows("select id from deliveries where state = 'dead' order by id")).map(({ id }) => id),
  ).toEqual(sentIds.toSorted((a, b) => a - b))
  return sentIds.length
}

// The reminder takes one query, a claim up to 16, and the record of four attempts up to 4.
it.each([
  [14, 0],
  [20, 0],
  [21, 4],
  [24, 4],
  [25, 7],
  [31, 7],
  [QUERY_LIMIT, 12],
])('a budget of %i queries suffices for %i deliveries', async (limit, most) => {
  expect(await runWith(limited(limit))).toBe(most)
})

it.each([1, 2, 3])('the budget is kept where each step takes %i queries more', async (more) => {
  const verbs = limited(QUERY_LIMIT)
  const first = async () => {
    for (let i = 0; i < more; i++) await verbs.findNextDelivery(['review'])
  }
  const made = await runWith({
    ...verbs,
    claimDeliveries: (...args) => first().then(() => verbs.claimDeliveries(...args)),
    recordAttempts: (...args) => first().then(() => verbs.recordAttempts(...args)),
  })
  expect(made).toBeGreaterThan(4)
  expect(verbs.countQueries().left).toBeGreaterThanOrEqual(0)
})

it('a query beyond the budget is refused', async () => {
  const verbs = limited(2)
  await verbs.findNextDelivery(['review'])
  await expect(verbs.getOverview()).rejects.toThrow('More than 2 queries to D1.')
  expect(verbs.countQueries()).toMatchObject({ sent: 1, left: 1 })
})

it('the known queries of the steps are what they take at most', async () => {
  const verbs = limited(100)
  const queriesOf = async (step: () => Promise<unknown>) => {
    const before = verbs.countQueries().sent
    await step()
    return verbs.countQueries().sent - before
  }
  expect(await queriesOf(() => verbs.claimDeliveries(10, DELIVERY_KINDS))).toBe(STEP_QUERIES.claim)
  const waiting = await rows<{ id: number }>("select id from deliveries where state = 'waiting'")
  const [first = 0, second = 0, third = 0] = waiting.map(({ id }) => id)
  const recorded = [
    await queriesOf(() => verbs.recordAttempts([{ id: first, attempt: { result: 'retry', error: 'No.' } }])),
    await queriesOf(() =>
      verbs.recordAttempts([{ id: first, attempt: { result: 'sent', channelId: '1', messageId: '2' } }]),
    ),
    await queriesOf(() =>
      verbs.recordAttempts([{ id: second, attempt: { result: 'refused', error: 'No.', isClosed: true } }]),
    ),
    await queriesOf(() => verbs.recordAttempts([{ id: third, attempt: { result: 'nobody', why: 'No.' } }])),
  ]
  expect(Math.max(...recorded)).toBe(STEP_QUERIES.record)
})
