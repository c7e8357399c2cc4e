// The record that a maintainer is asked to confirm: the facts that the page of the resource has, each with its source.

import { contestedFacts } from '../../../../schema/record/facts.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { DataTypes } from '../../resource/facts/data-types.tsx'
import { Disagreements } from '../../resource/facts/disagreements.tsx'
import { DECIDING, DESCRIBING, Facts } from '../../resource/facts/facts.tsx'
import { createFootnotes } from '../../resource/facts/footnotes.tsx'
import { FormerAddresses, NotRecorded } from '../../resource/facts/not-recorded.tsx'
import { Sources } from '../../resource/facts/sources.tsx'
import { PastSources } from '../../resource/lineage/section.tsx'
import { ReferenceText } from '../../resource/references.tsx'
import { Warnings } from '../../resource/warnings.tsx'

const FIELDS = [...DECIDING, ...DESCRIBING]
/** The names of what it contains are their slugs: the lineage is not read for one page. */
const NO_GRAPH = { nodes: [], edges: [] }

export function RecordToConfirm({ record }: { readonly record: Resource }) {
  const contested = contestedFacts(record)
  const footnotes = createFootnotes(record, contested)
  const { marks } = footnotes
  return (
    <div class="known">
      <p class="by">
        {record.organization}
        {marks('organization')}
      </p>
      {record.description !== null && (
        <p class="description">
          {record.description}
          {marks('description')}
        </p>
      )}
      <Warnings record={record} marks={marks} />
      <DataTypes record={record} marks={marks} isOpen={false} />
      <Facts fields={FIELDS} record={record} successor={undefined} marks={marks}>
        <FormerAddresses record={record} />
        <NotRecorded record={record} fields={FIELDS} isOpen={false} />
      </Facts>
      {contested.length > 0 && <Disagreements facts={contested} />}
      <PastSources record={record} graph={NO_GRAPH} marks={marks} />
      {record.references.length > 0 && (
        <section>
          <h2 id="references">References</h2>
          <ol class="references">
            {record.references.map((reference) => (
              <li>
                <ReferenceText reference={reference} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Sources footnotes={footnotes} />
    </div>
  )
}
