import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { logFault } from '../log.ts'
import { runAfterResponse } from './run-after-response.ts'

/**
 * Empties the cache that Cloudflare keeps before the Worker (`[cache]` in wrangler.toml); on this machine there is none.
 * A failure is logged and fails nothing: an answer grows old within a minute.
 */
export function emptyCache(c: Context<AppEnv>): void {
  const work = async () => {
    const result = await cacheOf(c)?.purge({ purgeEverything: true })
    if (result && !result.success) throw new Error(result.errors.map(({ message }) => message).join('; '))
  }
  const onFault = (fault: unknown) =>
    logFault(fault, { requestId: c.get('requestId'), at: 'emptying the cache' })
  runAfterResponse(c, work().catch(onFault))
}

/** Hono throws where a request has no execution context, as from `app.request`. */
function cacheOf(c: Context<AppEnv>): CacheContext | undefined {
  try {
    const { cache }: Partial<ExecutionContext> = c.executionCtx
    return cache
  } catch {
    return undefined
  }
}
