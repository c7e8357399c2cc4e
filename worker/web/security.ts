// Security headers: a page loads and runs only files of this site. No nonce: one answer is kept for many readers.

import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { once } from '../../schema/once.ts'
import type { AppEnv } from '../env.ts'
import { findTurnstileKeys, TURNSTILE_ORIGIN } from './turnstile.tsx'

/** `others` are the foreign origins whose scripts and frames a page may load. */
const headersWith = (others: readonly string[]) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...others],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      ...(others.length > 0 && { frameSrc: [...others] }),
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // Other sites do not learn our addresses. `no-referrer` would make the Origin of our own forms null.
    referrerPolicy: 'same-origin',
    overwrite: false,
  })

const headers = once(() => headersWith([]))
const headersWithTurnstile = once(() => headersWith([TURNSTILE_ORIGIN]))

/** Sets the headers of every page. */
export const protect: MiddlewareHandler<AppEnv> = (c, next) =>
  (findTurnstileKeys(c) ? headersWithTurnstile() : headers())(c, next)

/** Refuses a form of another site: it has neither our Origin nor `Sec-Fetch-Site: same-origin`. */
export const refuseForeignForms: MiddlewareHandler<AppEnv> = csrf()
