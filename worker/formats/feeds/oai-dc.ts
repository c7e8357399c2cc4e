// A resource in Dublin Core, in the container that every OAI-PMH repository must support (OAI-PMH 2.0, section 5). It has
// no language, because the registry does not know that of the data.

import type { Resource } from '../../../schema/record/resource.ts'
import { countryName } from '../../../schema/record/values/countries.ts'
import { isoDate } from '../../../schema/record/values/dates.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { authorsOf, fullName } from '../../../schema/record/works/authors.ts'
import { citedWorks } from '../../../schema/record/works/cited-works.ts'
import type { CslName } from '../../../schema/record/works/reference.ts'
import { doiLink, referenceLink } from '../../../schema/record/works/reference-links.ts'
import { type Catalogue, recordAddress } from '../catalogue.ts'
import { description, keywords } from '../description.ts'
import { describeAccess, describeDownload, describeSize, describeUse } from '../fact-text.ts'
import { typesAndNames } from '../file-formats.ts'
import { apa } from '../references/apa.ts'
import { element, schemaLocation, type XmlElement } from './xml.ts'

export const OAI_DC = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const

/** The elements' own namespace: Dublin Core Metadata Element Set 1.1. */
const DC = 'http://purl.org/dc/elements/1.1/'

type Statement = readonly [name: string, value: string]

/** One element for each value that is not null. */
const each = (name: string, values: readonly (string | null | undefined)[]): Statement[] =>
  values.flatMap((value): Statement[] => (value === null || value === undefined ? [] : [[name, value]]))

/** The family name first, as catalogues list people. */
const listedName = (name: CslName): string =>
  'family' in name && name.given !== undefined ? `${name.family}, ${name.given}` : fullName(name)

export function oaiDc(resource: Resource, catalogue: Pick<Catalogue, 'base'>): XmlElement {
  const { slug, name, organization, url, otherUrls, license, derivedFrom, origins } = resource
  const [dataSet, ...others] = citedWorks(resource)
  const people = authorsOf(dataSet).authors.filter((author) => 'family' in author)
  const statements: readonly Statement[] = [
    ['title', name],
    ...each('title', resource.aliases),
    ['creator', organization],
    ...each('creator', people.map(listedName)),
    ...each('subject', keywords(resource)),
    ['description', description(resource)],
    ...each('publisher', [dataSet.publisher]),
    ...each('date', [dataSet.issued && isoDate(dataSet.issued)]),
    // A term of the DCMI type vocabulary.
    ['type', 'Dataset'],
    ['identifier', url],
    ['identifier', recordAddress(catalogue, slug)],
    ...each(
      'identifier',
      [doiLink({ doi: dataSet.DOI ?? null }), ...otherUrls].filter((address) => address !== url),
    ),
    // The element is for the size of a resource too.
    ...each('format', [
      ...typesAndNames(resource),
      describeDownload(resource),
      describeSize(resource.counts),
    ]),
    ...each(
      'coverage',
      resource.countries.map((code) => countryName('en', code)),
    ),
    ...each(
      'source',
      derivedFrom.map((source) => recordAddress(catalogue, source)),
    ),
    ...each('source', origins),
    // The link for programs, the citation for its authors and year.
    ...each(
      'relation',
      others.flatMap((work) => [referenceLink(work), apa(work)]),
    ),
    ...each('rights', [license, licenseLink(resource), describeUse(resource), describeAccess(resource)]),
  ]
  return element(
    'oai_dc:dc',
    statements.map(([term, value]) => element(`dc:${term}`, value)),
    {
      'xmlns:oai_dc': OAI_DC.namespace,
      'xmlns:dc': DC,
      ...schemaLocation(OAI_DC.namespace, OAI_DC.schema),
    },
  )
}
