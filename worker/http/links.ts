import { recordAddress } from '../formats/catalogue.ts'
import { FORMS, SUFFIXES, type Suffix } from '../formats/index.ts'

/** A link of a Link header (RFC 8288). */
export interface Link {
  readonly to: string
  readonly rel: string
  readonly type?: string
}

/** The header with these links; what an address may not hold inside the brackets is escaped. */
export const linkHeader = (links: readonly Link[]): { Link: string } => ({
  Link: links
    .map(({ to, rel, type }) => {
      const address = encodeURI(to.toWellFormed()).replaceAll('%25', '%')
      return `<${address}>; rel="${rel}"${type === undefined ? '' : `; type="${type.replaceAll('"', '\\"')}"`}`
    })
    .join(', '),
})

/** To a form of a resource. */
export interface FormLink extends Link {
  readonly suffix: Suffix
  readonly type: string
}

/** To every form of a resource, as it is at the moment that `search` (`?release=2.0`) names. */
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
