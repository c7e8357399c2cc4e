// Lists of resources: one filter and one order, whatever door asks, now or as of a moment.

import { type SQL, sql } from 'drizzle-orm'
import { present } from '../../../../schema/present.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { parseRecord } from '../../../../schema/record/stored-record.ts'
import { fold } from '../../../../schema/text/fold.ts'
import type { Moment } from '../../../../schema/verbs/as-of.ts'
import {
  NOTHING_UNDERSTOOD,
  type PageStart,
  type Place,
  type ResourceFilter,
  type ResourceOrder,
  type ResourcePage,
  type ResourceQuery,
} from '../../../../schema/verbs/resources.ts'
import { admittedPositions } from '../../../domain/search/entries/admitted.ts'
import type { Entries } from '../../../domain/search/entries/block.ts'
import { entryFacets, groupTotals } from '../../../domain/search/entries/counts.ts'
import { type ListedEntry, termsAt } from '../../../domain/search/entries/entry.ts'
import { entryPage, justAfter, type ListOrder, placeOf } from '../../../domain/search/entries/page.ts'
import { facetsOf } from '../../../domain/search/facets.ts'
import { comparePlaces } from '../../../domain/search/ranking.ts'
import { isAdmitted, isFiltering, isInRanges, type Tally } from '../../../domain/search/resource-filter.ts'
import { measureColumns } from '../../../domain/search/version-columns.ts'
import type { Verb } from '../../context.ts'
import type { Database } from '../../database.ts'
import { refuseFuture, selectAsOf, throughOf, toAsOf } from '../as-of.ts'
import { selectCounts, selectReleases } from './counts.ts'
import { readChosen } from './kept-entries.ts'
import { type Reading, rowsOf } from './reading.ts'
import { type Search, type SearchResult, searchStatements } from './search.ts'
import { ALL, readSearched } from './searched.ts'
import { isEnded, type PlaceInQuery, pageOf, reversed, type Scope, SORTS, type Sort } from './versions.ts'

/** Now by the entries, which an isolate keeps; as of a moment by the versions that were valid then. */
export const listResources: Verb<'listResources'> = async (context, query) => {
  refuseFuture(context, query.asOf)
  const { db } = context
  const { text, order, asOf } = query
  if (asOf !== undefined) return listThen(db, { ...query, asOf })
  if (text !== undefined) return listFound(db, { ...query, text })
  if (order === 'match') throw new Error('Only what a text finds can be sorted by how well it matches.')
  return listEntries(db, { ...query, order })
}

async function listThen(
  db: Database,
  query: ResourceQuery & { readonly asOf: Moment },
): Promise<ResourcePage> {
  const { text } = query
  const scope = { through: throughOf(query.asOf), filter: query.filter, group: query.group }
  const search = text === undefined ? undefined : searchStatements(db, text, scope)
  const page = search ? selectFound(search, query) : selectSorted(db, query, scope)
  const counts = selectCounts(db, query, scope, search)
  const first = selectAsOf(db, query.asOf)
  // The page and the counts may have statements in common.
  const [, ...statements] = new Set([first, ...page.statements, ...counts.statements])
  const [asOf, ...rows] = await db.batch([first, ...statements])
  const rowsFor = (reading: Reading<unknown>) =>
    reading.statements.map((one) => rows[statements.indexOf(one)])
  return {
    ...page.read(rowsFor(page)),
    ...counts.read(rowsFor(counts)),
    asOf: toAsOf(asOf, query.asOf),
  }
}

async function listEntries(
  db: Database,
  query: ResourceQuery & { readonly order: ListOrder },
): Promise<ResourcePage> {
  const { filter, count } = query
  const [first, known] = [selectAsOf(db), selectReleases(db)]
  const { chosen, records, rows } = await readChosen(
    db,
    (entries) => {
      const page = entryPage(entries, query)
      return {
        ...{ page, positions: page.positions },
        totals: count === 'groups' ? groupTotals(entries, filter) : [],
        facets: count === 'facets' ? entryFacets(entries, filter) : undefined,
      }
    },
    count === 'facets' ? [first, known] : [first],
  )
  const { page, totals, facets } = chosen
  const { positions: _, ...starts } = page
  return {
    ...{ items: records, found: 0, ...starts, totals, ...present({ facets }) },
    releases: count === 'facets' ? rowsOf(known, rows[1]) : [],
    ...{ understood: NOTHING_UNDERSTOOD, complete: true },
    asOf: toAsOf(rowsOf(first, rows[0])),
  }
}

/** What a text finds now. */
async function listFound(
  db: Database,
  query: ResourceQuery & { readonly text: string },
): Promise<ResourcePage> {
  const { text, filter, group, order } = query
  const hasFacets = query.count === 'facets'
  const scope: Scope = { through: undefined, filter, group }
  // What the filter leaves out is counted too.
  const isWhole = group === undefined && !isFiltering(filter)
  const [first, known] = [selectAsOf(db), selectReleases(db)]
  const pageOfFound = (entries: Entries, found: Found) => {
    // What is named by its slug or address is found whatever the filter says.
    const positions = found.map(({ subject }) => subject.position)
    const admitted = admittedPositions(entries, filter, positions)
    const inOrder = found
      .filter(({ subject: { position } }) => admitted.has(position))
      .map(({ subject, place }) => ({
        item: subject,
        place: order === 'match' ? place : placeOf(order, subject, filter),
      }))
    return cutPage(inOrder, query)
  }
  const { entries, rows, results, recordsOf } = await readSearched(
    db,
    [{ text, scope }, ...(hasFacets && !isWhole ? [{ text, scope: ALL }] : [])],
    hasFacets ? [first, known] : [first],
    (among, [result]) =>
      result ? pageOfFound(among, result.found).items.map(({ position }) => position) : [],
  )
  const [result, counted = result] = results
  if (result === undefined || counted === undefined) throw new Error('A text has a result.')
  const page = pageOfFound(entries, result.found)
  return {
    ...page,
    items: await recordsOf(page.items.map(({ position }) => position)),
    ...{ understood: result.understood, complete: result.complete },
    totals: [],
    ...(hasFacets && { facets: facetsOf(talliesOf(entries, counted.found, filter), filter) }),
    releases: hasFacets ? rowsOf(known, rows[1]) : [],
    asOf: toAsOf(rowsOf(first, rows[0])),
  }
}

type Found = SearchResult<ListedEntry>['found']

/** Of what a text finds, each by itself. */
const talliesOf = (entries: Entries, found: Found, { ranges }: ResourceFilter): readonly Tally[] =>
  found.map(({ subject: { position, availability, status, measures } }) => ({
    ...{ availability, status, ...termsAt(entries, position), resources: 1 },
    isInRange: isInRanges(ranges, (measure) => measures[measure]),
  }))

type Page = Pick<ResourcePage, 'items' | 'found' | 'previous' | 'next' | 'understood' | 'complete'>

/** In no order: a record is read where its place in the page was found, so that each costs few rows. */
const selectPage = (db: Database, scope: Scope, sort: Sort, size: number, place?: PlaceInQuery) =>
  db
    .select({ record: sql<Resource>`made.record`.mapWith(parseRecord).as('version_record') })
    .from(sql`${pageOf(scope, sort, size, place)} as page`)
    .innerJoin(sql`changes as made`, sql`made.sequence = page.sequence`)

function selectSorted(db: Database, query: ResourceQuery, scope: Scope): Reading<Page> {
  const { order, size, from, filter } = query
  if (order === 'match') throw new Error('Only what a text finds can be sorted by how well it matches.')
  const sort = SORTS[order]
  const place = from && completed(order, from.place)
  const after = selectPage(db, scope, sort, size + 1, from?.back ? undefined : place)
  const before = from?.back ? selectPage(db, scope, reversed(sort), size + 1, place) : undefined
  return {
    statements: before ? [after, before] : [after],
    read([first, second]) {
      type Row = Awaited<typeof after>[number]
      const placeOfRow = ({ record }: Row) => placeIn(order, record, filter)
      const backwards = order === 'latest' ? -1 : 1
      const inOrder = (rows: readonly Row[], sign: number) =>
        rows
          .map((row) => ({ row, place: placeOfRow(row) }))
          .sort((a, b) => sign * backwards * comparePlaces(a.place, b.place))
          .map(({ row }) => row)
      const back = before ? inOrder(rowsOf(before, second), -1) : []
      // Reading back and reaching the start, the page is the first one, which was read as well: so it is always full.
      const isBack = back.length > size
      const forward = inOrder(rowsOf(after, first), 1)
      const rows = isBack ? back.slice(0, size).reverse() : forward.slice(0, size)
      const startAt = (row: Row | undefined, isBefore: boolean): PageStart | undefined =>
        row && { place: placeOfRow(row), back: isBefore }
      const hasPrevious = isBack || (from !== undefined && !from.back)
      const previous = hasPrevious ? (startAt(rows[0], true) ?? justAfter(from)) : undefined
      const next = isBack || forward.length > size ? startAt(rows.at(-1), false) : undefined
      return {
        items: rows.map(({ record }) => record),
        found: 0,
        ...(previous && { previous }),
        ...(next && { next }),
        understood: NOTHING_UNDERSTOOD,
        complete: true,
      }
    },
  }
}

/** A button has no room for whether the row of its place has ended: that is looked up where the rows are. */
function completed(order: ResourceOrder, place: Place): PlaceInQuery {
  const [group, position] = place
  if (order !== 'certain' || place.length !== 2 || group === undefined || position === undefined) return place
  const ended: SQL = sql`exists (
    select 1 from versions as anchor
    where anchor.position = ${position} and anchor.until is null and ${isEnded('anchor')})`
  return [group, ended, position]
}

/** The place of a record in an order. */
const placeIn = (order: ListOrder, resource: Resource, filter: ResourceFilter): Place =>
  placeOf(
    order,
    {
      ...{ nameKey: fold(resource.name), updatedAt: resource.updatedAt, position: resource.position },
      measures: measureColumns(resource),
      ...{ availability: resource.availability, status: resource.status },
    },
    filter,
  )

/** What a search finds is few: it is all read, then filtered, sorted and cut here. */
function selectFound({ statements, readRows }: Search, query: ResourceQuery): Reading<Page> {
  const { order, filter } = query
  return {
    statements,
    read(rows) {
      const { found, understood, complete } = readRows(rows)
      // What is named by its slug or address is found whatever the filter says.
      const inOrder = found
        .filter(({ subject }) => isAdmitted(filter, subject))
        .map(({ subject, place }) => ({
          item: subject,
          place: order === 'match' ? place : placeIn(order, subject, filter),
        }))
      return { ...cutPage(inOrder, query), understood, complete }
    },
  }
}

interface FoundPage<Item> {
  readonly items: readonly Item[]
  readonly found: number
  readonly previous?: PageStart
  readonly next?: PageStart
}

/** The page of what was found, sorted by its places. */
function cutPage<Item>(
  found: readonly { readonly item: Item; readonly place: Place }[],
  { order, size, from }: ResourceQuery,
): FoundPage<Item> {
  const backwards = order === 'latest' ? -1 : 1
  const inOrder = found.toSorted((a, b) => backwards * comparePlaces(a.place, b.place))
  const distances = from ? inOrder.map(({ place }) => backwards * comparePlaces(place, from.place)) : []
  const upTo = from?.back ? 0 : 1
  const edge = distances.filter((distance) => distance < upTo).length
  const [start, end] = from?.back ? [Math.max(0, edge - size), edge] : [edge, edge + size]
  const startAt = (i: number, back: boolean): PageStart | undefined => {
    const place = inOrder[i]?.place
    return place && { place, back }
  }
  const previous = start > 0 ? startAt(start, true) : undefined
  const next = end < inOrder.length ? startAt(end - 1, false) : undefined
  return {
    items: inOrder.slice(start, end).map(({ item }) => item),
    found: found.length,
    ...(previous && { previous }),
    ...(next && { next }),
  }
}
