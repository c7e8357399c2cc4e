// The two verbs that a harvester's requests come to, in memory, as strict as schema/verbs/resources.ts is.

import { RegistryError } from '../../../../schema/errors.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { RecordPlace, RecordQuery, ResourceVerbs } from '../../../../schema/verbs/resources.ts'

type Verbs = Pick<ResourceVerbs, 'listRecords' | 'getRecord'>

/** Reads `rows` anew at each call, so that a test can change them. `asked` are the slugs and queries, in order. */
export function fakeRecords(
  rows: readonly Resource[],
): Verbs & { readonly asked: (string | RecordQuery)[]; rows: readonly Resource[] } {
  const fake = {
    rows,
    asked: [] as (string | RecordQuery)[],
    asOf: { sequence: rows.length, changedAt: '2026-03-01T00:00:00.000Z' },
    async getRecord(slug: string) {
      fake.asked.push(slug)
      const record = fake.rows.find((row) => row.slug === slug)
      if (!record) throw new RegistryError('not_found', `There is no resource ${slug}.`)
      return { record, asOf: fake.asOf }
    },
    async listRecords(query: RecordQuery) {
      fake.asked.push(query)
      const { order, cells, statuses = ['unknown'], text, moment, size } = query
      if (order !== 'earliest' || text !== undefined || moment !== undefined || Object.keys(cells).length > 0)
        throw new Error('The fake knows the order of changes alone.')
      if (!Number.isInteger(size) || size < 1 || size > 100) throw new Error(`No page has ${size} rows.`)
      const found = fake.rows
        .filter(({ status }) => statuses.includes(status))
        .filter(({ updatedAt }) => isWithin(instant(updatedAt), query))
        .filter((row) => query.after === undefined || compare(placeOf(row), query.after) > 0)
        .sort((a, b) => compare(placeOf(a), placeOf(b)))
      const items = found.slice(0, size)
      const last = items.at(-1)
      return {
        items,
        ...(last && found.length > size && { next: placeOf(last) }),
        asOf: fake.asOf,
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

const isWithin = (at: string, { changedFrom, changedUntil }: RecordQuery) =>
  (changedFrom === undefined || at >= instant(changedFrom)) &&
  (changedUntil === undefined || at <= instant(changedUntil))

const placeOf = ({ updatedAt, position }: Resource): RecordPlace => [updatedAt, position]

/** Places of one order have parts of the same kinds. */
function compare(a: RecordPlace, b: RecordPlace): number {
  for (const [i, part] of a.entries()) {
    const other = b[i]
    if (typeof part !== typeof other || other === undefined) throw new Error('These are of different orders.')
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}
