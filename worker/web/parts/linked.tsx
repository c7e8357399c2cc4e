import type { Child } from 'hono/jsx'
import { iri } from '../../../schema/record/values/address.ts'

/** Whether a text is an address that a browser may open, and nothing else. */
const isAddress = (text: string) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)

/** A text of others: as a link where it is an address of the web, which search engines are not to follow for us. */
export const linked = (text: string): Child =>
  isAddress(text) ? (
    <a href={iri(text)} rel="nofollow">
      {text}
    </a>
  ) : (
    text
  )
