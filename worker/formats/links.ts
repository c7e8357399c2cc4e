// Where a reference is found on the web, and by what a resource is known beside its address.

import { canonicalAddress, identifiersIn } from '../../schema/record/address.ts'
import type { Reference, Resource } from '../../schema/record/resource.ts'
import { iri } from './linked-data/iris.ts'
import { oneLine } from './one-line.ts'

/** What needs no escape in the path of an address (RFC 3986, 3.3); the DOI Handbook asks for one elsewhere (2.5.2.4). */
const ESCAPED = /[^\w\-.~!$&'()*+,;=:@/]/gu

const inPath = (text: string) => text.toWellFormed().replace(ESCAPED, encodeURIComponent)
const DOI_RESOLVER = 'https://doi.org/'
const doiAddress = (doi: string) => `${DOI_RESOLVER}${inPath(doi)}`
const arxivAddress = (number: string) => `https://arxiv.org/abs/${inPath(number)}`

/** Where a reference can be opened: by its DOI, its arXiv number or its address, in this order; it may have none. */
export function referenceLink(reference: Reference): string | undefined {
  const { doi } = identifiersIn(reference.DOI ?? '')
  return doi === undefined ? (arxivLink(reference) ?? webLink(reference)) : doiAddress(doi)
}

/** The page of a preprint that is known by its number in arXiv. */
export function arxivLink({ archive, archive_location }: Reference): string | undefined {
  const number = oneLine(archive_location ?? '')
  return archive?.toLowerCase() === 'arxiv' && number !== '' ? arxivAddress(number) : undefined
}

/** Its address, which came from a browser and has its escapes already. What no browser opens from a page is no link. */
function webLink({ URL }: Reference): string | undefined {
  const address = oneLine(URL ?? '')
  return /^https?:\/\//i.test(address) ? iri(address) : undefined
}

/** Whether an address names a work for ever, rather than a page about it. */
export const isDoi = (address: string): boolean => address.startsWith(DOI_RESOLVER)

/** The address of the DOI or arXiv number that a resource's own address stands for, as landing pages of archives do. */
export function identifierLink({ url }: Pick<Resource, 'url'>): string | undefined {
  const [, scheme, identifier] = canonicalAddress(url)?.match(/^(doi|arxiv):(.+)$/s) ?? []
  if (identifier === undefined) return undefined
  return scheme === 'doi' ? doiAddress(identifier) : arxivAddress(identifier)
}

/** The address of the DOI that a resource was given as its own. */
export function doiLink(resource: Pick<Resource, 'doi'>): string | undefined {
  const { doi } = identifiersIn(resource.doi ?? '')
  return doi === undefined ? undefined : doiAddress(doi)
}

/** The addresses of all that a resource is known by for ever. A DOI is the same in capitals. */
export function identifierLinks(resource: Pick<Resource, 'url' | 'doi'>): string[] {
  const [own, found] = [doiLink(resource), identifierLink(resource)]
  const same = own?.toLowerCase() === found?.toLowerCase()
  return [own, same ? undefined : found].filter((address) => address !== undefined)
}

/** Every address that is the resource and nothing else: its own, and those of its identifiers. */
export function sameAs(resource: Pick<Resource, 'url' | 'doi'>): string[] {
  return [...new Set([iri(resource.url), ...identifierLinks(resource)])]
}

/** One entry of the SPDX list: an expression of several has no address, nor has a licence that only its giver knows. */
const LISTED_LICENSE = /^(?!LicenseRef-|DocumentRef-)[A-Za-z0-9][A-Za-z0-9.-]*$/

/** The address of a licence, where it is one of the SPDX list. What was claimed in words is never made an address. */
export function licenseLink({ licenseSpdx }: Pick<Resource, 'licenseSpdx'>): string | undefined {
  return licenseSpdx !== null && LISTED_LICENSE.test(licenseSpdx)
    ? `https://spdx.org/licenses/${licenseSpdx}`
    : undefined
}
