// Who may ask: the page itself, in a browser of this machine. A page elsewhere can send requests here too, by a form or
// by a name that it lets point to this machine, and must get nothing.

import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is refused, or undefined. */
export function refusal(method: string, headers: IncomingHttpHeaders, port: number): string | undefined {
  const { host, origin } = headers
  // A name that somebody else lets point here would be another host (DNS rebinding).
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`]
  if (!host || !hosts.includes(host)) return 'This is served to this machine alone.'
  const site = headers['sec-fetch-site']
  // A link from elsewhere may lead to the page, and it may be typed; nothing else is asked from elsewhere.
  if (
    site !== undefined &&
    site !== 'same-origin' &&
    site !== 'none' &&
    headers['sec-fetch-mode'] !== 'navigate'
  )
    return 'Another site asks.'
  if (method === 'GET' || method === 'HEAD') return undefined
  if (origin !== `http://${host}`) return 'Another site asks.'
  // A form of another site could not say that it is JSON (Fetch, "CORS-safelisted request-header").
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return 'Only JSON is taken.'
  return undefined
}

/** The page has all that it needs from here. */
export const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const
