// Why Discord ended or refused the connection, with what a person can do.

import { GatewayCloseCodes } from 'discord.js'

/** For a close code after which the relay can't reconnect. */
export function endSentence(code: number): string {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return 'Discord does not take DISCORD_BOT_TOKEN any more (4004). Its developer portal makes a new one, under Bot.'
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return `Discord refuses the intents of the relay (${code}). It asks for none, so this is a bug.`
    default:
      return `Discord has ended the connection for good (${code}, ${GatewayCloseCodes[code] ?? 'unknown'}).`
  }
}

export function loginSentence(error: unknown, api: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'TokenInvalid')
    return 'Discord does not take DISCORD_BOT_TOKEN. Its developer portal makes a new one, under Bot.'
  return `Discord at ${api} refuses the login: ${error instanceof Error ? error.message : error}`
}
