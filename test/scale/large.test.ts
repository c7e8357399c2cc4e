import { beforeAll, describe, expect, it } from 'vitest'
import printed from '../../schema/survey/2.0.json' with { type: 'json' }
import type { Availability } from '../../schema/vocabulary.ts'
import { get } from '../worker/api/get.ts'
import { changeResources, insertResources, madeUp } from '../worker/registry/made-up.ts'
import { LISTED, manyResources } from './many.ts'

const SURVEY = printed.items.map(({ slug }) => slug)
/** When what was listed is changed. */
const CHANGED = '2021-02-01T00:00:00.000Z'
const FILTER = 'ct=yes,unknown&mrt=no'

/** The slugs of a list, by the cursor of each page to the end; `between` comes about between two pages. */
async function walk(query: string, between: (page: number) => Promise<void> = async () => {}) {
  const found: string[] = []
  let cursor = ''
  for (let page = 1; ; page++) {
    const answer = await get(`/v1/resources?limit=100&${query}&cursor=${cursor}`)
    expect(answer.status).toBe(200)
    const { items, nextCursor } = await answer.json<{
      items: { slug: string }[]
      nextCursor: string | null
    }>()
    found.push(...items.map(({ slug }) => slug))
    if (nextCursor === null) return found
    expect(items).toHaveLength(100)
    cursor = nextCursor
    await between(page)
  }
}

/** What becomes of the registry while someone reads: in each third pause one is added, two corrected, one removed. */
function meddler() {
  const added: string[] = []
  const corrected: string[] = []
  const removed: string[] = []
  const between = async (page: number) => {
    if (page % 3 !== 1) return
    const [near = '', far = '', gone = ''] = untouched.splice(0, 3)
    const newcomer = madeUp(places++, { name: 'No. 0', availability: { ct: 'yes' }, updatedAt: CHANGED })
    await insertResources([newcomer])
    await changeResources([near], { name: `Aaa ${page}`, availability: { ct: 'yes' } }, CHANGED)
    await changeResources([far], { name: `Zzz ${page}`, availability: { ct: 'no', mrt: 'unknown' } }, CHANGED)
    await changeResources([gone], { status: 'removed' }, CHANGED)
    added.push(newcomer.slug)
    corrected.push(near, far)
    removed.push(gone)
  }
  return { added, corrected, removed, between }
}
/** Places in the table for those to be added. */
let places = 20_000
/** Of all over the table, in no order, those that nothing has become of yet. */
const untouched = Array.from({ length: 1000 }, (_, i) => `made-up-${100 + ((i * 7877) % 5000)}`)

const without = (slugs: readonly string[], others: readonly string[]) => {
  const left = new Set(others)
  return slugs.filter((slug) => !left.has(slug))
}

const MANY = manyResources(5000)
beforeAll(() => insertResources(MANY))

describe('a list of five thousand, read to its end', () => {
  const by = (key: 'name' | 'updatedAt', back = false) =>
    MANY.toSorted((a, b) => {
      const order = a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.position - b.position
      return back ? -order : order
    }).map(({ slug }) => slug)

  it('has each once, in table order', async () => {
    expect(await walk('')).toEqual([...SURVEY, ...MANY.map(({ slug }) => slug)])
  })

  it('has each once by name, and by the latest change', async () => {
    expect(without(await walk('sort=name'), SURVEY)).toEqual(by('name'))
    const latest = await walk('sort=changed')
    expect(latest).toEqual([...by('updatedAt', true), ...SURVEY.toReversed()])
  })

  it('has of a filter each that it admits; yes first, then unknown', async () => {
    const having = (ct: Availability) =>
      MANY.filter(({ availability }) => availability.ct === ct && availability.mrt === 'no')
    const admitted = [...having('yes'), ...having('unknown')].map(({ slug }) => slug)
    expect(admitted.length).toBeGreaterThan(1000)
    expect(without(await walk(FILTER), SURVEY)).toEqual(admitted)
    expect(without(await walk(`${FILTER}&sort=table`), SURVEY)).toEqual(
      MANY.map(({ slug }) => slug).filter((slug) => admitted.includes(slug)),
    )
  })
})

describe('while others are added, corrected and removed', () => {
  it('table order has each that stays exactly once, in order, and the added ones at the end', async () => {
    const before = await walk('')
    const { added, removed, between } = meddler()
    const found = await walk('', between)
    expect(new Set(found).size).toBe(found.length)
    expect(added.length).toBeGreaterThan(10)
    expect(without(found, removed)).toEqual([...without(before, removed), ...added])
  })

  it.each([
    'sort=name',
    'sort=changed',
    FILTER,
    `${FILTER}&sort=table`,
    `${FILTER}&sort=name`,
    `${FILTER}&sort=changed`,
  ])('%s neither repeats nor skips what stays as it is', async (query) => {
    const before = await walk(query)
    const { added, corrected, removed, between } = meddler()
    const found = await walk(query, between)
    expect(added.length).toBeGreaterThan(3)
    const changed = [...added, ...corrected, ...removed]
    expect(without(found, changed)).toEqual(without(before, changed))
  })

  it.each([`at=${LISTED}`, `at=${LISTED}&${FILTER}&sort=changed`])('%s is what it was', async (query) => {
    const before = await walk(query)
    expect(await walk(query, meddler().between)).toEqual(before)
  })

  it('what there was at a moment is all there still', async () => {
    expect(await walk(`at=${LISTED}`)).toEqual([...SURVEY, ...MANY.map(({ slug }) => slug)])
    expect(await walk('release=2.0')).toEqual(SURVEY)
  })
})
