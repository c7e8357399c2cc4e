// Text of other people in Discord's markdown, escaped so that it shows as it was typed.

import { once } from '../../../schema/once.ts'

/**
 * The signs before which a backslash is written, each with what makes it one: what is markdown anywhere; the scheme of an
 * address, which Discord links bare; a mention of everyone, shown even in a message that pings nobody; and what is read as
 * a heading, a list, a quote or small print at the start of a line only.
 */
const MARKDOWN =
  /[\\*_~`|<>[\]]|:(?=(\/\/))|@(?=(everyone|here))|^(?:-?#{1,3}|[-+])(?=(\s))|(?<=^\d+)\.(?=(\s))/g
/** A letter of a script that runs from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** One line of text, with markdown escaped. */
const escapeMarkdown = (text: string) => text.replace(MARKDOWN, '\\$&')

/** How many UTF-16 units of a text can stay for it to be at most `max` long, with its backslashes. */
function unitsWithin(text: string, max: number, isMarkdown: boolean): number {
  let kept = Math.max(max, 0)
  if (!isMarkdown) return kept
  for (const match of text.slice(0, max).matchAll(MARKDOWN)) {
    // A sign that is cut from what makes it one needs no backslash.
    if (match.index + match.join('').length > kept) break
    kept -= 1
  }
  return kept
}

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/**
 * Text cut to at most `max` UTF-16 units, never inside a grapheme, with an ellipsis where something is missing. What counts
 * is the text as it is written: with its backslashes, where it is for markdown.
 */
function cut(text: string, max: number, isMarkdown: boolean): string {
  const shown = (part: string) => (isMarkdown ? escapeMarkdown(part) : part)
  // The written text is never shorter than the original.
  const whole = text.length > max ? undefined : shown(text)
  if (whole !== undefined && whole.length <= max) return whole
  const kept = unitsWithin(text, max - 1, isMarkdown)
  // The cut moves back to the start of the grapheme that it falls into.
  const end =
    graphemes()
      .segment(text.slice(0, kept + 2))
      .containing(kept)?.index ?? 0
  return `${shown(text.slice(0, end).trimEnd())}…`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A label of a button, option or choice, which Discord shows without markdown. */
export const label = (text: string, max: number): string => cut(oneLine(text), max, false)

/** The same of a text with line ends, which stay. */
export const labelLines = (text: string, max: number): string => cut(text.trim(), max, false)

/**
 * Text for markdown, at most `max` UTF-16 units. Right-to-left text is isolated (U+2068, U+2069), or it would turn the
 * order of the text around it.
 */
export function plain(text: string, max: number): string {
  const line = oneLine(text)
  if (!RIGHT_TO_LEFT.test(line)) return cut(line, max, true)
  return `\u2068${cut(line, max - 2, true)}\u2069`
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
