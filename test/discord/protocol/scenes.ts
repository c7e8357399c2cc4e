// Who acts, and where: what an interaction of any kind says of its circumstances.
// Runs in Node and in workerd alike.

import type { APIChatInputApplicationCommandInteraction, Locale } from 'discord-api-types/v10'
import {
  APPLICATION_ID,
  asUser,
  CHANNEL_ID,
  CHANNEL_NAMES,
  DIRECT_CHANNEL_ID,
  DIRECT_CHANNELS,
  EVERYONE_MAY,
  newSnowflake,
  type Person,
  SERVER_ID,
  VISITOR,
} from './people.ts'

/** Who acts, and where. */
export interface Scene {
  readonly person?: Person
  /** In a server, or in a direct message to the bot. */
  readonly place?: 'server' | 'direct'
  /** What the person may do there, as a bit set in decimal; only in a server. */
  readonly permissions?: string
  /** The person's language, and the server's: "de". */
  readonly locale?: string
  readonly serverLocale?: string
  readonly applicationId?: string
  readonly channelId?: string
}

type Located = Omit<APIChatInputApplicationCommandInteraction, 'data' | 'type'>

/** What every interaction has. */
export function base<Type extends number>(type: Type, scene: Scene): Located & { type: Type } {
  const id = newSnowflake()
  return {
    id,
    application_id: scene.applicationId ?? APPLICATION_ID,
    type,
    token: newToken(id),
    version: 1,
    app_permissions: EVERYONE_MAY,
    locale: asLocale(scene.locale ?? 'en-US'),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(scene.place === 'direct' ? direct(scene) : server(scene)),
  }
}

/** A token names its interaction, as Discord's do, so that the stand-in knows its own again. */
const newToken = (id: string) => btoa(`interaction:${id}:${crypto.randomUUID()}`)

export function interactionOf(token: string): string | undefined {
  try {
    return /^interaction:(\d{17,20}):[\da-f-]{36}$/.exec(atob(token))?.[1]
  } catch {
    return undefined
  }
}

type Place = Pick<
  Located,
  | 'guild'
  | 'guild_id'
  | 'guild_locale'
  | 'channel'
  | 'channel_id'
  | 'member'
  | 'user'
  | 'authorizing_integration_owners'
  | 'context'
>

function server({
  person = VISITOR,
  permissions = EVERYONE_MAY,
  channelId = CHANNEL_ID,
  serverLocale = 'en-US',
}: Scene): Place {
  return {
    guild_id: SERVER_ID,
    guild: { id: SERVER_ID, locale: asLocale(serverLocale), features: [] },
    guild_locale: asLocale(serverLocale),
    channel_id: channelId,
    channel: {
      id: channelId,
      type: 0,
      name: CHANNEL_NAMES[channelId] ?? 'channel',
      guild_id: SERVER_ID,
      position: 0,
    },
    member: { ...asMember(permissions), user: asUser(person), deaf: false, mute: false },
    authorizing_integration_owners: { 0: SERVER_ID },
    context: 0,
  }
}

/** What a member is beside a user, and may do. */
export const asMember = (permissions = EVERYONE_MAY) => ({
  nick: null,
  avatar: null,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  premium_since: null,
  communication_disabled_until: null,
  pending: false,
  flags: asFlags(0),
  permissions,
})

function direct({ person = VISITOR, ...scene }: Scene): Place {
  const channelId = scene.channelId ?? DIRECT_CHANNELS[person.id] ?? DIRECT_CHANNEL_ID
  return {
    channel_id: channelId,
    channel: { id: channelId, type: 1 },
    user: asUser(person),
    // Installed in a server and used in a direct message: there is no server to name.
    authorizing_integration_owners: { 0: '0' },
    context: 1,
  }
}

/** Flags are a bit set, and none of them is a value that their enum does not have. */
const asFlags = (bits: number) => bits as NonNullable<Place['member']>['flags']

/** Discord's locales are an enum of their tags; callers name one of these. */
const asLocale = (tag: string) => tag as Locale
