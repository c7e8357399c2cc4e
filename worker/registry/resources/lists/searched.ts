// What texts find now, in one trip. An isolate keeps what the latest found for as long as nothing changes: a reader who turns
// a page, and the next one who asks the same, cost no rows of the index.

import type { BatchItem } from 'drizzle-orm/batch'
import type { Entries } from '../../../domain/search/entries/block.ts'
import { type ListedEntry, sequenceAt } from '../../../domain/search/entries/entry.ts'
import type { Database } from '../../database.ts'
import { type BesideEntries, keptEntries, type RowsOf, readBesideEntries } from './kept-entries.ts'
import type { SearchResult } from './search.ts'
import { searchEntries } from './search-entries.ts'
import type { Scope } from './versions.ts'

/** All that a text finds, whatever a filter says. */
export const ALL: Scope = { through: undefined, filter: {} }

interface TextSearch {
  readonly text: string
  readonly scope: Scope
}

type Result = SearchResult<ListedEntry>

const MOST_KEPT = 50
let kept: { readonly entries: Entries; readonly results: Map<string, Result> } = {
  entries: new Map(),
  results: new Map(),
}

const nameOf = ({ text, scope: { filter, group } }: TextSearch) => JSON.stringify([text, filter, group])

function keep(entries: Entries, search: TextSearch, result: Result): void {
  if (kept.entries !== entries) kept = { entries, results: new Map() }
  const { results } = kept
  results.set(nameOf(search), result)
  const [oldest] = results.keys()
  if (results.size > MOST_KEPT && oldest !== undefined) results.delete(oldest)
}

/** What is known of all of them, one or more; undefined where one is not. */
function keptResults(entries: Entries, searches: readonly TextSearch[]): readonly Result[] | undefined {
  if (kept.entries !== entries || searches.length === 0) return undefined
  const known = searches.flatMap((search) => kept.results.get(nameOf(search)) ?? [])
  return known.length === searches.length ? known : undefined
}

interface Searched<Others extends readonly unknown[]> extends BesideEntries<Others> {
  /** In the order of the searches. */
  readonly results: readonly Result[]
}

/**
 * What each of some searches finds, and the rows of `others`, in one transaction. `wanted` says of results the positions
 * whose records are needed, if any are: where it can be guessed, they come in the same trip.
 */
export async function readSearched<const Others extends readonly BatchItem<'sqlite'>[]>(
  db: Database,
  searches: readonly TextSearch[],
  others: Others,
  wanted?: (entries: Entries, results: readonly Result[]) => readonly number[],
): Promise<Searched<Others>> {
  const before = keptEntries()
  const known = keptResults(before, searches)
  if (known) {
    const guessed = wanted?.(before, known).map((position) => sequenceAt(before, position))
    const read = await readBesideEntries(db, others, guessed)
    if (read.entries === before) return { ...read, results: known }
  }
  const made = new Map(searches.map(({ text }) => [text, searchEntries(db, text)]))
  const [first] = searches
  const guess =
    first &&
    wanted &&
    made
      .get(first.text)
      ?.guess(first.scope, (entries, result) =>
        wanted(entries, [result]).map((position) => sequenceAt(entries, position)),
      )
  const statements = [...made.values()].flatMap((search) => search.statements)
  const { entries, rows, recordsOf } = await readBesideEntries(db, [...others, ...statements], guess)
  const left: unknown[] = rows.slice(others.length)
  const found = new Map([...made].map(([text, search]) => [text, left.splice(0, search.statements.length)]))
  const results = searches.map((search) => {
    const { text, scope } = search
    const result = made.get(text)?.read(entries, found.get(text) ?? [], scope)
    if (result === undefined) throw new Error('Each text is searched for.')
    keep(entries, search, result)
    return result
  })
  // The cast holds: the first rows are those of the first statements.
  return { entries, rows: rows.slice(0, others.length) as RowsOf<Others>, results, recordsOf }
}
