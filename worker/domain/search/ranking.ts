import { queryWords } from '../../../schema/text/fold.ts'
import type { ResourceSummary } from '../../../schema/verbs/resources.ts'
import { type DataTypeKey, ENDED_STATUSES, type ResourceStatus } from '../../../schema/vocabulary.ts'
import type { Query } from './query.ts'

const ENDED: readonly ResourceStatus[] = ENDED_STATUSES

/** How well a name answers the words asked for; lower is better. */
function nameRank(resource: ResourceSummary, query: Query): number {
  const asked = query.words.join(' ')
  const nameWords = queryWords(resource.name)
  const name = nameWords.join(' ')
  const called = [...nameWords, ...resource.slug.split('-')]
  const inName = (words: readonly string[]) =>
    words.length > 0 && words.every((word) => called.some((other) => other.startsWith(word)))
  if (name === asked || resource.slug === query.words.join('-')) return 0
  if (query.others.length === 0) return 4
  if (name.startsWith(`${asked} `)) return 1
  if (inName(query.words)) return 2
  if (inName(query.required)) return 3
  return 4
}

/** 0 where every data type asked for is there, 1 where one is unknown, 2 where one is missing. */
function cellRank(resource: ResourceSummary, dataTypes: readonly DataTypeKey[]): number {
  const values = dataTypes.map((key) => resource.availability[key])
  if (values.includes('no')) return 2
  return values.includes('unknown') ? 1 : 0
}

/**
 * Where something found stands among all that is found, lower first: what is called just so, then what has the data types
 * before what may have them, then what has not ended, then the nearer name, then more of the words anywhere, then table order. It follows from
 * the resource and the query alone, so it is a place that a page can begin at.
 */
export function rankPlace(
  { resource, searchText }: { resource: ResourceSummary; searchText: string },
  query: Query,
): number[] {
  const name = nameRank(resource, query)
  const has = searchText.split(' ')
  const missing = query.others.filter((word) => !has.some((other) => other.startsWith(word))).length
  const ended = ENDED.includes(resource.status) ? 1 : 0
  const cells = cellRank(resource, query.dataTypes)
  return [name === 0 ? 0 : 1, cells, ended, name, missing, resource.position]
}

/** How two places compare, part by part: below 0 where the first comes before. */
export function comparePlaces(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, i) => part !== b[i])
  const [first, second] = [a[at], b[at]]
  if (first === undefined || second === undefined) return a.length - b.length
  return first < second ? -1 : 1
}
