// What a text finds now. Of the database only the names and the index are asked: what has data types is among the entries,
// and only the records of a page are read.

import { sql } from 'drizzle-orm'
import type { Resource } from '../../../../schema/record/resource.ts'
import { parseRecord } from '../../../../schema/record/stored-record.ts'
import { versions } from '../../../../schema/tables.ts'
import { type ResourceFilter, SEARCH_REACH, type Understood } from '../../../../schema/verbs/resources.ts'
import type { DataTypeKey } from '../../../../schema/vocabulary.ts'
import { admittedEntries, entryPage } from '../../../domain/search/entry-page.ts'
import type { ListedEntry } from '../../../domain/search/listed-entries.ts'
import type { Query } from '../../../domain/search/query.ts'
import { rankedEntry } from '../../../domain/search/ranking.ts'
import type { Database } from '../../database.ts'
import { keptEntries, rowsOfNumbers } from './kept-entries.ts'
import { namedHits } from './named.ts'
import { collected } from './reading.ts'
import {
  completeMatch,
  type FoundRow,
  partialMatch,
  queryOf,
  resultOf,
  type SearchResult,
  selectTerms,
  UNWANTED,
  understand,
  WANTED,
  withValues,
} from './search.ts'
import { type Scope, versionRecord } from './versions.ts'

/** The records of so many matches come with them, so that few take one trip, and many few rows. */
const RECORDS_AT_ONCE = 25

const selectRecords = (db: Database, found: ReturnType<typeof completeMatch>) =>
  found &&
  db
    .select({
      sequence: sql<number>`found.sequence`.as('found_sequence'),
      record: sql<Resource>`made.record`.mapWith(parseRecord).as('found_record'),
    })
    .from(found)
    .innerJoin(sql`changes as made`, sql`made.sequence = found.sequence`)

/** Rows with what ranking needs and the entries have not. */
const selectTexts = (db: Database, found: ReturnType<typeof completeMatch>) =>
  found &&
  db
    .select({
      sequence: sql<number>`found.sequence`.as('found_sequence'),
      searchText: sql<string>`found.search_text`.as('found_text'),
      named: sql<number | undefined>`null`.as('named'),
    })
    .from(found)

const selectTextsOf = (db: Database, sequences: readonly number[]) =>
  db
    .select({ sequence: versions.sequence, searchText: versions.searchText })
    .from(rowsOfNumbers(sequences))
    .innerJoin(versions, sql`${versions.sequence} = wanted.column1`)

const selectNamed = (db: Database, text: string, query: Query) =>
  db
    .select({
      sequence: versions.sequence,
      searchText: versions.searchText,
      record: versionRecord,
      named: sql<number | undefined>`hit.rank`.as('named'),
    })
    .from(versions)
    .innerJoin(namedHits(text, query, undefined), sql`hit.sequence = ${versions.sequence}`)

/** Those with the data types, the certain before the uncertain; all in table order where the query is for all. */
function having(
  entries: readonly ListedEntry[],
  query: Query,
  scope: Scope,
  dataTypes = query.dataTypes,
): readonly ListedEntry[] {
  const { excluded, isAnyType, isForAll, sort: order = 'table' } = query
  const first = ({ filter, group }: Scope) =>
    entryPage(entries, admittedEntries(entries, filter), { order, filter, group, size: SEARCH_REACH }).entries
  if (isForAll) return first(scope)
  if (dataTypes.length + excluded.length === 0) return []
  const groups = isAnyType ? dataTypes.map((key) => [key]) : [dataTypes]
  const found = groups.flatMap((keys: readonly DataTypeKey[]) => [
    ...first(withValues(withValues(scope, keys, ['yes']), excluded, ['no'])),
    ...first(withValues(withValues(scope, keys, WANTED), excluded, UNWANTED)),
  ])
  return [...new Set(found)]
}

/** Whether the words of a query that some text has tell what is found by its data types apart. */
const needsTexts = ({ terms, others }: Query, { leftAside }: Understood): boolean =>
  terms.some(({ typed }) => !leftAside.includes(typed)) || others.some((word) => !leftAside.includes(word))

/** The statements for what a text may mean; `read` makes the result of their rows. */
export function searchEntries(db: Database, typed: string, filter: ResourceFilter = {}, group?: number) {
  const { text, query } = queryOf(typed)
  const { begunDataType: begun } = query
  const scope: Scope = { through: undefined, filter, group }
  const { statements, add } = collected()
  const namedIn = add(selectNamed(db, text, query))
  const completeIn = add(selectTexts(db, completeMatch(query, scope)))
  const recordsOfMatches = add(selectRecords(db, completeMatch(query, scope, RECORDS_AT_ONCE)))
  const partialIn = add(selectTexts(db, partialMatch(query, scope)))
  const termsIn = add(selectTerms(db, query))
  const guessed = having(keptEntries(), query, scope).map(({ sequence }) => sequence)
  const isOfTypes = query.terms.length === 0
  const textsIn = add(
    isOfTypes && guessed.length > 0 && query.others.length > 0 ? selectTextsOf(db, guessed) : undefined,
  )

  /** By the index and the entries, with no text of what is found by its data types. */
  function found(
    entries: readonly ListedEntry[],
    rows: readonly unknown[],
    texts: ReadonlyMap<number, string>,
  ) {
    const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]))
    const rowsIn = (read: typeof completeIn): FoundRow<ListedEntry>[] =>
      read(rows).flatMap(({ sequence, searchText, named }) => {
        const subject = bySequence.get(sequence)
        return subject ? [{ subject, searchText, named }] : []
      })
    const asRows = (some: readonly ListedEntry[]): FoundRow<ListedEntry>[] =>
      some.map((subject) => ({ subject, searchText: texts.get(subject.sequence) ?? '' }))
    return {
      named: rowsIn(namedIn),
      complete: rowsIn(completeIn),
      having: asRows(having(entries, query, scope)),
      beginning: asRows(begun === undefined ? [] : having(entries, query, scope, [begun])),
      partial: rowsIn(partialIn),
    }
  }

  async function read(
    entries: readonly ListedEntry[],
    rows: readonly unknown[],
  ): Promise<SearchResult<ListedEntry>> {
    const understood = understand(query, termsIn(rows))
    const without = found(entries, rows, new Map())
    const byTypes = [...without.having, ...without.beginning]
    const result = () => resultOf(query, understood, without, rankedEntry)
    if (byTypes.length === 0 || !needsTexts(query, understood)) return result()
    // Where all is found by the index, the texts of the others are of no use.
    if (understood.leftAside.length < query.terms.length && result().complete) return result()
    const known = new Map(textsIn(rows).map(({ sequence, searchText }) => [sequence, searchText]))
    const sequences = [...new Set(byTypes.map(({ subject }) => subject.sequence))]
    if (sequences.every((sequence) => known.has(sequence)))
      return resultOf(query, understood, found(entries, rows, known), rankedEntry)
    const [texts] = await db.batch([selectTextsOf(db, sequences)])
    const byText = new Map(texts.map(({ sequence, searchText }) => [sequence, searchText]))
    return resultOf(query, understood, found(entries, rows, byText), rankedEntry)
  }

  /** The changes whose records a page of what it finds may need; none where words are looked for. */
  const guess = (
    pageOf: (found: SearchResult<ListedEntry>['found']) => readonly number[],
  ): readonly number[] => {
    if (!isOfTypes) return []
    if (query.others.length > 0) return guessed.slice(0, RECORDS_AT_ONCE)
    const rows = { ...found(keptEntries(), [], new Map()), beginning: [] }
    return pageOf(resultOf(query, understand(query, []), rows, rankedEntry).found)
  }

  /** The records that came with what was found. */
  const recordsIn = (rows: readonly unknown[]): readonly (readonly [sequence: number, record: Resource])[] =>
    [...namedIn(rows), ...recordsOfMatches(rows)].map(({ sequence, record }) => [sequence, record] as const)

  return { statements, read, recordsIn, guess }
}
