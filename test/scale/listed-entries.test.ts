// Lists, facets, totals and lineage are made of kept lines. Whatever was written, they are what a plain look at all records finds.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeId } from '../../schema/record/lineage/queries.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { parseRecord } from '../../schema/record/stored-record.ts'
import { admittedGroups, certaintyOf } from '../../schema/record/values/cells.ts'
import type { PageStart, ResourceFilter } from '../../schema/verbs/resources.ts'
import { facetsOf } from '../../worker/domain/search/facets.ts'
import { isAdmitted, subjectOf } from '../../worker/domain/search/resource-filter.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import {
  anyFacts,
  anyFilter,
  instant,
  listed,
  ORDERS,
  type Order,
  oneOf,
  random,
} from '../support/random-lists.ts'
import { watchedDatabase } from '../support/watched-database.ts'
import { changeResources, insertResources, madeUp } from '../worker/registry/made-up.ts'

const registry = createRegistry(env.DB)

async function allRecords(): Promise<Resource[]> {
  const { results } = await env.DB.prepare(
    `select record from changes where sequence in (
       select max(sequence) from changes where subject = 'resource' group by subject_id)`,
  ).all<{ record: string }>()
  return results.map(({ record }) => parseRecord(record)).sort((a, b) => a.position - b.position)
}

/** All pages of a list, from its end back to its start. */
async function walkBack(filter: ResourceFilter, order: Order, end: PageStart | undefined, size: number) {
  const found: string[][] = []
  for (let from = end; from; ) {
    const page = await registry.listResources({ filter, order, size, from })
    found.unshift(page.items.map(({ slug }) => slug))
    from = page.previous
  }
  return found
}

async function expectPlain(filters: number): Promise<void> {
  const records = await allRecords()
  for (let i = 0; i < filters; i++) {
    const filter = anyFilter()
    const order = oneOf(ORDERS)
    const size = 1 + random(60)
    const slugs = listed(records, filter, order)
    const query = { filter, order, size } as const
    const page = await registry.listResources({ ...query, count: 'facets' })
    expect(page.items.map(({ slug }) => slug)).toEqual(slugs.slice(0, size))
    const plain = records.map((record) => ({ ...subjectOf(filter, record), resources: 1 }))
    expect(page.facets).toEqual(facetsOf(plain, filter))
    const second = await registry.listResources({ ...query, from: page.next, count: 'groups' })
    if (page.next) expect(second.items.map(({ slug }) => slug)).toEqual(slugs.slice(size, 2 * size))
    expect(second.totals).toEqual(
      admittedGroups(filter.cells ?? {}).map(
        (_, group) =>
          records.filter(
            (record) =>
              isAdmitted(filter, record) && certaintyOf(filter.cells ?? {}, record.availability) === group,
          ).length,
      ),
    )
    if (page.next) {
      const back = await walkBack(filter, order, second.previous, size)
      expect(back).toEqual([slugs.slice(0, size)])
    }
  }
}

const edgesOf = ({ slug, derivedFrom, origins }: Resource) =>
  [...derivedFrom, ...origins].map((from) => `${from} > ${slug}`)

/** What has data in common with a resource, by a plain look at all records until no more comes. */
function plainFamily(records: readonly Resource[], slug: string): string[] {
  const ancestors = new Set([slug])
  for (const one of ancestors)
    for (const source of records.find((record) => record.slug === one)?.derivedFrom ?? [])
      ancestors.add(source)
  const origins = records.filter((record) => ancestors.has(record.slug)).flatMap((record) => record.origins)
  const alike = records.filter((record) => record.origins.some((name) => origins.includes(name)))
  const family = new Set([...ancestors, ...alike.map((record) => record.slug)])
  let before: number
  do {
    before = family.size
    for (const { slug: one, derivedFrom } of records)
      if (derivedFrom.some((source) => family.has(source))) family.add(one)
  } while (family.size > before)
  return [...family].sort()
}

async function expectLineage(): Promise<void> {
  const records = await allRecords()
  const { nodes, edges } = await registry.getLineage()
  expect(edges.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual(records.flatMap(edgesOf).sort())
  const derived = records.find((record) => record.slug.startsWith('r') && record.derivedFrom.length > 0)
  const [source = ''] = derived?.derivedFrom ?? []
  const edge = edges.find(({ from, to }) => from === source && to === derived?.slug)
  expect(edge?.sources).toEqual(
    derived?.claims.filter(({ value }) => value === source).map((claim) => claim.source),
  )
  const node = nodes.find((one) => one.kind === 'resource' && one.slug === derived?.slug)
  expect(node).toEqual({
    kind: 'resource',
    ...Object.fromEntries(
      (['slug', 'name', 'status', 'license', 'licenseSpdx', 'access', 'availability'] as const).map((key) => [
        key,
        derived?.[key],
      ]),
    ),
  })
  for (const { slug } of [oneOf(records), oneOf(records), derived ?? oneOf(records)]) {
    const { history } = await registry.getResource(slug, { history: true })
    const family = history?.lineage.nodes.filter(({ kind }) => kind === 'resource').map(nodeId) ?? []
    expect(family.toSorted()).toEqual(plainFamily(records, slug))
  }
}

/** A line for each latest version, made anew. */
async function recount(): Promise<string[]> {
  const { results } = await env.DB.prepare('select line from version_lines where until is null').all<{
    line: string
  }>()
  return results.map(({ line }) => line).sort()
}

async function keptLines(): Promise<string[]> {
  const { results } = await env.DB.prepare('select lines from listed_blocks').all<{ lines: string }>()
  return results
    .flatMap(({ lines }) => lines.split('\u001e').flatMap((line) => (line === '' ? [] : [`${line}\u001e`])))
    .sort()
}

const SIZE = 1000
const everyone = Array.from({ length: SIZE }, (_, i) =>
  madeUp(100 + i, { ...anyFacts(), slug: `r${i}`, updatedAt: instant() }),
)

beforeAll(() => insertResources(everyone))

describe('lists, facets, totals and lineage are those of the records', () => {
  it('of a thousand resources', async () => {
    await expectPlain(60)
    await expectLineage()
  })

  it('after thousands of writes of all kinds, between which lists are read', async () => {
    for (let round = 0; round < 20; round++) {
      const changed = Array.from({ length: 100 }, () => `r${random(SIZE)}`)
      await changeResources([...new Set(changed)], anyFacts(), instant())
      await insertResources([
        madeUp(5000 + round, { ...anyFacts(), slug: `new-${round}`, updatedAt: instant() }),
      ])
      await expectPlain(2)
    }
    expect(await keptLines()).toEqual(await recount())
    await expectPlain(30)
    await expectLineage()
  })

  it('after a version was rewritten, as by a redaction', async () => {
    await env.DB.prepare(
      `update versions set name_key = 'zz', tags = ' access=open ' where until is null and slug = 'r7'`,
    ).run()
    expect(await keptLines()).toEqual(await recount())
  })

  it('of another database', async () => {
    await env.DB.prepare(`update listed_blocks set born = 'elsewhere', touched = 1`).run()
    const { counts, DB } = watchedDatabase(env.DB)
    const { items } = await createRegistry(DB).listResources({ filter: {}, order: 'name', size: 1 })
    expect(items).toHaveLength(1)
    expect(counts.batches).toBe(1)
  })
})

describe('of more blocks than one answer has', () => {
  const FAR = Array.from({ length: 150 }, (_, i) => madeUp(100_000 + i * 512, { slug: `far-${i}` }))
  const farSlugs = async () => {
    const { items } = await registry.listNames({ order: 'table', size: 5000 })
    return items.flatMap(({ slug }) => (slug.startsWith('far-') ? [slug] : []))
  }

  it('lists have all that were added', async () => {
    await insertResources(FAR)
    expect(await farSlugs()).toEqual(FAR.map(({ slug }) => slug))
  })

  it.each([
    ['one after the other', 'block'],
    ['at once', '7'],
  ])('an isolate that knows none has all that changed %s', async (_, touched) => {
    await env.DB.prepare(`update listed_blocks set born = ${touched}, touched = ${touched} + 1`).run()
    expect(await farSlugs()).toEqual(FAR.map(({ slug }) => slug))
  })

  it('an isolate that knows all has what changed at once', async () => {
    await env.DB.prepare(
      'update listed_blocks set touched = (select max(touched) + 1 from listed_blocks)',
    ).run()
    await changeResources(['far-149'], { name: 'Now called so' }, instant())
    const { items } = await registry.listNames({ order: 'table', size: 5000 })
    expect(items.at(-1)?.name).toBe('Now called so')
    expect(await farSlugs()).toHaveLength(150)
  })
})

it('a read whose rows are known takes one trip', async () => {
  const query = { filter: {}, order: 'certain', size: 25, count: 'facets' } as const
  await registry.listResources(query)
  const { counts, DB } = watchedDatabase(env.DB)
  await createRegistry(DB).listResources(query)
  expect(counts.batches).toBe(1)
  expect(counts.rowsRead).toBeLessThan(100)
})

it('looks at addresses in many blocks cost later reads nothing', async () => {
  const rowsRead = async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    await createRegistry(DB).listNames({ order: 'table', size: 1 })
    return counts.rowsRead
  }
  const before = [await rowsRead(), await rowsRead()]
  // Each of these is in a block of its own.
  await env.DB.prepare(
    `update links set next_at = '9999' where resource_id not in (select id from resources where slug like 'far-%')`,
  ).run()
  const { due } = await registry.listLinkWork()
  expect(due.length).toBeGreaterThan(5)
  const looked = due.map((link) => ({
    link,
    state: { ...link.state, verdict: 'alive' } as const,
    nextAt: '9999-01-01T00:00:00.000Z',
  }))
  await registry.recordLooks({ looked, copies: [], saved: [] })
  const after = [await rowsRead(), await rowsRead()]
  expect(after.at(-1)).toBe(before.at(-1))
})
