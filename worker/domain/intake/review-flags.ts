// Why a waiting submission needs a maintainer's closer look before it is approved. It warns; a person decides.

import { saysOtherwise } from '../../../schema/record/claims.ts'
import { CLAIM_FIELDS, type ClaimField, valueAt } from '../../../schema/record/field-keys.ts'
import { proposedRecord, withChanges } from '../../../schema/record/proposal.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { SubmissionContent } from '../../../schema/record/submission.ts'
import { hostOf, isKnownHost } from '../../../schema/record/values/addresses/hosts.ts'
import { sameValue } from '../../../schema/same-value.ts'
import type { Alike, ReviewFlag } from '../../../schema/verbs/submissions.ts'

/** From so many on, submissions of a sender of whom nothing was approved before are many. */
const MANY_OF_A_STRANGER = 5

export interface FlagFacts {
  readonly content: SubmissionContent
  /** The resource that it is about, as it is now. */
  readonly resource: Resource | undefined
  readonly isBehind: boolean
  readonly isOwn: boolean
  readonly isBlocked: boolean
  readonly declinedBefore: number
  /** How many submissions of its sender wait, this one included, and whether one was ever approved. */
  readonly waitingOfSender: number
  readonly isSenderTrusted: boolean
  /** The nearest look-alikes; undefined where names were not compared. */
  readonly alike: readonly Alike[] | undefined
  /** The hosts of listed resources. */
  readonly listedHosts: ReadonlySet<string>
}

export function reviewFlags(facts: FlagFacts): ReviewFlag[] {
  const { content, resource, alike, declinedBefore, waitingOfSender, listedHosts } = facts
  const host = newHost(content, listedHosts)
  const fields = fieldsOfOtherSources(content, resource)
  return [
    ...(facts.isOwn ? [{ kind: 'own' } as const] : []),
    ...(facts.isBlocked ? [{ kind: 'blocked' } as const] : []),
    ...(alike ?? []).map((one) => ({ kind: 'lookAlike', alike: one }) as const),
    ...(alike === undefined ? [{ kind: 'notCompared' } as const] : []),
    ...(host === undefined ? [] : [{ kind: 'newHost', host } as const]),
    ...(fields.length > 0 ? [{ kind: 'sourcesDiffer', fields } as const] : []),
    ...(facts.isBehind ? [{ kind: 'behind' } as const] : []),
    ...(declinedBefore > 0 ? [{ kind: 'declinedBefore', times: declinedBefore } as const] : []),
    ...(waitingOfSender >= MANY_OF_A_STRANGER && !facts.isSenderTrusted
      ? [{ kind: 'manyOfSender', waiting: waitingOfSender } as const]
      : []),
  ]
}

/** Hosts that only a university or a public authority can have. */
const INSTITUTION = /\.(?:edu|gov|mil)$|\.(?:ac|edu|gov|gob|gouv)\.[a-z]{2}$/

/** The host of the proposed address, where no listed resource, archive or institution has it. */
function newHost({ resource, changes }: SubmissionContent, listed: ReadonlySet<string>): string | undefined {
  const host = hostOf((resource ?? changes)?.url ?? '')
  return host === undefined || listed.has(host) || isKnownHost(host) || INSTITUTION.test(host)
    ? undefined
    : host
}

/** The fields of the proposal of which a source claims something else, in the record or in the submission. */
function fieldsOfOtherSources(
  { resource: added, changes, evidence }: SubmissionContent,
  resource: Resource | undefined,
): ClaimField[] {
  if (added) {
    const record = proposedRecord(added, evidence)
    return CLAIM_FIELDS.filter((field) => saysOtherwise(record, field))
  }
  if (!resource || !changes) return []
  const record = withChanges(resource, changes, evidence)
  return CLAIM_FIELDS.filter(
    (field) =>
      saysOtherwise(record, field) &&
      (!sameValue(valueAt(record, field), valueAt(resource, field)) ||
        evidence.some((piece) => piece.field === field)),
  )
}
