// Where one wanted to go before signing in: nowhere but to pages of ours that need it.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'

export const HOME = '/review'
export const SIGN_IN = '/review/sign-in'
export const CALLBACK = '/review/callback'
export const SIGN_OUT = '/review/sign-out'

/** Stands for whichever address is ours, to tell those that are not. */
const HERE = 'https://here.invalid'

/** It goes into a cookie, of which browsers keep 4096 bytes. */
const LONGEST = 1000

/** As an address without its origin; `/review` for all that leads elsewhere, or back to signing in. */
export function pathTo(given: string | undefined): string {
  if (given === undefined || given.length > LONGEST || !URL.canParse(given, HERE)) return HOME
  // Read as a browser does: `//elsewhere`, `/\elsewhere` and `/review/../` are what they become.
  const { origin, pathname, search } = new URL(given, HERE)
  const isOurs = origin === HERE && (pathname === HOME || pathname.startsWith(`${HOME}/`))
  return isOurs && ![SIGN_IN, CALLBACK, SIGN_OUT].includes(pathname) ? `${pathname}${search}` : HOME
}

/** Of the page that was asked for; what was sent in a form cannot be sent again by going there. */
export const returnPath = ({ req }: Context<AppEnv>): string =>
  req.method === 'POST' ? HOME : pathTo(`${req.path}${new URL(req.url).search}`)

export const signInAddress = (to: string): string =>
  to === HOME ? SIGN_IN : `${SIGN_IN}?${new URLSearchParams({ to })}`
