// Errors of Discord and of the network, each with advice.

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { Failure } from '../cli/failure.ts'
import { isDiscord, type Settings } from './settings.ts'

/** A refusal of Discord's, with its code (topics/opcodes-and-status-codes). */
export class Refused extends Failure {
  override readonly name = 'Refused'
  readonly code: number

  constructor(message: string, code: number) {
    super(message)
    this.code = code
  }
}

/** A body with faulty fields. */
export const INVALID_BODY = 50035

const RETRY = 'Run it again later: it finds out anew what there is to do.'
const ELSEWHERE = 'DISCORD_API_URL leads there: unset it for Discord itself.'

/** The same error where it is neither Discord's nor the network's: then it is a bug. */
export function failureOf(error: unknown, settings: Settings, guild: string | undefined): unknown {
  if (error instanceof DiscordAPIError) {
    const advice = adviceFor(error, settings, guild)
    const refused = `Discord refuses: ${messageOf(error)}`
    return new Refused(advice === undefined ? refused : `${refused}\n${advice}`, Number(error.code))
  }
  if (error instanceof RateLimitError)
    return new Failure(
      `Discord takes no more of these for ${Math.ceil(error.retryAfter / 60_000)} minutes. Run it again then.`,
    )
  if (error instanceof HTTPError)
    return new Failure(
      `Discord is out of order: ${error.status} ${error.message}, several times in a row. ${RETRY}`,
    )
  const cause = networkCause(error)
  if (cause === undefined) return error
  return new Failure(
    `There is no answer from ${settings.api}: ${cause}. ${isDiscord(settings) ? RETRY : ELSEWHERE}`,
  )
}

/** With faulty fields discord.js adds a line for each: `0.options[3].description[CODE]: Must be shorter`. */
function messageOf({ rawError, message, code, status }: DiscordAPIError): string {
  if (!('message' in rawError)) return `status ${status}, without Discord's JSON`
  const [first, ...fields] = message.split('\n')
  return [`${first}${code ? ` (code ${code})` : ''}`, ...fields.map((field) => `  ${field}`)].join('\n')
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
  guild: string | undefined,
): string | undefined {
  if (status === 401)
    return isDiscord(settings)
      ? 'DISCORD_BOT_TOKEN is not the bot’s token, or no longer since a reset. A new one: https://discord.com/developers/applications, Bot, Reset Token.'
      : `DISCORD_BOT_TOKEN is not the token that ${settings.api} takes. ${ELSEWHERE}`
  switch (code) {
    case 0:
      return status === 404 ? `Is DISCORD_API_URL right? It leads to ${settings.api}.` : undefined
    case 20012:
      return `DISCORD_APPLICATION_ID is ${settings.applicationId}, and the token is another application’s.`
    case 10002:
      return `DISCORD_APPLICATION_ID is ${settings.applicationId}: Discord has no such application.`
    case 10004:
    case 50001:
      if (guild === undefined) return undefined
      return `The application is not in the server ${guild}. A manager of that server adds it:\n  https://discord.com/oauth2/authorize?client_id=${settings.applicationId}&scope=applications.commands&guild_id=${guild}`
    default:
      return undefined
  }
}
