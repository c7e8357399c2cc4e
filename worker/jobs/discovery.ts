// Once a week: looks for data sets that may belong on the list, and offers the best to maintainers.

import type { Registry } from '../../schema/verbs/registry.ts'
import { worthOffering } from '../domain/discovery/ranking.ts'
import { discover, withVersions } from '../outgoing/discover.ts'
import type { Outside } from '../outgoing/outside.ts'

const DAY_MS = 86_400_000
/** How far the first run looks back, and one after a long pause. */
const MOST_DAYS = 30
/** More of one run are not kept. */
const MOST_KEPT = 40

export interface DiscoveryRun {
  readonly registry: Registry
  readonly outside: Outside
  readonly now: Date
  readonly onFault: (fault: unknown) => void
}

export async function runDiscovery({ registry, outside, now, onFault }: DiscoveryRun): Promise<void> {
  const earliest = new Date(now.getTime() - MOST_DAYS * DAY_MS).toISOString()
  const last = (await registry.findLastDiscovery()) ?? earliest
  const since = last > earliest ? last : earliest
  const { found, isWhole, failed } = await discover(outside, { since, now })
  if (!isWhole) onFault(new Error(`Discovery was not answered by ${failed.map(hostOf).join(', ')}.`))
  const unknown = async (dataSets: typeof found) => {
    const known = await registry.listKnownAddresses(dataSets.flatMap(({ addresses }) => addresses))
    return worthOffering(dataSets, known).slice(0, MOST_KEPT)
  }
  // Asking for other versions is worth its request only for what may be new.
  const first = await unknown(found)
  const whole = await withVersions(
    outside,
    first.map(({ dataSet }) => dataSet),
  )
  const rest = await unknown(whole)
  await registry.offerCandidates(
    rest.map(({ dataSet, signs, score }) => {
      const { source, url, publisher, addresses } = dataSet
      return { source, url, publisher, addresses, found: dataSet.found, signs, score }
    }),
    { isWhole },
  )
}

const hostOf = (address: string) => new URL(address).host
