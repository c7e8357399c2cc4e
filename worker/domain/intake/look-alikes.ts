// Which listed resources a new one may repeat. It warns and refuses nothing: a person decides, so a sign too many is better
// than one too few, and each comes with its reason.

import type { Likeness } from '../../../schema/likeness.ts'
import { canonicalAddress } from '../../../schema/record/values/addresses/address.ts'
import { editDistance } from '../../../schema/text/edit-distance.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { isSmallWord, isSoftWord } from '../search/small-words.ts'

export interface Named {
  readonly name: string
  readonly url: string
  /** Canonical names of DOIs and preprints: of a candidate its own, of what is listed those of its papers too. */
  readonly identifiers?: readonly string[]
}

export interface LookAlike<Listed> {
  readonly listed: Listed
  readonly signs: readonly Likeness[]
}

interface Sign {
  readonly weight: number
  readonly likeness: Likeness
}

/** Letters of a name for which one may be wrong, and the most that may. */
const LETTERS_AN_ERROR = 5
const MOST_ERRORS = 3
/** The same of those words alone that two names do not share. */
const LETTERS_AN_ERROR_IN_REST = 4
/** Shorter words are other words with a letter changed: "Basel", "based". */
const LONG_WORD = 6
/** A word that more names than this, and than one in twenty, have tells little among them. */
const MOST_SHARERS = 3
const MOST_SHARED_SHOWN = 3
/** From this share of the letters of two names in words that both have, the names are similar. */
const SIMILAR = 0.66

const TYPES_OF_WORD = Map.groupBy(
  DATA_TYPES.flatMap(({ key, words }) =>
    [...new Set(words.flatMap((phrase) => phrase.split(' ')))].map((word) => ({ word, key })),
  ),
  ({ word }) => word,
)

/** Every resource with a data type may have its names, and every host name an end. */
const UNTELLING = new Set([...TYPES_OF_WORD.keys(), 'com', 'org', 'www'])

/** Names to compare with, taken apart once for all candidates. */
export interface ComparedNames<Listed> {
  readonly names: readonly { readonly item: Listed; readonly name: Name }[]
  /** In how many names each word is. */
  readonly sharers: ReadonlyMap<string, number>
}

export function comparedNames<Listed extends Named>(listed: readonly Listed[]): ComparedNames<Listed> {
  const names = listed.map((item) => ({ item, name: takeApart(item.name) }))
  const sharers = new Map<string, number>()
  for (const { name } of names)
    for (const word of new Set(name.words)) sharers.set(word, (sharers.get(word) ?? 0) + 1)
  return { names, sharers }
}

/** The items whose names look like the candidate's, at most `most`, best first; `isOwn` is the candidate's own item. */
export function lookAlikes<Listed extends Named>(
  candidate: Named,
  compared: ComparedNames<Listed>,
  most: number,
  isOwn: (item: Listed) => boolean = () => false,
): LookAlike<Listed>[] {
  const name = takeApart(candidate.name)
  const same = sameWords(name, compared)
  const pairs = letterPairs(name.whole)
  const place = placeOf(candidate.url)
  return compared.names
    .flatMap(({ item, name: other }) => {
      if (isOwn(item)) return []
      const signs = [
        doiSign(candidate, item),
        nameSign(name, other) ?? wordsSign(same, other) ?? similarSign(name, other, same),
        place && placeSign(place, item.url),
      ]
      const found = signs.filter((sign) => sign !== undefined)
      if (found.length === 0) return []
      const weight = found.reduce((sum, sign) => sum + sign.weight, closeness(pairs, other))
      return [{ listed: item, signs: found.map(({ likeness }) => likeness), weight }]
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ listed, signs }) => ({ listed, signs }))
}

const doiSign = ({ identifiers: own = [] }: Named, { identifiers = [] }: Named): Sign | undefined =>
  own.some((one) => identifiers.includes(one)) ? { weight: 6, likeness: { kind: 'sameDoi' } } : undefined

interface Name {
  readonly words: readonly string[]
  /** Its words without the common ones, or all where it has no others. */
  readonly particular: ReadonlySet<string>
  readonly whole: string
  readonly letters: string
  /** How many of its words tell something. */
  readonly telling: number
  readonly weight: number
}

function takeApart(text: string): Name {
  const words = queryWords(text)
  const uncommon = words.filter((word) => !isSmallWord(word))
  const particular = uncommon.length > 0 ? uncommon : words
  return {
    words,
    particular: new Set(particular),
    whole: words.join(''),
    letters: particular.join(''),
    telling: new Set(particular.filter(tells)).size,
    weight: weightOf(particular),
  }
}

function nameSign(a: Name, b: Name): Sign | undefined {
  if (a.whole === '' || b.whole === '') return undefined
  if (a.whole === b.whole) return { weight: 6, likeness: { kind: 'sameName' } }
  if (a.whole.length === b.whole.length && sorted(a.words) === sorted(b.words))
    return { weight: 5, likeness: { kind: 'sameWords' } }
  const errors = editDistance(a.letters, b.letters, errorsIn(Math.max(a.letters.length, b.letters.length)))
  if (errors === undefined || errors > errorsInRest(a, b)) return undefined
  return { weight: 4 - errors / 10, likeness: { kind: 'nearlySame' } }
}

const errorsIn = (length: number) => Math.min(Math.floor(length / LETTERS_AN_ERROR), MOST_ERRORS)

/** In a long name one short word for another takes few letters, and means another thing ("CT", "LUS"); a number does not. */
function errorsInRest(a: Name, b: Name): number {
  const lettersBeside = (one: Name, other: Name) =>
    [...one.particular]
      .filter((word) => !other.particular.has(word))
      .reduce((sum, word) => sum + word.length * (isNumber(word) ? LETTERS_AN_ERROR_IN_REST : 1), 0)
  return Math.floor(Math.max(lettersBeside(a, b), lettersBeside(b, a)) / LETTERS_AN_ERROR_IN_REST)
}

const sorted = (words: readonly string[]) => [...words].sort().join(' ')

/** The share of pairs of letters that two whole names have in common, from 0 to 1. It ranks those that are alike. */
function closeness(own: ReadonlySet<number>, { whole }: Name): number {
  const others = letterPairs(whole)
  let common = 0
  for (const pair of others) if (own.has(pair)) common += 1
  return (2 * common) / (own.size + others.size || 1)
}

/** Each pair as one number: a thousand names have many. */
function letterPairs(text: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let i = 1; i < text.length; i++) pairs.add(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i))
  return pairs
}

/** A number tells little, a single letter less, and "lung" is in every second name. */
function tells(word: string): boolean {
  return word.length > 1 && !UNTELLING.has(word) && !isSmallWord(word) && !isSoftWord(word) && !isNumber(word)
}

const weightOfWord = (word: string): number => word.length * (tells(word) ? 1 : 0.5)

const isNumber = (word: string) => /^\p{N}+$/u.test(word)

/** The words of a candidate, each with the words of other names that are the same but for a typing error. */
interface SameWords {
  /** By the other name's word, of which `weight` is the weight. */
  readonly all: ReadonlyMap<string, { readonly mine: string; readonly weight: number }>
  /** The candidate's words that tell something, and that few names have. */
  readonly telling: ReadonlySet<string>
}

function sameWords(name: Name, { names, sharers }: ComparedNames<unknown>): SameWords {
  const own = [...name.particular]
  const near = own.filter(tells)
  const bound = Math.max(MOST_SHARERS, names.length / 20)
  return {
    all: new Map(
      [...sharers.keys()].flatMap((word) => {
        const mine = name.particular.has(word)
          ? word
          : tells(word)
            ? near.find((one) => isNearly(one, word))
            : undefined
        return mine === undefined ? [] : [[word, { mine, weight: weightOfWord(word) }]]
      }),
    ),
    telling: new Set(own.filter((word) => tells(word) && (sharers.get(word) ?? 0) <= bound)),
  }
}

/** The same but for a typing error or, as "MosMed" and "MosMedData" or "RALO" and "RALO2", for an end. */
function isNearly(mine: string, word: string): boolean {
  const [short, long] = mine.length < word.length ? [mine, word] : [word, mine]
  if (long.startsWith(short)) return short.length >= LONG_WORD || isNumber(long.slice(short.length))
  return short.length >= LONG_WORD && editDistance(mine, word, 1) !== undefined
}

/** At least half of the telling words of one of the two. */
function wordsSign({ all, telling }: SameWords, other: Name): Sign | undefined {
  const shared = [...telling].flatMap((mine) => {
    if (other.particular.has(mine)) return mine
    return [...other.particular].find((word) => all.get(word)?.mine === mine) ?? []
  })
  if (shared.length === 0) return undefined
  const share = shared.length / Math.min(telling.size, other.telling)
  if (share < 0.5) return undefined
  const likeness = { kind: 'sharedWords', shared: shared.slice(0, MOST_SHARED_SHOWN) } as const
  return { weight: 2 + share, likeness }
}

/**
 * Two names most of whose letters are in words that both have, however many names have those words. Names of different
 * data types are not similar.
 */
function similarSign(name: Name, other: Name, { all }: SameWords): Sign | undefined {
  let weight = 0
  for (const word of other.particular) weight += all.get(word)?.weight ?? 0
  const share = (2 * weight) / (name.weight + other.weight)
  if (!(share >= SIMILAR) || areOfOtherTypes(name.particular, other.particular)) return undefined
  if (![...other.particular].some((word) => all.has(word) && tells(word))) return undefined
  return { weight: 2 + share, likeness: { kind: 'similarName' } }
}

/** The letters of words; those of words that tell little count half. */
const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + weightOfWord(word), 0)

function areOfOtherTypes(a: Iterable<string>, b: Iterable<string>): boolean {
  const [ours, theirs] = [a, b].map((words) => [...words].flatMap(typeOf))
  if (!ours?.length || !theirs?.length) return false
  return !ours.some((type) => theirs.includes(type))
}

/** The data type that a word names; none for a word of several, such as "chest". */
function typeOf(word: string): DataTypeKey[] {
  const types = TYPES_OF_WORD.get(word) ?? []
  return types.length === 1 ? types.map(({ key }) => key) : []
}

/** Hosts whose addresses begin with an account. */
const ACCOUNT_HOSTS = new Set([
  ...['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'kaggle.com', 'huggingface.co'],
])
/** First parts of a path that say what kind of thing follows, and not whose. */
const SHELVES = new Set([
  ...['article', 'articles', 'c', 'collection', 'collections', 'communities', 'd', 'data', 'dataset'],
  ...['datasets', 'doi', 'en', 'handle', 'p', 'pages', 'project', 'projects', 'record', 'records', 'wiki'],
])

interface Place {
  readonly host: string
  readonly part: string
}

/** Host and first telling part of the path. A page on github.io is its account's on github.com. */
function placeOf(url: string): Place | undefined {
  const canonical = canonicalAddress(url)
  if (!canonical || /^(?:doi|arxiv):/.test(canonical)) return undefined
  const [host = '', ...path] = canonical.replace(/\?.*$/, '').split('/')
  const account = host.match(/^([a-z0-9-]+)\.github\.io$/)?.[1]
  if (account) return { host: 'github.com', part: account }
  const part = path.find((segment) => !SHELVES.has(segment))
  return part ? { host, part } : undefined
}

function placeSign({ host, part }: Place, url: string): Sign | undefined {
  // Parsing a thousand addresses would cost more than all else here, so first see whether it can be the same.
  if (!url.toLowerCase().includes(part)) return undefined
  const place = placeOf(url)
  if (place?.host !== host || place.part !== part) return undefined
  return { weight: 0.5, likeness: { kind: ACCOUNT_HOSTS.has(host) ? 'account' : 'section', host } }
}
