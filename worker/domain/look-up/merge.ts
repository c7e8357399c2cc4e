// What several sites say of one address, as one proposal with the source of each field.

import type { Evidence } from '../../../schema/record/claims.ts'
import {
  CLAIM_FIELDS,
  type ClaimField,
  dataTypeOf,
  isList,
  PROPOSABLE,
  saysNothing,
} from '../../../schema/record/field-keys.ts'
import { type LookUp, proposedValue } from '../../../schema/record/sites/look-up.ts'
import {
  type ProposedChanges as Changes,
  ProposedChanges,
  SUBMISSION_LENGTHS,
} from '../../../schema/record/submission.ts'
import { referenceOf } from '../../../schema/record/works/printed-work.ts'
import { ProposedReferences } from '../../../schema/record/works/proposed-references.ts'
import { sameValue } from '../../../schema/same-value.ts'
import type { SiteRecord } from './site-record.ts'

/**
 * The proposal. `records` are in the order of trust: the first site that says something of a field fills it, and what a later
 * one says otherwise is kept as evidence. `today` is when they were asked, such as 2026-11-29.
 */
export function merged(
  address: string,
  records: readonly SiteRecord[],
  today: string,
): Omit<LookUp, 'inquiries'> {
  const fields: { -readonly [Key in keyof Changes]: Changes[Key] } = {}
  const evidence: Evidence[] = []
  for (const { source, fields: given } of records) {
    const stated = checkedFields(given)
    for (const field of CLAIM_FIELDS) {
      const value = proposedValue(stated, field)
      if (saysNothing(value)) continue
      const before = proposedValue(fields, field)
      const piece = { field, source, asOf: today }
      if (saysNothing(before)) {
        putInto(fields, field, value)
        evidence.push(piece)
      } else if (!sameValue(before, value) && !isList(field)) {
        evidence.push({ ...piece, value: value as NonNullable<Evidence['value']> })
      }
    }
  }
  const references = ProposedReferences.safeParse(
    records
      .flatMap(({ references: works }) => works.map(referenceOf))
      .filter((one) => one.title !== undefined),
  )
  return {
    address,
    isPaper: records.length > 0 && records.every(({ isPaper }) => isPaper),
    fields: {
      ...fields,
      ...(references.success && references.data.length > 0 && { references: references.data }),
    },
    evidence: evidence.slice(0, SUBMISSION_LENGTHS.evidence),
  }
}

/** The fields that a proposal can have as they are said; any other is left out. */
function checkedFields(given: SiteRecord['fields']): Record<string, unknown> {
  return Object.fromEntries(
    PROPOSABLE.flatMap((key) => {
      const value = given[key]
      if (value === undefined || saysNothing(value)) return []
      const read = ProposedChanges.safeParse({ [key]: value })
      return read.success ? [[key, read.data[key]]] : []
    }),
  )
}

function putInto(fields: Record<string, unknown>, field: ClaimField, value: unknown): void {
  const type = dataTypeOf(field)
  if (type) fields.availability = { ...(fields.availability as object), [type]: value }
  else fields[field] = value
}
