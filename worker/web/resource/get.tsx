// What a reader does with a data set: get it, under which terms, how much it is, and how to cite it.

import { english } from '../../../bot/languages/index.ts'
import { limitsText } from '../../../bot/languages/lineage.ts'
import type { RelatedResource } from '../../../schema/record/lineage/graph.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { WithLink } from '../../../schema/record/sites/link.ts'
import { CITATION_STYLES } from '../../../schema/vocabulary.ts'
import { DECIDING, FactRow, Facts } from './facts/facts.tsx'
import type { FootnoteMarks } from './facts/footnotes.tsx'
import { NotRecorded } from './facts/not-recorded.tsx'
import type { ListedSuccessor } from './facts/successor.tsx'
import { Way } from './way.tsx'

interface GetProps {
  readonly record: WithLink<Resource>
  /** The moment of the page as a query; empty for now. */
  readonly search: string
  /** Everything that its data are from; none where that is not known as of the moment of the page. */
  readonly ancestors: readonly RelatedResource[]
  readonly successor: ListedSuccessor
  readonly marks: FootnoteMarks
  /** Whether its form is open to changes. */
  readonly isOpen: boolean
}

/** How to cite the data set, where the rest is with the references. */
const CITED = CITATION_STYLES.filter(({ key }) => key === 'bibtex' || key === 'apa')

export function Get({ record, search, ancestors, successor, marks, isOpen }: GetProps) {
  const isRemoved = record.status === 'removed'
  const limits = limitsText(english, ancestors)
  return (
    <section class={isShort(record, limits) ? 'get short' : 'get'}>
      {isRemoved ? (
        <h2>Terms and size</h2>
      ) : (
        <>
          <h2>Get the data</h2>
          <Way record={record} search={search} successor={successor} marks={marks} />
        </>
      )}
      <Facts
        fields={DECIDING.filter((field) => isRemoved || field !== 'access')}
        record={record}
        successor={successor}
        marks={marks}
      >
        <NotRecorded record={record} fields={DECIDING} isOpen={isOpen} />
        {limits !== undefined && <FactRow name="Terms of its sources">{limits}</FactRow>}
        <FactRow name="Cite">
          <p class="copies">
            <span>Copy</span>
            {CITED.map(({ key, label }) => (
              <button
                type="button"
                data-copy={`reference-1-${key}`}
                aria-label={`Copy ${label} of the data set`}
              >
                {label}
              </button>
            ))}
            <span role="status" />
          </p>
          <a href="#references">All references</a>
        </FactRow>
      </Facts>
    </section>
  )
}

/** Whether the card is likely to fit into the height of a window. */
function isShort({ license, use, counts }: Resource, limits: string | undefined): boolean {
  const texts = [license, use.note, counts?.text, limits].map((text) => text ?? '')
  return texts.join('').length < LONGEST_TEXT
}

const LONGEST_TEXT = 350
