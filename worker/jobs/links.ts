// Looks at the addresses of listed resources, notes what they say, and proposes what follows.

import { present } from '../../schema/present.ts'
import type { CheckedLink, RecordedLooks } from '../../schema/verbs/links.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { judge, nextLook } from '../domain/links/judge.ts'
import { turnsOf } from '../domain/links/turns.ts'
import { askForCopy, findCopy } from '../outgoing/archive.ts'
import { lookAtLink } from '../outgoing/look-at-link.ts'
import type { Outside } from '../outgoing/outside.ts'
import { proposeCorrections } from './link-corrections.ts'

export interface LinksRun {
  readonly registry: Registry
  /** Bounded to what one run may send. */
  readonly outside: Outside
  readonly now: Date
  readonly onFault: (fault: unknown) => void
  /** Between two looks at one host, in milliseconds: waiting costs no processor time. */
  readonly pauseMs?: number
}

/** A Worker has at most six connections open at a time. */
const AT_ONCE = 5
const PAUSE_MS = 2000

type Looked = RecordedLooks['looked'][number]

export async function checkLinks({
  registry,
  outside,
  now,
  pauseMs = PAUSE_MS,
  onFault,
}: LinksRun): Promise<void> {
  const { due, withoutCopy, toBeSaved } = await registry.listLinkWork()
  // The archive first: its few requests would find none left.
  const copies: RecordedLooks['copies'][number][] = []
  const saved: number[] = []
  let isThere = true
  for (const { id, address } of toBeSaved) {
    if (!isThere) break
    const { isSent, archivedUrl } = await askForCopy(address, outside)
    isThere = isSent
    if (isSent) saved.push(id)
    if (archivedUrl !== undefined) copies.push({ id, address, archivedUrl })
  }
  for (const { id, address } of withoutCopy) {
    if (!isThere) break
    if (copies.some((copy) => copy.id === id)) continue
    const { isSent, archivedUrl } = await findCopy(address, outside)
    isThere = isSent
    if (isSent) copies.push({ id, address, ...present({ archivedUrl }) })
  }
  const looked: Looked[] = []
  const hosts = turnsOf(due).values()
  const lookAtHosts = async () => {
    for (const links of hosts) looked.push(...(await lookInTurn(links, { outside, now, pauseMs, onFault })))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lookAtHosts))
  await registry.recordLooks({ looked, copies, saved })
  await proposeCorrections(registry, onFault)
}

/** At the addresses of one host, one after another. */
async function lookInTurn(
  links: readonly CheckedLink[],
  { outside, now, pauseMs, onFault }: Required<Omit<LinksRun, 'registry'>>,
): Promise<Looked[]> {
  const looked: Looked[] = []
  for (const [i, link] of links.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    const look = await lookAtLink(link.address, outside, link.state.identity, now).catch((fault: unknown) => {
      onFault(fault)
      return null
    })
    if (look === undefined) break
    if (look === null) continue
    looked.push({ link, state: judge(link.state, look, now), nextAt: nextLook(look, now) })
  }
  return looked
}
