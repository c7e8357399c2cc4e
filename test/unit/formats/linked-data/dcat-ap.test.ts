// DCAT-AP 3.0.1, as a validator of SHACL that isn't ours counts it: what is mandatory, how often things may be, and
// which class each node has.

import fc from 'fast-check'
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { completeRecord } from '../../../../schema/record/stored-record.ts'
import { turtle, turtleExport } from '../../../../worker/formats/linked-data/dcat.ts'
import { FEW } from '../../../support/random-cases.ts'
import { RELEASE_3, RELEASE_4 } from '../../../support/release-files.ts'
import { FULL } from '../full-record.ts'
import { CATALOGUE, RESOURCES, surveyResource, written } from '../records.ts'
import { anyResource } from '../references/arbitrary-resource.ts'
import { readTurtle } from './graph.ts'

const LATEST = RELEASE_3.items.map(completeRecord)
const NEWER = RELEASE_4.items.map(completeRecord)
const RELEASED = {
  ...CATALOGUE,
  asOf: { ...CATALOGUE.asOf, release: { ...RELEASE_3.release, throughSequence: 46 } },
}

/** By class and property: how many there are, and the class of each; a `-` is any node, a text has no class. */
const RULES: Readonly<
  Record<string, Readonly<Record<string, readonly [least: number, most: number, of: string]>>>
> = {
  'dcat:Catalog': {
    'dct:title': [1, 99, 'text'],
    'dct:description': [1, 99, 'text'],
    'dct:publisher': [1, 1, 'foaf:Agent'],
    'dct:creator': [0, 99, 'foaf:Agent'],
    'dct:license': [0, 1, 'dct:LicenseDocument'],
    'foaf:homepage': [0, 1, 'foaf:Document'],
    'dcat:dataset': [0, 99, 'dcat:Dataset'],
    'dcat:record': [0, 99, 'dcat:CatalogRecord'],
    'dcat:distribution': [0, 99, 'dcat:Distribution'],
    'dct:language': [0, 99, 'dct:LinguisticSystem'],
    'dcat:themeTaxonomy': [0, 99, 'skos:ConceptScheme'],
  },
  'dcat:CatalogRecord': {
    'foaf:primaryTopic': [1, 1, 'dcat:Dataset'],
    'dct:modified': [1, 1, 'text'],
    'adms:status': [0, 1, 'skos:Concept'],
  },
  'dcat:Dataset': {
    'dct:title': [1, 99, 'text'],
    'dct:description': [1, 99, 'text'],
    'dct:publisher': [0, 1, 'foaf:Agent'],
    'dct:creator': [0, 99, 'foaf:Agent'],
    'dct:issued': [0, 1, 'text'],
    'dct:modified': [0, 1, 'text'],
    'dct:spatial': [0, 99, 'dct:Location'],
    'foaf:page': [0, 99, 'foaf:Document'],
    'dcat:hasVersion': [0, 99, 'dcat:Dataset'],
    'dct:accessRights': [0, 1, 'dct:RightsStatement'],
    'dct:provenance': [0, 99, 'dct:ProvenanceStatement'],
    'dct:source': [0, 99, 'dcat:Dataset'],
    'dct:temporal': [0, 99, 'dct:PeriodOfTime'],
    'dct:type': [0, 99, 'skos:Concept'],
    'dct:isReferencedBy': [0, 99, '-'],
    'dct:relation': [0, 99, '-'],
    'dcat:contactPoint': [0, 99, 'vcard:Kind'],
    'dcat:distribution': [0, 99, 'dcat:Distribution'],
    'dcat:landingPage': [0, 99, 'foaf:Document'],
    'dcat:theme': [0, 99, 'skos:Concept'],
    'dcat:version': [0, 1, 'text'],
    'adms:status': [0, 1, 'skos:Concept'],
  },
  'dcat:Distribution': {
    'dcat:accessURL': [1, 99, '-'],
    'dcat:downloadURL': [0, 99, '-'],
    'dcat:mediaType': [0, 1, 'dct:MediaType'],
    'dct:format': [0, 1, 'dct:MediaTypeOrExtent'],
    'dcat:byteSize': [0, 1, 'text'],
    'odrl:hasPolicy': [0, 1, 'odrl:Policy'],
    'dct:license': [0, 1, 'dct:LicenseDocument'],
    'dct:rights': [0, 1, 'dct:RightsStatement'],
    'adms:status': [0, 1, 'skos:Concept'],
  },
  'foaf:Agent': { 'foaf:name': [1, 99, 'text'] },
  'skos:Concept': { 'skos:prefLabel': [1, 99, 'text'] },
}

const KIND = (of: string) =>
  of === 'text' ? 'sh:nodeKind sh:Literal' : of === '-' ? 'sh:nodeKind sh:BlankNodeOrIRI' : `sh:class ${of}`

const SHAPES = `
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix odrl: <http://www.w3.org/ns/odrl/2/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
${Object.entries(RULES)
  .map(
    ([type, properties]) =>
      `[] a sh:NodeShape ; sh:targetClass ${type} ${Object.entries(properties)
        .map(
          ([path, [least, most, of]]) =>
            `; sh:property [ sh:path ${path} ; sh:minCount ${least} ; sh:maxCount ${most} ; ${KIND(of)} ]`,
        )
        .join(' ')} .`,
  )
  .join('\n')}
`

const validator = new Validator(new Store(new Parser().parse(SHAPES)))

/** What a document violates: the node, the property and the rule. */
async function violations(text: string): Promise<string[]> {
  const { results } = await validator.validate(readTurtle(text))
  return results.map(
    ({ focusNode, path, sourceConstraintComponent: rule }) =>
      `${focusNode?.value} ${JSON.stringify(path)} ${rule?.value}`,
  )
}

describe('a validator finds no violation', () => {
  it.each<[string, () => string]>([
    ['in the download of the survey', () => written(turtleExport, RESOURCES)],
    ['in the download of the latest release', () => written(turtleExport, LATEST, RELEASED)],
    ['in a resource of which everything is known', () => turtle(FULL, CATALOGUE)],
    ['in a resource that is removed', () => turtle({ ...FULL, status: 'removed' }, CATALOGUE)],
    [
      'in a resource with a DOI for an address',
      () => turtle({ ...FULL, url: 'https://doi.org/10.5281/zenodo.4000000' }, CATALOGUE),
    ],
    [
      'in two resources of one organisation, one licence and one paper',
      () => written(turtleExport, [FULL, { ...FULL, slug: 'full-2', derivedFrom: ['full'] }]),
    ],
  ])('%s', async (_, text) => {
    expect(await violations(text())).toEqual([])
  })

  it('in any resource of the latest release alone', async () => {
    const found = await Promise.all(LATEST.map((resource) => violations(turtle(resource, RELEASED))))
    expect(found.flat()).toEqual([])
  }, 60_000)

  it('in any resource at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyResource, async (resource) => {
        expect(await violations(turtle(resource, CATALOGUE))).toEqual([])
      }),
      FEW,
    )
  })

  it('but one where a node lacks its class', async () => {
    const text = turtle(surveyResource('covid-ct'), CATALOGUE).replace('a foaf:Document', 'a foaf:Person')
    expect(await violations(text)).toHaveLength(1)
  })
})

/** What CKAN's harvester makes of a data set and its distributions (ckanext-dcat, euro_dcat_ap). */
function harvested(resource: Resource) {
  const graph = readTurtle(turtle(resource, RELEASED))
  const one = (subject: string, property: string) => graph.getObjects(subject, property, null)[0]
  const set = graph.getSubjects('http://purl.org/dc/terms/title', null, null)
  const dcat = (name: string) => `http://www.w3.org/ns/dcat#${name}`
  const dct = (name: string) => `http://purl.org/dc/terms/${name}`
  const label = (term: { readonly id: string } | undefined) =>
    term && (one(term.id, dct('title')) ?? one(term.id, 'http://www.w3.org/2000/01/rdf-schema#label'))?.value
  const dataset = set.find(({ value }) => value.endsWith('#dataset'))?.value ?? ''
  return {
    title: one(dataset, dct('title'))?.value,
    hasNotes: one(dataset, dct('description')) !== undefined,
    resources: graph.getObjects(dataset, dcat('distribution'), null).map(({ value }) => ({
      url: one(value, dcat('accessURL'))?.value,
      download: one(value, dcat('downloadURL'))?.value,
      license: label(one(value, dct('license'))),
      format: label(one(value, dct('format'))),
      mediaType: one(value, dcat('mediaType'))?.value,
    })),
  }
}

const latest = (slug: string) => LATEST.find((resource) => resource.slug === slug) ?? FULL

describe('a portal imports a data set', () => {
  it.each<[string, Resource, object]>([
    [
      'with an SPDX licence and several formats',
      latest('covid-ctset'),
      {
        url: 'https://github.com/mr7495/COVID-CTset',
        license: 'CC-BY-NC-4.0',
        format: 'TIFF (16-bit), CSV',
      },
    ],
    [
      'with a licence in words',
      latest('bimcv-covid19-plus'),
      {
        url: 'https://bimcv.cipf.es/bimcv-projects/bimcv-covid19/',
        license: expect.stringMatching(/^BIMCV-COVID19 Dataset Research Use Agreement/),
      },
    ],
    [
      'of one format that has a media type',
      latest('stony-brook-ralo'),
      {
        url: 'https://doi.org/10.5281/zenodo.4633999',
        format: 'CSV',
        mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
      },
    ],
    [
      'that is a file',
      {
        ...FULL,
        url: 'https://lungs.example/v2/scans.tar.gz?raw=1',
        formats: ['image/png'],
        fileFormats: ['PNG'],
      },
      {
        download: 'https://lungs.example/v2/scans.tar.gz?raw=1',
        mediaType: 'https://www.iana.org/assignments/media-types/image/png',
      },
    ],
    [
      'whose licence is another than SPDX knows',
      { ...FULL, license: 'Data use agreement: research only', licenseSpdx: null },
      { license: 'Data use agreement: research only' },
    ],
    [
      'whose licence nobody recorded',
      { ...FULL, license: null, licenseSpdx: null },
      { url: FULL.url, license: undefined },
    ],
    [
      'whose licence is an identifier alone, with an address in other letters',
      {
        ...FULL,
        license: null,
        licenseSpdx: 'CC0-1.0',
        url: 'https://xn--lngen-jua.example/größe?a=1&b=“2”',
      },
      { license: 'CC0-1.0', url: 'https://xn--lngen-jua.example/größe?a=1&b=“2”' },
    ],
  ])('%s', (_, resource, expected) => {
    const { title, hasNotes, resources } = harvested(resource)
    expect([title, hasNotes]).toEqual([resource.name, true])
    expect(resources).toHaveLength(1)
    expect(resources[0]).toMatchObject(expected)
  })

  it('with a link each, and with a licence wherever one is stated', () => {
    const imported = [...LATEST, ...NEWER].map((resource) => ({
      resource,
      found: harvested(resource).resources[0],
    }))
    expect(imported.filter(({ found }) => !found?.url)).toEqual([])
    const stated = imported.filter(({ resource }) => resource.license ?? resource.licenseSpdx)
    expect(stated.length).toBeGreaterThan(15)
    expect(stated.filter(({ found }) => !found?.license)).toEqual([])
  })
})
