// DCAT 3 in Turtle. https://www.w3.org/TR/vocab-dcat-3/ and, for European portals,
// https://semiceu.github.io/DCAT-AP/releases/3.0.1/
//
// The data set and our record of it are two nodes. `dcat:Dataset` has the licence claimed for the data, and the date of
// their publication where it is known; `dcat:CatalogRecord` has the dates of our record.

import type { Resource } from '../../../schema/record/resource.ts'
import { isoDate } from '../../../schema/record/values/dates.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { authorsOf } from '../../../schema/record/works/authors.ts'
import { dataSetWork } from '../../../schema/record/works/cited-works.ts'
import type { Reference } from '../../../schema/record/works/reference.ts'
import { identifierLinks, referenceLink } from '../../../schema/record/works/reference-links.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { Catalogue, ExportFormat, RecordFormat } from '../catalogue.ts'
import { description, keywords } from '../description.ts'
import { describeAccess, describeLicense, describeSize, describeStatus } from '../fact-text.ts'
import { formatNames } from '../file-formats.ts'
import { apa } from '../references/apa.ts'
import { dcatCatalog, PREFIXES } from './dcat-catalog.ts'
import { distribution } from './dcat-distribution.ts'
import { agent, author, labelled, license as licenseNode, page } from './dcat-nodes.ts'
import { accessRight, country } from './eu-authorities.ts'
import { catalogIri, datasetIri, distributionIri, organizationIri, recordIri } from './iris.ts'
import {
  blankNode,
  link,
  literal,
  partialDate,
  prefixes,
  type Statement,
  statements,
  typedLiteral,
} from './turtle.ts'

/** DCAT-AP's status for the record of a removed data set. */
const DELETED = 'http://purl.org/adms/changetype/deleted'

/** Types of works about the data. Other references have a relation to the data that the survey does not name. */
const PUBLICATIONS: readonly Reference['type'][] = ['article', 'article-journal', 'report']

/** A resource as a `dcat:Dataset`, with its `dcat:CatalogRecord`. */
export const turtle: RecordFormat = (resource, catalogue) =>
  [prefixes(PREFIXES), ...entry(resource, catalogue)].join('\n')

/** The registry as a `dcat:Catalog`, then each resource. */
export const turtleExport: ExportFormat = (catalogue) => ({
  head: () => [prefixes(PREFIXES), dcatCatalog(catalogue)].join('\n'),
  row: (resource) => ['', ...entry(resource, catalogue)].join('\n'),
  tail: () => '',
})

function entry(resource: Resource, catalogue: Catalogue): string[] {
  const dataset = link(datasetIri(catalogue, resource))
  const removed = resource.status === 'removed'
  const access = accessRight(resource.access)
  return [
    // A removed resource keeps its record but leaves the catalogue.
    statements(catalogIri(catalogue), [
      ['dcat:dataset', removed ? [] : [dataset]],
      ['dcat:record', [link(recordIri(catalogue, resource))]],
    ]),
    statements(recordIri(catalogue, resource), [
      ['a', ['dcat:CatalogRecord']],
      ['foaf:primaryTopic', [dataset]],
      ['dct:identifier', [literal(resource.slug)]],
      ['dct:modified', [typedLiteral(resource.updatedAt, 'dateTime')]],
      ['dcat:version', [literal(String(resource.version))]],
      ['adms:status', removed ? [link(DELETED)] : []],
    ]),
    statements(datasetIri(catalogue, resource), about(resource, catalogue)),
    ...distribution(resource, catalogue),
    ...[resource.url, ...resource.otherUrls].map(page),
    ...resource.countries.map((code) => country(code).node),
    ...(access === undefined ? [] : [access.node]),
    ...licenseNode(resource),
    ...(removed
      ? [
          statements(DELETED, [
            ['a', ['skos:Concept']],
            ['skos:prefLabel', [literal('Deleted')]],
          ]),
        ]
      : []),
    statements(organizationIri(catalogue, resource), agent('foaf:Organization', resource.organization)),
    ...resource.references.flatMap(citation),
  ]
}

function about(resource: Resource, catalogue: Catalogue): Statement[] {
  const organization = link(organizationIri(catalogue, resource))
  const references = (published: boolean) =>
    resource.references
      .filter((reference) => PUBLICATIONS.includes(reference.type) === published)
      .map((reference) => linkOrText(reference))
  const { aliases, lastUpdated, otherUrls } = resource
  const work = dataSetWork(resource)
  const { issued, version } = work
  const people = authorsOf(work).authors.filter((name) => 'family' in name)
  return [
    ['a', ['dcat:Dataset']],
    ['dct:identifier', [literal(resource.slug), ...identifiers(resource)]],
    ['dct:title', [literal(resource.name)]],
    ['dct:alternative', aliases.map(literal)],
    ['dct:description', [literal(description(resource))]],
    ['dct:creator', [organization, ...people.map(author)]],
    ['dct:publisher', [organization]],
    ['dct:issued', issued ? [partialDate(isoDate(issued))] : []],
    ['dct:modified', lastUpdated === null ? [] : [partialDate(lastUpdated)]],
    ['dcat:version', version === undefined ? [] : [literal(version)]],
    ['dct:bibliographicCitation', [literal(apa(work))]],
    ['dcat:landingPage', [link(resource.url)]],
    ['foaf:page', otherUrls.map(link)],
    ['dcat:distribution', [link(distributionIri(catalogue, resource))]],
    ['dcat:keyword', keywords(resource).map(literal)],
    ['schema:additionalProperty', cells(resource)],
    ...facts(resource, catalogue),
    ['dct:isReferencedBy', references(true)],
    ['dct:relation', references(false)],
  ]
}

const identifiers = (resource: Resource): string[] =>
  identifierLinks(resource).map((address) => typedLiteral(address, 'anyURI'))

/** The facts of a resource. RDF wants nodes here, so a text becomes the label of a node. */
function facts(resource: Resource, catalogue: Catalogue): Statement[] {
  const { counts, countries, successor, derivedFrom, origins } = resource
  const license = licenseLink(resource)
  const access = accessRight(resource.access)
  const accessWords = labelled(describeAccess(resource), 'dct:RightsStatement')
  const replaced = successor === null ? [] : [successor].filter((slug) => Slug.safeParse(slug).success)
  const sets = (slugs: readonly string[]) => slugs.map((slug) => link(datasetIri(catalogue, { slug })))
  return [
    ['dct:license', license === undefined ? [] : [link(license)]],
    // DCAT-AP wants one `dct:accessRights`: the code where one fits, or else the words.
    [
      'dct:rights',
      [
        ...(license === undefined ? labelled(describeLicense(resource), 'dct:RightsStatement') : []),
        ...(access === undefined ? [] : accessWords),
      ],
    ],
    ['dct:accessRights', access === undefined ? accessWords : [access.link]],
    ['dct:spatial', countries.map((code) => country(code).link)],
    ['dct:extent', labelled(describeSize(counts), 'dct:SizeOrDuration')],
    ['dct:format', formatNames(resource).flatMap((format) => labelled(format, 'dct:MediaTypeOrExtent'))],
    // DCAT-AP wants a `dct:source` described beside it, and the document of one resource describes no other.
    ['prov:wasDerivedFrom', sets(derivedFrom)],
    [
      'dct:provenance',
      origins.flatMap((origin) => labelled(`Has data from ${origin}`, 'dct:ProvenanceStatement')),
    ],
    // A successor that is not listed has no IRI here.
    ['dct:isReplacedBy', sets(replaced)],
    ['adms:status', labelled(describeStatus(resource), 'skos:Concept')],
    ['schema:workExample', versions(resource)],
  ]
}

/**
 * The versions as editions of schema.org. DCAT's `dcat:hasVersion` wants each to be a data set of its own, which portals
 * would list beside this one.
 */
const versions = (resource: Resource): string[] =>
  resource.versions.map(({ label, date, url, available }) =>
    blankNode([
      ['a', ['schema:CreativeWork']],
      ['schema:version', [literal(label)]],
      ['schema:datePublished', date === null ? [] : [partialDate(date)]],
      ['schema:url', url === null ? [] : [link(url)]],
      ['schema:creativeWorkStatus', available === 'no' ? [literal('No longer available')] : []],
    ]),
  )

/** No vocabulary has terms for yes, no and unknown, so the cells are property values of schema.org. */
function cells({ availability }: Resource): string[] {
  return DATA_TYPES.map((type) =>
    blankNode([
      ['a', ['schema:PropertyValue']],
      ['schema:propertyID', [literal(type.key)]],
      ['schema:name', [literal(type.label)]],
      ['schema:value', [literal(availability[type.key])]],
    ]),
  )
}

function linkOrText(reference: Reference): string {
  const address = referenceLink(reference)
  return address === undefined
    ? blankNode([['dct:bibliographicCitation', [literal(apa(reference))]]])
    : link(address)
}

/** The citation of a reference with an address. Its subject is the address, which several resources may share. */
function citation(reference: Reference): string[] {
  const address = referenceLink(reference)
  if (address === undefined) return []
  return [statements(address, [['dct:bibliographicCitation', [literal(apa(reference))]]])]
}
