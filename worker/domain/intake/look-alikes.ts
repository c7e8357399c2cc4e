// Which listed resources a new one may repeat. It warns and refuses nothing: a person decides, so a sign too many is better
// than one too few, and each comes with its reason.

import type { Likeness } from '../../../schema/likeness.ts'
import { canonicalAddress } from '../../../schema/record/values/addresses/address.ts'
import { editDistance } from '../../../schema/text/edit-distance.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { isSmallWord } from '../search/small-words.ts'

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
/** A word that more names than this, and than one in twenty, have tells little among them. */
const MOST_SHARERS = 3
const MOST_SHARED_SHOWN = 3

/** Names of data types are shared by whoever has that type, the ends of host names by whoever is called by one. */
const UNTELLING = new Set([
  ...DATA_TYPES.flatMap((type) => type.words.flatMap((name) => name.split(' '))),
  ...['com', 'org', 'www'],
])

/** Those of `listed` that look like the candidate, at most `most`, best first. */
export function lookAlikes<Listed extends Named>(
  candidate: Named,
  listed: readonly Listed[],
  most: number,
): LookAlike<Listed>[] {
  const name = takeApart(candidate.name)
  const others = listed.map((item) => ({ item, name: takeApart(item.name) }))
  const sameWords = tellingWords(
    name,
    others.map((other) => other.name),
  )
  const place = placeOf(candidate.url)
  return others
    .flatMap(({ item, name: other }) => {
      const signs = [
        doiSign(candidate, item),
        nameSign(name, other) ?? wordsSign(sameWords, other),
        place && placeSign(place, item.url),
      ]
      const found = signs.filter((sign) => sign !== undefined)
      if (found.length === 0) return []
      const weight = found.reduce((sum, sign) => sum + sign.weight, 0)
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
  readonly particular: readonly string[]
  readonly whole: string
  readonly letters: string
}

function takeApart(text: string): Name {
  const words = queryWords(text)
  const uncommon = words.filter((word) => !isSmallWord(word))
  const particular = uncommon.length > 0 ? uncommon : words
  return { words, particular, whole: words.join(''), letters: particular.join('') }
}

function nameSign(a: Name, b: Name): Sign | undefined {
  if (a.whole === '' || b.whole === '') return undefined
  if (a.whole === b.whole) return { weight: 6, likeness: { kind: 'sameName' } }
  if (a.whole.length === b.whole.length && sorted(a.words) === sorted(b.words))
    return { weight: 5, likeness: { kind: 'sameWords' } }
  const errors = editDistance(a.letters, b.letters, errorsIn(Math.max(a.letters.length, b.letters.length)))
  return errors === undefined ? undefined : { weight: 4 - errors / 10, likeness: { kind: 'nearlySame' } }
}

const errorsIn = (length: number) => Math.min(Math.floor(length / LETTERS_AN_ERROR), MOST_ERRORS)

const sorted = (words: readonly string[]) => [...words].sort().join(' ')

/** A number tells little, and a single letter less. */
function tells(word: string): boolean {
  return word.length > 1 && !UNTELLING.has(word) && !isSmallWord(word) && !/^\p{N}+$/u.test(word)
}

/** For each of the candidate's telling words: the words of listed names that are the same but for a typing error. */
type SameWords = readonly ReadonlySet<string>[]

function tellingWords(name: Name, others: readonly Name[]): SameWords {
  const bound = Math.max(MOST_SHARERS, others.length / 20)
  const sharers = (word: string) => others.filter(({ words }) => words.includes(word)).length
  const telling = [...new Set(name.particular)].filter((word) => tells(word) && sharers(word) <= bound)
  if (telling.length === 0) return []
  const known = [...new Set(others.flatMap(({ particular }) => particular))].filter(tells)
  return telling.map((word) => {
    const near = (other: string) =>
      word.length >= LETTERS_AN_ERROR && editDistance(word, other, 1) !== undefined
    return new Set(known.filter((other) => other === word || near(other)))
  })
}

/** At least half of the telling words of one of the two. */
function wordsSign(telling: SameWords, other: Name): Sign | undefined {
  const shared = telling.flatMap((same) => other.particular.find((word) => same.has(word)) ?? [])
  if (shared.length === 0) return undefined
  const share = shared.length / Math.min(telling.length, other.particular.filter(tells).length)
  if (share < 0.5) return undefined
  const likeness = { kind: 'sharedWords', shared: shared.slice(0, MOST_SHARED_SHOWN) } as const
  return { weight: 2 + share, likeness }
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
