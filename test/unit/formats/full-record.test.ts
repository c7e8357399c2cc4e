// What is known of a resource beside the survey's table, in every form that has words for it.

import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { oaiDc } from '../../../worker/formats/feeds/oai-dc.ts'
import { xmlDocument } from '../../../worker/formats/feeds/xml.ts'
import { croissant } from '../../../worker/formats/linked-data/croissant.ts'
import { turtle } from '../../../worker/formats/linked-data/dcat.ts'
import { jsonld } from '../../../worker/formats/linked-data/schema-org.ts'
import { readXml } from './feeds/xml-tree.ts'
import { FULL } from './full-record.ts'
import { expectGolden } from './golden.ts'
import { type Name, objects, readJsonLd, readTurtle, values } from './linked-data/graph.ts'
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
    ['schema:sameAs', ['https://lungs.example/data', DOI]],
    ['schema:materialExtent', [SIZE]],
    ['schema:encodingFormat', FULL.formats],
    ['schema:creativeWorkStatus', ['Superseded']],
  ])('has in schema.org its %s', async (property, found) => {
    expect(values(await asJsonLd(), SET, property).sort()).toEqual([...found].sort())
  })

  it('has in schema.org its cautions as how to use it, and what it is made of', async () => {
    const graph = await asJsonLd()
    // A graph has no order.
    const sorted = (texts: readonly string[]) => [...texts].sort()
    const cautions = objects(graph, SET, 'schema:usageInfo')
    expect(sorted(cautions.flatMap((work) => values(graph, work, 'schema:text')))).toEqual(
      sorted(FULL.cautions),
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
    ['dct:rights', []],
    ['dct:identifier', ['full', DOI]],
    ['prov:wasDerivedFrom', FULL.derivedFrom.map(setOf)],
    ['dct:isReplacedBy', [setOf('larger-lungs')]],
  ])('has in DCAT its %s', (property, found) => {
    expect(values(asTurtle(), SET, property)).toEqual(found)
  })

  it.each<[Name, string[]]>([
    ['dct:accessRights', ['open to everyone']],
    ['dct:extent', [SIZE]],
    ['dct:format', FULL.formats],
    ['dct:provenance', FULL.origins.map((origin) => `Has data from ${origin}`)],
    ['adms:status', ['Superseded']],
  ])('has in DCAT a thing with a label for its %s', (property, labels) => {
    const graph = asTurtle()
    const found = objects(graph, SET, property)
    expect(found.map((term) => term.termType)).toEqual(labels.map(() => 'BlankNode'))
    expect(found.flatMap((term) => values(graph, term, 'rdfs:label'))).toEqual(labels)
  })

  it('has in Croissant its licence and DOI, and a description that misses the date alone', async () => {
    const { license, sameAs, description } = asCroissant()
    expect([license, sameAs]).toEqual([SPDX, ['https://lungs.example/data', DOI]])
    expect(description).toMatch(/; their date of publication is not known to it\.$/)
    const graph = await readJsonLd(croissant(FULL, CATALOGUE))
    expect(values(graph, SET, 'sc:license')).toEqual([SPDX])
  })

  it.each([
    ['identifier', [FULL.url, `${BASE}/v1/resources/full`, DOI]],
    ['format', FULL.formats],
    ['source', [...FULL.derivedFrom.map((slug) => `${BASE}/v1/resources/${slug}`), ...FULL.origins]],
    ['rights', ['CC BY-NC 4.0', SPDX, 'open to everyone']],
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
    ...{ formats: [text], cautions: [text], origins: [text] },
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
