import { iri } from '../../../schema/record/values/addresses/address.ts'
import { releaseAuthors, releaseWorks } from '../../../schema/record/works/cited-works.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { type Catalogue, exportAddress } from '../catalogue.ts'
import { DOWNLOADS } from '../media-types.ts'
import { catalogIri, publisherIri } from './iris.ts'
import type { JsonLdNode } from './json-ld.ts'
import { schemaAgent, schemaCitation } from './schema-org-citation.ts'

/**
 * The registry in schema.org. It is a `Dataset` too, because only a `Dataset` can have `distribution`.
 * https://schema.org/DataCatalog
 */
export function schemaCatalog(catalogue: Catalogue): JsonLdNode {
  const { changedAt, release } = catalogue.asOf
  return {
    '@type': ['DataCatalog', 'Dataset'],
    '@id': catalogIri(catalogue),
    name: REGISTRY.title,
    description: REGISTRY.description,
    url: iri(`${catalogue.base}/`),
    license: REGISTRY.license.url,
    creator: release && releaseAuthors(release).map(schemaAgent),
    publisher: schemaPublisher(catalogue),
    keywords: release?.keywords,
    version: release?.version,
    datePublished: release?.releasedOn,
    dateModified: changedAt,
    citation: release && releaseWorks(release, '').map(schemaCitation),
    distribution: DOWNLOADS.map(({ file, name, mediaType }) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: mediaType,
      contentUrl: iri(exportAddress(catalogue, file)),
    })),
  }
}

/** The publisher of the registry and of its descriptions of data sets. */
export function schemaPublisher(catalogue: Catalogue): JsonLdNode {
  return {
    '@type': 'Organization',
    '@id': publisherIri(catalogue),
    name: REGISTRY.name,
    url: iri(`${catalogue.base}/`),
  }
}
