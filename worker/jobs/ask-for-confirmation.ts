// Asks maintainers whether records that nobody has changed or confirmed for twelve months are still right.

import type { Registry } from '../../schema/verbs/registry.ts'
import { propose } from './propose.ts'

/** A day's worth: a release of a hundred records would otherwise fill the queue on one day. */
const MOST_A_RUN = 3

interface ConfirmationRun {
  readonly registry: Registry
  readonly onFault: (fault: unknown) => void
}

export async function askForConfirmation({ registry, onFault }: ConfirmationRun): Promise<void> {
  for (const { slug, version, updatedAt } of await registry.listUnconfirmed(MOST_A_RUN))
    await propose(registry, 'confirmations', {
      kind: 'confirmation',
      slug,
      baseVersion: version,
      reason: `Nobody has changed or confirmed this record since ${updatedAt.slice(0, 10)}.`,
    }).catch(onFault)
}
