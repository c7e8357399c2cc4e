// Sends the deliveries of the outbox, within the limits of one invocation on Cloudflare's free plan.

import type { Attempt, Delivery } from '../../schema/verbs/deliveries.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'

export interface Bounds {
  /** How long a run waits for deliveries that are due soon, in milliseconds. Waiting costs no CPU time. */
  readonly maxWaitMs: number
  /** Whether the run begins by queueing the daily reminder of overdue submissions. */
  readonly queuesReminder?: boolean
}

/** Cron runs every minute. A run waits for nearly a minute, because the first retries are seconds apart. */
export const EVERY_MINUTE: Bounds = { maxWaitMs: 50_000, queuesReminder: true }

/** Cloudflare ends a Worker 30 seconds after its response. */
export const AFTER_COMMIT: Bounds = { maxWaitMs: 15_000 }

/** A delivery takes up to two requests to Discord, and an invocation may make 50. */
const MAX_DELIVERIES = 10

/** A Worker has at most six connections open at a time; a run after a commit may share them with the request. */
const CONCURRENCY = 4

/**
 * The most D1 queries of a step: to claim deliveries of every kind with their facts, and to record one attempt. A test
 * measures these numbers. A run counts the queries of its own steps, and uses that number where it is larger.
 */
export const STEP_QUERIES = { claim: 14, record: 3 } as const

export interface DeliveryRun {
  readonly registry: Registry
  readonly kinds: readonly DeliveryKind[]
  readonly send: (delivery: Delivery) => Promise<Attempt>
  readonly bounds: Bounds
  /** Logs a bug, and returns the id that finds it in the log. */
  readonly onFault: (fault: unknown) => string
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<void>
}

/** Never throws: it logs a fault, and an unsent delivery is due again. */
export async function deliverDue(run: DeliveryRun): Promise<void> {
  try {
    await deliverRounds(run, { ...STEP_QUERIES })
  } catch (fault) {
    run.onFault(fault)
  }
}

type StepQueries = Record<keyof typeof STEP_QUERIES, number>

/** Steps of a run do not overlap. Queries of a parallel request are counted too, which is on the safe side. */
async function measure<Result>(
  { registry }: DeliveryRun,
  stepQueries: StepQueries,
  step: keyof StepQueries,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = registry.countQueries().sent
  try {
    return await work()
  } finally {
    stepQueries[step] = Math.max(stepQueries[step], registry.countQueries().sent - before)
  }
}

async function deliverRounds(run: DeliveryRun, stepQueries: StepQueries): Promise<void> {
  const { registry, kinds, bounds, now = Date.now, sleep = wait } = run
  const end = now() + bounds.maxWaitMs
  // Only the review channel gets reminders. Without one they would accumulate.
  if (bounds.queuesReminder && kinds.includes('digest')) await registry.queueReminder()
  for (let remaining = MAX_DELIVERIES; remaining > 0; ) {
    const affordable = Math.floor((registry.countQueries().left - stepQueries.claim) / stepQueries.record)
    if (affordable < 1) return
    const claimed = await measure(run, stepQueries, 'claim', () =>
      registry.claimDeliveries(Math.min(remaining, affordable), kinds),
    )
    if (claimed.length > 0) {
      remaining -= claimed.length
      await deliverAll(run, stepQueries, claimed)
      continue
    }
    const next = await registry.findNextDelivery(kinds)
    if (next === undefined || now() + next > end) return
    await sleep(next)
  }
}

/** In any order: a claim has no two deliveries of one submission, and no two of one resource to one target. */
async function deliverAll(
  run: DeliveryRun,
  stepQueries: StepQueries,
  claimed: readonly Delivery[],
): Promise<void> {
  const holds: RateLimitHold[] = []
  const queue = [...claimed]
  while (queue.length > 0) {
    // A delivery is not sent if no queries are left to record it. It is due again after its lease.
    const affordable = Math.floor(run.registry.countQueries().left / stepQueries.record)
    const batch = queue.splice(0, Math.min(CONCURRENCY, affordable))
    if (batch.length === 0) return
    const attempts = await Promise.all(
      batch.map(async (delivery) => ({ delivery, attempt: await attemptTo(run, delivery, holds) })),
    )
    for (const { delivery, attempt } of attempts)
      await measure(run, stepQueries, 'record', () => recordAttempt(run, delivery, attempt))
  }
}

/** Discord's rate limit for a scope of deliveries. A request during the limit would count against us. */
interface RateLimitHold {
  readonly scope: string
  readonly attempt: Extract<Attempt, { result: 'retry' }>
}

const EVERYTHING = 'everything'

/** Discord limits posts by channel, and direct messages by how often their channels are opened. */
function rateLimitScope(delivery: Delivery): string {
  if (delivery.kind === 'review' || delivery.kind === 'digest') return 'review'
  return delivery.kind === 'announcement' && delivery.channelId !== undefined ? delivery.channelId : 'people'
}

async function attemptTo(
  { send, onFault }: DeliveryRun,
  delivery: Delivery,
  holds: RateLimitHold[],
): Promise<Attempt> {
  const scope = rateLimitScope(delivery)
  const hold = holds.find((hold) => hold.scope === EVERYTHING || hold.scope === scope)
  if (hold) return hold.attempt
  try {
    const attempt = await send(delivery)
    if (attempt.result === 'retry' && attempt.holds)
      holds.push({ scope: attempt.holds === 'all' ? EVERYTHING : scope, attempt })
    return attempt
  } catch (fault) {
    return { result: 'retry', error: `A fault of ours, logged as ${onFault(fault)}.` }
  }
}

async function recordAttempt(
  { registry, onFault }: DeliveryRun,
  { id }: Delivery,
  attempt: Attempt,
): Promise<void> {
  try {
    await registry.recordAttempt(id, attempt)
  } catch (fault) {
    // The delivery is due again after its lease.
    onFault(fault)
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
