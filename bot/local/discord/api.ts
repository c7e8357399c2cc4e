// The way of a request to its route: what is asked of every one, and what every answer says.

import { ApiError } from './api-error.ts'
import type { Call } from './call.ts'
import { CHANNEL_ROUTES } from './channels.ts'
import type { Route } from './route.ts'
import { WEBHOOK_ROUTES } from './webhooks.ts'

const API = '/api/v10'

/** Everything behind this needs the bot's token; a webhook's is in its path. */
const ROUTES: readonly (Route<Call> & { readonly isOpen: boolean })[] = [
  ...CHANNEL_ROUTES.map((route) => ({ ...route, isOpen: false })),
  ...WEBHOOK_ROUTES.map((route) => ({ ...route, isOpen: true })),
]

export async function routed(call: Call, path: string, botToken: string): Promise<Response> {
  const { request } = call
  // reference, "User Agent": DiscordBot ($url, $versionNumber), and then whatever one likes.
  if (!/^DiscordBot \([^ ,]+, [^)]+\)/.test(request.headers.get('user-agent') ?? ''))
    throw new ApiError('internalNetwork')
  const fitting = ROUTES.flatMap((route, at) => {
    const found = path.startsWith(API) && route.match(path.slice(API.length))
    return found ? [{ route, at, found }] : []
  })
  if (fitting.length === 0) throw new ApiError('notFound')
  const chosen = fitting.find(({ route }) => route.method === request.method)
  if (!chosen) throw new ApiError('methodNotAllowed')
  if (!chosen.route.isOpen && request.headers.get('authorization') !== `Bot ${botToken}`)
    throw new ApiError('unauthorized')
  return chosen.found(call)
}

/** topics/rate-limits, "Header format": on every answer. These say of a limit that nobody comes near. */
export function withRateLimit(response: Response, method: string, path: string, now: number): Response {
  const headers = new Headers({
    'X-RateLimit-Limit': '50',
    'X-RateLimit-Remaining': '49',
    'X-RateLimit-Reset': (now / 1000 + 1).toFixed(3),
    'X-RateLimit-Reset-After': '1.000',
    'X-RateLimit-Bucket': bucketOf(method, path),
  })
  for (const [name, value] of response.headers) headers.set(name, value)
  return new Response(response.body, { status: response.status, headers })
}

/** A bucket is of a route, whatever channel it is for; no client may read anything out of its name. */
function bucketOf(method: string, path: string): string {
  const at = ROUTES.findIndex((route) => route.method === method && route.match(path.slice(API.length)))
  return String(at + 1).padStart(32, '0')
}
