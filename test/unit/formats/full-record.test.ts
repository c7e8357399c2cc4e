// What is known of a resource beside the survey's table, in every form that has words for it.

import { describe, expect, it } from 'vitest'
import { NO_FACTS, type Resource } from '../../../schema/record/resource.ts'
import { oaiDc } from '../../../worker/formats/feeds/oai-dc.ts'
import { xmlDocument } from '../../../worker/formats/feeds/xml.ts'
import { croissant } from '../../../worker/formats/linked-data/croissant.ts'
import { turtle } from '../../../worker/formats/linked-data/dcat.ts'
import { jsonld } from '../../../worker/formats/linked-data/schema-org.ts'
import { bibtexRecord, cslRecord, risRecord } from '../../../worker/formats/references/bibliography.ts'
import { readXml } from './feeds/xml-tree.ts'
import { FULL } from './full-record.ts'
import { expectGolden } from './golden.ts'
import { iriOf, type Name, objects, readJsonLd, readTurtle, values } from './linked-data/graph.ts'
import { BASE, CATALOGUE } from './records.ts'

const setOf = (slug: string) => `${BASE}/v1/resources/${slug}#dataset`
const SET = setOf('full')
const DOI = 'https://doi.org/10.5281/zenodo.4000000'
const SPDX = 'https://spdx.org/licenses/CC-BY-NC-4.0'
const SIZE = '1,252 images, 349 of them COVID-19 · 1 patient (as of October 2020): “1,252 slices <CT>”'

const asTurtle = (changed: Partial<Resource> = {}) => readTurtle(turtle({ ...FULL, ...changed }, CATALOGUE))
const asJsonLd = (changed: Partial<Resource> = {}) => readJsonLd(jsonld({ ...FULL, ...changed }, CATALOGUE))
const asCroissant = (changed: Partial<Resource> = {}) =>
  JSON.parse(croissant({ ...FULL, ...changed }, CATALOGUE))
const asDublinCore = (changed: Partial<Resource> = {}) =>
  readXml(xmlDocument(oaiDc({ ...FULL, ...changed }, CATALOGUE)))

const MEDIA_TYPES = ['application/dicom', 'image/png', 'text/csv']
const USE =
  'commercial use: no, redistribution: yes, changed copies: on conditions; ' +
  '“Changed copies must be under the "same" licence”'
const EU = 'http://publications.europa.eu/resource/authority'

describe('a resource of which everything is known', () => {
  it.each([
    ['jsonld', jsonld],
    ['ttl', turtle],
    ['croissant.json', croissant],
  ])('is full.%s', (suffix, format) => {
    expectGolden(`full.${suffix}`, format(FULL, CATALOGUE))
  })

  it('is full.oai-dc.xml to a harvester', () => {
    expectGolden('full.oai-dc.xml', xmlDocument(oaiDc(FULL, CATALOGUE)))
  })

  it.each<[Name, string[]]>([
    ['schema:license', [SPDX]],
    ['schema:conditionsOfAccess', ['open to everyone']],
    ['schema:isAccessibleForFree', ['true']],
    ['schema:identifier', [DOI, 'full']],
    ['schema:sameAs', ['https://lungs.example/data', DOI, ...FULL.otherUrls]],
    ['schema:alternateName', FULL.aliases],
    ['schema:datePublished', ['2020']],
    ['schema:dateModified', ['2021-03']],
    ['schema:version', ['2']],
    ['schema:materialExtent', [SIZE]],
    ['schema:encodingFormat', [...MEDIA_TYPES, 'CSV & text', 'NIfTI']],
    ['schema:distribution', []],
    ['schema:creativeWorkStatus', ['Superseded']],
  ])('has in schema.org its %s', async (property, found) => {
    expect(values(await asJsonLd(), SET, property).sort()).toEqual([...found].sort())
  })

  it('has in schema.org its annotations beside its data types, its countries, size and versions', async () => {
    const graph = await asJsonLd()
    const of = (property: Name, part: Name) =>
      objects(graph, SET, property).flatMap((term) => values(graph, term, part))
    expect(of('schema:variableMeasured', 'schema:name').sort()).toEqual(
      ['CT', 'Metadata', 'class labels', 'lesion masks'].sort(),
    )
    expect(of('schema:spatialCoverage', 'rdf:type')).toEqual([
      iriOf('schema:Country'),
      iriOf('schema:Country'),
    ])
    expect(of('schema:spatialCoverage', 'schema:name').sort()).toEqual(['Germany', 'Spain'])
    expect(of('schema:spatialCoverage', 'schema:identifier').sort()).toEqual(['DE', 'ES'])
    expect(of('schema:size', 'schema:unitCode')).toEqual(['AD'])
    expect(of('schema:size', 'schema:value').map(Number)).toEqual([FULL.downloadBytes])
    expect(of('schema:workExample', 'schema:version').sort()).toEqual(['1 <beta>', '2', '3'])
    expect(of('schema:workExample', 'schema:datePublished').sort()).toEqual(['2020-05-12', '2020-10'])
    expect(of('schema:workExample', 'schema:creativeWorkStatus')).toEqual(['No longer available'])
  })

  it('has in schema.org a download where its address is that of a file', async () => {
    const url = 'https://lungs.example/scans.zip'
    const graph = await asJsonLd({ url })
    const [download = ''] = objects(graph, SET, 'schema:distribution')
    expect(values(graph, download, 'schema:contentUrl')).toEqual([url])
    expect(values(graph, download, 'schema:contentSize')).toEqual(['18700000000 B'])
    expect(values(graph, download, 'schema:encodingFormat').sort()).toEqual(MEDIA_TYPES)
  })

  it('has in schema.org its use and cautions as how to use it, and what it is made of', async () => {
    const graph = await asJsonLd()
    // A graph has no order.
    const sorted = (texts: readonly string[]) => [...texts].sort()
    const usage = objects(graph, SET, 'schema:usageInfo')
    expect(sorted(usage.flatMap((work) => values(graph, work, 'schema:text')))).toEqual(
      sorted([USE, ...FULL.cautions]),
    )
    const sources = objects(graph, SET, 'schema:isBasedOn')
    const sets = sources.filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value)
    expect(sorted(sets)).toEqual(sorted(FULL.derivedFrom.map(setOf)))
    expect(sorted(sources.flatMap((work) => values(graph, work, 'schema:name')))).toEqual(
      sorted(FULL.origins),
    )
  })

  it.each<[Name, string[]]>([
    ['dct:license', [SPDX]],
    ['dct:identifier', ['full', DOI]],
    ['dct:alternative', FULL.aliases],
    ['dct:issued', ['2020']],
    ['dct:modified', ['2021-03']],
    ['dcat:version', ['2']],
    ['foaf:page', FULL.otherUrls],
    ['dct:accessRights', [`${EU}/access-right/PUBLIC`]],
    ['dct:spatial', [`${EU}/country/ESP`, `${EU}/country/DEU`]],
    ['prov:wasDerivedFrom', FULL.derivedFrom.map(setOf)],
    ['dct:isReplacedBy', [setOf('larger-lungs')]],
  ])('has in DCAT its %s', (property, found) => {
    expect(values(asTurtle(), SET, property)).toEqual(found)
  })

  it.each<[Name, string[]]>([
    ['dct:rights', ['open to everyone']],
    ['dct:extent', [SIZE]],
    ['dct:format', [...FULL.formats, 'NIfTI']],
    ['dct:provenance', FULL.origins.map((origin) => `Has data from ${origin}`)],
    ['adms:status', ['Superseded']],
  ])('has in DCAT a thing with a label for its %s', (property, labels) => {
    const graph = asTurtle()
    const found = objects(graph, SET, property)
    expect(found.map((term) => term.termType)).toEqual(labels.map(() => 'BlankNode'))
    expect(found.flatMap((term) => values(graph, term, 'rdfs:label'))).toEqual(labels)
  })

  it('has in DCAT dates typed by how much of them is known', () => {
    const types = (property: Name, changed: Partial<Resource>) =>
      objects(asTurtle(changed), SET, property).map((term) => 'datatype' in term && term.datatype.value)
    expect(types('dct:issued', {})).toEqual([iriOf('xsd:gYear')])
    expect(types('dct:modified', {})).toEqual([iriOf('xsd:gYearMonth')])
    expect(types('dct:modified', { lastUpdated: '2021-03-04' })).toEqual([iriOf('xsd:date')])
  })

  it('has in DCAT its countries and access with a label, and its versions', () => {
    const graph = asTurtle()
    const of = (property: Name, part: Name) =>
      objects(graph, SET, property).flatMap((term) => values(graph, term, part))
    expect(of('dct:spatial', 'rdfs:label')).toEqual(['Spain', 'Germany'])
    expect(of('dct:accessRights', 'rdfs:label')).toEqual(['public'])
    expect(of('schema:workExample', 'schema:version')).toEqual(['1 <beta>', '2', '3'])
    expect(of('schema:workExample', 'schema:url')).toEqual([
      'https://lungs.example/v1',
      'https://lungs.example/data',
    ])
  })

  it.each<[Resource['access'], string[]]>([
    ['registration', [`${EU}/access-right/PUBLIC`]],
    ['agreement', [`${EU}/access-right/RESTRICTED`]],
    ['unknown', []],
  ])('has in DCAT the code for access that is %s', (access, found) => {
    expect(values(asTurtle({ access }), SET, 'dct:accessRights')).toEqual(found)
  })

  it('has in DCAT words for access that has no code', () => {
    const graph = asTurtle({ access: 'view_only' })
    const [access = ''] = objects(graph, SET, 'dct:accessRights')
    expect(values(graph, access, 'rdfs:label')).toEqual(['view only'])
    expect(values(graph, SET, 'dct:rights')).toEqual([])
  })

  it('has on its distribution its size in bytes, and its use in words and as a policy', () => {
    const graph = asTurtle()
    const [distribution = ''] = objects(graph, SET, 'dcat:distribution')
    const size = objects(graph, distribution, 'dcat:byteSize')
    expect(size.map((term) => [term.value, 'datatype' in term && term.datatype.value])).toEqual([
      ['18700000000', iriOf('xsd:nonNegativeInteger')],
    ])
    const [rights = ''] = objects(graph, distribution, 'dct:rights')
    expect(values(graph, rights, 'rdfs:label')).toEqual([USE])
    const [policy = ''] = objects(graph, distribution, 'odrl:hasPolicy')
    const actions = (rule: Name) =>
      objects(graph, policy, rule).flatMap((term) => values(graph, term, 'odrl:action'))
    expect(actions('odrl:permission')).toEqual([iriOf('cc:Distribution')])
    expect(actions('odrl:prohibition')).toEqual([iriOf('cc:CommercialUse')])
  })

  it('has the word of responsible AI for its annotations, limits and origins in Croissant', async () => {
    expect(asCroissant()).toMatchObject({
      conformsTo: ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'],
      'rai:dataAnnotationProtocol': 'class labels, lesion masks',
      'rai:dataLimitations': FULL.cautions,
      'rai:dataCollectionRawData': `From ${FULL.origins.join(', ')}`,
      datePublished: '2020',
      dateModified: '2021-03',
      version: '2',
    })
    const graph = await readJsonLd(croissant(FULL, CATALOGUE))
    expect(values(graph, SET, 'rai:dataLimitations').sort()).toEqual([...FULL.cautions].sort())
  })

  it('has in Croissant its licence and DOI, and a description that misses nothing', async () => {
    const { license, sameAs, description } = asCroissant()
    expect([license, sameAs]).toEqual([SPDX, ['https://lungs.example/data', DOI, ...FULL.otherUrls]])
    expect(description).toMatch(/no files and no record sets are described here\.$/)
    const graph = await readJsonLd(croissant(FULL, CATALOGUE))
    expect(values(graph, SET, 'sc:license')).toEqual([SPDX])
  })

  it.each([
    ['title', [FULL.name, ...FULL.aliases]],
    ['date', ['2020']],
    ['identifier', [FULL.url, `${BASE}/v1/resources/full`, DOI, ...FULL.otherUrls]],
    ['format', [...MEDIA_TYPES, 'CSV & text', 'NIfTI', '18.7\u00a0GB', SIZE]],
    ['coverage', ['Spain', 'Germany']],
    ['source', [...FULL.derivedFrom.map((slug) => `${BASE}/v1/resources/${slug}`), ...FULL.origins]],
    ['rights', ['CC BY-NC 4.0', SPDX, USE, 'open to everyone']],
  ])('has in Dublin Core its %s', (term, texts) => {
    const found = asDublinCore().children.filter(({ name }) => name === `dc:${term}`)
    expect(found.map(({ text }) => text)).toEqual(texts)
  })
})

describe('a licence that the SPDX list does not have', () => {
  const license = { license: 'https://lungs.example/terms', licenseSpdx: null }

  it('is a name, also where it looks like an address', async () => {
    const graph = await asJsonLd(license)
    const [work = ''] = objects(graph, SET, 'schema:license')
    expect(values(graph, work, 'schema:name')).toEqual([license.license])
    expect(asCroissant(license).license).toEqual({ '@type': 'sc:CreativeWork', name: license.license })
  })

  it('is a statement of rights in DCAT', () => {
    const graph = asTurtle(license)
    expect(values(graph, SET, 'dct:license')).toEqual([])
    const [rights = ''] = objects(graph, SET, 'dct:rights')
    expect(values(graph, rights, 'rdfs:label')).toEqual([license.license])
  })

  it('has no address where it is an expression of several, or known to its giver alone', () => {
    for (const licenseSpdx of ['MIT OR CC-BY-4.0', 'LicenseRef-lungs', '../MIT'])
      expect(values(asTurtle({ licenseSpdx }), SET, 'dct:license')).toEqual([])
  })
})

describe('no text of others is an address', () => {
  const text = 'https://text.example/'
  const texts: Partial<Resource> = {
    ...{ license: text, licenseSpdx: null, successor: text, doi: text, counts: { text } },
    ...{ formats: [text], cautions: [text], origins: [text], aliases: [text], description: text },
    use: { ...FULL.use, note: text },
    versions: [{ label: text, date: null, url: null, available: 'yes' }],
  }

  it.each([
    ['Turtle', () => asTurtle(texts)],
    ['JSON-LD', () => asJsonLd(texts)],
    ['Croissant', () => readJsonLd(croissant({ ...FULL, ...texts }, CATALOGUE))],
  ])('in %s', async (_, read) => {
    const terms = (await read())
      .getQuads(null, null, null, null)
      .flatMap(({ subject, object }) => [subject, object])
    expect(terms.some(({ value }) => value.includes(text))).toBe(true)
    expect(terms.filter(({ termType, value }) => termType === 'NamedNode' && value.startsWith(text))).toEqual(
      [],
    )
  })
})

describe('what nobody has said', () => {
  it('is in no format', async () => {
    const nothing = { ...FULL, ...NO_FACTS, references: [], status: 'unknown' as const }
    const documents = [
      turtle(nothing, CATALOGUE),
      jsonld(nothing, CATALOGUE),
      croissant(nothing, CATALOGUE),
      xmlDocument(oaiDc(nothing, CATALOGUE)),
      bibtexRecord(nothing, CATALOGUE),
      risRecord(nothing, CATALOGUE),
      cslRecord(nothing, CATALOGUE),
    ].join('\n')
    expect(documents).not.toMatch(
      /byteSize|hasPolicy|spatial|coverage|workExample|usageInfo|rai:data|abstract|AB {2}-|null|not stated/,
    )
  })

  it('is not free because it can be had', async () => {
    for (const access of ['agreement', 'login', 'registration', 'application', 'view_only'] as const)
      expect(values(await asJsonLd({ access }), SET, 'schema:isAccessibleForFree')).toEqual([])
  })

  it('is no size, where there is but a date', async () => {
    const counts = { asOf: '2020' }
    expect(values(await asJsonLd({ counts }), SET, 'schema:materialExtent')).toEqual([])
    expect(objects(asTurtle({ counts }), SET, 'dct:extent')).toEqual([])
  })
})
