// The two cookies of signing in, both signed.

import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppEnv } from '../../../env.ts'
import { cookieAttributes, cookiePrefix } from '../../cookie-attributes.ts'

/** `begun` is for a pending sign-in, `session` for a completed one. */
export type CookieName = 'begun' | 'session'

/** The signature covers the value alone. The name in the value keeps one cookie from passing for the other. */
const withName = (name: CookieName, value: string): string => `${name}:${value}`

export async function writeCookie(
  c: Context<AppEnv>,
  name: CookieName,
  value: string,
  { secret, seconds }: { readonly secret: string; readonly seconds: number },
): Promise<void> {
  await setSignedCookie(c, name, withName(name, value), secret, {
    ...cookieAttributes(c),
    maxAge: seconds,
  })
}

/** Undefined where the cookie is missing or its signature is wrong. */
export async function readCookie(
  c: Context<AppEnv>,
  name: CookieName,
  secret: string,
): Promise<string | undefined> {
  const signed = (await getSignedCookie(c, secret, name, cookiePrefix(c))) || undefined
  const start = withName(name, '')
  return signed?.startsWith(start) ? signed.slice(start.length) : undefined
}

export function deleteOwnCookie(c: Context<AppEnv>, name: CookieName): void {
  deleteCookie(c, name, cookieAttributes(c))
}
