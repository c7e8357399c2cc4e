import type { Measure } from '../../../schema/record/filters.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { cellsRow } from '../../../schema/record/values/cells.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { type DataTypeKey, hasEnded, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { type Bits, BLOCK, placesIn } from './entries/bits.ts'
import { type Block, type Entries, textsAt } from './entries/block.ts'
import { entriesAt, type ListedEntry } from './entries/entry.ts'
import { positionOf, tableOf } from './entries/table.ts'
import { type Query, SHORTEST_BEGINNING, type Term } from './query.ts'
import { isSoftWord } from './small-words.ts'
import { measureColumns } from './version-columns.ts'

/** What is ranked of a resource. */
export interface Ranked
  extends Pick<Resource, 'slug' | 'name' | 'organization' | 'url' | 'availability' | 'status' | 'position'> {
  /** As `sortColumn` writes them. */
  readonly measures: { readonly [Name in Measure]: number }
}

export const rankedRecord = (record: Resource): Ranked => ({ ...record, measures: measureColumns(record) })

/** How well a resource's name, then its organisation and address, answer the words of a query; lower is better. */
function nameRank({ name, slug, organization, url }: Ranked, { words, others }: Query): number {
  if (others.length === 0) return LAST_RANK
  const inName = queryWords(name)
  const called = [...inName, ...slug.split('-')]
  if (inName.join(' ').startsWith(`${words.join(' ')} `)) return 0
  if (haveAll(called, words)) return 1
  const telling = tellingOf(others)
  if (haveAll(called, telling)) return 2
  return haveAll([...called, ...queryWords(organization), ...queryWords(url)], telling) ? 3 : LAST_RANK
}

const LAST_RANK = 4

/** The words that tell one name from another, where there are any. */
function tellingOf(others: readonly string[]): readonly string[] {
  const hard = others.filter((word) => !isSoftWord(word))
  return hard.length > 0 ? hard : others
}

const haveAll = (words: readonly string[], some: readonly string[]) =>
  some.length > 0 && some.every((word) => words.some((other) => begins(other, word)))

/** A short word or a number begins no longer one. */
export const beginsNone = (word: string): boolean => word.length < SHORTEST_BEGINNING || /^\d+$/.test(word)

const begins = (other: string, word: string) => (beginsNone(word) ? other === word : other.startsWith(word))

/** 0 where the data types are there as asked for, 1 where that is unknown, 2 where they are not. */
function cellRank(
  resource: Pick<Ranked, 'availability'>,
  query: Query,
  dataTypes: readonly DataTypeKey[],
): number {
  const wanted = dataTypes.map((key) => CERTAINTY[resource.availability[key]])
  const unwanted = query.excluded.map((key) => 2 - CERTAINTY[resource.availability[key]])
  const typeRank = query.isAnyType ? Math.min(...wanted) : Math.max(0, ...wanted)
  return Math.max(typeRank, ...unwanted)
}

const CERTAINTY = { yes: 0, unknown: 1, no: 2 } as const

/** The words of a search text. */
export interface TextWords {
  /** Whether one of them is the word or, where it needs not be whole, begins with it. */
  has(word: string, isWhole: boolean): boolean
}

export function textWordsOf(searchText: string): TextWords {
  const words = searchText.split(' ')
  return {
    has: (word, isWhole) => words.some((other) => (isWhole ? other === word : other.startsWith(word))),
  }
}

export interface Candidate {
  readonly resource: Ranked
  readonly words: TextWords
  /** Of what the query names: the lower the surer. Undefined where it is found by what it has. */
  readonly named?: number | undefined
}

/**
 * Where something found stands among all that is found, lower first: what the query names, the surest name first; then
 * what has the data types before what may have them, then the order that the query asks for, then the nearer name, then more of the words anywhere, then what
 * has not ended, then table order. It follows from the resource and the query alone, so it is a place that a page can
 * begin at.
 */
export function rankPlace(
  { resource, words, named }: Candidate,
  query: Query,
  dataTypes: readonly DataTypeKey[] = query.dataTypes,
): number[] {
  const missing = wordsMissing(words, query)
  const ended = hasEnded(resource.status) ? 1 : 0
  const cells = cellRank(resource, query, dataTypes)
  const name = nameRank(resource, query)
  const size = query.sort === undefined ? 0 : resource.measures[query.sort]
  const missingTerms = termsMissing(words, query)
  return [named ?? NOT_NAMED, cells, missingTerms, size, name, missing, ended, resource.position]
}

/** What a text has to have for a term: one of these. */
export const wordsOfTerm = ({ tag, beginnings, isWhole }: Term) =>
  tag === undefined ? beginnings.map((word) => ({ word, isWhole })) : [{ word: tag, isWhole: true }]

const wordsMissing = (words: TextWords, { others }: Query): number =>
  others.filter((word) => !words.has(word, beginsNone(word))).length

const termsMissing = (words: TextWords, { terms }: Query): number =>
  terms.filter((term) => !wordsOfTerm(term).some(({ word, isWhole }) => words.has(word, isWhole))).length

/**
 * So many of those that have the words, the first in an order that is near that of `rankPlace` and soon known: whether
 * the words are in the name is asked of its text. Of fewer all, in table order.
 */
export function firstByRank(
  entries: Entries,
  found: Bits,
  query: Query,
  wordsOf: (position: number) => TextWords,
  most: number,
): readonly ListedEntry[] {
  const table = tableOf(entries)
  const all = placesIn(found)
  if (all.length <= most)
    return entriesAt(
      entries,
      all.map((place) => positionOf(table, place)),
    )
  const surely = all
    .flatMap((at) => {
      const { [Math.floor(at / BLOCK)]: block } = table.blocks
      if (block === undefined) return []
      const [place, position] = [at % BLOCK, positionOf(table, at)]
      return [{ block, place, position, rank: soonKnown(block, place, query, wordsOf(position)) }]
    })
    .sort((a, b) => comparePlaces(a.rank, b.rank))
  const { rank: last = [] } = surely[most - 1] ?? {}
  const telling = tellingOf(query.others)
  const nearest = surely
    .filter(({ rank }) => comparePlaces(rank, last) <= 0)
    .map(({ block, place, position, rank }) => {
      const [, nameKey = '', slug = ''] = textsAt(block, place)
      const isCalled = telling.every((word) => nameKey.includes(word) || slug.includes(word))
      const missing = wordsMissing(wordsOf(position), query)
      const ended = hasEnded(RESOURCE_STATUSES[block.statuses[place] ?? -1] ?? 'unknown') ? 1 : 0
      return { position, rank: [...rank, isCalled ? 0 : 1, missing, ended, position] }
    })
    .sort((a, b) => comparePlaces(a.rank, b.rank))
  return entriesAt(
    entries,
    nearest.slice(0, most).map(({ position }) => position),
  )
}

/** What comes first in the order of ranking, and is known without a look at texts. */
function soonKnown({ cells, measures }: Block, place: number, query: Query, words: TextWords): number[] {
  const types = cellRank({ availability: cellsRow(cells[place] ?? 0) }, query, query.dataTypes)
  const size = query.sort === undefined ? 0 : (measures[query.sort][place] ?? 1)
  return [types, termsMissing(words, query), size]
}

/** After every name that a query may be. */
export const NOT_NAMED = 1000

/** How two places compare, part by part: below 0 where the first comes before. */
export function comparePlaces(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, i) => part !== b[i])
  const [first, second] = [a[at], b[at]]
  if (first === undefined || second === undefined) return a.length - b.length
  return first < second ? -1 : 1
}
