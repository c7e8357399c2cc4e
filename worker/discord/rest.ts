// Sends one request to Discord's API, and reads whether the response allows a retry.

import * as z from 'zod/mini'
import { isOfProxy, type Outcome } from '../../bot/retry.ts'
import { present } from '../../schema/present.ts'
import { userAgent } from '../http/user-agent.ts'

export type RestAnswer =
  /** A message has its channel; a created channel has none. */
  | { readonly result: 'done'; readonly id: string; readonly channelId?: string }
  | (Extract<Outcome, { result: 'retry' }> & { readonly holds?: 'all' | 'target' })
  | Extract<Outcome, { result: 'refused' }>

export interface RestSettings {
  readonly apiUrl: string
  /** Absent for interaction webhooks, whose path has a token. */
  readonly botToken?: string
  /** Texts that are removed from errors, besides the bot token. */
  readonly secrets?: readonly string[]
  readonly applicationId: string
  /** The limit until the last byte of a response. */
  readonly timeLimitMs?: number
}

/** Well inside the 30 seconds that a Worker has after its response. */
const TIME_LIMIT_MS = 5000

const Created = z.object({ id: z.string(), channel_id: z.optional(z.string()) })

const Refusal = z.object({
  message: z.optional(z.string()),
  code: z.optional(z.number()),
  /** The invalid fields, with code 50035. */
  errors: z.optional(z.unknown()),
  retry_after: z.optional(z.number()),
  global: z.optional(z.boolean()),
})
type Refusal = z.infer<typeof Refusal>

/** `maxMs` shortens the time limit for one request. Never rejects. */
export type Rest = (
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
  maxMs?: number,
) => Promise<RestAnswer>

export function openRest({
  apiUrl,
  botToken,
  secrets = [],
  applicationId,
  timeLimitMs = TIME_LIMIT_MS,
}: RestSettings): Rest {
  const base = apiUrl.replace(/\/+$/, '')
  // Errors of the platform quote their input, including refused headers.
  const hidden = botToken === undefined ? secrets : [botToken, ...secrets]
  const redact = (text: string) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
  return async (method, path, body, maxMs = timeLimitMs) => {
    const limitMs = Math.min(maxMs, timeLimitMs)
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(botToken !== undefined && { Authorization: `Bot ${botToken}` }),
          'Content-Type': 'application/json',
          'User-Agent': userAgent(applicationId),
        },
        body: JSON.stringify(body),
        // A redirect could send the token anywhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(limitMs),
      })
      return readAnswer(response, await response.text(), redact, botToken !== undefined)
    } catch (error) {
      return { result: 'retry', error: redact(describe(error, limitMs)) }
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
  redact: (text: string) => string,
  isBot: boolean,
): RestAnswer {
  const { status } = response
  const body = parseJson(text)
  if (response.ok) {
    const created = Created.safeParse(body)
    // Discord took the message without returning its id; a repeat with the same nonce returns it.
    if (!created.success) return { result: 'retry', error: `Discord's ${status} is no JSON with an id.` }
    const { id, channel_id } = created.data
    return { result: 'done', id, ...present({ channelId: channel_id }) }
  }
  const parsed = Refusal.safeParse(body)
  const refusal: Refusal = parsed.success ? parsed.data : {}
  const error = redact(sentenceOf(status, refusal))
  if (status === 429) {
    const retryAfterMs = retryAfterMsOf(response.headers, refusal)
    // A response without JSON is from Discord's proxy, which limits our address.
    const isGlobal =
      refusal.global === true || response.headers.get('X-RateLimit-Scope') === 'global' || !parsed.success
    return {
      result: 'retry',
      error,
      holds: isGlobal ? 'all' : 'target',
      ...present({ retryAfterMs }),
    }
  }
  // 401 means that the bot token in the settings is wrong. The delivery is kept, and no other is sent: Discord bans an
  // address after 10,000 such responses in 10 minutes. An expired token in the path stays expired.
  if (status === 401 && isBot) return { result: 'retry', error, holds: 'all' }
  if (status < 400 || status >= 500 || isOfProxy(status, refusal.code)) {
    const retryAfterMs = retryAfterMsOf(response.headers, refusal)
    return { result: 'retry', error, ...present({ retryAfterMs }) }
  }
  return { result: 'refused', status, error, ...present({ code: refusal.code }) }
}

/** "404 Unknown Channel (10003)" */
function sentenceOf(status: number, { message, code, errors }: Refusal): string {
  const phrase = message === undefined ? `${status}` : `${status} ${message}`
  const withCode = code === undefined ? phrase : `${phrase} (${code})`
  return errors === undefined ? withCode : `${withCode} ${JSON.stringify(errors)}`
}

/** Header and body both have seconds, the body with fractions; the longer wait satisfies both. */
function retryAfterMsOf(headers: Headers, { retry_after }: Refusal): number | undefined {
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
