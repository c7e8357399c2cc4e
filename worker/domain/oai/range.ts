// From when until when a harvester wants records (OAI-PMH 2.0, 2.7.1 and 3.3.1).

/** Both ends included, as instants to the millisecond, which is how finely the registry tells time. */
export interface OaiRange {
  readonly changedFrom?: string
  readonly changedUntil?: string
}

/** How a datestamp may be given: both ends of a range in the same way. */
const GRANULARITIES = [
  { form: /^\d{4}-\d\d-\d\d$/, first: (day: string) => `${day}T00:00:00.000Z`, last: 'T23:59:59.999Z' },
  {
    form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    first: (second: string) => second.replace('Z', '.000Z'),
    last: '.999Z',
  },
] as const

/** When something was, as the protocol tells it: to the second. */
export const datestamp = (instant: string): string => `${instant.slice(0, 19)}Z`

export function oaiRange(
  from: string | undefined,
  until: string | undefined,
): OaiRange | { readonly problem: string } {
  const [start, end] = [from, until].map((stamp) => stamp && granularityOf(stamp))
  if ((from !== undefined && !start) || (until !== undefined && !end))
    return { problem: 'A date reads 2020-05-12 or 2020-05-12T08:30:00Z, and is in the calendar.' }
  if (start && end && start !== end)
    return { problem: 'The two dates differ in form: give both as days, or both to the second.' }
  const range = {
    ...(from !== undefined && start && { changedFrom: start.first(from) }),
    ...(until !== undefined && end && { changedUntil: until.replace('Z', '') + end.last }),
  }
  const { changedFrom = '', changedUntil = '~' } = range
  return changedFrom > changedUntil ? { problem: 'The first date is later than the last.' } : range
}

/** Undefined for what no calendar has: 30 February, 25 o'clock, and the year 0, which XML Schema doesn't know. */
function granularityOf(stamp: string) {
  const granularity = GRANULARITIES.find(({ form }) => form.test(stamp))
  const instant = granularity?.first(stamp) ?? ''
  const time = Date.parse(instant)
  const isReal = !Number.isNaN(time) && new Date(time).toISOString() === instant
  return isReal && !stamp.startsWith('0000') ? granularity : undefined
}
