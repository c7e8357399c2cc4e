// Sends what is in the outbox, within what one invocation of a Worker may do on Cloudflare's free plan.

import type { Attempt, Delivery } from '../../schema/verbs/deliveries.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'

export interface Bounds {
  /** How long a run waits for deliveries that are due soon, in milliseconds. Waiting costs no CPU time. */
  readonly maxWaitMs: number
  /** Whether the run begins by queueing the daily reminder about submissions that wait for long. */
  readonly queuesReminder?: boolean
}

/** Cron comes every minute, so a run waits for nearly one: the first retries are seconds apart. */
export const EVERY_MINUTE: Bounds = { maxWaitMs: 50_000, queuesReminder: true }

/** Cloudflare ends a Worker 30 seconds after its answer. */
export const AFTER_COMMIT: Bounds = { maxWaitMs: 15_000 }

/** A delivery takes up to two requests to Discord, and an invocation may make 50. */
const MAX_DELIVERIES = 10

/** A Worker has at most six connections open at a time; a run after a commit may share them with the request. */
const CONCURRENCY = 4

/**
 * D1 queries that a step takes at most: claiming deliveries of every kind with their facts, and recording one attempt.
 * A test measures these numbers. A run counts what its steps take, and goes by that where it is more.
 */
export const STEP_QUERIES = { claim: 13, record: 3 } as const

export interface Delivering {
  readonly registry: Registry
  readonly kinds: readonly DeliveryKind[]
  readonly send: (delivery: Delivery) => Promise<Attempt>
  readonly bounds: Bounds
  /** Logs a bug, and returns the id that finds it in the log. */
  readonly onFault: (fault: unknown) => string
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<void>
}

/** Never throws: a fault is logged, and a delivery that was not made is due again. */
export async function deliverDue(run: Delivering): Promise<void> {
  try {
    await deliverRounds(run, { ...STEP_QUERIES })
  } catch (fault) {
    run.onFault(fault)
  }
}

type StepQueries = Record<keyof typeof STEP_QUERIES, number>

/** Steps of a run do not overlap. Queries that the request sends meanwhile are counted too, which errs on the safe side. */
async function measure<Result>(
  { registry }: Delivering,
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

async function deliverRounds(run: Delivering, stepQueries: StepQueries): Promise<void> {
  const { registry, kinds, bounds, now = Date.now, sleep = wait } = run
  const end = now() + bounds.maxWaitMs
  // Only the review channel gets reminders: without one they would pile up.
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

/** The order is free: a claim holds no two deliveries of one submission, nor two of one resource to one target. */
async function deliverAll(
  run: Delivering,
  stepQueries: StepQueries,
  claimed: readonly Delivery[],
): Promise<void> {
  const holds: RateLimitHold[] = []
  const queue = [...claimed]
  while (queue.length > 0) {
    // A delivery whose attempt could not be recorded is not sent: it stays leased, and is due again after the lease.
    const affordable = Math.floor(run.registry.countQueries().left / stepQueries.record)
    const some = queue.splice(0, Math.min(CONCURRENCY, affordable))
    if (some.length === 0) return
    const attempts = await Promise.all(
      some.map(async (delivery) => ({ delivery, attempt: await attemptTo(run, delivery, holds) })),
    )
    for (const { delivery, attempt } of attempts)
      await measure(run, stepQueries, 'record', () => recordAttempt(run, delivery, attempt))
  }
}

/** Discord's rate limit for some of the deliveries: a request all the same would only count against us. */
interface RateLimitHold {
  readonly scope: string
  readonly attempt: Extract<Attempt, { result: 'retry' }>
}

const EVERYTHING = 'everything'

/** Discord limits posts by channel, and messages to people by the opening of their channels. */
function rateLimitScope(delivery: Delivery): string {
  if (delivery.kind === 'review' || delivery.kind === 'digest') return 'review'
  return delivery.kind === 'announcement' && delivery.channelId !== undefined ? delivery.channelId : 'people'
}

async function attemptTo(
  { send, onFault }: Delivering,
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
  { registry, onFault }: Delivering,
  { id }: Delivery,
  attempt: Attempt,
): Promise<void> {
  try {
    await registry.recordAttempt(id, attempt)
  } catch (fault) {
    // The delivery stays leased, and is due again after the lease.
    onFault(fault)
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
