// The addresses that name a record. They are compared in canonical form, so a DOI equals every address of its page.

import { canonicalAddress } from './values/addresses/address.ts'

interface Named {
  readonly url?: string | undefined
  readonly doi?: string | null | undefined
}

/** The canonical addresses that only this record may have: that of its page, then its DOI, where they differ. */
export const addressesOf = ({ url, doi }: Named): readonly string[] => canonicalForms([url, doi])

/** Those, and its former addresses, which may be another record's by now. */
export const everyAddressOf = ({
  url,
  doi,
  formerUrls,
}: Named & { readonly formerUrls: readonly string[] }): readonly string[] =>
  canonicalForms([url, doi, ...formerUrls])

/** Without repeats. A text that is no address stays as it is. */
const canonicalForms = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text ? [canonicalAddress(text) ?? text] : []))),
]
