// One request to Discord's API, and what its answer means for whether to try again.

import * as z from 'zod/mini'
import type { Outcome } from '../../bot/retry.ts'
import { userAgent } from '../http/user-agent.ts'

export type RestAnswer =
  /** A message, or a channel, which names no channel but itself. */
  | { readonly result: 'done'; readonly id: string; readonly channelId?: string }
  | (Extract<Outcome, { result: 'retry' }> & { readonly holds?: 'all' | 'kind' })
  | Extract<Outcome, { result: 'refused' }>

export interface RestSettings {
  readonly apiUrl: string
  /** None where a token in the path is what lets one in. */
  readonly botToken?: string
  /** What is struck out of errors beside the bot token. */
  readonly secrets?: readonly string[]
  readonly applicationId: string
  /** How long an answer may take, to its last byte. */
  readonly timeLimitMs?: number
}

/** Well inside the 30 seconds that a Worker has after its answer. */
const TIME_LIMIT_MS = 5000

const Created = z.object({ id: z.string(), channel_id: z.optional(z.string()) })

const Refusal = z.object({
  message: z.optional(z.string()),
  code: z.optional(z.number()),
  /** Which fields were wrong, with code 50035. */
  errors: z.optional(z.unknown()),
  retry_after: z.optional(z.number()),
  global: z.optional(z.boolean()),
})
type Refusal = z.infer<typeof Refusal>

/** `mostMs` is where this one request may take less than the others. Never rejects. */
export type Rest = (
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
  mostMs?: number,
) => Promise<RestAnswer>

export function openRest({
  apiUrl,
  botToken,
  secrets = [],
  applicationId,
  timeLimitMs = TIME_LIMIT_MS,
}: RestSettings): Rest {
  const base = apiUrl.replace(/\/+$/, '')
  /** Errors of the platform quote what they were given, a header that it refuses included. */
  const hidden = botToken === undefined ? secrets : [botToken, ...secrets]
  const told = (text: string) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
  return async (method, path, body, mostMs = timeLimitMs) => {
    const limitMs = Math.min(mostMs, timeLimitMs)
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(botToken !== undefined && { Authorization: `Bot ${botToken}` }),
          'Content-Type': 'application/json',
          'User-Agent': userAgent(applicationId),
        },
        body: JSON.stringify(body),
        // Followed, the token would go wherever it leads.
        redirect: 'manual',
        signal: AbortSignal.timeout(limitMs),
      })
      return readAnswer(response, await response.text(), told, botToken !== undefined)
    } catch (error) {
      return { result: 'retry', error: told(describe(error, limitMs)) }
    }
  }
}

const describe = (error: unknown, timeLimitMs: number): string => {
  if (!(error instanceof Error)) return 'No answer from Discord.'
  if (error.name === 'TimeoutError') return `No answer from Discord within ${timeLimitMs / 1000} s.`
  return `No answer from Discord: ${error.message}`
}

function readAnswer(
  response: Response,
  text: string,
  told: (text: string) => string,
  isBot: boolean,
): RestAnswer {
  const { status } = response
  const body = parseJson(text)
  if (response.ok) {
    const created = Created.safeParse(body)
    // It was taken, but where it stands is not known: a repeat with the same nonce tells.
    if (!created.success) return { result: 'retry', error: `Discord's ${status} is no JSON with an id.` }
    const { id, channel_id } = created.data
    return { result: 'done', id, ...(channel_id !== undefined && { channelId: channel_id }) }
  }
  const parsed = Refusal.safeParse(body)
  const refusal: Refusal = parsed.success ? parsed.data : {}
  const error = told(sentenceOf(status, refusal))
  if (status === 429) {
    const retryAfterMs = waitOf(response.headers, refusal)
    // Without JSON it comes from the proxy before Discord, which counts by where we come from.
    const isGlobal =
      refusal.global === true || response.headers.get('X-RateLimit-Scope') === 'global' || !parsed.success
    return {
      result: 'retry',
      error,
      holds: isGlobal ? 'all' : 'kind',
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    }
  }
  // 401: the bot's token is wrong, which is a matter of settings. No delivery should be given up for it, and none sent
  // after it: of 10,000 such answers in 10 minutes, Discord bans an address. A token in the path is over for good.
  if (status === 401 && isBot) return { result: 'retry', error, holds: 'all' }
  if (status < 400 || status >= 500) {
    const retryAfterMs = waitOf(response.headers, refusal)
    return { result: 'retry', error, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  return { result: 'refused', status, error, ...(refusal.code !== undefined && { code: refusal.code }) }
}

/** "404 Unknown Channel (10003)" */
function sentenceOf(status: number, { message, code, errors }: Refusal): string {
  const named = message === undefined ? `${status}` : `${status} ${message}`
  const numbered = code === undefined ? named : `${named} (${code})`
  return errors === undefined ? numbered : `${numbered} ${JSON.stringify(errors)}`
}

/** Both say seconds, the body with fractions: the longer one is right for both. */
function waitOf(headers: Headers, { retry_after }: Refusal): number | undefined {
  const header = headers.get('Retry-After')
  const seconds = [header === null ? Number.NaN : Number(header), retry_after ?? Number.NaN].filter(
    (value) => Number.isFinite(value) && value >= 0,
  )
  return seconds.length === 0 ? undefined : Math.ceil(Math.max(...seconds) * 1000)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
