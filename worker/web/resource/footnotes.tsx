// Footnote markers: the sources behind a field's value.

import type { Child } from 'hono/jsx'
import { type Fact, factOf, sourcesOfEntry } from '../../../schema/record/facts.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { Marks, sourcesOf } from './sources.tsx'

/** The numbers of a field's sources, and a link where others disagree; with `entry` the sources of an entry of a list. */
export type FootnoteMarks = (field: ClaimField, entry?: string) => Child

export function citeSources(record: Resource, contested: readonly Fact[]): FootnoteMarks {
  const among = sourcesOf(record.claims)
  return (field, entry) => {
    const fact = factOf(record, field)
    return (
      <>
        <Marks claims={entry === undefined ? fact.sources : sourcesOfEntry(fact, entry)} among={among} />
        {entry === undefined && contested.some((other) => other.field === field) && (
          <>
            {' '}
            <a class="otherwise" href="#disagreements">
              sources disagree
            </a>
          </>
        )}
      </>
    )
  }
}
