// Where the facts of a resource were read: each source and date has a number, by which the facts name it.

import type { Child } from 'hono/jsx'
import type { Claim } from '../../../schema/record/claims.ts'
import { CLAIM_FIELDS, type ClaimField } from '../../../schema/record/field-keys.ts'
import { Day } from '../parts/day.tsx'
import { linked } from '../parts/linked.tsx'

type Said = Pick<Claim, 'source' | 'asOf'>

/** The fields that the page has first, in its order. */
const READ: readonly ClaimField[] = ['name', 'organization', 'cautions', 'availability.ct']

/** What the record states comes before what is only said. */
function place({ field, stated }: Claim): number {
  const at = READ.indexOf(field)
  const among = at < 0 ? READ.length + CLAIM_FIELDS.indexOf(field) : at
  return stated ? among : among + READ.length + CLAIM_FIELDS.length
}

/** What the claims rest on, in the order in which it is read. */
export function sourcesOf(claims: readonly Claim[]): readonly Said[] {
  const inOrder = claims.toSorted((a, b) => place(a) - place(b))
  return [...new Map(inOrder.map((claim) => [keyOf(claim), claim])).values()]
}

const keyOf = ({ source, asOf }: Said) => JSON.stringify([source, asOf])

/** The numbers of what some claims rest on, each a link to where the source is told. */
export function Marks({
  claims,
  among,
}: {
  readonly claims: readonly Claim[]
  readonly among: readonly Said[]
}) {
  const keys = new Set(claims.map(keyOf))
  const numbers = among.flatMap((said, i) => (keys.has(keyOf(said)) ? [i + 1] : []))
  if (numbers.length === 0) return null
  return (
    <sup class="marks">
      {numbers.map((number) => (
        <a href={`#source-${number}`} aria-label={`Source ${number}`}>
          {number}
        </a>
      ))}
    </sup>
  )
}

export const Sources = ({ sources }: { readonly sources: readonly Said[] }) => (
  <section>
    <h2 id="sources">Sources</h2>
    <ol class="sources">
      {sources.map((said, i) => (
        <li id={`source-${i + 1}`}>
          <SourceText {...said} />
        </li>
      ))}
    </ol>
  </section>
)

/** A source in its words, and when it said so or was read. */
export const SourceText = ({ source, asOf }: Said) => (
  <>
    {several(source)}
    {asOf !== null && (
      <span class="as-of">
        , <Day iso={asOf} />
      </span>
    )}
  </>
)

/** Several places may stand in one source, with semicolons between. */
const several = (source: string): Child[] =>
  source.split('; ').flatMap((part, i) => (i === 0 ? [linked(part)] : ['; ', linked(part)]))
