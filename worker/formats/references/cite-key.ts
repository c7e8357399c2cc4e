import type { Reference } from '../../../schema/record/reference.ts'
import { partsOf } from '../../../schema/record/values/dates.ts'

/** Letters that a part of a key has at most: a key is typed by hand, and some programs cut it. */
const LONGEST = 24

const ARTICLES = ['a', 'an', 'the']

/**
 * The key of a reference: family name, year and first word of the title, as in `cohen2020covid`. An
 * organisation is the first words of its name that `LONGEST` has room for. Where one of them is
 * missing, the reference's number or id follows: `cohencovid-16`.
 */
export function citeKey(reference: Reference): string {
  const [author] = reference.author ?? []
  const name = author === undefined ? '' : 'literal' in author ? author.literal : author.family
  const family = shortened(words(name))
  const year = reference.issued ? String(partsOf(reference.issued).year) : ''
  const title = shortened([words(reference.title).find((word) => !ARTICLES.includes(word)) ?? ''])
  const key = family + year + title
  if (family !== '' && year !== '' && title !== '') return key
  const number = reference['citation-number'] ?? shortened(words(reference.id), '-')
  return [key, String(number)].filter((part) => part !== '').join('-') || 'reference'
}

/** As many whole words as there is room for; the beginning of the first where it is longer by itself. */
function shortened(all: readonly string[], between = ''): string {
  const [first = '', ...rest] = all
  let text = first.slice(0, LONGEST)
  for (const word of rest) {
    if (text.length + between.length + word.length > LONGEST) break
    text += between + word
  }
  return text
}

/** The words of a text in small ASCII letters and digits, the only characters that BibTeX guarantees in keys. */
function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[a-z0-9]+/g) ?? []
}
