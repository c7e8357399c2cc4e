// schema.org in JSON-LD, as search engines for data read it. https://schema.org/Dataset,
// https://developers.google.com/search/docs/appearance/structured-data/dataset
//
// Unknown facts are left out: the date of a data set mostly, its licence and price often. Our own dates are those of the
// record (`mainEntityOfPage`) and of this document (`sdDatePublished`).

import type { Resource } from '../../../schema/record/resource.ts'
import { iri } from '../../../schema/record/values/addresses/address.ts'
import { isoDate } from '../../../schema/record/values/dates.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import type { Version } from '../../../schema/record/values/versions.ts'
import { dataSetWork } from '../../../schema/record/works/cited-works.ts'
import { identifierLinks, sameAs } from '../../../schema/record/works/reference-links.ts'
import { DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'
import { ANNOTATION_WORDS } from '../../../schema/words.ts'
import type { Catalogue, ExportFormat, RecordFormat } from '../catalogue.ts'
import { annotationsOf, description, keywords, techniques, typesWith } from '../description.ts'
import { describeLicense, describeSize, describeStatus } from '../fact-text.ts'
import { isFile, mediaTypes, typesAndNames } from '../file-formats.ts'
import { catalogIri, datasetIri, organizationIri, publisherIri, recordIri } from './iris.ts'
import { type JsonLdNode, printed, printedLine, some } from './json-ld.ts'
import { schemaCatalog, schemaPublisher } from './schema-org-catalog.ts'
import { schemaCitation, schemaPeople } from './schema-org-citation.ts'
import { named, sharedFacts } from './schema-org-facts.ts'

/** The spelling that schema.org recommends; readers know this context and do not fetch it. */
const CONTEXT = 'https://schema.org/'

/** A resource as a `Dataset`. */
export const jsonld: RecordFormat = (resource, catalogue) => {
  const document = {
    '@context': CONTEXT,
    ...dataset(resource, catalogue),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': catalogIri(catalogue),
      name: REGISTRY.title,
      url: iri(`${catalogue.base}/`),
    },
    sdPublisher: schemaPublisher(catalogue),
  }
  return `${printed(document)}\n`
}

/** The registry as a `DataCatalog`, with a line for each `dataset` in it. */
export const jsonldExport: ExportFormat = (catalogue) => {
  let comma = ''
  return {
    head: () =>
      printed({ '@context': CONTEXT, ...schemaCatalog(catalogue) }).replace(/\n\}$/, ',\n  "dataset": ['),
    row(resource) {
      const line = `${comma}\n    ${printedLine(dataset(resource, catalogue))}`
      comma = ','
      return line
    },
    tail: () => '\n  ]\n}\n',
  }
}

function dataset(resource: Resource, catalogue: Catalogue): JsonLdNode {
  const organization = organizationIri(catalogue, resource)
  const identifiers = identifierLinks(resource)
  const { version, issued, ...work } = dataSetWork(resource)
  return {
    '@type': 'Dataset',
    '@id': datasetIri(catalogue, resource),
    name: resource.name,
    alternateName: some(resource.aliases),
    description: description(resource),
    // The address of the data, not of this page.
    url: iri(resource.url),
    sameAs: sameAs(resource),
    identifier: identifiers.length > 0 ? [...identifiers, resource.slug] : resource.slug,
    // The record names one organisation without its role, so it has both roles.
    creator: { '@type': 'Organization', '@id': organization, name: resource.organization },
    author: schemaPeople(work),
    publisher: { '@id': organization },
    version,
    datePublished: issued && isoDate(issued),
    dateModified: resource.lastUpdated ?? undefined,
    workExample: some(resource.versions.map(edition)),
    keywords: keywords(resource),
    measurementTechnique: some(techniques(resource)),
    variableMeasured: some<JsonLdNode>([
      ...typesWith(resource, 'yes').map((type) => ({
        '@type': 'PropertyValue',
        propertyID: type.key,
        name: type.label,
        description: type.meaning,
      })),
      ...annotationsOf(resource).map((annotation) => ({
        '@type': 'PropertyValue',
        propertyID: annotation,
        name: ANNOTATION_WORDS[annotation],
      })),
    ]),
    additionalProperty: cells(resource),
    ...facts(resource, catalogue),
    citation: some(resource.references.map(schemaCitation)),
    includedInDataCatalog: { '@id': catalogIri(catalogue) },
    mainEntityOfPage: record(resource, catalogue),
    sdDatePublished: resource.updatedAt.slice(0, 10),
    sdLicense: REGISTRY.license.url,
    sdPublisher: { '@id': publisherIri(catalogue) },
  }
}

/** The facts of a resource. schema.org has no properties for former addresses and successors. */
function facts(resource: Resource, catalogue: Catalogue): JsonLdNode {
  const { access, counts } = resource
  const license = describeLicense(resource)
  return {
    license: licenseLink(resource) ?? (license && named(license)),
    // The price of data that are not open is unknown.
    isAccessibleForFree: access === 'open' ? true : undefined,
    // `size` is for standardized sizes.
    materialExtent: describeSize(counts),
    encodingFormat: some(typesAndNames(resource)),
    distribution: download(resource),
    ...sharedFacts(resource, catalogue),
    creativeWorkStatus: describeStatus(resource),
  }
}

/** The file of a data set whose address is that of a file: search engines take no download without one. */
function download(resource: Resource): JsonLdNode | undefined {
  const { url, downloadBytes } = resource
  if (!isFile(url)) return undefined
  return {
    '@type': 'DataDownload',
    contentUrl: iri(url),
    contentSize: downloadBytes === null ? undefined : `${downloadBytes} B`,
    encodingFormat: some(mediaTypes(resource)),
  }
}

/** A version. A data set of its own would be listed beside this one. */
const edition = ({ label, date, url, available }: Version): JsonLdNode => ({
  '@type': 'CreativeWork',
  version: label,
  datePublished: date ?? undefined,
  url: url === null ? undefined : iri(url),
  creativeWorkStatus: available === 'no' ? 'No longer available' : undefined,
})

/**
 * All data types, including no and unknown. schema.org has no property for what a data set lacks; it allows
 * `additionalProperty` on any type (`domainIncludes` is only a suggestion).
 */
function cells({ availability }: Resource): JsonLdNode[] {
  return DATA_TYPES.map((type) => ({
    '@type': 'PropertyValue',
    propertyID: type.key,
    name: type.label,
    value: availability[type.key],
  }))
}

/** Our record of the data set, which has the registry's dates, version and removal. */
function record(resource: Resource, catalogue: Catalogue): JsonLdNode {
  return {
    '@type': 'CreativeWork',
    '@id': recordIri(catalogue, resource),
    isPartOf: { '@id': catalogIri(catalogue) },
    license: REGISTRY.license.url,
    version: resource.version,
    dateModified: resource.updatedAt,
    creativeWorkStatus: resource.status === 'removed' ? 'Removed from this registry' : undefined,
  }
}
