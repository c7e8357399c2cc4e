// What a text finds now. Of the database only names and words are asked: the rest is among the entries, and only the
// records of a page are read.

import { sql } from 'drizzle-orm'
import { wordBlocks } from '../../../../schema/tables.ts'
import { SEARCH_REACH } from '../../../../schema/verbs/resources.ts'
import type { DataTypeKey } from '../../../../schema/vocabulary.ts'
import { admittedBits, bitsOfGroup } from '../../../domain/search/entries/admitted.ts'
import { type Bits, bitsOfAll, bitsOfAny } from '../../../domain/search/entries/bits.ts'
import type { Entries } from '../../../domain/search/entries/block.ts'
import {
  entriesAt,
  entryAt,
  type ListedEntry,
  positionOfSequence,
} from '../../../domain/search/entries/entry.ts'
import { entryPage } from '../../../domain/search/entries/page.ts'
import { bitsAt, tableOf } from '../../../domain/search/entries/table.ts'
import type { Query } from '../../../domain/search/query.ts'
import { beginsNone, firstByRank, wordsOfTerm } from '../../../domain/search/ranking.ts'
import { isOfManyKeys, type ReadWords, readWordLines, wordKey } from '../../../domain/search/word-lines.ts'
import type { Database } from '../../database.ts'
import { keptEntries } from './kept-entries.ts'
import { type FoundTerm, foundTerms } from './matching.ts'
import { isOfName, MOST_NAMED, namedHits } from './named.ts'
import { collected } from './reading.ts'
import {
  completeScope,
  type FoundRow,
  type FoundRows,
  hasPartial,
  NEAREST_REACH,
  queryOf,
  resultOf,
  type SearchResult,
  UNWANTED,
  understand,
  WANTED,
  withValues,
} from './search.ts'
import type { Scope } from './versions.ts'

/** The records of so many that have the data types come with them, where words may change their order. */
const RECORDS_AT_ONCE = 25
/** Of a short beginning as many words are looked at, those of the first block first. */
const MOST_KEYS = 60

const selectNamed = (db: Database, text: string, query: Query) =>
  db
    .select({
      sequence: sql<number>`hit.sequence`.as('hit_sequence'),
      named: sql<number>`hit.rank`.as('named'),
    })
    .from(namedHits(text, query, undefined))

/** Each version once, by the surest of its names, and as many as a search as of a moment has. */
function surest(hits: readonly { readonly sequence: number; readonly named: number }[]) {
  const inOrder = hits.toSorted((a, b) => a.named - b.named || a.sequence - b.sequence)
  return [...Map.groupBy(inOrder, ({ sequence }) => sequence).values()]
    .flatMap(([hit]) => hit ?? [])
    .slice(0, MOST_NAMED)
}

const linesColumns = { key: wordBlocks.key, lines: wordBlocks.lines }

/** The lines of all words that are asked for as they were typed. */
function selectTyped(db: Database, { terms, others }: Query) {
  const asked = [
    ...terms.flatMap(wordsOfTerm),
    ...others.map((word) => ({ word, isWhole: beginsNone(word) })),
  ]
  const keys = [...new Set(asked.map(({ word }) => wordKey(word)))]
  if (keys.length === 0) return undefined
  const [begun] = asked.filter(({ word, isWhole }) => !isWhole && isOfManyKeys(word))
  const select = db.select(linesColumns).from(wordBlocks)
  // Only a word that is all of a query is taken for such a beginning.
  return begun === undefined
    ? select.where(sql`${wordBlocks.key} in ${keys}`)
    : select
        .where(
          sql`${wordBlocks.key} >= ${begun.word} and ${wordBlocks.key} < ${begun.word} || char(0x10ffff)`,
        )
        .orderBy(wordBlocks.block, wordBlocks.key)
        .limit(MOST_KEYS)
}

/** How the index has each term, and the lines of the words that a term was taken for. */
const selectTerms = (db: Database, { terms }: Query) =>
  terms.length === 0
    ? undefined
    : db
        .select({
          place: sql<number>`term.key`.as('term_key'),
          how: sql<FoundTerm['how']>`term.how`.as('term_how'),
          word: sql<string>`term.word`.as('term_word'),
          key: sql<string | null>`${wordBlocks.key}`.as('block_key'),
          lines: sql<string | null>`${wordBlocks.lines}`.as('block_lines'),
        })
        .from(foundTerms(terms))
        .leftJoin(wordBlocks, sql`term.how <> 'typed' and ${wordBlocks.key} = substr(term.word, 1, 3)`)

/** An entry has all that is ranked. */
const asItIs = (entry: ListedEntry) => entry

/** Those with the data types, the certain before the uncertain; all in table order where the query is for all. */
function having(
  entries: Entries,
  query: Query,
  scope: Scope,
  dataTypes = query.dataTypes,
): readonly ListedEntry[] {
  const { excluded, isAnyType, isForAll, sort: order = 'table' } = query
  const first = ({ filter, group }: Scope) =>
    entryPage(entries, { order, filter, group, size: SEARCH_REACH }).positions
  if (isForAll) return entriesAt(entries, first(scope))
  if (dataTypes.length + excluded.length === 0) return []
  const groups = isAnyType ? dataTypes.map((key) => [key]) : [dataTypes]
  const found = groups.flatMap((keys: readonly DataTypeKey[]) => [
    ...first(withValues(withValues(scope, keys, ['yes']), excluded, ['no'])),
    ...first(withValues(withValues(scope, keys, WANTED), excluded, UNWANTED)),
  ])
  return entriesAt(entries, [...new Set(found)])
}

/** Those with the terms that the index has: with all of them, and with some. */
function matching(
  entries: Entries,
  query: Query,
  scope: Scope,
  { positionsOf }: ReadWords,
  found: readonly FoundTerm[],
): { readonly complete: Bits; readonly partial: Bits } {
  const table = tableOf(entries)
  const sets = query.terms.flatMap((term, i) => {
    const words = found.filter(({ key }) => key === i)
    if (words.length === 0) return []
    const isTyped = words.some(({ how }) => how === 'typed')
    const asked = isTyped ? wordsOfTerm(term) : words.map(({ word }) => ({ word, isWhole: true }))
    return [bitsAt(table, new Set(asked.flatMap(({ word, isWhole }) => [...positionsOf(word, isWhole)])))]
  })
  const none = bitsAt(table, [])
  const within = ({ filter, group }: Scope) => {
    const admitted = admittedBits(table, filter)
    return group === undefined ? admitted : bitsOfGroup(table, admitted, filter.cells ?? {}, group)
  }
  if (sets.length === 0) return { complete: none, partial: none }
  return {
    complete: bitsOfAll([within(completeScope(query, scope)), ...sets]),
    partial: hasPartial(query) ? bitsOfAll([within(scope), bitsOfAny(sets, table.words)]) : none,
  }
}

/** The statements for what a text may mean; `read` makes the result of their rows, within a filter or of all. */
export function searchEntries(db: Database, typed: string) {
  const { text, query } = queryOf(typed)
  const { begunDataType: begun } = query
  const { statements, add } = collected()
  const namedIn = add(selectNamed(db, text, query))
  const typedIn = add(selectTyped(db, query))
  const termsIn = add(selectTerms(db, query))

  function found(
    entries: Entries,
    rows: readonly unknown[],
    terms: readonly FoundTerm[],
    scope: Scope,
  ): FoundRows<ListedEntry> {
    const lines = termsIn(rows).flatMap(({ key, lines }) =>
      key === null || lines === null ? [] : [{ key, lines }],
    )
    const words = readWordLines([...typedIn(rows), ...lines])
    const asRows = (some: readonly ListedEntry[]): FoundRow<ListedEntry>[] =>
      some.map((subject) => ({ subject, words: words.wordsOf(subject.position) }))
    const best = (some: Bits, most: number) => asRows(firstByRank(entries, some, query, words.wordsOf, most))
    const { complete, partial } = matching(entries, query, scope, words, terms)
    const named = surest(namedIn(rows)).flatMap(({ sequence, named }) => {
      const position = positionOfSequence(entries, sequence)
      const subject = position === undefined ? undefined : entryAt(entries, position)
      if (subject === undefined || (isOfName(named) && subject.status === 'removed')) return []
      return [{ subject, words: words.wordsOf(subject.position), named }]
    })
    return {
      named,
      complete: best(complete, SEARCH_REACH),
      having: asRows(having(entries, query, scope)),
      beginning: asRows(begun === undefined ? [] : having(entries, query, scope, [begun])),
      partial: best(partial, NEAREST_REACH),
    }
  }

  function read(entries: Entries, rows: readonly unknown[], scope: Scope): SearchResult<ListedEntry> {
    const terms = termsIn(rows).map(({ place, how, word }) => ({ key: place, how, word }))
    return resultOf(query, understand(query, terms), found(entries, rows, terms, scope), asItIs)
  }

  /** The changes whose records may be needed of what it finds, as `wanted` says of it; none where words are looked for. */
  function guess(
    scope: Scope,
    wanted: (entries: Entries, result: SearchResult<ListedEntry>) => readonly number[],
  ): readonly number[] {
    if (query.terms.length > 0) return []
    const entries = keptEntries()
    if (query.others.length > 0)
      return having(entries, query, scope)
        .slice(0, RECORDS_AT_ONCE)
        .map(({ sequence }) => sequence)
    const rows = { ...found(entries, [], [], scope), beginning: [] }
    return wanted(entries, resultOf(query, understand(query, []), rows, asItIs))
  }

  return { statements, read, guess }
}
