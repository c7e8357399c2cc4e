// Sends the deliveries of the outbox, within the limits of one invocation on Cloudflare's free plan.

import type { Attempt, Delivery, EndedAttempt } from '../../schema/verbs/deliveries.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'

export interface Bounds {
  /** How long a run waits for deliveries that are due soon, in milliseconds. Waiting costs no CPU time. */
  readonly maxWaitMs: number
  /** Whether the run begins by queueing the daily reminder of overdue submissions. */
  readonly queuesReminder?: boolean
}

/** Cron runs every minute. A run takes nearly a minute, as a lease does, because the first retries are seconds apart. */
export const EVERY_MINUTE: Bounds = { maxWaitMs: 50_000, queuesReminder: true }

/** Cloudflare ends a Worker 30 seconds after its response. */
export const AFTER_COMMIT: Bounds = { maxWaitMs: 15_000 }

/**
 * A run sends for as long as it waits, and at least so long: where Discord does not answer, the last ones take ten seconds
 * more.
 */
const SENDING_MS = 15_000

/**
 * An invocation may make 50 requests. A delivery takes up to two: to open a channel and post, or to edit a card and post
 * another. The rest is for the request that a run follows, which may itself ask Discord.
 */
const MAX_DELIVERIES = 22

/** A Worker has at most six connections open at a time; a run after a commit may share them with the request. */
const CONCURRENCY = 4

/**
 * The most D1 queries of a step: to claim deliveries of every kind with their facts, and to record up to `CONCURRENCY`
 * attempts. A test measures these numbers. A run counts the queries of its own steps, and uses that number where it is
 * larger.
 */
export const STEP_QUERIES = { claim: 16, record: 4 } as const

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
  const began = now()
  const end = began + bounds.maxWaitMs
  const lastSent = began + Math.max(bounds.maxWaitMs, SENDING_MS)
  // Only the review channel gets reminders. Without one they would accumulate.
  if (bounds.queuesReminder && kinds.includes('digest')) await registry.queueReminder()
  const holds: RateLimitHold[] = []
  for (let remaining = MAX_DELIVERIES; remaining > 0; ) {
    const records = Math.floor((registry.countQueries().left - stepQueries.claim) / stepQueries.record)
    const affordable = records * CONCURRENCY
    if (affordable < 1) return
    const claimed = await measure(run, stepQueries, 'claim', () =>
      registry.claimDeliveries(Math.min(remaining, affordable), kinds),
    )
    if (claimed.length > 0) {
      remaining -= claimed.length
      await deliverAll(run, stepQueries, claimed, holds, lastSent)
      if (now() > lastSent || holds.some(({ scope }) => scope === EVERYTHING)) return
      continue
    }
    const next = await registry.findNextDelivery(kinds)
    if (next === undefined || now() + next > end) return
    await sleep(next)
  }
}

/** At the same time: a claim has no two deliveries of one submission, and no two announcements to one target. */
async function deliverAll(
  run: DeliveryRun,
  stepQueries: StepQueries,
  claimed: readonly Delivery[],
  holds: RateLimitHold[],
  lastSent: number,
): Promise<void> {
  const { now = Date.now } = run
  const queue = [...claimed]
  while (queue.length > 0 && now() <= lastSent) {
    // A delivery is not sent if no queries or no time are left to record it. It is due again after its lease.
    if (run.registry.countQueries().left < stepQueries.record) return
    const batch = queue.splice(0, CONCURRENCY)
    const ended = await Promise.all(
      batch.map(async (delivery) => {
        const attempt = await attemptTo(run, delivery, holds)
        return idsOf(delivery).map((id) => ({ id, attempt }))
      }),
    )
    await measure(run, stepQueries, 'record', () => recordAttempts(run, ended.flat()))
  }
}

/** Discord's rate limit for a scope of deliveries. A request during the limit would count against us. */
interface RateLimitHold {
  readonly scope: string
  /** Milliseconds since 1970. */
  readonly until: number
  readonly attempt: Extract<Attempt, { result: 'retry' }>
}

/** The hold of a rate limit that does not say when it ends, and of a wrong bot token. */
const UNKNOWN_HOLD_MS = 1000

const EVERYTHING = 'everything'
const PEOPLE = 'people'

const idsOf = (delivery: Delivery): readonly number[] =>
  delivery.kind === 'announcement' ? delivery.announced.map(({ id }) => id) : [delivery.id]

const isToPerson = (delivery: Delivery): boolean =>
  delivery.kind === 'submitter' || (delivery.kind === 'announcement' && delivery.channelId === undefined)

/** Discord limits posts by channel. */
function targetOf(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'review':
    case 'digest':
    case 'candidates':
      return 'review'
    case 'submitter':
      return `person:${delivery.recipient}`
    case 'mailCheck':
    case 'mail':
      return `mail:${delivery.letter?.address}`
    case 'announcement':
      return delivery.channelId ?? `person:${delivery.recipient}`
  }
}

function scopeOf(held: 'all' | 'people' | 'target', delivery: Delivery): string {
  switch (held) {
    case 'all':
      return EVERYTHING
    case 'people':
      return PEOPLE
    case 'target':
      return targetOf(delivery)
  }
}

async function attemptTo(
  { send, onFault, now = Date.now }: DeliveryRun,
  delivery: Delivery,
  holds: RateLimitHold[],
): Promise<Attempt> {
  const scopes = [EVERYTHING, targetOf(delivery), ...(isToPerson(delivery) ? [PEOPLE] : [])]
  const hold = holds.find(({ scope, until }) => until > now() && scopes.includes(scope))
  if (hold) return { ...hold.attempt, retryAfterMs: hold.until - now() }
  try {
    const attempt = await send(delivery)
    if (attempt.result === 'retry' && attempt.holds)
      holds.push({
        scope: scopeOf(attempt.holds, delivery),
        until: now() + (attempt.retryAfterMs ?? UNKNOWN_HOLD_MS),
        attempt,
      })
    return attempt
  } catch (fault) {
    return { result: 'retry', error: `A fault of ours, logged as ${onFault(fault)}.` }
  }
}

async function recordAttempts(
  { registry, onFault }: DeliveryRun,
  ended: readonly EndedAttempt[],
): Promise<void> {
  try {
    await registry.recordAttempts(ended)
  } catch (fault) {
    // Each is due again after its lease.
    onFault(fault)
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
