import type { Reference } from '../../../schema/record/reference.ts'
import { partsOf } from '../../../schema/record/values/dates.ts'

const ARTICLES = ['a', 'an', 'the']

/**
 * The key of a reference: family name, year and first word of the title, as in `cohen2020covid`. Where one of them is
 * missing, the reference's number or id follows: `cohencovid-16`.
 */
export function citeKey(reference: Reference): string {
  const [author] = reference.author ?? []
  const name = author === undefined ? '' : 'literal' in author ? author.literal : author.family
  const family = words(name).join('')
  const year = reference.issued ? String(partsOf(reference.issued).year) : ''
  const title = words(reference.title).find((word) => !ARTICLES.includes(word)) ?? ''
  const key = family + year + title
  if (family !== '' && year !== '' && title !== '') return key
  const number = reference['citation-number'] ?? words(reference.id).join('-')
  return [key, String(number)].filter((part) => part !== '').join('-') || 'reference'
}

/** The words of a text in small ASCII letters and digits, the only characters that BibTeX guarantees in keys. */
function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[a-z0-9]+/g) ?? []
}
