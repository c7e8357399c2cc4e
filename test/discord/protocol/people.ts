// Who and where: made-up people, and the server they are in. Ids are snowflakes, as Discord's are.

import type { APIUser } from 'discord-api-types/v10'

export interface Person {
  readonly id: string
  readonly username: string
  readonly globalName: string
}

export const VISITOR: Person = {
  id: '1170000000000000001',
  username: 'visitor',
  globalName: 'Visitor',
}

export const SECOND_VISITOR: Person = {
  id: '1170000000000000002',
  username: 'another',
  globalName: 'Another',
}

export const MAINTAINER: Person = {
  id: '1170000000000000003',
  username: 'maintainer',
  globalName: 'Maintainer',
}

export const PEOPLE = [VISITOR, SECOND_VISITOR, MAINTAINER] as const

/** The bot itself; a bot's user has the id of its application. */
export const APPLICATION_ID = '1170000000000000100'
export const BOT: Person = {
  id: APPLICATION_ID,
  username: 'covid-imaging-registry',
  globalName: 'COVID imaging registry',
}

/** With what the bot authorizes itself to the stand-in Discord, which is the only one that takes it. */
export const BOT_TOKEN = 'the-bot-of-the-stand-in-discord'

/** Likewise with what the application itself does, when people sign in with Discord. */
export const CLIENT_SECRET = 'the-application_of-the+stand-in/discord'

export const SERVER_ID = '1170000000000000200'
export const CHANNEL_ID = '1170000000000000201'
/** Where the maintainers are shown what is to be decided. */
export const REVIEW_CHANNEL_ID = '1170000000000000202'
/** The visitor's direct messages with the bot. */
export const DIRECT_CHANNEL_ID = '1170000000000000301'
/** The direct messages of each with the bot, by who it is. */
export const DIRECT_CHANNELS: { readonly [person: string]: string } = {
  [VISITOR.id]: DIRECT_CHANNEL_ID,
  [SECOND_VISITOR.id]: '1170000000000000302',
  [MAINTAINER.id]: '1170000000000000303',
}

/** The channels of the server, by id. */
export const CHANNEL_NAMES: { readonly [id: string]: string } = {
  [CHANNEL_ID]: 'general',
  [REVIEW_CHANNEL_ID]: 'review',
}

/** What everyone may do in a usual server: view, write, embed, attach, read on, react, use slash commands. */
export const EVERYONE_MAY = String((1n << 6n) | (1n << 10n) | (1n << 11n) | (7n << 14n) | (1n << 31n))

/** Flags are a bit set, and no bit is a value that their enum does not have. */
const NONE = 0 as NonNullable<APIUser['flags']>

export const asUser = (person: Person): APIUser => ({
  id: person.id,
  username: person.username,
  discriminator: '0',
  global_name: person.globalName,
  avatar: null,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
  public_flags: NONE,
  flags: NONE,
})

const DISCORD_EPOCH = 1_420_070_400_000n

/** A new id as Discord makes them: milliseconds since 2015, then 22 bits that tell apart those of one millisecond. */
export function newSnowflake(now = Date.now()): string {
  const [low = 0] = crypto.getRandomValues(new Uint32Array(1))
  return String(((BigInt(now) - DISCORD_EPOCH) << 22n) | BigInt(low & 0x3fffff))
}

/** When an id was made, in milliseconds since 1970. */
export const timeOf = (snowflake: string): number => Number((BigInt(snowflake) >> 22n) + DISCORD_EPOCH)
