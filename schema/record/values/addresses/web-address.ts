// Which addresses may be listed: those that everyone can open in a browser, and that show where they lead.

import type { Refused } from '../../../refusals.ts'
import { cleanText } from '../../../text/clean-text.ts'
import { LENGTHS } from '../text.ts'
import { identifiersIn } from './address.ts'
import { bareName } from './identifiers.ts'
import { disguisedSign, shownHost } from './shown-host.ts'

export type WebAddress = { readonly url: string } | { readonly problem: Refused }

/**
 * Top-level names that lead nowhere public: IANA's special-use names (RFC 6761; `local` RFC 6762, `onion` RFC 7686,
 * `alt` RFC 9476, all of `arpa` with `home.arpa` RFC 8375), ICANN's `internal`, and those that private networks took
 * for themselves (RFC 6762, appendix G). `example.org` and its like do answer, and stay.
 */
const NOT_PUBLIC = new Set(
  (
    'localhost local test example invalid onion alt arpa internal ' +
    'intranet private corp home lan localdomain'
  ).split(' '),
)

/** RFC 1123, 2.1, and the underscore, which host names of pages have in practice. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/
/** No top-level name has a digit, but for those in other scripts (RFC 3492). */
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/
const LONGEST_HOST = 253

const refused = (problem: Refused) => ({ problem })

/** A host and what follows it, without the scheme that people leave out. */
const WITHOUT_SCHEME =
  /^(?:\/\/)?((?:[\p{L}\p{M}\p{N}_-]+\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)(?:[:/?#]\S*)?)$/iu

/**
 * The address to list: of a DOI or an arXiv number its page; else as the URL parser of browsers reads it, so that it
 * leads where it reads. `https://` is added where no scheme is given, and `<>` around it is taken off. What a browser
 * reads otherwise than a person does is refused.
 */
export function checkWebAddress(text: string): WebAddress {
  const cleaned = cleanText(text, 'address')
  if ('problem' in cleaned) return cleaned
  const given = text.trim().replace(AROUND, '$1$2$3$4').trim()
  const url = /^https?:/i.test(given) ? given : (identifierAddress(given) ?? withScheme(given))
  if (!url) return refused({ name: 'noAddress', values: [] })
  if (url.length > LENGTHS.url) return tooLong
  const unfit = url.match(/[\s\\<>"]/)?.[0]
  if (unfit) return refused({ name: 'unfitInAddress', values: [unfit.replace(/\s/, ' ')] })
  const [, authority = ''] = url.match(/^https?:\/\/([^/?#]+)/i) ?? []
  // WHATWG's parser, as browsers have it: 0x7f.1 comes out as 127.0.0.1, letters of all scripts as ASCII.
  const parsed = URL.parse(url)
  if (!parsed || authority === '') return refused({ name: 'addressUnreadable', values: [] })
  if (authority.includes('@')) return refused({ name: 'addressWithPassword', values: [] })
  if (parsed.port === '0') return refused({ name: 'addressWithoutPort', values: [] })
  const host = authority.replace(/:\d*$/, '')
  const disguised = disguisedSign(host)
  if (disguised) return refused({ name: 'hostDisguised', values: [disguised.sign, disguised.reading] })
  return hostProblem(parsed.hostname) ?? listed(parsed, shownHost(host, parsed.hostname), url)
}

/** What people and programs put around an address, and a comma behind it. */
const AROUND = /^(?:<([^>]*)>|\(([^)]*)\)|["“]([^"”]*)["”]|\[[^\]]*\]\(<?(.*?)>?\))[,;]?$/s

const tooLong = refused({ name: 'addressTooLong', values: [LENGTHS.url] })

/** The parser's form with the host as it is shown; the slash that the parser puts after a mere host is left out. */
function listed(parsed: URL, host: string, given: string): WebAddress {
  const { protocol, port, href } = parsed
  const rest = /^[^/]*\/\/[^/?#]*$/.test(given) ? '' : href.replace(/^[^/]*\/\/[^/]*/, '')
  const url = `${protocol}//${host}${port && `:${port}`}${rest}`
  return url.length > LENGTHS.url ? tooLong : { url }
}

function withScheme(given: string): string | undefined {
  const address = WITHOUT_SCHEME.exec(given)?.[1]
  return address === undefined ? undefined : `https://${address}`
}

/** The address of a number of arXiv or PubMed, or of a DOI that needs no escapes in one; any other DOI can be given as an address. */
function identifierAddress(given: string): string | undefined {
  const [, kind, number] = /^(pmid|pmc):(.+)$/.exec(bareName(given) ?? '') ?? []
  if (kind === 'pmid') return `https://pubmed.ncbi.nlm.nih.gov/${number}/`
  if (kind === 'pmc') return `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`
  const { arxiv, doi } = identifiersIn(given)
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`
  const url = `https://doi.org/${doi}`
  return doi && !/[?#%]/.test(doi) && URL.parse(url)?.href === url ? url : undefined
}

/**
 * A data set has a name, and an address that is a number may be someone else's tomorrow. So no IP address is listed,
 * and nothing depends on a table of the ranges that are private, reserved or lead to such through IPv6 (RFC 6890 and
 * IANA's special-purpose registries, which change). A name whose DNS record is a private address can't be told from
 * here: whatever opens listed addresses has to guard itself.
 */
function hostProblem(host: string): { readonly problem: Refused } | undefined {
  const labels = host.split('.')
  const top = labels.at(-1) ?? ''
  // After WHATWG's parsing, a last label of digits is an IPv4 address.
  if (host.startsWith('[') || /^\d+$/.test(top)) return refused({ name: 'hostIsNumber', values: [host] })
  // Another spelling of the same host, which comparison would take for another host.
  if (top === '') return refused({ name: 'hostEndsWithStop', values: [host] })
  if (labels.length === 1 || NOT_PUBLIC.has(top)) return refused({ name: 'hostNotPublic', values: [host] })
  const named = labels.every((label) => LABEL.test(label)) && TOP_LEVEL.test(top)
  return named && host.length <= LONGEST_HOST ? undefined : refused({ name: 'noHostName', values: [host] })
}
