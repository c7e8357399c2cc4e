import type { Facets } from '../../../schema/verbs/resources.ts'
import {
  type AVAILABILITY,
  type Availability,
  DATA_TYPES,
  type DataTypeKey,
} from '../../../schema/vocabulary.ts'
import { Box, chosenOf, Facet, type FacetProps } from './facet.tsx'

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
      <p class="bar-key">
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
