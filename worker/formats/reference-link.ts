import type { Reference } from '../../schema/contract.ts'
import { oneLine } from './one-line.ts'

/** Where a reference can be opened: by its DOI, its arXiv number or its address, in this order; it may have none. */
export function referenceLink(reference: Reference): string | undefined {
  const { DOI, URL } = reference
  if (DOI !== undefined) return `https://doi.org/${escaped(DOI).replace(/[?#]/g, encodeURIComponent)}`
  // An address came from a browser and has its escapes already; a space in it would end it early.
  return arXivLink(reference) ?? (URL === undefined ? undefined : oneLine(URL).replaceAll(' ', '%20'))
}

/** The page of a preprint that is known by its number in arXiv. */
export function arXivLink({ archive, archive_location: number }: Reference): string | undefined {
  return archive === 'arXiv' && number !== undefined ? `https://arxiv.org/abs/${escaped(number)}` : undefined
}

/** As a path: what a DOI may have and an address may not (DOI Handbook, 3.8) is escaped. */
function escaped(identifier: string): string {
  return encodeURI(oneLine(identifier).toWellFormed())
}
