// Converts form values to a proposal and back. `parse` and the registry check lengths and texts.

import type { Evidence } from '../../../../schema/record/claims.ts'
import {
  CLAIM_FIELDS,
  type ClaimField,
  fieldOf,
  keysOfKind,
  PROPOSABLE,
  type ProposableKey,
  saysNothing,
} from '../../../../schema/record/field-keys.ts'
import type { ProposedChanges } from '../../../../schema/record/submission.ts'
import { bytesIn, writtenBytes } from '../../../../schema/record/values/bytes.ts'
import { countryCode } from '../../../../schema/record/values/countries.ts'
import type { Counts } from '../../../../schema/record/values/counts.ts'
import { isoDateIn } from '../../../../schema/record/values/dates.ts'
import { versionLine, versionOf } from '../../../../schema/record/values/versions.ts'
import { keptLine, pastedReferences } from '../../../../schema/record/works/pasted-references.ts'
import type { Reference } from '../../../../schema/record/works/reference.ts'
import { REFUSALS, sentenceIn } from '../../../../schema/refusals.ts'
import {
  AVAILABILITY,
  COUNTED,
  DATA_TYPES,
  type ResourceStatus,
  USES,
} from '../../../../schema/vocabulary.ts'
import { apa } from '../../../formats/references/apa.ts'
import { FILE, type FormValues, type Problems, textIn } from '../form.ts'

type RecordFields = Omit<ProposedChanges, 'status'> & {
  readonly status?: ResourceStatus | undefined
  readonly slug?: string | undefined
}

/** A record, or proposed changes, as form values. */
export function valuesFrom(record: RecordFields): FormValues {
  const pairs: (readonly [string, unknown])[] = [
    ...PROPOSABLE.flatMap((key) => pairsOf(record, key)),
    ['notes', record.notes],
    ['slug', record.slug],
  ]
  return new Map(
    pairs.map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)]),
  )
}

/** Input names with their values. A size and the data types have an input for each part. */
function pairsOf(record: RecordFields, key: ProposableKey): (readonly [string, unknown])[] {
  const value = record[key]
  const field = fieldOf(key)
  switch (field.kind) {
    case 'cells':
      return DATA_TYPES.map((type) => [type.key, record.availability?.[type.key]])
    case 'counts':
      return COUNT_PARTS.map((part) => [`counts.${part}`, record.counts?.[part]])
    case 'use':
      return USE_PARTS.map((part) => [`use.${part}`, record.use?.[part]])
    case 'choices': {
      const ticked: readonly unknown[] = Array.isArray(value) ? value : []
      return [[key, ''], ...ticked.map((one) => [`${key}.${one}`, 'on'] as const)]
    }
    case 'versions':
      return [[key, record.versions?.map(versionLine).join('\n')]]
    case 'references':
      return [[key, record.references?.map((one) => keptLine(one, apa(one))).join('\n')]]
    case 'number':
      return [[key, typeof value === 'number' && field.unit === 'bytes' ? writtenBytes(value) : value]]
    default:
      return [[key, Array.isArray(value) ? value.join('\n') : value]]
  }
}

const COUNT_PARTS = [...COUNTED, 'text', 'asOf'] as const
const USE_PARTS = [...USES, 'note'] as const

/**
 * The proposal in a form: null, or an empty list, for an emptied field. Leaves out fields that the form lacks, and
 * values that are not in the list of a choice. `known` are the references that the form showed.
 */
export function proposalIn(values: FormValues, known: readonly Reference[]): ProposedChanges {
  const notes = textIn(values, 'notes')
  return {
    ...asProposed(Object.fromEntries(PROPOSABLE.map((key) => [key, valueIn(values, key, known)]))),
    ...(notes !== '' && { notes }),
  }
}

/** The cast holds because `valueIn` gives each field a value of its kind. */
const asProposed = (fields: object) => fields as ProposedChanges

/** What could not be read of the references in a form, by field. */
export function unreadReferences(values: FormValues, known: readonly Reference[]): Problems {
  return new Map(
    keysOfKind('references').flatMap((key): [string, string][] => {
      const { problems } = pastedReferences(values.get(key) ?? '', known)
      const found: [name: string, problem: string][] = [
        [key, problems.map((one) => sentenceIn(REFUSALS, one)).join(' ')],
        [`${key}${FILE}`, textIn(values, `${key}${FILE}`)],
      ]
      return found.filter(([, problem]) => problem !== '')
    }),
  )
}

function valueIn(values: FormValues, key: ProposableKey, known: readonly Reference[]): unknown {
  const field = fieldOf(key)
  if (field.kind === 'cells') return cellsIn(values)
  if (field.kind === 'counts') return countsIn(values)
  if (field.kind === 'use') return useIn(values)
  if (!values.has(key)) return undefined
  switch (field.kind) {
    case 'text': {
      const text = textIn(values, key)
      if (field.writing === 'date') return isoDateIn(text) || null
      return field.isRequired ? text : text || null
    }
    case 'choice':
      return field.values.find((value) => value === values.get(key))
    case 'choices':
      return field.values.filter((value) => textIn(values, `${key}.${value}`) !== '')
    case 'number': {
      const text = textIn(values, key)
      return text === '' ? null : field.unit === 'bytes' ? bytesIn(text) : numberIn(text)
    }
    case 'list': {
      const entries = entriesIn(values, key, field.separator)
      if (field.writing === 'country') return entries.map((entry) => countryCode(entry) ?? entry)
      return field.writing === 'slug' ? entries.map(slugIn) : entries
    }
    case 'versions':
      return entriesIn(values, key).map(versionOf)
    case 'references':
      return pastedReferences(values.get(key) ?? '', known).references
  }
}

const entriesIn = (values: FormValues, key: string, separator = /\n/): string[] =>
  textIn(values, key)
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

function useIn(values: FormValues): unknown {
  if (!USE_PARTS.some((part) => values.has(`use.${part}`))) return undefined
  const permissions = USES.map((key) => [key, textIn(values, `use.${key}`) || 'unknown'])
  return { ...Object.fromEntries(permissions), note: textIn(values, 'use.note') || null }
}

const cellsIn = (values: FormValues): ProposedChanges['availability'] =>
  Object.fromEntries(
    DATA_TYPES.flatMap(({ key }) => {
      const value = AVAILABILITY.find((known) => known === values.get(key))
      return value === undefined ? [] : [[key, value]]
    }),
  )

function countsIn(values: FormValues): Counts | null | undefined {
  if (!COUNT_PARTS.some((key) => values.has(`counts.${key}`))) return undefined
  const entries = COUNT_PARTS.flatMap((key) => {
    const text = textIn(values, `counts.${key}`)
    return text === ''
      ? []
      : [[key, key === 'text' ? text : key === 'asOf' ? isoDateIn(text) : numberIn(text)]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/** Reads "12,345" and "12 345" too; anything else is NaN, which `parse` refuses. */
function numberIn(text: string): number {
  const digits = text.replace(/[\s,]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** Reads a slug, or the address of a resource page. */
const slugIn = (line: string): string => /\/r\/([a-z0-9-]+)\/?$/.exec(line)?.[1] ?? line

/** The claim fields that a proposal has: those that evidence can be about. */
export function filledFields({ availability = {}, ...fields }: ProposedChanges): ClaimField[] {
  const cells = Object.keys(availability).map((key) => `availability.${key}`)
  const filled = [...Object.keys(fields), ...cells]
  return CLAIM_FIELDS.filter((field) => filled.includes(field))
}

/** Drops unknown data types, nulls and empty lists from a proposal. */
export function onlyFields({ availability = {}, ...fields }: ProposedChanges): ProposedChanges {
  const filled = (object: object) =>
    Object.fromEntries(Object.entries(object).filter(([, value]) => !saysNothing(value)))
  return { ...filled(fields), availability: filled(availability) }
}

export interface FormEvidence {
  readonly evidence: readonly Evidence[]
  /** The form row of each piece of evidence. */
  readonly rows: readonly number[]
}

/** The rows to show: one more than is filled in, and at least `atLeast`. */
export function evidenceRows(values: FormValues, atLeast: number): readonly number[] {
  const filled = [...values.keys()].flatMap((name) => {
    const [, row] = /^evidence\.(\d{1,2})\.(?:source|asOf)$/.exec(name) ?? []
    return row !== undefined && textIn(values, name) !== '' ? [Number(row)] : []
  })
  return Array.from({ length: Math.max(atLeast, ...filled.map((row) => row + 2)) }, (_, row) => row)
}

/**
 * The evidence in a form. A row is the source of the field it names or, where it names none, of all `fields` that no
 * other row names. Without `fields` it is the source of the notes.
 */
export function evidenceIn(values: FormValues, fields: readonly ClaimField[]): FormEvidence {
  const filled = evidenceRows(values, 0).flatMap((row) => {
    const source = textIn(values, `evidence.${row}.source`)
    const asOf = isoDateIn(textIn(values, `evidence.${row}.asOf`))
    const field = CLAIM_FIELDS.find((known) => known === values.get(`evidence.${row}.field`))
    return source === '' && asOf === ''
      ? []
      : [{ row, field, piece: { source, ...(asOf !== '' && { asOf }) } }]
  })
  const others = fields.filter((field) => !filled.some((one) => one.field === field))
  const pieces = filled.flatMap(({ row, field, piece }) =>
    (field ? [field] : others.length > 0 ? others : (['notes'] as const)).map((field) => ({
      row,
      piece: { field, ...piece },
    })),
  )
  return { evidence: pieces.map(({ piece }) => piece), rows: pieces.map(({ row }) => row) }
}
