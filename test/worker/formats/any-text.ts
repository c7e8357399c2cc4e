import fc from 'fast-check'
import { brokenText } from './arbitraries.ts'

/** How a text may begin to mean something to a spreadsheet, or to be mistaken for what was made harmless. */
export const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']

const beginning = fc.constantFrom('', ...FORMULA_STARTS, "'", "'=", "''+", '"', '| ', ' ')

/** What means something in a language of ours, or is more than one character to whoever counts. */
const meaningful = fc.constantFrom(
  '"""',
  "'''",
  '\\',
  '\\u0041',
  '</script><script>',
  '<b>',
  'مستشفى',
  '\u202Eabc\u202C',
  '👩🏽‍⚕️',
)

/** Any text that the contract lets in: every character but half ones. */
export const anyText = fc
  .tuple(
    beginning,
    fc.oneof(brokenText, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), meaningful),
  )
  .map(([first, rest]) => first + rest)
