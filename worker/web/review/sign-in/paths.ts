// The paths of signing in, and the page that a maintainer returns to afterwards.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'

export const HOME = '/review'
export const SIGN_IN = '/review/sign-in'
export const CALLBACK = '/review/callback'
export const SIGN_OUT = '/review/sign-out'

/** A placeholder for our own origin, so that absolute addresses of others can be recognized. */
const OWN_ORIGIN = 'https://here.invalid'

/** The path goes into a cookie, which browsers limit to 4096 bytes. */
const MAX_PATH_LENGTH = 1000

/** A path with its query; `/review` for an address of another site or of signing in. */
export function pathTo(address: string | undefined): string {
  if (address === undefined || address.length > MAX_PATH_LENGTH || !URL.canParse(address, OWN_ORIGIN))
    return HOME
  // URL resolves `//elsewhere`, `/\elsewhere` and `/review/../` as a browser does.
  const { origin, pathname, search } = new URL(address, OWN_ORIGIN)
  const isOurs = origin === OWN_ORIGIN && (pathname === HOME || pathname.startsWith(`${HOME}/`))
  return isOurs && ![SIGN_IN, CALLBACK, SIGN_OUT].includes(pathname) ? `${pathname}${search}` : HOME
}

/** The requested page; `/review` after a form, which a link cannot send again. */
export const returnPath = ({ req }: Context<AppEnv>): string =>
  req.method === 'POST' ? HOME : pathTo(`${req.path}${new URL(req.url).search}`)

export const signInAddress = (to: string): string =>
  to === HOME ? SIGN_IN : `${SIGN_IN}?${new URLSearchParams({ to })}`
