import { english } from '../../../bot/languages/index.ts'
import { RANGE_FILTER_NAMES, RANGE_FILTERS, type RangeFilter } from '../../../schema/record/filters.ts'
import { Facet, type FacetProps } from './facet.tsx'

/** From which size and year on, up to which. */
export function RangesFacet({ filters }: Pick<FacetProps, 'filters'>) {
  const chosen = RANGE_FILTER_NAMES.filter((name) => filters[name] !== undefined).length
  return (
    <Facet id="ranges" title="Size and year" isOpen={false} chosen={chosen}>
      <div class="ranges">
        {RANGE_FILTER_NAMES.map((name) => (
          <NumberField name={name} value={filters[name]} />
        ))}
      </div>
    </Facet>
  )
}

const [EARLIEST_YEAR, LATEST_YEAR] = [1990, 2100]
const MOST_COUNTED = 9_999_999_999

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
