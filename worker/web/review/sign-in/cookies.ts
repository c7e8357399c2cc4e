// The two cookies of signing in. Both are signed, out of reach of scripts, and sent along when Discord leads back to us:
// SameSite=Strict would hold them back then.

import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppEnv } from '../../../env.ts'

/** `begun` is a sign-in on its way, `session` one that has arrived. */
export type CookieName = 'begun' | 'session'

/**
 * Without TLS there are neither secure cookies nor the prefix that stands for them (RFC 6265bis, 4.1.3.2), in some
 * browsers not even on this machine itself. Anywhere else a cookie that is not secure is none of ours.
 */
function protection(c: Context<AppEnv>) {
  const { protocol, hostname } = new URL(c.req.url)
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isLocal ? ({ secure: false } as const) : ({ secure: true, prefix: 'host' } as const)
}

const attributes = (c: Context<AppEnv>) =>
  ({ ...protection(c), path: '/', httpOnly: true, sameSite: 'Lax' }) as const

/** What is signed is the value alone; with its name in it neither cookie can be put in the other's place. */
const named = (name: CookieName, value: string): string => `${name}:${value}`

export async function giveCookie(
  c: Context<AppEnv>,
  name: CookieName,
  value: string,
  { secret, seconds }: { readonly secret: string; readonly seconds: number },
): Promise<void> {
  await setSignedCookie(c, name, named(name, value), secret, {
    ...attributes(c),
    maxAge: seconds,
  })
}

/** Undefined where there is none, and where it is not as we signed it. */
export async function readCookie(
  c: Context<AppEnv>,
  name: CookieName,
  secret: string,
): Promise<string | undefined> {
  const { prefix } = { prefix: undefined, ...protection(c) }
  const signed = (await getSignedCookie(c, secret, name, prefix)) || undefined
  const start = named(name, '')
  return signed?.startsWith(start) ? signed.slice(start.length) : undefined
}

export function dropCookie(c: Context<AppEnv>, name: CookieName): void {
  deleteCookie(c, name, attributes(c))
}
