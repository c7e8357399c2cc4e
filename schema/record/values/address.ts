// When two addresses are the same. Compared by a canonical form; shown as they were given.

const DOI = /^(?:doi:\s*|info:doi\/|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i
const ARXIV =
  /^(?:arxiv:\s*|(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/
const BARE_HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$/i
const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src)$/

// Repositories whose landing page states its DOI: both forms are one address.
const DOI_PAGES: readonly [RegExp, (id: string, version?: string) => string][] = [
  [/^data\.mendeley\.com\/datasets\/([a-z0-9]+)\/(\d+)$/, (id, version) => `10.17632/${id}.${version}`],
  [/^zenodo\.org\/records?\/(\d+)$/, (id) => `10.5281/zenodo.${id}`],
]

/** Signs that end a sentence or a path: at the end of an address they say nothing. */
const LAST_SIGNS = /[/.,;]+$/
const WRAPPERS = ['<>', '()', '""', "''", '“”'] as const

/** What stands inside brackets or quotes, without the full stop or comma of the sentence around it. */
function unwrapped(text: string): string {
  const given = text.trim().replace(/[.,;]+$/, '')
  const wrapper = WRAPPERS.find(
    ([open, close]) => given.startsWith(open ?? '') && given.endsWith(close ?? ''),
  )
  return wrapper && given.length > 1 ? unwrapped(given.slice(1, -1)) : given
}

/** The arXiv number or DOI that a text is, bare, labelled or as an address; written as given, without a version. */
export function identifiersIn(text: string): { readonly arxiv?: string; readonly doi?: string } {
  const given = unwrapped(text)
  const arxiv = given.match(ARXIV)?.[1]
  if (arxiv) return { arxiv }
  const doi = given.match(DOI)?.[1]
  return doi ? { doi } : {}
}

/**
 * The form by which addresses are compared: no scheme, `www`, default port, trailing slash, fragment or tracking
 * parameter; lower case throughout, since two data sets that differ only in case do not occur and two spellings of
 * one do; `doi:` and `arxiv:` for what has such a name. Undefined where the text is no web address, DOI or arXiv number.
 */
export function canonicalAddress(text: string): string | undefined {
  const given = unwrapped(text)
  const { arxiv, doi } = identifiersIn(given)
  if (arxiv) return `arxiv:${arxiv}`
  if (doi) return canonicalDoi(doi.toLowerCase())
  const url = parseWebAddress(given)
  if (!url) return undefined
  const host = url.host.replace(/^www\./, '')
  const path = url.pathname.replace(LAST_SIGNS, '').replace(/\.git$/i, '')
  const parameters = [...new URLSearchParams(url.search.toLowerCase())].filter(
    ([name]) => !TRACKING.test(name),
  )
  const query = new URLSearchParams(parameters.sort()).toString()
  const canonical = `${host}${path}${query && `?${query}`}`.toLowerCase().replace(LAST_SIGNS, '')
  for (const [page, doiOf] of DOI_PAGES) {
    const [, id, version] = canonical.match(page) ?? []
    if (id) return canonicalDoi(doiOf(id, version))
  }
  return canonical
}

function canonicalDoi(doi: string): string {
  const arxiv = doi.match(ARXIV_DOI)?.[1]
  return arxiv ? `arxiv:${arxiv}` : `doi:${doi}`
}

function parseWebAddress(given: string): URL | undefined {
  const url = URL.parse(BARE_HOST.test(given) ? `https://${given}` : given)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined
}

/** Whether a text says by itself that it is an address: with a scheme, or as DOI or arXiv number; `eurorad.org` does not. */
export function isExplicitAddress(text: string): boolean {
  return canonicalAddress(text) !== undefined && !BARE_HOST.test(text.trim())
}

/** The address and the pages above it, nearest first: a link to a file finds the data set it lies in. */
export function enclosingAddresses(canonical: string): string[] {
  const found = [canonical]
  if (/^(?:doi|arxiv):/.test(canonical)) return found
  let rest = canonical.replace(/\?.*$/, '')
  while (rest !== '') {
    if (rest !== canonical) found.push(rest)
    rest = rest.includes('/') ? rest.slice(0, rest.lastIndexOf('/')) : ''
  }
  return found
}

/** What no IRI may have in it (RFC 3987, 2.2; Turtle's IRIREF): controls, spaces, signs of direction, and these. */
const UNFIT = /[\p{C}\p{Z}<>"{}|\\^`]/gu

/** An address as an IRI: what may not stand in one is percent-encoded, all else is as it was given. */
export function iri(address: string): string {
  return address.toWellFormed().replace(UNFIT, encodeURIComponent)
}
