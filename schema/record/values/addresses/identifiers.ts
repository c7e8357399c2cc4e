// DOIs and numbers of preprints, as people write them and as addresses have them in their path.

import { withoutTail } from './signs.ts'

/** A DOI as it stands bare (the DOI handbook, 2.2; Crossref's pattern). */
const DOI = /^(?:doi:\s*|info:doi\/)?(10\.\d{4,9}\/(?=\S*[a-z\d])\S+)$/i
const ARXIV = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/

/** What follows a DOI in a path and shows another form of the same: "/full", "/figures/1", ".full.pdf". */
const FORM_OF_DOI =
  /(?:\/(?:full|fulltext|abstract|abs|e?pdf|epub|meta|html?|xml|references|citations|figures?|tables?|suppl\w*|metrics|summary|download|tab-.+)(?:\/.*)?|\.full|\.abstract|\.pdf|\.html?)+$/

/** Prefixes of repositories that give each version a DOI of its own, which ends with its number. */
const VERSIONS: readonly (readonly [prefix: RegExp, version: RegExp])[] = [
  // bioRxiv and medRxiv.
  [/^10\.(?:1101|64898)\//, /v\d+$/],
  // Research Square, Preprints.org, ChemRxiv, Mendeley Data, figshare.
  [/^10\.21203\//, /\/v\d+$/],
  [/^10\.20944\//, /\.v\d+$/],
  [/^10\.26434\//, /-v\d+$/],
  [/^10\.17632\//, /\.\d+$/],
  [/^10\.6084\//, /\.v\d+$/],
  // OpenNeuro.
  [/^10\.18112\//, /\.v[\d.]+$/],
]

/** The arXiv number or DOI that a text is, bare or labelled; written as given, without a version of the number. */
export function bareIdentifier(given: string): { readonly arxiv?: string; readonly doi?: string } {
  const text = withoutTail(given)
  const arxiv = ARXIV.exec(text)?.[1]
  if (arxiv !== undefined) return { arxiv }
  const doi = DOI.exec(text)?.[1]
  return doi === undefined ? {} : { doi }
}

/** The name of a DOI: in lower case (the handbook, 2.4); of a preprint of arXiv its number. */
export function doiName(doi: string): string {
  const lower = withoutTail(doi.toLowerCase()).replace(/\/{2,}/g, '/')
  const arxiv = ARXIV_DOI.exec(lower)?.[1]
  return arxiv === undefined ? `doi:${lower}` : canonicalArxiv(arxiv)
}

/** The name of what a DOI is a version of. */
export function withoutVersion(name: string): string {
  const doi = /^doi:(.+)$/s.exec(name)?.[1]
  const version = doi && VERSIONS.find(([prefix]) => prefix.test(doi))?.[1]
  return version ? `doi:${doi.replace(version, '')}` : name
}

export const canonicalArxiv = (number: string) => `arxiv:${number.toLowerCase().replace(/v\d+$/, '')}`

/** The DOI that a path has in it, as publishers write it: "/doi/full/10.1148/radiol.2021203957". */
export function doiInPath(path: string): string | undefined {
  const doi = /\/(10\.\d{4,9}\/[^?#]+)$/.exec(path.replace(/\/+$/, ''))?.[1]
  return doi?.replace(FORM_OF_DOI, '')
}
