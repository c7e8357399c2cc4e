// Errors of Discord and of the network, each with advice.

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { isDiscord, type Settings } from './settings.ts'

/** What to do about a refusal, by Discord's code (topics/opcodes-and-status-codes). */
export type Advice = Readonly<Record<number | string, string>>

const RETRY = 'Run it again later: it finds out anew what there is to do.'
const ELSEWHERE = 'DISCORD_API_URL leads there: unset it for Discord itself.'

/**
 * The message of a Failure; undefined where it is neither Discord's nor the network's: then it is a bug. `advice` is about
 * the one request, beside what holds of all.
 */
export function failureText(error: unknown, settings: Settings, advice: Advice): string | undefined {
  if (error instanceof DiscordAPIError) {
    const advised = adviceFor(error, settings, advice)
    return `Discord refuses: ${messageOf(error)}${advised === undefined ? '' : `\n${advised}`}`
  }
  if (error instanceof RateLimitError)
    return `Discord takes no more of these for ${Math.ceil(error.retryAfter / 60_000)} minutes. Run it again then.`
  if (error instanceof HTTPError)
    return `Discord is out of order: ${error.status} ${error.message}, several times in a row. ${RETRY}`
  const cause = networkCause(error)
  return (
    cause && `There is no answer from ${settings.api}: ${cause}. ${isDiscord(settings) ? RETRY : ELSEWHERE}`
  )
}

/** With faulty fields discord.js adds a line for each: `0.options[3].description[CODE]: Must be shorter`. */
function messageOf({ rawError, message, code, status }: DiscordAPIError): string {
  if (!('message' in rawError)) return `status ${status}, without Discord's JSON`
  const [first, ...fields] = message.split('\n')
  return [`${first}${code ? ` (code ${code})` : ''}`, ...fields].join('\n  ')
}

/** Undefined where the network is not to blame. */
function networkCause(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'AbortError') return 'it took too long'
  if (!('code' in error) || typeof error.code !== 'string') return undefined
  // Of Node's own codes only these are about a connection. Where two addresses fail, the message is empty.
  return /^ERR_(?!TLS|SSL)/.test(error.code) ? undefined : error.message || error.code
}

function adviceFor(
  { status, code }: DiscordAPIError,
  settings: Settings,
  advice: Advice,
): string | undefined {
  const { api, applicationId } = settings
  if (status === 404 && code === 0) return `Is DISCORD_API_URL right? It leads to ${api}.`
  if (status === 401)
    return isDiscord(settings)
      ? 'DISCORD_BOT_TOKEN is not the bot’s token, or no longer since a reset. A new one: https://discord.com/developers/applications, Bot, Reset Token.'
      : `DISCORD_BOT_TOKEN is not the token that ${api} takes. ${ELSEWHERE}`
  const every: Advice = {
    20012: `DISCORD_APPLICATION_ID is ${applicationId}, and the token is another application’s.`,
    10002: `DISCORD_APPLICATION_ID is ${applicationId}: Discord has no such application.`,
  }
  return advice[code] ?? every[code]
}
