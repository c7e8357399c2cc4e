// Text that people send in, before anyone else gets to see it. What can't be seen can deceive (a name that only looks
// like another, words that a program reads and a person doesn't), so it is refused rather than taken out: taking it out
// would publish something else than what its writer saw. Unicode Technical Reports #36 and #39 describe the tricks.

import { once } from '../once.ts'
import type { Refused, RefusedFor } from '../refusals.ts'

/** A text fit to be published, or why there is none. */
export type CleanText = { readonly text: string } | { readonly problem: Refused }

type Called = RefusedFor<'empty'>['values'][0]
type Kind = RefusedFor<'unwanted'>['values'][1]

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
const UNWANTED: readonly (readonly [RegExp, Kind])[] = [
  [/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/, 'direction'],
  [/[\p{Cc}--[\t\n\v\f\r\x85]]/v, 'control'],
  [/\p{Cs}/v, 'half'],
  [/\uFFFD/, 'lost'],
  [/[\p{Co}\p{NChar}]/v, 'meaningless'],
  // Zero-width spaces, joiners out of place, tags, fillers, soft hyphens, selectors; signs around annotations.
  [/[\p{DI}\uFFF9-\uFFFC]/v, 'invisible'],
]

const unwantedHere = once(
  () => new RegExp(`${WANTED.join('|')}|(${UNWANTED.map(([pattern]) => pattern.source).join('|')})`, 'gv'),
)
const TOO_MANY_MARKS = new RegExp(`[\\p{Mn}\\p{Me}]{${MOST_MARKS + 1}}`, 'v')
/** Something to see. An empty Braille cell, marks on nothing and joiners are not. */
const VISIBLE = /[^\s\p{Cc}\u2800\p{M}\p{Cf}]/v

const MARKS_TOO_MANY = new RegExp(`([\\p{Mn}\\p{Me}]{${MOST_MARKS}})[\\p{Mn}\\p{Me}]+`, 'gv')

const LINE_END = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g
const SPACES = /[\s\x85]+/g

/**
 * Text for a field of one line: in Unicode's composed form (NFC), each run of spaces and line ends one space.
 * `called` is what the sentence of a problem calls it.
 */
export function cleanText(text: string, called: Called = 'text'): CleanText {
  return checked(text, called, (given) => given.replace(SPACES, ' ').trim())
}

/** The same for a long answer: lines stay lines, with at most one empty one between them. */
export function cleanLines(text: string): CleanText {
  return checked(text, 'text', (given) =>
    given
      .split(LINE_END)
      .map((line) => line.replace(SPACES, ' ').trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
}

/**
 * The first of somebody's names that has anything to see, without what `cleanText` refuses: a name comes with an account,
 * so there is nobody to ask for another.
 */
export function cleanName(names: readonly (string | null | undefined)[]): string | undefined {
  for (const name of names) {
    const seen = (name ?? '')
      .normalize('NFC')
      .replace(unwantedHere(), (sign, unwanted?: string) => (unwanted === undefined ? sign : ''))
      .replace(MARKS_TOO_MANY, '$1')
    if (VISIBLE.test(seen)) return seen.replace(SPACES, ' ').trim()
  }
  return undefined
}

function checked(text: string, called: Called, spaced: (text: string) => string): CleanText {
  const given = text.normalize('NFC')
  for (const { 1: unwanted, index } of given.matchAll(unwantedHere())) {
    if (unwanted)
      return {
        problem: {
          name: 'unwanted',
          values: [called, kindOf(unwanted), codeOf(unwanted), before(given, index)],
        },
      }
  }
  if (TOO_MANY_MARKS.test(given)) return { problem: { name: 'tooManyMarks', values: [called, MOST_MARKS] } }
  if (!VISIBLE.test(given)) return { problem: { name: 'empty', values: [called] } }
  return { text: spaced(given) }
}

const kindOf = (unwanted: string): Kind =>
  UNWANTED.find(([pattern]) => pattern.test(unwanted))?.[1] ?? 'invisible'

/** U+200B */
const codeOf = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Nobody finds what can't be seen, so what stands before it is said. */
const before = (text: string, index: number) =>
  [...text.slice(0, index)].slice(-15).join('').replace(SPACES, ' ').trim()
