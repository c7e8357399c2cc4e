// What all cookies have in common: no script reads them, and only this host gets them. SameSite=Strict would keep the
// browser from sending them when Discord redirects back, and when a link elsewhere leads here.

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/**
 * Without TLS browsers take neither secure cookies nor the prefix `__Host-` (RFC 6265bis, 4.1.3.2), some not even on
 * localhost. On any other host only secure cookies are written and read.
 */
function protection(c: Context<AppEnv>) {
  const { protocol, hostname } = new URL(c.req.url)
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isLocal ? ({ secure: false } as const) : ({ secure: true, prefix: 'host' } as const)
}

export const cookieAttributes = (c: Context<AppEnv>) =>
  ({ ...protection(c), path: '/', httpOnly: true, sameSite: 'Lax' }) as const

/** For reading a cookie. */
export const cookiePrefix = (c: Context<AppEnv>): 'host' | undefined =>
  ({ prefix: undefined, ...protection(c) }).prefix
