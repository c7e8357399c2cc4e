// From the fields of a form to what is proposed, and back. Lengths and texts are not looked at here: `parse` and the
// registry do that.

import type { Evidence } from '../../../../schema/record/claims.ts'
import type { Counts } from '../../../../schema/record/counts.ts'
import { CLAIM_FIELDS, type ClaimField } from '../../../../schema/record/field-keys.ts'
import type { ProposedChanges } from '../../../../schema/record/submission.ts'
import {
  ACCESS,
  AVAILABILITY,
  COUNTED,
  DATA_TYPES,
  PROPOSED_STATUSES,
  type ResourceStatus,
} from '../../../../schema/vocabulary.ts'
import { type FormValues, textIn } from '../form.ts'
import { LISTS, TEXTS } from './names.ts'

type Whole = Omit<ProposedChanges, 'status'> & {
  readonly status?: ResourceStatus | undefined
  readonly slug?: string | undefined
}

/** A record, or what is proposed of one, as it stands in the fields. */
export function valuesFrom(said: Whole): FormValues {
  const texts = [...TEXTS, 'access', 'status', 'notes', 'slug'] as const
  const pairs: (readonly [string, string | number | null | undefined])[] = [
    ...texts.map((name) => [name, said[name]] as const),
    ...DATA_TYPES.map(({ key }) => [key, said.availability?.[key]] as const),
    ...LISTS.map((name) => [name, said[name]?.join('\n')] as const),
    ...([...COUNTED, 'text', 'asOf'] as const).map((key) => [`counts.${key}`, said.counts?.[key]] as const),
  ]
  return new Map(
    pairs.map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)]),
  )
}

/**
 * All that the fields say: null, or an empty list, where one was emptied. A field that the form does not have is left
 * out, and so is a value that no field of ours can have.
 */
export function proposalIn(typed: FormValues): ProposedChanges {
  const text = (name: string) => (typed.has(name) ? textIn(typed, name) : undefined)
  const orNull = (name: string) => (typed.has(name) ? textIn(typed, name) || null : undefined)
  const list = (name: string, between = /\n/) =>
    typed.has(name)
      ? textIn(typed, name)
          .split(between)
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : undefined
  return {
    name: text('name'),
    url: text('url'),
    organization: text('organization'),
    availability: cellsIn(typed),
    license: orNull('license'),
    access: ACCESS.find((value) => value === typed.get('access')),
    counts: countsIn(typed),
    formats: list('formats', /[\n,]/),
    doi: orNull('doi'),
    formerUrls: list('formerUrls'),
    status: PROPOSED_STATUSES.find((value) => value === typed.get('status')),
    successor: orNull('successor'),
    cautions: list('cautions'),
    derivedFrom: list('derivedFrom')?.map(slugIn),
    origins: list('origins'),
    ...(textIn(typed, 'notes') !== '' && { notes: textIn(typed, 'notes') }),
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
  const names = [...COUNTED, 'text', 'asOf'] as const
  if (!names.some((key) => typed.has(`counts.${key}`))) return undefined
  const said = names.flatMap((key) => {
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
