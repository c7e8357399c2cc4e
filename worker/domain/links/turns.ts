// Which addresses one run looks at.

import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'

/** So many addresses, and so many of one host. */
const MOST_LOOKS = 20
const MOST_OF_A_HOST = 3

/** The addresses that wait longest, by host: those of one host are looked at one after another. */
export function turnsOf<Link extends { readonly address: string }>(due: readonly Link[]): readonly Link[][] {
  const byHost = new Map<string, Link[]>()
  let taken = 0
  for (const link of due) {
    const host = hostOf(link.address) ?? ''
    const turns = byHost.get(host) ?? []
    if (turns.length === MOST_OF_A_HOST) continue
    byHost.set(host, [...turns, link])
    taken += 1
    if (taken === MOST_LOOKS) break
  }
  return [...byHost.values()]
}
