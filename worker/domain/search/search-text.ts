import type { Reference } from '../../../schema/record/reference.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { identifierWords, textWords } from '../../../schema/text/fold.ts'

/** Parts of an address that say nothing about what it leads to. */
const ADDRESS_NOISE = new Set(['http', 'https', 'www', 'com', 'org', 'net', 'html', 'htm', 'php'])

/** A longer word is no word that anyone types, and a trigger takes each word apart, letter by letter. */
export const LONGEST_WORD = 40

/** The words that a resource is found by, each once: name, organisation, slug, address, references. */
export function searchWords(
  resource: Pick<Resource, 'slug' | 'name' | 'url' | 'organization' | 'references'>,
): string[] {
  const address = identifierWords(resource.url).filter((word) => !ADDRESS_NOISE.has(word))
  const words = [
    ...[resource.name, resource.organization].flatMap(textWords),
    ...identifierWords(resource.slug),
    ...address,
    ...resource.references.flatMap(referenceWords),
  ]
  return [...new Set(words)].filter((word) => word.length <= LONGEST_WORD)
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
