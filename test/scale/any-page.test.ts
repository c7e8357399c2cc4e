import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { admits } from '../../schema/record/cells.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { parseRecord } from '../../schema/record/stored-record.ts'
import { fold } from '../../schema/text/fold.ts'
import type { RecordQuery } from '../../schema/verbs/resources.ts'
import { AVAILABILITY, RESOURCE_STATUSES } from '../../schema/vocabulary.ts'
import { comparePlaces } from '../../worker/domain/search/ranking.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { changeResources, insertResources, madeUp } from '../worker/registry/made-up.ts'
import { rows } from '../worker/registry/submissions.ts'

type Order = Exclude<RecordQuery['order'], 'match'>

const registry = createRegistry(env.DB)
const ORDERS = ['table', 'name', 'latest', 'earliest'] as const satisfies readonly Order[]

/** One of a few, so that many are alike. */
const one = <Value>(values: readonly [Value, ...Value[]], i: number): Value =>
  values[i % values.length] ?? values[0]
const NAMES = ['Apple', 'Äpfel', 'banana'] as const
const day = (i: number) => `2026-01-0${1 + (i % 4)}T00:00:00.000Z`

/** Every version there ever was, by the change that made it. */
let log: { readonly sequence: number; readonly record: Resource }[] = []

beforeAll(async () => {
  await insertResources(
    Array.from({ length: 60 }, (_, i) =>
      madeUp(100 + i, {
        name: one(NAMES, i),
        availability: { ct: one(AVAILABILITY, i), mrt: one(AVAILABILITY, i * 7) },
        status: i % 9 === 0 ? 'removed' : 'unknown',
        updatedAt: day(i * 3),
      }),
    ),
  )
  for (let i = 0; i < 60; i++) {
    const patch = {
      name: one(NAMES, i * 5),
      status: one(RESOURCE_STATUSES, i % 5),
      availability: { ct: one(AVAILABILITY, i * 11) },
    }
    await changeResources([`made-up-${100 + ((i * 17) % 40)}`], patch, day(i))
  }
  const changes = await rows<{ sequence: number; record: string }>(
    `select sequence, record from changes where subject = 'resource' order by sequence`,
  )
  log = changes.map(({ sequence, record }) => ({ sequence, record: parseRecord(record) }))
})

function placeOf(order: Order, { name, position, updatedAt }: Resource) {
  if (order === 'table') return [position]
  return [order === 'name' ? fold(name) : updatedAt, position]
}

/** What a list must hold, found the plain way. */
function expected({
  moment,
  order,
  cells,
  statuses,
  changedFrom = '',
  changedUntil = '9',
}: Asked): Resource[] {
  const then = log.filter(({ sequence }) => moment === undefined || sequence <= moment.sequence)
  const stood = new Map(then.map(({ record }) => [record.slug, record]))
  return [...stood.values()]
    .filter(({ status }) => statuses?.includes(status) ?? status !== 'removed')
    .filter(({ updatedAt }) => updatedAt >= changedFrom && updatedAt <= changedUntil)
    .filter(({ availability }) => admits(cells, availability))
    .sort((a, b) => {
      const compared = comparePlaces(placeOf(order, a), placeOf(order, b))
      return order === 'latest' ? -compared : compared
    })
}

interface Asked extends RecordQuery {
  readonly moment?: { readonly sequence: number } | undefined
  readonly order: Order
}

const oneOrMore = fc.subarray([...AVAILABILITY], { minLength: 1 })
const instant = fc.option(fc.nat(3).map(day), { nil: undefined })
const asked: fc.Arbitrary<Asked> = fc.record({
  moment: fc.option(fc.record({ sequence: fc.nat(140) }), { nil: undefined }),
  order: fc.constantFrom(...ORDERS),
  cells: fc.record({ ct: oneOrMore, mrt: oneOrMore }, { requiredKeys: [] }),
  statuses: fc.option(fc.subarray([...RESOURCE_STATUSES], { minLength: 1 }), { nil: undefined }),
  changedFrom: instant,
  changedUntil: instant,
  // Small pages walk through the indexes where large ones read all that there was.
  size: fc.constantFrom(1, 3, 20, 100),
})

it('any list is the same as if it were found the plain way, page after page', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (query) => {
      const found: Resource[] = []
      let page = await registry.listRecords(query)
      found.push(...page.items)
      while (page.next) {
        page = await registry.listRecords({ ...query, after: page.next })
        found.push(...page.items)
      }
      expect(found).toEqual(expected(query))
    }),
    { numRuns: 100 },
  )
})
