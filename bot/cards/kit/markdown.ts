// Text of other people in Discord's markdown, escaped so that it shows as it was typed.

import { once } from '../../../schema/once.ts'

const EVERYWHERE = /[\\*_~`|<>[\]]/g
/** Read as a heading, a list, a quote or small print at the start of a line only. */
const AT_LINE_START = /^(-?#{1,3}|[-+]|\d+\.)(?=\s)/
/** Discord links a bare address by its scheme; a backslash inside shows it as text. */
const SCHEME = /:(?=\/\/)/g
/** Shown as a mention of everyone, even in a message that pings nobody. */
const EVERYONE = /@(?=everyone|here)/g
/** A letter of a script that runs from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** One line of text, with markdown escaped. */
function escapeMarkdown(text: string): string {
  return text
    .replace(EVERYWHERE, '\\$&')
    .replace(SCHEME, '\\:')
    .replace(EVERYONE, '\\@')
    .replace(AT_LINE_START, (sign) => (sign.endsWith('.') ? `${sign.slice(0, -1)}\\.` : `\\${sign}`))
}

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/**
 * Text cut to at most `max` UTF-16 units, never inside a grapheme, with an ellipsis where something is missing. `shown`
 * is the text as it is written, which counts.
 */
function cut(text: string, max: number, shown: (part: string) => string): string {
  // The written text is never shorter than the original.
  const whole = text.length > max ? undefined : shown(text)
  if (whole !== undefined && whole.length <= max) return whole
  // The written text grows with the length kept, so the longest that fits is found by halving. The cut moves back to the
  // start of the grapheme that it falls into.
  let [fitting, over] = [0, Math.min(max, text.length)]
  while (over - fitting > 1) {
    const middle = Math.floor((fitting + over) / 2)
    if (shown(text.slice(0, middle)).length + 1 > max) over = middle
    else fitting = middle
  }
  const end =
    graphemes()
      .segment(text.slice(0, fitting + 2))
      .containing(fitting)?.index ?? 0
  return `${shown(text.slice(0, end).trimEnd())}…`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A label of a button, option or choice, which Discord shows without markdown. */
export const label = (text: string, max: number): string => cut(oneLine(text), max, (part) => part)

/** The same of a text with line ends, which stay. */
export const labelLines = (text: string, max: number): string => cut(text.trim(), max, (part) => part)

/**
 * Text for markdown, at most `max` UTF-16 units. Right-to-left text is isolated (U+2068, U+2069), or it would turn the
 * order of the text around it.
 */
export function plain(text: string, max: number): string {
  const line = oneLine(text)
  if (!RIGHT_TO_LEFT.test(line)) return cut(line, max, escapeMarkdown)
  return `\u2068${cut(line, max - 2, escapeMarkdown)}\u2069`
}

/** What `plain` shows, as it was typed. */
export const asTyped = (shown: string): string =>
  shown.replace(/^(?:-# )?\u2068?|\u2069$/g, '').replace(/\\([^\p{L}\p{N}\s])/gu, '$1')

/** Characters that would end the address of a masked link early, or make Discord not see a link. */
const IN_ADDRESS = /[()<>[\]\\\s"'`]/g

const encoded = (url: string) =>
  url.replace(IN_ADDRESS, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** A longer address takes too much of a card, which has a button for it. */
const LONGEST_LINKED = 500

/**
 * A masked link. A name with a bracket or an address in it can't be its text (Discord ignores escapes there, and
 * refuses a text that looks like another address), so it is shown without the link.
 */
export function link(name: string, url: string, max: number): string {
  const shown = plain(name, max)
  const address = encoded(url)
  return /[[\]]|:\/\//.test(name) || address.length > LONGEST_LINKED ? shown : `[${shown}](${address})`
}

/**
 * A link that shows its address. Undefined where the text is not one address, or is longer than `max` UTF-16 units: cut
 * short it would lead elsewhere.
 */
export function address(text: string, max: number): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined
  const shown = encoded(text)
  return shown.length + 2 <= max ? `<${shown}>` : undefined
}

/** A text of ours in which each masked or bare link is plain, but for those that begin with `kept`. */
export const unlinked = (text: string, kept?: string): string =>
  text.replace(
    /(?<!\\)\[((?:\\.|[^\\\]])*)\]\((https?:[^)]*)\)|(?<!\\)<(https?:[^>]*)>/g,
    (whole, shown: string | undefined, masked: string | undefined, bare: string | undefined) => {
      if (kept !== undefined && (masked ?? bare ?? '').startsWith(kept)) return whole
      return shown ?? escapeMarkdown(bare ?? '')
    },
  )

/** Three backticks would end the block, so a zero-width space parts any two. */
export function codeBlock(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.replace(/`(?=`)/g, '`\u200b')}\n\`\`\``
}
