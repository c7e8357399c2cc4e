// What a text finds: by a slug, an address or a name, by data types, by words.

import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../../../schema/record/resource.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import { versions } from '../../../../schema/tables.ts'
import { type ResolvedResource, SEARCH_REACH, type Understood } from '../../../../schema/verbs/resources.ts'
import type { Availability, DataTypeKey } from '../../../../schema/vocabulary.ts'
import { parseQuery, type Query } from '../../../domain/search/query.ts'
import { comparePlaces, rankPlace } from '../../../domain/search/ranking.ts'
import type { Database } from '../../database.ts'
import { type FoundTerm, foundTerms, matchExpression } from './matching.ts'
import { isNamed, selectNamed } from './named.ts'
import { collected } from './reading.ts'
import {
  hasCells,
  isInScope,
  onPage,
  pageOf,
  type Scope,
  SORTS,
  versionRecord,
  versionSuccessor,
} from './versions.ts'

/** How many of the near misses are worth naming. */
const NEAREST_REACH = 25

const NOW: Scope = { through: undefined, filter: {} }

/** Rows with what ranking looks at. */
const selectFound = (db: Database, found: SQL) =>
  db
    .select({
      record: versionRecord,
      successor: versionSuccessor,
      searchText: versions.searchText,
      named: sql<number | undefined>`null`.as('named'),
    })
    .from(versions)
    .where(found)

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
  if (terms.length === 0) return undefined
  const having = withValues(scope, isAnyType ? [] : dataTypes, WANTED)
  return selectFound(
    db,
    withWords(withValues(having, excluded, UNWANTED), matchExpression(terms, 'and'), SEARCH_REACH),
  )
}

/** Those with the data types, the certain before the uncertain; all in table order where the query is for all. */
function selectHaving(db: Database, query: Query, scope: Scope, dataTypes = query.dataTypes) {
  const { excluded, isAnyType, isForAll, sort = 'table' } = query
  const first = (narrowed: Scope) => onPage(pageOf(narrowed, SORTS[sort], SEARCH_REACH))
  if (isForAll) return selectFound(db, first(scope))
  if (dataTypes.length + excluded.length === 0) return undefined
  const groups = isAnyType ? dataTypes.map((key) => [key]) : [dataTypes]
  const having = groups.flatMap((keys) => [
    first(withValues(withValues(scope, keys, ['yes']), excluded, ['no'])),
    first(withValues(withValues(scope, keys, WANTED), excluded, UNWANTED)),
  ])
  return selectFound(db, sql`(${sql.join(having, sql` or `)})`)
}

/** Those with some of the terms. With one term and no data type, those are complete. */
const selectPartial = (db: Database, { terms, dataTypes, excluded }: Query, scope: Scope) =>
  terms.length === 0 || terms.length + dataTypes.length + excluded.length === 1
    ? undefined
    : selectFound(db, withWords(scope, matchExpression(terms, 'or'), NEAREST_REACH))

/** How the index has each term. */
const selectTerms = (db: Database, { terms }: Query) =>
  terms.length === 0
    ? undefined
    : db
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
  readonly successor: ResolvedResource['successor'] | null
  readonly place: readonly number[]
}

/** What a text was taken for, and what it finds: best first. */
export interface SearchResult {
  readonly found: readonly Found[]
  readonly understood: Understood
  /** False where nothing has all of the text that is known, so that these have some of it. */
  readonly complete: boolean
}

export type Search = ReturnType<typeof searchStatements>

/**
 * The statements for what a text may mean, without those that can find nothing, and the reading of their rows. While a
 * person types, Discord does not hold the text to the length of its option, so a longer one is cut here.
 */
export function searchStatements(db: Database, typed: string, scope: Scope = NOW) {
  const text = typed.trim().slice(0, LENGTHS.query)
  const query = parseQuery(text)
  const begun = query.begunDataType === undefined ? [] : [query.begunDataType]
  const { statements, add } = collected()
  const namedIn = add(selectNamed(db, text, query, scope.through))
  const completeIn = add(selectComplete(db, query, scope))
  const havingIn = add(selectHaving(db, query, scope))
  const beginningIn = add(begun.length === 0 ? undefined : selectHaving(db, query, scope, begun))
  const partialIn = add(selectPartial(db, query, scope))
  const termsIn = add(selectTerms(db, query))

  const rankedFor =
    (asked: Query) =>
    (rows: readonly FoundRow[], dataTypes = query.dataTypes): Found[] =>
      rows
        .map(({ record, successor, ...row }) => ({
          ...{ resource: record, successor },
          place: rankPlace({ ...row, resource: record }, asked, dataTypes),
        }))
        .sort((a, b) => comparePlaces(a.place, b.place))

  function readRows(results: readonly unknown[]): SearchResult {
    const understood = understand(query, termsIn(results))
    const ranked = rankedFor(asMeant(query, understood))
    const names = namedIn(results)
    const isKnown = query.terms.length > understood.leftAside.length
    const having = havingIn(results)
    const certain = isKnown ? completeIn(results) : having
    const isCertain = hasTypes(certain, query) || !hasTypes(having, query)
    if ((certain.length > 0 && isCertain) || names.some(isNamed))
      return { found: unique(ranked([...names, ...certain])), understood, complete: true }
    const begins = isKnown ? [] : beginningIn(results)
    if (begins.length > 0)
      return {
        found: unique(ranked([...names, ...begins], begun)),
        understood: { ...understood, dataTypes: begun, leftAside: [] },
        complete: true,
      }
    const near = [...names, ...certain, ...having, ...partialIn(results)]
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
  const { address, dataTypes, excluded, terms, corrected, isForAll, sort } = query
  const hows = new Map(found.map((term) => [term.key, term]))
  const guessed = terms.flatMap(({ typed }, i) => {
    const term = hows.get(i)
    return term?.how === 'guessed' ? [{ typed, meant: term.word }] : []
  })
  return {
    ...(address !== undefined && { address }),
    ...(sort !== undefined && { sort }),
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
