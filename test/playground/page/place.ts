// Who there is, which channels, and what somebody sees of them, by name.

import { CHANNELS, type ChannelName, type Role } from '../../discord/protocol/roles.ts'
import type { Acting, Setting } from '../server/protocol.ts'
import type { Nameable } from './composer/draft.ts'
import type { Typist } from './composer/picker.ts'

export interface Place {
  person(role: Role): Setting['people'][number]
  /** As it stands at the top of the channel and in the message box. */
  title(channel: ChannelName): string
  /** The channels that somebody sees. */
  seen(role: Role): ChannelName[]
  typist(acting: Acting): Typist
  nameable(role: Role): Nameable
  personName(id: string): string | undefined
  channelName(id: string): string | undefined
}

export function placeOf({ people, channels, bot }: Setting): Place {
  const found = <Thing>(thing: Thing | undefined, name: string): Thing => {
    if (!thing) throw new Error(`There is no ${name} here.`)
    return thing
  }
  const person = (role: Role) =>
    found(
      people.find((each) => each.role === role),
      role,
    )
  const channelOf = (name: ChannelName) =>
    found(
      channels.find(({ channel }) => channel === name),
      name,
    )
  const seen = (role: Role) => CHANNELS.filter((name) => channelOf(name).seenBy.includes(role))
  return {
    person,
    title: (channel) => (channel === 'dm' ? `@${bot.name}` : `#${channelOf(channel).name}`),
    seen,
    typist: ({ role, channel, locale }) => ({
      permissions: person(role).permissions,
      inServer: channel !== 'dm',
      locale,
    }),
    nameable: (role) => ({
      people,
      channels: channels.filter(({ channel }) => channel !== 'dm' && seen(role).includes(channel)),
    }),
    personName: (id) => [...people, bot].find((each) => each.id === id)?.name,
    channelName: (id) => channels.find((each) => each.id === id)?.name,
  }
}
