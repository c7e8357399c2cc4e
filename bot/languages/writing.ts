/** How a language writes days, numbers and lists. */
export function writtenIn(locale: string) {
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale)
  return {
    /** "12 May 2020", of an ISO date or time. */
    day: (iso: string): string => days.format(new Date(iso)),
    /** "12,345" */
    number: (value: number): string => numbers.format(value),
    /** "licence, access and size" */
    listed: (parts: readonly string[]): string => lists.format(parts),
  }
}
