// The facts of a record: what each field states, the claims behind it, and what other sources claim. Pure: no language,
// no markup.

import { sameValue } from '../same-value.ts'
import { type Claim, disputedFields, statedValue } from './claims.ts'
import { CLAIM_FIELDS, type ClaimField, dataTypeOf, fieldOf, type OwnKey, saysNothing } from './field-keys.ts'
import type { Resource } from './resource.ts'
import { doiLink } from './works/reference-links.ts'

export interface Fact {
  readonly field: ClaimField
  /** Null, `unknown` or empty where the record states nothing. */
  readonly stated: Claim['value'] | null
  readonly isStated: boolean
  /** Every claim about the field. */
  readonly claims: readonly Claim[]
  /** The claims behind what is stated; of a list also those behind a part of its entries. */
  readonly sources: readonly Claim[]
  /** The claims of something else; of a list with the entries alone that the record lacks. */
  readonly others: readonly Claim[]
}

/** The fact of one field. */
export function factOf(record: Resource, field: ClaimField): Fact {
  const stated = statedValue(record, field)
  const claims = record.claims.filter((claim) => claim.field === field)
  const entries: readonly unknown[] = Array.isArray(stated) ? stated : []
  const isEntry = (value: unknown) => entries.some((entry) => sameValue(entry, value))
  const hasEntry = ({ value }: Claim) => Array.isArray(value) && value.some(isEntry)
  return {
    field,
    stated,
    isStated: !saysNothing(stated),
    claims,
    sources: claims.filter((claim) => claim.stated || hasEntry(claim)),
    others: claims.flatMap((claim) => {
      if (claim.stated) return []
      if (!Array.isArray(claim.value)) return [claim]
      const value = claim.value.filter((entry) => !isEntry(entry)) as typeof claim.value
      return value.length > 0 ? [{ ...claim, value }] : []
    }),
  }
}

export type StatusFields = Pick<Resource, 'status' | 'claims'>

/** The latest date for which a source says that the status is as stated. */
export const statusDate = ({ claims }: StatusFields): string | undefined =>
  claims
    .flatMap((claim) => (claim.field === 'status' && claim.stated && claim.asOf ? [claim.asOf] : []))
    .sort()
    .at(-1)

/** The address behind a fact that is one, or that is a DOI. */
export function addressOf({ field, stated }: Fact): string | undefined {
  const described = dataTypeOf(field) ? undefined : fieldOf(field as OwnKey)
  if (described?.kind !== 'text' || typeof stated !== 'string') return undefined
  if (described.writing === 'doi') return doiLink({ doi: stated })
  return described.writing === 'address' ? stated : undefined
}

/** The claims behind one entry of a list of texts. */
export const sourcesOfEntry = ({ claims }: Fact, entry: string): Claim[] =>
  claims.filter(({ value }) => (Array.isArray(value) ? value.some((one) => one === entry) : value === entry))

/** The facts of which something else is claimed than the record states, those first of which sources disagree. */
export function contestedFacts(record: Resource): Fact[] {
  const contested = CLAIM_FIELDS.filter((field) =>
    record.claims.some((claim) => claim.field === field && !claim.stated),
  )
  return [...new Set([...disputedFields(record), ...contested])].map((field) => factOf(record, field))
}
