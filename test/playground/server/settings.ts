// Who and what there is to play with: people, what they may do and see, channels, commands.

import { DECLARATIONS } from '../../../bot/commands/index.ts'
import { LANGUAGES } from '../../../bot/languages/index.ts'
import { BOT, CHANNEL_NAMES, DIRECT_CHANNELS, EVERYONE_MAY } from '../../discord/protocol/people.ts'
import { CHANNELS, type ChannelName, PERSON_OF, ROLES, type Role } from '../../discord/protocol/roles.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import { placeOf } from '../stand-in.ts'
import type { Acting, Setting } from './protocol.ts'

/** Of the maintainer, who manages this server and so sees the commands that not everyone does. */
const MANAGE_SERVER = 1n << 5n

const permissionsOf = (role: Role) =>
  role === 'maintainer' ? String(BigInt(EVERYONE_MAY) | MANAGE_SERVER) : EVERYONE_MAY

/** The channels that a person sees. */
export const channelsOf = (role: Role): ChannelName[] =>
  CHANNELS.filter((channel) => channel !== 'review' || role === 'maintainer')

/** The id of a channel; of direct messages, that of theirs. */
export const channelId = (channel: ChannelName, role: Role): string =>
  placeOf(channel).channelId ?? DIRECT_CHANNELS[PERSON_OF[role].id] ?? ''

export const sceneOf = ({ role, channel, locale, serverLocale }: Acting): Scene => ({
  ...placeOf(channel),
  person: PERSON_OF[role],
  permissions: permissionsOf(role),
  locale,
  serverLocale,
})

export const settingAt = (registryUrl: string): Setting => ({
  registryUrl,
  bot: { id: BOT.id, name: BOT.globalName },
  people: ROLES.map((role) => ({
    role,
    id: PERSON_OF[role].id,
    name: PERSON_OF[role].globalName,
    permissions: permissionsOf(role),
  })),
  channels: CHANNELS.map((channel) => {
    const id = placeOf(channel).channelId ?? ''
    return {
      channel,
      id,
      name: CHANNEL_NAMES[id] ?? BOT.globalName,
      seenBy: ROLES.filter((role) => channelsOf(role).includes(channel)),
    }
  }),
  languages: Object.values(LANGUAGES).flatMap(({ locales: [locale] }) =>
    locale ? [{ locale, name: nameOf(locale) }] : [],
  ),
  commands: DECLARATIONS,
})

/** As its speakers call it, without the country. */
const nameOf = (locale: string) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale.replace(/-.*/, '')) ?? locale
