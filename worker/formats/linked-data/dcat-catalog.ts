import { releaseReference } from '../../../schema/record/reference.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { type Catalogue, exportAddress } from '../catalogue.ts'
import { DOWNLOADS } from '../media-types.ts'
import { apa } from '../references/apa.ts'
import { fullName } from '../references/authors.ts'
import { catalogIri, publisherIri } from './iris.ts'
import { blankNode, link, literal, type Statement, statements, typedLiteral } from './turtle.ts'

/**
 * The vocabularies, by their usual prefixes. schema.org has both http and https; its JSON-LD context uses http, so
 * Turtle and JSON-LD make the same statements.
 */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** DCAT names a media type by its address in IANA's registry. */
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/'

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
      ['dct:creator', release?.authors.map(author) ?? []],
      ['dct:license', [link(REGISTRY.license.url)]],
      ['dct:issued', release ? [typedLiteral(release.releasedOn, 'date')] : []],
      ['dct:modified', changedAt === undefined ? [] : [typedLiteral(changedAt, 'dateTime')]],
      ['dcat:version', release ? [literal(release.version)] : []],
      ['dct:bibliographicCitation', release ? [literal(apa(releaseReference(release)))] : []],
      ['dcat:keyword', release?.keywords.map(literal) ?? []],
      ['foaf:homepage', [home]],
      ['dcat:distribution', DOWNLOADS.map((download) => distribution(download, catalogue))],
    ]),
    statements(publisher, [
      ['a', ['foaf:Organization', 'foaf:Agent']],
      ['foaf:name', [literal(REGISTRY.title)]],
      ['foaf:homepage', [home]],
    ]),
  ].join('\n')
}

type Author = NonNullable<Catalogue['asOf']['release']>['authors'][number]

function author(name: Author): string {
  if ('literal' in name) return blankNode(agent('foaf:Organization', name.literal))
  const { affiliation } = name
  const organization =
    affiliation === undefined ? [] : [blankNode(agent('foaf:Organization', affiliation), 2)]
  return blankNode([...agent('foaf:Person', fullName(name)), ['schema:affiliation', organization]])
}

function agent(type: string, name: string): Statement[] {
  return [
    ['a', [type, 'foaf:Agent']],
    ['foaf:name', [literal(name)]],
  ]
}

function distribution({ file, mediaType, registered }: (typeof DOWNLOADS)[number], catalogue: Catalogue) {
  const address = link(exportAddress(catalogue, file))
  return blankNode([
    ['a', ['dcat:Distribution']],
    ['dct:license', [link(REGISTRY.license.url)]],
    ['dcat:accessURL', [address]],
    ['dcat:downloadURL', [address]],
    registered
      ? ['dcat:mediaType', [link(MEDIA_TYPES + mediaType)]]
      : ['dct:format', [blankNode([['rdfs:label', [literal(mediaType)]]], 2)]],
  ])
}
