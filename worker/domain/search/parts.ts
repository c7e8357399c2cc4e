// A query by its parts: phrases that mean something, small words, and words to look for.

import { type LicenceInText, licencesIn } from '../../../schema/record/values/licences-in-text.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { type Concept, misspeltDataType, readPhrase } from './concepts.ts'
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
  /** The place of its first letter in the text. */
  readonly start: number
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .slice(0, MOST_WORDS)
    .flatMap(({ 0: typed, index: start }) =>
      queryWords(typed.slice(0, LONGEST_WORD)).map((word) => ({ word, start })),
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
export function partsOf(text: string): Part[] {
  const tokens = tokensOf(text)
  const words = tokens.map(({ word }) => word)
  const licences = licencesIn(text.slice(0, (tokens.at(-1)?.start ?? 0) + LONGEST_WORD))
  const parts: Part[] = []
  for (let at = 0; at < words.length; at += parts.at(-1)?.words.length ?? 1)
    parts.push(partAt(tokens, words, licences, at))
  return parts
}
