import { releaseAuthors, releaseWorks } from '../../../schema/record/works/cited-works.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { type Catalogue, exportAddress } from '../catalogue.ts'
import { DOWNLOADS } from '../media-types.ts'
import { apa } from '../references/apa.ts'
import {
  agent,
  author,
  labelled,
  licenseAt,
  mediaTypeIri,
  mediaType as mediaTypeNode,
  page,
} from './dcat-nodes.ts'
import { catalogIri, publisherIri } from './iris.ts'
import { blankNode, link, literal, statements, typedLiteral } from './turtle.ts'

/**
 * The vocabularies, by their usual prefixes. schema.org has both http and https; its JSON-LD context uses http, so
 * Turtle and JSON-LD make the same statements.
 */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  cc: 'http://creativecommons.org/ns#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** The registry as a `dcat:Catalog`, with its downloads as distributions. */
export function dcatCatalog(catalogue: Catalogue): string {
  const { changedAt, release } = catalogue.asOf
  const publisher = publisherIri(catalogue)
  const home = link(`${catalogue.base}/`)
  return [
    statements(catalogIri(catalogue), [
      ['a', ['dcat:Catalog']],
      ['dct:title', [literal(REGISTRY.title)]],
      ['dct:description', [literal(REGISTRY.description)]],
      ['dct:publisher', [link(publisher)]],
      ['dct:creator', release ? releaseAuthors(release).map(author) : []],
      ['dct:license', [link(REGISTRY.license.url)]],
      ['dct:issued', release ? [typedLiteral(release.releasedOn, 'date')] : []],
      ['dct:modified', changedAt === undefined ? [] : [typedLiteral(changedAt, 'dateTime')]],
      ['dcat:version', release ? [literal(release.version)] : []],
      [
        'dct:bibliographicCitation',
        release ? releaseWorks(release, '').map((work) => literal(apa(work))) : [],
      ],
      ['dcat:keyword', release?.keywords.map(literal) ?? []],
      ['foaf:homepage', [home]],
      ['dcat:distribution', DOWNLOADS.map((download) => distribution(download, catalogue))],
    ]),
    statements(publisher, [...agent('foaf:Organization', REGISTRY.name), ['foaf:homepage', [home]]]),
    page(`${catalogue.base}/`),
    licenseAt(REGISTRY.license.url, REGISTRY.license.spdx),
    ...DOWNLOADS.filter(({ registered }) => registered).map(({ mediaType }) => mediaTypeNode(mediaType)),
  ].join('\n')
}

function distribution(
  { file, name, mediaType, registered }: (typeof DOWNLOADS)[number],
  catalogue: Catalogue,
) {
  const address = link(exportAddress(catalogue, file))
  return blankNode([
    ['a', ['dcat:Distribution']],
    ['dct:title', [literal(name)]],
    ['dct:license', [link(REGISTRY.license.url)]],
    ['dcat:accessURL', [address]],
    ['dcat:downloadURL', [address]],
    registered
      ? ['dcat:mediaType', [link(mediaTypeIri(mediaType))]]
      : ['dct:format', labelled(mediaType, 'dct:MediaTypeOrExtent', 2)],
  ])
}
