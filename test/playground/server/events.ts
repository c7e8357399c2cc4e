// What is new, told to every page that is open as it happens (HTML, "Server-sent events").

import type { ServerResponse } from 'node:http'
import type { Role } from '../../discord/protocol/roles.ts'
import type { History } from './history.ts'
import type { News, ShownMessage } from './protocol.ts'
import { channelsOf } from './settings.ts'

/** What arrives together is told together. */
const PAUSE = 20

export interface Newsroom {
  /** Tells a page all that its person sees, and from then on what changes. */
  open(role: Role, to: ServerResponse): void
  /** Something may have changed. */
  stir(): void
}

export function openNewsroom(historyOf: () => History): Newsroom {
  const readers = new Set<() => void>()
  let isPlanned = false

  return {
    open(role, to) {
      const sentStates = new Map<string, string>()
      let last = ''
      const tell = () => {
        const news = newsFor(historyOf(), role, sentStates)
        const channels = JSON.stringify([news.channels, news.problems])
        if (news.messages.length === 0 && channels === last) return
        last = channels
        to.write(`data: ${JSON.stringify(news)}\n\n`)
      }
      readers.add(tell)
      to.once('close', () => readers.delete(tell))
      tell()
    },
    stir() {
      if (isPlanned) return
      isPlanned = true
      setTimeout(() => {
        isPlanned = false
        for (const tell of readers) tell()
      }, PAUSE)
    },
  }
}

/** `sentStates` has what the reader knows already, and is brought up to date. */
function newsFor(history: History, role: Role, sentStates: Map<string, string>): News {
  const seen = channelsOf(role).map((channel) => [channel, history.shownTo(role, channel)] as const)
  const stateOf = ({ version, state, isPrivate }: ShownMessage) => `${version} ${state} ${isPrivate}`
  const messages = seen
    .flatMap(([, shown]) => shown)
    .filter((message) => sentStates.get(message.id) !== stateOf(message))
  for (const message of messages) sentStates.set(message.id, stateOf(message))
  return {
    channels: Object.fromEntries(seen.map(([channel, shown]) => [channel, shown.map(({ id }) => id)])),
    messages,
    problems: history.problems(),
  }
}
