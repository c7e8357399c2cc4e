// Proposes what the looks at an address give reason to correct. A maintainer decides, as on every submission.

import type { SubmissionInput } from '../../schema/record/submission.ts'
import type { LinkFound } from '../../schema/verbs/links.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { hasEnded } from '../../schema/vocabulary.ts'
import { propose } from './propose.ts'

/** A submission takes fourteen queries of the run’s fifty. */
const MOST_PROPOSED = 2

export async function proposeCorrections(
  registry: Registry,
  onFault: (fault: unknown) => void,
): Promise<void> {
  for (const found of await registry.listLinkFindings(MOST_PROPOSED)) {
    await proposeOne(registry, found).catch(onFault)
  }
}

async function proposeOne(registry: Registry, found: LinkFound): Promise<void> {
  const input = correctionOf(found)
  if (input) await propose(registry, 'links', input)
  await registry.noteProposed(found.id, proposedBy(found))
}

const proposedBy = ({ finding, finalUrl }: LinkFound): string =>
  finding === 'moved' ? (finalUrl ?? '') : finding

/** Undefined where there is nothing to propose: it is said already, or was rejected. */
function correctionOf(found: LinkFound): SubmissionInput | undefined {
  const { slug, version: baseVersion, status, finding, finalUrl, address, saying } = found
  const [since, checked] = [found.since.slice(0, 10), found.checkedAt.slice(0, 10)]
  const correction = { kind: 'correction', slug, baseVersion } as const
  switch (finding) {
    case 'moved':
      if (finalUrl === null || found.wasRejected) return undefined
      return {
        ...correction,
        changes: { url: finalUrl },
        reason:
          `The address moved: ${address} redirects for good to ${finalUrl}. ` +
          `The link check saw it on ${since} and again on ${checked}.`,
      }
    case 'dead':
      if (hasEnded(status)) return undefined
      return {
        ...correction,
        changes: { status: 'unreachable' },
        reason:
          `The address is dead: ${address} ${saying}. ` +
          `The link check found nothing there on three days, the last of them ${checked}.`,
      }
  }
}
