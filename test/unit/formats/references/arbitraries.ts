import fc from 'fast-check'

const LATEX = '{}\\&%$#_~^<>|'.split('')
const PUNCTUATION = '-`\'",;:.?!()[]@=*/+ '.split('')
const ACCENTED = 'äöüßéèñçøåłžÄÖÉŁŽ'.split('')
const ELSEWHERE = ['武', '漢', '新', 'Д', 'м', 'א', 'ل', 'ก', 'が', '😷', '🫁', '👩‍⚕️']

const character = fc.oneof(
  fc.constantFrom(...'abcdefgxyzABCDEFGXYZ0123456789'),
  fc.constantFrom(...LATEX),
  fc.constantFrom(...PUNCTUATION),
  fc.constantFrom(...ACCENTED),
  fc.constantFrom(...ELSEWHERE),
)

/** Words that mean something to a parser, among anything else. */
const piece = fc.oneof(
  { weight: 8, arbitrary: character },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' and ',
      ' AND ',
      ' others',
      '\\textbf{',
      '\\begin{x}',
      '--',
      '---',
      '``',
      "''",
      '?`',
      'ER  - ',
      '  - ',
      'de la ',
      'al-',
      '$x^2$',
      '\\&',
      '}}',
    ),
  },
)

/** Some text on one line, with anything in it that a parser could trip over; spaces as a parser leaves them. */
export const text = fc
  .array(piece, { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter((line) => line !== '')

/** The same with line breaks and other control characters. */
export const brokenText = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom('\n', '\r\n', '\r', '\u0085', '\u2028', '\t', '\0', '\nER  - \r\nTY  - BOOK\n'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''))
