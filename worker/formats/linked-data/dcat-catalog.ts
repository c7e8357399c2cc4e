import { releaseReference } from '../../../schema/record/reference.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { type Catalogue, exportAddress } from '../catalogue.ts'
import { DOWNLOADS } from '../media-types.ts'
import { apa } from '../references/apa.ts'
import { fullName } from '../references/authors.ts'
import { catalogIri, publisherIri } from './iris.ts'
import { link, literal, type Said, statements, typed, unnamed } from './turtle.ts'

/**
 * The vocabularies used, by the prefixes that their own documents give them. schema.org is under both http and https;
 * its JSON-LD context says http, so what is said here and in JSON-LD comes out as the same statements.
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

/** Every media type of IANA's registry has an address there, and DCAT wants it by that. */
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/'

/** The registry as a `dcat:Catalog`, which is a data set with distributions of its own. */
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
      ['dct:issued', release ? [typed(release.releasedOn, 'date')] : []],
      ['dct:modified', changedAt === undefined ? [] : [typed(changedAt, 'dateTime')]],
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
  if ('literal' in name) return unnamed(agent('foaf:Organization', name.literal))
  const { affiliation } = name
  const place = affiliation === undefined ? [] : [unnamed(agent('foaf:Organization', affiliation), 2)]
  return unnamed([...agent('foaf:Person', fullName(name)), ['schema:affiliation', place]])
}

function agent(type: string, name: string): Said[] {
  return [
    ['a', [type, 'foaf:Agent']],
    ['foaf:name', [literal(name)]],
  ]
}

function distribution({ file, mediaType, registered }: (typeof DOWNLOADS)[number], catalogue: Catalogue) {
  const address = link(exportAddress(catalogue, file))
  return unnamed([
    ['a', ['dcat:Distribution']],
    ['dct:license', [link(REGISTRY.license.url)]],
    ['dcat:accessURL', [address]],
    ['dcat:downloadURL', [address]],
    registered
      ? ['dcat:mediaType', [link(MEDIA_TYPES + mediaType)]]
      : ['dct:format', [unnamed([['rdfs:label', [literal(mediaType)]]], 2)]],
  ])
}
