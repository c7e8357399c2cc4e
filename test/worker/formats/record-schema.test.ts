import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { Resource } from '../../../schema/contract.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { recordSchema } from '../../../worker/api/record-schema.ts'
import { expectGolden } from './golden.ts'
import { RESOURCES } from './records.ts'

const [SOME] = RESOURCES as [Resource]
const BASE = 'https://registry.example'

/** What a member of the schema says of itself. */
interface Described {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Described>>
}

function compiled() {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile(recordSchema(BASE))
}
const valid = compiled()

describe('the JSON Schema of a resource', () => {
  it('is resource.schema.json', () => {
    expectGolden('resource.schema.json', `${JSON.stringify(recordSchema(BASE), null, 2)}\n`)
  })

  it('names itself by its address, where that is set', () => {
    expect(recordSchema(BASE)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://registry.example/v1/resource.schema.json',
      title: 'A resource of Public COVID-19 medical imaging data',
    })
    expect(recordSchema('')).not.toHaveProperty('$id')
  })

  it('says of every field and data type what it means', () => {
    const { properties = {} } = recordSchema(BASE) as Described
    expect(Object.keys(properties)).toEqual(Object.keys(SOME))
    const cells = properties.availability?.properties ?? {}
    expect(Object.keys(cells)).toEqual(DATA_TYPES.map(({ key }) => key))
    for (const { description } of [...Object.values(properties), ...Object.values(cells)]) {
      expect(description).toMatch(/\.$/)
    }
  })

  it.each(RESOURCES.map((resource) => [resource.slug, resource]))('accepts %s', (_, resource) => {
    expect(valid(resource), JSON.stringify(valid.errors)).toBe(true)
  })

  it('accepts a member that comes with time', () => {
    expect(valid({ ...SOME, license: 'CC-BY-4.0' })).toBe(true)
  })

  const { caseReview: _, ...fiveCells } = SOME.availability
  const { references: __, ...withoutReferences } = SOME
  const cited = (fields: object) => ({
    ...SOME,
    references: [{ id: 'a', type: 'dataset', title: 'A', ...fields }],
  })
  it.each<[string, unknown]>([
    ['no object', [SOME]],
    ['a missing field', withoutReferences],
    ['a missing cell', { ...SOME, availability: fiveCells }],
    ['a blank cell', { ...SOME, availability: { ...SOME.availability, ct: '' } }],
    ['a cell that is true', { ...SOME, availability: { ...SOME.availability, ct: true } }],
    ['an empty name', { ...SOME, name: '' }],
    ['a name that is too long', { ...SOME, name: 'a'.repeat(201) }],
    ['capitals in the slug', { ...SOME, slug: 'COVID-CT' }],
    ['another status', { ...SOME, status: 'good' }],
    ['version 0', { ...SOME, version: 0 }],
    ['half a position', { ...SOME, position: 1.5 }],
    ['a day for an instant', { ...SOME, updatedAt: '2020-05-12' }],
    ['a month that there is not', { ...SOME, updatedAt: '2020-13-12T00:00:00.000Z' }],
    ['references that are no list', { ...SOME, references: SOME.references[0] }],
    ['more than 20 references', { ...SOME, references: Array(21).fill(SOME.references[0]) }],
    ['a reference without a title', cited({ title: undefined })],
    ['a reference of another type', cited({ type: 'book' })],
    ['a reference with a date that is a text', cited({ issued: '2020' })],
    ['a reference with an author who is a text', cited({ author: ['Cohen, J. P.'] })],
    ['a reference with an empty list of authors', cited({ author: [] })],
  ])('refuses %s, as the registry does', (_what, damaged) => {
    const given = JSON.parse(JSON.stringify(damaged))
    expect(valid(given)).toBe(false)
    expect(Resource.safeParse(given).success).toBe(false)
  })
})
