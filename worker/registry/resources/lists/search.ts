// What a text finds: by a slug, an address or a name, by data types, by words.

import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../../../schema/record/resource.ts'
import { enclosingAddresses } from '../../../../schema/record/values/address.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import { versions } from '../../../../schema/tables.ts'
import { SEARCH_REACH, type Understood } from '../../../../schema/verbs/resources.ts'
import type { Availability, DataTypeKey } from '../../../../schema/vocabulary.ts'
import { LONGEST_KEY, NAME_KINDS } from '../../../domain/search/names.ts'
import { parseQuery, type Query } from '../../../domain/search/query.ts'
import { comparePlaces, rankPlace } from '../../../domain/search/ranking.ts'
import type { Database } from '../../database.ts'
import { validAt } from '../as-of.ts'
import { type FoundTerm, foundTerms, matchExpression } from './matching.ts'
import { rowsOf } from './reading.ts'
import { hasCells, isInScope, onPage, pageOf, type Scope, SORTS, versionRecord } from './versions.ts'

/** How many of the near misses are worth naming. */
const NEAREST_REACH = 25

const NOW: Scope = { through: undefined, filter: {} }

/** Rows with what ranking looks at. */
const selectFound = (db: Database, found: SQL) =>
  db
    .select({
      record: versionRecord,
      searchText: versions.searchText,
      named: sql<number | undefined>`null`.as('named'),
    })
    .from(versions)
    .where(found)

/** The surer a name, the lower: a slug, an address, a paper's address, then names (NAME_KINDS), then names mentioned. */
const RANKS = { slug: 0, address: 510, paper: 520, name: 600, mentioned: 800, begun: 801 } as const
const LONGEST_RANKED = 500
const MOST_NAMED = 50

const rankOfKind = (row: string): SQL =>
  sql.raw(`case ${NAME_KINDS.map((kind, i) => `when ${row}.kind = '${kind}' then ${i}`).join(' ')} end`)

/**
 * What the query names. By its slug or address also what was removed: those name one thing for ever. The nearest
 * enclosing page is the longest; a paper about a resource comes after any page of it.
 */
function selectNamed(db: Database, text: string, { address, names }: Query, { through }: Scope) {
  const addresses = JSON.stringify(address === undefined ? [] : enclosingAddresses(address))
  const [whole, mentioned] = [JSON.stringify(names.whole), JSON.stringify(names.mentioned)]
  const starts = JSON.stringify(names.starts.map((key, i) => ({ key, isWhole: i === 0 })))
  const isNamed = sql`join versions as version on version.sequence = known.sequence
    and ${validAt('version', through)} and version.status <> 'removed'`
  // The plus has SQLite look the addresses up, where it would go through those of all resources.
  const hits = sql`(
    select sequence, min(rank) as rank from (
      select version.sequence as sequence, owned.rank as rank from (
        select id, ${RANKS.slug} as rank from resources where slug = ${text.toLowerCase()}
        union all
        select cast(owner_id as integer), ${RANKS.address} - min(length(canonical), ${LONGEST_RANKED}) from addresses
        where +owner_kind = 'resource' and canonical in (select value from json_each(${addresses}))
        union all
        select link.resource_id, ${RANKS.paper} from "references" as cited
        join resource_references as link on link.reference_id = cited.id where cited.canonical = ${address ?? ''}
      ) as owned join versions as version on version.resource_id = owned.id and ${validAt('version', through)}
      union all
      select known.sequence, ${RANKS.name} + ${rankOfKind('known')} from names as known ${isNamed}
      where known.key in (select value from json_each(${whole}))
      union all
      select sequence, rank from (
        select known.sequence as sequence,
          case when not start.value ->> 'isWhole' then ${RANKS.begun}
            when known.kind = 'name' then ${RANKS.name + NAME_KINDS.indexOf('start')} else ${RANKS.name + NAME_KINDS.length} end as rank
        from json_each(${starts}) as start join names as known
          on known.key > start.value ->> 'key' and known.key < (start.value ->> 'key') || char(0x10ffff) ${isNamed}
        limit ${MOST_NAMED})
      union all
      select known.sequence, ${RANKS.mentioned} - length(known.key) from names as known ${isNamed}
      where known.key in (select value from json_each(${mentioned})))
    group by sequence order by rank limit ${MOST_NAMED}) as hit`
  return db
    .select({
      record: versionRecord,
      searchText: versions.searchText,
      named: sql<number>`hit.rank`.as('named'),
    })
    .from(versions)
    .innerJoin(hits, sql`hit.sequence = ${versions.sequence}`)
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

const WANTED = ['yes', 'unknown'] as const
const UNWANTED = ['no', 'unknown'] as const

/** Those with every data type that is asked for, and every term that the index has. */
function selectComplete(db: Database, { terms, dataTypes, excluded, isAnyType }: Query, scope: Scope) {
  if (terms.length === 0) return selectFound(db, sql`false`)
  const having = withValues(scope, isAnyType ? [] : dataTypes, WANTED)
  return selectFound(
    db,
    withWords(withValues(having, excluded, UNWANTED), matchExpression(terms, 'and'), SEARCH_REACH),
  )
}

/** Those with the data types, the certain before the uncertain; all in table order where the query is for all. */
function selectHaving(db: Database, query: Query, scope: Scope, dataTypes = query.dataTypes) {
  const { excluded, isAnyType, isForAll } = query
  const first = (narrowed: Scope) => onPage(pageOf(narrowed, SORTS.table, SEARCH_REACH))
  if (isForAll) return selectFound(db, first(scope))
  if (dataTypes.length + excluded.length === 0) return selectFound(db, sql`false`)
  const groups = isAnyType ? dataTypes.map((key) => [key]) : [dataTypes]
  const having = groups.flatMap((keys) => [
    first(withValues(withValues(scope, keys, ['yes']), excluded, ['no'])),
    first(withValues(withValues(scope, keys, WANTED), excluded, UNWANTED)),
  ])
  return selectFound(db, sql`(${sql.join(having, sql` or `)})`)
}

/** Those with some of the terms. */
const selectPartial = (db: Database, { terms }: Query, scope: Scope) =>
  terms.length === 0
    ? selectFound(db, sql`false`)
    : selectFound(db, withWords(scope, matchExpression(terms, 'or'), NEAREST_REACH))

/** How the index has each term. */
const selectTerms = (db: Database, { terms }: Query) =>
  db
    .select({
      key: sql<number>`term.key`.as('term_key'),
      how: sql<FoundTerm['how']>`term.how`.as('term_how'),
      word: sql<string>`term.word`.as('term_word'),
    })
    .from(sql`(${foundTerms(terms)}) as term`)

type FoundRow = Awaited<ReturnType<typeof selectFound>>[number]

/** A resource that was found, and its place among all that was: the lowest first. */
export interface Found {
  readonly resource: Resource
  readonly place: readonly number[]
}

/** What a text was taken for, and what it finds: best first. */
export interface SearchResult {
  readonly found: readonly Found[]
  readonly understood: Understood
  /** False where nothing has all of the text that is known, so that these have some of it. */
  readonly complete: boolean
}

/**
 * The statements that find what a text may mean, and the reading of their rows. Discord does not hold what is being typed
 * to the length of its option, so a text is cut to that here.
 */
export function searchStatements(db: Database, typed: string, scope: Scope = NOW) {
  const text = typed.trim().slice(0, LENGTHS.query)
  const query = parseQuery(text)
  const begun = query.begunDataType === undefined ? [] : [query.begunDataType]
  const statements = [
    selectNamed(db, text, query, scope),
    selectComplete(db, query, scope),
    selectHaving(db, query, scope),
    selectHaving(db, query, scope, begun),
    selectPartial(db, query, scope),
    selectTerms(db, query),
  ] as const
  const [named, complete, withTypes, beginning, partial, terms] = statements

  const rankedFor =
    (asked: Query) =>
    (rows: readonly FoundRow[], dataTypes = query.dataTypes): Found[] =>
      rows
        .map(({ record, ...row }) => ({
          resource: record,
          place: rankPlace({ ...row, resource: record }, asked, dataTypes),
        }))
        .sort((a, b) => comparePlaces(a.place, b.place))

  function readRows(results: readonly unknown[]): SearchResult {
    const [ofNamed, ofComplete, ofHaving, ofBeginning, ofPartial, ofTerms] = results
    const understood = understand(query, rowsOf(terms, ofTerms))
    const ranked = rankedFor(asMeant(query, understood))
    const names: readonly FoundRow[] = rowsOf(named, ofNamed)
    const whole = names.filter(
      (row) =>
        row.named !== undefined && (row.named < RANKS.mentioned - LONGEST_KEY || row.named === RANKS.begun),
    )
    const isKnown = query.terms.length > understood.leftAside.length
    const having = rowsOf(withTypes, ofHaving)
    const certain = isKnown ? rowsOf(complete, ofComplete) : having
    const isCertain = hasTypes(certain, query) || !hasTypes(having, query)
    if ((certain.length > 0 && isCertain) || whole.length > 0)
      return { found: unique(ranked([...names, ...certain])), understood, complete: true }
    const begins = isKnown ? [] : rowsOf(beginning, ofBeginning)
    if (begins.length > 0)
      return {
        found: unique(ranked([...names, ...begins], begun)),
        understood: { ...understood, dataTypes: begun, leftAside: [] },
        complete: true,
      }
    const near = [...names, ...certain, ...having, ...rowsOf(partial, ofPartial)]
    return { found: unique(ranked(near)), understood, complete: false }
  }
  return { statements, readRows }
}

/** The query with the words for which its own were taken. */
function asMeant(query: Query, { readAs }: Understood): Query {
  const meant = new Map(readAs.map((read) => [read.typed, read.meant]))
  const inPlace = (words: readonly string[]) => words.map((word) => meant.get(word) ?? word)
  const terms = query.terms.map((term) => ({ ...term, beginnings: inPlace(term.beginnings) }))
  return { ...query, terms, words: inPlace(query.words), others: inPlace(query.others) }
}

/** Whether one of the rows is known to have the data types: where none is, what has them comes before the words. */
const hasTypes = (rows: readonly FoundRow[], { dataTypes, isAnyType }: Query) =>
  rows.some(({ record: { availability } }) => {
    const isThere = (key: DataTypeKey) => availability[key] === 'yes'
    return isAnyType ? dataTypes.some(isThere) : dataTypes.every(isThere)
  })

/** How a query was read, by what the index has. */
function understand(query: Query, found: readonly FoundTerm[]): Understood {
  const { address, dataTypes, excluded, terms, corrected, isForAll } = query
  const hows = new Map(found.map((term) => [term.key, term]))
  const guessed = terms.flatMap(({ typed }, i) => {
    const term = hows.get(i)
    return term?.how === 'guessed' ? [{ typed, meant: term.word }] : []
  })
  return {
    ...(address !== undefined && { address }),
    ...{ dataTypes, excluded, isForAll },
    words: terms.filter((_, i) => hows.has(i)).map(({ typed }) => typed),
    leftAside: terms.filter((_, i) => !hows.has(i)).map(({ typed }) => typed),
    readAs: [...corrected, ...guessed],
  }
}

/** Each resource once, where it was found best. */
function unique(found: readonly Found[]): Found[] {
  const slugs = new Set<string>()
  return found.filter(({ resource: { slug } }) => slugs.size < slugs.add(slug).size)
}
