// The two verbs that a harvester's requests come to, in memory, as strict as schema/verbs/resources.ts is.

import { RegistryError } from '../../../../schema/errors.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type {
  Place,
  ResourceFilter,
  ResourceQuery,
  ResourceVerbs,
} from '../../../../schema/verbs/resources.ts'
import { NOTHING_UNDERSTOOD } from '../../../../schema/verbs/resources.ts'

type Verbs = Pick<ResourceVerbs, 'listResources' | 'getResource'>

/** Reads `rows` anew at each call, so that a test can change them. `calls` has the slugs and queries, in order. */
export function fakeRecords(
  rows: readonly Resource[],
): Verbs & { readonly calls: (string | ResourceQuery)[]; rows: readonly Resource[] } {
  const fake = {
    rows,
    calls: [] as (string | ResourceQuery)[],
    asOf: { sequence: rows.length, changedAt: '2026-03-01T00:00:00.000Z' },
    async getResource(slug: string) {
      fake.calls.push(slug)
      const record = fake.rows.find((row) => row.slug === slug)
      if (!record) throw new RegistryError('not_found', `There is no resource ${slug}.`)
      return { slug, record, asOf: fake.asOf }
    },
    async listResources(query: ResourceQuery) {
      fake.calls.push(query)
      const { order, filter, text, asOf, size } = query
      const { statuses = ['unknown'], cells } = filter
      if (order !== 'earliest' || text !== undefined || asOf !== undefined || cells !== undefined)
        throw new Error('The fake knows the order of changes alone.')
      if (!Number.isInteger(size) || size < 1 || size > 100) throw new Error(`No page has ${size} rows.`)
      const found = fake.rows
        .filter(({ status }) => statuses.includes(status))
        .filter(({ updatedAt }) => isWithin(instant(updatedAt), filter))
        .filter((row) => query.from === undefined || compare(placeOf(row), query.from.place) > 0)
        .sort((a, b) => compare(placeOf(a), placeOf(b)))
      const items = found.slice(0, size)
      const last = items.at(-1)
      return {
        items,
        found: 0,
        ...(last && found.length > size && { next: { place: placeOf(last), back: false } }),
        asOf: fake.asOf,
        understood: NOTHING_UNDERSTOOD,
        complete: true,
        totals: [],
        releases: [],
      }
    },
  }
  return fake
}

/** Where time is kept as text, it compares as time in this form alone. */
function instant(text: string): string {
  if (new Date(text).toISOString() !== text) throw new Error(`${text} is no instant to the millisecond.`)
  return text
}

const isWithin = (at: string, { changedFrom, changedUntil }: ResourceFilter) =>
  (changedFrom === undefined || at >= instant(changedFrom)) &&
  (changedUntil === undefined || at <= instant(changedUntil))

const placeOf = ({ updatedAt, position }: Resource): Place => [updatedAt, position]

/** Places of one order have parts of the same kinds. */
function compare(a: Place, b: Place): number {
  for (const [i, part] of a.entries()) {
    const other = b[i]
    if (typeof part !== typeof other || other === undefined) throw new Error('These are of different orders.')
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}
