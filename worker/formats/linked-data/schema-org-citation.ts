import { isoDate } from '../../../schema/record/values/dates.ts'
import { authorsOf, fullName } from '../../../schema/record/works/authors.ts'
import { type CslName, type Reference, referenceTitle } from '../../../schema/record/works/reference.ts'
import { isDoi, referenceLink } from '../../../schema/record/works/reference-links.ts'
import { type JsonLdNode, some } from './json-ld.ts'

/**
 * `Dataset` and `SoftwareApplication` are not used for cited works: search engines take these for an offer of the page,
 * and require properties that a reference does not have.
 */
const TYPES = {
  article: 'ScholarlyArticle',
  'article-journal': 'ScholarlyArticle',
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'CreativeWork',
  'paper-conference': 'ScholarlyArticle',
  report: 'Report',
  software: 'CreativeWork',
  thesis: 'Thesis',
  webpage: 'WebPage',
} satisfies Record<Reference['type'], string>

/** A reference in schema.org. https://schema.org/citation */
export function schemaCitation(reference: Reference): JsonLdNode {
  const { issued, page, publisher, version } = reference
  const link = referenceLink(reference)
  const type = TYPES[reference.type]
  return {
    '@type': type,
    name: referenceTitle(reference),
    author: some(authorsOf(reference).authors.map(schemaAgent)),
    datePublished: issued && isoDate(issued),
    // The DOI as an identifier, the address to read at, and `sameAs` because both denote this work.
    identifier: link !== undefined && isDoi(link) ? link : undefined,
    url: link,
    sameAs: link,
    isPartOf: container(reference),
    pagination: type === 'ScholarlyArticle' ? page : undefined,
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    version,
  }
}

/** The publication that contains the work. In schema.org volume and issue are nodes too, each part of the larger. */
function container(reference: Reference): JsonLdNode | undefined {
  const { volume, issue, 'container-title': name } = reference
  const type = reference.type === 'article-journal' ? 'Periodical' : 'CreativeWork'
  const whole = name === undefined ? undefined : { '@type': type, name }
  const inVolume =
    volume === undefined ? whole : { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: whole }
  return issue === undefined
    ? inVolume
    : { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume }
}

export function schemaAgent(name: CslName & { readonly affiliation?: string }): JsonLdNode {
  if ('literal' in name) return { '@type': 'Organization', name: name.literal }
  const { family, given, affiliation } = name
  return {
    '@type': 'Person',
    name: fullName(name),
    givenName: given,
    familyName: family,
    affiliation: affiliation === undefined ? undefined : { '@type': 'Organization', name: affiliation },
  }
}

/** The people whom a work names as its authors; undefined where it names none. */
export const schemaPeople = (work: Pick<Reference, 'author'>): readonly JsonLdNode[] | undefined =>
  some(
    authorsOf(work)
      .authors.filter((name) => 'family' in name)
      .map(schemaAgent),
  )
