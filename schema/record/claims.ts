// What sources say, beside what the record states. Nothing that was ever claimed is dropped because something else is
// true now.

import * as z from 'zod/mini'
import { sameValue } from '../same-value.ts'
import { AVAILABILITY } from '../vocabulary.ts'
import {
  CLAIM_FIELDS,
  type ClaimField,
  dataTypeOf,
  type FieldValues,
  isList,
  type OwnKey,
  SHAPES,
  saysNothing,
  valueAt,
  withValue,
} from './field-keys.ts'
import { notEmpty, partWrittenAs, refusedFor, writtenAs } from './values/checked-text.ts'
import { Counts } from './values/counts.ts'
import { PartialDate } from './values/dates.ts'
import { LENGTHS, listOf, text } from './values/text.ts'
import { Use } from './values/use.ts'
import { Version, Versions } from './values/versions.ts'

/**
 * What a source says of one field. Of a list a claim has one entry or all of them. Claims that disagree are all kept;
 * `stated` says of each whether the record holds it for true.
 */
export const Claim = z.object({
  field: z.enum(CLAIM_FIELDS),
  value: z.union([z.string(), z.number(), z.array(z.string()), Versions, Use, Counts]),
  /** An address, or a repository and file at a commit. */
  source: text(LENGTHS.source),
  /** When the source said so, or was read. */
  asOf: z.nullable(PartialDate),
  stated: z.boolean(),
})
export type Claim = z.infer<typeof Claim>

/** Whether a field can hold a value that a source claims: of a list one entry of it, or all. */
function canHold(field: ClaimField, value: z.infer<typeof Claim>['value']): boolean {
  if (dataTypeOf(field)) return AVAILABILITY.some((one) => one === value)
  const whole = isList(field) && typeof value === 'string' ? [value] : value
  return SHAPES[field as OwnKey].safeParse(whole).success
}

/** Versions with their texts as every text is that people send in. */
export const ProposedVersions = listOf(
  Version.check(partWrittenAs('label', 'line')).check(partWrittenAs('url', 'address')),
  LENGTHS.versions,
)

/**
 * Where a fact was read. Without a value it is evidence for what is proposed, or stands in the record; with one, for
 * that: so what speaks against the record can be brought too, without changing it.
 */
export const Evidence = z
  .strictObject({
    field: z.enum(['notes', ...CLAIM_FIELDS]),
    value: z.optional(
      z
        .union([
          ...([
            text(LENGTHS.description),
            z.number(),
            listOf(text(LENGTHS.caution), LENGTHS.claimed),
          ] as const),
          ...([ProposedVersions, Use, Counts] as const),
        ])
        .check(writtenAs('line'))
        .check(notEmpty()),
    ),
    source: text(LENGTHS.source).check(writtenAs('source')),
    asOf: z.optional(PartialDate),
  })
  .check(
    refusedFor('value', ({ field, value }) =>
      value === undefined || (field === 'notes' ? typeof value === 'string' : canHold(field, value))
        ? undefined
        : { name: 'claimUnfit', values: [] },
    ),
  )
export type Evidence = z.infer<typeof Evidence>

export type ClaimValue = Claim['value']
type Stated = ClaimValue | null
/** A record, or one that has no place in the table yet. */
type Factual = FieldValues & { readonly claims: readonly Claim[] }

/** What the record says of a field; null where it says nothing. The cast holds because a claim can have these values. */
export const statedValue = (record: FieldValues, field: ClaimField): Stated =>
  valueAt(record, field) as Stated

/** The record with a field as a claim has it. A list that the claim has one entry of gets that entry. */
export function withStated<Record extends Factual>(
  record: Record,
  field: ClaimField,
  value: ClaimValue,
): Record {
  const before = statedValue(record, field)
  const next = Array.isArray(before) && typeof value === 'string' ? [...new Set([...before, value])] : value
  return settleStated(withValue(record, field, next))
}

/** Whether a record holds a claim for true: of a list, where it has the entry. */
function isStated(record: Factual, { field, value }: Pick<Claim, 'field' | 'value'>): boolean {
  const stated = statedValue(record, field)
  if (Array.isArray(stated) && typeof value === 'string') return stated.some((entry) => entry === value)
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
    if (claimed === null || (value === undefined && saysNothing(claimed))) return []
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

/** Whether a source claims something else of a field than the record states; lists have room for all that is claimed. */
export const saysOtherwise = (record: Factual, field: ClaimField): boolean =>
  !isList(field) && record.claims.some((claim) => claim.field === field && !isStated(record, claim))

/** The fields of which sources say different things; lists, whose entries stand side by side, are none. */
export function disputedFields({ claims }: Pick<Factual, 'claims'>): ClaimField[] {
  return CLAIM_FIELDS.filter((field) => {
    if (isList(field)) return false
    const [first, ...others] = claims.filter((claim) => claim.field === field)
    return first !== undefined && others.some(({ value }) => !sameValue(value, first.value))
  })
}
