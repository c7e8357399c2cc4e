import { canonicalAddress, isExplicitAddress } from '../../../schema/record/values/address.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { COMMON_WORDS } from './common-words.ts'
import { LONGEST_WORD } from './search-text.ts'
import { nearlyEqual } from './typing-errors.ts'

/** What a typed query asks for. */
export interface Query {
  /** Canonical, where the query is or holds an address, DOI or arXiv number. */
  readonly address?: string
  /** The data types it names, in the order of the table. */
  readonly dataTypes: readonly DataTypeKey[]
  /** A data type that its last word begins, to fall back on: someone is still typing. */
  readonly begunDataType?: DataTypeKey
  /** All its words, those that name data types included. */
  readonly words: readonly string[]
  /** Those of them that name no data type: what ranks the results, beside a name that is just so. */
  readonly others: readonly string[]
  /** The words that a result must have. */
  readonly required: readonly string[]
}

const MOST_WORDS = 8
/** A shorter word is too often another word that is spelt much alike. */
const SHORTEST_MISSPELT_TYPE = 6
const SHORTEST_BEGUN_TYPE = 4

/** The data type that a run of words names, first by its exact names, then with one typing error. */
function namedDataType(run: string): DataTypeKey | undefined {
  const exact = DATA_TYPES.find((type) => type.words.some((name) => name === run))
  if (exact || run.length < SHORTEST_MISSPELT_TYPE) return exact?.key
  return DATA_TYPES.find((type) =>
    type.words.some((name) => name.length >= SHORTEST_MISSPELT_TYPE && nearlyEqual(name, run)),
  )?.key
}

const LONGEST_NAME = Math.max(
  ...DATA_TYPES.flatMap((type) => type.words.map((name) => name.split(' ').length)),
)

/** Takes a query apart. Any text is a query; one without letters or digits asks for nothing. */
export function parseQuery(text: string): Query {
  const address = canonicalAddress(text) ?? text.match(/https?:\/\/\S+/i)?.map(canonicalAddress)[0]
  const words =
    address && isExplicitAddress(text)
      ? []
      : queryWords(text)
          .map((word) => word.slice(0, LONGEST_WORD))
          .slice(0, MOST_WORDS)
  const dataTypes = new Set<DataTypeKey>()
  const rest: string[] = []
  for (let i = 0; i < words.length; ) {
    const run = [...Array(LONGEST_NAME).keys()]
      .map((longest) => words.slice(i, i + LONGEST_NAME - longest))
      .find((some) => namedDataType(some.join(' ')))
    const named = run && namedDataType(run.join(' '))
    if (named) dataTypes.add(named)
    else rest.push(words[i] ?? '')
    i += run?.length ?? 1
  }
  // Common words rank but don't filter, unless they are all there is.
  const telling = rest.filter((word) => !COMMON_WORDS.has(word))
  const last = words.at(-1) ?? ''
  const begun =
    last.length >= SHORTEST_BEGUN_TYPE
      ? DATA_TYPES.find((type) => type.words.some((name) => name.startsWith(last)))?.key
      : undefined
  return {
    ...(address && { address }),
    dataTypes: DATA_TYPES.filter((type) => dataTypes.has(type.key)).map((type) => type.key),
    ...(begun && dataTypes.size === 0 && { begunDataType: begun }),
    words,
    others: rest,
    required: telling.length > 0 || dataTypes.size > 0 ? telling : rest,
  }
}
