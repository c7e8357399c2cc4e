// What a record says beside the table, in words for a card.

import type { Claim, ClaimField, Counts } from '../../../schema/record/resource.ts'
import { type Access, COUNTED, type Counted } from '../../../schema/vocabulary.ts'
import { inShort } from '../../../schema/words.ts'
import type { Messages } from '../../languages/index.ts'

/** What a number of those infected is a part of. */
const PART_OF: { readonly [Key in Counted]?: Counted } = {
  covidImages: 'images',
  covidStudies: 'studies',
  covidPatients: 'patients',
}

/** "654 images, 451 of them COVID-19 · 12 patients"; of what has no numbers, nothing. */
function numbersText(messages: Messages, counts: Counts): string {
  return COUNTED.flatMap((key) => {
    const count = counts[key]
    const of = PART_OF[key]
    if (count === undefined || (of && counts[of] !== undefined)) return []
    const part = COUNTED.find((other) => PART_OF[other] === key)
    const covid = part && counts[part]
    const infected = covid === undefined ? [] : [messages.counts.infected(covid)]
    return [[messages.counts.amount(key, count), ...infected].join(', ')]
  }).join(' · ')
}

/** The numbers and when they were true; the source's words beside them, or alone, are `text`. */
export function sizeOf(
  messages: Messages,
  counts: Counts,
): { numbers: string; words: string | undefined; asOf: string } {
  return {
    numbers: numbersText(messages, counts),
    words: counts.text,
    asOf: counts.asOf ? ` ${messages.counts.asOf(counts.asOf)}` : '',
  }
}

/** In one line: numbers where there are any, else the source's words. */
export function countsText(messages: Messages, counts: Counts): string {
  const size = sizeOf(messages, counts)
  return `${size.numbers || size.words || messages.counts.nothing}${size.asOf}`
}

/** How one gets at the data, if anyone has said. */
export const accessText = ({ access: texts }: Messages, access: Access): string | undefined =>
  access === 'unknown' ? undefined : texts[access]

const inWords = (texts: Readonly<Record<string, string>>, value: string) =>
  Object.hasOwn(texts, value) ? texts[value] : undefined

/** What is claimed of a field, as a reader would say it. */
export function valueText(messages: Messages, field: ClaimField | 'notes', value: Claim['value']): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return countsText(messages, value)
  if (field === 'access') return inWords(messages.access, value) ?? value
  if (field.startsWith('availability.')) return inWords(messages.availability, value) ?? value
  if (field === 'status') return inShort(inWords(messages.statuses, value) ?? value)
  return value
}
