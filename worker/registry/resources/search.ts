import { type SQL, sql } from 'drizzle-orm'
import { enclosingAddresses } from '../../../schema/record/address.ts'
import type { CellFilter } from '../../../schema/record/cells.ts'
import { admittedCodes } from '../../../schema/record/cells.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { versions } from '../../../schema/tables.ts'
import {
  type ResourceSummary,
  SEARCH_REACH,
  type SearchQuery,
  type SearchResult,
} from '../../../schema/verbs/resources.ts'
import type { Access, DataTypeKey, ResourceStatus } from '../../../schema/vocabulary.ts'
import { parseQuery, type Query } from '../../domain/search/query.ts'
import { comparePlaces, rankPlace } from '../../domain/search/ranking.ts'
import type { Database } from '../database.ts'
import { selectAsOf, type Through, toAsOf, validAt } from './as-of.ts'
import { listResources } from './listing.ts'
import { matchExpression } from './matching.ts'
import { counts, onPage, pageOf, SORTS, versionRecord } from './versions.ts'

/** How many of the near misses are worth naming. */
const NEAREST_REACH = 25

/** In which registry a text is looked for: at which moment, and among which. */
export interface Among {
  readonly at: Through
  /** The codes of cells that count, where not all do. */
  readonly cells?: readonly number[]
  readonly statuses?: readonly ResourceStatus[] | undefined
  readonly access?: readonly Access[] | undefined
  readonly licenses?: readonly string[] | undefined
}

const ANYWHERE: Among = { at: undefined }

/** Rows with what ranking looks at. `found` says which, `matched` how well where an address decides. */
const selectFound = (db: Database, found: SQL, matched: SQL<number> = sql`0`) =>
  db
    .select({ record: versionRecord, searchText: versions.searchText, matched: matched.as('matched') })
    .from(versions)
    .where(found)

/** The listed and the tombstones: an address or slug names one thing for ever. */
function selectNamed(db: Database, text: string, query: Query, { at }: Among) {
  const addresses = JSON.stringify(query.address ? enclosingAddresses(query.address) : [])
  // The plus has SQLite look the addresses up, where it would go through those of all resources.
  const ids = sql`(
    select id from resources where slug = ${text.toLowerCase()}
    union select cast(owner_id as integer) from addresses
    where +owner_kind = 'resource' and canonical in (select value from json_each(${addresses}))
    union select link.resource_id from "references" as cited
    join resource_references as link on link.reference_id = cited.id
    where cited.canonical = ${query.address ?? ''})`
  // The nearest enclosing page is the longest; a paper about the resource comes after any page of it.
  const matched = sql<number>`coalesce((
    select max(length(canonical)) from addresses
    where owner_kind = 'resource' and owner_id = cast(${versions.resourceId} as text)
      and canonical in (select value from json_each(${addresses}))), 0)`
  return selectFound(
    db,
    sql`${versions.resourceId} in ${ids} and ${validAt('versions', at)}`,
    matched,
  ).orderBy(sql`${versions.slug} = ${text.toLowerCase()} desc, matched desc, position`)
}

const wants = (keys: readonly DataTypeKey[]): CellFilter =>
  Object.fromEntries(keys.map((key) => [key, ['yes', 'unknown']]))

/** The codes that a filter admits, of those that count. */
function codesAmong({ cells }: Among, filter: CellFilter): number[] {
  const codes = admittedCodes(filter)
  if (cells === undefined) return codes
  const counting = new Set(cells)
  return codes.filter((code) => counting.has(code))
}

/** The versions with words, at most so many, of those that count. */
function withWords(among: Among, match: SQL, cells: readonly number[], reach: number): SQL {
  return sql`${versions.sequence} in (
    select found.sequence from search join versions as found on found.sequence = search.rowid
    where search match ${match} and ${counts('found', { ...among, cells })}
      and found.cells in (select value from json_each(${JSON.stringify(cells)}))
    limit ${reach})`
}

/** Those with every data type and every word asked for. */
function selectComplete(db: Database, { required, dataTypes }: Query, among: Among) {
  if (required.length === 0) return selectHaving(db, dataTypes, among)
  const codes = codesAmong(among, wants(dataTypes))
  return selectFound(db, withWords(among, matchExpression(required, 'and'), codes, SEARCH_REACH))
}

/** Those with these data types, the certain ones before the uncertain; none where no type is asked for. */
function selectHaving(db: Database, dataTypes: readonly DataTypeKey[], among: Among) {
  if (dataTypes.length === 0) return selectFound(db, sql`false`)
  const first = (filter: CellFilter) =>
    onPage(pageOf({ ...among, cells: codesAmong(among, filter) }, SORTS.table, SEARCH_REACH))
  const yes = Object.fromEntries(dataTypes.map((key) => [key, ['yes'] as const]))
  return selectFound(db, sql`${first(yes)} or ${first(wants(dataTypes))}`)
}

/** Those with some of the words. */
const selectPartial = (db: Database, { required }: Query, among: Among) =>
  required.length === 0
    ? selectFound(db, sql`false`)
    : selectFound(db, withWords(among, matchExpression(required, 'or'), codesAmong(among, {}), NEAREST_REACH))

type FoundRow = Awaited<ReturnType<typeof selectFound>>[number]

/** A resource that was found, and its place among all that was: the lowest first. */
export interface Found {
  readonly resource: Resource
  readonly place: readonly number[]
}

/** The four statements that find what a text may mean, and the reading of their rows: best first. */
export function finder(db: Database, text: string, among: Among = ANYWHERE) {
  const query = parseQuery(text)
  const begun = query.begunDataType ? [query.begunDataType] : []
  const statements = [
    selectNamed(db, text.trim(), query, among),
    selectComplete(db, query, among),
    selectHaving(db, begun, among),
    selectPartial(db, query, among),
  ] as const
  const rank = (rows: readonly FoundRow[], dataTypes: readonly DataTypeKey[]): Found[] =>
    rows
      .map(({ record, searchText }) => ({
        resource: record,
        place: [1, ...rankPlace({ resource: record, searchText }, { ...query, dataTypes })],
      }))
      .sort((a, b) => comparePlaces(a.place, b.place))

  const read = (named: FoundRow[], complete: FoundRow[], having: FoundRow[], partial: FoundRow[]) => {
    const certain = [...named.map(toNamed), ...rank(complete, query.dataTypes)]
    if (certain.length > 0) return { found: unique(certain), query, complete: true }
    if (having.length > 0)
      return { found: rank(having, begun), query: { ...query, dataTypes: begun }, complete: true }
    return { found: rank(partial, query.dataTypes), query, complete: false }
  }
  return { statements, read }
}

/** What is named comes before all that is found by words, in the order in which it was read. */
const toNamed = ({ record }: FoundRow, i: number): Found => ({ resource: record, place: [0, i] })

const unique = (found: readonly Found[]): Found[] =>
  found.filter(({ resource }, i) => found.findIndex((other) => other.resource.slug === resource.slug) === i)

const isListed = ({ resource }: Found) => resource.status !== 'removed'

export async function searchResources(db: Database, search: SearchQuery): Promise<SearchResult> {
  const { statements, read } = finder(db, search.query)
  const [asOf, ...rows] = await db.batch([selectAsOf(db), ...statements])
  const { found: all, query, complete } = read(...rows)
  const found = all.filter(isListed)
  return {
    items: found.slice(search.skip, search.skip + search.size).map(({ resource }) => resource),
    total: Math.min(found.length, SEARCH_REACH),
    understood: {
      ...(query.address && { address: query.address }),
      dataTypes: query.dataTypes,
      words: query.required.join(' '),
    },
    complete,
    asOf: toAsOf(asOf),
  }
}

export async function suggestResources(
  db: Database,
  text: string,
  size: number,
): Promise<readonly ResourceSummary[]> {
  if (text.trim() === '') {
    const { items } = await listResources(db, { groups: [{}], size })
    return items.map((item) => item.resource)
  }
  const { statements, read } = finder(db, text)
  return read(...(await db.batch(statements)))
    .found.filter(isListed)
    .slice(0, size)
    .map(({ resource }) => resource)
}
