// The form that narrows the list. It works by its buttons; live.client.js applies each change at once.

import { RANGE_FILTER_NAMES, VALUE_FILTER_NAMES } from '../../../schema/record/filters.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { DataTypesFacet } from './data-types-facet.tsx'
import type { FacetProps } from './facet.tsx'
import { LicenceFacet, StatusFacet, ValueFacet } from './facets.tsx'
import { RangesFacet } from './ranges-facet.tsx'
import type { TableFilters } from './view.ts'

export function Filters({ filters, facets }: FacetProps) {
  const count = filterCount(filters)
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
            <RangesFacet filters={filters} />
            <ValueFacet name="fileFormat" filters={filters} facets={facets} />
            <ValueFacet name="country" filters={filters} facets={facets} />
            <LicenceFacet filters={filters} facets={facets} />
            <StatusFacet filters={filters} facets={facets} />
            {/* Nobody knows what an address answered at an earlier moment. */}
            {filters.release === undefined && filters.at === undefined && (
              <ValueFacet name="link" filters={filters} facets={facets} />
            )}
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

/** How many filters the list is narrowed by, the search aside. */
const filterCount = (filters: TableFilters): number =>
  [
    ...DATA_TYPES.map(({ key }) => key),
    ...VALUE_FILTER_NAMES,
    ...RANGE_FILTER_NAMES,
    ...(['license', 'status'] as const),
  ].filter((name) => filters[name] !== undefined).length
