// A maintainer at a browser, for tests: signed in, and sending forms as a page of ours would.

import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { app } from '../../../worker/app.ts'
import type { AppEnv, Env } from '../../../worker/env.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { writeCookie } from '../../../worker/web/review/sign-in/cookies.ts'
import { decode, type Element, elementsOf } from './parsed.ts'

const ORIGIN = 'https://registry.example'

const SECRET = 'signs the cookies of these tests alone'
export const SETTINGS: Env = {
  ...env,
  PUBLIC_URL: ORIGIN,
  DISCORD_APPLICATION_ID: '1170000000000000100',
  DISCORD_CLIENT_SECRET: 'of the application',
  SESSION_SECRET: SECRET,
}

export type Fields = readonly (readonly [name: string, value: string])[]

export interface Seat {
  get(path: string): Promise<Response>
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Response>
}

/** Whoever sits there; without a cookie nobody we know. */
export const seat = (cookie = '', settings: Env = SETTINGS): Seat => ({
  get: async (path) => app.request(`${ORIGIN}${path}`, { headers: { Cookie: cookie } }, settings),
  post: async (path, fields, headers = { Origin: ORIGIN }) =>
    app.request(
      `${ORIGIN}${path}`,
      {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      },
      settings,
    ),
})

/** Makes someone a maintainer, and signs them in. */
export const signedIn = async (who: Actor, settings: Env = SETTINGS): Promise<Seat> =>
  seat(await cookieOf(who), settings)

/** The same, as the cookie that a browser has then. */
export async function cookieOf(who: Actor): Promise<string> {
  if (who.kind !== 'discord') throw new Error('Only who is on Discord can sign in.')
  const registry = createRegistry(env.DB)
  await registry.addMaintainer('console', who.discordId, who.name)
  const { token } = await registry.startSession(who.discordId, who.name)
  return sessionCookie(token)
}

/** As signing in gives it. */
async function sessionCookie(token: string): Promise<string> {
  const door = new Hono<AppEnv>().get('/', async (c) => {
    await writeCookie(c, 'session', token, { secret: SECRET, seconds: 60 })
    return c.body(null)
  })
  const answer = await door.request(`${ORIGIN}/`)
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

/** A page taken apart: its status, all its text, and what stands in its forms. */
export async function read(answer: Response) {
  const elements = await elementsOf(answer)
  const main = elements.find(({ attributes }) => attributes.id === 'main')
  const text = decode(main?.text ?? '').replace(/\s+/g, ' ')
  return { status: answer.status, elements, text }
}

/** What a form of a page would send, but for the button: its hidden fields, and what is typed and checked in it. */
export function fieldsOf(elements: readonly Element[], id: string): Fields {
  const start = elements.findIndex(({ tag, attributes }) => tag === 'form' && attributes.id === id)
  const rest = elements.slice(start + 1)
  const end = rest.findIndex(({ tag }) => tag === 'form')
  return rest.slice(0, end === -1 ? undefined : end).flatMap(({ tag, attributes, text }) => {
    const { name, type = '', value = '', checked } = attributes
    if (name === undefined || tag === 'button') return []
    if (tag === 'textarea') return [[name, decode(text)] as const]
    return tag === 'input' && (!['checkbox', 'radio'].includes(type) || checked !== undefined)
      ? [[name, decode(value)] as const]
      : []
  })
}
