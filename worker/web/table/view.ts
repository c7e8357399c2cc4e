// Reads and writes the address of a page of the table. Its parameters are those of the API's lists and downloads.

import { refusedIn } from '../../../schema/record/values/checked-text.ts'
import { REFUSALS, sentenceIn } from '../../../schema/refusals.ts'
import { Filters, licenceNames } from '../../http/filters.ts'

export type Name = keyof typeof Filters.shape
export type TableFilters = Filters

/** The parameters in the order of an address. `mri` is an alias of `mrt`. */
const NAMES = Object.keys(Filters.shape).filter((name) => name !== 'mri') as readonly Name[]

export interface View {
  readonly filters: TableFilters
  /** The start of a later page. */
  readonly cursor: string | undefined
  /** The parameters that are not understood, as `name=value`. */
  readonly leftOut: readonly string[]
  /** Why, in sentences, where more can be said. */
  readonly reasons: readonly string[]
}

/**
 * A link that was typed or cut off should still lead to a table: a parameter that is not understood goes to `leftOut`.
 * Forms send a field for each value, and empty fields; an address joins the values with commas.
 */
export function readView(query: URLSearchParams): View {
  const leftOut: string[] = []
  const reasons: string[] = []
  const values = new Map<string, string>()
  for (const name of new Set(query.keys())) {
    const value = query
      .getAll(name)
      .filter((one) => one.trim() !== '')
      .join(',')
    if (value !== '') values.set(name === 'mri' && !query.get('mrt') ? 'mrt' : name, value)
  }
  const cursor = values.get('cursor')
  values.delete('cursor')
  const entries = [...values].flatMap(([name, value]) => {
    const parsed = isName(name) ? Filters.shape[name].safeParse(value) : undefined
    if (parsed?.success) return [[name, parsed.data] as const]
    leftOut.push(`${name}=${value}`)
    const refused = parsed?.error.issues.flatMap((issue) => refusedIn(issue) ?? []) ?? []
    reasons.push(...refused.map((one) => sentenceIn(REFUSALS, one)))
    return []
  })
  const filters = withoutContradictions(Object.fromEntries(entries), leftOut, reasons)
  return { filters: inNames(filters), cursor, leftOut, reasons }
}

/** The filters with licences under their names: equal views have equal addresses. */
const inNames = (filters: TableFilters): TableFilters =>
  filters.license === undefined ? filters : { ...filters, license: licenceNames(filters.license) }

const isName = (name: string): name is Name => NAMES.some((known) => known === name)

/** Drops parameters that contradict the others. */
function withoutContradictions(filters: TableFilters, leftOut: string[], reasons: string[]): TableFilters {
  const { sort, at, publishedTo, link, ...rest } = filters
  const hasSort = sort !== undefined && (sort !== 'relevance' || filters.q !== undefined)
  const hasAt = at !== undefined && filters.release === undefined
  if (sort !== undefined && !hasSort) leftOut.push(`sort=${sort}`)
  if (at !== undefined && !hasAt) leftOut.push(`at=${at}`)
  const hasTo = publishedTo !== undefined && !(Number(rest.publishedFrom) > Number(publishedTo))
  if (publishedTo !== undefined && !hasTo) {
    leftOut.push(`publishedTo=${publishedTo}`)
    reasons.push(`That is before ${rest.publishedFrom}.`)
  }
  const hasLink = link !== undefined && at === undefined && filters.release === undefined
  if (link !== undefined && !hasLink) {
    leftOut.push(`link=${link}`)
    reasons.push('What addresses say is known of now alone.')
  }
  return {
    ...rest,
    ...(hasTo && { publishedTo }),
    ...(hasSort && { sort }),
    ...(hasAt && { at }),
    ...(hasLink && { link }),
  }
}

/** The query of a view; equal views have equal queries. */
export function queryOf(filters: TableFilters, cursor?: string): string {
  const query = new URLSearchParams()
  for (const name of NAMES) {
    const value = filters[name]
    if (value !== undefined) query.set(name, value)
  }
  if (cursor !== undefined) query.set('cursor', cursor)
  // A query may have commas (RFC 3986, 3.4), and readers can read them.
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** The filters with some of them changed; undefined removes one. */
export const changed = (
  filters: TableFilters,
  change: { readonly [K in Name]?: string | undefined },
): TableFilters =>
  Object.fromEntries(
    Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined),
  ) as TableFilters

/** The moment of a view, without its other filters. */
const momentOnly = ({ release, at }: TableFilters): TableFilters => ({
  ...(release !== undefined && { release }),
  ...(at !== undefined && { at }),
})

/** The moment of a view as a query; empty for now. */
export const momentQuery = (filters: TableFilters): string => queryOf(momentOnly(filters))
