// The words that a record is found by: all that a card shows of it, folded. Beside these it has tags for what people ask
// for in many words, such as a licence or a way of access (concepts.ts).

import { english, LANGUAGES } from '../../../bot/languages/index.ts'
import { statedText, valueText } from '../../../bot/languages/values.ts'
import { type Fact, factOf } from '../../../schema/record/facts.ts'
import {
  CLAIM_FIELDS,
  type ClaimField,
  dataTypeOf,
  FIELD_KEYS,
  fieldOf,
} from '../../../schema/record/field-keys.ts'
import { licenceTermsOf, statesNone } from '../../../schema/record/licence-terms.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Reference } from '../../../schema/record/works/reference.ts'
import { identifierWords, textWords } from '../../../schema/text/fold.ts'
import { accessTag, COMMERCIAL, NON_COMMERCIAL, WITHOUT_LICENCE } from './concepts.ts'
import { licenceTags } from './licence-tags.ts'

/** Parts of an address that say nothing about what it leads to. */
const ADDRESS_NOISE = new Set(['http', 'https', 'www', 'com', 'org', 'net', 'html', 'htm', 'php', 'doi'])

/** A longer word is no word that anyone types, and a trigger takes each word apart, letter by letter. */
export const LONGEST_WORD = 40

/** The words and tags that a resource is found by, each once. */
export function searchWords(record: Resource): string[] {
  const words = [
    ...identifierWords(record.slug),
    ...record.formerUrls.flatMap(addressWords),
    ...record.references.flatMap(referenceWords),
    ...CLAIM_FIELDS.flatMap((field) => (dataTypeOf(field) ? [] : fieldWords(record, field))),
  ]
  return [...new Set([...words.filter((word) => word.length <= LONGEST_WORD), ...tags(record)])]
}

/** What the record states of a field, and what sources claim of it. */
function fieldWords(record: Resource, field: ClaimField): string[] {
  const fact = factOf(record, field)
  const texts = [
    ...(fact.isStated ? [statedText(english, fact), wholeText(fact.stated)] : []),
    ...fact.claims.flatMap(({ value }) => [valueText(english, field, value), wholeText(value)]),
  ]
  const spoken = IN_WORDS.some((key) => key === field) && fact.stated !== null ? OTHER_LANGUAGES : []
  texts.push(...spoken.map((messages) => statedText(messages, fact)))
  const written = [...new Set(texts)].filter((text) => text !== undefined)
  return written.flatMap(ADDRESSES.some((key) => key === field) ? addressWords : textWords)
}

const ADDRESSES = FIELD_KEYS.filter((key) => {
  const field = fieldOf(key)
  return (field.kind === 'text' || field.kind === 'list') && field.writing === 'address'
})

/** What every language has words of its own for. */
const IN_WORDS = FIELD_KEYS.filter((key) => {
  const field = fieldOf(key)
  return field.kind === 'choices' || (field.kind === 'list' && field.writing === 'country')
})
const OTHER_LANGUAGES = Object.values(LANGUAGES).filter((messages) => messages !== english)

/** Of a size the source's own words, which short forms leave out. */
const wholeText = (value: Fact['stated']) =>
  value !== null && typeof value === 'object' && 'text' in value ? value.text : undefined

const addressWords = (address: string) => identifierWords(address).filter((word) => !ADDRESS_NOISE.has(word))

function tags(record: Resource): string[] {
  const { license, access, use } = record
  const { noCommerce } = licenceTermsOf(record)
  return [
    ...(license === null || statesNone(license) ? [WITHOUT_LICENCE] : licenceTags(license)),
    ...(access === 'unknown' ? [] : [accessTag(access)]),
    ...(noCommerce === 'limited' || use.commercial === 'no' ? [NON_COMMERCIAL] : []),
    ...(noCommerce === 'allowed' && use.commercial !== 'no' ? [COMMERCIAL] : []),
  ]
}

function referenceWords(reference: Reference): string[] {
  const authors = (reference.author ?? []).map((name) => ('family' in name ? name.family : name.literal))
  const printed = [
    reference.title,
    reference['container-title'],
    reference.archive,
    reference.archive_location,
  ]
  return [...printed, reference.DOI, ...authors].flatMap((text) => (text ? textWords(text) : []))
}
