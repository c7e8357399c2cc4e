// DOIs and numbers of preprints, as people write them and as addresses have them in their path.

import { withoutTail } from './signs.ts'

/** A DOI as it stands bare (the DOI handbook, 2.2; Crossref's pattern). */
const DOI = /^(?:(?:urn:)?doi:?\s*|info:doi\/)?(10\.\d{4,9}\/(?=\S*[a-z\d])\S+)$/i
const ARXIV =
  /^(?:(?:arxiv preprint )?arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\s*\[[a-z.-]+\])?$/i
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/
const PUBMED = /^(?:pmid:?\s*(\d{1,8})|(?:pmcid:?\s*)?pmc:?\s?(\d{4,9})(?:\.\d+)?)$/i
/** OSF registers one for what its authors ask it for; its page has the same five signs. */
const OSF_DOI = /^10\.17605\/(osf\.io\/[a-z\d]{5})$/
const SYNAPSE_DOI = /^10\.7303\/(syn\d+)(?:\.\d+)?$/

/** What follows a DOI in a path and shows another form of the same: "/full", "/figures/1", ".full.pdf". */
const FORM_OF_DOI =
  /(?:\/(?:full|fulltext|abstract|abs|e?pdf|epub|meta|html?|xml|references|citations|figures?|tables?|suppl\w*|metrics|summary|download|tab-.+)(?:\/.*)?|\.full(?:-text)?|\.abstract|\.supplementary-material|\.article-(?:info|metrics)|\.pdf|\+html|\.svg|\.html?)+$/

/** The arXiv number or DOI that a text is, bare or labelled; written as given, without a version of the number. */
export function bareIdentifier(given: string): { readonly arxiv?: string; readonly doi?: string } {
  const text = withoutTail(given)
  const arxiv = ARXIV.exec(text)?.[1]
  if (arxiv !== undefined) return { arxiv }
  const doi = DOI.exec(text)?.[1]
  return doi === undefined ? {} : { doi }
}

/** The canonical name of an arXiv number, a DOI, a PMID or a PMC number, bare or labelled. */
export function bareName(given: string): string | undefined {
  const { arxiv, doi } = bareIdentifier(given)
  if (arxiv !== undefined) return canonicalArxiv(arxiv)
  if (doi !== undefined) return doiName(doi)
  const [, pmid, pmc] = PUBMED.exec(withoutTail(given)) ?? []
  return pmid ? `pmid:${pmid}` : pmc && `pmc:${pmc}`
}

/** The name of a DOI: in lower case (the handbook, 2.4); of a preprint of arXiv its number, of OSF and Synapse the page. */
export function doiName(doi: string): string {
  const lower = withoutTail(doi.toLowerCase()).replace(/\/{2,}/g, '/')
  const arxiv = ARXIV_DOI.exec(lower)?.[1]
  if (arxiv !== undefined) return canonicalArxiv(arxiv)
  const entity = SYNAPSE_DOI.exec(lower)?.[1]
  if (entity !== undefined) return `synapse.org/${entity}`
  return OSF_DOI.exec(lower)?.[1] ?? `doi:${lower}`
}

export const canonicalArxiv = (number: string) =>
  `arxiv:${number.toLowerCase().replace(/^arxiv:|v\d+$/g, '')}`

/** The DOI that a path has in it, as publishers write it: "/doi/full/10.1148/radiol.2021203957", "/dataset/doi:10.5061/…". */
export function doiInPath(path: string): string | undefined {
  const doi = /\/(?:doi:)?(10\.\d{4,9}\/[^?#]+)$/.exec(path.replace(/\/+$/, ''))?.[1]
  return doi?.replace(FORM_OF_DOI, '')
}
