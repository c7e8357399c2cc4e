// What sources say, beside what the record states. Nothing that was ever claimed is dropped because something else is
// true now.

import { DATA_TYPE_KEYS, type DataTypeKey } from '../vocabulary.ts'
import type { Claim, ClaimField, Resource } from './resource.ts'
import { CLAIM_FIELDS } from './resource.ts'
import { sameValue } from './same-value.ts'
import type { Evidence } from './submission.ts'

export type ClaimValue = Claim['value']
type Stated = ClaimValue | null
/** A record, or one that has no place in the table yet. */
type Factual = Omit<Resource, 'slug' | 'position' | 'version' | 'updatedAt'>

/** What the record says of a field; null where it says nothing. */
export function statedValue(record: Factual, field: ClaimField): Stated {
  const cell = cellOf(field)
  return cell ? record.availability[cell] : record[field as Exclude<ClaimField, `availability.${string}`>]
}

const cellOf = (field: ClaimField): DataTypeKey | undefined =>
  DATA_TYPE_KEYS.find((key) => field === `availability.${key}`)

/** The record with a field as a claim has it. A list that the claim has one entry of gets that entry. */
export function withStated<Record extends Factual>(
  record: Record,
  field: ClaimField,
  value: ClaimValue,
): Record {
  const cell = cellOf(field)
  if (cell) return settleStated({ ...record, availability: { ...record.availability, [cell]: value } })
  const before = statedValue(record, field)
  const next = Array.isArray(before) && typeof value === 'string' ? [...new Set([...before, value])] : value
  return settleStated({ ...record, [field]: next })
}

/** Whether a record holds a claim for true: of a list, where it has the entry. */
function isStated(record: Factual, { field, value }: Pick<Claim, 'field' | 'value'>): boolean {
  const stated = statedValue(record, field)
  if (Array.isArray(stated) && typeof value === 'string') return stated.includes(value)
  return sameValue(stated, value)
}

/** The record with each claim marked as stated or not, which follows from its fields. */
export const settleStated = <Record extends Factual>(record: Record): Record => ({
  ...record,
  claims: record.claims.map((claim) => ({ ...claim, stated: isStated(record, claim) })),
})

/**
 * The record with what a submission brings as evidence. A piece that gives no value of its own is evidence for what the
 * record states of its field, of a list for all of it; where the record states nothing there, it says nothing.
 */
export function withEvidence<Record extends Factual>(record: Record, evidence: readonly Evidence[]): Record {
  const claims = evidence.flatMap(({ field, source, asOf, value }): Claim[] => {
    if (field === 'notes') return []
    const claimed = value ?? statedValue(record, field)
    if (claimed === null || (Array.isArray(claimed) && claimed.length === 0)) return []
    return [{ field, value: claimed, source, asOf: asOf ?? null, stated: true }]
  })
  return settleStated({ ...record, claims: unique([...record.claims, ...claims]) })
}

/** The same said twice by the same source is one claim; a later date takes the place of an earlier. */
function unique(claims: readonly Claim[]): Claim[] {
  return claims.filter(
    (claim, i) =>
      !claims.some(
        (other, at) =>
          at > i &&
          other.field === claim.field &&
          other.source === claim.source &&
          sameValue(other.value, claim.value),
      ),
  )
}

/** The fields of which sources say different things; lists, whose entries stand side by side, are none. */
export function disputedFields({ claims }: Pick<Resource, 'claims'>): ClaimField[] {
  return CLAIM_FIELDS.filter((field) => {
    if (LISTS.has(field)) return false
    const [first, ...others] = claims.filter((claim) => claim.field === field)
    return first !== undefined && others.some(({ value }) => !sameValue(value, first.value))
  })
}

const LISTS: ReadonlySet<ClaimField> = new Set(['formats', 'cautions', 'derivedFrom', 'origins'])
