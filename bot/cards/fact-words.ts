// What a record says beside the table, in words for a card.

import type { Claim, ClaimField, Counts } from '../../schema/contract.ts'
import { COUNTED, type ResourceStatus } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, COUNT_WORDS, STATUS_WORDS, statusWord } from '../../schema/words.ts'

/** What a number of those infected is a part of. */
const PART_OF: { readonly [Key in (typeof COUNTED)[number]]?: (typeof COUNTED)[number] } = {
  covidImages: 'images',
  covidStudies: 'studies',
  covidPatients: 'patients',
}

const NUMBER = new Intl.NumberFormat('en-GB')

/** "12,345 images" */
const amount = (key: (typeof COUNTED)[number], count: number) =>
  `${NUMBER.format(count)} ${count === 1 ? COUNT_WORDS[key].one : COUNT_WORDS[key].many}`

/** "654 images, 451 of them COVID-19 · 12 patients"; of what has no numbers, nothing. */
function numbersText(counts: Counts): string {
  return COUNTED.flatMap((key) => {
    const count = counts[key]
    const of = PART_OF[key]
    if (count === undefined || (of && counts[of] !== undefined)) return []
    const part = COUNTED.find((other) => PART_OF[other] === key)
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
  if (field === 'status')
    return Object.hasOwn(STATUS_WORDS, value) ? statusWord(value as ResourceStatus) : value
  return value
}
