// From the fields of a form to what is proposed, and back. Lengths and texts are not looked at here: `parse` and the
// registry do that.

import type { Evidence } from '../../../../schema/record/claims.ts'
import {
  CLAIM_FIELDS,
  type ClaimField,
  fieldOf,
  PROPOSABLE,
  type ProposableKey,
} from '../../../../schema/record/field-keys.ts'
import type { ProposedChanges } from '../../../../schema/record/submission.ts'
import type { Counts } from '../../../../schema/record/values/counts.ts'
import { AVAILABILITY, COUNTED, DATA_TYPES, type ResourceStatus } from '../../../../schema/vocabulary.ts'
import { type FormValues, textIn } from '../form.ts'

type Whole = Omit<ProposedChanges, 'status'> & {
  readonly status?: ResourceStatus | undefined
  readonly slug?: string | undefined
}

/** A record, or what is proposed of one, as it stands in the fields. */
export function valuesFrom(said: Whole): FormValues {
  const pairs: (readonly [string, unknown])[] = [
    ...PROPOSABLE.flatMap((key) => pairsOf(said, key)),
    ['notes', said.notes],
    ['slug', said.slug],
  ]
  return new Map(
    pairs.map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)]),
  )
}

/** The value of a field by the names of its inputs: of a size and of the data types each part has one. */
function pairsOf(said: Whole, key: ProposableKey): (readonly [string, unknown])[] {
  const value = said[key]
  switch (fieldOf(key).kind) {
    case 'cells':
      return DATA_TYPES.map((type) => [type.key, said.availability?.[type.key]])
    case 'counts':
      return COUNT_PARTS.map((part) => [`counts.${part}`, said.counts?.[part]])
    default:
      return [[key, Array.isArray(value) ? value.join('\n') : value]]
  }
}

const COUNT_PARTS = [...COUNTED, 'text', 'asOf'] as const

/**
 * All that the fields say: null, or an empty list, where one was emptied. A field that the form does not have is left
 * out, and so is a value that no field of ours can have.
 */
export function proposalIn(typed: FormValues): ProposedChanges {
  const notes = textIn(typed, 'notes')
  return {
    ...asProposed(Object.fromEntries(PROPOSABLE.map((key) => [key, valueIn(typed, key)]))),
    ...(notes !== '' && { notes }),
  }
}

/** The cast holds because `valueIn` gives each field a value of its kind. */
const asProposed = (fields: object) => fields as ProposedChanges

function valueIn(typed: FormValues, key: ProposableKey): unknown {
  const field = fieldOf(key)
  if (field.kind === 'cells') return cellsIn(typed)
  if (field.kind === 'counts') return countsIn(typed)
  if (!typed.has(key)) return undefined
  switch (field.kind) {
    case 'text':
      return field.isRequired ? textIn(typed, key) : textIn(typed, key) || null
    case 'choice':
      return field.values.find((value) => value === typed.get(key))
    case 'list': {
      const entries = textIn(typed, key)
        .split(field.separator ?? /\n/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
      return field.writing === 'slug' ? entries.map(slugIn) : entries
    }
    case 'references':
      return undefined
  }
}

const cellsIn = (typed: FormValues): ProposedChanges['availability'] =>
  Object.fromEntries(
    DATA_TYPES.flatMap(({ key }) => {
      const value = AVAILABILITY.find((known) => known === typed.get(key))
      return value === undefined ? [] : [[key, value]]
    }),
  )

function countsIn(typed: FormValues): Counts | null | undefined {
  if (!COUNT_PARTS.some((key) => typed.has(`counts.${key}`))) return undefined
  const said = COUNT_PARTS.flatMap((key) => {
    const text = textIn(typed, `counts.${key}`)
    return text === '' ? [] : [[key, key === 'text' || key === 'asOf' ? text : numberIn(text)]]
  })
  return said.length > 0 ? Object.fromEntries(said) : null
}

/** "12,345" and "12 345" are numbers too; anything else is none. */
function numberIn(text: string): number {
  const digits = text.replace(/[\s,]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** A slug, also out of the address of its page. */
const slugIn = (line: string): string => /\/r\/([a-z0-9-]+)\/?$/.exec(line)?.[1] ?? line

/** The fields that a proposal says anything of: what evidence can be about. */
export function filledFields({ availability = {}, ...fields }: ProposedChanges): ClaimField[] {
  const cells = Object.keys(availability).map((key) => `availability.${key}`)
  const said = [...Object.keys(fields), ...cells]
  return CLAIM_FIELDS.filter((field) => said.includes(field))
}

/** A proposal without what says nothing: unknown cells, nulls, empty lists. */
export function onlyFields({ availability = {}, ...fields }: ProposedChanges): ProposedChanges {
  const saysNothing = (value: unknown) =>
    value === undefined ||
    value === null ||
    value === 'unknown' ||
    (Array.isArray(value) && value.length === 0)
  const said = (of: object) =>
    Object.fromEntries(Object.entries(of).filter(([, value]) => !saysNothing(value)))
  return { ...said(fields), availability: said(availability) }
}

/** Where it was read, and of each piece the row that it came from. */
export interface Sourced {
  readonly evidence: readonly Evidence[]
  readonly rows: readonly number[]
}

/** What rows there are: those that were filled in, and `atLeast` so many. */
export function evidenceRows(typed: FormValues, atLeast: number): readonly number[] {
  const filled = [...typed.keys()].flatMap((name) => {
    const [, row] = /^evidence\.(\d{1,2})\.(?:source|asOf)$/.exec(name) ?? []
    return row !== undefined && textIn(typed, name) !== '' ? [Number(row)] : []
  })
  return Array.from({ length: Math.max(atLeast, ...filled.map((row) => row + 2)) }, (_, row) => row)
}

/**
 * A row says where one field was read or, where it names none, all of `fields` that no other row names. Where nothing
 * is proposed, it is a source of what is written beside.
 */
export function evidenceIn(typed: FormValues, fields: readonly ClaimField[]): Sourced {
  const given = evidenceRows(typed, 0).flatMap((row) => {
    const source = textIn(typed, `evidence.${row}.source`)
    const asOf = textIn(typed, `evidence.${row}.asOf`)
    const field = CLAIM_FIELDS.find((known) => known === typed.get(`evidence.${row}.field`))
    return source === '' && asOf === ''
      ? []
      : [{ row, field, piece: { source, ...(asOf !== '' && { asOf }) } }]
  })
  const others = fields.filter((field) => !given.some((one) => one.field === field))
  const pieces = given.flatMap(({ row, field, piece }) =>
    (field ? [field] : others.length > 0 ? others : (['notes'] as const)).map((field) => ({
      row,
      piece: { field, ...piece },
    })),
  )
  return { evidence: pieces.map(({ piece }) => piece), rows: pieces.map(({ row }) => row) }
}
