import { iri } from '../../../schema/record/values/addresses/address.ts'
import { leadsWhereItReads } from '../../../schema/record/values/addresses/shown-host.ts'
import { sourceParts } from '../../../schema/record/works/source-links.ts'
import type { Child } from '../jsx.ts'
import { Away } from './away.tsx'

/** The source of a claim, with the pages that it names as links. */
export const linkedSource = (source: string): Child =>
  sourceParts(source).map(({ text, address }) =>
    address === undefined ? (
      text
    ) : (
      <Away href={address} rel="nofollow">
        {text}
      </Away>
    ),
  )

/** A text from outside; a web address becomes a link that search engines do not count, unless it reads as another. */
export const linked = (text: string): Child =>
  leadsWhereItReads(text) ? (
    <Away href={iri(text)} rel="nofollow">
      {text}
    </Away>
  ) : (
    text
  )
