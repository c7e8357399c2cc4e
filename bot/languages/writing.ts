import { byteUnits } from '../../schema/record/values/bytes.ts'

/** Days, numbers and lists as a language writes them. */
export function languageOf(locale: string) {
  const parts = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const
  const { day: _day, ...toMonth } = parts
  const days = new Intl.DateTimeFormat(locale, parts)
  const months = new Intl.DateTimeFormat(locale, toMonth)
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale)
  return {
    /** "12 May 2020" of an ISO date or time; of one that says less "May 2020", or "2020". */
    day: (iso: string): string =>
      iso.length === 4 ? iso : (iso.length === 7 ? months : days).format(new Date(iso)),
    /** "12,345" */
    number: (value: number): string => numbers.format(value),
    /** "18.7 GB" */
    bytes(value: number): string {
      const { amount, unit } = byteUnits(value)
      return `${numbers.format(amount)} ${unit}`
    },
    /** "licence, access and size" */
    listed: (parts: readonly string[]): string => lists.format(parts),
  }
}
