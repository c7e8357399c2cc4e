// Data sets side by side: how they overlap, where they differ, what is the same, and the whole as a text to take along.

import { comparedRows, isWarning, overlapLines } from '../../../bot/languages/comparison.ts'
import { numeral } from '../../../bot/languages/english/writing.ts'
import { english } from '../../../bot/languages/index.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { type Comparison, MOST_COMPARED } from '../../../schema/verbs/resources.ts'
import { MEDIA_TYPES } from '../../formats/media-types.ts'
import { comparisonMarkdown } from '../../formats/tables/comparison.ts'
import type { Content } from '../page.tsx'
import { Day } from '../parts/day.tsx'
import { type Chosen, comparisonAddress, PARAMETERS } from './addresses.ts'
import { MomentFields } from './choice.tsx'
import { DifferenceTable } from './table.tsx'

export function comparisonPage(compared: Comparison, chosen: Chosen, base: string): Content {
  const { resources } = compared
  const names = english.listed(resources.map(({ name }) => name))
  const rows = comparedRows(english, compared)
  const same = rows.filter(({ result }) => result === 'same')
  const unrecorded = rows.filter(({ result }) => result === 'unrecorded')
  return {
    title: `${names} compared`,
    description: `${names} side by side: use, access, size, annotations, sources, and whether they overlap.`,
    head: (
      <>
        {/* There are millions of pairs, and nothing on these pages that the pages of the data sets lack. */}
        <meta name="robots" content="noindex" />
        <link rel="alternate" type={MEDIA_TYPES.csv} href={comparisonAddress(chosen, '.csv')} />
        <link rel="alternate" type={MEDIA_TYPES.md} href={comparisonAddress(chosen, '.md')} />
      </>
    ),
    main: (
      <article class="comparison">
        <h1>{numeral(resources.length)} data sets compared</h1>
        <Past compared={compared} chosen={chosen} />
        <Removed resources={resources} />
        <Overlaps compared={compared} />
        <DifferenceTable
          compared={compared}
          chosen={chosen}
          rows={rows.filter(({ result }) => result === 'differs')}
        />
        {same.length > 0 && (
          <details class="same">
            <summary>The same in all: {same.length} facts</summary>
            <dl>
              {same.map(({ name, texts: [text] }) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        {unrecorded.length > 0 && (
          <p class="unsaid">Recorded for none of them: {unrecorded.map(({ name }) => name).join(', ')}.</p>
        )}
        {resources.length < MOST_COMPARED && <AddAnother chosen={chosen} />}
        <TakeAlong compared={compared} chosen={chosen} base={base} />
      </article>
    ),
  }
}

/** That it is of a moment that has passed. The lineage is known as it is now alone. */
function Past({ compared: { asOf }, chosen }: { readonly compared: Comparison; readonly chosen: Chosen }) {
  const query = new URLSearchParams(chosen.momentSearch)
  if (query.size === 0) return null
  const at = query.get('at')
  return (
    <p class="notice">
      As recorded{' '}
      {at === null ? (
        `in release ${asOf.release?.version}`
      ) : (
        <>
          on <Day iso={at} />
        </>
      )}
      ; the overlap as known now.{' '}
      <a href={comparisonAddress({ ...chosen, momentSearch: '' })}>Compare them as of now</a>
    </p>
  )
}

function Removed({ resources }: { readonly resources: readonly Resource[] }) {
  const removed = resources.filter(({ status }) => status === 'removed').map(({ name }) => name)
  if (removed.length === 0) return null
  return (
    <p class="notice warning">
      {english.listed(removed)} {removed.length === 1 ? 'is' : 'are'} no longer listed: what was recorded is
      no longer kept up to date.
    </p>
  )
}

function Overlaps({ compared }: { readonly compared: Comparison }) {
  const lines = overlapLines(english, compared, {
    nameOf: ({ name }) => name,
    sourceName: (name) => name,
    mostSources: 5,
  })
  const warnings = lines.filter(({ overlap }) => isWarning(overlap))
  const others = lines.filter(({ overlap }) => !isWarning(overlap))
  return (
    <section class="overlaps" aria-label="Overlap">
      {warnings.length > 0 && (
        <div class="notice warning">
          {warnings.map(({ text }) => (
            <p>{text}</p>
          ))}
          <p>
            <strong>{english.comparison.warning}</strong>
          </p>
        </div>
      )}
      {others.map(({ text }) => (
        <p class="unsaid">{text}</p>
      ))}
    </section>
  )
}

const AddAnother = ({ chosen: { names, momentSearch } }: { readonly chosen: Chosen }) => (
  <form action="/compare" class="compare-add">
    {names.map((slug, i) => (
      <input type="hidden" name={PARAMETERS[i]} value={slug} />
    ))}
    <MomentFields momentSearch={momentSearch} />
    <label for="another">Add a data set</label>
    <input
      id="another"
      name={PARAMETERS[names.length]}
      placeholder="Name, address or DOI"
      autocomplete="off"
      required
    />
    <button type="submit">Add</button>
  </form>
)

interface TakeAlongProps {
  readonly compared: Comparison
  readonly chosen: Chosen
  readonly base: string
}

const TakeAlong = ({ compared, chosen, base }: TakeAlongProps) => (
  <section class="take-along citation">
    <h2>Download or copy</h2>
    <p class="actions">
      <a class="button" href={comparisonAddress(chosen, '.csv')}>
        CSV for a spreadsheet
      </a>
      <a class="button" href={comparisonAddress(chosen, '.md')}>
        Markdown
      </a>
    </p>
    {/* The stylesheet shows it only where scripts run. */}
    <p class="copies">
      <span>Copy</span>
      <button type="button" data-copy="as-markdown" aria-label="Copy Markdown">
        Markdown
      </button>
      <span role="status" />
    </p>
    <details>
      <summary>Show the Markdown</summary>
      <pre id="as-markdown">{comparisonMarkdown(compared, base)}</pre>
    </details>
  </section>
)
