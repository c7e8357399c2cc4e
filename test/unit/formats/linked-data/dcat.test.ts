import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGISTRY } from '../../../../schema/vocabulary.ts'
import { turtle, turtleExport } from '../../../../worker/formats/linked-data/dcat.ts'
import { FEW } from '../../../support/random-cases.ts'
import { BASE, CATALOGUE, NOWHERE, RESOURCES, surveyResource, written } from '../records.ts'
import { anyResource } from '../references/arbitrary-resource.ts'
import { reference } from '../references/read-back.ts'
import { iriOf, type Name, objects, readTurtle, things, values } from './graph.ts'

const covidCt = surveyResource('covid-ct')
const RECORD = `${BASE}/v1/resources/covid-ct`
const DATASET = `${RECORD}#dataset`
const CATALOG = `${BASE}/#catalog`

/** By class and property: how many there have to be, and of which kind: a node, a text, or a type of XML Schema. */
const SHAPES: readonly [Name, Name, least: number, most: number, kind: string][] = [
  // What DCAT-AP 3.0.1 makes mandatory, or allows once.
  ['dcat:Catalog', 'dct:title', 1, 1, 'xsd:string'],
  ['dcat:Catalog', 'dct:description', 1, 1, 'xsd:string'],
  ['dcat:Catalog', 'dct:publisher', 1, 1, 'node'],
  ['dcat:Catalog', 'dct:license', 1, 1, 'node'],
  ['dcat:Catalog', 'dct:issued', 1, 1, 'xsd:date'],
  ['dcat:Catalog', 'dct:modified', 1, 1, 'xsd:dateTime'],
  ['dcat:Catalog', 'foaf:homepage', 1, 1, 'node'],
  ['dcat:CatalogRecord', 'foaf:primaryTopic', 1, 1, 'node'],
  ['dcat:CatalogRecord', 'dct:modified', 1, 1, 'xsd:dateTime'],
  ['dcat:Dataset', 'dct:title', 1, 1, 'xsd:string'],
  ['dcat:Dataset', 'dct:description', 1, 1, 'xsd:string'],
  ['dcat:Dataset', 'dct:publisher', 1, 1, 'node'],
  ['dcat:Distribution', 'dcat:accessURL', 1, 1, 'node'],
  ['dcat:Distribution', 'dct:title', 1, 1, 'xsd:string'],
  ['dcat:Distribution', 'dct:license', 0, 1, 'node'],
  ['dcat:Distribution', 'dcat:mediaType', 0, 1, 'node'],
  ['dcat:Distribution', 'dct:format', 0, 1, 'node'],
  ['foaf:Agent', 'foaf:name', 1, 1, 'xsd:string'],
  // What this registry promises beside.
  ['dcat:Catalog', 'dcat:dataset', 14, 14, 'node'],
  ['dcat:Catalog', 'dcat:record', 14, 14, 'node'],
  ['dcat:Catalog', 'dcat:distribution', 5, 5, 'node'],
  ['dcat:Catalog', 'dct:creator', 2, 2, 'node'],
  ['dcat:CatalogRecord', 'dct:identifier', 1, 1, 'xsd:string'],
  ['dcat:CatalogRecord', 'dcat:version', 1, 1, 'xsd:string'],
  ['dcat:CatalogRecord', 'adms:status', 0, 0, 'node'],
  ['dcat:Dataset', 'dcat:distribution', 1, 1, 'node'],
  // Its organisation, and the people whom the reference to it names.
  ['dcat:Dataset', 'dct:creator', 1, 8, 'node'],
  ['dcat:Dataset', 'dct:identifier', 1, 2, 'xsd:string or xsd:anyURI'],
  ['dcat:Dataset', 'dcat:landingPage', 1, 1, 'node'],
  ['dcat:Dataset', 'dcat:keyword', 3, 8, 'xsd:string'],
  ['dcat:Dataset', 'schema:additionalProperty', 6, 6, 'node'],
  ['dcat:Dataset', 'dct:isReferencedBy', 0, 1, 'node'],
  ['dcat:Dataset', 'dct:relation', 0, 2, 'node'],
  // Nobody has told us.
  ['dcat:Dataset', 'dct:license', 0, 0, 'node'],
  ['dcat:Dataset', 'dct:modified', 0, 0, 'xsd:dateTime'],
  ['dcat:Dataset', 'dct:issued', 0, 0, 'xsd:date'],
]

describe('the graph', () => {
  const graph = readTurtle(written(turtleExport))

  it.each(SHAPES)('has for each %s its %s, %i to %i', (type, property, least, most, kind) => {
    const subjects = things(graph, type)
    expect(subjects.length).toBeGreaterThan(0)
    for (const subject of subjects) {
      const found = objects(graph, subject, property)
      expect(found.length).toBeGreaterThanOrEqual(least)
      expect(found.length).toBeLessThanOrEqual(most)
      const kinds = kind.split(' or ').map((name) => (name === 'node' ? name : iriOf(name as Name)))
      for (const term of found) expect(kinds).toContain('datatype' in term ? term.datatype.value : 'node')
    }
  })

  it('has an agent wherever one is wanted', () => {
    const agents = things(graph, 'foaf:Agent').map((term) => term.id)
    for (const property of ['dct:publisher', 'dct:creator'] as const) {
      for (const { object } of graph.getQuads(null, iriOf(property), null, null)) {
        expect(agents).toContain(object.id)
      }
    }
  })

  it('lists each record beside the data set that it is about', () => {
    const records = values(graph, CATALOG, 'dcat:record')
    const topics = records.flatMap((record) => values(graph, record, 'foaf:primaryTopic'))
    expect(topics).toEqual(values(graph, CATALOG, 'dcat:dataset'))
    expect(records).toEqual(RESOURCES.map((resource) => `${BASE}/v1/resources/${resource.slug}`))
  })

  it('tells of the release that it rests on', () => {
    expect(values(graph, CATALOG, 'dcat:version')).toEqual(['2.0'])
    expect(values(graph, CATALOG, 'dct:issued')).toEqual(['2020-05-12'])
    expect(values(graph, CATALOG, 'dct:license')).toEqual([REGISTRY.license.url])
  })
})

describe('a resource', () => {
  const read = (changed: Partial<typeof covidCt> = {}) => {
    return readTurtle(turtle({ ...covidCt, ...changed }, CATALOGUE))
  }

  it('is referred to by what is written about it, and related to what else is cited', () => {
    expect(values(read(), DATASET, 'dct:isReferencedBy')).toEqual(['https://arxiv.org/abs/2003.13865'])
    expect(values(read(), DATASET, 'dct:relation')).toEqual(['https://github.com/UCSD-AI4H/COVID-CT'])
    expect(values(read(), 'https://arxiv.org/abs/2003.13865', 'dct:bibliographicCitation')).toEqual([
      'Zhao, J., Zhang, Y., He, X., & Xie, P. (2020). COVID-CT-Dataset: A CT Scan Dataset about COVID-19. arXiv:2003.13865.',
    ])
  })

  it('has the citation alone of what has no address', () => {
    const graph = read({ references: [reference({ type: 'article', title: 'On paper' })] })
    const [work] = objects(graph, DATASET, 'dct:isReferencedBy')
    expect(work?.termType).toBe('BlankNode')
    expect(work && values(graph, work, 'dct:bibliographicCitation')).toEqual(['On paper. (n.d.).'])
  })

  it('has its dates and version on the record', () => {
    const graph = read({ version: 3, updatedAt: '2026-01-02T03:04:05.000Z' })
    expect(values(graph, RECORD, 'dct:modified')).toEqual(['2026-01-02T03:04:05.000Z'])
    expect(values(graph, RECORD, 'dcat:version')).toEqual(['3'])
  })

  it('that is removed keeps its record and is in the catalogue no longer', () => {
    const graph = read({ status: 'removed' })
    expect(values(graph, CATALOG, 'dcat:dataset')).toEqual([])
    expect(values(graph, CATALOG, 'dcat:record')).toEqual([RECORD])
    expect(values(graph, RECORD, 'adms:status')).toEqual(['http://purl.org/adms/changetype/deleted'])
    expect(values(graph, RECORD, 'foaf:primaryTopic')).toEqual([DATASET])
  })

  it('has its DOI as a second identifier', () => {
    const graph = readTurtle(turtle(surveyResource('augmented-covid-19-x-ray'), CATALOGUE))
    const [dataset = ''] = things(graph, 'dcat:Dataset')
    expect(values(graph, dataset, 'dct:identifier')).toEqual([
      'augmented-covid-19-x-ray',
      'https://doi.org/10.17632/2fxz4px6d8.4',
    ])
  })
})

describe('the download', () => {
  it('of a registry in which nothing has happened is valid', () => {
    const graph = readTurtle(written(turtleExport, [], { ...NOWHERE, asOf: { sequence: 0 } }))
    expect(things(graph, 'dcat:Catalog')).toHaveLength(1)
    expect(values(graph, CATALOG, 'dct:modified')).toEqual([])
  })

  it('says no more than its records do together, and what the registry is', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 3 }), (given) => {
        const resources = given.map((resource, i) => ({ ...resource, slug: `data-${i}` }))
        const size = (text: string) => readTurtle(text).size
        const whole = readTurtle(written(turtleExport, resources))
        const rows = resources.map((resource) => turtle(resource, CATALOGUE))
        const catalog = size(written(turtleExport, []))
        // What two resources have in common, as a reference to one address, is said once.
        expect(whole.size).toBeLessThanOrEqual(catalog + rows.reduce((sum, row) => sum + size(row), 0))
        expect(things(whole, 'dcat:Dataset')).toHaveLength(resources.length)
      }),
      FEW,
    )
  })
})
