// The form that narrows the list. It works by its buttons; live.client.js applies each change at once.

import { english } from '../../../bot/languages/index.ts'
import { RANGE_FILTER_NAMES, RANGE_FILTERS, type RangeFilter } from '../../../schema/record/filters.ts'
import {
  DataTypesFacet,
  type FacetProps,
  filterCount,
  LicenceFacet,
  StatusFacet,
  ValueFacet,
} from './facets.tsx'

export function Filters({ filters, facets }: FacetProps) {
  const ranges = RANGE_FILTER_NAMES.filter((name) => filters[name] !== undefined).length
  const count = filterCount(filters) + ranges
  return (
    <search>
      <form class="filters" action="/" data-live="results lead">
        {(['release', 'at', 'sort'] as const).map(
          (name) => filters[name] !== undefined && <input type="hidden" name={name} value={filters[name]} />,
        )}
        <div class="search">
          <label for="q">
            Search<span class="unseen"> data sets</span>
          </label>
          <input
            id="q"
            name="q"
            type="search"
            value={filters.q ?? ''}
            maxlength={500}
            placeholder="lung ultrasound, DICOM, a name, a paper, a DOI …"
            autocomplete="off"
          />
          <button type="submit" class="main">
            Search
          </button>
        </div>
        <details class="all" id="all-filters">
          <summary>Filters{count > 0 && ` (${count})`}</summary>
          <div class="facets">
            <DataTypesFacet filters={filters} facets={facets} />
            <ValueFacet name="commercial" filters={filters} facets={facets} isOpen />
            <ValueFacet name="annotations" filters={filters} facets={facets} isOpen />
            <ValueFacet name="access" filters={filters} facets={facets} />
            <details class="facet" open={ranges > 0}>
              <summary>Size and year</summary>
              <fieldset class="ranges">
                <legend class="unseen">Size and year</legend>
                {RANGE_FILTER_NAMES.map((name) => (
                  <NumberField name={name} value={filters[name]} />
                ))}
              </fieldset>
            </details>
            <ValueFacet name="fileFormat" filters={filters} facets={facets} />
            <ValueFacet name="country" filters={filters} facets={facets} />
            <LicenceFacet filters={filters} facets={facets} />
            <StatusFacet filters={filters} facets={facets} />
            <ValueFacet name="redistribution" filters={filters} facets={facets} />
            <ValueFacet name="modification" filters={filters} facets={facets} />
            <ValueFacet name="original" filters={filters} facets={facets} />
            <p class="buttons">
              <button type="submit">Apply</button>
            </p>
          </div>
        </details>
      </form>
    </search>
  )
}

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
