// By which sources the record states what it states of a field.

import type { Child } from 'hono/jsx'
import type { Claim, ClaimField, Resource } from '../../../schema/record/resource.ts'
import { Marks, sourcesOf } from './sources.tsx'

/** The numbers of a field's sources, and a word where others say otherwise. Of a list, those of one entry. */
export type FootnoteMarks = (field: ClaimField, entry?: string) => Child

export function citeSources(
  { claims }: Pick<Resource, 'claims'>,
  otherwise: readonly ClaimField[],
): FootnoteMarks {
  const among = sourcesOf(claims)
  const saysSo = ({ field, value, stated }: Claim, wanted: ClaimField, entry: string | undefined) =>
    field === wanted &&
    (entry === undefined ? stated : Array.isArray(value) ? value.includes(entry) : value === entry)
  return (wanted, entry) => (
    <>
      <Marks claims={claims.filter((claim) => saysSo(claim, wanted, entry))} among={among} />
      {entry === undefined && otherwise.includes(wanted) && (
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
