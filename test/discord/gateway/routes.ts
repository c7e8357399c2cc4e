// Where the gateway is: events/gateway, "Get Gateway" and "Get Gateway Bot".

import type { Call } from '../call.ts'
import { type Route, route } from '../route.ts'

/** Of the stand-in's server: where clients connect, and where they come back to. */
export const CONNECT = '/gateway/'
export const RESUME = '/gateway/resume/'

/** By the name that it was reached under, as there is no other. */
const addressOf = ({ request }: Call) =>
  `ws://${request.headers.get('host') ?? new URL(request.url).host}${CONNECT}`

export const GATEWAY_ROUTES: readonly Route<Call>[] = [
  route('GET', '/gateway', (call) => Response.json({ url: addressOf(call) })),
]

export const GATEWAY_BOT_ROUTES: readonly Route<Call>[] = [
  route('GET', '/gateway/bot', (call) =>
    Response.json({
      url: addressOf(call),
      shards: 1,
      // How often a client identifies itself is not held against it: tests begin many.
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  ),
]
