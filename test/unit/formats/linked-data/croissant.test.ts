import { Ajv } from 'ajv'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { cslDate } from '../../../../schema/record/values/dates.ts'
import { CROISSANT_VERSION, croissant } from '../../../../worker/formats/linked-data/croissant.ts'
import { CATALOGUE, NOWHERE, RESOURCES, surveyResource } from '../records.ts'
import { anyResource } from '../references/arbitrary-resource.ts'
import { reference } from '../references/read-back.ts'

const texts = { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 }
const address = { type: 'string', pattern: '^https?://' }

const agent = {
  type: 'object',
  required: ['@type', 'name'],
  properties: {
    '@type': { enum: ['sc:Organization', 'Person'] },
    name: { type: 'string', minLength: 1 },
  },
}

/** The properties of a data set in Croissant 1.1, required and recommended, as far as they can be known here. */
const SCHEMA = {
  type: 'object',
  required: [
    ...['@context', '@type', '@id', 'conformsTo', 'name', 'description', 'url', 'sameAs', 'creator'],
    ...['publisher', 'keywords', 'citeAs', 'sdVersion', 'sdDatePublished', 'sdLicense', 'sdPublisher'],
  ],
  // What nobody has told us is left out, not made up.
  additionalProperties: false,
  properties: {
    '@context': {
      type: 'object',
      required: ['@language', '@vocab', 'sc', 'cr', 'dct', 'conformsTo', 'citeAs', 'recordSet', 'fileObject'],
      additionalProperties: { anyOf: [{ type: 'string' }, { type: 'object', required: ['@id', '@type'] }] },
    },
    '@type': { const: 'sc:Dataset' },
    '@id': { type: 'string', pattern: '#dataset$' },
    conformsTo: {
      anyOf: [
        { const: CROISSANT_VERSION },
        { const: [CROISSANT_VERSION, 'http://mlcommons.org/croissant/RAI/1.0'] },
      ],
    },
    name: { type: 'string', minLength: 1 },
    description: { type: 'string', pattern: 'no files and no record sets' },
    url: address,
    sameAs: { ...texts, items: address },
    license: {
      anyOf: [
        address,
        { type: 'object', required: ['@type', 'name'], additionalProperties: { type: 'string' } },
      ],
    },
    creator: agent,
    author: { type: 'array', items: agent, minItems: 1 },
    datePublished: { type: 'string', pattern: '^\\d{4}(-\\d\\d){0,2}$' },
    dateModified: { type: 'string', pattern: '^\\d{4}(-\\d\\d){0,2}$' },
    version: { type: 'string', minLength: 1 },
    alternateName: texts,
    conditionsOfAccess: { type: 'string', minLength: 1 },
    usageInfo: { type: 'array', items: { type: 'object', required: ['@type', 'text'] }, minItems: 1 },
    size: { type: 'object', required: ['@type', 'value', 'unitCode'] },
    spatialCoverage: { type: 'array', items: { type: 'object', required: ['@type', 'name'] }, minItems: 1 },
    isBasedOn: { type: 'array', items: { type: 'object' }, minItems: 1 },
    'rai:dataAnnotationProtocol': { type: 'string', minLength: 1 },
    'rai:dataLimitations': texts,
    'rai:dataCollectionRawData': { type: 'string', pattern: '^From ' },
    publisher: { type: 'object', required: ['@id'] },
    keywords: texts,
    citeAs: { type: 'string', pattern: '^@[a-z]+\\{' },
    sdVersion: { type: 'string', pattern: '^[0-9]+$' },
    sdDatePublished: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    sdLicense: address,
    sdPublisher: { type: 'object', required: ['@type', 'name'] },
  },
}

/** The context of Croissant 1.0 and 1.1, by its terms. */
const CONTEXT_TERMS = [
  ...[
    '@language',
    '@vocab',
    'annotation',
    'arrayShape',
    'citeAs',
    'column',
    'conformsTo',
    'containedIn',
    'cr',
  ],
  ...[
    'data',
    'dataType',
    'dct',
    'equivalentProperty',
    'examples',
    'excludes',
    'extract',
    'field',
    'fileObject',
  ],
  ...['fileProperty', 'fileSet', 'format', 'includes', 'isArray', 'isLiveDataset', 'jsonPath', 'key', 'md5'],
  ...['parentField', 'path', 'rai', 'readLines', 'recordSet', 'references', 'regex', 'repeated', 'replace'],
  ...[
    'samplingRate',
    'sc',
    'sdVersion',
    'separator',
    'source',
    'subField',
    'transform',
    'unArchive',
    'value',
  ],
]

const validate = new Ajv({ allErrors: true }).compile(SCHEMA)

/** What is wrong with a text as Croissant; nothing is wanted. */
const problems = (text: string) => {
  validate(JSON.parse(text))
  return validate.errors ?? []
}

describe('a resource in Croissant', () => {
  it('has all that the specification asks for and the registry knows', () => {
    for (const resource of RESOURCES) {
      expect(problems(croissant(resource, CATALOGUE))).toEqual([])
      expect(problems(croissant(resource, NOWHERE))).toEqual([])
    }
  })

  it('has it whatever is in the resource', () => {
    fc.assert(
      fc.property(anyResource, (resource) => {
        expect(problems(croissant(resource, CATALOGUE))).toEqual([])
      }),
    )
  })

  it('has every term of the context that the specification prints', () => {
    const { '@context': context } = JSON.parse(croissant(surveyResource('covid-ct'), CATALOGUE))
    for (const term of CONTEXT_TERMS) expect(context, term).toHaveProperty([term])
  })

  it('cites the first work about it with authors and year, or itself', () => {
    const cited = (slug: string, changed = {}) =>
      JSON.parse(croissant({ ...surveyResource(slug), ...changed }, CATALOGUE)).citeAs
    expect(cited('covid-ct')).toContain('@misc{zhao2020covid,')
    const page = reference({ type: 'webpage', title: 'A page', URL: 'https://lungs.example/about' })
    const paper = reference({ type: 'article', author: [{ family: 'Ai' }], issued: cslDate('2021') })
    expect(cited('covid-ct', { references: [page, paper] })).toMatch(/^@misc\{ai2021some,/)
    expect(cited('covid-ct', { references: [page] })).toMatch(/^@dataset\{covid-ct,/)
    expect(cited('covid-ct', { references: [] })).toContain('author = {{University of California San Diego}}')
  })

  it('means what the vocabularies mean', async () => {
    const [node] = await jsonld.expand(JSON.parse(croissant(surveyResource('covid-ct'), CATALOGUE)))
    expect(Object.keys(node ?? {}).sort()).toEqual(
      [
        ...['@id', '@type', 'http://purl.org/dc/terms/conformsTo'],
        ...['citeAs', 'sdVersion'].map((term) => `http://mlcommons.org/croissant/${term}`),
        ...['author', 'creator', 'description', 'keywords', 'name', 'publisher', 'sameAs', 'url'].map(
          schemaOrg,
        ),
        ...['sdDatePublished', 'sdLicense', 'sdPublisher'].map(schemaOrg),
      ].sort(),
    )
    expect(node?.['@type']).toEqual(['https://schema.org/Dataset'])
  })
})

function schemaOrg(term: string): string {
  return `https://schema.org/${term}`
}
