// How the host of an address is shown, so that nobody takes it for another. Unicode Technical Standard #39 describes the
// tricks, and browsers show Punycode against them as this file does.

/** Letters with marks in languages of Latin script; the dotless i and its like, which pass for ASCII, are not among them. */
const LATIN = /^[a-z0-9_\-ß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž]+$/
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー0-9-]+$/u
const KOREAN = /^[\p{Script=Hangul}0-9-]+$/u

/**
 * Scripts with many letters that pass for Latin ones. They are read as what they are where the whole host is written so,
 * as in пример.рф.
 */
const WHOLE_HOST = [
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Georgian',
  'Armenian',
].map((script) => new RegExp(`^[\\p{Script=${script}}\\p{Mn}0-9-]+$`, 'u'))

/**
 * The host to show, for one that a parser read as `ascii`: as it was typed, in lower case, where each part is in one
 * script that passes for no other; else as the parser has it, with Punycode.
 */
export function shownHost(typed: string, ascii: string): string {
  const host = typed.normalize('NFC').toLowerCase()
  if (URL.parse(`https://${host}`)?.hostname !== ascii) return ascii
  const labels = host.split('.')
  const isPlain = labels.every((label) => [LATIN, EAST_ASIAN, KOREAN].some((script) => script.test(label)))
  return isPlain || WHOLE_HOST.some((script) => labels.every((label) => script.test(label))) ? host : ascii
}

/** Full stops of East Asian writing, which a parser takes for the plain one. */
const FULL_STOP = /[。｡．]/
/** Signs that a parser takes for others, such as full-width letters, and escapes. */
const DISGUISED = /(?:%[0-9a-f]{2}){1,4}|[^\0-\x7f]/giu

/** The first sign of a host that a parser reads as another, and as which; undefined where it reads each as it stands. */
export function disguisedSign(
  typed: string,
): { readonly sign: string; readonly reading: string } | undefined {
  for (const [sign] of typed.matchAll(DISGUISED)) {
    const reading = FULL_STOP.test(sign)
      ? '.'
      : sign.startsWith('%')
        ? unescaped(sign)
        : sign.normalize('NFKC')
    if (reading !== sign.normalize('NFC')) return { sign, reading }
  }
  return undefined
}

const isAscii = (text: string) => !/[^\0-\x7f]/.test(text)

/** Whether a text is an address as a reader takes it: the host that it reads as is the one that a browser goes to. */
export function leadsWhereItReads(text: string): boolean {
  const [, authority = ''] = /^https?:\/\/([^/?#]+)/i.exec(text) ?? []
  const parsed = URL.parse(text)
  if (!parsed || authority === '' || /[\s\\]/.test(text) || authority.includes('@')) return false
  const host = authority.replace(/:\d*$/, '').toLowerCase()
  if (host === parsed.hostname) return true
  return !isAscii(host) && disguisedSign(host) === undefined && shownHost(host, parsed.hostname) === host
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return '\ufffd'
  }
}
