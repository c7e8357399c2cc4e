// A bot's requests as they should be, so that a test names only what matters.

import { BOT_TOKEN } from '../discord/protocol/people.ts'

export const BOT_HEADERS = {
  Authorization: `Bot ${BOT_TOKEN}`,
  'User-Agent': 'DiscordBot (https://registry.example, 1.0)',
}

export type Send = (request: Request) => Promise<Response>

export interface Sent {
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
  readonly base?: string
}

/** `POST /channels/1/messages`, with a body in JSON if there is one. */
export function request(line: string, body?: unknown, { headers, signal, base }: Sent = {}): Request {
  const [method = '', path] = line.split(' ')
  return new Request(`${base ?? 'http://discord'}/api/v10${path}`, {
    method,
    headers: {
      ...BOT_HEADERS,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  // Whatever is there: what it is, the test says.
  readonly body: Record<string, unknown> & { readonly id: string }
}

export const answerOf = (send: Send, ...given: Parameters<typeof request>): Promise<Answered> =>
  answerTo(send, request(...given))

export async function answerTo(send: Send, sent: Request): Promise<Answered> {
  const response = await send(sent)
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
}

export const card = (content = 'A card', more: object = {}) => ({
  flags: 32768,
  allowed_mentions: { parse: [] },
  components: [
    { type: 10, content },
    { type: 1, components: [{ type: 2, style: 3, label: 'Approve', custom_id: 'approve' }] },
  ],
  ...more,
})
