// A typed query taken apart: an address, names, data types, and words to look for. Any text is a query.

import type { Measure } from '../../../schema/record/filters.ts'
import { canonicalAddress, isExplicitAddress } from '../../../schema/record/values/addresses/address.ts'
import { DATA_TYPE_KEYS, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { begunDataType } from './concepts.ts'
import { type NameQuery, nameQuery } from './names.ts'
import { type Correction, type Part, partsOf } from './parts.ts'
import { FILLERS, isSmallWord, isSoftWord, isWeakWord } from './small-words.ts'
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
  /** By what it wants what is found sorted. */
  readonly sort?: Measure
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

const MOST_TERMS = 10
/** A word this short begins too many others, unless it is all that is typed yet. */
export const SHORTEST_BEGINNING = 3

/** The beginnings that a word is looked for by: itself, and without the ending of a plural. */
function beginningsOf(word: string): string[] {
  const singular = /^[a-z]{4,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : undefined
  return singular === undefined ? [word] : [word, singular]
}

const isSoft = ({ words }: Part) => words.every((word) => isWeakWord(word))

/** What a part must be found by; undefined where it is not looked for in texts. */
function termOf(part: Part, isAlone: boolean): Term | undefined {
  const typed = part.words.join(' ')
  if (part.kind === 'concept') {
    if ('dataType' in part.concept || 'sort' in part.concept) return undefined
    return { typed, beginnings: [], isWhole: false, isGuessable: false, ...part.concept }
  }
  if (part.kind !== 'word' || /^[a-z]$/.test(typed)) return undefined
  return {
    ...{ typed, beginnings: beginningsOf(typed) },
    isWhole: !isAlone && typed.length < SHORTEST_BEGINNING,
    isGuessable: !isSoft(part) && isGuessable(typed),
  }
}

/** Whether a part can tell one name from another. */
const isTelling = (part: Part, word: string): boolean =>
  (part.kind === 'word' || (part.kind === 'concept' && 'beginnings' in part.concept)) &&
  !isSoftWord(word) &&
  !isSmallWord(word) &&
  word.length > 1

const dataTypeOf = (part: Part): DataTypeKey | undefined =>
  part.kind === 'concept' && 'dataType' in part.concept ? part.concept.dataType : undefined

const sortOf = (part: Part): Measure | undefined =>
  part.kind === 'concept' && 'sort' in part.concept ? part.concept.sort : undefined

/** The parts after a negation, up to what it is about; small words may stand between. */
function negated(parts: readonly Part[]): ReadonlySet<Part> {
  const found = new Set<Part>()
  let isNegated = false
  for (const part of parts) {
    if (part.kind === 'negation') isNegated = true
    if (part.kind !== 'concept' && part.kind !== 'word') continue
    if (isNegated) found.add(part)
    isNegated = false
  }
  return found
}

/** Whether "or" stands between two data types. */
function isAnyOf(parts: readonly Part[]): boolean {
  const at = parts.findIndex(({ kind }) => kind === 'alternative')
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)]
  return at >= 0 && [before, after].every((some) => some.some((part) => dataTypeOf(part) !== undefined))
}

const ADDRESSES =
  /(?:https?|ssh):\/\/\S+|\bgit@\S+|\b10\.\d{4,9}\/\S+|\barxiv:\s*\S+|\bpmid:?\s*\d+|\bpmc\d{4,}/gi

/** The address, DOI or arXiv number that a text is or has in it, in canonical form. */
function addressIn(text: string): string | undefined {
  const whole = canonicalAddress(text)
  if (whole !== undefined) return whole
  const candidates = text.match(ADDRESSES) ?? []
  return candidates.map((candidate) => canonicalAddress(candidate)).find((found) => found !== undefined)
}

/** Takes a query apart. */
export function parseQuery(text: string): Query {
  const address = addressIn(text)
  const isAddress = address !== undefined && (isExplicitAddress(text) || /^\S+\/\S+$/.test(text.trim()))
  const withoutAddresses = isAddress ? '' : text.replace(ADDRESSES, ' ')
  const parts = partsOf(withoutAddresses)
  const words = parts.flatMap((part) => part.words)
  const unwanted = negated(parts)
  const typesOf = (some: readonly Part[]) => {
    const keys = new Set(some.map(dataTypeOf))
    return DATA_TYPE_KEYS.filter((key) => keys.has(key))
  }
  const wanted = parts.filter((part) => !unwanted.has(part))
  const dataTypes = typesOf(wanted)
  const excluded = typesOf([...unwanted]).filter((key) => !dataTypes.includes(key))
  const inTexts = parts.flatMap((part) => {
    const term = termOf(part, words.length === 1)
    return term ? [{ term, isSoft: isSoft(part) }] : []
  })
  const strong = inTexts.filter((one) => !one.isSoft)
  const isForMore = strong.length + dataTypes.length + excluded.length > 0
  const terms = (isForMore ? strong : inTexts).map(({ term }) => term)
  const ranking = parts.filter(({ kind }) => kind === (isForMore || terms.length > 0 ? 'word' : 'common'))
  const sort = parts.map(sortOf).find((measure) => measure !== undefined)
  const begun = begunDataType(words.at(-1) ?? '')
  const telling = parts.flatMap((part) => part.words.map((word) => isTelling(part, word)))
  return {
    ...(address !== undefined && { address }),
    names: nameQuery(withoutAddresses, words, telling),
    ...{ dataTypes, excluded, isAnyType: isAnyOf(wanted) },
    ...(sort !== undefined && { sort }),
    ...(begun !== undefined && dataTypes.length === 0 && { begunDataType: begun }),
    terms: terms.slice(0, MOST_TERMS),
    words: words.filter((word) => !FILLERS.has(word)),
    others: [
      ...ranking,
      ...parts.filter(
        (part) => part.kind === 'concept' && dataTypeOf(part) === undefined && sortOf(part) === undefined,
      ),
    ].flatMap((part) => part.words),
    corrected: parts.flatMap((part) => (part.kind === 'concept' && part.corrected ? [part.corrected] : [])),
    isForAll: words.length > 0 && !isForMore && terms.length === 0,
  }
}
