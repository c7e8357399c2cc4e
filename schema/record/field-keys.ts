// What follows from the list of fields as a whole: the keys by what their fields are, the shapes, the names.

import type * as z from 'zod/mini'
import { type Availability, DATA_TYPES, type DataTypeKey } from '../vocabulary.ts'
import { FIELDS, type Field, type Fields } from './fields.ts'
import { UNKNOWN_USE } from './values/use.ts'

export type FieldKey = keyof Fields
/** The keys of the fields that have a property. */
export type KeyWith<Property> = { [Key in FieldKey]: Fields[Key] extends Property ? Key : never }[FieldKey]
export type KeyOfKind<Kind extends Field['kind']> = KeyWith<{ readonly kind: Kind }>
export type ProposableKey = KeyWith<{ readonly isProposable: true }>
export type SoughtKey = KeyWith<{ readonly isSought: true }>

export const fieldOf = (key: FieldKey): Field => FIELDS[key]

/** The cast holds because the list has no keys but its own. */
export const FIELD_KEYS = Object.keys(FIELDS) as readonly FieldKey[]

// Each cast below holds because its type asks for the property that the function asks for.
const keysWhere = (has: (field: Field) => boolean) => FIELD_KEYS.filter((key) => has(fieldOf(key)))
export const keysOfKind = <Kind extends Field['kind']>(kind: Kind) =>
  FIELD_KEYS.filter((key): key is FieldKey & KeyOfKind<Kind> => fieldOf(key).kind === kind)
export const PROPOSABLE = keysWhere((field) => field.isProposable) as readonly ProposableKey[]
/** The fields that count as missing where a record says nothing of them. */
export const SOUGHT = keysWhere((field) => field.isSought === true) as readonly SoughtKey[]

/** Each field's shape in a record. */
export const SHAPES = Object.fromEntries(FIELD_KEYS.map((key) => [key, FIELDS[key].shape])) as {
  readonly [Key in FieldKey]: Fields[Key]['shape']
}

/** What a record says in its fields, without what only the registry says of it. */
export type FieldValues = { -readonly [Key in FieldKey]: z.infer<Fields[Key]['shape']> }

/** Each cell of the table is a field of its own to changes, claims and refusals. */
export type CellField = `availability.${DataTypeKey}`
export const CELL_FIELDS = DATA_TYPES.map(({ key }): CellField => `availability.${key}`)
export type OwnKey = Exclude<FieldKey, KeyOfKind<'cells'>>
export type RecordField = OwnKey | CellField

const isOwn = (key: FieldKey): key is OwnKey => fieldOf(key).kind !== 'cells'
export const RECORD_FIELDS: readonly RecordField[] = FIELD_KEYS.flatMap((key) =>
  isOwn(key) ? [key] : CELL_FIELDS,
)

export type ClaimField = Extract<OwnKey, KeyWith<{ readonly isClaimable: true }>> | CellField
/** The fields that a claim can be about, the cells last. */
export const CLAIM_FIELDS = [
  ...keysWhere((field) => field.isClaimable && field.kind !== 'cells'),
  ...CELL_FIELDS,
] as readonly ClaimField[]

/** The fields that cards and pages show as a line among the facts. */
export const LINE_FIELDS = CLAIM_FIELDS.filter(
  (field): field is Exclude<ClaimField, CellField | KeyWith<{ readonly hasOwnPlace: true }>> =>
    field in FIELDS && fieldOf(field as OwnKey).hasOwnPlace === undefined,
)

type WarningKey = KeyWith<{ readonly isWarning: true }>
/** The lists whose entries a reader must see before using the data. */
export const WARNINGS = keysWhere((field) => field.isWarning === true) as readonly WarningKey[]

/** The data type of a cell; undefined for any other field. */
export const dataTypeOf = (field: string): DataTypeKey | undefined =>
  DATA_TYPES.find(({ key }) => field === `availability.${key}`)?.key

const LISTS: readonly Field['kind'][] = ['list', 'choices', 'versions', 'references']
export const isListKind = (kind: Field['kind']): boolean => LISTS.includes(kind)

/** Whether a record has a list of entries in the field. */
export const isList = (field: RecordField): boolean =>
  dataTypeOf(field) === undefined && isListKind(fieldOf(field as OwnKey).kind)

const ONE_CHOICE = keysOfKind('choice')
export const isChoice = (field: string): field is KeyOfKind<'choice'> =>
  ONE_CHOICE.some((key) => key === field)

/** A field whose values are from a closed list: one of them, or several. */
export type WordedKey = KeyOfKind<'choice'> | KeyOfKind<'choices'>
const WORDED: readonly WordedKey[] = [...ONE_CHOICE, ...keysOfKind('choices')]
export const isWorded = (field: string): field is WordedKey => WORDED.some((key) => key === field)

const EMPTY = ['null', '"unknown"', '[]', JSON.stringify(UNKNOWN_USE)]

/** Whether a value of a field says nothing: `empty` in the list of fields, or none at all. */
export const saysNothing = (value: unknown): boolean =>
  value === undefined || EMPTY.includes(JSON.stringify(value))

/** The value of a field. The cast holds because every field but a cell is a key of the record. */
export function valueAt(record: FieldValues, field: RecordField): FieldValues[OwnKey] | Availability {
  const type = dataTypeOf(field)
  return type ? record.availability[type] : record[field as OwnKey]
}

/** The record with another value in a field; the value must have the field's type. */
export function withValue<Record extends FieldValues>(
  record: Record,
  field: RecordField,
  value: unknown,
): Record {
  const type = dataTypeOf(field)
  if (!type) return { ...record, [field]: value }
  return { ...record, availability: { ...record.availability, [type]: value } }
}

/** What texts of a language name: each field that is no cell, and the notes beside a proposal. */
export type NamedKey = OwnKey | 'notes'
export type NamedField = RecordField | 'notes'

export const FIELD_NAMES = {
  ...Object.fromEntries(FIELD_KEYS.filter(isOwn).map((key) => [key, FIELDS[key].label])),
  notes: 'Notes',
} as Readonly<Record<NamedKey, string>>

/** The values of each closed list in English. The cast holds because such a field has words for its values. */
export const CHOICE_WORDS = Object.fromEntries(WORDED.map((key) => [key, FIELDS[key].words])) as {
  readonly [Key in WordedKey]: Fields[Key]['words']
}

/** The name of a field in English: of a cell that of its data type. */
export function fieldName(field: NamedField): string {
  const cell = DATA_TYPES.find(({ key }) => field === `availability.${key}`)
  return cell?.label ?? FIELD_NAMES[field as NamedKey]
}
