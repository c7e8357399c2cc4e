// What the one whom the page is has been told: the messages of each channel, and which of them they have not seen yet,
// in any window of this browser.

import type { ChannelName, Role } from '../../discord/protocol/roles.ts'
import type { News, ShownMessage } from '../server/protocol.ts'
import { listen } from './server.ts'

export interface Inbox {
  /** Becomes somebody, with what they see. */
  open(role: Role): void
  /** Resolves once it is known what they see. */
  opened(): Promise<void>
  /** Oldest first. They count as seen from now on. */
  look(channel: ChannelName): readonly ShownMessage[]
  unseen(channel: ChannelName): number
}

/** `tell` is called after each news, with what is new or edited; with nothing at first, when all of it is. */
export function openInbox(
  tell: (news: News, fresh: ReadonlyMap<ChannelName, readonly ShownMessage[]>) => void,
): Inbox {
  let role: Role = 'visitor'
  let messages = new Map<string, ShownMessage>()
  let channels: News['channels'] = {}
  let close = () => {}
  let opened = Promise.withResolvers<void>()

  function take(news: News, isFirst: boolean) {
    const there = new Set(Object.values(news.channels).flat())
    messages = new Map([...messages].filter(([id]) => there.has(id)))
    for (const shown of news.messages) messages.set(shown.id, shown)
    channels = news.channels
    tell(news, byChannel(isFirst ? [] : news.messages, news))
    opened.resolve()
  }

  return {
    open(who) {
      close()
      role = who
      messages = new Map()
      channels = {}
      opened = Promise.withResolvers()
      close = listen(who, take)
    },
    opened: () => opened.promise,
    look(channel) {
      const here = (channels[channel] ?? []).flatMap((id) => messages.get(id) ?? [])
      const newest = here.at(-1)?.id
      if (newest && newest > seen(role, channel)) localStorage.setItem(seenKey(role, channel), newest)
      return here
    },
    unseen: (channel) => (channels[channel] ?? []).filter((id) => id > seen(role, channel)).length,
  }
}

const seenKey = (role: Role, channel: ChannelName) => `playground-seen-${role}-${channel}`

/** The newest that they have looked at there. Ids are of one length, and grow. */
const seen = (role: Role, channel: ChannelName) => localStorage.getItem(seenKey(role, channel)) ?? ''

const byChannel = (fresh: readonly ShownMessage[], { channels }: News) =>
  new Map(
    Object.entries(channels).map(([channel, ids]) => [
      channel as ChannelName,
      fresh.filter(({ id }) => ids.includes(id)),
    ]),
  )
