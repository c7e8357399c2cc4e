// Discord's API in place of `fetch`: keeps channels and messages, honours nonces, fails on demand, and throws at a
// request that Discord would refuse.

import { vi } from 'vitest'

export const API_URL = 'https://discord.test/api/v10'
export const BOT_TOKEN = 'MTE3.secret-token.of-the-bot'
export const REVIEW_CHANNEL = '800000000000000001'

export interface Message {
  readonly id: string
  readonly channelId: string
  readonly nonce: string
  text: string
  edits: number
}

export interface DiscordRequest {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
}

/** How a request fails. */
export type Mishap =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  /** The connection is lost before Discord has the request, or after. */
  | 'dropped'
  | 'answer lost'
  | 'never answered'

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })

export class FakeDiscord {
  readonly messages: Message[] = []
  readonly requests: DiscordRequest[] = []
  /** The failures of the next requests in order; `undefined` is a success. */
  readonly mishaps: (Mishap | undefined)[] = []
  /** The failure of each later request. */
  always: (request: DiscordRequest) => Mishap | undefined = () => undefined
  /** The most requests that were open at one time. */
  mostOpen = 0
  #open = 0
  #ids = 900000000000000000n

  constructor() {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      this.mostOpen = Math.max(this.mostOpen, ++this.#open)
      try {
        // Like a network: no answer comes in the same turn.
        await new Promise((resolve) => setTimeout(resolve, 1))
        return await this.#receive(new Request(input, init), init?.signal ?? undefined)
      } finally {
        this.#open--
      }
    })
  }

  in(channelId: string): Message[] {
    return this.messages.filter((message) => message.channelId === channelId)
  }

  async #receive(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    if (!request.url.startsWith(`${API_URL}/`)) throw new Error(`Not Discord: ${request.url}`)
    if (request.headers.get('Authorization') !== `Bot ${BOT_TOKEN}`) return json({ code: 0 }, 401)
    if (!/^DiscordBot \(\S+, [\d.]+\)$/.test(request.headers.get('User-Agent') ?? ''))
      return json({ message: 'internal network error', code: 40333 }, 403)
    const received: DiscordRequest = {
      method: request.method,
      path: request.url.slice(API_URL.length),
      body: await request.json(),
    }
    this.requests.push(received)
    const mishap = this.mishaps.shift() ?? this.always(received)
    if (mishap === 'dropped') throw new TypeError('Network connection lost.')
    if (mishap === 'never answered')
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    if (typeof mishap === 'object')
      return json(mishap.body ?? { message: 'No.', code: 0 }, mishap.status, mishap.headers)
    const answer = this.#answer(received)
    if (mishap === 'answer lost') throw new TypeError('Network connection lost.')
    return answer
  }

  #answer({ method, path, body }: DiscordRequest): Response {
    if (method === 'POST' && path === '/users/@me/channels')
      return json({ id: `dm-${String(body.recipient_id)}`, type: 1 })
    const [, channelId = '', messageId] = path.match(/^\/channels\/([\w-]+)\/messages(?:\/(\d+))?$/) ?? []
    if (channelId === '') throw new Error(`No such route: ${method} ${path}`)
    requireHarmless(body)
    if (method === 'PATCH') return this.#edit(channelId, messageId, body)
    const nonce = body.nonce
    if (typeof nonce !== 'string' || nonce.length > 25 || body.enforce_nonce !== true)
      throw new Error('A post carries a nonce of at most 25 characters, enforced.')
    const same = this.messages.find((message) => message.nonce === nonce)
    const message = same ?? { id: String(++this.#ids), channelId, nonce, text: textOf(body), edits: 0 }
    if (!same) this.messages.push(message)
    return json({ id: message.id, channel_id: message.channelId, nonce })
  }

  #edit(channelId: string, messageId: string | undefined, body: DiscordRequest['body']): Response {
    const message = this.in(channelId).find(({ id }) => id === messageId)
    if (!message) return json({ message: 'Unknown Message', code: 10008 }, 404)
    message.text = textOf(body)
    message.edits++
    return json({ id: message.id, channel_id: channelId })
  }
}

function requireHarmless({ allowed_mentions, flags }: DiscordRequest['body']): void {
  if (JSON.stringify(allowed_mentions) !== '{"parse":[]}') throw new Error('It might ping someone.')
  if (flags !== 32768) throw new Error('It is no Components V2.')
}

const textOf = ({ components }: DiscordRequest['body']): string =>
  [...JSON.stringify(components).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => text)
    .join('\n')
