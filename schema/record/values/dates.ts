import * as z from 'zod/mini'

/** A CSL date: year, then month and day where they are known. */
export const CslDate = z.object({
  'date-parts': z.array(z.array(z.int()).check(z.minLength(1), z.maxLength(3))).check(z.length(1)),
})
export type CslDate = z.infer<typeof CslDate>

/** A day, or as much of it as is known: 2020-10-07, 2020-10, 2020. */
export const PartialDate = z
  .string()
  .check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'dateUnfit'))

/** `either` is a day that has two readings, `noDay` one that the calendar lacks. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'either'; readonly dates: readonly [string, string] }
  | { readonly kind: 'noDay' | 'unreadable' }

const MONTHS = [
  ['january', 'januar', 'jänner', 'jaenner'],
  ['february', 'februar', 'feber'],
  ['march', 'märz', 'maerz', 'mrz'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'dezember'],
] as const

/** The number of a month that a word names in English or German, shortened to three letters or more; 0 where it names none. */
const monthOf = (word: string): number =>
  word.length < 3 ? 0 : 1 + MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)))

const UNREADABLE = { kind: 'unreadable' } as const

/** Days of the Gregorian calendar alone: the 31st of April is none. */
function dayReading(year: number, month: number, day: number): DateReading {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { kind: 'noDay' }
  return { kind: 'date', date: `${year}-${twoDigits(month)}-${twoDigits(day)}` }
}

const monthReading = (year: number, month: number): DateReading =>
  month >= 1 && month <= 12 ? { kind: 'date', date: `${year}-${twoDigits(month)}` } : UNREADABLE

/** `07.10.2020`, `2020/10/7`, `10/2020`, `7 Oct 2020`, `October 7th, 2020`, `Oktober 2020` as a partial ISO date. */
export function readDate(written: string): DateReading {
  const text = written.normalize('NFC').trim().toLowerCase()
  if (/^[1-9]\d{3}$/.test(text)) return { kind: 'date', date: text }
  const [, sign = '', ...numbers] =
    /^(?=\d+([-./]))(\d{1,4})\1\s?(\d{1,4})(?:\1\s?(\d{1,4}))?\.?$/.exec(text) ?? []
  return sign === '' ? readWords(text) : readNumbers(sign, numbers)
}

function readNumbers(sign: string, [a = '', b = '', c]: readonly (string | undefined)[]): DateReading {
  const [first, second, third] = [Number(a), Number(b), Number(c)]
  const [isYearFirst, isYearLast] = [isYear(a) && b.length < 3, a.length < 3 && isYear(c ?? b)]
  if (c === undefined)
    return isYearFirst ? monthReading(first, second) : isYearLast ? monthReading(second, first) : UNREADABLE
  if (isYearFirst && c.length < 3) return dayReading(first, second, third)
  if (!isYearLast || b.length > 2) return UNREADABLE
  // Dots are used where the day comes first; slashes and hyphens are used in both orders.
  if (sign === '.' || first > 12 || first === second) return dayReading(third, second, first)
  const [dayFirst, monthFirst] = [dayReading(third, second, first), dayReading(third, first, second)]
  return dayFirst.kind === 'date' && monthFirst.kind === 'date'
    ? { kind: 'either', dates: [dayFirst.date, monthFirst.date] }
    : monthFirst
}

const isYear = (digits: string) => /^[1-9]\d{3}$/.test(digits)

/** The month is a word: the year is first or last, and a day is beside the month. */
function readWords(text: string): DateReading {
  const parts = text
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/, '')
    .split(/[\s.,/-]+/)
    .filter((part) => part !== '' && part !== 'of')
  const [year, ...others] = isYear(parts[0] ?? '') ? parts : parts.toReversed()
  if (year === undefined || !isYear(year)) return UNREADABLE
  const month = others.map(monthOf).find((number) => number > 0)
  const days = others.filter((part) => /^\d{1,2}$/.test(part)).map(Number)
  if (month === undefined || others.length !== 1 + days.length || days.length > 1) return UNREADABLE
  const [day] = days
  return day === undefined ? monthReading(Number(year), month) : dayReading(Number(year), month, day)
}

/** A date as people write it in forms, as a partial ISO date; as it was typed where it can't be read: the shape refuses that. */
export function isoDateIn(written: string): string {
  const reading = readDate(written)
  return reading.kind === 'date' ? reading.date : written
}

/** Year, then month and day where they are known, of a CSL date. */
export function partsOf(date: CslDate): { year: number; month?: number; day?: number } {
  const [year = 0, month, day] = date['date-parts'][0] ?? []
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) }
}

/** The CSL date of `2020-04-07`, `2020-04` or `2020`. */
export function cslDate(iso: string): CslDate {
  return { 'date-parts': [iso.split('-').map(Number)] }
}

/** A CSL date as ISO 8601 writes it, as long as it is known: `2020-04-07`, `2020-04` or `2020`. */
export function isoDate(date: CslDate): string {
  const { year, month, day } = partsOf(date)
  const rest = [month, day].filter((part) => part !== undefined)
  return [String(year).padStart(4, '0'), ...rest.map(twoDigits)].join('-')
}

/** A month or a day with its leading zero. */
export function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
