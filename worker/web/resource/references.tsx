import type { Resource } from '../../../schema/record/resource.ts'
import { citedWorks } from '../../../schema/record/works/cited-works.ts'
import type { Reference } from '../../../schema/record/works/reference.ts'
import { referenceLink } from '../../../schema/record/works/reference-links.ts'
import { apa } from '../../formats/references/apa.ts'
import { Away } from '../parts/away.tsx'
import { Citation } from '../parts/citation.tsx'

/** The references of a resource, each with its citation in every style. */
export const References = ({ record }: { readonly record: Resource }) => (
  <section>
    <h2 id="references">References</h2>
    <p>
      {record.references.length === 0
        ? 'No paper about it is recorded. Cite the data set itself:'
        : 'The data set itself, then what is written about it:'}
    </p>
    <ol class="references">
      {citedWorks(record).map((reference, i) => (
        <li>
          <p>
            <ReferenceText reference={reference} />
          </p>
          <Citation reference={reference} id={`reference-${i + 1}`} />
        </li>
      ))}
    </ol>
  </section>
)

/** A reference in APA style, with its address as a link. */
export function ReferenceText({ reference }: { readonly reference: Reference }) {
  const [text, address] = [apa(reference), referenceLink(reference)]
  if (address === undefined) return <>{text}</>
  if (!text.endsWith(address))
    return (
      <>
        {text} <Away href={address}>Open</Away>
      </>
    )
  return (
    <>
      {text.slice(0, -address.length)}
      <Away href={address}>{address}</Away>
    </>
  )
}
