// What the list can be narrowed by: boxes to tick, each with how many data sets there would be. live.client.js renews
// the numbers, by `data-count`.

import type { Child } from 'hono/jsx'
import { filterValueText } from '../../../bot/languages/filters.ts'
import { english } from '../../../bot/languages/index.ts'
import { VALUE_FILTER_NAMES, type ValueFilter } from '../../../schema/record/filters.ts'
import {
  type AVAILABILITY,
  type Availability,
  DATA_TYPES,
  type DataTypeKey,
  RESOURCE_STATUSES,
} from '../../../schema/vocabulary.ts'
import { statusWord } from '../../../schema/words.ts'
import type { Facets } from '../../domain/search/facets.ts'
import type { Name, TableFilters } from './view.ts'

export interface FacetProps {
  readonly filters: TableFilters
  readonly facets: Facets
}

interface Option {
  readonly value: string
  readonly label: string
  readonly count: number
}

interface BoxProps extends Option {
  readonly name: Name
  readonly filters: TableFilters
  /** More inside of the label. */
  readonly children?: Child
}

const chosenOf = (filters: TableFilters, name: Name): readonly string[] => filters[name]?.split(',') ?? []

const Box = ({ name, value, label, count, filters, children }: BoxProps) => (
  <label class="box">
    <input type="checkbox" name={name} value={value} checked={chosenOf(filters, name).includes(value)} />
    <span>{label}</span> <Count name={name} value={value} count={count} />
    {children}
  </label>
)

interface CountProps {
  readonly name: Name
  readonly value: string
  readonly count: number
}

const Count = ({ name, value, count }: CountProps) => (
  <span class="number" data-count={`${name}=${value}`}>
    {count}
  </span>
)

interface FacetFrameProps {
  readonly id: string
  readonly title: string
  readonly isOpen: boolean
  readonly chosen: number
  readonly children: Child
}

/** A group that folds. */
const Facet = ({ id, title, isOpen, chosen, children }: FacetFrameProps) => (
  <details class="facet" id={`facet-${id}`} open={isOpen || chosen > 0}>
    <summary>
      {title}
      {chosen > 0 && <small> {chosen} chosen</small>}
    </summary>
    <fieldset>
      <legend class="unseen">{title}</legend>
      {children}
    </fieldset>
  </details>
)

/** So many options are in sight; the others unfold. */
const IN_SIGHT = 6

interface ListFacetProps {
  readonly name: Name
  readonly title: string
  readonly options: readonly Option[]
  readonly filters: TableFilters
  readonly isOpen?: boolean
}

/** Boxes of one filter: those that are ticked first in sight, of the others the first. */
function ListFacet({ name, title, options, filters, isOpen = false }: ListFacetProps) {
  const chosen = chosenOf(filters, name)
  const known = new Set(options.map(({ value }) => value))
  const all = [
    ...options,
    ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value, count: 0 })),
  ]
  const inSight = all.filter(({ value }, i) => i < IN_SIGHT || chosen.includes(value))
  const rest = all.filter((option) => !inSight.includes(option))
  const boxOf = (option: Option) => <Box name={name} filters={filters} {...option} />
  return (
    <Facet id={name} title={title} isOpen={isOpen} chosen={chosen.length}>
      {inSight.map(boxOf)}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {rest.map(boxOf)}
        </details>
      )}
    </Facet>
  )
}

interface ValueFacetProps extends FacetProps {
  readonly name: ValueFilter
  readonly isOpen?: boolean
}

export const ValueFacet = ({ name, filters, facets, isOpen }: ValueFacetProps) => (
  <ListFacet
    name={name}
    title={english.filters[name]}
    options={valueOptions(name, facets)}
    filters={filters}
    {...(isOpen !== undefined && { isOpen })}
  />
)

/** Lists longer than this name only what some data set has: a list of all countries is of no use. */
const MOST_SHOWN_EMPTY = 11

/** The most frequent first where the list is long, equals by name; what is not recorded last. */
function valueOptions(name: ValueFilter, { values }: Facets): readonly Option[] {
  const counts = values[name]
  const isLong = counts.size > MOST_SHOWN_EMPTY
  const options = [...counts].flatMap(([value, count]) =>
    count > 0 || !isLong ? [{ value, count, label: filterValueText(english, name, value) }] : [],
  )
  const last = ({ value }: Option) => Number(value === 'unknown')
  return isLong
    ? options.toSorted((a, b) => last(a) - last(b) || b.count - a.count || a.label.localeCompare(b.label))
    : options
}

export const LicenceFacet = ({ filters, facets }: FacetProps) => (
  <ListFacet
    name="license"
    title="Licence"
    options={[...facets.licenses].map(([value, count]) => ({
      value,
      count,
      label: value === 'unknown' ? 'not recorded' : value,
    }))}
    filters={filters}
  />
)

export const StatusFacet = ({ filters, facets }: FacetProps) => (
  <ListFacet
    name="status"
    title="Status"
    options={RESOURCE_STATUSES.map((value) => ({
      value,
      count: facets.statuses.get(value) ?? 0,
      label: statusWord(value),
    }))}
    filters={filters}
  />
)

const OTHER_CELLS = { unknown: 'not recorded', no: 'has none' } as const satisfies {
  readonly [value in Availability]?: string
}

/** The data types, each with a bar of how many have it. Who wants others than those that have it finds them below. */
export function DataTypesFacet({ filters, facets: { cells } }: FacetProps) {
  const chosen = DATA_TYPES.filter(({ key }) => filters[key] !== undefined).length
  const hasOther = DATA_TYPES.some(({ key }) => chosenOf(filters, key).some((value) => value !== 'yes'))
  return (
    <Facet id="types" title="Data types" isOpen chosen={chosen}>
      {DATA_TYPES.map(({ key, label }) => (
        <Box name={key} value="yes" label={label} count={cells[key].yes} filters={filters}>
          <Bar name={key} counts={cells[key]} />
        </Box>
      ))}
      <p class="key">
        <span class="yes">has it</span> <span class="unknown">not recorded</span>{' '}
        <span class="no">has none</span>
      </p>
      <details open={hasOther}>
        <summary>Not recorded, or has none</summary>
        {DATA_TYPES.flatMap(({ key, label }) =>
          (['unknown', 'no'] as const).map((value) => (
            <Box
              name={key}
              value={value}
              label={`${label}: ${OTHER_CELLS[value]}`}
              count={cells[key][value]}
              filters={filters}
            />
          )),
        )}
      </details>
    </Facet>
  )
}

type Counts = Facets['cells'][DataTypeKey]

/** Yes first, so that these bars align. */
const ORDER = ['yes', 'unknown', 'no'] as const satisfies readonly (typeof AVAILABILITY)[number][]

interface BarProps {
  readonly name: DataTypeKey
  readonly counts: Counts
}

/** The numbers beside it say the same. */
function Bar({ name, counts }: BarProps) {
  const all = ORDER.reduce((sum, value) => sum + counts[value], 0)
  const share = (count: number) => (all === 0 ? 0 : (100 * count) / all)
  const starts = ORDER.map((_, i) => ORDER.slice(0, i).reduce((sum, value) => sum + share(counts[value]), 0))
  return (
    <svg class="bar" aria-hidden="true" data-count={name}>
      {ORDER.map((value, i) => (
        <rect class={value} x={percent(starts[i] ?? 0)} width={percent(share(counts[value]))} height="100%" />
      ))}
    </svg>
  )
}

const percent = (value: number) => `${Number(value.toFixed(2))}%`

/** How many filters the list is narrowed by, the search aside. */
export const filterCount = (filters: TableFilters): number =>
  [...DATA_TYPES.map(({ key }) => key), ...VALUE_FILTER_NAMES, ...(['license', 'status'] as const)].filter(
    (name) => filters[name] !== undefined,
  ).length
