import { partsOf } from '../../../schema/record/values/dates.ts'
import { authorsOf } from '../../../schema/record/works/authors.ts'
import type { Work } from '../../../schema/record/works/cited-works.ts'

/** Characters at most: a key is typed by hand, and some programs cut it. */
const LONGEST = { key: 40, name: 20, word: 16 }

const ARTICLES = ['a', 'an', 'the']

/**
 * The key of a work, of at most 40 characters: its own, or else family name, year and first word of the title, as in
 * `cohen2020covid`. An organisation is the first words of its name that there is room for. Where one of them is missing,
 * the reference's number or id follows: `cohencovid-16`.
 */
export function citeKey(work: Work): string {
  if (work.key !== undefined) return shortKey(work.key.replace(/[^a-z0-9.]+/gi, '-'))
  const [author] = authorsOf(work).authors
  const name = author === undefined ? '' : 'literal' in author ? author.literal : author.family
  const family = shortened(words(name), LONGEST.name)
  const year = work.issued ? String(partsOf(work.issued).year) : ''
  const [first = ''] = words(work.title ?? '').filter((word) => !ARTICLES.includes(word))
  const title = shortened([first], LONGEST.word)
  const key = family + year + title
  if (family !== '' && year !== '' && title !== '') return key
  const number = work['citation-number'] ?? words(work.id).join('-')
  return shortKey([key, String(number)].filter((part) => part !== '').join('-')) || 'reference'
}

/** As many whole words as there is room for; the beginning of the first where it is longer by itself. */
function shortened(all: readonly string[], longest: number): string {
  const [first = '', ...rest] = all
  let text = first.slice(0, longest)
  for (const word of rest) {
    if (text.length + word.length > longest) break
    text += word
  }
  return text
}

/** A long key ends in a checksum of all of it, so keys that begin alike stay different. */
function shortKey(key: string): string {
  if (key.length <= LONGEST.key) return key
  const checksum = (Array.from(key).reduce(fnv1a, 0x811c9dc5) >>> 0).toString(36)
  return `${key.slice(0, LONGEST.key - checksum.length - 1)}-${checksum}`
}

/** FNV-1a over 32 bits. https://www.rfc-editor.org/rfc/rfc9923 */
const fnv1a = (hash: number, sign: string): number => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193)

/** The words of a text in small ASCII letters and digits, the only characters that BibTeX guarantees in keys. */
function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[a-z0-9]+/g) ?? []
}
