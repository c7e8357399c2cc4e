// The links of a message: all addresses, DOIs, arXiv and PubMed numbers that a person can see in it, written in any way.

import { canonicalAddress } from '../schema/record/values/addresses/address.ts'
import { checkWebAddress } from '../schema/record/values/addresses/web-address.ts'

/** As much of a message of Discord as may have links; a forward has the original as a snapshot. */
export interface LinkedMessage {
  readonly content?: string | null | undefined
  readonly embeds?: readonly Embed[] | null | undefined
  readonly components?: readonly LinkedComponent[] | null | undefined
  readonly message_snapshots?: readonly { readonly message?: LinkedMessage | undefined }[] | null | undefined
}

interface Embed {
  readonly url?: string | null | undefined
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  readonly fields?:
    | readonly { readonly name?: string | undefined; readonly value?: string | undefined }[]
    | null
    | undefined
  readonly author?:
    | { readonly name?: string | undefined; readonly url?: string | null | undefined }
    | null
    | undefined
  readonly footer?: { readonly text?: string | undefined } | null | undefined
}

interface LinkedComponent {
  readonly content?: string | null | undefined
  readonly url?: string | null | undefined
  readonly components?: readonly LinkedComponent[] | null | undefined
  readonly accessory?: LinkedComponent | null | undefined
}

/** The addresses in the order in which a person meets them, each once; those of Discord itself are left out. */
export function linksIn(message: LinkedMessage): readonly string[] {
  const found = textsOf(message).flatMap((text) => linksInText(text ?? ''))
  const byForm = new Map<string | undefined, string>()
  for (const url of found.filter((url) => !isOfDiscord(url)))
    if (!byForm.has(canonicalAddress(url))) byForm.set(canonicalAddress(url), url)
  return [...byForm.values()]
}

const textsOf = (message: LinkedMessage): (string | null | undefined)[] => [
  message.content,
  ...(message.message_snapshots ?? []).flatMap((snapshot) =>
    snapshot.message ? textsOf(snapshot.message) : [],
  ),
  ...(message.embeds ?? []).flatMap(({ title, url, author, description, fields, footer }) => [
    ...[author?.name, author?.url, title, url, description],
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]),
  ...(message.components ?? []).flatMap(textsOfComponent),
]

const textsOfComponent = ({
  content,
  url,
  components,
  accessory,
}: LinkedComponent): (string | null | undefined)[] => [
  content,
  url,
  ...(components ?? []).flatMap(textsOfComponent),
  ...(accessory ? textsOfComponent(accessory) : []),
]

const DISCORD =
  /(?:^|\.)(?:discord\.(?:com|gg|gift|new|media|dev|co)|discordapp\.(?:com|net|io)|discordsays\.com|discordcdn\.com|dis\.gd)$/

const isOfDiscord = (url: string): boolean => DISCORD.test(URL.parse(url)?.hostname ?? '')

/** A host without a scheme counts under `www.`, or under one of the names that data sets are under. */
const BARE = String.raw`(?<![\p{L}\p{N}_@/.:=-])(?:www\.(?:[a-z0-9-]+\.)+[a-z]{2,}|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|info|io|ai|eu|ac\.uk|de))\/`
const START = new RegExp(
  [
    String.raw`(?<web>https?:\/\/)`,
    `(?<bare>${BARE})`,
    String.raw`(?<![\d./])(?<label>doi\s*:?\s*)?(?<doi>10\.\d{4,9}\/)`,
    String.raw`\barxiv\s*:?\s*(?<arxiv>\d{4}\.\d{4,5})(?!\d)(?:v\d+)?`,
    String.raw`\b(?<pubmed>pmid\s?:?\s*\d{4,8}|pmc\d{4,9})\b`,
  ].join('|'),
  'giu',
)

/** What people and programs escape, as they see it: `a\_b`. */
const ESCAPE = /\\([!-/:-@[-`{-~])/g

function linksInText(given: string): string[] {
  const text = given.replace(ESCAPE, '$1')
  const links: string[] = []
  const start = new RegExp(START)
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const { web, bare, doi, arxiv, pubmed } = match.groups ?? {}
    const from = match.index + (doi === undefined ? 0 : match[0].length - doi.length)
    const number = arxiv ?? pubmed
    const typed = number ?? addressAt(text, from)
    if (number === undefined) start.lastIndex = Math.max(from + typed.length, match.index + match[0].length)
    const url =
      web !== undefined || pubmed !== undefined
        ? typed
        : bare !== undefined
          ? `https://${typed}`
          : arxiv === undefined
            ? `https://doi.org/${typed}`
            : `https://arxiv.org/abs/${arxiv}`
    const checked = checkWebAddress(url)
    if ('url' in checked) links.push(checked.url)
  }
  return links
}

/** Space, brackets and quotes of other scripts, and signs that a browser escapes in an address. */
const NOT_IN_ADDRESS =
  /[\s\p{C}<>"`|^“”„‘’«»‹›—…，。、；：！？（）［］｛｝【】《》〈〉「」『』〔〕،؛؟。]|\*\*|~~|[,;]https?:\/\//iu
/** Signs that end a sentence, or an emphasis. */
const LAST = /[.,;:!?'*~\\]$/
const OPENER_OF = new Map([')(', '][', '}{'].map(([closer, opener]) => [closer, opener]))

/** The address that begins there: to the first sign that is none of it, or a bracket that was opened outside it. */
function addressAt(text: string, from: number): string {
  const rest = text.slice(from)
  const before = text[from - 1] ?? ''
  const run = rest.slice(0, NOT_IN_ADDRESS.exec(rest)?.index)
  let address = run.slice(0, endOfBrackets(run))
  if (before === "'" && address.includes("'")) address = address.slice(0, address.indexOf("'"))
  while (LAST.test(address) || (before === '_' && address.endsWith('_'))) address = address.slice(0, -1)
  return address
}

/** The end of what has its brackets in pairs. */
function endOfBrackets(run: string): number {
  const open: { readonly sign: string; readonly at: number }[] = []
  for (const { 0: sign, index: at } of run.matchAll(/[()[\]{}]/g)) {
    const opener = OPENER_OF.get(sign)
    if (opener === undefined) open.push({ sign, at })
    else if (open.pop()?.sign !== opener) return at
  }
  return open[0]?.at ?? run.length
}
