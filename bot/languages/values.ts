// The values of a record in words, without markup: the same on a card, on a page, in a history and in a download.

import type { Claim } from '../../schema/record/claims.ts'
import { type Fact, type StatusFields, statusDate } from '../../schema/record/facts.ts'
import {
  type FieldKey,
  fieldOf,
  isChoice,
  isWorded,
  type RecordField,
} from '../../schema/record/field-keys.ts'
import { FIELDS } from '../../schema/record/fields.ts'
import { isReadWhole, licenceTermsOf, limitingTerms, statesNone } from '../../schema/record/licence-terms.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { ProposedChanges } from '../../schema/record/submission.ts'
import type { AvailabilityRow } from '../../schema/record/values/availability.ts'
import type { Counts } from '../../schema/record/values/counts.ts'
import { spdxOf } from '../../schema/record/values/licence.ts'
import type { Use } from '../../schema/record/values/use.ts'
import type { Version } from '../../schema/record/values/versions.ts'
import {
  type Access,
  type Availability,
  COUNTED,
  type Counted,
  DATA_TYPE_KEYS,
  type DataTypeKey,
  USES,
} from '../../schema/vocabulary.ts'
import { inShort } from '../../schema/words.ts'
import type { Messages } from './index.ts'

/** The number that a number of COVID-19 cases is a part of. */
const WHOLE_OF: { readonly [Key in Counted]?: Counted } = {
  covidImages: 'images',
  covidStudies: 'studies',
  covidPatients: 'patients',
}

/** "654 images, 451 of them COVID-19 · 12 patients"; empty without numbers. */
function numbersText(messages: Messages, counts: Counts): string {
  return COUNTED.flatMap((key) => {
    const count = counts[key]
    const whole = WHOLE_OF[key]
    if (count === undefined || (whole && counts[whole] !== undefined)) return []
    const part = COUNTED.find((other) => WHOLE_OF[other] === key)
    const covid = part && counts[part]
    const infected = covid === undefined ? [] : [messages.counts.infected(covid)]
    return [[messages.counts.amount(key, count), ...infected].join(', ')]
  }).join(' · ')
}

/** A size by its parts: the numbers, else the source's text; " (as of October 2020)"; the text beside the numbers. */
export function sizeParts(messages: Messages, counts: Counts) {
  const numbers = numbersText(messages, counts)
  return {
    size: numbers || counts.text,
    isText: numbers === '',
    asOf: counts.asOf === undefined ? '' : ` ${messages.counts.asOf(counts.asOf)}`,
    beside: numbers === '' ? undefined : counts.text,
  }
}

const asItIs = (text: string) => text

/**
 * "654 images, 451 of them COVID-19 · 12 patients (as of October 2020): “…”". `write` puts the source's own text into
 * the markup. Undefined where nothing is counted: a date alone is no size.
 */
export function sizeText(
  messages: Messages,
  counts: Counts | null,
  write: (text: string) => string = asItIs,
): string | undefined {
  if (counts === null) return undefined
  const { size, isText, asOf, beside } = sizeParts(messages, counts)
  if (size === undefined) return undefined
  return `${isText ? write(size) : size}${asOf}${beside === undefined ? '' : `: ${messages.quoted(write(beside))}`}`
}

/** A licence by its parts: as claimed, its SPDX name where that differs, and as much of its terms as could be read. */
export function licenceParts(
  messages: Messages,
  licensed: Pick<Resource, 'license' | 'licenseSpdx' | 'access'>,
): { readonly claimed: string; readonly spdx: string | undefined; readonly terms: string } | undefined {
  const { license, licenseSpdx } = licensed
  if (license === null) return undefined
  const differs = licenseSpdx !== null && licenseSpdx.toLowerCase() !== license.toLowerCase()
  const terms = licenceTermsOf(licensed)
  const limits = limitingTerms(terms)
    // How to get at the data says so.
    .filter((term) => term !== 'agreement')
    .map((term) => messages.licenses[term])
    .join(', ')
  const whole = limits && `: ${limits}`
  return {
    claimed: license,
    spdx: differs ? licenseSpdx : undefined,
    terms: isReadWhole(terms) || statesNone(license) ? whole : messages.facts.readInPart(limits),
  }
}

/** "CC BY 4.0 (CC-BY-4.0)" of what is not listed yet; undefined where nothing is known. */
export function proposedLicence(messages: Messages, { license }: Pick<ProposedChanges, 'license'>) {
  if (!license) return undefined
  const licensed = { license, licenseSpdx: spdxOf(license), access: 'unknown' } as const
  const { claimed = license, spdx } = licenceParts(messages, licensed) ?? {}
  return spdx === undefined ? claimed : `${claimed} (${spdx})`
}

/** How one gets at the data; undefined where it is unknown. */
export const accessText = ({ choices }: Messages, access: Access): string | undefined =>
  access === 'unknown' ? undefined : choices.access[access]

/** "active, checked March 2023": the state of the data, its meaning and its date; undefined where it is unknown. */
export const statusText = (messages: Messages, record: StatusFields): string | undefined =>
  record.status === 'unknown'
    ? undefined
    : `${messages.choices.status[record.status]}${statusDateText(messages, record)}`

/** ", checked March 2023". What was taken from the list, and what was not checked, has no such date. */
export function statusDateText({ facts }: Messages, record: StatusFields): string {
  if (record.status === 'unknown' || record.status === 'removed') return ''
  const date = statusDate(record)
  return date === undefined ? facts.undated : facts.checked(date)
}

const inWords = (texts: Readonly<Record<string, string>>, value: string) =>
  Object.hasOwn(texts, value) ? texts[value] : undefined

/** "commercial use: no, redistribution: yes, changed copies: on conditions; “…”"; of what is not known nothing. */
export function useText(messages: Messages, use: Use, write: (note: string) => string = asItIs): string {
  const known = USES.filter((key) => use[key] !== 'unknown').map(
    (key) => `${messages.uses[key]}: ${messages.permissions[use[key]]}`,
  )
  const all = known.length > 0 ? known.join(', ') : messages.permissions.unknown
  return use.note === null ? all : `${all}; ${messages.quoted(write(use.note))}`
}

/** "CT-2A (26 January 2021)" */
const versionText = ({ versions, day }: Messages, { label, date, available }: Version): string => {
  const beside = [...(date === null ? [] : [day(date)]), ...(available === 'no' ? [versions.gone] : [])]
  return beside.length > 0 ? `${label} (${beside.join(', ')})` : label
}

/** The same with all that a version can differ by: "CT-2A (26 January 2021, can be had) https://…" */
export const wholeVersionText = (messages: Messages, { label, date, url, available }: Version): string => {
  const { versions, day } = messages
  const beside = [
    ...(date === null ? [] : [day(date)]),
    ...(available === 'unknown' ? [] : [available === 'no' ? versions.gone : versions.here]),
  ]
  return [
    label,
    ...(beside.length > 0 ? [`(${beside.join(', ')})`] : []),
    ...(url === null ? [] : [url]),
  ].join(' ')
}

/** A text of a field as a reader of the language writes it: dates, countries, and the words of a closed list. */
function textOf(messages: Messages, field: RecordField | 'notes', value: string): string {
  if (field.startsWith('availability.')) return inWords(messages.availability, value) ?? value
  if (isWorded(field)) return inShort(inWords(messages.choices[field], value) ?? value)
  const described = field in FIELDS ? fieldOf(field as FieldKey) : undefined
  if (described?.kind !== 'text' && described?.kind !== 'list') return value
  if (described.writing === 'date') return messages.day(value)
  return described.writing === 'country' ? messages.country(value) : value
}

/** A number as its field has it: a year, or a size in bytes. */
function numberText(messages: Messages, field: RecordField | 'notes', value: number): string {
  const described = field in FIELDS ? fieldOf(field as FieldKey) : undefined
  return described?.kind === 'number' && described.unit === 'bytes' ? messages.bytes(value) : String(value)
}

/** One value of a field: of a list one entry. */
export function entryText(
  messages: Messages,
  field: RecordField | 'notes',
  value: string | number | Version | Use | Counts,
): string {
  if (typeof value === 'string') return textOf(messages, field, value)
  if (typeof value === 'number') return numberText(messages, field, value)
  if ('label' in value) return versionText(messages, value)
  if ('commercial' in value) return useText(messages, value)
  const { size, asOf } = sizeParts(messages, value)
  return `${size || messages.counts.nothing}${asOf}`
}

/** A claimed value in one short line, without the text beside a size and the meaning of a choice. */
export const valueText = (messages: Messages, field: RecordField | 'notes', value: Claim['value']): string =>
  Array.isArray(value)
    ? value.map((entry) => entryText(messages, field, entry)).join(', ')
    : entryText(messages, field, value)

/** What a record states of a field, a choice with its meaning; undefined where it states nothing. */
export function statedText(messages: Messages, { field, stated, isStated }: Fact): string | undefined {
  if (!isStated || stated === null) return undefined
  if (typeof stated === 'string' && isChoice(field)) return inWords(messages.choices[field], stated) ?? stated
  return valueText(messages, field, stated)
}

/** The labels of data types. */
export const typeLabels = ({ dataTypes }: Messages, keys: readonly DataTypeKey[]): string[] =>
  keys.map((key) => dataTypes[key].label)

const CELL_ORDER = ['yes', 'no', 'unknown'] as const satisfies readonly Availability[]

/** The labels of the data types with a value, in the order of the table. */
export const labelsWith = ({ dataTypes }: Messages, row: AvailabilityRow, value: Availability): string[] =>
  DATA_TYPE_KEYS.filter((key) => row[key] === value).map((key) => dataTypes[key].label)

/** "has Ultrasound, Metadata · lacks CT · unknown MRI" */
export function cellsText(
  messages: Messages,
  row: AvailabilityRow,
  order: readonly Availability[] = CELL_ORDER,
): string {
  return order
    .map((value) => ({ value, labels: labelsWith(messages, row, value) }))
    .filter(({ labels }) => labels.length > 0)
    .map(({ value, labels }) => messages.cells[value](labels.join(', ')))
    .join(' · ')
}
