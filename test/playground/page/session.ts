// Who one is, where, and in which languages: kept by each window, and in this browser from one visit to the next.

import { CHANNELS, ROLES } from '../../discord/protocol/roles.ts'
import type { Acting, Setting } from '../server/protocol.ts'

export interface Session {
  get(): Acting
  set(change: Partial<Acting>): void
}

const KEY = 'playground'

const FIRST: Acting = { role: 'visitor', channel: 'general', locale: 'en-US', serverLocale: 'en-US' }

export function openSession(
  { languages }: Setting,
  onChange: (now: Acting, before: Acting) => void,
): Session {
  let now = kept(languages.map(({ locale }) => locale))
  return {
    get: () => now,
    set(change) {
      const before = now
      now = { ...now, ...change }
      // What others may not see is not where they are.
      if (now.role !== 'maintainer' && now.channel === 'review') now = { ...now, channel: 'general' }
      for (const storage of [sessionStorage, localStorage]) storage.setItem(KEY, JSON.stringify(now))
      onChange(now, before)
    },
  }
}

function kept(locales: readonly string[]): Acting {
  try {
    const text = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? '{}'
    const { role, channel, locale, serverLocale } = JSON.parse(text)
    const among = <Value>(list: readonly Value[], value: unknown, usual: Value) =>
      list.find((each) => each === value) ?? usual
    return {
      role: among(ROLES, role, FIRST.role),
      channel: among(CHANNELS, channel, FIRST.channel),
      locale: among(locales, locale, FIRST.locale),
      serverLocale: among(locales, serverLocale, FIRST.serverLocale),
    }
  } catch {
    return FIRST
  }
}
