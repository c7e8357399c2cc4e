// The orders of the list, as links: a menu would load a page at each arrow key.

import { changed, queryOf, type TableFilters } from './view.ts'

/** Undefined is the order of a view without `sort`. */
const SORTS = [
  { sort: undefined, label: 'relevance' },
  { sort: 'certain', label: 'available first' },
  { sort: 'name', label: 'name' },
  { sort: 'images', label: 'most images' },
  { sort: 'patients', label: 'most patients' },
  { sort: 'published', label: 'latest published' },
  { sort: 'changed', label: 'latest change' },
  { sort: 'table', label: 'survey order' },
] as const satisfies readonly { readonly sort: TableFilters['sort']; readonly label: string }[]

export function Sorts({ filters }: { readonly filters: TableFilters }) {
  const chosen = filters.sort === 'relevance' ? undefined : filters.sort
  return (
    <details class="sorts">
      <summary>Sort: {SORTS.find(({ sort }) => sort === chosen)?.label}</summary>
      <ul>
        {SORTS.map(({ sort, label }) => (
          <li>
            <a
              class="order"
              href={`/${queryOf(changed(filters, { sort }))}`}
              aria-current={sort === chosen ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
