import fc from 'fast-check'
import type { Store, Term } from 'n3'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { REGISTRY } from '../../../../schema/vocabulary.ts'
import { jsonld, jsonldExport } from '../../../../worker/formats/linked-data/schema-org.ts'
import { BASE, CATALOGUE, NOWHERE, RESOURCES, surveyResource, written } from '../records.ts'
import { LINE_ENDS } from '../references/any-text.ts'
import { anyResource } from '../references/arbitrary-resource.ts'
import { type Name, objects, readJsonLd, things, values } from './graph.ts'

const covidCt = surveyResource('covid-ct')
const record = (changed: Partial<typeof covidCt> = {}) =>
  JSON.parse(jsonld({ ...covidCt, ...changed }, CATALOGUE))

describe('the graph', () => {
  const TEXT = 'Literal'
  const NODE = 'NamedNode or BlankNode'
  /** What search engines and readers of schema.org count on, by class: how often, and as what. */
  const SHAPES: readonly [Name, Name, least: number, most: number, kind: string][] = [
    ['schema:DataCatalog', 'schema:name', 1, 1, TEXT],
    ['schema:DataCatalog', 'schema:description', 1, 1, TEXT],
    ['schema:DataCatalog', 'schema:url', 1, 1, NODE],
    ['schema:DataCatalog', 'schema:license', 1, 1, NODE],
    ['schema:DataCatalog', 'schema:publisher', 1, 1, NODE],
    ['schema:DataCatalog', 'schema:creator', 2, 2, NODE],
    ['schema:DataCatalog', 'schema:version', 1, 1, TEXT],
    ['schema:DataCatalog', 'schema:dateModified', 1, 1, TEXT],
    ['schema:DataCatalog', 'schema:citation', 2, 2, NODE],
    ['schema:DataCatalog', 'schema:dataset', 14, 14, NODE],
    ['schema:DataCatalog', 'schema:distribution', 5, 5, NODE],
    ['schema:DataDownload', 'schema:contentUrl', 1, 1, NODE],
    ['schema:DataDownload', 'schema:encodingFormat', 1, 1, TEXT],
    ['schema:Dataset', 'schema:name', 1, 1, TEXT],
    ['schema:Dataset', 'schema:description', 1, 1, TEXT],
    ['schema:Dataset', 'schema:url', 1, 1, NODE],
    ['schema:Dataset', 'schema:creator', 1, 2, NODE],
    ['schema:Dataset', 'schema:publisher', 1, 1, NODE],
    ['schema:Dataset', 'schema:keywords', 3, 9, TEXT],
    ['schema:CreativeWork', 'schema:name', 0, 1, TEXT],
    ['schema:ScholarlyArticle', 'schema:name', 1, 1, TEXT],
    ['schema:PropertyValue', 'schema:propertyID', 1, 1, TEXT],
    ['schema:Organization', 'schema:name', 1, 1, TEXT],
    ['schema:Person', 'schema:familyName', 1, 1, TEXT],
  ]

  it.each(SHAPES)('has for each %s its %s, %i to %i', async (type, property, least, most, kind) => {
    const graph = await readJsonLd(written(jsonldExport))
    const subjects = things(graph, type)
    expect(subjects.length).toBeGreaterThan(0)
    for (const subject of subjects) {
      const found = objects(graph, subject, property)
      expect(found.length).toBeGreaterThanOrEqual(least)
      expect(found.length).toBeLessThanOrEqual(most)
      for (const term of found) expect(kind).toContain(term.termType)
    }
  })

  /** The record of a data set. */
  const recordOf = (graph: Store): Term | undefined => {
    const [dataset] = things(graph, 'schema:Dataset')
    return dataset && objects(graph, dataset, 'schema:mainEntityOfPage')[0]
  }

  it('has our dates on the record, and none on the data set', async () => {
    const graph = await readJsonLd(jsonld(covidCt, CATALOGUE))
    const page = recordOf(graph)
    expect(page?.value).toBe(`${BASE}/v1/resources/covid-ct`)
    expect(page && values(graph, page, 'schema:dateModified')).toEqual(['2020-05-12T00:00:00.000Z'])
    const [dataset = ''] = things(graph, 'schema:Dataset')
    for (const unknown of ['dateModified', 'datePublished', 'license', 'version', 'isAccessibleForFree']) {
      expect(values(graph, dataset, `schema:${unknown}`)).toEqual([])
    }
    expect(values(graph, dataset, 'schema:sdDatePublished')).toEqual(['2020-05-12'])
    expect(values(graph, dataset, 'schema:sdLicense')).toEqual([REGISTRY.license.url])
  })

  it('says of a removed resource that it is the record that is removed', async () => {
    const graph = await readJsonLd(jsonld({ ...covidCt, status: 'removed' }, CATALOGUE))
    const page = recordOf(graph)
    expect(page && values(graph, page, 'schema:creativeWorkStatus')).toEqual(['Removed from this registry'])
    expect(jsonld(covidCt, CATALOGUE)).not.toContain('creativeWorkStatus')
  })
})

describe('a resource', () => {
  it('is where its data are, and named in the registry', () => {
    expect(record()).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      '@id': `${BASE}/v1/resources/covid-ct#dataset`,
      url: 'https://github.com/UCSD-AI4H/COVID-CT',
      identifier: 'covid-ct',
      includedInDataCatalog: { name: REGISTRY.title, url: `${BASE}/` },
    })
  })

  it('is known by its DOI too', () => {
    expect(JSON.parse(jsonld(surveyResource('augmented-covid-19-x-ray'), CATALOGUE))).toMatchObject({
      identifier: ['https://doi.org/10.17632/2fxz4px6d8.4', 'augmented-covid-19-x-ray'],
      sameAs: ['https://data.mendeley.com/datasets/2fxz4px6d8/4', 'https://doi.org/10.17632/2fxz4px6d8.4'],
    })
  })

  it('measures what it has, and only that', () => {
    const measured = record().variableMeasured as { propertyID: string }[]
    expect(measured.map((variable) => variable.propertyID)).toEqual(['ct', 'metadata'])
    expect(record().measurementTechnique).toEqual(['computed tomography'])
  })

  it('of which nothing is known leaves out what it has', () => {
    const nothing = Object.fromEntries(Object.keys(covidCt.availability).map((key) => [key, 'unknown']))
    const node = record({ availability: nothing as typeof covidCt.availability, references: [] })
    for (const empty of ['variableMeasured', 'measurementTechnique', 'citation']) {
      expect(node).not.toHaveProperty(empty)
    }
  })

  it('can stand in a page, whatever is in it', () => {
    fc.assert(
      fc.property(anyResource, (resource) => {
        expect(jsonld(resource, CATALOGUE)).not.toContain('<')
      }),
    )
  })
})

describe('the download', () => {
  it.each([0, 1, 14])('of %i resources is one JSON document', (count) => {
    const rows = RESOURCES.slice(0, count)
    const document = JSON.parse(written(jsonldExport, rows))
    expect(document.dataset.map((node: { name: string }) => node.name)).toEqual(rows.map((row) => row.name))
  })

  it('has each resource on a line of its own', () => {
    const lines = (rows: readonly Resource[]) => written(jsonldExport, rows).split(LINE_ENDS).length
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 4 }), (rows) => {
        expect(lines(rows)).toBe(lines([]) + rows.length)
      }),
    )
  })

  it('of a registry in which nothing has happened is valid', async () => {
    const graph = await readJsonLd(written(jsonldExport, [], { ...NOWHERE, asOf: { sequence: 0 } }))
    expect(things(graph, 'schema:DataCatalog')).toHaveLength(1)
  })

  it('begins anew with each writer', () => {
    expect(written(jsonldExport)).toBe(written(jsonldExport))
  })
})
