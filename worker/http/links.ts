import { recordAddress } from '../formats/catalogue.ts'
import { FORMS, SUFFIXES, type Suffix } from '../formats/index.ts'

/** A link of a Link header (RFC 8288). */
export interface Link {
  readonly to: string
  readonly rel: string
  readonly type?: string
}

/** Escapes the characters that an address must not have between the brackets. */
export const linkHeader = (links: readonly Link[]): { Link: string } => ({
  Link: links
    .map(({ to, rel, type }) => {
      const address = encodeURI(to.toWellFormed()).replaceAll('%25', '%')
      return `<${address}>; rel="${rel}"${type === undefined ? '' : `; type="${type.replaceAll('"', '\\"')}"`}`
    })
    .join(', '),
})

export interface FormLink extends Link {
  readonly suffix: Suffix
  readonly type: string
}

/** Links to every format of a resource, as of the moment in `search` (`?release=2.0`). */
export const formLinks = (
  { base, search }: { readonly base: string; readonly search: string },
  slug: string,
): readonly FormLink[] =>
  SUFFIXES.map((suffix) => ({
    suffix,
    to: recordAddress({ base }, slug, `.${suffix}`) + search,
    rel: 'alternate',
    type: FORMS[suffix].type,
  }))
