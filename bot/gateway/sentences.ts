// Why Discord does not let the relay in, as far as a person can do something about it.

import { GatewayCloseCodes } from 'discord.js'

/** Of a close code after which there is no coming back. */
export function endSentence(code: number): string {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return 'Discord does not take DISCORD_BOT_TOKEN any more (4004). Its developer portal makes a new one, under Bot.'
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return `Discord refuses what the relay wants to be told of (${code}). It asks for no intents at all, so this is ours to mend.`
    default:
      return `Discord has ended the connection for good (${code}, ${GatewayCloseCodes[code] ?? 'unknown'}).`
  }
}

export function loginSentence(error: unknown, api: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'TokenInvalid')
    return 'Discord does not take DISCORD_BOT_TOKEN. Its developer portal makes a new one, under Bot.'
  return `Discord at ${api} does not let the bot in: ${error instanceof Error ? error.message : error}`
}
