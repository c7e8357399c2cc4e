import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { ALL_CODES, admits, cellsRow } from '../../../schema/record/values/cells.ts'
import type {
  PageStart,
  ResourceFilter,
  ResourceOrder,
  ResourceQuery,
} from '../../../schema/verbs/resources.ts'
import { RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { changeResources, insertResources, listedSlugs, madeUp } from './made-up.ts'

const NOW = new Date('2026-06-01T00:00:00.000Z')
const registry = createRegistry(env.DB, { now: () => NOW })

type FlatQuery = ResourceFilter & Omit<Partial<ResourceQuery>, 'filter'>

const query = ({
  order = 'table',
  size = 100,
  text,
  asOf,
  from,
  ...filter
}: FlatQuery = {}): ResourceQuery => ({
  filter,
  order,
  size,
  text,
  asOf,
  from,
})
const slugs = ({ items }: { readonly items: readonly { readonly slug: string }[] }) =>
  items.map(({ slug }) => slug)

async function walk(flatQuery: FlatQuery, between: (page: number) => Promise<void> = async () => {}) {
  const found: Resource[] = []
  let from: PageStart | undefined
  for (let page = 1; ; page++) {
    const { items, next } = await registry.listResources(query({ ...flatQuery, from }))
    found.push(...items)
    if (!next) return found.map(({ slug }) => slug)
    from = next
    await between(page)
  }
}

// Names in an order of their own, some with accents and capitals; dates that some share; every 40th a tombstone.
const NAMES = ['Zebra', 'ångström', 'Apple', 'éclair', 'banana', 'Äpfel', 'ostrich']
const resources = Array.from({ length: 300 }, (_, i) =>
  madeUp(100 + i, {
    name: `${NAMES[i % NAMES.length]} ${(i * 7) % 50}`,
    availability: cellsRow((i * 500) % ALL_CODES),
    updatedAt: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}T00:00:00.000Z`,
    status: i % 40 === 39 ? 'removed' : 'unknown',
  }),
)
const listed = resources.filter(({ status }) => status !== 'removed')

const folded = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const by = <Key extends string>(key: (resource: Resource) => Key, back = false) =>
  [...listed]
    .sort((a, b) => {
      const [first, second] = [key(a), key(b)]
      const order = first === second ? a.position - b.position : first < second ? -1 : 1
      return back ? -order : order
    })
    .map(({ slug }) => slug)

describe('the survey', () => {
  it('is listed with its references, in table order, and says what it was read from', async () => {
    const { items, next, asOf } = await registry.listResources(query())
    expect(items).toHaveLength(14)
    expect(items[0]).toMatchObject({ slug: 'covid-19-image-data-collection', version: 1 })
    expect(items[0]?.references.map((reference) => reference['citation-number'])).toEqual([17, 16])
    expect(next).toBeUndefined()
    expect(asOf).toMatchObject({
      sequence: 14,
      changedAt: '2020-05-12T00:00:00.000Z',
      release: { version: '2.0', releasedOn: '2020-05-12' },
    })
  })

  it('has 22 references, in the order of its list, each with the resources that cite it', async () => {
    const { items } = await registry.listReferences({ size: 100 })
    expect(items.map(({ reference }) => reference['citation-number'])).toEqual(
      Array.from({ length: 22 }, (_, i) => i + 1),
    )
    expect(items[16]?.citedBy).toEqual(['covid-19-image-data-collection'])
    expect(items[0]?.citedBy).toEqual([])
    const second = await registry.listReferences({ size: 5, after: [5] })
    expect(second.items.map(({ reference }) => reference.id)).toEqual(
      ['6', '7', '8', '9', '10'].map((n) => `survey-${n}`),
    )
    expect(second.next).toEqual([10])
  })

  it('is the one release', async () => {
    const { items } = await registry.listReleases()
    expect(items).toMatchObject([{ version: '2.0', resources: 14, releasedOn: '2020-05-12' }])
  })

  it('pages through what a text finds in every order', async () => {
    const all = slugs(await registry.listResources(query({ text: 'covid', order: 'match' })))
    expect(all.length).toBeGreaterThan(5)
    for (const order of [
      'match',
      'certain',
      'table',
      'name',
      'latest',
      'earliest',
    ] satisfies ResourceOrder[]) {
      const whole = slugs(await registry.listResources(query({ text: 'covid', order })))
      expect(await walk({ text: 'covid', order, size: 2 })).toEqual(whole)
      expect([...whole].sort()).toEqual([...all].sort())
    }
  })

  it('filters what a text finds, an exact name too', async () => {
    const text = 'covid-19-pocus-ultrasound'
    expect(
      slugs(await registry.listResources(query({ text, order: 'match', cells: { ct: ['yes'] } }))),
    ).toEqual([])
    expect(
      slugs(await registry.listResources(query({ text, order: 'match', cells: { ct: ['no'] } }))),
    ).toEqual([text])
  })
})

describe('a list of records', () => {
  beforeAll(async () => {
    await changeResources(await listedSlugs(), { status: 'removed' })
    await insertResources(resources)
  })

  it.each([
    ['table', listed.map(({ slug }) => slug)],
    ['name', by(({ name }) => folded(name))],
    ['latest', by(({ updatedAt }) => updatedAt, true)],
    ['earliest', by(({ updatedAt }) => updatedAt)],
  ] as const)('is sorted: %s', async (order, expected) => {
    expect(await walk({ order, size: 17 })).toEqual(expected)
  })

  it('is filtered by any mix of data types, in every order', async () => {
    const cells = { ct: ['yes', 'unknown'], mrt: ['no'] } as const
    const expected = listed.filter(({ availability }) => admits(cells, availability)).map(({ slug }) => slug)
    expect(expected.length).toBeGreaterThan(50)
    expect(await walk({ cells, size: 9 })).toEqual(expected)
    for (const order of ['certain', 'name', 'latest', 'earliest'] as const)
      expect((await walk({ cells, order, size: 9 })).sort()).toEqual([...expected].sort())
  })

  it('has tombstones only where they are asked for', async () => {
    const gone = resources.filter(({ status }) => status === 'removed').map(({ slug }) => slug)
    const removed = await walk({ statuses: ['removed'], size: 5 })
    expect(removed.slice(14)).toEqual(gone)
    expect(await walk({ statuses: RESOURCE_STATUSES, size: 50 })).toHaveLength(314)
  })

  it('may be of those changed within a time, to the millisecond', async () => {
    const changedFrom = '2026-01-05T00:00:00.000Z'
    const changedUntil = '2026-01-06T00:00:00.000Z'
    const expected = by(({ updatedAt }) => updatedAt).filter((slug) => {
      const at = resources.find((resource) => resource.slug === slug)?.updatedAt ?? ''
      return at >= changedFrom && at <= changedUntil
    })
    expect(await walk({ order: 'earliest', changedFrom, changedUntil, size: 4 })).toEqual(expected)
    expect(expected.length).toBeGreaterThan(10)
  })

  it('neither repeats nor skips in table order, whatever changes between the pages', async () => {
    const expected = listed.map(({ slug }) => slug)
    const added = madeUp(9000, { name: 'Aaa' })
    const found = await walk({ size: 50 }, async (page) => {
      if (page === 1) await changeResources([expected[3] ?? '', expected[60] ?? ''], { name: 'Another name' })
      if (page === 2) await insertResources([added])
      if (page === 3) await changeResources([expected[10] ?? ''], { status: 'removed' })
    })
    expect(found).toEqual([...expected, added.slug])
  })
})

describe('a moment', () => {
  it('gives back the survey as it was, after all these changes', async () => {
    const { items, asOf } = await registry.listResources(query({ asOf: { release: '2.0' } }))
    expect(items).toHaveLength(14)
    expect(items.every(({ status, version }) => status === 'unknown' && version === 1)).toBe(true)
    expect(asOf.sequence).toBe(14)
    for (const order of ['certain', 'name', 'latest', 'earliest'] as const)
      expect(await walk({ asOf: { release: '2.0' }, order, size: 3 })).toHaveLength(14)
    const at = { at: '2020-05-12T00:00:00.000Z' }
    expect(slugs(await registry.listResources(query({ asOf: at })))).toEqual(slugs({ items }))
  })

  it('is filtered and searched as it was', async () => {
    const moment = { release: '2.0' }
    const cells = { ultrasound: ['yes'] } as const
    expect(slugs(await registry.listResources(query({ asOf: moment, cells })))).toEqual([
      'covid-19-pocus-ultrasound',
    ])
    const found = await registry.listResources(query({ asOf: moment, text: 'pocus', order: 'match' }))
    expect(slugs(found)).toEqual(['covid-19-pocus-ultrasound'])
    expect(slugs(await registry.listResources(query({ text: 'pocus', order: 'match' })))).toEqual([])
  })

  it('has each version of a resource', async () => {
    const slug = 'covid-ct'
    const [before, now] = await Promise.all([
      registry.getResource(slug, { asOf: { release: '2.0' } }),
      registry.getResource(slug),
    ])
    expect(before.record).toMatchObject({ slug, version: 1, status: 'unknown' })
    expect(now.record).toMatchObject({ slug, version: 2, status: 'removed' })
  })

  it('before the first change there is nothing', async () => {
    const moment = { at: '2020-01-01T00:00:00.000Z' }
    const { items, asOf } = await registry.listResources(query({ asOf: moment }))
    expect(items).toEqual([])
    expect(asOf).toEqual({ sequence: 0 })
    await expect(registry.getResource('covid-ct', { asOf: moment })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('keeps the references of its resources', async () => {
    const now = await registry.listReferences({ size: 100 })
    const then = await registry.listReferences({ size: 100, asOf: { release: '2.0' } })
    expect(now.items.map(({ reference }) => reference.id)).toEqual(
      ['1', '12', '18', '19', '20'].map((n) => `survey-${n}`),
    )
    expect(then.items).toHaveLength(22)
  })

  it('that is unknown or to come is refused by its name', async () => {
    for (const moment of [{ release: '9.9' }, { at: '2026-06-01T00:00:00.001Z' }]) {
      const problems = [{ field: Object.keys(moment)[0] }]
      const refused = { code: 'invalid', details: { problems } }
      await expect(registry.listResources(query({ asOf: moment }))).rejects.toMatchObject(refused)
      await expect(registry.getResource('covid-ct', { asOf: moment })).rejects.toMatchObject(refused)
      await expect(registry.listReferences({ asOf: moment, size: 1 })).rejects.toMatchObject(refused)
      await expect(registry.listChanges({ asOf: moment, size: 1 })).rejects.toMatchObject(refused)
      await expect(registry.getAsOf(moment)).rejects.toMatchObject(refused)
    }
  })

  it('ends the list of changes', async () => {
    const { items } = await registry.listChanges({ size: 100, asOf: { release: '2.0' } })
    expect(items.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 14 }, (_, i) => 14 - i))
  })
})
