// Footnotes: the sources behind the values of a page. A source of one date has one number, in the order in which the
// page first cites it; so the list of sources must be rendered after everything that cites them.

import type { Claim } from '../../../../schema/record/claims.ts'
import { type Fact, factOf, sourcesOfEntry } from '../../../../schema/record/facts.ts'
import type { ClaimField } from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { Child } from '../../jsx.ts'

/** The numbers of a field's sources, and a link where others disagree; with `entry` the sources of an entry of a list. */
export type FootnoteMarks = (field: ClaimField, entry?: string) => Child

export type SourceOfClaim = Pick<Claim, 'source' | 'asOf'>

export interface Footnotes {
  readonly marks: FootnoteMarks
  /** The sources cited so far by number, then those of the claims that nothing cites. */
  readonly sources: () => readonly SourceOfClaim[]
}

export function createFootnotes(record: Resource, contested: readonly Fact[]): Footnotes {
  const cited = new Map<string, SourceOfClaim>()
  const cite = (claim: Claim) => {
    const key = JSON.stringify([claim.source, claim.asOf])
    if (!cited.has(key)) cited.set(key, claim)
    return [...cited.keys()].indexOf(key) + 1
  }
  const Marks = ({ field, entry }: { readonly field: ClaimField; readonly entry: string | undefined }) => {
    const fact = factOf(record, field)
    const claims = entry === undefined ? fact.sources : sourcesOfEntry(fact, entry)
    const numbers = [...new Set(claims.map(cite))].sort((a, b) => a - b)
    return (
      <>
        {numbers.length > 0 && (
          <sup class="marks">
            {numbers.map((number) => (
              <a
                class={number > 9 ? 'long' : undefined}
                href={`#source-${number}`}
                aria-label={`Source ${number}`}
              >
                {number}
              </a>
            ))}
          </sup>
        )}
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
  return {
    marks: (field, entry) => <Marks field={field} entry={entry} />,
    sources() {
      record.claims.forEach(cite)
      return [...cited.values()]
    },
  }
}
