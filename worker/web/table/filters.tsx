// What the table can be asked for. A form that works by its button; the script has it act as soon as something is chosen.

import { ACCESS, AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { statusWord } from '../../../schema/words.ts'
import type { Facets } from '../../domain/search/facets.ts'
import { changed, type Name, queryOf, type TableFilters } from './view.ts'

interface Props {
  readonly given: TableFilters
  readonly facets: Facets
}

interface Option {
  readonly value: string
  readonly label: string
  /** How many there would be; not said of what is not counted. */
  readonly count?: number | undefined
}

export const accessWord = (access: string): string => access.replaceAll('_', ' ')

export function Filters({ given, facets }: Props) {
  return (
    <search>
      <form class="filters" action="/" data-live="results coverage moments">
        {given.release !== undefined && <input type="hidden" name="release" value={given.release} />}
        {given.at !== undefined && <input type="hidden" name="at" value={given.at} />}
        <div class="search">
          <label for="q">Search</label>
          <input
            id="q"
            name="q"
            type="search"
            value={given.q ?? ''}
            maxlength={500}
            placeholder="name, organisation, paper, address or DOI"
            autocomplete="off"
          />
          <button type="submit">Search</button>
        </div>
        <details open={FILTERS.some((name) => given[name] !== undefined)}>
          <summary>Filter and sort</summary>
          <div class="choices">
            {DATA_TYPES.map(({ key, label }) => (
              <Choice
                name={key}
                label={label}
                chosen={given[key]}
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
            <Choice
              name="access"
              label="Access"
              chosen={given.access}
              options={ACCESS.map((value) => ({
                value,
                label: accessWord(value),
                count: facets.access.get(value),
              }))}
            />
            <Choice
              name="license"
              label="Licence"
              chosen={given.license}
              options={[...facets.licenses].map(([value, count]) => ({ value, label: value, count }))}
            />
            <Choice
              name="status"
              label="Status"
              chosen={given.status}
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
              chosen={given.sort}
              any="usual order"
              options={sortsOf(given)}
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

const sortsOf = ({ q }: TableFilters): readonly Option[] => [
  ...(q === undefined ? [] : [{ value: 'relevance', label: 'relevance' }]),
  { value: 'certain', label: 'yes, then unknown' },
  { value: 'table', label: 'table order' },
  { value: 'name', label: 'name' },
  { value: 'changed', label: 'latest change' },
]

interface ChoiceProps {
  readonly name: Name
  readonly label: string
  readonly chosen: string | undefined
  readonly options: readonly Option[]
  readonly any?: string
}

/** What is chosen from a list. */
const FILTERS: readonly Name[] = [...DATA_TYPES.map(({ key }) => key), 'access', 'license', 'status', 'sort']

/** What an address asks for that is none of the options, as two values, is one more. */
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
  access: 'Access',
  license: 'Licence',
  status: 'Status',
  q: 'Search',
}

/** What is asked for, each with a way to let go of it. */
export function ActiveFilters({ given }: Pick<Props, 'given'>) {
  const names = (Object.keys(CHIPS) as Name[]).filter((name) => given[name] !== undefined)
  if (names.length === 0) return null
  return (
    <ul class="chips" aria-label="What is asked for">
      {names.map((name) => (
        <li>
          <a
            class="chip"
            href={`/${queryOf(changed(given, { [name]: undefined, ...(name === 'q' && given.sort === 'relevance' && { sort: undefined }) }))}`}
          >
            {CHIPS[name]}: {accessWord(given[name] ?? '').replaceAll(',', ' or ')}{' '}
            <span aria-hidden="true">×</span>
            <span class="unseen"> (no longer ask for this)</span>
          </a>
        </li>
      ))}
      {names.length > 1 && (
        <li>
          <a class="chip" href={`/${queryOf(MomentField(given))}`}>
            Ask for all
          </a>
        </li>
      )}
    </ul>
  )
}

/** Nothing but when. */
export const MomentField = ({ release, at }: TableFilters): TableFilters => ({
  ...(release !== undefined && { release }),
  ...(at !== undefined && { at }),
})
