import { withTimeout } from '../../bot/timeout.ts'
import { logFault } from '../log.ts'

const TIME_LIMIT_MS = 1000

/**
 * Whether a key is within its limit of a minute. A counter that fails or stalls keeps nobody out: what is written in a day
 * is counted in D1 besides.
 */
export async function isWithinBurst(counter: RateLimit, key: string, requestId: string): Promise<boolean> {
  try {
    const counted = await withTimeout(counter.limit({ key }), TIME_LIMIT_MS)
    if (!counted) throw new Error(`No answer in ${TIME_LIMIT_MS} ms.`)
    return counted.success
  } catch (fault) {
    logFault(fault, { requestId, at: 'counting a burst' })
    return true
  }
}
