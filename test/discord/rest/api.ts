// The way of a request to its route: what is asked of every one, and what every answer says.

import { ApiError } from '../api-error.ts'
import type { Call } from '../call.ts'
import { GATEWAY_BOT_ROUTES, GATEWAY_ROUTES } from '../gateway/routes.ts'
import { OAUTH_ROUTES, PERSON_ROUTES, tokenOf } from '../oauth/oauth.ts'
import type { Route } from '../route.ts'
import { APPLICATION_ROUTES } from './application.ts'
import { CHANNEL_ROUTES } from './channels.ts'
import { COMMAND_ROUTES } from './commands.ts'
import { WEBHOOK_ROUTES } from './webhooks.ts'

const API = '/api/v10'

/** Who may ask; a webhook's token is in its path, and OAuth 2 has ways of its own. */
const ANYONE = () => true
const BOT = ({ request, application }: Call) =>
  request.headers.get('authorization') === `Bot ${application.botToken}`
const PERSON = (call: Call) => tokenOf(call) !== undefined

const ROUTES: readonly (Route<Call> & { readonly isOpenTo: (call: Call) => boolean })[] = [
  ...[...CHANNEL_ROUTES, ...APPLICATION_ROUTES, ...COMMAND_ROUTES, ...GATEWAY_BOT_ROUTES].map((route) => ({
    ...route,
    isOpenTo: BOT,
  })),
  ...GATEWAY_ROUTES.map((route) => ({ ...route, isOpenTo: ANYONE })),
  ...WEBHOOK_ROUTES.map((route) => ({ ...route, isOpenTo: ANYONE })),
  ...OAUTH_ROUTES.map((route) => ({ ...route, isOpenTo: ANYONE })),
  ...PERSON_ROUTES.map((route) => ({ ...route, isOpenTo: PERSON })),
]

export async function routed(call: Call, path: string): Promise<Response> {
  const { request } = call
  // reference, "User Agent": DiscordBot ($url, $versionNumber), and then whatever one likes.
  if (!/^DiscordBot \([^ ,]+, [^)]+\)/.test(request.headers.get('user-agent') ?? ''))
    throw new ApiError('internalNetwork')
  const fitting = ROUTES.flatMap((route) => {
    const found = path.startsWith(API) && route.match(path.slice(API.length))
    return found ? [{ route, found }] : []
  })
  if (fitting.length === 0) throw new ApiError('notFound')
  const ofMethod = fitting.filter(({ route }) => route.method === request.method)
  if (ofMethod.length === 0) throw new ApiError('methodNotAllowed')
  const chosen = ofMethod.find(({ route }) => route.isOpenTo(call))
  if (!chosen) throw new ApiError('unauthorized')
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
