// The active filters, each with a link that removes it.

import { filterValueText } from '../../../bot/languages/filters.ts'
import { english } from '../../../bot/languages/index.ts'
import { VALUE_FILTER_NAMES } from '../../../schema/record/filters.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { changed, momentQuery, type Name, queryOf, type TableFilters } from './view.ts'

const CHIPS: { readonly [K in Name]?: string } = {
  ...Object.fromEntries(DATA_TYPES.map(({ key, label }) => [key, label])),
  ...english.filters,
  license: 'Licence',
  status: 'Status',
  q: 'Search',
}

/** The values of a filter, as the chip that removes it says them. */
function chosenText(name: Name, chosen: string): string {
  const filter = VALUE_FILTER_NAMES.find((one) => one === name)
  if (name === 'q' || name === 'license') return chosen
  return chosen
    .split(',')
    .map((value) => (filter ? filterValueText(english, filter, value) : value))
    .join(' or ')
}

/** A search takes the order of its matches with it. */
const withoutOne = (filters: TableFilters, name: Name): TableFilters =>
  changed(filters, {
    [name]: undefined,
    ...(name === 'q' && filters.sort === 'relevance' && { sort: undefined }),
  })

export function ActiveFilters({ filters }: { readonly filters: TableFilters }) {
  const names = (Object.keys(CHIPS) as Name[]).filter((name) => filters[name] !== undefined)
  if (names.length === 0) return null
  return (
    <ul class="chips" aria-label="Filters in use">
      {names.map((name) => (
        <li>
          <a class="chip" href={`/${queryOf(withoutOne(filters, name))}`}>
            {CHIPS[name]}: {chosenText(name, filters[name] ?? '')} <span aria-hidden="true">×</span>
            <span class="unseen"> (remove this filter)</span>
          </a>
        </li>
      ))}
      {names.length > 1 && (
        <li>
          <a class="chip" href={`/${momentQuery(filters)}`}>
            Clear filters
          </a>
        </li>
      )}
    </ul>
  )
}
