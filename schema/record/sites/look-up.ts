// What an address says of itself, as a proposal: somebody looks at it before it is sent, and a maintainer before it is
// listed.

import * as z from 'zod/mini'
import { sameValue } from '../../same-value.ts'
import { Evidence } from '../claims.ts'
import { dataTypeOf, PROPOSABLE, saysNothing } from '../field-keys.ts'
import { type Found, ProposedChanges, SUBMISSION_LENGTHS } from '../submission.ts'

/** What came of asking one site. `nothing`: it knows of no data set there; `refused`: it does not answer us, or not now. */
const OUTCOMES = ['answered', 'nothing', 'refused', 'late', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const LookUp = z.object({
  /** The address that was looked up, as it would be listed. */
  address: z.string(),
  /** Nothing but a paper is there: data has another address. */
  isPaper: z.boolean(),
  fields: ProposedChanges,
  /** Where each field was read; with a value of its own, what a site says otherwise. */
  evidence: z.array(Evidence),
  /** The sites that were asked, in order. */
  inquiries: z.array(z.object({ source: z.string(), outcome: z.enum(OUTCOMES) })),
})
export type LookUp = z.infer<typeof LookUp>

/** What a proposal says of a field, of a cell too. */
export function proposedValue(proposed: ProposedChanges, field: Evidence['field']): unknown {
  const type = dataTypeOf(field)
  return type ? proposed.availability?.[type] : proposed[field as keyof ProposedChanges]
}

/**
 * What a person typed, filled up with what was found. Nothing that they typed is overwritten, and a data type that they did
 * not tick is not ticked: what a site says otherwise becomes evidence with a value of its own, for a maintainer to see.
 */
export function filledUp<Typed extends ProposedChanges>(
  typed: Typed,
  { fields, evidence }: Found,
): { readonly resource: Typed; readonly evidence: Evidence[] } {
  const missing = PROPOSABLE.filter(
    (key) => key !== 'availability' && saysNothing(typed[key]) && !saysNothing(fields[key]),
  )
  const resource = { ...typed, ...Object.fromEntries(missing.map((key) => [key, fields[key]])) }
  const pieces = evidence.map((piece) => {
    const found = proposedValue(fields, piece.field)
    const isKept = piece.value !== undefined || sameValue(found, proposedValue(resource, piece.field))
    return isKept ? piece : { ...piece, value: found as NonNullable<Evidence['value']> }
  })
  return { resource, evidence: pieces.slice(0, SUBMISSION_LENGTHS.evidence) }
}
