import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { logFault } from '../log.ts'
import { afterResponse, runAfterResponse } from './run-after-response.ts'

/**
 * Empties the cache that Cloudflare keeps before the Worker (`[cache]` in wrangler.toml); on this machine there is none.
 * A failure is logged and fails nothing: an answer grows old within a minute.
 */
export function emptyCache(c: Context<AppEnv>): void {
  const work = async () => {
    const result = await afterResponse(c)?.cache?.purge({ purgeEverything: true })
    if (result && !result.success) throw new Error(result.errors.map(({ message }) => message).join('; '))
  }
  const onFault = (fault: unknown) =>
    logFault(fault, { requestId: c.get('requestId'), at: 'emptying the cache' })
  runAfterResponse(c, work().catch(onFault))
}
