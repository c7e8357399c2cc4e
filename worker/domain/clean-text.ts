// Text that people send in, before anyone else gets to see it. What can't be seen can deceive (a name that only looks
// like another, words that a program reads and a person doesn't), so it is refused rather than taken out: taking it out
// would publish something else than what its writer saw. Unicode Technical Reports #36 and #39 describe the tricks.

/** A text fit to be published, or a whole sentence that says why there is none. */
export type CleanText = { readonly text: string } | { readonly problem: string }

/** UTS #39, 5.4: no writing needs more of them on one letter. */
const MOST_MARKS = 4

// Letters and marks of scripts that need U+200C and U+200D to choose between forms of a letter (UAX #31, 2.3): cursive
// ones, and those of South and South-East Asia. There a joiner is seen by what it does to the letter before it.
const JOINING = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Nko', 'Adlam', 'Hanifi_Rohingya'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Myanmar', 'Khmer', 'Balinese', 'Javanese'],
]
const JOINING_LETTER = `[[${JOINING.map((script) => `\\p{scx=${script}}`).join('')}]&&[\\p{L}\\p{M}]]`

/** Invisible characters where they belong: each once, after what it acts upon. */
const WANTED = [
  String.raw`(?<=${JOINING_LETTER})[\u200C\u200D]`,
  // An emoji made of several (UAX #29, GB11).
  String.raw`(?<=\p{ExtPict}[\uFE0F\p{EMod}]?)\u200D(?=\p{ExtPict})`,
  // An emoji, or a keycap, as picture or as text (UTS #51, 1.4).
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  // A certain shape of a Han letter, as names of people and places need it (UTS #37), or of a Mongolian one.
  String.raw`(?<=\p{Unified_Ideograph})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\p{scx=Mongolian}&&\p{L}])[\u180B-\u180D\u180F]`,
]

// What is never wanted, the more exactly named first. The marks of direction (LRM, RLM, ALM) are among them although
// they turn nothing over by themselves: they are as invisible, and each door sets names of either direction apart.
const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/, 'an invisible character that directs how text runs'],
  [/[\p{Cc}--[\t\n\v\f\r\x85]]/v, 'a control character'],
  [/\p{Cs}/v, 'half a character'],
  [/\uFFFD/, 'a stand-in for a character that was lost'],
  [/[\p{Co}\p{NChar}]/v, 'a character without a public meaning'],
  // Zero-width spaces, joiners out of place, tags, fillers, soft hyphens, selectors; signs around annotations.
  [/[\p{DI}\uFFF9-\uFFFC]/v, 'an invisible character'],
]

const UNWANTED_HERE = new RegExp(
  `${WANTED.join('|')}|(${UNWANTED.map(([pattern]) => pattern.source).join('|')})`,
  'gv',
)
const TOO_MANY_MARKS = new RegExp(`[\\p{Mn}\\p{Me}]{${MOST_MARKS + 1}}`, 'v')
/** Something to see. An empty Braille cell, marks on nothing and joiners are not. */
const VISIBLE = /[^\s\p{Cc}\u2800\p{M}\p{Cf}]/v

const LINE_END = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g
const SPACES = /[\s\x85]+/g

/**
 * Text for a field of one line: in Unicode's composed form (NFC), each run of spaces and line ends one space.
 * `called` begins the sentence of a problem: `The name`.
 */
export function cleanText(text: string, called = 'The text'): CleanText {
  return checked(text, called, (given) => given.replace(SPACES, ' ').trim())
}

/** The same for a long answer: lines stay lines, with at most one empty one between them. */
export function cleanLines(text: string, called = 'The text'): CleanText {
  return checked(text, called, (given) =>
    given
      .split(LINE_END)
      .map((line) => line.replace(SPACES, ' ').trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
}

function checked(text: string, called: string, spaced: (text: string) => string): CleanText {
  const given = text.normalize('NFC')
  for (const { 1: unwanted, index } of given.matchAll(UNWANTED_HERE)) {
    if (unwanted) return { problem: `${called} has ${nameOf(unwanted)} ${placeOf(given, index)}.` }
  }
  if (TOO_MANY_MARKS.test(given))
    return { problem: `${called} has more than ${MOST_MARKS} marks on one letter.` }
  if (!VISIBLE.test(given)) return { problem: `${called} is empty.` }
  return { text: spaced(given) }
}

function nameOf(unwanted: string): string {
  const [, kind] = UNWANTED.find(([pattern]) => pattern.test(unwanted)) ?? []
  const code = (unwanted.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `${kind} (U+${code})`
}

/** Nobody finds what can't be seen, so say after what. */
function placeOf(text: string, index: number): string {
  const before = [...text.slice(0, index)].slice(-15).join('').replace(SPACES, ' ').trim()
  return before === '' ? 'at its start' : `after “${before}”`
}
