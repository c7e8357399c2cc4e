// What is known about the fields that a submission would change: the claims of sources, and earlier decisions.

import { proposedFields } from './changes.ts'
import { type Claim, disputedFields } from './claims.ts'
import type { RecordField } from './field-keys.ts'
import type { Resource } from './resource.ts'
import type { SubmissionRecord } from './submission.ts'

export interface FieldBackground {
  readonly field: RecordField
  /** What sources say of it, those first that the record states. */
  readonly claims: readonly Claim[]
  readonly isDisputed: boolean
  /** Decided submissions about the field, latest first. */
  readonly decided: readonly SubmissionRecord[]
}

/** Of each field that a correction proposes or brings a source for. `earlier` are decided submissions about the resource. */
export function fieldBackground(
  submission: Pick<SubmissionRecord, 'changes' | 'evidence'>,
  { claims, ...record }: Resource,
  earlier: readonly SubmissionRecord[],
): FieldBackground[] {
  const disputed: readonly RecordField[] = disputedFields({ ...record, claims })
  return fieldsOf(submission).map((field) => ({
    field,
    claims: claims
      .filter((claim) => claim.field === field)
      .toSorted((a, b) => Number(b.stated) - Number(a.stated)),
    isDisputed: disputed.includes(field),
    decided: earlier.filter((one) => fieldsOf(one).includes(field)),
  }))
}

function fieldsOf({ changes, evidence }: Pick<SubmissionRecord, 'changes' | 'evidence'>): RecordField[] {
  const proposed = proposedFields(changes ?? {}).map(({ field }) => field)
  return [...new Set([...proposed, ...evidence.flatMap(({ field }) => (field === 'notes' ? [] : field))])]
}
