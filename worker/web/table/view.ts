// What a page of the table shows, as its address says it: by the names that lists and downloads have.

import { Filters, wantedBy } from '../../http/filters.ts'

export type Name = keyof typeof Filters.shape
export type TableFilters = Filters

/** In the order of addresses. `mri` is `mrt` under another name. */
const NAMES = Object.keys(Filters.shape).filter((name) => name !== 'mri') as readonly Name[]

export interface View {
  readonly given: TableFilters
  /** Where its page of the table begins, if not at the start. */
  readonly cursor: string | undefined
  /** What the address says that is not understood, and so left out. */
  readonly leftOut: readonly string[]
}

/**
 * A link made by hand, or cut off on its way, should still lead to a table: what is not understood is left out and told.
 * Forms send a field for each value and empty ones too; an address has the values once, with commas.
 */
export function readView(query: URLSearchParams): View {
  const leftOut: string[] = []
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
  const entries = [...values].filter(([name, value]) => {
    const isUnderstood = isName(name) && Filters.shape[name].safeParse(value).success
    if (!isUnderstood) leftOut.push(`${name}=${value}`)
    return isUnderstood
  })
  return { given: coherent(Object.fromEntries(entries), leftOut), cursor, leftOut }
}

const isName = (name: string): name is Name => NAMES.some((known) => known === name)

/** Without what makes no sense beside the rest. */
function coherent(given: TableFilters, leftOut: string[]): TableFilters {
  const { sort, at, ...rest } = given
  const hasSort = sort !== undefined && (sort !== 'relevance' || given.q !== undefined)
  const hasAt = at !== undefined && given.release === undefined
  if (sort !== undefined && !hasSort) leftOut.push(`sort=${sort}`)
  if (at !== undefined && !hasAt) leftOut.push(`at=${at}`)
  return { ...rest, ...(hasSort && { sort }), ...(hasAt && { at }) }
}

export const wantedIn = ({ given }: View) => wantedBy(given)

/** What an address says after its path: the same for all who look at the same. */
export function queryOf(given: TableFilters, cursor?: string): string {
  const query = new URLSearchParams()
  for (const name of NAMES) {
    const value = given[name]
    if (value !== undefined) query.set(name, value)
  }
  if (cursor !== undefined) query.set('cursor', cursor)
  // Commas are as legible as they are allowed (RFC 3986, 3.4).
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** The same view with other values; undefined takes one away. */
export const changed = (
  given: TableFilters,
  change: { readonly [K in Name]?: string | undefined },
): TableFilters =>
  Object.fromEntries(
    Object.entries({ ...given, ...change }).filter(([, value]) => value !== undefined),
  ) as TableFilters
