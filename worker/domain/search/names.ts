// What a person calls a data set: by which keys a record is known, and which of them a query may be. A key is a name
// folded, with its letters and digits alone, so that "COVIDx US", "covidx-us" and "COVIDxUS" are one.

import type { Resource } from '../../../schema/record/resource.ts'
import { SITES } from '../../../schema/record/values/addresses/hosts.ts'
import { fold, queryWords } from '../../../schema/text/fold.ts'
import { readPhrase } from './concepts.ts'
import { COMMON_WORDS, FILLERS, isSmallWord, isSoftWord } from './small-words.ts'

/** What kind of name a key is of, the surest first. `start` is only of a query: the start of a name. */
export const NAME_KINDS = ['name', 'start', 'alias', 'repository', 'paper'] as const
type NameKind = (typeof NAME_KINDS)[number]

export interface Name {
  readonly kind: Exclude<NameKind, 'start'>
  readonly key: string
}

/** Longer names are cut: nobody types so much. */
export const LONGEST_KEY = 120
const SHORTEST_KEY = 3

type Named = Pick<Resource, 'slug' | 'name' | 'aliases' | 'url' | 'otherUrls' | 'formerUrls' | 'references'>

const nameKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST_KEY)

/** The sites where data sets are, which names have in brackets: no name of one data set. */
const SITE_KEYS: ReadonlySet<string> = new Set(
  SITES.flatMap(({ publisher = '' }) => [
    publisher,
    publisher.replace(/ (?:data|dataverse|dataport)$/i, ''),
  ]).map(nameKey),
)

const isSmall = (word: string) => isSmallWord(word) || isSoftWord(word)

/** A text that could be the name of many others names none: "chest CT images". */
function tells(text: string): boolean {
  const words = queryWords(text)
  for (let at = 0; at < words.length; ) {
    const { length, dataType } = readPhrase(words, at)
    const word = words[at] ?? ''
    if (dataType === undefined && word.length > 1 && !isSmall(word)) return true
    at += length
  }
  return false
}

/** The words of a name that tell it from others, and its data types: "BSTI" of "COVID-19 BSTI Imaging Database". */
const coreOf = (words: readonly string[]) => words.filter((word) => !isSmall(word)).join(' ')

/** What is written as a name though its words are those of many: "COVID-CT", "covid-chestxray-dataset". */
const isWritten = (text: string) =>
  tells(text) || (/covid|sars-cov-2/i.test(text) && !queryWords(text).every((word) => COMMON_WORDS.has(word)))

/** Of a longer name what is left still is one where it says what it is: "Radiography Database". */
const isCalledData = (text: string) =>
  tells(text) || /.\b(?:database|dataset|repository|collection)$/i.test(text)

/** By which names a record is known, each key once, under its surest kind. */
export function namesOf({ name, aliases, slug, url, otherUrls, formerUrls, references }: Named): Name[] {
  const titles = references.flatMap(({ title }) => (title ? [title, ...shortTitle(title)] : []))
  const repositories = [slug, ...[url, ...otherUrls, ...formerUrls].flatMap(repositoryNames)]
  const keys = new Map<string, Name['kind']>()
  const add = (kind: Name['kind'], texts: readonly string[]) => {
    for (const key of texts.map(nameKey))
      if (key.length >= SHORTEST_KEY && !keys.has(key)) keys.set(key, kind)
  }
  add('name', [name])
  const called = [...aliases.filter(isWritten), ...[name, ...aliases].flatMap(aliasesOf).filter(isCalledData)]
  add(
    'alias',
    called.filter((text) => !SITE_KEYS.has(nameKey(text))),
  )
  add('repository', [
    ...repositories.filter(isWritten),
    ...repositories.map(withoutCovid).filter(isCalledData),
  ])
  add('paper', titles.filter(isWritten))
  return [...keys].map(([key, kind]) => ({ kind, key }))
}

/** "A tool: what it does" is called "A tool". */
const shortTitle = (title: string): string[] => /^(.{3,60}?)(?::| [-–—] |\?)/.exec(title)?.slice(1) ?? []

/** What a name has in brackets and outside of them, before a colon, without what every name has. */
function aliasesOf(name: string): string[] {
  const inside = [...name.matchAll(/[([]([^)\]]+)[)\]]/g)].flatMap(([, text = '']) => [
    text,
    ...text.split(/[,;]/),
  ])
  const outside = name.replace(/[([][^)\]]*[)\]]/g, ' ').trim()
  const parts = outside.split(/[:/]/).map((part) => part.trim())
  const texts = [...inside, outside, ...parts]
  return [...texts, ...texts.map(withoutCovid), ...[name, outside].map((text) => coreOf(queryWords(text)))]
}

const withoutCovid = (text: string) => text.replace(/\b(?:covid|sars-cov)[-_ ]?(?:19|2)\b[-_ ]?/gi, '').trim()

/** Of an address the last part of the path, of a repository its name; of a host alone that. */
function repositoryNames(address: string): string[] {
  const url = URL.parse(address)
  if (!url) return []
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
  const host = url.hostname.replace(/^www\./, '')
  if (parts.length === 0) return [host, host.replace(/\.[a-z]+$/, '')]
  const isForge = /^(?:github|gitlab)\.com$/.test(host)
  const last = (isForge ? parts[1] : parts.at(-1)) ?? ''
  return [last.replace(/\.(?:html?|php|git|aspx?)$/i, '')]
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What a query may be the name of. */
export interface NameQuery {
  /** The keys that it is as a whole: as typed, and without the words of a question. */
  readonly whole: readonly string[]
  /** The keys that a name may begin with, where enough is typed to tell: the whole, then its telling words. */
  readonly starts: readonly string[]
  /** The keys of names that it may mention among other words. */
  readonly mentioned: readonly string[]
}

const LONGEST_MENTION = 6
const SHORTEST_MENTION = 4
const MOST_WORDS_WITH_MENTION = 12
/** What could begin many names begins one only where so much of it is typed. */
const LONG_START = 12

/** `telling` says of each word whether it can tell one name from another. */
export function nameQuery(text: string, words: readonly string[], telling: readonly boolean[]): NameQuery {
  const typed = nameKey(text)
  if (typed === '') return { whole: [], starts: [], mentioned: [] }
  const hasTelling = telling.some(Boolean)
  const keyOf = (isLeftOut: (word: string) => boolean) =>
    nameKey(words.filter((word) => !isLeftOut(word)).join(''))
  const isAside = (word: string) => FILLERS.has(word) || isSoftWord(word)
  const core = [keyOf((word) => FILLERS.has(word)), keyOf(isAside)]
  const whole = [
    typed,
    ...core.filter((key) => hasTelling || /^covid./.test(key)),
    ...(hasTelling ? [keyOf(isSmall)] : []),
  ]
  const isLongStart = typed.length >= LONG_START && words.length > 2
  const isShort = words.length <= MOST_WORDS_WITH_MENTION
  const mentioned = [...(hasTelling && isShort ? spans(words, telling) : []), ...compounds(text)]
  const isLong = (key: string) => key.length >= SHORTEST_KEY
  return {
    whole: [...new Set(whole)].filter(isLong),
    starts: hasTelling ? [...new Set([typed, keyOf(isSmall)])].filter(isLong) : isLongStart ? [typed] : [],
    mentioned: [...new Set(mentioned)].filter((key) => !whole.includes(key)),
  }
}

/** What is written together with hyphens: "is COVID-CT free". */
const compounds = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}_-]+/u)
    .filter((part) => /covid|sars/i.test(part) && /[-_]/.test(part) && isWritten(part))
    .map(nameKey)

const spans = (words: readonly string[], telling: readonly boolean[]): string[] =>
  words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_MENTION, words.length - from) }, (_, i) => from + i + 1).flatMap(
      (to) => {
        if (!telling.slice(from, to).some(Boolean)) return []
        const key = nameKey(words.slice(from, to).join(''))
        return key.length >= SHORTEST_MENTION ? [key] : []
      },
    ),
  )
