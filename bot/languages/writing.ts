// Days, numbers and lists as a language writes them. By hand: to make the first formatter of `Intl` for a locale takes
// longer than all the rest of an isolate's start, and each use of it longer than an answer's text. A test holds both equal.

import { byteUnits } from '../../schema/record/values/bytes.ts'
import { listed } from '../../schema/words.ts'

interface Writing {
  readonly months: readonly string[]
  /** "12 May 2020" */
  readonly day: (day: number, month: string, year: number) => string
  readonly thousands: string
  readonly decimal: string
  readonly and: string
}

export function writtenAs({ months, day, thousands, decimal, and }: Writing) {
  const number = (value: number): string => {
    const [whole = '', part] = String(Number(value.toFixed(3))).split('.')
    const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, thousands)
    return part === undefined ? grouped : `${grouped}${decimal}${part}`
  }
  return {
    /** "12 May 2020" of an ISO date or time; of one that says less "May 2020", or "2020". */
    day(iso: string): string {
      if (iso.length === 4) return iso
      const date = new Date(iso)
      const [month = '', year] = [months[date.getUTCMonth()], date.getUTCFullYear()]
      return iso.length === 7 ? `${month} ${year}` : day(date.getUTCDate(), month, year)
    },
    /** "12,345" */
    number,
    /** "18.7 GB" */
    bytes(value: number): string {
      const { amount, unit } = byteUnits(value)
      return `${number(amount)}\u00a0${unit}`
    },
    /** "licence, access and size" */
    listed: (parts: readonly string[]): string => listed(parts, and),
  }
}
