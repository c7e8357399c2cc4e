import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ALL_CODES,
  admits,
  type CellFilter,
  cellsRow,
  certaintyOf,
} from '../../../schema/record/values/cells.ts'
import type { PageStart, ResourcePage, ResourceQuery } from '../../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPES } from '../../../schema/vocabulary.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { begin } from './backup/used-registry.ts'
import { changeResources, insertResources, listedSlugs, madeUp } from './made-up.ts'
import { addition, sent } from './submissions.ts'

const registry = createRegistry(env.DB)

// Every row of cells there can be, three times over, in an order that scatters them; and one that was removed.
const resources = Array.from({ length: ALL_CODES * 3 }, (_, i) =>
  madeUp(100 + i, { availability: cellsRow((i * 500) % ALL_CODES) }),
)
const removed = madeUp(99, { availability: { ct: 'yes', ultrasound: 'yes' }, status: 'removed' })

beforeAll(async () => {
  await changeResources(await listedSlugs(), { status: 'removed' })
  await insertResources([removed, ...resources])
})

const BOTH: CellFilter = { ultrasound: ['yes', 'unknown'], ct: ['yes', 'unknown'] }

const query = (cells: CellFilter, given: Partial<ResourceQuery> = {}): ResourceQuery => ({
  filter: { cells },
  order: 'certain',
  size: 100,
  ...given,
})

/** What each group of a list must hold, found the plain way. */
function expected(cells: CellFilter): string[][] {
  const admitted = resources.filter(({ availability }) => admits(cells, availability))
  const groups = admitted.map(({ availability }) => certaintyOf(cells, availability))
  return Array.from({ length: Math.max(...groups) + 1 }, (_, group) =>
    admitted.filter((_, i) => groups[i] === group).map(({ slug }) => slug),
  )
}

const slugs = ({ items }: ResourcePage) => items.map(({ slug }) => slug)

async function walk(wanted: ResourceQuery, way: 'next' | 'previous', start?: PageStart) {
  const pages: ResourcePage[] = []
  let from = start
  do {
    const page = await registry.listResources({ ...wanted, from })
    pages.push(page)
    from = page[way]
  } while (from)
  return pages
}

/** The same as a button has it: without whether the row has ended. */
const asOnButton = ({ place: [group = 0, , position = 0], back }: PageStart): PageStart => ({
  place: [group, position],
  back,
})

describe('a list by certainty', () => {
  it('has yes, then unknown, each in table order, over all pages', async () => {
    const pages = await walk(query(BOTH, { size: 25 }), 'next')
    expect(pages.flatMap(slugs)).toEqual(expected(BOTH).flat())
    expect(expected(BOTH)).toHaveLength(2)
    expect(pages.slice(0, -1).every((page) => page.items.length === 25)).toBe(true)
    expect(pages[0]?.previous).toBeUndefined()
  })

  it('has no after unknown, where both are asked for', async () => {
    const cells = { ct: ['no', 'unknown', 'yes'] } as const
    const pages = await walk(query(cells), 'next')
    expect(pages.flatMap(slugs)).toEqual(expected(cells).flat())
    expect(expected(cells)).toHaveLength(3)
  })

  it('reads backwards the same, ending in a full first page', async () => {
    const forward = await walk(query(BOTH, { size: 40 }), 'next')
    const last = forward.at(-1)
    const backward = await walk(query(BOTH, { size: 40 }), 'previous', last?.previous)
    expect([...backward].reverse().map(slugs).slice(1)).toEqual(forward.slice(1, -1).map(slugs))
    expect(backward.at(-1)).toEqual(forward[0])
  })

  it('counts each group in all, whatever page it shows', async () => {
    const totals = expected(BOTH).map((group) => group.length)
    const first = await registry.listResources(query(BOTH, { size: 5, count: 'groups' }))
    const second = await registry.listResources(query(BOTH, { size: 5, count: 'groups', from: first.next }))
    expect(first.totals).toEqual(totals)
    expect(second.totals).toEqual(totals)
  })

  it('may show one group alone', async () => {
    const pages = await walk(query(BOTH, { group: 1, size: 50, count: 'groups' }), 'next')
    expect(pages.flatMap(slugs)).toEqual(expected(BOTH)[1])
    expect(pages[0]?.totals).toEqual(expected(BOTH).map((group) => group.length))
  })

  it('of everything leaves out only what was removed', async () => {
    const pages = await walk(query({}), 'next')
    expect(pages.flatMap(slugs)).toEqual(resources.map((resource) => resource.slug))
  })

  it.each(
    DATA_TYPES.flatMap(({ key }) => AVAILABILITY.map((value) => [key, value] as const)),
  )('filters by %s = %s', async (key, value) => {
    const cells = { [key]: [value] }
    const page = await registry.listResources(query(cells, { count: 'groups' }))
    expect(slugs(page)).toEqual(expected(cells)[0]?.slice(0, 100))
    expect(page.totals).toEqual([ALL_CODES])
  })

  it('neither repeats nor skips a row when others come and go between two pages', async () => {
    const mrt = query({ mrt: ['yes'] }, { size: 10 })
    const first = await registry.listResources(mrt)
    const gone = slugs(first).slice(2, 5)
    await changeResources(gone, { status: 'removed' })
    const second = await registry.listResources({ ...mrt, from: first.next })
    expect(slugs(second)).toEqual(expected({ mrt: ['yes'] })[0]?.slice(10, 20))
    const back = await registry.listResources({ ...mrt, from: second.previous })
    expect(slugs(back).slice(0, 7)).toEqual(slugs(first).filter((slug) => !gone.includes(slug)))
    await changeResources(gone, { status: 'unknown' })
  })

  it('skips none when the last row of a page ends before the next is read', async () => {
    const mrt = query({ mrt: ['yes'] }, { size: 10 })
    const first = await registry.listResources(mrt)
    const last = slugs(first).slice(-1)
    await changeResources(last, { status: 'retired' })
    const second = await registry.listResources({ ...mrt, from: first.next })
    expect(slugs(second)).toEqual(expected({ mrt: ['yes'] })[0]?.slice(10, 20))
    await changeResources(last, { status: 'unknown' })
  })

  it('has what has ended after all else of its group, over all pages, both ways', async () => {
    const all = expected(BOTH)
    const ended = new Set([all[0]?.[0], all[0]?.[7], all[1]?.[2], all[1]?.at(-1)].map((slug) => slug ?? ''))
    await changeResources([...ended], { status: 'retired' })
    const last = all.flatMap((group) => [
      ...group.filter((slug) => !ended.has(slug)),
      ...group.filter((slug) => ended.has(slug)),
    ])
    const wanted = query(BOTH, { size: 7 })
    const forward = await walk(wanted, 'next')
    expect(forward.flatMap(slugs)).toEqual(last)
    const backward = await walk(wanted, 'previous', forward.at(-1)?.previous)
    expect([...backward].reverse().map(slugs).slice(1)).toEqual(forward.slice(1, -1).map(slugs))
    for (const [i, { next }] of forward.entries()) {
      if (!next) continue
      expect(slugs(await registry.listResources({ ...wanted, from: asOnButton(next) }))).toEqual(
        slugs(forward[i + 1] ?? forward[0] ?? (await registry.listResources(wanted))),
      )
    }
    const alone = await walk({ ...wanted, group: 1 }, 'next')
    expect(alone.flatMap(slugs).at(-1)).toBe(all[1]?.at(-1))
    await changeResources([...ended], { status: 'unknown' })
  })

  it('leads back from a page whose rows have all gone', async () => {
    const all = expected({ mrt: ['yes'] })[0] ?? []
    const last = resources.find((resource) => resource.slug === all.at(-1))
    const mrt = query({ mrt: ['yes'] }, { size: 10 })
    const page = await registry.listResources({
      ...mrt,
      from: { place: [0, last?.position ?? 0], back: false },
    })
    expect(page.items).toEqual([])
    const back = await registry.listResources({ ...mrt, from: page.previous })
    expect(slugs(back)).toEqual(all.slice(-10))
  })

  it('reads no more rows for a page when the table doubles', async () => {
    const grow = (from: number) =>
      insertResources(
        Array.from({ length: ALL_CODES * 3 }, (_, i) =>
          madeUp(from + i, { availability: cellsRow((i * 500) % ALL_CODES) }),
        ),
      )
    const rowsRead = async (wanted: ResourceQuery) => {
      const { counts, DB } = watchedDatabase(env.DB)
      await createRegistry(DB).listResources(wanted)
      return counts.rowsRead
    }
    const queries = [
      query({}, { size: 10, order: 'table', count: 'groups' }),
      query({ mrt: ['yes'] }, { size: 10, count: 'groups' }),
      query(BOTH, { size: 10, count: 'groups' }),
      query(BOTH, { size: 10, count: 'groups', group: 1 }),
    ]
    await grow(10_000)
    const before = await Promise.all(queries.map(rowsRead))
    await grow(20_000)
    expect(await Promise.all(queries.map(rowsRead))).toEqual(before)
  })
})

it('a list is whole where the kept one is of another database, whose numbers are those of submissions here', async () => {
  const wanted = query({}, { order: 'earliest' })
  await registry.listResources(wanted)
  await begin()
  const open = createRegistry(env.DB, { submissionsPerDay: 1000 })
  for (let i = 0; i < 40; i++) await sent(open, addition(`Lungs ${i}`))
  const answers = await Promise.all([
    registry.listResources(wanted),
    createRegistry(env.DB).listResources(wanted),
  ])
  expect(answers.map(({ items }) => items.length)).toEqual([14, 14])
})
