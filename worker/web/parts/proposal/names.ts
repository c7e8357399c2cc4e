// The names and labels of the form fields of a proposal. The names are those of the API without the outer objects:
// `ultrasound`, `counts.images`, `evidence.0.source`. Links that prefill the form use the same names.

import type { ErrorDetails } from '../../../../schema/errors.ts'
import {
  CELL_FIELDS,
  type CellField,
  dataTypeOf,
  fieldName,
  fieldOf,
  keysOfKind,
  PROPOSABLE,
  type ProposableKey,
} from '../../../../schema/record/field-keys.ts'
import { COUNTED, DATA_TYPES, USES } from '../../../../schema/vocabulary.ts'
import { COUNT_WORDS, USE_WORDS } from '../../../../schema/words.ts'
import type { FormValues, Problems } from '../form.ts'
import { FILE, textIn } from '../form.ts'

/** Fields with one input, under their own name. */
const ONE_VALUE = [
  ...(['text', 'list', 'choice', 'choices', 'number', 'versions', 'references'] as const).flatMap((kind) =>
    keysOfKind(kind),
  ),
]
const LISTS = [
  ...keysOfKind('list'),
  ...keysOfKind('choices'),
  ...keysOfKind('versions'),
  ...keysOfKind('references'),
]
const LIST_ENTRY = new RegExp(`^(${LISTS.join('|')})\\.\\d+(?:\\.[\\w-]+)*$`)
const CELLS = DATA_TYPES.map(({ key }) => key)

const capitalised = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** "COVID-19 images" */
export const countName = (key: (typeof COUNTED)[number]): string => capitalised(COUNT_WORDS[key].many)

const LABELS: { readonly [name: string]: string } = {
  ...Object.fromEntries(DATA_TYPES.map(({ key, label }) => [key, label])),
  ...Object.fromEntries(ONE_VALUE.map((field) => [field, fieldName(field)])),
  ...Object.fromEntries(COUNTED.map((key) => [`counts.${key}`, countName(key)])),
  ...Object.fromEntries(USES.map((key) => [`use.${key}`, capitalised(USE_WORDS[key])])),
  'use.note': 'Condition',
  'counts.text': 'Size in words',
  'counts.asOf': 'Size as of',
  ...Object.fromEntries(
    keysOfKind('references').map((key) => [`${key}${FILE}`, `${fieldName(key)} in a file`]),
  ),
  notes: fieldName('notes'),
  slug: 'Short name',
  reason: 'Reason',
  text: 'Your answer',
  mailAddress: 'Your mail address',
  'submitter.name': 'Your name',
  'submitter.contact': 'How to reach you',
}

/** The inputs of a field. A size, a use and a list to tick have one for each part. */
export function inputsOf(key: ProposableKey): string[] {
  const field = fieldOf(key)
  switch (field.kind) {
    case 'cells':
      return [...CELLS]
    case 'counts':
      return [...COUNTED, 'text', 'asOf'].map((part) => `${key}.${part}`)
    case 'use':
      return [...USES, 'note'].map((part) => `${key}.${part}`)
    case 'choices':
      return [key, ...field.values.map((value) => `${key}.${value}`)]
    default:
      return [key]
  }
}

/** A field that a form can be for. */
export type FormField = ProposableKey | CellField

/** The field that a link names: `availability.ct`, `counts`. */
export const findFormField = (name: string | undefined): FormField | undefined =>
  [...PROPOSABLE, ...CELL_FIELDS].find((field) => field === name)

/** The first input of a field. */
export function firstInput(field: FormField): string | undefined {
  const key = PROPOSABLE.find((known) => known === field)
  return key ? inputsOf(key)[0] : dataTypeOf(field)
}

/** The label of a form field; a row of sources has its number. */
export function nameOfField(name: string): string {
  const [, row = '', part] = /^evidence\.(\d+)\.(field|source|asOf)$/.exec(name) ?? []
  if (part === undefined) return LABELS[name] ?? name
  const source = row === '0' ? 'Source' : `Source ${Number(row) + 1}`
  return part === 'asOf' ? `${source}, as of` : source
}

/**
 * The problems of an input by form field, in the order of the form. `rows` has the form row of each piece of evidence.
 */
export function problemsByField(
  problems: ErrorDetails['problems'] = [],
  values: FormValues,
  rows: readonly number[] = [],
): Problems {
  const byName = Map.groupBy(problems, ({ field }) => formName(field, rows))
  const order = ['', ...values.keys()]
  return new Map(
    [...byName]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([name, found]) => {
        const isEmpty = name !== '' && textIn(values, name) === ''
        const text = [...new Set(found.map(({ problem }) => problem))].join(' ')
        return [name, isEmpty ? 'This is required.' : text]
      }),
  )
}

/** The form field for a path of the API; the empty name where no field has that path. */
function formName(path: string, rows: readonly number[]): string {
  const name = path
    .replace(/^(?:resource|changes)\./, '')
    .replace(/^availability\./, '')
    .replace(LIST_ENTRY, '$1')
    .replace(/^evidence\.(\d+)(?=\.)/, (_, i: string) => `evidence.${rows[Number(i)] ?? i}`)
  return name.startsWith('evidence.') || CELLS.some((key) => key === name) || Object.hasOwn(LABELS, name)
    ? name
    : ''
}
