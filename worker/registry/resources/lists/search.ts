// What a text finds: by a slug or an address, by data types, by words.

import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../../../schema/record/resource.ts'
import { enclosingAddresses } from '../../../../schema/record/values/address.ts'
import { versions } from '../../../../schema/tables.ts'
import { SEARCH_REACH } from '../../../../schema/verbs/resources.ts'
import type { Availability, DataTypeKey } from '../../../../schema/vocabulary.ts'
import { parseQuery, type Query } from '../../../domain/search/query.ts'
import { comparePlaces, rankPlace } from '../../../domain/search/ranking.ts'
import type { Database } from '../../database.ts'
import { validAt } from '../as-of.ts'
import { matchExpression } from './matching.ts'
import { rowsOf } from './reading.ts'
import { hasCells, isInScope, onPage, pageOf, type Scope, SORTS, versionRecord } from './versions.ts'

/** How many of the near misses are worth naming. */
const NEAREST_REACH = 25

const NOW: Scope = { through: undefined, filter: {} }

/** Rows with what ranking looks at. `found` says which, `matched` how well where an address decides. */
const selectFound = (db: Database, found: SQL, matched: SQL<number> = sql`0`) =>
  db
    .select({ record: versionRecord, searchText: versions.searchText, matched: matched.as('matched') })
    .from(versions)
    .where(found)

/** The listed and the tombstones: an address or slug names one thing for ever. */
function selectNamed(db: Database, text: string, query: Query, { through }: Scope) {
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
    sql`${versions.resourceId} in ${ids} and ${validAt('versions', through)}`,
    matched,
  ).orderBy(sql`${versions.slug} = ${text.toLowerCase()} desc, matched desc, position`)
}

/** The scope with the rows alone that have one of the values at each of these data types. */
function withValues(scope: Scope, keys: readonly DataTypeKey[], values: readonly Availability[]): Scope {
  const { cells = {} } = scope.filter
  const narrowed = keys.map((key) => [key, values.filter((value) => cells[key]?.includes(value) ?? true)])
  return { ...scope, filter: { ...scope.filter, cells: { ...cells, ...Object.fromEntries(narrowed) } } }
}

/** The versions with words, at most so many, of those in the scope. */
function withWords(scope: Scope, match: SQL, reach: number): SQL {
  return sql`${versions.sequence} in (
    select found.sequence from search join versions as found on found.sequence = search.rowid
    where search match ${match} and ${isInScope('found', scope)} and ${hasCells('found', scope) ?? sql`true`}
    limit ${reach})`
}

/** Those with every data type and every word asked for. */
function selectComplete(db: Database, { required, dataTypes }: Query, scope: Scope) {
  if (required.length === 0) return selectHaving(db, dataTypes, scope)
  const having = withValues(scope, dataTypes, ['yes', 'unknown'])
  return selectFound(db, withWords(having, matchExpression(required, 'and'), SEARCH_REACH))
}

/** Those with these data types, the certain ones before the uncertain; none where no type is asked for. */
function selectHaving(db: Database, dataTypes: readonly DataTypeKey[], scope: Scope) {
  if (dataTypes.length === 0) return selectFound(db, sql`false`)
  const first = (values: readonly Availability[]) =>
    onPage(pageOf(withValues(scope, dataTypes, values), SORTS.table, SEARCH_REACH))
  return selectFound(db, sql`${first(['yes'])} or ${first(['yes', 'unknown'])}`)
}

/** Those with some of the words. */
const selectPartial = (db: Database, { required }: Query, scope: Scope) =>
  required.length === 0
    ? selectFound(db, sql`false`)
    : selectFound(db, withWords(scope, matchExpression(required, 'or'), NEAREST_REACH))

type FoundRow = Awaited<ReturnType<typeof selectFound>>[number]

/** A resource that was found, and its place among all that was: the lowest first. */
export interface Found {
  readonly resource: Resource
  readonly place: readonly number[]
}

/** What a text was taken for, and what it finds: best first. */
export interface SearchResult {
  readonly found: readonly Found[]
  readonly query: Query
  /** False where nothing has all words of the text, so that these have some of them. */
  readonly complete: boolean
}

/** The four statements that find what a text may mean, and the reading of their rows. */
export function searchStatements(db: Database, text: string, scope: Scope = NOW) {
  const query = parseQuery(text)
  const begun = query.begunDataType ? [query.begunDataType] : []
  const statements = [
    selectNamed(db, text.trim(), query, scope),
    selectComplete(db, query, scope),
    selectHaving(db, begun, scope),
    selectPartial(db, query, scope),
  ] as const
  const rank = (rows: readonly FoundRow[], dataTypes: readonly DataTypeKey[]): Found[] =>
    rows
      .map(({ record, searchText }) => ({
        resource: record,
        place: [1, ...rankPlace({ resource: record, searchText }, { ...query, dataTypes })],
      }))
      .sort((a, b) => comparePlaces(a.place, b.place))

  const [named, complete, having, partial] = statements
  const readRows = ([ofNamed, ofComplete, ofHaving, ofPartial]: readonly unknown[]): SearchResult => {
    const certain = [
      ...rowsOf(named, ofNamed).map(toNamed),
      ...rank(rowsOf(complete, ofComplete), query.dataTypes),
    ]
    if (certain.length > 0) return { found: unique(certain), query, complete: true }
    const begins = rowsOf(having, ofHaving)
    if (begins.length > 0)
      return { found: rank(begins, begun), query: { ...query, dataTypes: begun }, complete: true }
    return { found: rank(rowsOf(partial, ofPartial), query.dataTypes), query, complete: false }
  }
  return { statements, readRows }
}

/** What is named comes before all that is found by words, in the order in which it was read. */
const toNamed = ({ record }: FoundRow, i: number): Found => ({ resource: record, place: [0, i] })

const unique = (found: readonly Found[]): Found[] =>
  found.filter(({ resource }, i) => found.findIndex((other) => other.resource.slug === resource.slug) === i)
