import { RegistryError, refusal } from '../../schema/errors.ts'
import { secondsToMidnight } from '../domain/midnight.ts'

/** A page or a program waits ten seconds at most, and has to be answered within them: after one slow trip, or several. */
const TRIP_MS = 8_000
const TRIPS_MS = 9_000
const RETRY_SECONDS = 30

/** What D1 says where our SQL or a row is at fault. A repeat fails again, so these stay bugs. */
const OUR_FAULT = /SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG|AUTH)|^D1_(TYPE_ERROR|COLUMN_NOTFOUND)/
const DAY_SPENT = /exceeded.*\b(daily|free)/i

/** The cause is for the log alone: the doors say the sentence. */
const unreachable = (retryAfter: number, cause: Error) =>
  Object.assign(refusal('unavailable', 'databaseUnreachable', [], { retryAfter }), { cause })

/** The fault of a trip to D1: `unavailable` if the database failed, and the fault itself if our query did. */
function tripFault(fault: unknown, now: number): unknown {
  if (!(fault instanceof Error) || !fault.message.startsWith('D1_') || OUR_FAULT.test(fault.message))
    return fault
  return unreachable(DAY_SPENT.test(fault.message) ? secondsToMidnight(now) : RETRY_SECONDS, fault)
}

/** One trip to D1. Throws `unavailable` if D1 fails or takes longer than `milliseconds`. */
async function boundTrip<Result>(trip: () => Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(unreachable(RETRY_SECONDS, new Error(`No answer of D1 in ${milliseconds} ms.`))),
      milliseconds,
    )
  })
  try {
    return await Promise.race([trip(), late])
  } catch (fault) {
    throw tripFault(fault, Date.now())
  } finally {
    clearTimeout(timer)
  }
}

export interface BoundTrips {
  /** A trip for which no time is left is not made. */
  readonly bound: <Result>(trip: () => Promise<Result>) => Promise<Result>
  /** The trips from now on have all the time again. */
  readonly renew: () => void
}

/**
 * Bounds the trips of one request, each and all together, by the time that it waits for them: what it sends after its answer
 * waits for others too.
 */
export function boundTrips(most = TRIPS_MS, each = TRIP_MS): BoundTrips {
  let left = most
  const bound: BoundTrips['bound'] = async (trip) => {
    if (left <= 0) throw unreachable(RETRY_SECONDS, new Error(`The trips to D1 took ${most} ms.`))
    const began = Date.now()
    try {
      return await boundTrip(trip, Math.min(each, left))
    } finally {
      left -= Date.now() - began
    }
  }
  return {
    bound,
    renew() {
      left = most
    },
  }
}

/** Drizzle wraps what a single query throws, and a refusal has to reach its caller as it is. */
export const unwrapped = (fault: unknown): unknown =>
  fault instanceof Error && fault.cause instanceof RegistryError ? fault.cause : fault
