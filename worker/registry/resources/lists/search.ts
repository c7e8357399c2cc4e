// What a text finds: by a slug, an address or a name, by data types, by words. Here as of a moment; now, it is
// search-entries.ts.

import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../../../schema/record/resource.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import { versions } from '../../../../schema/tables.ts'
import { SEARCH_REACH, type Understood } from '../../../../schema/verbs/resources.ts'
import type { Availability, DataTypeKey } from '../../../../schema/vocabulary.ts'
import { parseQuery, type Query } from '../../../domain/search/query.ts'
import {
  comparePlaces,
  type Ranked,
  rankedRecord,
  rankPlace,
  type TextWords,
  textWordsOf,
} from '../../../domain/search/ranking.ts'
import type { Database } from '../../database.ts'
import { type FoundTerm, foundTerms, matchExpression } from './matching.ts'
import { isNamed, surestHits } from './named.ts'
import { collected } from './reading.ts'
import { hasCells, isInScope, onPage, pageOf, type Scope, SORTS, versionRecord } from './versions.ts'

/** How many of the near misses are worth naming. */
export const NEAREST_REACH = 25

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

const selectNamed = (db: Database, text: string, query: Query, { through }: Scope) =>
  db
    .select({
      record: versionRecord,
      searchText: versions.searchText,
      named: sql<number | undefined>`hit.rank`.as('named'),
    })
    .from(versions)
    .innerJoin(surestHits(text, query, through), sql`hit.sequence = ${versions.sequence}`)

/** The scope with the rows alone that have one of the values at each of these data types. */
export function withValues(
  scope: Scope,
  keys: readonly DataTypeKey[],
  values: readonly Availability[],
): Scope {
  const { cells = {} } = scope.filter
  const narrowed = keys.map((key) => [key, values.filter((value) => cells[key]?.includes(value) ?? true)])
  return { ...scope, filter: { ...scope.filter, cells: { ...cells, ...Object.fromEntries(narrowed) } } }
}

/** The versions with words, at most so many, of those in the scope; as a table `found`. */
const withWords = (scope: Scope, match: SQL, reach: number): SQL => sql`(
  select found.sequence, found.search_text from search join versions as found on found.sequence = search.rowid
  where search match ${match} and ${isInScope('found', scope)} and ${hasCells('found', scope) ?? sql`true`}
  limit ${reach}) as found`

export const WANTED = ['yes', 'unknown'] as const
export const UNWANTED = ['no', 'unknown'] as const

/** Those with every data type that is asked for, and every term that the index has. */
const completeMatch = (query: Query, scope: Scope) =>
  query.terms.length === 0
    ? undefined
    : withWords(completeScope(query, scope), matchExpression(query.terms, 'and'), SEARCH_REACH)

/** What has all words of a query is among these. */
export function completeScope({ dataTypes, excluded, isAnyType }: Query, scope: Scope): Scope {
  return withValues(withValues(scope, isAnyType ? [] : dataTypes, WANTED), excluded, UNWANTED)
}

/** Whether to look for what has some of the terms. With one term and no data type, those are complete. */
export const hasPartial = ({ terms, dataTypes, excluded }: Query): boolean =>
  terms.length > 0 && terms.length + dataTypes.length + excluded.length > 1

const partialMatch = (query: Query, scope: Scope) =>
  hasPartial(query) ? withWords(scope, matchExpression(query.terms, 'or'), NEAREST_REACH) : undefined

const selectMatching = (db: Database, found: SQL | undefined) =>
  found && selectFound(db, sql`${versions.sequence} in (select found.sequence from ${found})`)

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
        .from(foundTerms(terms))

/** A row that was found, by its subject: a record, or an entry of the list. */
export interface FoundRow<Subject> {
  readonly subject: Subject
  readonly words: TextWords
  readonly named?: number | undefined
}

/** What was found, and its place among all that was: the lowest first. */
interface Found<Subject> {
  readonly subject: Subject
  readonly place: readonly number[]
}

/** What a text was taken for, and what it finds: best first. */
export interface SearchResult<Subject> {
  readonly found: readonly Found<Subject>[]
  readonly understood: Understood
  /** False where nothing has all of the text that is known, so that these have some of it. */
  readonly complete: boolean
}

/** The rows of each way to find something. */
export interface FoundRows<Subject> {
  readonly named: readonly FoundRow<Subject>[]
  readonly complete: readonly FoundRow<Subject>[]
  readonly having: readonly FoundRow<Subject>[]
  /** With the data type that the query begins. */
  readonly beginning: readonly FoundRow<Subject>[]
  readonly partial: readonly FoundRow<Subject>[]
}

/** A text as a query. While a person types, Discord does not hold it to the length of its option: it is cut here. */
export const queryOf = (typed: string): { readonly text: string; readonly query: Query } => {
  const text = typed.trim().slice(0, LENGTHS.query)
  return { text, query: parseQuery(text) }
}

export type Search = ReturnType<typeof searchStatements>

/** The statements for what a text may mean, without those that can find nothing, and the reading of their rows. */
export function searchStatements(db: Database, typed: string, scope: Scope) {
  const { text, query } = queryOf(typed)
  const { begunDataType: begun } = query
  const { statements, add } = collected()
  const namedIn = add(selectNamed(db, text, query, scope))
  const completeIn = add(selectMatching(db, completeMatch(query, scope)))
  const havingIn = add(selectHaving(db, query, scope))
  const beginningIn = add(begun === undefined ? undefined : selectHaving(db, query, scope, [begun]))
  const partialIn = add(selectMatching(db, partialMatch(query, scope)))
  const termsIn = add(selectTerms(db, query))

  function readRows(results: readonly unknown[]): SearchResult<Resource> {
    const rowsIn = (read: typeof havingIn) =>
      read(results).map(({ record, searchText, named }) => ({
        ...{ subject: record, words: textWordsOf(searchText), named },
      }))
    const rows = {
      named: rowsIn(namedIn),
      complete: rowsIn(completeIn),
      having: rowsIn(havingIn),
      beginning: rowsIn(beginningIn),
      partial: rowsIn(partialIn),
    }
    return resultOf(query, understand(query, termsIn(results)), rows, rankedRecord)
  }
  return { statements, readRows }
}

/** What is best of the rows that were found, and its order. */
export function resultOf<Subject extends { readonly slug: string }>(
  query: Query,
  understood: Understood,
  { named, complete, having, beginning, partial }: FoundRows<Subject>,
  rankedOf: (subject: Subject) => Ranked,
): SearchResult<Subject> {
  const asked = asMeant(query, understood)
  const ranked = (rows: readonly FoundRow<Subject>[], dataTypes = query.dataTypes): Found<Subject>[] => {
    const found = rows.map(({ subject, ...row }) => ({
      subject,
      place: rankPlace({ ...row, resource: rankedOf(subject) }, asked, dataTypes),
    }))
    return unique(found.sort((a, b) => comparePlaces(a.place, b.place)))
  }
  const hasTypes = (rows: readonly FoundRow<Subject>[]) =>
    rows.some(({ subject }) => hasDataTypes(rankedOf(subject), query))
  const isKnown = query.terms.length > understood.leftAside.length
  const certain = isKnown ? complete : having
  const isCertain = hasTypes(certain) || !hasTypes(having)
  if ((certain.length > 0 && isCertain) || named.some(isNamed))
    return { found: ranked([...named, ...certain]), understood, complete: true }
  const { begunDataType: begun } = query
  if (!isKnown && beginning.length > 0 && begun !== undefined)
    return {
      found: ranked([...named, ...beginning], [begun]),
      understood: { ...understood, dataTypes: [begun], leftAside: [] },
      complete: true,
    }
  return { found: ranked([...named, ...certain, ...having, ...partial]), understood, complete: false }
}

/** The query with the words for which its own were taken. */
function asMeant(query: Query, { readAs }: Understood): Query {
  const meant = new Map(readAs.map((read) => [read.typed, read.meant]))
  const inPlace = (words: readonly string[]) => words.map((word) => meant.get(word) ?? word)
  const terms = query.terms.map((term) => ({ ...term, beginnings: inPlace(term.beginnings) }))
  return { ...query, terms, words: inPlace(query.words), others: inPlace(query.others) }
}

/** Whether it is known to have the data types: where nothing is, what has them comes before the words. */
function hasDataTypes({ availability }: Ranked, { dataTypes, isAnyType }: Query): boolean {
  const isThere = (key: DataTypeKey) => availability[key] === 'yes'
  return isAnyType ? dataTypes.some(isThere) : dataTypes.every(isThere)
}

/** How a query was read, by what the index has. */
export function understand(query: Query, found: readonly FoundTerm[]): Understood {
  const { address, dataTypes, excluded, terms, corrected, isForAll, sort } = query
  const hows = new Set(found.map(({ key }) => key))
  const guessed = terms.flatMap(({ typed }, i) => {
    const [meant] = found
      .flatMap(({ key, how, word }) => (key === i && how === 'guessed' ? [word] : []))
      .sort()
    return meant === undefined ? [] : [{ typed, meant }]
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
function unique<Subject extends { readonly slug: string }>(
  found: readonly Found<Subject>[],
): Found<Subject>[] {
  const slugs = new Set<string>()
  return found.filter(({ subject: { slug } }) => slugs.size < slugs.add(slug).size)
}
