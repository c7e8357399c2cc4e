// Compares records with what their sites say today, and proposes what changed. A maintainer decides, as on every submission.

import type { ProposedChanges } from '../../schema/record/submission.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { UpstreamWork } from '../../schema/verbs/upstream.ts'
import { sayingOf, upstreamCorrection } from '../domain/upstream/correction.ts'
import { lookUp } from '../outgoing/look-up.ts'
import type { Outside } from '../outgoing/outside.ts'
import { propose } from './propose.ts'

interface UpstreamRun {
  readonly registry: Registry
  /** Bounded to what one run may send. */
  readonly outside: Outside
  readonly now: Date
  readonly onFault: (fault: unknown) => void
}

/** A look-up sends up to four requests and their redirects, of the run's 45. */
const MOST_LOOKED_UP = 7
/** A submission takes fourteen queries of the run’s fifty. */
const MOST_PROPOSED = 2
const TIME_LIMIT_MS = 8000

export async function compareUpstream({ registry, outside, now, onFault }: UpstreamRun): Promise<void> {
  const looked: Omit<UpstreamWork, 'record'>[] = []
  let proposed = 0
  // One after another, so that no host is asked twice at once.
  for (const { resourceId, record, before } of await registry.listUpstreamWork(MOST_LOOKED_UP)) {
    const found = await lookUp(record.url, outside, { timeLimitMs: TIME_LIMIT_MS, now })
    const outcomes = found.inquiries.map(({ outcome }) => outcome)
    // Where one of several sites does not answer, what another says would look like a change.
    const isWhole =
      outcomes.includes('answered') && outcomes.every((one) => one === 'answered' || one === 'nothing')
    const correction = isWhole ? upstreamCorrection({ record, lookUp: found, before }) : undefined
    // The others wait for the next run, as if they had not been looked up.
    if (correction && proposed === MOST_PROPOSED) continue
    let saying = isWhole ? sayingOf(found, before) : before
    if (correction) {
      proposed += 1
      const { changes, evidence } = correction
      await propose(registry, 'upstream', {
        kind: 'correction',
        slug: record.slug,
        baseVersion: record.version,
        changes,
        evidence: [...evidence],
        reason: reasonFor(changes, record.url, now),
      }).catch((fault: unknown) => {
        onFault(fault)
        // It is compared anew when its turn comes again, and keeps no later record from its own.
        saying = before
      })
    }
    looked.push({ resourceId, before: saying })
  }
  await registry.recordUpstream(looked)
}

const SAYINGS: { readonly [Key in keyof ProposedChanges]?: string } = {
  license: 'another licence',
  status: 'that it is archived',
  url: 'another address',
  name: 'another name',
  versions: 'a version that the record does not have',
}

function reasonFor(changes: ProposedChanges, address: string, now: Date): string {
  const sayings = Object.keys(changes).map((field) => SAYINGS[field as keyof ProposedChanges] ?? field)
  return `The site says ${sayings.join(', and ')}. Looked up at ${address} on ${now.toISOString().slice(0, 10)}.`
}
