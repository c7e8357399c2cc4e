import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { Resource } from '../../schema/record/resource.ts'
import { parseRecord } from '../../schema/record/stored-record.ts'
import { admits, certaintyOf } from '../../schema/record/values/cells.ts'
import { fold } from '../../schema/text/fold.ts'
import type { Place, ResourceFilter, ResourceOrder, ResourceQuery } from '../../schema/verbs/resources.ts'
import {
  AVAILABILITY,
  ENDED_STATUSES,
  RESOURCE_STATUSES,
  type ResourceStatus,
} from '../../schema/vocabulary.ts'
import { comparePlaces } from '../../worker/domain/search/ranking.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { withoutLink } from '../support/without-link.ts'
import { changeResources, insertResources, madeUp } from '../worker/registry/made-up.ts'
import { rows } from '../worker/registry/submissions.ts'

type Order = Exclude<ResourceOrder, 'match'>

const registry = createRegistry(env.DB)
const ORDERS = [
  ...(['certain', 'table', 'name', 'latest', 'earliest', 'images', 'patients', 'published'] as const),
] as const satisfies readonly Order[]

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
        ...(i % 4 === 0
          ? {}
          : { published: 2019 + (i % 5), counts: { images: 10 * (i % 7), patients: i % 3 } }),
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

const ENDED: readonly ResourceStatus[] = ENDED_STATUSES

function placeOf(
  { order, filter }: TestQuery,
  { name, position, updatedAt, availability, status, counts, published }: Resource,
): Place {
  switch (order) {
    case 'certain':
      return [certaintyOf(filter.cells ?? {}, availability), ENDED.includes(status) ? 1 : 0, position]
    case 'table':
      return [position]
    case 'name':
      return [fold(name), position]
    case 'latest':
    case 'earliest':
      return [updatedAt, position]
    case 'images':
    case 'patients':
    case 'published': {
      const value = order === 'published' ? published : counts?.[order]
      return [value === undefined || value === null ? 1 : -value, position]
    }
  }
}

/** What a list must hold, found the plain way. */
function expected(query: TestQuery): Resource[] {
  const { asOf, order, filter, group } = query
  const { cells = {}, statuses, changedFrom = '', changedUntil = '9' } = filter
  const then = log.filter(({ sequence }) => asOf === undefined || sequence <= asOf.sequence)
  const valid = new Map(then.map(({ record }) => [record.slug, record]))
  return [...valid.values()]
    .filter(({ status }) => statuses?.includes(status) ?? status !== 'removed')
    .filter(({ updatedAt }) => updatedAt >= changedFrom && updatedAt <= changedUntil)
    .filter(({ availability }) => admits(cells, availability))
    .filter(({ availability }) => group === undefined || certaintyOf(cells, availability) === group)
    .sort((a, b) => {
      const compared = comparePlaces(placeOf(query, a), placeOf(query, b))
      return order === 'latest' ? -compared : compared
    })
}

interface TestQuery extends ResourceQuery {
  readonly asOf?: { readonly sequence: number } | undefined
  readonly order: Order
}

const oneOrMore = fc.subarray([...AVAILABILITY], { minLength: 1 })
const instant = fc.option(fc.nat(3).map(day), { nil: undefined })
const filter: fc.Arbitrary<ResourceFilter> = fc.record({
  cells: fc.record({ ct: oneOrMore, mrt: oneOrMore }, { requiredKeys: [] }),
  statuses: fc.option(fc.subarray([...RESOURCE_STATUSES], { minLength: 1 }), { nil: undefined }),
  changedFrom: instant,
  changedUntil: instant,
})
const testQuery: fc.Arbitrary<TestQuery> = fc.record({
  asOf: fc.option(fc.record({ sequence: fc.nat(140) }), { nil: undefined }),
  order: fc.constantFrom(...ORDERS),
  filter,
  group: fc.option(fc.nat(1), { nil: undefined }),
  // Small pages walk through the indexes where large ones read all that there was.
  size: fc.constantFrom(1, 3, 20, 100),
})

it('any list is the same as if it were found the plain way, page after page, and back again', async () => {
  await fc.assert(
    fc.asyncProperty(testQuery, async (query) => {
      let page = await registry.listResources(query)
      const pages = [page.items]
      while (page.next) {
        page = await registry.listResources({ ...query, from: page.next })
        pages.push(page.items)
      }
      expect(pages.flat().map(withoutLink)).toEqual(expected(query))
      const back = [page.items]
      while (page.previous) {
        page = await registry.listResources({ ...query, from: page.previous })
        back.unshift(page.items)
      }
      expect(back.slice(1)).toEqual(pages.slice(1))
      expect(back[0]).toEqual(pages[0])
    }),
    { numRuns: 100 },
  )
})
