import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { baseOf } from '../../http/base.ts'
import { RpcError } from './message.ts'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Pages of any origin may ask, as of the rest of the API. What MCP guards against is DNS rebinding: the page of a stranger
 * whose name leads to this machine, so that its origin and the host that it asks are the same. A name cannot be
 * rebound where there is TLS.
 */
export function refuseForgedOrigin(c: Context<AppEnv>): void {
  const header = c.req.header('Origin')
  if (header === undefined) return
  const origin = URL.parse(header)
  const asked = new URL(c.req.url)
  const isRebound =
    origin?.protocol === 'http:' &&
    origin.host === asked.host &&
    !LOOPBACK.test(origin.hostname) &&
    origin.origin !== URL.parse(baseOf(c))?.origin
  if (origin === null || isRebound)
    throw new RpcError('invalidRequest', 'This origin may not ask here.', { status: 403 })
}
