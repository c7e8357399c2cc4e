// The sources of a resource's facts, under the numbers by which the facts cite them.

import { Day } from '../../parts/day.tsx'
import { linkedSource } from '../../parts/linked.tsx'
import type { Footnotes, SourceOfClaim } from './footnotes.tsx'

export function Sources({ footnotes }: { readonly footnotes: Footnotes }) {
  const sources = footnotes.sources()
  if (sources.length === 0) return null
  return (
    <section>
      <h2 id="sources">Sources</h2>
      <ol class="sources">
        {sources.map((source, i) => (
          <li id={`source-${i + 1}`}>
            <SourceText {...source} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The text and the date of a source. */
export const SourceText = ({ source, asOf }: SourceOfClaim) => (
  <>
    {linkedSource(source)}
    {asOf !== null && (
      <span class="as-of">
        , <Day iso={asOf} />
      </span>
    )}
  </>
)
