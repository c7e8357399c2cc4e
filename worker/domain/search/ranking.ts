import type { Measure } from '../../../schema/record/filters.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { type DataTypeKey, hasEnded } from '../../../schema/vocabulary.ts'
import type { ListedEntry } from './listed-entries.ts'
import { type Query, SHORTEST_BEGINNING } from './query.ts'
import { isSoftWord } from './small-words.ts'
import { measureColumns } from './version-columns.ts'

/** What is ranked of a resource. */
export interface Ranked
  extends Pick<Resource, 'slug' | 'name' | 'organization' | 'url' | 'availability' | 'status' | 'position'> {
  /** As `sortColumn` writes them. */
  readonly measures: { readonly [Name in Measure]: number }
}

export const rankedRecord = (record: Resource): Ranked => ({ ...record, measures: measureColumns(record) })
export const rankedEntry = (entry: ListedEntry): Ranked => ({ ...entry, ...entry.alike })

/** How well a resource's name, then its organisation and address, answer the words of a query; lower is better. */
function nameRank({ name, slug, organization, url }: Ranked, { words, others }: Query): number {
  if (others.length === 0) return LAST_RANK
  const inName = queryWords(name)
  const called = [...inName, ...slug.split('-')]
  if (inName.join(' ').startsWith(`${words.join(' ')} `)) return 0
  if (haveAll(called, words)) return 1
  const hard = others.filter((word) => !isSoftWord(word))
  const telling = hard.length > 0 ? hard : others
  if (haveAll(called, telling)) return 2
  return haveAll([...called, ...queryWords(organization), ...queryWords(url)], telling) ? 3 : LAST_RANK
}

const LAST_RANK = 4

const haveAll = (words: readonly string[], some: readonly string[]) =>
  some.length > 0 && some.every((word) => words.some((other) => begins(other, word)))

/** A short word or a number begins no longer one. */
const begins = (other: string, word: string) =>
  word.length < SHORTEST_BEGINNING || /^\d+$/.test(word) ? other === word : other.startsWith(word)

/** 0 where the data types are there as asked for, 1 where that is unknown, 2 where they are not. */
function cellRank(resource: Ranked, query: Query, dataTypes: readonly DataTypeKey[]): number {
  const wanted = dataTypes.map((key) => CERTAINTY[resource.availability[key]])
  const unwanted = query.excluded.map((key) => 2 - CERTAINTY[resource.availability[key]])
  const typeRank = query.isAnyType ? Math.min(...wanted) : Math.max(0, ...wanted)
  return Math.max(typeRank, ...unwanted)
}

const CERTAINTY = { yes: 0, unknown: 1, no: 2 } as const

export interface Candidate {
  readonly resource: Ranked
  readonly searchText: string
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
  { resource, searchText, named }: Candidate,
  query: Query,
  dataTypes: readonly DataTypeKey[] = query.dataTypes,
): number[] {
  const has = searchText.split(' ')
  const missing = query.others.filter((word) => !has.some((other) => begins(other, word))).length
  const missingTerms = query.terms.filter(({ tag, beginnings }) => {
    const known = tag === undefined ? beginnings : [tag]
    return !known.some((word) => has.some((other) => other.startsWith(word)))
  }).length
  const ended = hasEnded(resource.status) ? 1 : 0
  const cells = cellRank(resource, query, dataTypes)
  const name = nameRank(resource, query)
  const size = query.sort === undefined ? 0 : resource.measures[query.sort]
  return [named ?? NOT_NAMED, cells, missingTerms, size, name, missing, ended, resource.position]
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
