// schema.org in JSON-LD, as search engines for data read it. https://schema.org/Dataset,
// https://developers.google.com/search/docs/appearance/structured-data/dataset
//
// What nobody has told us is not said: never when a data set was published or changed, and of most neither the licence
// nor whether it costs anything. Our own dates are those of the record (`mainEntityOfPage`) and of this text
// (`sdDatePublished`).

import { identifierLinks, sameAs } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { iri } from '../../../schema/record/values/address.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'
import type { Catalogue, ExportFormat, RecordFormat } from '../catalogue.ts'
import { description, keywords, techniques, typesWith } from '../description.ts'
import { accessWords, licenseWords, sizeWords, statusWords } from '../fact-words.ts'
import { catalogIri, datasetIri, organizationIri, publisherIri, recordIri } from './iris.ts'
import { type JsonLdNode, printed, printedLine, some } from './json-ld.ts'
import { schemaCatalog, schemaPublisher } from './schema-org-catalog.ts'
import { schemaCitation } from './schema-org-citation.ts'

/** The form in which schema.org says to name it; readers know it by heart and fetch nothing. */
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
  return {
    '@type': 'Dataset',
    '@id': datasetIri(catalogue, resource),
    name: resource.name,
    description: description(resource),
    // Where the data are, which is not where this is said.
    url: iri(resource.url),
    sameAs: sameAs(resource),
    identifier: identifiers.length > 0 ? [...identifiers, resource.slug] : resource.slug,
    // The survey names one organisation and not what part it had, so it is named for both that are asked for.
    creator: { '@type': 'Organization', '@id': organization, name: resource.organization },
    publisher: { '@id': organization },
    keywords: keywords(resource),
    measurementTechnique: some(techniques(resource)),
    variableMeasured: some(
      typesWith(resource, 'yes').map((type) => ({
        '@type': 'PropertyValue',
        propertyID: type.key,
        name: type.label,
        description: type.meaning,
      })),
    ),
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

/** What is known of it as a whole; former addresses and what takes its place have no words in schema.org. */
function facts(resource: Resource, catalogue: Catalogue): JsonLdNode {
  const { access, counts, formats, cautions, derivedFrom, origins } = resource
  const license = licenseWords(resource)
  return {
    license: licenseLink(resource) ?? (license && named(license)),
    conditionsOfAccess: accessWords(resource),
    // Whether what is not open to everyone costs anything is not known.
    isAccessibleForFree: access === 'open' ? true : undefined,
    // Not `size`, which is for standard ones.
    materialExtent: sizeWords(counts),
    encodingFormat: some(formats),
    // A text may not stand here by itself: it would be read as an address.
    usageInfo: some(cautions.map((text) => ({ '@type': 'CreativeWork', text }))),
    isBasedOn: some<JsonLdNode>([
      ...derivedFrom.map((slug) => ({ '@id': datasetIri(catalogue, { slug }) })),
      ...origins.map(named),
    ]),
    creativeWorkStatus: statusWords(resource),
  }
}

/** What schema.org wants as an address or a thing, and only a name is known of. */
const named = (name: string): JsonLdNode => ({ '@type': 'CreativeWork', name })

/**
 * The whole row of cells, no and unknown too. Where `additionalProperty` may stand schema.org only suggests
 * (`domainIncludes`), and has nothing for data sets that says what they lack or what is not known of them.
 */
function cells({ availability }: Resource): JsonLdNode[] {
  return DATA_TYPES.map((type) => ({
    '@type': 'PropertyValue',
    propertyID: type.key,
    name: type.label,
    value: availability[type.key],
  }))
}

/** Our record of it: what has our dates and version, and what is removed when a resource is. */
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
