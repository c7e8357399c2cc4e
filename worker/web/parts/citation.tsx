import type { Work } from '../../../schema/record/works/cited-works.ts'
import { CITATION_STYLES } from '../../../schema/vocabulary.ts'
import { CITATION_FORMATS } from '../../formats/references/citations.ts'

interface CitationProps {
  readonly reference: Work
  /** Unique on the page. */
  readonly id: string
}

/** How to cite a work, in every style: buttons that copy, and the texts for readers without scripts. */
export const Citation = ({ reference, id }: CitationProps) => (
  <div class="citation">
    {/* The stylesheet shows it only where scripts run. */}
    <p class="copies">
      <span>Copy</span>
      {CITATION_STYLES.map(({ key, label }) => (
        <button type="button" data-copy={`${id}-${key}`} aria-label={`Copy ${label}`}>
          {label}
        </button>
      ))}
      <span role="status" />
    </p>
    <details>
      <summary>Show the texts</summary>
      {CITATION_STYLES.map(({ key, label }) => (
        <figure>
          <figcaption>{label}</figcaption>
          <pre id={`${id}-${key}`}>
            {CITATION_FORMATS[key](reference).replaceAll('\r\n', '\n').replace(/\n+$/, '')}
          </pre>
        </figure>
      ))}
    </details>
  </div>
)
