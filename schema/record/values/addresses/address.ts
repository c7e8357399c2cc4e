// When two addresses are the same. Compared by a canonical form; shown as they were given.

import type { AddressParts } from './host-rule.ts'
import { canonicalOnHost, withoutVersion } from './hosts.ts'
import { bareIdentifier, bareName } from './identifiers.ts'
import { unwrapped, withoutTail } from './signs.ts'

/** A longer text is no address: whatever reads one may take its time with each letter. */
const LONGEST = 2000
const BARE_HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$/i
/** A page as it was archived: at a time, as it came (`id_`), or all of its copies (`*`). */
const ARCHIVED = [
  /^https?:\/\/(?:web\.|www\.)?archive\.org\/(?:web\/(?:\d+\*?(?:[a-z]{2}_)?|\*)|save)\/(.+)$/i,
  /^https?:\/\/(?:www\.)?archive\.(?:ph|today|is|fo|li|md|vn)\/(?:[^/]+\/){0,2}(https?:\/\/.+)$/i,
]
/** What `git clone` takes: `git@github.com:owner/name.git` or `ssh://git@github.com/owner/name.git`. */
const CLONED = /^(?:(?:git\+)?(?:ssh|git):\/\/(?:git@)?|git@)([a-z0-9.-]+)(?::\d+(?=\/))?[:/]\/*(\S+)$/i

/** Pages that lead on to the address in a parameter: what mail programs and search sites make of a link. */
const REDIRECTION =
  /^(?:(?:google|scholar\.google)\.[a-z.]+\/(?:scholar_)?url|.+\.safelinks\.protection\.outlook\.com|l\.facebook\.com\/l\.php)$/

/** Parameters that say how a page is shown or how somebody came to it, and never which page. */
const SAYS_NOTHING =
  /^(?:utm_.*|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src|ref_url|source|via|lang|language|locale|hl|usp|tab|spm|share|si|preview|rtpof|sd|view_only|authuser|msclkid|(?:tw|y|d)clid|_g[al]|_?_hs.*|(?:mtm|pk)_.*|wt_mc|trk|cmpid|referrer|phpsessid|jsessionid|sessionid)$/

/** The arXiv number or DOI that a text is, bare, labelled or as an address; written as given, without a version. */
export function identifiersIn(text: string): { readonly arxiv?: string; readonly doi?: string } {
  const given = unwrapped(text.slice(0, LONGEST))
  const bare = bareIdentifier(given)
  if (bare.arxiv !== undefined || bare.doi !== undefined) return bare
  const [, site, id = ''] =
    given.match(/^(?:https?:\/\/)?(?:www\.|dx\.|export\.)?(doi|arxiv)\.org\/(.+)$/i) ?? []
  if (site === undefined) return {}
  if (site.toLowerCase() === 'doi') return bareIdentifier(decoded(id).replace(/\/+$/, ''))
  return bareIdentifier(id.replace(/^(?:abs|pdf|html)\//i, '').replace(/\.pdf$/i, ''))
}

/**
 * The form by which addresses are compared: no scheme, `www`, default port, trailing slash, fragment or parameter that
 * says nothing; lower case throughout, since two data sets that differ only in case do not occur and two spellings of
 * one do; what hosts.ts knows of the host; `doi:` and `arxiv:` for what has such a name. Undefined where the text is no
 * web address, DOI, arXiv number, PMID or PMC number.
 */
export function canonicalAddress(text: string): string | undefined {
  const name = exactName(text)
  return name && withoutVersion(name)
}

/** A record asks for the same few addresses again and again, and so many texts are soon made anew. */
const NAMES_KEPT = 100
const names = new Map<string, string | undefined>()

/** The same, of a version the version: what a link must lead to. */
export function exactName(text: string): string | undefined {
  if (names.has(text)) return names.get(text)
  if (names.size >= NAMES_KEPT) names.clear()
  const name = readName(text)
  names.set(text, name)
  return name
}

function readName(text: string): string | undefined {
  const given = unwrapped(text.slice(0, LONGEST))
  const named = bareName(given)
  if (named !== undefined) return named
  const url = parseWebAddress(given)
  if (!url) return undefined
  const archived = ARCHIVED.map((pattern) => pattern.exec(url.href)?.[1]).find((found) => found !== undefined)
  const parts = partsOf(url)
  const target = archived ?? redirected(url, parts)
  return (target === undefined ? canonicalOnHost(parts) : exactName(target)) ?? plainForm(url, parts)
}

/** The address that a redirection leads to. */
function redirected(url: URL, { host, path }: AddressParts): string | undefined {
  if (!REDIRECTION.test([host, ...path].join('/'))) return undefined
  const { searchParams } = url
  return searchParams.get('url') ?? searchParams.get('q') ?? searchParams.get('u') ?? undefined
}

function partsOf(url: URL): AddressParts {
  return {
    host: hostOf(url),
    path: pathOf(url),
    // Few rules ask for it.
    get query() {
      return new URLSearchParams(url.search.toLowerCase())
    },
    fragment: url.hash.toLowerCase(),
  }
}

const hostOf = ({ host }: URL) => host.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '')

/** The parts of the path, decoded, in lower case, without the name of a start page. */
const pathOf = ({ pathname }: URL): string[] =>
  withoutTail(decoded(pathname.replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '')).toLowerCase())
    .split('/')
    .filter((part) => part !== '')
    .map(escapedPart)

/** What would be read as another part of an address, or not at all. */
const escapedPart = (part: string) =>
  ESCAPED.test(part)
    ? part
        .replace(/\s/g, '+')
        .replace(/[\p{C}%?#\\]/gu, (sign) => encodeURIComponent(sign.toWellFormed()).toLowerCase())
    : part
const ESCAPED = /[\s\p{C}%?#\\]/u

/** A single page application has its page in the fragment. */
function pageInFragment({ hash }: URL): string {
  if (hash === '') return ''
  const page = /^(#!?\/)(.+)$/s.exec(decoded(hash).toLowerCase())
  const path = withoutTail(page?.[2] ?? '')
  return path === '' ? '' : `${page?.[1]}${escapedPart(path)}`
}

/** The parameters that say which page it is, in alphabetical order. */
function parametersOf({ search }: URL): string {
  if (search === '') return ''
  const parameters = [...new URLSearchParams(search)]
    .map((pair) => pair.map((text) => withoutTail(text.toLowerCase())))
    .filter(([name = '', value = '']) => `${name}${value}` !== '' && !SAYS_NOTHING.test(name))
  return new URLSearchParams(parameters.sort()).toString().toLowerCase()
}

function plainForm(url: URL, { host, path: parts }: AddressParts): string {
  const path = parts.join('/').replace(/\.git$/, '')
  const query = parametersOf(url)
  const form = [host, path && `/${path}`, query && `?${query}`, pageInFragment(url)].join('')
  return withoutTail(form)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parseWebAddress(given: string): URL | undefined {
  const written = given.replace(/^git\+(?=https?:)/i, '').replace(CLONED, 'https://$1/$2')
  const url = URL.parse(BARE_HOST.test(written) ? `https://${written}` : written)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined
}

/** Whether a text says by itself that it is an address: with a scheme, or as DOI or arXiv number; `eurorad.org` does not. */
export function isExplicitAddress(text: string): boolean {
  return canonicalAddress(text) !== undefined && !BARE_HOST.test(text.trim())
}

const MOST_ENCLOSING = 8
/** A Dataverse site gives a file the DOI of its data set and a part more. */
const FILE_OF_DATAVERSE = /^(doi:10\.\d+\/dvn\/[^/]+)\/[^/]+$/

/** The address and the pages above it, nearest first: a link to a file finds the data set it lies in. */
export function enclosingAddresses(canonical: string): string[] {
  const found = [canonical]
  const dataSet = FILE_OF_DATAVERSE.exec(canonical)?.[1]
  if (dataSet !== undefined) return [canonical, dataSet]
  if (/^(?:doi|arxiv|hdl|pmc|pmid):/.test(canonical)) return found
  let rest = canonical.replace(/[?#].*$/, '')
  while (rest !== '') {
    if (rest !== canonical) found.push(rest)
    rest = rest.includes('/') ? rest.slice(0, rest.lastIndexOf('/')) : ''
  }
  // Of a deep path the nearest pages, and those nearest to the host.
  return found.length <= 2 * MOST_ENCLOSING
    ? found
    : [...found.slice(0, MOST_ENCLOSING), ...found.slice(-MOST_ENCLOSING)]
}

/** What no IRI may have in it (RFC 3987, 2.2; Turtle's IRIREF): controls, spaces, signs of direction, and these. */
const UNFIT = /[\p{C}\p{Z}<>"{}|\\^`]/gu

/** The signs of most addresses: one of these alone is an IRI as it is. */
const FIT = /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/

/** An address as an IRI: what may not stand in one is percent-encoded, all else is as it was given. */
export function iri(address: string): string {
  return FIT.test(address) ? address : address.toWellFormed().replace(UNFIT, encodeURIComponent)
}
