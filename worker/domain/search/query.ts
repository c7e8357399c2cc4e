// A typed query taken apart: an address, names, data types, and words to look for. Any text is a query.

import { canonicalAddress, isExplicitAddress } from '../../../schema/record/values/address.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { DATA_TYPE_KEYS, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { begunDataType, type Concept, misspeltDataType, readPhrase } from './concepts.ts'
import { licenceAt } from './licence-tags.ts'
import { type NameQuery, nameQuery } from './names.ts'
import { LONGEST_WORD } from './search-text.ts'
import { ALTERNATIVES, COMMON_WORDS, FILLERS, isSmallWord, NEGATIONS, SOFT_WORDS } from './small-words.ts'
import { isGuessable } from './typing-errors.ts'

/** Something that a record must have in its search text: one of the tag and the words that begin so. */
export interface Term {
  /** As it was typed, folded. */
  readonly typed: string
  readonly tag?: string
  readonly beginnings: readonly string[]
  /** Whether a beginning has to be a whole word: of a short one too many others begin so. */
  readonly isWhole: boolean
  /** Whether a word that is spelt nearly the same may be meant, where the index has none such. */
  readonly isGuessable: boolean
}

/** A word taken for another that is spelt nearly the same. */
interface Correction {
  readonly typed: string
  readonly meant: string
}

export interface Query {
  /** Canonical, where the query is or holds an address, DOI or arXiv number. */
  readonly address?: string
  readonly names: NameQuery
  /** The data types that it asks for, in the order of the table. */
  readonly dataTypes: readonly DataTypeKey[]
  /** Whether one of them is enough. */
  readonly isAnyType: boolean
  /** The data types that it wants to be without. */
  readonly excluded: readonly DataTypeKey[]
  /** A data type that its last word begins, to fall back on: someone is still typing. */
  readonly begunDataType?: DataTypeKey
  /** What a result must have. */
  readonly terms: readonly Term[]
  /** All its words but those of a question, folded: by these a name is compared. */
  readonly words: readonly string[]
  /** Those of them that rank what is found: what every record is about only where nothing else is asked for. */
  readonly others: readonly string[]
  /** Data types that were read in spite of a typing error. */
  readonly corrected: readonly Correction[]
  /** Whether it asks for nothing but what every record is about. */
  readonly isForAll: boolean
}

/** Of a longer text the first words are looked for; as a name or an address it is taken whole. */
const MOST_WORDS = 24
const MOST_TERMS = 10
/** A word this short begins too many others, unless it is all that is typed yet. */
export const SHORTEST_BEGINNING = 3
const AFTER_LICENCE = new Set([
  'license',
  'licence',
  'lizenz',
  'licensed',
  'international',
  'unported',
  'clause',
])

interface Token {
  readonly typed: string
  readonly word: string
}

const tokensOf = (text: string): Token[] =>
  (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .slice(0, MOST_WORDS)
    .flatMap((typed) => queryWords(typed.slice(0, LONGEST_WORD)).map((word) => ({ typed, word })))
    .slice(0, MOST_WORDS)

interface Reading {
  /** The number of words that it took. */
  readonly length: number
  readonly concept?: Concept
  readonly corrected?: Correction
}

/** What the longest run of words from `at` on means. */
function readAt(tokens: readonly Token[], words: readonly string[], at: number): Reading {
  const licence = licenceAt(words, at)
  // The German word for "with" is a licence only where it is written as one.
  const isWith = words[at] === 'mit' && tokens[at]?.typed !== 'MIT' && !AFTER_LICENCE.has(words[at + 1] ?? '')
  if (licence && !isWith) {
    const tag = licence.tags.at(-1) ?? ''
    let { length } = licence
    while (AFTER_LICENCE.has(words[at + length] ?? '')) length += 1
    return { length, concept: { tag } }
  }
  const phrase = readPhrase(words, at)
  if (phrase.concept) return phrase
  for (let length = Math.min(2, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length)
    if (run.some(isSmallWord)) continue
    const met = misspeltDataType(run.join(' '))
    if (met)
      return { length, concept: { dataType: met.key }, corrected: { typed: run.join(' '), meant: met.name } }
  }
  return { length: 1 }
}

/** The beginnings that a word is looked for by: itself, and without the ending of a plural. */
function beginningsOf(word: string): string[] {
  const singular = /^[a-z]{4,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : undefined
  return singular === undefined ? [word] : [word, singular]
}

/** Takes a query apart. */
export function parseQuery(text: string): Query {
  const address =
    canonicalAddress(text) ??
    text
      .match(/https?:\/\/\S+|\b10\.\d{4,9}\/\S+|\barxiv:\s*\S+/gi)
      ?.map((found) => canonicalAddress(found))
      .find(Boolean)
  const isAddress = address !== undefined && (isExplicitAddress(text) || /^\S+\/\S+$/.test(text.trim()))
  const tokens = isAddress ? [] : tokensOf(text)
  const words = tokens.map(({ word }) => word)
  const dataTypes = new Set<DataTypeKey>()
  const excluded = new Set<DataTypeKey>()
  const corrected: Correction[] = []
  const strong: Term[] = []
  const soft: Term[] = []
  const others: string[] = []
  const common: string[] = []
  const telling: boolean[] = []
  const isWhole = (word: string) => words.length > 1 && word.length < SHORTEST_BEGINNING
  let isNegated = false
  let typesJoinedByOr = 0
  let isAfterOr = false
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const { length, concept, corrected: read } = readAt(tokens, words, at)
    const run = words.slice(at, at + length)
    if (read) corrected.push(read)
    if (concept && 'dataType' in concept) {
      if (isNegated) excluded.add(concept.dataType)
      else {
        if (isAfterOr && dataTypes.size > 0) typesJoinedByOr += 1
        dataTypes.add(concept.dataType)
      }
      isNegated = false
      isAfterOr = false
    } else if (concept && !isNegated) {
      const term = { typed: run.join(' '), beginnings: [], isWhole: false, isGuessable: false, ...concept }
      if (run.every((one) => SOFT_WORDS.has(one))) soft.push(term)
      else strong.push(term)
      others.push(...run)
    } else if (ALTERNATIVES.has(word)) isAfterOr = true
    else if (NEGATIONS.has(word)) isNegated = true
    else if (!FILLERS.has(word)) {
      ;(COMMON_WORDS.has(word) ? common : others).push(word)
      const isSoft = SOFT_WORDS.has(word)
      const term = {
        ...{ typed: word, beginnings: beginningsOf(word) },
        ...{ isWhole: isWhole(word), isGuessable: !isSoft && isGuessable(word) },
      }
      if (isSoft) soft.push(term)
      else if (!COMMON_WORDS.has(word) && !/^[a-z]$/.test(word)) strong.push(term)
      isNegated = false
    }
    for (let i = 0; i < length; i++) telling[at + i] = isTelling(run[i] ?? '', concept)
    at += length
  }
  const isForAll = strong.length + soft.length + dataTypes.size + excluded.size === 0 && words.length > 0
  const terms = strong.length + dataTypes.size + excluded.size > 0 ? strong : soft
  const begun = begunDataType(words.at(-1) ?? '')
  return {
    ...(address !== undefined && { address }),
    names: nameQuery(isAddress ? '' : text, words, telling),
    dataTypes: DATA_TYPE_KEYS.filter((key) => dataTypes.has(key)),
    isAnyType: typesJoinedByOr > 0,
    excluded: DATA_TYPE_KEYS.filter((key) => excluded.has(key) && !dataTypes.has(key)),
    ...(begun !== undefined && dataTypes.size === 0 && { begunDataType: begun }),
    terms: terms.slice(0, MOST_TERMS),
    words: words.filter((word) => !FILLERS.has(word)),
    others: dataTypes.size > 0 || terms.length > 0 ? others : common,
    corrected,
    isForAll,
  }
}

/** Whether a word can tell one name from another. */
const isTelling = (word: string, concept: Concept | undefined): boolean =>
  !(concept && ('dataType' in concept || 'tag' in concept)) &&
  !isSmallWord(word) &&
  !SOFT_WORDS.has(word) &&
  word.length > 1
