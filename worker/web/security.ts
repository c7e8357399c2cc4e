// Security headers: a page loads only files of this site, and runs only scripts that carry its nonce.

import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from '../env.ts'
import { findTurnstileKeys, TURNSTILE_ORIGIN } from './turnstile.tsx'

/** `others` are the foreign origins whose scripts and frames a page may load. */
const headersWith = (others: readonly string[]) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE, ...others],
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

const headers = headersWith([])
const headersWithTurnstile = headersWith([TURNSTILE_ORIGIN])

/** Sets the headers of every page. After a 304 a browser keeps the policy, and its nonce, that came with the page. */
export const protect: MiddlewareHandler<AppEnv> = async (c, next) => {
  await (findTurnstileKeys(c) ? headersWithTurnstile : headers)(c, next)
  if (c.res.status === 304) c.res.headers.delete('Content-Security-Policy')
}

/** Refuses a form of another site: it has neither our Origin nor `Sec-Fetch-Site: same-origin`. */
export const refuseForeignForms: MiddlewareHandler<AppEnv> = csrf()
