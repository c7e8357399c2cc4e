import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../schema/contract.ts'
import type { CellFilter, ResourceSummary, SearchQuery, SearchResult } from '../../schema/registry.ts'
import { SEARCH_REACH } from '../../schema/registry.ts'
import { resources } from '../../schema/tables.ts'
import type { DataTypeKey } from '../../schema/vocabulary.ts'
import { enclosingAddresses } from '../domain/address.ts'
import { admittedCodes } from '../domain/cells.ts'
import { parseQuery, type Query } from '../domain/query.ts'
import { rankResources } from '../domain/ranking.ts'
import type { Database } from './database.ts'
import { listResources, positionsWithCells } from './listing.ts'
import { matchExpression } from './matching.ts'
import { resourceColumns, selectStanding, toResource, toStanding } from './rows.ts'

/** How many of the near misses are worth naming. */
const NEAREST_REACH = 25

const notRemoved = sql`${resources.status} <> 'removed'`

/** Rows with what ranking looks at. `found` says which, `matched` how well where an address decides. */
const selectFound = (db: Database, found: SQL, matched: SQL<number> = sql`0`) =>
  db
    .select({ ...resourceColumns, searchText: resources.searchText, matched: matched.as('matched') })
    .from(resources)
    .where(found)

/** The listed and the tombstones: an address or slug names one thing for ever. */
function selectNamed(db: Database, text: string, query: Query) {
  const addresses = JSON.stringify(query.address ? enclosingAddresses(query.address) : [])
  const ids = sql`(
    select cast(owner_id as integer) from addresses
    where owner_kind = 'resource' and canonical in (select value from json_each(${addresses}))
    union select link.resource_id from "references" as cited
    join resource_references as link on link.reference_id = cited.id
    where cited.canonical = ${query.address ?? ''})`
  // The nearest enclosing page is the longest; a paper about the resource comes after any page of it.
  const matched = sql<number>`coalesce((
    select max(length(canonical)) from addresses
    where owner_kind = 'resource' and owner_id = cast(${resources}.id as text)
      and canonical in (select value from json_each(${addresses}))), 0)`
  return selectFound(
    db,
    sql`${resources.slug} = ${text.toLowerCase()} or ${resources.id} in ${ids}`,
    matched,
  ).orderBy(sql`${resources.slug} = ${text.toLowerCase()} desc, matched desc, position`)
}

const wants = (keys: readonly DataTypeKey[]): CellFilter =>
  Object.fromEntries(keys.map((key) => [key, ['yes', 'unknown']]))

/** Those with every data type and every word asked for. */
function selectComplete(db: Database, { required, dataTypes }: Query) {
  if (required.length === 0) return selectHaving(db, dataTypes)
  const codes = JSON.stringify(admittedCodes(wants(dataTypes)))
  return selectFound(
    db,
    sql`${resources.id} in (
      select found.id from search join resources as found on found.id = search.rowid
      where search match ${matchExpression(required, 'and')}
        and found.status <> 'removed' and found.cells in (select value from json_each(${codes}))
      limit ${SEARCH_REACH})`,
  )
}

/** Those with these data types, the certain ones before the uncertain; none where no type is asked for. */
function selectHaving(db: Database, dataTypes: readonly DataTypeKey[]) {
  if (dataTypes.length === 0) return selectFound(db, sql`false`)
  const yes = Object.fromEntries(dataTypes.map((key) => [key, ['yes'] as const]))
  const certain = positionsWithCells(admittedCodes(yes), SEARCH_REACH)
  const possible = positionsWithCells(admittedCodes(wants(dataTypes)), SEARCH_REACH)
  return selectFound(db, sql`${resources.position} in ${certain} or ${resources.position} in ${possible}`)
}

/** Those with some of the words. */
const selectPartial = (db: Database, { required }: Query) =>
  required.length === 0
    ? selectFound(db, sql`false`)
    : selectFound(
        db,
        sql`${notRemoved} and ${resources.id} in (
          select rowid from search where search match ${matchExpression(required, 'or')} limit ${NEAREST_REACH})`,
      )

type FoundRow = Awaited<ReturnType<typeof selectFound>>[number]

/** The four statements that find what a text may mean, and the reading of their rows: best first. */
export function finder(db: Database, text: string) {
  const query = parseQuery(text)
  const begun = query.begunDataType ? [query.begunDataType] : []
  const statements = [
    selectNamed(db, text.trim(), query),
    selectComplete(db, query),
    selectHaving(db, begun),
    selectPartial(db, query),
  ] as const
  const rank = (rows: readonly FoundRow[], dataTypes: readonly DataTypeKey[]) =>
    rankResources(
      rows.map((row) => ({ resource: toResource(row), searchText: row.searchText })),
      { ...query, dataTypes },
    ).map((found) => found.resource)

  const read = (named: FoundRow[], complete: FoundRow[], having: FoundRow[], partial: FoundRow[]) => {
    const certain = [...named.map(toResource), ...rank(complete, query.dataTypes)]
    if (certain.length > 0) return { found: unique(certain), query, complete: true }
    if (having.length > 0)
      return { found: rank(having, begun), query: { ...query, dataTypes: begun }, complete: true }
    return { found: rank(partial, query.dataTypes), query, complete: false }
  }
  return { statements, read }
}

const unique = (found: readonly Resource[]): Resource[] =>
  found.filter((resource, i) => found.findIndex((other) => other.slug === resource.slug) === i)

const isListed = (resource: ResourceSummary) => resource.status !== 'removed'

export async function searchResources(db: Database, search: SearchQuery): Promise<SearchResult> {
  const { statements, read } = finder(db, search.query)
  const [standing, ...rows] = await db.batch([selectStanding(db), ...statements])
  const { found: all, query, complete } = read(...rows)
  const found = all.filter(isListed)
  return {
    items: found.slice(search.skip, search.skip + search.size),
    total: Math.min(found.length, SEARCH_REACH),
    understood: {
      ...(query.address && { address: query.address }),
      dataTypes: query.dataTypes,
      words: query.required.join(' '),
    },
    complete,
    standing: toStanding(standing),
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
}
