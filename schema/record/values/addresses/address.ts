// When two addresses are the same. Compared by a canonical form; shown as they were given.

import { canonicalOnHost } from './hosts.ts'
import { bareIdentifier, canonicalArxiv, doiName, LAST_SIGNS, withoutVersion } from './identifiers.ts'

/** A longer text is no address: whatever reads one may take its time with each letter. */
const LONGEST = 2000
const BARE_HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$/i
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(.+)$/i

/** Parameters that say how a page is shown or how somebody came to it, and never which page. */
const SAYS_NOTHING =
  /^(?:utm_.*|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src|ref_url|source|via|lang|language|locale|hl|usp|tab|spm|share|si|preview|rtpof|sd|view_only|authuser)$/

const FIRST_SIGNS = /^[<"'“‘«「『《（]+/u
const CLOSING = [
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['（', '）'],
] as const

/** What stands inside brackets or quotes, without the signs of the sentence around it. */
function unwrapped(text: string): string {
  let rest = text.trim()
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/[.,;:!?'"”’»。，、！？；：]+$/u, '').replace(FIRST_SIGNS, '')
    for (const [open, close] of CLOSING) {
      if (rest.startsWith(open) && rest.endsWith(close)) rest = rest.slice(1, -1)
      // A bracket that was never opened is the sentence's.
      else if (!rest.includes(open)) rest = trimmed(rest, '', close)
      else if (!rest.includes(close)) rest = trimmed(rest, open, '')
    }
  }
  return rest
}

/** A text without all that it begins or ends with of one sign. */
function trimmed(text: string, first: string, last: string): string {
  let [start, end] = [0, text.length]
  while (first !== '' && text.startsWith(first, start)) start += 1
  while (last !== '' && end > start && text.endsWith(last, end)) end -= 1
  return text.slice(start, end)
}

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
 * web address, DOI or arXiv number.
 */
export function canonicalAddress(text: string): string | undefined {
  const name = exactName(text)
  return name && withoutVersion(name)
}

/** The same, of a version the version: what a link must lead to. */
export function exactName(text: string): string | undefined {
  const given = unwrapped(text.slice(0, LONGEST))
  const { arxiv, doi } = bareIdentifier(given)
  if (arxiv !== undefined) return canonicalArxiv(arxiv)
  if (doi !== undefined) return doiName(doi)
  const url = parseWebAddress(given)
  if (!url) return undefined
  const archived = ARCHIVED.exec(url.href)?.[1]
  if (archived !== undefined) return exactName(archived) ?? plainForm(url)
  return canonicalOnHost(partsOf(url)) ?? plainForm(url)
}

function partsOf(url: URL) {
  return {
    host: hostOf(url),
    path: pathOf(url),
    query: new URLSearchParams(url.search.toLowerCase()),
    fragment: url.hash.toLowerCase(),
  }
}

const hostOf = ({ host }: URL) => host.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '')

/** The parts of the path, decoded, in lower case, without the name of a start page. */
const pathOf = ({ pathname }: URL): string[] =>
  pathname
    .replace(LAST_SIGNS, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '')
    .split('/')
    .map((part) =>
      decoded(part)
        .toLowerCase()
        .replace(/\s/g, '+')
        .replace(/[\p{C}%?#\\]/gu, escaped),
    )
    .filter((part) => part !== '')

const escaped = (sign: string) => encodeURIComponent(sign.toWellFormed()).toLowerCase()

/** A single page application has its page in the fragment. */
const pageInFragment = ({ hash }: URL) =>
  /^#!?\/.+$/.exec(hash.toLowerCase().replace(LAST_SIGNS, ''))?.[0] ?? ''

function plainForm(url: URL): string {
  const path = pathOf(url)
    .join('/')
    .replace(/\.git$/, '')
  const parameters = [...new URLSearchParams(url.search)]
    .map(([name, value]) => [name.toLowerCase(), value.toLowerCase()])
    .filter(([name = '']) => !SAYS_NOTHING.test(name))
  const query = new URLSearchParams(parameters.sort()).toString().toLowerCase()
  const form = [hostOf(url), path && `/${path}`, query && `?${query}`, pageInFragment(url)].join('')
  return withoutLastSigns(form)
}

function withoutLastSigns(form: string): string {
  const shorter = unwrapped(form).replace(LAST_SIGNS, '')
  return shorter === form ? form : withoutLastSigns(shorter)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parseWebAddress(given: string): URL | undefined {
  const url = URL.parse(BARE_HOST.test(given) ? `https://${given}` : given)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined
}

/** Whether a text says by itself that it is an address: with a scheme, or as DOI or arXiv number; `eurorad.org` does not. */
export function isExplicitAddress(text: string): boolean {
  return canonicalAddress(text) !== undefined && !BARE_HOST.test(text.trim())
}

const MOST_ENCLOSING = 8

/** The address and the pages above it, nearest first: a link to a file finds the data set it lies in. */
export function enclosingAddresses(canonical: string): string[] {
  const found = [canonical]
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

/** An address as an IRI: what may not stand in one is percent-encoded, all else is as it was given. */
export function iri(address: string): string {
  return address.toWellFormed().replace(UNFIT, encodeURIComponent)
}
