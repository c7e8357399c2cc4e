// What is kept of all resources in columns answers as a plain look at all records does, also after some of them changed.

import { describe, expect, it } from 'vitest'
import { fieldOf, SOUGHT } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Link, WithLink } from '../../../schema/record/sites/link.ts'
import { admittedGroups, certaintyOf } from '../../../schema/record/values/cells.ts'
import { sameValue } from '../../../schema/same-value.ts'
import type { PageStart, ResourceFilter } from '../../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPE_KEYS, LINK_VERDICTS } from '../../../schema/vocabulary.ts'
import { type Block, type Entries, readBlock } from '../../../worker/domain/search/entries/block.ts'
import {
  countCells,
  countListed,
  countUnsaid,
  entryFacets,
  groupTotals,
  mostGaps,
} from '../../../worker/domain/search/entries/counts.ts'
import {
  entryAt,
  entryBySlug,
  entryLink,
  gapsAt,
  positionOfSequence,
} from '../../../worker/domain/search/entries/entry.ts'
import { entryPage } from '../../../worker/domain/search/entries/page.ts'
import { facetsOf } from '../../../worker/domain/search/facets.ts'
import { isAdmitted, subjectOf } from '../../../worker/domain/search/resource-filter.ts'
import { versionColumns } from '../../../worker/domain/search/version-columns.ts'
import {
  anyFacts,
  anyFilter,
  instant,
  listed,
  ORDERS,
  type Order,
  oneOf,
  random,
} from '../../support/random-lists.ts'
import { FIRST } from '../formats/records.ts'

const BLOCK = 512

/** A line as the view `version_lines` makes it. */
function lineOf(record: Resource): string {
  const {
    slug,
    nameKey,
    cells,
    status,
    position,
    updatedAt,
    tags,
    byImages,
    byPatients,
    byPublished,
    stated,
    licenseSpdx,
  } = versionColumns(record)
  const { name, organization, url, license, derivedFrom, origins, claims } = record
  const isDescended = derivedFrom.length + origins.length > 0
  const claimed = claims.filter(({ field }) => field === 'derivedFrom' || field === 'origins')
  const descent = { derivedFrom, origins, claims: claimed.map(({ value, source }) => [value, source]) }
  const numbers = [position, sequenceOf(record), position + 7, byImages, byPatients, byPublished]
  const terms = [stated, cells, status, licenseSpdx ?? 'unknown', tags]
  const texts = [
    updatedAt,
    nameKey,
    slug,
    name,
    organization,
    url,
    license ?? '',
    isDescended ? JSON.stringify(descent) : '',
  ]
  return `${[...numbers, ...terms].join('\u001f')}\u001d${texts.join('\u001f')}\u001e`
}

const sequenceOf = ({ position, version }: Resource) => position * 100 + version

const anyLink = (): Link => ({
  verdict: oneOf(LINK_VERDICTS),
  checkedAt: instant(),
  finalUrl: oneOf([null, 'https://a.example/"x],"7":["y', 'https://b.example/\\']),
  archivedUrl: null,
})

const anyRecord = (position: number, version = 1): WithLink<Resource> => ({
  ...FIRST,
  ...anyFacts(),
  slug: `r${position}`,
  ...{ position, version, updatedAt: instant() },
  ...(random(3) > 0 && { link: anyLink() }),
})

function blockOf(number: number, records: readonly WithLink<Resource>[]): Block {
  const own = records.filter(({ position }) => Math.floor(position / BLOCK) === number)
  const links = own.flatMap(({ position, link }) =>
    link ? [[position, [link.verdict, link.checkedAt, link.finalUrl, link.archivedUrl]]] : [],
  )
  // A line that changed comes last.
  const lines = own.toSorted((a, b) => a.version - b.version).map(lineOf)
  return readBlock(number, lines.join(''), JSON.stringify(Object.fromEntries(links)))
}

const numbersOf = (records: readonly Resource[]) =>
  [...new Set(records.map(({ position }) => Math.floor(position / BLOCK)))].sort((a, b) => a - b)

const entriesOf = (records: readonly WithLink<Resource>[]): Entries =>
  new Map(numbersOf(records).map((number) => [number, blockOf(number, records)]))

/** Each a page, read to the end and then back to the start. */
function walked(entries: Entries, filter: ResourceFilter, order: Order, size: number) {
  const slugsAt = (positions: readonly number[]) =>
    positions.map((position) => entryAt(entries, position)?.slug)
  const pages: unknown[][] = []
  let page = entryPage(entries, { filter, order, size })
  for (let from: PageStart | undefined = page.next; ; from = page.next) {
    pages.push(slugsAt(page.positions))
    if (from === undefined) break
    page = entryPage(entries, { filter, order, size, from })
  }
  const back = [slugsAt(page.positions)]
  for (let from = page.previous; from !== undefined; from = page.previous) {
    page = entryPage(entries, { filter, order, size, from })
    back.unshift(slugsAt(page.positions))
  }
  return { pages, back }
}

const isUnsaid = (record: Resource, field: (typeof SOUGHT)[number]) =>
  sameValue(record[field], fieldOf(field).empty ?? null)

function expectLists(entries: Entries, records: readonly WithLink<Resource>[]): void {
  const filter = anyFilter()
  const { cells = {} } = filter
  const admitted = records.filter((record) => isAdmitted(filter, record))
  const inGroup = (group: number) =>
    admitted.filter(({ availability }) => certaintyOf(cells, availability) === group)
  const totals = admittedGroups(cells).map((_, group) => inGroup(group).length)
  expect(groupTotals(entries, filter)).toEqual(totals)
  const tallies = records.map((record) => ({ ...subjectOf(filter, record), resources: 1 }))
  expect(entryFacets(entries, filter)).toEqual(facetsOf(tallies, filter))
  const order = oneOf(ORDERS)
  const { pages, back } = walked(entries, filter, order, 1 + random(90))
  expect(pages.flat()).toEqual(listed(records, filter, order))
  expect(back).toEqual(pages)
  const group = random(totals.length)
  const ofGroup = entryPage(entries, { filter, order: 'table', group, size: 5000 })
  expect(ofGroup.positions).toEqual(inGroup(group).map(({ position }) => position))
}

function expectCounts(entries: Entries, records: readonly WithLink<Resource>[]): void {
  const listedRecords = records.filter(({ status }) => status !== 'removed')
  expect(countListed(entries)).toBe(listedRecords.length)
  for (const key of DATA_TYPE_KEYS)
    for (const value of AVAILABILITY)
      expect(countCells(entries)[key][value]).toBe(
        listedRecords.filter(({ availability }) => availability[key] === value).length,
      )
  for (const field of SOUGHT)
    expect(countUnsaid(entries)[field]).toBe(listedRecords.filter((record) => isUnsaid(record, field)).length)
  const gapsOf = (record: Resource) =>
    DATA_TYPE_KEYS.filter((key) => record.availability[key] === 'unknown').length +
    SOUGHT.filter((field) => isUnsaid(record, field)).length
  const most = listedRecords.toSorted((a, b) => gapsOf(b) - gapsOf(a)).slice(0, 40)
  expect(mostGaps(entries, 40)).toEqual(most.map(({ position }) => position))
  expect(gapsAt(entries, most[0]?.position ?? -1)).toBe(gapsOf(most[0] ?? FIRST))
}

function expectEntry(entries: Entries, record: WithLink<Resource>): void {
  const { position, slug, name, organization, url, license, availability, status, updatedAt } = record
  expect(entryAt(entries, position)).toMatchObject({
    slug,
    name,
    organization,
    url,
    license,
    availability,
    status,
    updatedAt,
  })
  expect(entryBySlug(entries, slug)?.position).toBe(position)
  expect(positionOfSequence(entries, sequenceOf(record))).toBe(position)
  expect(entryLink(entries, position)).toEqual(
    record.link ?? { verdict: 'unchecked', checkedAt: null, finalUrl: null, archivedUrl: null },
  )
}

/** Some of the blocks are full, some have few, and between them are none. */
const records = Array.from({ length: 1500 }, (_, i) => anyRecord(i < 1100 ? i : i * 4))
const entries = entriesOf(records)

function expectAll(now: Entries, all: readonly WithLink<Resource>[], lists = 6): void {
  for (let i = 0; i < lists; i++) expectLists(now, all)
  expectCounts(now, all)
  for (let i = 0; i < 20; i++) expectEntry(now, oneOf(all))
}

describe('lists, counts and entries are those of the records', () => {
  it('of some blocks', () => expectAll(entries, records, 60))

  it('of none', () => {
    expect(entryPage(new Map(), { filter: {}, order: 'certain', size: 3 })).toEqual({ positions: [] })
    expect(groupTotals(new Map(), {})).toEqual([0])
    expect(countListed(new Map())).toBe(0)
    expect(entryAt(entries, 4398)).toBeUndefined()
    expect(entryBySlug(entries, 'nothing')).toBeUndefined()
    expect(positionOfSequence(entries, 3)).toBeUndefined()
  })

  it('after changes, and of what there was before them once more', () => {
    let [all, now] = [records, entries]
    for (let round = 0; round < 15; round++) {
      const changed = new Set(Array.from({ length: 1 + random(9) }, () => random(all.length)))
      const next = all.map((record, i) =>
        changed.has(i) ? anyRecord(record.position, record.version + 1) : record,
      )
      if (round % 5 === 4) next.push(anyRecord(7000 + round * 100))
      const touched = numbersOf(next.filter((record, i) => record !== all[i]))
      const blocks = new Map([...now, ...touched.map((number) => [number, blockOf(number, next)] as const)])
      all = next
      now = new Map([...blocks].sort(([a], [b]) => a - b))
      expectAll(now, all, 2)
      if (round % 4 === 0) expectAll(entries, records, 1)
    }
  })

  it('with a block between others', () => {
    const all = [...records, anyRecord(3000)].sort((a, b) => a.position - b.position)
    expectAll(entriesOf(all), all)
  })
})
