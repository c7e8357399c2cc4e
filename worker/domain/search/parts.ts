// A query by its parts: phrases that mean something, small words, and words to look for.

import { type LicenceInText, licencesIn } from '../../../schema/record/values/licences-in-text.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { COUNTRY_OR_TYPE, type Concept, misspeltDataType, readPhrase } from './concepts.ts'
import { licenceTag } from './licence-tags.ts'
import { LONGEST_WORD } from './search-text.ts'
import { ALTERNATIVES, COMMON_WORDS, FILLERS, isSmallWord, NEGATIONS } from './small-words.ts'

/** A word taken for another that is spelt nearly the same. */
export interface Correction {
  readonly typed: string
  readonly meant: string
}

/** Of a longer text the first words are looked for; as a name or an address it is taken whole. */
const MOST_WORDS = 24
interface Token {
  readonly word: string
  /** As it was typed. */
  readonly typed: string
  /** The place of its first letter in the text. */
  readonly start: number
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .slice(0, MOST_WORDS)
    .flatMap(({ 0: typed, index: start }) =>
      queryWords(typed.slice(0, LONGEST_WORD)).map((word) => ({ word, typed, start })),
    )
    .slice(0, MOST_WORDS)

/** A run of words, and what it is in a query. */
export type Part = { readonly words: readonly string[] } & (
  | { readonly kind: 'concept'; readonly concept: Concept; readonly corrected?: Correction }
  | { readonly kind: 'negation' | 'alternative' | 'filler' | 'common' | 'word' }
)

const kindOf = (word: string) => {
  if (ALTERNATIVES.has(word)) return 'alternative'
  if (NEGATIONS.has(word)) return 'negation'
  if (FILLERS.has(word)) return 'filler'
  return COMMON_WORDS.has(word) ? 'common' : 'word'
}

/** Words before which the country has an article, and words that follow its name. */
const BEFORE_COUNTRY = new Set(['from', 'the', 'in', 'aus', 'den', 'der'])
const AFTER_COUNTRY =
  /^(?:hospitals?|americans?|based|patients?|cohorts?|institutions?|universit(?:y|ies)|centers?|population|citizens|kliniken|patienten)$/
const BEFORE_ULTRASOUND = new Set(['lung', 'lungs', 'chest', 'thoracic', 'pulmonary', 'bedside', 'care'])

/**
 * What `US` is short for, in capitals or where no verb before it makes it a pronoun: beside another data type the
 * country, and else ultrasound. Undefined where it is neither.
 */
function shortFor(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): keyof typeof COUNTRY_OR_TYPE | undefined {
  if (words[at] !== 'us') return undefined
  const [before = '', after = ''] = [words[at - 1], words[at + 1]]
  const isShouted = words.length > 2 && tokens.every(({ typed }) => typed === typed.toUpperCase())
  const isShort = tokens[at]?.typed === 'US' && !isShouted
  const isName = before.startsWith('covid')
  if (isName || !(isShort || at === 0 || BEFORE_ULTRASOUND.has(before))) return undefined
  if (BEFORE_ULTRASOUND.has(before)) return 'ultrasound'
  const isBesideType = words.some((_, i) => i !== at && readPhrase(words, i).dataType !== undefined)
  return isBesideType || BEFORE_COUNTRY.has(before) || AFTER_COUNTRY.test(after) ? 'usa' : 'ultrasound'
}

/** What the longest run of words from `at` on is. */
function partAt(
  tokens: readonly Token[],
  words: readonly string[],
  licences: readonly LicenceInText[],
  at: number,
): Part {
  const run = (length: number) => words.slice(at, at + length)
  const licence = licences.find(({ start }) => start === tokens[at]?.start)
  if (licence) {
    const length = tokens.slice(at).filter(({ start }) => start < licence.end).length
    return { kind: 'concept', words: run(length), concept: { tag: licenceTag(licence.named) } }
  }
  const meant = shortFor(tokens, words, at)
  if (meant)
    return {
      ...{ kind: 'concept', words: run(1), concept: COUNTRY_OR_TYPE[meant] },
      corrected: { typed: 'us', meant },
    }
  const { length, concept } = readPhrase(words, at)
  if (concept) return { kind: 'concept', words: run(length), concept }
  for (const some of [run(2), run(1)]) {
    const typed = some.join(' ')
    const met = some.some(isSmallWord) ? undefined : misspeltDataType(typed)
    const corrected = met && { typed, meant: met.name }
    if (corrected) return { kind: 'concept', words: some, concept: { dataType: met.key }, corrected }
  }
  return { kind: kindOf(words[at] ?? ''), words: run(1) }
}

/** The parts of a text, in its order. */
export function partsOf(given: string): Part[] {
  const text = given.replace(/\bU\.\s?S\.(?:\s?A\.)?/g, 'USA')
  const tokens = tokensOf(text)
  const words = tokens.map(({ word }) => word)
  const licences = licencesIn(text.slice(0, (tokens.at(-1)?.start ?? 0) + LONGEST_WORD))
  const parts: Part[] = []
  for (let at = 0; at < words.length; at += parts.at(-1)?.words.length ?? 1)
    parts.push(partAt(tokens, words, licences, at))
  return parts
}
