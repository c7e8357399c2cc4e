// What keeps the registry alive, an hour at a time: one run of the Worker may send 50 requests and ask D1 50 times.

import type { Registry } from '../../schema/verbs/registry.ts'
import type { Outside } from '../outgoing/outside.ts'
import { askForConfirmation } from './ask-for-confirmation.ts'
import { runDiscovery } from './discovery.ts'
import { checkLinks } from './links.ts'
import { compareUpstream } from './upstream.ts'

/** As in wrangler.toml: at no full hour, when other jobs of the world begin. */
export const HOURLY = '41 * * * *'

/** How many requests a run may send to other sites, redirects counted. */
export const HOURLY_REQUESTS = 45

export interface HourlyRun {
  readonly registry: Registry
  readonly outside: Outside
  readonly now: Date
  readonly onFault: (fault: unknown) => void
  /** The host wants data sets to be searched for. */
  readonly isDiscovering: boolean
}

type Task = (run: HourlyRun) => Promise<void>

/** What a run is for: each task has the budget of its hour for itself. In UTC. */
function taskAt({ now, isDiscovering }: HourlyRun): Task {
  const [day, hour] = [now.getUTCDay(), now.getUTCHours()]
  if (day === MONDAY && hour === 4 && isDiscovering) return runDiscovery
  if (hour === CONFIRMATION_HOUR) return askForConfirmation
  return UPSTREAM_HOURS.includes(hour) ? compareUpstream : checkLinks
}

const MONDAY = 1
const CONFIRMATION_HOUR = 5
const UPSTREAM_HOURS = [2, 8, 14, 20]

/** Never throws: what failed is logged, and is due again. */
export async function runHourly(run: HourlyRun): Promise<void> {
  await taskAt(run)(run).catch(run.onFault)
}
