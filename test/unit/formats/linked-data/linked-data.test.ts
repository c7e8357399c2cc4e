// What schema.org, DCAT and Croissant say of the same things is the same.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iri } from '../../../../schema/record/values/addresses/address.ts'
import { croissant } from '../../../../worker/formats/linked-data/croissant.ts'
import { turtle, turtleExport } from '../../../../worker/formats/linked-data/dcat.ts'
import { jsonld, jsonldExport } from '../../../../worker/formats/linked-data/schema-org.ts'
import { FEW } from '../../../support/random-cases.ts'
import { BASE, CATALOGUE, NOWHERE, RESOURCES, surveyResource, written } from '../records.ts'
import { anyResource } from '../references/arbitrary-resource.ts'
import { canonical, objects, readJsonLd, readTurtle, table, things, values } from './graph.ts'

const dataset = (slug: string) => `${BASE}/v1/resources/${slug}#dataset`
const SURVEY_TABLE = Object.fromEntries(RESOURCES.map((row) => [dataset(row.slug), row.availability]))

describe("the survey's table", () => {
  it('is recovered whole from the Turtle', () => {
    expect(table(readTurtle(written(turtleExport)))).toEqual(SURVEY_TABLE)
  })

  it('is recovered whole from the JSON-LD', async () => {
    expect(table(await readJsonLd(written(jsonldExport)))).toEqual(SURVEY_TABLE)
  })

  it('is recovered row by row from the records', async () => {
    for (const resource of RESOURCES) {
      const row = { [dataset(resource.slug)]: resource.availability }
      expect(table(readTurtle(turtle(resource, CATALOGUE)))).toEqual(row)
      expect(table(await readJsonLd(jsonld(resource, CATALOGUE)))).toEqual(row)
    }
  })
})

describe('a data set has one name', () => {
  it('in every form, which is not the name of its record', async () => {
    const resource = surveyResource('covid-ct')
    const name = dataset('covid-ct')
    const graph = readTurtle(turtle(resource, CATALOGUE))
    expect(things(graph, 'dcat:Dataset').map((term) => term.value)).toEqual([name])
    expect(things(graph, 'dcat:CatalogRecord').map((term) => term.value)).toEqual([
      `${BASE}/v1/resources/covid-ct`,
    ])
    for (const [text, type] of [
      [jsonld(resource, CATALOGUE), 'schema:Dataset'],
      [croissant(resource, CATALOGUE), 'sc:Dataset'],
    ] as const) {
      expect(things(await readJsonLd(text), type).map((term) => term.value)).toEqual([name])
    }
  })
})

describe('where no address is set', () => {
  it.each([
    ['the Turtle', turtleExport, readTurtle],
    ['the JSON-LD', jsonldExport, readJsonLd],
  ])('%s says the same to whoever fetched it', async (_, format, read) => {
    const relative = await read(written(format, RESOURCES, NOWHERE))
    const absolute = await read(written(format, RESOURCES, CATALOGUE))
    expect(await canonical(relative)).toBe(await canonical(absolute))
  })

  it.each([
    ['the Turtle', turtle, readTurtle],
    ['the JSON-LD', jsonld, readJsonLd],
    ['the Croissant', croissant, readJsonLd],
  ])('%s of a resource does too', async (_, format, read) => {
    const resource = surveyResource('augmented-covid-19-x-ray')
    const relative = await read(format(resource, NOWHERE))
    expect(await canonical(relative)).toBe(await canonical(await read(format(resource, CATALOGUE))))
  })
})

describe('whatever is in a resource', () => {
  const forms = [
    ['the Turtle', turtle, readTurtle, ['dct:title', 'dcat:landingPage', 'dct:creator', 'foaf:name']],
    ['the JSON-LD', jsonld, readJsonLd, ['schema:name', 'schema:url', 'schema:creator', 'schema:name']],
    ['the Croissant', croissant, readJsonLd, ['sc:name', 'sc:url', 'sc:creator', 'sc:name']],
  ] as const

  it.each(forms)('%s gives it back', async (_, format, read, [name, page, from, called]) => {
    await fc.assert(
      fc.asyncProperty(anyResource, fc.constantFrom(CATALOGUE, NOWHERE), async (resource, catalogue) => {
        const graph = await read(format(resource, catalogue))
        const subject = dataset('some-data')
        expect(values(graph, subject, name)).toEqual([resource.name])
        expect(values(graph, subject, page)).toEqual([iri(resource.url)])
        const [organization] = objects(graph, subject, from)
        expect(organization && values(graph, organization, called)).toEqual([resource.organization])
      }),
      FEW,
    )
  })

  it.each(forms.slice(0, 2))('%s gives back its cells', async (_, format, read) => {
    await fc.assert(
      fc.asyncProperty(anyResource, async (resource) => {
        const graph = await read(format(resource, CATALOGUE))
        expect(table(graph)).toEqual({ [dataset('some-data')]: resource.availability })
      }),
      FEW,
    )
  })
})
