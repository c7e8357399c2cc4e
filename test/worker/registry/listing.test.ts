import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CellFilter } from '../../../schema/record/cells.ts'
import { admits, cellsRow } from '../../../schema/record/cells.ts'
import type { ListQuery, PageAnchor, ResourceList } from '../../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPES } from '../../../schema/vocabulary.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { changeResources, insertResources, listedSlugs, madeUp } from './made-up.ts'

const registry = createRegistry(env.DB)

// Every row of cells there can be, three times over, in an order that scatters them; and one that was removed.
const resources = Array.from({ length: 729 * 3 }, (_, i) =>
  madeUp(100 + i, { availability: cellsRow((i * 500) % 729) }),
)
const removed = madeUp(99, { availability: { ct: 'yes', ultrasound: 'yes' }, status: 'removed' })

beforeAll(async () => {
  await changeResources(await listedSlugs(), { status: 'removed' })
  await insertResources([removed, ...resources])
})

const groups: CellFilter[] = [
  { ultrasound: ['yes'], ct: ['yes'] },
  { ultrasound: ['yes', 'unknown'], ct: ['yes', 'unknown'] },
]

/** What a list must hold, found the plain way. */
const expected = (filters: readonly CellFilter[]) =>
  filters.map((filter, group) =>
    resources
      .filter((resource) => admits(filter, resource.availability))
      .filter(
        (resource) => !filters.slice(0, group).some((earlier) => admits(earlier, resource.availability)),
      )
      .map((resource) => resource.slug),
  )

const slugs = (list: ResourceList) => list.items.map((item) => item.resource.slug)

async function walk(query: Omit<ListQuery, 'from'>, way: 'next' | 'previous', from?: PageAnchor) {
  const pages: ResourceList[] = []
  let anchor = from
  do {
    const page = await registry.listResources({ ...query, from: anchor })
    pages.push(page)
    anchor = page[way]
  } while (anchor)
  return pages
}

describe('a list', () => {
  it('has its groups one after the other, each in table order, over all pages', async () => {
    const pages = await walk({ groups, size: 25 }, 'next')
    expect(pages.flatMap(slugs)).toEqual(expected(groups).flat())
    expect(pages.slice(0, -1).every((page) => page.items.length === 25)).toBe(true)
    expect(pages[0]?.previous).toBeUndefined()
  })

  it('reads backwards the same, ending in a full first page', async () => {
    const forward = await walk({ groups, size: 40 }, 'next')
    const last = forward.at(-1)
    const backward = await walk({ groups, size: 40 }, 'previous', last?.previous)
    expect([...backward].reverse().map(slugs).slice(1)).toEqual(forward.slice(1, -1).map(slugs))
    expect(backward.at(-1)).toEqual(forward[0])
  })

  it('counts each group in all, whatever page it shows', async () => {
    const totals = expected(groups).map((group) => group.length)
    const first = await registry.listResources({ groups, size: 5 })
    const second = await registry.listResources({ groups, size: 5, from: first.next })
    expect(first.totals).toEqual(totals)
    expect(second.totals).toEqual(totals)
  })

  it('may show one group alone', async () => {
    const pages = await walk({ groups, only: 1, size: 50 }, 'next')
    expect(pages.flatMap(slugs)).toEqual(expected(groups)[1])
    expect(pages[0]?.totals).toEqual(expected(groups).map((group) => group.length))
  })

  it('of everything leaves out only what was removed', async () => {
    const pages = await walk({ groups: [{}], size: 100 }, 'next')
    expect(pages.flatMap(slugs)).toEqual(resources.map((resource) => resource.slug))
  })

  it.each(
    DATA_TYPES.flatMap(({ key }) => AVAILABILITY.map((value) => [key, value] as const)),
  )('filters by %s = %s', async (key, value) => {
    const filter = { [key]: [value] }
    const { items, totals } = await registry.listResources({ groups: [filter], size: 100 })
    expect(items.map((item) => item.resource.slug)).toEqual(expected([filter])[0]?.slice(0, 100))
    expect(totals).toEqual([729])
  })

  it('neither repeats nor skips a row when others come and go between two pages', async () => {
    const first = await registry.listResources({ groups: [{ mrt: ['yes'] }], size: 10 })
    const gone = first.items.slice(2, 5).map((item) => item.resource.slug)
    await changeResources(gone, { status: 'removed' })
    const second = await registry.listResources({ groups: [{ mrt: ['yes'] }], size: 10, from: first.next })
    expect(slugs(second)).toEqual(expected([{ mrt: ['yes'] }])[0]?.slice(10, 20))
    const back = await registry.listResources({ groups: [{ mrt: ['yes'] }], size: 10, from: second.previous })
    expect(slugs(back).slice(0, 7)).toEqual(slugs(first).filter((slug) => !gone.includes(slug)))
    await changeResources(gone, { status: 'unknown' })
  })

  it('has what has ended after all else of its group, over all pages, both ways', async () => {
    const all = expected(groups)
    const ended = new Set([all[0]?.[0], all[0]?.[7], all[1]?.[2], all[1]?.at(-1)].map((slug) => slug ?? ''))
    await changeResources([...ended], { status: 'retired' })
    const last = all.flatMap((group) => [
      ...group.filter((slug) => !ended.has(slug)),
      ...group.filter((slug) => ended.has(slug)),
    ])
    const query = { groups, size: 7, endedLast: true }
    const forward = await walk(query, 'next')
    expect(forward.flatMap(slugs)).toEqual(last)
    const backward = await walk(query, 'previous', forward.at(-1)?.previous)
    expect([...backward].reverse().map(slugs).slice(1)).toEqual(forward.slice(1, -1).map(slugs))
    const alone = await walk({ ...query, only: 1 }, 'next')
    expect(alone.flatMap(slugs).at(-1)).toBe(all[1]?.at(-1))
    await changeResources([...ended], { status: 'unknown' })
  })

  it('leads back from a page whose rows have all gone', async () => {
    const all = expected([{ mrt: ['yes'] }])[0] ?? []
    const last = resources.find((resource) => resource.slug === all.at(-1))
    const from = { group: 0, position: last?.position ?? 0, back: false }
    const page = await registry.listResources({ groups: [{ mrt: ['yes'] }], size: 10, from })
    expect(page.items).toEqual([])
    const back = await registry.listResources({ groups: [{ mrt: ['yes'] }], size: 10, from: page.previous })
    expect(slugs(back)).toEqual(all.slice(-10))
  })

  it('reads no more rows for a page when the table doubles', async () => {
    const grow = (from: number) =>
      insertResources(
        Array.from({ length: 729 * 3 }, (_, i) =>
          madeUp(from + i, { availability: cellsRow((i * 500) % 729) }),
        ),
      )
    const rowsRead = async (query: ListQuery) => {
      const { asked, DB } = watchedDatabase(env.DB)
      await createRegistry(DB).listResources(query)
      return asked.rowsRead
    }
    const queries: ListQuery[] = [
      { groups: [{}], size: 10 },
      { groups: [{ mrt: ['yes'] }], size: 10 },
      { groups, size: 10 },
    ]
    await grow(10_000)
    const before = await Promise.all(queries.map(rowsRead))
    await grow(20_000)
    expect(await Promise.all(queries.map(rowsRead))).toEqual(before)
  })
})
