// Discord's refusals in its own words, with the place in ours, and what one can do about it.

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { Failure } from '../../cli/failure.ts'
import type { Command } from '../command.ts'
import { isDiscord, type Settings } from '../settings.ts'
import { placed } from './place.ts'

/** What was asked, as far as a refusal can be about it. */
export interface RefusedRequest {
  readonly settings: Settings
  readonly guild?: string | undefined
  /** The list that was sent: refusals name places in it by number. */
  readonly payload?: readonly Command[]
}

/** Discord said no, for a reason that has a number (topics/opcodes-and-status-codes). */
export class Refused extends Failure {
  override readonly name = 'Refused'
  readonly code: number

  constructor(message: string, code: number) {
    super(message)
    this.code = code
  }
}

/** Of this the places are told that are at fault. */
export const INVALID_BODY = 50035

/** The same error where it is none of Discord's or the network's: then it is a bug. */
export function refusal(error: unknown, asked: RefusedRequest): unknown {
  if (error instanceof DiscordAPIError) return new Refused(refused(error, asked), Number(error.code))
  if (error instanceof RateLimitError)
    return new Failure(
      `Discord takes no more of these for ${Math.ceil(error.retryAfter / 60_000)} minutes. Run it again then.`,
    )
  if (error instanceof HTTPError)
    return new Failure(
      `Discord is out of order: ${error.status} ${error.message}, several times in a row. ${AGAIN}`,
    )
  const cause = unanswered(error)
  if (cause !== undefined)
    return new Failure(
      `There is no answer from ${asked.settings.api}: ${cause}. ${isDiscord(asked.settings) ? AGAIN : ELSEWHERE}`,
    )
  return error
}

/** Why no answer came, if that is what went wrong: what the system says, or the client's own patience. */
function unanswered(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'AbortError') return 'it took too long'
  if (!('code' in error) || typeof error.code !== 'string') return undefined
  // Of Node's own, only these are about a connection; of two addresses that both fail there is only the code.
  return /^ERR_(?!TLS|SSL)/.test(error.code) ? undefined : error.message || error.code
}

const ELSEWHERE = 'DISCORD_API_URL leads there: unset it for Discord itself.'

const AGAIN = 'Run it again later: it finds out anew what there is to do.'

function refused(error: DiscordAPIError, asked: RefusedRequest): string {
  const said =
    'message' in error.rawError ? error.rawError.message : `status ${error.status}, and not in Discord’s form`
  const details = 'errors' in error.rawError ? placed(error.rawError.errors, asked.payload) : []
  const advice = adviceFor(error, asked)
  return [
    `Discord refuses: ${said}${error.code ? ` (code ${error.code})` : ''}`,
    ...details.map((detail) => `  ${detail}`),
    ...(advice === undefined ? [] : [advice]),
  ].join('\n')
}

function adviceFor(
  { status, code }: DiscordAPIError,
  { settings, guild }: RefusedRequest,
): string | undefined {
  if (status === 401)
    return isDiscord(settings)
      ? 'DISCORD_BOT_TOKEN is not the bot’s token, or is no more since it was reset. A new one: https://discord.com/developers/applications, Bot, Reset Token.'
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
      return `The application is not in the server ${guild}. Whoever manages that server adds it:\n  https://discord.com/oauth2/authorize?client_id=${settings.applicationId}&scope=applications.commands&guild_id=${guild}`
    case 30034:
      return 'All is as it was. Only commands that are new count, 200 a day; those that are there can be changed.'
    case 30032:
      return 'All is as it was. --prune takes away commands that are not ours.'
    default:
      return undefined
  }
}
