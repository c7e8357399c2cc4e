import { logFault } from '../log.ts'
import type { Execution } from './run-after-response.ts'

/**
 * Empties the cache that Cloudflare keeps before the Worker (`[cache]` in wrangler.toml); on this machine there is none.
 * A failure is logged and fails nothing: an answer grows old within a minute.
 */
export function emptyCache(execution: Execution | undefined, requestId: string): void {
  const work = async () => {
    const result = await execution?.cache?.purge({ purgeEverything: true })
    if (result && !result.success) throw new Error(result.errors.map(({ message }) => message).join('; '))
  }
  const onFault = (fault: unknown) => logFault(fault, { requestId, at: 'emptying the cache' })
  execution?.waitUntil(work().catch(onFault))
}
