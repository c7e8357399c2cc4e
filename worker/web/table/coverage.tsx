// A bar chart of the resources that have each data type. It has no view box: widths are percentages, so it fits any
// width and its text keeps the size of the page's text.

import { type AVAILABILITY, DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { Facets } from '../../domain/search/facets.ts'

/** In pixels. */
const ROW = { height: 46, text: 15, bar: 22, thickness: 14 }

/** Yes first, so that these bars align. */
const ORDER = ['yes', 'unknown', 'no'] as const satisfies readonly (typeof AVAILABILITY)[number][]

export function Coverage({ coverage, shown }: Pick<Facets, 'coverage' | 'shown'>) {
  return (
    <figure class="coverage">
      <figcaption>What {shown === 1 ? 'the one resource has' : `the ${shown} resources have`}</figcaption>
      <svg
        role="img"
        aria-label={DATA_TYPES.map(({ key, label }) => `${label}: ${countsText(coverage[key])}`).join('; ')}
        width="100%"
        height={ROW.height * DATA_TYPES.length}
      >
        <defs>
          <pattern
            id="unknown"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="paper" width="6" height="6" />
            <rect class="hatch" width="2" height="6" />
          </pattern>
        </defs>
        {DATA_TYPES.map(({ key, label }, row) => (
          <Bar label={label} counts={coverage[key]} shown={shown} top={row * ROW.height} />
        ))}
      </svg>
    </figure>
  )
}

type Counts = Facets['coverage'][keyof Facets['coverage']]

/** "25 yes · 10 unknown · 11 no" */
const countsText = (counts: Counts): string => ORDER.map((value) => `${counts[value]} ${value}`).join(' · ')

interface BarProps {
  readonly label: string
  readonly counts: Counts
  readonly shown: number
  readonly top: number
}

function Bar({ label, counts, shown, top }: BarProps) {
  const share = (count: number) => (shown === 0 ? 0 : (100 * count) / shown)
  const starts = ORDER.map((_, i) => ORDER.slice(0, i).reduce((sum, value) => sum + share(counts[value]), 0))
  return (
    <g>
      <text class="label" x="0" y={top + ROW.text}>
        {label}
      </text>
      <text x="100%" y={top + ROW.text} text-anchor="end">
        {countsText(counts)}
      </text>
      {ORDER.map((value, i) => (
        <rect
          class={value}
          x={percent(starts[i] ?? 0)}
          y={top + ROW.bar}
          width={percent(share(counts[value]))}
          height={ROW.thickness}
        />
      ))}
    </g>
  )
}

const percent = (value: number) => `${Number(value.toFixed(2))}%`
