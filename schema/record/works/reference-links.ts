// The address of a reference on the web, and of the identifiers that a resource has beside its own address.

import { oneLine } from '../../text/one-line.ts'
import type { Resource } from '../resource.ts'
import { exactName, identifiersIn, iri } from '../values/addresses/address.ts'
import type { Reference } from './reference.ts'

/** What needs no escape in the path of an address (RFC 3986, 3.3); the DOI Handbook asks for one elsewhere (2.5.2.4). */
const ESCAPED = /[^\w\-.~!$&'()*+,;=:@/]/gu

const inPath = (text: string) => text.toWellFormed().replace(ESCAPED, encodeURIComponent)
const DOI_RESOLVER = 'https://doi.org/'
/** The address of a bare DOI. */
export const doiAddress = (doi: string) => `${DOI_RESOLVER}${inPath(doi)}`
const arxivAddress = (number: string) => `https://arxiv.org/abs/${inPath(number)}`

/** The address of a reference: of its DOI, its arXiv number or its page, in this order. It may have none. */
export function referenceLink(reference: Reference): string | undefined {
  const { doi } = identifiersIn(reference.DOI ?? '')
  return doi === undefined ? (arxivLink(reference) ?? webLink(reference)) : doiAddress(doi)
}

/** The page of a preprint that is known by its number in arXiv. */
export function arxivLink({ archive, archive_location }: Reference): string | undefined {
  const number = oneLine(archive_location ?? '')
  return archive?.toLowerCase() === 'arxiv' && number !== '' ? arxivAddress(number) : undefined
}

/** The URL of a reference, which came from a browser and has its escapes already. A scheme other than HTTP is no link. */
function webLink({ URL }: Reference): string | undefined {
  const address = oneLine(URL ?? '')
  return /^https?:\/\//i.test(address) ? iri(address) : undefined
}

/** Whether an address is that of a DOI, which names a work for ever. */
export const isDoi = (address: string): boolean => address.startsWith(DOI_RESOLVER)

/** The address of the DOI or arXiv number that the landing page of an archive stands for. */
export function identifierLink({ url }: Pick<Resource, 'url'>): string | undefined {
  const [, scheme, identifier] = exactName(url)?.match(/^(doi|arxiv):(.+)$/s) ?? []
  if (identifier === undefined) return undefined
  return scheme === 'doi' ? doiAddress(identifier) : arxivAddress(identifier)
}

/** The address of the DOI that a record states. */
export function doiLink(resource: Pick<Resource, 'doi'>): string | undefined {
  const { doi } = identifiersIn(resource.doi ?? '')
  return doi === undefined ? undefined : doiAddress(doi)
}

/** The addresses of all persistent identifiers of a resource. A DOI is the same in capitals. */
export function identifierLinks(resource: Pick<Resource, 'url' | 'doi'>): string[] {
  const [stated, found] = [doiLink(resource), identifierLink(resource)]
  const same = stated?.toLowerCase() === found?.toLowerCase()
  return [stated, same ? undefined : found].filter((address) => address !== undefined)
}

/** Every address that is the resource and nothing else: its own ones, and those of its identifiers. */
export function sameAs(resource: Pick<Resource, 'url' | 'otherUrls' | 'doi'>): string[] {
  return [
    ...new Set([
      iri(resource.url),
      ...identifierLinks(resource),
      ...resource.otherUrls.map((url) => iri(url)),
    ]),
  ]
}
