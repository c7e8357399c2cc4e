// Whoever looks at the stand-in Discord wants to be told when there is something new to see.

import type { StandInDiscord } from '../stand-in.ts'

export interface WatchedDiscord extends StandInDiscord {
  /** Told after everything that may have changed something; the answer ends that. */
  onChange(listener: () => void): () => void
}

export function watched(discord: StandInDiscord): WatchedDiscord {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    ...discord,
    fetch: (request) => discord.fetch(request).finally(tell),
    interaction(...noted) {
      const message = discord.interaction(...noted)
      tell()
      return message
    },
    write(...written) {
      const message = discord.write(...written)
      tell()
      return message
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
