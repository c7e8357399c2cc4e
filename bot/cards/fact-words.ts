// What a record says beside the table, in words.

import type { Claim, ClaimField, Counts } from '../../schema/contract.ts'
import { type Access, COUNTED, DATA_TYPES, type ResourceStatus } from '../../schema/vocabulary.ts'

/** How a field is called on a card. */
export function fieldName(field: ClaimField | 'formerUrls' | 'notes'): string {
  const cell = DATA_TYPES.find(({ key }) => field === `availability.${key}`)
  return cell?.label ?? FIELDS[field as Exclude<typeof field, `availability.${string}`>]
}

const FIELDS: Record<Exclude<Parameters<typeof fieldName>[0], `availability.${string}`>, string> = {
  name: 'Name',
  url: 'Address',
  organization: 'Organisation',
  license: 'Licence',
  access: 'Access',
  counts: 'Size',
  formats: 'Formats',
  doi: 'DOI',
  formerUrls: 'Former addresses',
  status: 'Status',
  successor: 'Successor',
  cautions: 'Cautions',
  derivedFrom: 'Data from',
  origins: 'Origins',
  notes: 'Notes',
}

export const ACCESS_WORDS: Record<Access, string> = {
  open: 'open to all',
  agreement: 'open to who accepts an agreement',
  login: 'with a login',
  registration: 'after registration',
  application: 'on application: someone decides who gets it',
  view_only: 'to look at only, not to download',
  build_it_yourself: 'only the means to gather it are given, not the data',
  unknown: 'unknown',
}

export const STATUS_WORDS: Record<ResourceStatus, string> = {
  active: 'active',
  moved: 'moved, to the address above',
  superseded: 'superseded',
  frozen: 'frozen: it is there and will not change any more',
  retired: 'retired: it has ended',
  gated: 'gated: it is there for those who are let in',
  unreachable: 'unreachable: it was reported not to answer',
  unknown: 'not checked',
  removed: 'removed from the list; the record is kept, and History says why',
}

/** How much of what: one, several. `of` is what `covid…` is a part of. */
const UNITS: Record<(typeof COUNTED)[number], { one: string; many: string; of?: (typeof COUNTED)[number] }> =
  {
    images: { one: 'image', many: 'images' },
    videos: { one: 'video', many: 'videos' },
    studies: { one: 'study', many: 'studies' },
    patients: { one: 'patient', many: 'patients' },
    covidImages: { one: 'COVID-19 image', many: 'COVID-19 images', of: 'images' },
    covidStudies: { one: 'COVID-19 study', many: 'COVID-19 studies', of: 'studies' },
    covidPatients: { one: 'COVID-19 patient', many: 'COVID-19 patients', of: 'patients' },
  }

const NUMBER = new Intl.NumberFormat('en-GB')

/** "12,345 images" */
const amount = (key: (typeof COUNTED)[number], count: number) =>
  `${NUMBER.format(count)} ${count === 1 ? UNITS[key].one : UNITS[key].many}`

/** "654 images, 451 of them COVID-19 · 12 patients"; of what has no numbers, nothing. */
function numbersText(counts: Counts): string {
  return COUNTED.flatMap((key) => {
    const count = counts[key]
    const { of } = UNITS[key]
    if (count === undefined || (of && counts[of] !== undefined)) return []
    const part = COUNTED.find((other) => UNITS[other].of === key)
    const covid = part && counts[part]
    return [`${amount(key, count)}${covid === undefined ? '' : `, ${NUMBER.format(covid)} of them COVID-19`}`]
  }).join(' · ')
}

/** The numbers and when they were true; the source's words beside them, or alone, are `text`. */
export function sizeOf(counts: Counts): { numbers: string; words: string | undefined; asOf: string } {
  return {
    numbers: numbersText(counts),
    words: counts.text,
    asOf: counts.asOf ? ` (as of ${counts.asOf})` : '',
  }
}

/** In one line: numbers where there are any, else the source's words. */
export function countsText(counts: Counts): string {
  const { numbers, words, asOf } = sizeOf(counts)
  return `${numbers || words || 'nothing counted'}${asOf}`
}

const inWords = (words: Readonly<Record<string, string>>, value: string) =>
  Object.hasOwn(words, value) ? words[value] : undefined

/** What is claimed of a field, as a reader would say it. */
export function valueText(field: ClaimField | 'notes', value: Claim['value']): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return countsText(value)
  if (field === 'access') return inWords(ACCESS_WORDS, value) ?? value
  if (field === 'status') return inWords(STATUS_WORDS, value)?.replace(/[,:;].*/, '') ?? value
  return value
}
