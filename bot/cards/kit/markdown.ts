// Text that others wrote, put into Discord's markdown so that it shows as it was typed.

const EVERYWHERE = /[\\*_~`|<>[\]]/g
/** Read as a heading, a list, a quote or small print at the start of a line only. */
const AT_LINE_START = /^(-?#{1,3}|[-+]|\d+\.)(?=\s)/
/** Discord links a bare address by its scheme; a backslash inside shows it as text. */
const SCHEME = /:(?=\/\/)/g
/** These name everyone even where nobody is pinged. */
const EVERYONE = /@(?=everyone|here)/g
/** A letter of a script that runs from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Text on one line, with what markdown would take for a sign made plain. */
function escapeMarkdown(text: string): string {
  return text
    .replace(EVERYWHERE, '\\$&')
    .replace(SCHEME, '\\:')
    .replace(EVERYONE, '\\@')
    .replace(AT_LINE_START, (sign) => (sign.endsWith('.') ? `${sign.slice(0, -1)}\\.` : `\\${sign}`))
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Text cut to at most `max` UTF-16 units, never inside a character as a person sees it, with an ellipsis where
 * something is missing. `shown` says what a character costs.
 */
function cut(text: string, max: number, shown: (part: string) => string): string {
  // What is shown is never shorter than what it stands for.
  const whole = text.length > max ? undefined : shown(text)
  if (whole !== undefined && whole.length <= max) return whole
  // What is shown only grows with what is kept, so the longest that fits is found by halving. It ends where a character
  // ends, or before the one that it would end in.
  let [fitting, over] = [0, Math.min(max, text.length)]
  while (over - fitting > 1) {
    const middle = Math.floor((fitting + over) / 2)
    if (shown(text.slice(0, middle)).length + 1 > max) over = middle
    else fitting = middle
  }
  const end = graphemes.segment(text.slice(0, fitting + 2)).containing(fitting)?.index ?? 0
  return `${shown(text.slice(0, end).trimEnd())}…`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A plain label (of a button, option or choice), which Discord shows as it stands. */
export const label = (text: string, max: number): string => cut(oneLine(text), max, (part) => part)

/**
 * Text to stand inside markdown, at most `max` units of it. Right-to-left names stand isolated (U+2068, U+2069), or
 * they would turn the order of what is around them.
 */
export function plain(text: string, max: number): string {
  const line = oneLine(text)
  if (!RIGHT_TO_LEFT.test(line)) return cut(line, max, escapeMarkdown)
  return `\u2068${cut(line, max - 2, escapeMarkdown)}\u2069`
}

/** What would end a masked link's address early, or make Discord not take it for one. */
const IN_ADDRESS = /[()<>[\]\\\s"'`]/g

const encoded = (url: string) =>
  url.replace(IN_ADDRESS, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** A longer one costs a card more than it is worth: there is a button for it. */
const LONGEST_LINKED = 500

/**
 * A name that leads somewhere. A name with a bracket or an address in it can't be a masked link's text (Discord
 * doesn't read escapes there, and refuses what looks like another address), so it stands alone.
 */
export function link(name: string, url: string, max: number): string {
  const shown = plain(name, max)
  const address = encoded(url)
  return /[[\]]|:\/\//.test(name) || address.length > LONGEST_LINKED ? shown : `[${shown}](${address})`
}

/**
 * An address that shows itself, where a text is one and nothing else, and no longer than `max`: cut short it would lead
 * elsewhere.
 */
export function address(text: string, max: number): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined
  const shown = encoded(text)
  return shown.length + 2 <= max ? `<${shown}>` : undefined
}

/** A block to copy from. Three backticks would end it, so a zero-width space parts any two. */
export function codeBlock(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.replace(/`(?=`)/g, '`\u200b')}\n\`\`\``
}
