import * as z from 'zod/mini'

/** A CSL date: year, then month and day where they are known. */
export const CslDate = z.object({
  'date-parts': z.array(z.array(z.int()).check(z.minLength(1), z.maxLength(3))).check(z.length(1)),
})
export type CslDate = z.infer<typeof CslDate>

/** A day, or as much of it as is known: 2020-10-07, 2020-10, 2020. */
export const PartialDate = z
  .string()
  .check(
    z.regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'a date, as in 2020-10-07, 2020-10 or 2020',
    ),
  )

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
