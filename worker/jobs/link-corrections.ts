// Proposes what the looks at an address give reason to correct. A maintainer decides, as on every submission.

import { RegistryError } from '../../schema/errors.ts'
import type { SubmissionInput } from '../../schema/record/submission.ts'
import type { LinkFound } from '../../schema/verbs/links.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { hasEnded } from '../../schema/vocabulary.ts'

/** A submission takes ten queries of the run's fifty. */
const MOST_PROPOSED = 2

const MACHINE = { kind: 'machine', machine: 'links' } as const

export async function proposeCorrections(registry: Registry): Promise<void> {
  for (const found of await registry.listLinkFindings(MOST_PROPOSED)) {
    const input = correctionOf(found)
    if (input) await send(registry, input)
    await registry.noteProposed(found.id, proposedBy(found))
  }
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

/** A correction that the registry refuses, such as to an address that is listed already, is not sent again. */
async function send(registry: Registry, input: SubmissionInput): Promise<void> {
  try {
    await registry.submit(MACHINE, input, { door: 'job' })
  } catch (error) {
    if (!(error instanceof RegistryError) || (error.code !== 'conflict' && error.code !== 'invalid'))
      throw error
  }
}
