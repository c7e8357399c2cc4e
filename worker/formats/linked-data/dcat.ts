// DCAT 3 in Turtle. https://www.w3.org/TR/vocab-dcat-3/ and, for what Europe's portals ask of it,
// https://semiceu.github.io/DCAT-AP/releases/3.0.1/
//
// Their data set and our record of it are two things: `dcat:Dataset` says nothing of dates, which are not known, and has
// the licence that was claimed for the data, if any; `dcat:CatalogRecord` has our dates.

import type { Reference } from '../../../schema/record/reference.ts'
import { identifierLinks, referenceLink } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { Catalogue, ExportFormat, RecordFormat } from '../catalogue.ts'
import { description, keywords } from '../description.ts'
import { accessWords, licenseWords, sizeWords, statusWords } from '../fact-words.ts'
import { apa } from '../references/apa.ts'
import { dcatCatalog, PREFIXES } from './dcat-catalog.ts'
import { catalogIri, datasetIri, organizationIri, recordIri } from './iris.ts'
import { link, literal, prefixes, type Said, statements, typed, unnamed } from './turtle.ts'

/** DCAT-AP's value for the entry of what a catalogue no longer lists. */
const DELETED = 'http://purl.org/adms/changetype/deleted'

/** What is written about the data; any other reference has a relation to them that the survey does not name. */
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
  return [
    // A removed one keeps its record, and is in the catalogue no longer.
    statements(catalogIri(catalogue), [
      ['dcat:dataset', removed ? [] : [dataset]],
      ['dcat:record', [link(recordIri(catalogue, resource))]],
    ]),
    statements(recordIri(catalogue, resource), [
      ['a', ['dcat:CatalogRecord']],
      ['foaf:primaryTopic', [dataset]],
      ['dct:identifier', [literal(resource.slug)]],
      ['dct:modified', [typed(resource.updatedAt, 'dateTime')]],
      ['dcat:version', [literal(String(resource.version))]],
      ['adms:status', removed ? [link(DELETED)] : []],
    ]),
    statements(datasetIri(catalogue, resource), about(resource, catalogue)),
    statements(organizationIri(catalogue, resource), [
      // An organisation is an agent, which readers that know no more than DCAT-AP asks for want to be told.
      ['a', ['foaf:Organization', 'foaf:Agent']],
      ['foaf:name', [literal(resource.organization)]],
    ]),
    ...resource.references.flatMap(citation),
  ]
}

function about(resource: Resource, catalogue: Catalogue): Said[] {
  const organization = link(organizationIri(catalogue, resource))
  const references = (published: boolean) =>
    resource.references
      .filter((reference) => PUBLICATIONS.includes(reference.type) === published)
      .map((reference) => linkOrText(reference))
  return [
    ['a', ['dcat:Dataset']],
    ['dct:identifier', [literal(resource.slug), ...identifiers(resource)]],
    ['dct:title', [literal(resource.name)]],
    ['dct:description', [literal(description(resource))]],
    ['dct:creator', [organization]],
    ['dct:publisher', [organization]],
    ['dcat:landingPage', [link(resource.url)]],
    ['dcat:keyword', keywords(resource).map(literal)],
    ['schema:additionalProperty', cells(resource)],
    ...facts(resource, catalogue),
    ['dct:isReferencedBy', references(true)],
    ['dct:relation', references(false)],
  ]
}

const identifiers = (resource: Resource): string[] =>
  identifierLinks(resource).map((address) => typed(address, 'anyURI'))

/** What is known of it as a whole. What is a text to us is the label of a thing, and never its address. */
function facts(resource: Resource, catalogue: Catalogue): Said[] {
  const { counts, formats, successor, derivedFrom, origins } = resource
  const license = licenseLink(resource)
  const replaced = Slug.safeParse(successor)
  const sets = (slugs: readonly string[]) => slugs.map((slug) => link(datasetIri(catalogue, { slug })))
  return [
    ['dct:license', license === undefined ? [] : [link(license)]],
    ['dct:rights', license === undefined ? labelled(licenseWords(resource), 'dct:RightsStatement') : []],
    ['dct:accessRights', labelled(accessWords(resource), 'dct:RightsStatement')],
    ['dct:extent', labelled(sizeWords(counts), 'dct:SizeOrDuration')],
    ['dct:format', formats.flatMap((format) => labelled(format, 'dct:MediaTypeOrExtent'))],
    ['dct:source', sets(derivedFrom)],
    [
      'dct:provenance',
      origins.flatMap((origin) => labelled(`Has data from ${origin}`, 'dct:ProvenanceStatement')),
    ],
    // What is not listed has a name only, and no name of ours to be replaced by.
    ['dct:isReplacedBy', sets(replaced.success ? [replaced.data] : [])],
    ['adms:status', labelled(statusWords(resource))],
  ]
}

/** A thing of which only the label is known, one or none. */
function labelled(label: string | undefined, type?: string): string[] {
  if (label === undefined) return []
  return [
    unnamed([
      ['a', type === undefined ? [] : [type]],
      ['rdfs:label', [literal(label)]],
    ]),
  ]
}

/** No vocabulary has words for yes, no and unknown; these are schema.org's, so that every name leads somewhere. */
function cells({ availability }: Resource): string[] {
  return DATA_TYPES.map((type) =>
    unnamed([
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
    ? unnamed([['dct:bibliographicCitation', [literal(apa(reference))]]])
    : link(address)
}

/** How to cite what has an address: said of the address, since two resources may have the same reference. */
function citation(reference: Reference): string[] {
  const address = referenceLink(reference)
  if (address === undefined) return []
  return [statements(address, [['dct:bibliographicCitation', [literal(apa(reference))]]])]
}
