// The form that filters the table. It works by its button; live.client.js applies each change at once.

import { filterValueText } from '../../../bot/languages/filters.ts'
import { english } from '../../../bot/languages/index.ts'
import {
  RANGE_FILTER_NAMES,
  VALUE_FILTER_NAMES,
  type ValueFilter,
  valueFilterOf,
} from '../../../schema/record/filters.ts'
import { AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { statusWord } from '../../../schema/words.ts'
import type { Facets } from '../../domain/search/facets.ts'
import { changed, type Name, queryOf, type TableFilters } from './view.ts'

interface FiltersProps {
  readonly filters: TableFilters
  readonly facets: Facets
}

interface Option {
  readonly value: string
  readonly label: string
  /** How many resources have this value; undefined for options that are not counted. */
  readonly count?: number | undefined
}

export const accessWord = (access: string): string => access.replaceAll('_', ' ')

export function Filters({ filters, facets }: FiltersProps) {
  return (
    <search>
      <form class="filters" action="/" data-live="results coverage moments">
        {filters.release !== undefined && <input type="hidden" name="release" value={filters.release} />}
        {filters.at !== undefined && <input type="hidden" name="at" value={filters.at} />}
        <div class="search">
          <label for="q">Search</label>
          <input
            id="q"
            name="q"
            type="search"
            value={filters.q ?? ''}
            maxlength={500}
            placeholder="name, organisation, paper, address or DOI"
            autocomplete="off"
          />
          <button type="submit">Search</button>
        </div>
        <details open={FILTERS.some((name) => filters[name] !== undefined)}>
          <summary>Filter and sort</summary>
          <div class="choices">
            {DATA_TYPES.map(({ key, label }) => (
              <Choice
                name={key}
                label={label}
                chosen={filters[key]}
                options={[
                  ...AVAILABILITY.map((value) => ({ value, label: value, count: facets.cells[key][value] })),
                  {
                    value: 'yes,unknown',
                    label: 'yes or unknown',
                    count: facets.cells[key].yes + facets.cells[key].unknown,
                  },
                ]}
              />
            ))}
            {VALUE_FILTER_NAMES.map((name) => (
              <Choice
                name={name}
                label={english.filters[name]}
                chosen={filters[name]}
                options={optionsOf(name, facets)}
              />
            ))}
            {RANGE_FILTER_NAMES.map((name) => (
              <div>
                <label for={name}>{english.filters[name]}</label>
                <input id={name} name={name} inputmode="numeric" value={filters[name] ?? ''} maxlength={10} />
              </div>
            ))}
            <Choice
              name="license"
              label="Licence"
              chosen={filters.license}
              options={[...facets.licenses].map(([value, count]) => ({ value, label: value, count }))}
            />
            <Choice
              name="status"
              label="Status"
              chosen={filters.status}
              any="any listed"
              options={RESOURCE_STATUSES.map((value) => ({
                value,
                label: statusWord(value),
                count: facets.statuses.get(value),
              }))}
            />
            <Choice
              name="sort"
              label="Sort by"
              chosen={filters.sort}
              any="usual order"
              options={sortsOf(filters)}
            />
            <p class="buttons">
              <button type="submit">Apply</button>
            </p>
          </div>
        </details>
      </form>
    </search>
  )
}

/** Those that some resource has, and what was chosen: a list of all countries is of no use. */
const optionsOf = (name: ValueFilter, facets: Facets): readonly Option[] => [
  ...(isPermission(name)
    ? [
        {
          value: 'yes,conditional',
          label: 'yes or on conditions',
          count: ['yes', 'conditional'].reduce((sum, one) => sum + (facets.values[name].get(one) ?? 0), 0),
        },
      ]
    : []),
  ...[...facets.values[name]].flatMap(([value, count]) =>
    count > 0 || valueFilterOf(name).values.length <= MOST_SHOWN_EMPTY
      ? [{ value, label: filterValueText(english, name, value), count }]
      : [],
  ),
]
const MOST_SHOWN_EMPTY = 10
const isPermission = (name: ValueFilter) => valueFilterOf(name).field === 'use'

const sortsOf = ({ q }: TableFilters): readonly Option[] => [
  ...(q === undefined ? [] : [{ value: 'relevance', label: 'relevance' }]),
  { value: 'certain', label: 'yes, then unknown' },
  { value: 'table', label: 'table order' },
  { value: 'name', label: 'name' },
  { value: 'changed', label: 'latest change' },
  { value: 'images', label: 'most images' },
  { value: 'patients', label: 'most patients' },
  { value: 'published', label: 'latest published' },
]

interface ChoiceProps {
  readonly name: Name
  readonly label: string
  readonly chosen: string | undefined
  readonly options: readonly Option[]
  readonly any?: string
}

/** The filters that the form has a list for. */
const FILTERS: readonly Name[] = [
  ...DATA_TYPES.map(({ key }) => key),
  ...VALUE_FILTER_NAMES,
  ...RANGE_FILTER_NAMES,
  ...(['license', 'status', 'sort'] as const),
]

/** A list of options. A value of the address that is none of them, such as two values, becomes one more. */
function Choice({ name, label, chosen, options, any = 'any' }: ChoiceProps) {
  const isListed = chosen === undefined || options.some(({ value }) => value === chosen)
  const all = isListed ? options : [...options, { value: chosen, label: chosen.replaceAll(',', ' or ') }]
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {all.map(({ value, label: text, count }) => (
          <option value={value} selected={value === chosen}>
            {count === undefined ? text : `${text} (${count})`}
          </option>
        ))}
      </select>
    </div>
  )
}

const CHIPS: { readonly [K in Name]?: string } = {
  ...Object.fromEntries(DATA_TYPES.map(({ key, label }) => [key, label])),
  ...english.filters,
  license: 'Licence',
  status: 'Status',
  q: 'Search',
}

/** The values of a filter, as the chip that removes it says them. */
const chosenText = (name: Name, chosen: string): string => {
  const filter = VALUE_FILTER_NAMES.find((one) => one === name)
  if (name === 'q' || name === 'license') return chosen
  return chosen
    .split(',')
    .map((value) => (filter ? filterValueText(english, filter, value) : value))
    .join(' or ')
}

/** The active filters, each with a link that removes it. */
export function ActiveFilters({ filters }: Pick<FiltersProps, 'filters'>) {
  const names = (Object.keys(CHIPS) as Name[]).filter((name) => filters[name] !== undefined)
  if (names.length === 0) return null
  return (
    <ul class="chips" aria-label="What is asked for">
      {names.map((name) => (
        <li>
          <a
            class="chip"
            href={`/${queryOf(changed(filters, { [name]: undefined, ...(name === 'q' && filters.sort === 'relevance' && { sort: undefined }) }))}`}
          >
            {CHIPS[name]}: {chosenText(name, filters[name] ?? '')} <span aria-hidden="true">×</span>
            <span class="unseen"> (no longer ask for this)</span>
          </a>
        </li>
      ))}
      {names.length > 1 && (
        <li>
          <a class="chip" href={`/${queryOf(momentOnly(filters))}`}>
            Ask for all
          </a>
        </li>
      )}
    </ul>
  )
}

/** The moment of a view, without its other filters. */
export const momentOnly = ({ release, at }: TableFilters): TableFilters => ({
  ...(release !== undefined && { release }),
  ...(at !== undefined && { at }),
})
