// What a page may do in a browser: nothing but what is ours, and no script that the page itself did not name.

import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from '../env.ts'
import { TURNSTILE_ORIGIN, turnstileOn } from './turnstile.tsx'

/** `others` are the only ones beside us whose scripts and frames it takes. */
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
    // No address of ours goes elsewhere. Not `no-referrer`, which would make a form's own Origin null.
    referrerPolicy: 'same-origin',
    overwrite: false,
  })

const headers = headersWith([])
const headersWithTurnstile = headersWith([TURNSTILE_ORIGIN])

/** The headers of every page. Whoever is told that nothing has changed keeps the ones that came with the page. */
export const protect: MiddlewareHandler<AppEnv> = async (c, next) => {
  await (turnstileOn(c) ? headersWithTurnstile : headers)(c, next)
  if (c.res.status === 304) c.res.headers.delete('Content-Security-Policy')
}

/** Refuses a form that another site sent: it comes with neither our Origin nor Sec-Fetch-Site: same-origin. */
export const ownForms: MiddlewareHandler<AppEnv> = csrf()
