// The form that filters the table. It works by its button; live.client.js applies each change at once.

import type { Child } from 'hono/jsx'
import { filterValueText } from '../../../bot/languages/filters.ts'
import { english } from '../../../bot/languages/index.ts'
import {
  RANGE_FILTER_NAMES,
  RANGE_FILTERS,
  type RangeFilter,
  VALUE_FILTER_NAMES,
  type ValueFilter,
  valueFilterOf,
} from '../../../schema/record/filters.ts'
import { AVAILABILITY, DATA_TYPES, type DataTypeKey, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { statusWord } from '../../../schema/words.ts'
import type { Facets } from '../../domain/search/facets.ts'
import { Choice, type Option, SeveralChoice } from './choices.tsx'
import type { Name, TableFilters } from './view.ts'

interface FiltersProps {
  readonly filters: TableFilters
  readonly facets: Facets
}

/** The filters that the form has an input for. */
const FILTERS: readonly Name[] = [
  ...DATA_TYPES.map(({ key }) => key),
  ...VALUE_FILTER_NAMES,
  ...RANGE_FILTER_NAMES,
  ...(['license', 'status', 'sort'] as const),
]

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
        <details class="all" open={FILTERS.some((name) => filters[name] !== undefined)}>
          <summary>Filter and sort</summary>
          <Group title="Which data" isShort>
            {DATA_TYPES.map(({ key, label }) => (
              <Choice name={key} label={label} chosen={filters[key]} options={cellOptions(key, facets)} />
            ))}
          </Group>
          <Group title="May I use it">
            {(['commercial', 'redistribution', 'modification', 'access'] as const).map((name) => (
              <ValueChoice name={name} filters={filters} facets={facets} />
            ))}
            <Choice
              name="license"
              label="Licence"
              chosen={filters.license}
              options={[...facets.licenses].map(([value, count]) => ({ value, label: value, count }))}
            />
          </Group>
          <Group title="What it has">
            {(['annotations', 'fileFormat', 'country'] as const).map((name) => (
              <SeveralChoice
                name={name}
                label={english.filters[name]}
                chosen={filters[name]?.split(',') ?? []}
                options={optionsOf(name, facets)}
              />
            ))}
            <ValueChoice name="original" filters={filters} facets={facets} />
          </Group>
          <Group title="Size and age" isShort>
            {RANGE_FILTER_NAMES.map((name) => (
              <NumberField name={name} value={filters[name]} />
            ))}
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
          </Group>
          <p class="buttons">
            <button type="submit">Apply</button>
          </p>
        </details>
      </form>
    </search>
  )
}

interface GroupProps {
  readonly title: string
  /** Whether all of its words are short. */
  readonly isShort?: boolean
  readonly children: Child
}

const Group = ({ title, isShort, children }: GroupProps) => (
  <fieldset class={isShort ? 'choices short' : 'choices'}>
    <legend>{title}</legend>
    <div>{children}</div>
  </fieldset>
)

const cellOptions = (key: DataTypeKey, { cells }: Facets): readonly Option[] => [
  ...AVAILABILITY.map((value) => ({ value, label: value, count: cells[key][value] })),
  { value: 'yes,unknown', label: 'yes or unknown', count: cells[key].yes + cells[key].unknown },
]

const ValueChoice = ({ name, filters, facets }: FiltersProps & { readonly name: ValueFilter }) => (
  <Choice
    name={name}
    label={english.filters[name]}
    chosen={filters[name]}
    options={optionsOf(name, facets)}
  />
)

interface NumberFieldProps {
  readonly name: RangeFilter
  readonly value: string | undefined
}

const NumberField = ({ name, value }: NumberFieldProps) => (
  <div>
    <label for={name}>{english.filters[name]}</label>
    <input
      id={name}
      name={name}
      type="number"
      min={RANGE_FILTERS[name].measure === 'published' ? EARLIEST_YEAR : 1}
      max={RANGE_FILTERS[name].measure === 'published' ? LATEST_YEAR : MOST_COUNTED}
      placeholder="any"
      value={value ?? ''}
    />
  </div>
)
const [EARLIEST_YEAR, LATEST_YEAR] = [1990, 2100]
const MOST_COUNTED = 9_999_999_999

/** Those that some resource has, except of a short list: a list of all countries is of no use. */
function optionsOf(name: ValueFilter, facets: Facets): readonly Option[] {
  const counts = facets.values[name]
  const options = [...counts].flatMap(([value, count]) =>
    count > 0 || counts.size <= MOST_SHOWN_EMPTY
      ? [{ value, label: filterValueText(english, name, value), count }]
      : [],
  )
  if (name === 'country')
    return options.toSorted(
      (a, b) =>
        Number(a.value === 'unknown') - Number(b.value === 'unknown') || a.label.localeCompare(b.label),
    )
  return valueFilterOf(name).field === 'use' ? [permitted(counts), ...options] : options
}
const MOST_SHOWN_EMPTY = 11

const permitted = (counts: ReadonlyMap<string, number>): Option => ({
  value: 'yes,conditional',
  label: 'yes or on conditions',
  count: (counts.get('yes') ?? 0) + (counts.get('conditional') ?? 0),
})

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
