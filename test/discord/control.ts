// The stand-in's own routes, which no Discord has: what a test would call directly, for tests that run in workerd
// and for a person with curl.

import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { FAULT_REQUEST } from './faults.ts'
import { isJson, noContent, type Route, route } from './route.ts'
import type { StandInDiscord } from './stand-in.ts'
import { ACCESS, type Dispatched } from './state.ts'

interface Call {
  readonly discord: StandInDiscord
  body<Shape extends z.ZodMiniType>(shape: Shape): Promise<z.infer<Shape>>
}

const ROUTES: readonly Route<Call>[] = [
  route('GET', '/stand-in/channels/{id}/messages', ({ discord }, { id }) =>
    Response.json(discord.messagesIn(id)),
  ),
  route('GET', '/stand-in/users/{id}/messages', ({ discord }, { id }) =>
    Response.json(discord.messagesTo(id)),
  ),
  route('GET', '/stand-in/requests', ({ discord }) => Response.json(discord.requests())),
  route('GET', '/stand-in/problems', ({ discord }) => Response.json(discord.problems())),
  route('POST', '/stand-in/faults', async ({ discord, body }) => {
    const { method, path, fault, times } = await body(FAULT_REQUEST)
    discord.faults.next({ method, path: new RegExp(path) }, fault, times)
    return noContent()
  }),
  route('POST', '/stand-in/down', async ({ discord, body }) => {
    discord.down((await body(z.strictObject({ down: z.boolean() }))).down)
    return noContent()
  }),
  route('POST', '/stand-in/people/{id}', async ({ discord, body }, { id }) => {
    discord.person(id, await body(z.strictObject({ acceptsDirectMessages: z.boolean() })))
    return noContent()
  }),
  route('POST', '/stand-in/channels/{id}', async ({ discord, body }, { id }) => {
    discord.channel(id, await body(z.strictObject({ access: z.enum(ACCESS) })))
    return noContent()
  }),
  route('POST', '/stand-in/interactions', async ({ discord, body }) => {
    const { interaction, response } = await body(INTERACTION)
    const message = discord.interaction(...asNoted(interaction, response))
    return message ? Response.json(message) : noContent()
  }),
  route('POST', '/stand-in/files', async ({ discord, body }) => {
    const { name, content } = await body(UPLOADED)
    return Response.json(discord.cdn.upload({ name, bytes: Uint8Array.from(Buffer.from(content, 'base64')) }))
  }),
  route('GET', '/stand-in/gateway', ({ discord }) =>
    Response.json({ connected: discord.gateway.connected() }),
  ),
  route('POST', '/stand-in/gateway', async ({ discord, body }) => {
    const { interaction } = await body(DISPATCHED)
    if (discord.gateway.connected() === 0) throw new Refusal('no client is connected to the gateway')
    const open = discord.gateway.dispatch(asDispatched(interaction))
    for (const end = Date.now() + PATIENCE; !open.response; await sleep(10))
      if (Date.now() > end) throw new Refusal('the application did not respond')
    return Response.json({ response: open.response, message: open.original?.message })
  }),
  route('POST', '/stand-in/reset', ({ discord }) => {
    discord.reset()
    return noContent()
  }),
]

const INTERACTION = z.strictObject({
  interaction: z.looseObject({ id: z.string(), token: z.string(), type: z.literal([2, 3, 5]) }),
  response: z.optional(z.looseObject({ type: z.number() })),
})

/** The content in base64. */
const UPLOADED = z.strictObject({ name: z.string(), content: z.string() })

const DISPATCHED = z.strictObject({
  interaction: z.looseObject({ id: z.string(), token: z.string(), type: z.literal([2, 3, 4, 5]) }),
})

/** A person would be told so after 3 seconds; a machine that plays every part at once is given more. */
const PATIENCE = 30_000

/** Whoever sends it has built it as Discord does. */
const asDispatched = (interaction: unknown) => interaction as Dispatched

/** Whoever sends these has built the one as Discord does, and had the other judged. */
const asNoted = (interaction: unknown, response: unknown) =>
  [interaction, response] as Parameters<StandInDiscord['interaction']>

class Refusal extends Error {}

export async function control(discord: StandInDiscord, request: Request, path: string): Promise<Response> {
  const fitting = ROUTES.flatMap((each) => {
    const found = each.match(path)
    return found ? [{ method: each.method, found }] : []
  })
  const chosen = fitting.find(({ method }) => method === request.method)
  if (!chosen)
    return Response.json(
      { message: 'not a route of the stand-in' },
      { status: fitting.length > 0 ? 405 : 404 },
    )
  const body: Call['body'] = async (shape) => {
    if (!isJson(request)) throw new Refusal('Content-Type must be application/json')
    const parsed = z.safeParse(shape, await request.json())
    if (!parsed.success) throw new Refusal(z.prettifyError(parsed.error))
    return parsed.data
  }
  try {
    return await chosen.found({ discord, body })
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError)
      return Response.json({ message: error.message }, { status: 400 })
    throw error
  }
}
