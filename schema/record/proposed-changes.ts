// What would have to be proposed for a record to say what is wanted, and nothing else.

import { sameValue } from '../same-value.ts'
import { DATA_TYPE_KEYS } from '../vocabulary.ts'
import { type Evidence, withEvidence } from './claims.ts'
import { withChanges } from './proposal.ts'
import type { Resource } from './resource.ts'
import type { ProposedChanges } from './submission.ts'

/** What a source says of a resource: fields of a proposal, and where they were read. */
export interface DesiredRecord<Fields = ProposedChanges> {
  readonly fields: Fields
  readonly evidence: readonly Evidence[]
}

/** The fields that differ and the evidence that is new; undefined where the record says all of it. */
export function proposedChanges(
  record: Resource,
  { fields: { notes: _, availability = {}, ...fields }, evidence }: DesiredRecord,
): { readonly changes: ProposedChanges; readonly evidence: readonly Evidence[] } | undefined {
  const cells = DATA_TYPE_KEYS.flatMap((key) => {
    const wanted = availability[key]
    return wanted === undefined || wanted === record.availability[key] ? [] : [[key, wanted]]
  })
  const changes: ProposedChanges = {
    ...Object.fromEntries(
      Object.entries(fields).filter(
        ([field, value]) => value !== undefined && !sameValue(value, record[field as keyof typeof fields]),
      ),
    ),
    ...(cells.length > 0 && { availability: Object.fromEntries(cells) }),
  }
  const added = newEvidence(withChanges(record, changes, []), evidence)
  return Object.keys(changes).length > 0 || added.length > 0 ? { changes, evidence: added } : undefined
}

/** The pieces that would be claims which the record does not have. */
const newEvidence = (record: Resource, evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((piece) => {
    const [claim] = withEvidence<Resource>({ ...record, claims: [] }, [piece]).claims
    return (
      claim !== undefined &&
      !record.claims.some(
        ({ field, source, asOf, value }) =>
          field === claim.field &&
          source === claim.source &&
          asOf === claim.asOf &&
          sameValue(value, claim.value),
      )
    )
  })
