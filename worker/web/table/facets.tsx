// The groups that narrow the list by the values of a filter.

import { filterValueText } from '../../../bot/languages/filters.ts'
import { english } from '../../../bot/languages/index.ts'
import type { ValueFilter } from '../../../schema/record/filters.ts'
import type { Facets } from '../../../schema/verbs/resources.ts'
import { RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { statusWord } from '../../../schema/words.ts'
import { Box, chosenOf, Facet, type FacetProps, type Option } from './facet.tsx'
import type { Name, TableFilters } from './view.ts'

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
