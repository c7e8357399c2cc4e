// Empties the outbox, within what a run may cost.

import type { Attempt, Delivery } from '../../schema/verbs/deliveries.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'

/** What one run may do. */
export interface Bounds {
  /** Statements to D1. The free plan allows 50 a run, and those of a batch may count one by one. */
  readonly queries: number
  /** How long to stay for what is due soon, in milliseconds. Waiting costs no CPU. */
  readonly patience: number
  /** Whether to look, first, for what has waited for long. */
  readonly reminds?: boolean
}

/** Cron comes every minute, so a run stays for nearly one: the first tries again are seconds apart. */
export const EVERY_MINUTE: Bounds = { queries: 48, patience: 50_000, reminds: true }

/** Beside what the request itself asked; a Worker is ended 30 seconds after its answer. */
export const AFTER_COMMIT: Bounds = { queries: 30, patience: 15_000 }

/** What each step asks at the most: worker/registry/deliveries/deliveries.ts, delivery-facts.ts, review.ts and overdue.ts. */
const COST = { remind: 1, claim: 2, end: 3, next: 1 } as const

/** The facts of deliveries of submissions, of announcements, of a digest: asked for where there is such a one. */
const FACTS = { submissions: 8, announcement: 1, digest: 2 } as const
const ALL_FACTS = FACTS.submissions + FACTS.announcement + FACTS.digest

function factsCost(claimed: readonly Delivery[]): number {
  const kinds = new Set(claimed.map(({ kind }) => kind))
  return (
    (kinds.has('review') || kinds.has('submitter') ? FACTS.submissions : 0) +
    (kinds.has('announcement') ? FACTS.announcement : 0) +
    (kinds.has('digest') ? FACTS.digest : 0)
  )
}

/** About 20 requests to Discord a run, where 50 are allowed. */
const MOST = 10

/** A Worker has at most six connections open at a time; a run after a commit may share them with the request. */
const LANES = 4

export interface Delivering {
  readonly registry: Registry
  readonly kinds: readonly DeliveryKind[]
  readonly send: (delivery: Delivery) => Promise<Attempt>
  readonly bounds: Bounds
  /** Logs what is a bug, and gives the id to find it by. */
  readonly onFault: (fault: unknown) => string
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<void>
}

/** Never throws: what went wrong is logged, and what was not done is due again. */
export async function deliverDue(given: Delivering): Promise<void> {
  try {
    await deliverRounds(given)
  } catch (fault) {
    given.onFault(fault)
  }
}

async function deliverRounds(given: Delivering): Promise<void> {
  const { registry, kinds, bounds, now = Date.now, sleep = wait } = given
  const end = now() + bounds.patience
  let queries = bounds.queries
  // Without a review channel a digest would wait, and with one there would be many.
  if (bounds.reminds && kinds.includes('digest')) {
    await registry.queueReminder()
    queries -= COST.remind
  }
  for (let left = MOST; left > 0; ) {
    const affordable = Math.floor((queries - COST.claim - ALL_FACTS) / COST.end)
    if (affordable < 1) return
    const claimed = await registry.claimDeliveries(Math.min(left, affordable), kinds)
    queries -= COST.claim
    if (claimed.length > 0) {
      queries -= factsCost(claimed) + COST.end * claimed.length
      left -= claimed.length
      await deliverAll(given, claimed)
      continue
    }
    const next = await registry.findNextDelivery(kinds)
    queries -= COST.next
    if (next === undefined || now() + next > end) return
    await sleep(next)
  }
}

/** No two of a submission, or of a resource to one place, are ever claimed together: their order across lanes is free. */
async function deliverAll(given: Delivering, claimed: readonly Delivery[]): Promise<void> {
  const queue = [...claimed]
  const holds: RateLimitHold[] = []
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) await deliverOne(given, one, holds)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Discord said that it is too early for some: asking all the same would only be counted against us. */
interface RateLimitHold {
  readonly place: string
  readonly attempt: Extract<Attempt, { result: 'retry' }>
}

const EVERYWHERE = 'everywhere'

/** What Discord counts together: posts channel by channel, and messages to people by the opening of their channels. */
function placeOf(delivery: Delivery): string {
  if (delivery.kind === 'review' || delivery.kind === 'digest') return 'review'
  return delivery.kind === 'announcement' && delivery.channelId !== undefined ? delivery.channelId : 'people'
}

async function deliverOne(given: Delivering, delivery: Delivery, holds: RateLimitHold[]): Promise<void> {
  try {
    const place = placeOf(delivery)
    const held = holds.find((hold) => hold.place === EVERYWHERE || hold.place === place)
    const attempt = held?.attempt ?? (await attemptTo(given, delivery))
    if (attempt.result === 'retry' && attempt.holds && !held)
      holds.push({ place: attempt.holds === 'all' ? EVERYWHERE : place, attempt })
    await settle(given.registry, delivery, attempt)
  } catch (fault) {
    // It stays leased, and is due again when the lease is over.
    given.onFault(fault)
  }
}

async function attemptTo({ send, onFault }: Delivering, delivery: Delivery): Promise<Attempt> {
  try {
    return await send(delivery)
  } catch (fault) {
    return { result: 'retry', error: `A fault of ours, logged as ${onFault(fault)}.` }
  }
}

function settle(registry: Registry, { id }: Delivery, attempt: Attempt): Promise<void> {
  switch (attempt.result) {
    case 'sent':
      return registry.endDelivery(id, attempt)
    case 'retry':
      return registry.failDelivery(id, attempt.error, { retryAfterMs: attempt.retryAfterMs })
    case 'refused':
      return registry.failDelivery(id, attempt.error, { isPermanent: true, isClosed: attempt.isClosed })
    case 'nobody':
      return registry.dropDelivery(id, attempt.why)
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
