import fc from 'fast-check'
import { brokenText } from './arbitraries.ts'

/** How a text may begin to mean something to a spreadsheet, or to be mistaken for what was made harmless. */
export const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']

const beginning = fc.constantFrom('', ...FORMULA_STARTS, "'", "'=", "''+", '"', '| ', ' ')

const MARKUP = ['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<?xml?>', '&amp;', '&#0;', '&lt']
const SCRIPT = ['"""', "'''", '\\', '\\u0041', '</script><script>', '<b>']
const CONTROLS = ['\0', '\u0007', '\u001b', '\u0085', '\u2028', '\t', '\r\n', '\r', '\n', '\ufffe', '\uffff']
const LETTERS = ['🫁', '👩🏽‍⚕️', '武漢', 'א', 'مستشفى', '\u202Eabc\u202C', ' ']

const meaningful = fc.constantFrom(...MARKUP, ...SCRIPT, ...CONTROLS, ...LETTERS)

/** Any text that the contract lets in: every character but half ones, with what means something in our formats. */
export const anyText = fc
  .tuple(
    beginning,
    fc.oneof(
      brokenText,
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.array(meaningful, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
    ),
  )
  .map(([first, rest]) => first + rest)

/** Any text at all: an empty one, and halves of surrogate pairs too. */
export const anyString = fc
  .array(fc.oneof(anyText, fc.constantFrom('\ud800', '\udfff')), { maxLength: 6 })
  .map((pieces) => pieces.join(''))

/** What any reader may take for the end of a line. */
export const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/** What of a text XML 1.0 can hold (section 2.2), told by code point rather than by pattern. */
export const xmlPart = (text: string): string =>
  [...text]
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0
      if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd
      return (point < 0xd800 || point > 0xdfff) && point !== 0xfffe && point !== 0xffff
    })
    .join('')
