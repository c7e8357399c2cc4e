// The addresses that name a record. They are compared in canonical form, so a DOI equals every address of its page.

import { canonicalAddress } from './values/addresses/address.ts'

interface Named {
  readonly url?: string | undefined
  readonly doi?: string | null | undefined
  readonly otherUrls?: readonly string[] | undefined
}

/** The canonical addresses that only this record may have, each once: that of its page, its DOI, its other addresses. */
export const addressesOf = ({ url, doi, otherUrls = [] }: Named): readonly string[] =>
  canonicalForms([url, doi, ...otherUrls])

/** Those, and its former addresses, which may be another record's by now. */
export const everyAddressOf = ({
  url,
  doi,
  otherUrls = [],
  formerUrls,
}: Named & { readonly formerUrls: readonly string[] }): readonly string[] =>
  canonicalForms([url, doi, ...otherUrls, ...formerUrls])

/** Without repeats. A text that is no address stays as it is. */
const canonicalForms = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text ? [canonicalAddress(text) ?? text] : []))),
]
