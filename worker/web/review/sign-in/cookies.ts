// The two cookies of signing in. Both are signed and out of reach of scripts. SameSite=Strict would keep the browser from
// sending them when Discord redirects back.

import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppEnv } from '../../../env.ts'

/** `begun` is for a pending sign-in, `session` for a completed one. */
export type CookieName = 'begun' | 'session'

/**
 * Without TLS browsers take neither secure cookies nor the prefix `__Host-` (RFC 6265bis, 4.1.3.2), some not even on
 * localhost. On any other host only secure cookies are written and read.
 */
function protection(c: Context<AppEnv>) {
  const { protocol, hostname } = new URL(c.req.url)
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isLocal ? ({ secure: false } as const) : ({ secure: true, prefix: 'host' } as const)
}

const attributes = (c: Context<AppEnv>) =>
  ({ ...protection(c), path: '/', httpOnly: true, sameSite: 'Lax' }) as const

/** The signature covers the value alone. The name in the value keeps one cookie from passing for the other. */
const withName = (name: CookieName, value: string): string => `${name}:${value}`

export async function writeCookie(
  c: Context<AppEnv>,
  name: CookieName,
  value: string,
  { secret, seconds }: { readonly secret: string; readonly seconds: number },
): Promise<void> {
  await setSignedCookie(c, name, withName(name, value), secret, {
    ...attributes(c),
    maxAge: seconds,
  })
}

/** Undefined where the cookie is missing or its signature is wrong. */
export async function readCookie(
  c: Context<AppEnv>,
  name: CookieName,
  secret: string,
): Promise<string | undefined> {
  const { prefix } = { prefix: undefined, ...protection(c) }
  const signed = (await getSignedCookie(c, secret, name, prefix)) || undefined
  const start = withName(name, '')
  return signed?.startsWith(start) ? signed.slice(start.length) : undefined
}

export function deleteOwnCookie(c: Context<AppEnv>, name: CookieName): void {
  deleteCookie(c, name, attributes(c))
}
