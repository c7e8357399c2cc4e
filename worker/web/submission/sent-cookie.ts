// The cookie that remembers what was sent from this browser: the secret ids, the latest first.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isCapability } from '../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../env.ts'
import { cookieAttributes, cookiePrefix } from '../cookie-attributes.ts'

const NAME = 'sent'
const MAX_IDS = 20
const MAX_AGE_SECONDS = 365 * 24 * 60 * 60

export const sentIds = (c: Context<AppEnv>): readonly string[] =>
  (getCookie(c, NAME, cookiePrefix(c)) || '').split('.').filter(isCapability).slice(0, MAX_IDS)

export function rememberSent(c: Context<AppEnv>, id: string): void {
  const ids = [id, ...sentIds(c).filter((known) => known !== id)]
  setCookie(c, NAME, ids.slice(0, MAX_IDS).join('.'), { ...cookieAttributes(c), maxAge: MAX_AGE_SECONDS })
}

export function forgetSent(c: Context<AppEnv>): void {
  deleteCookie(c, NAME, cookieAttributes(c))
}
