import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { recordSchema } from '../../../worker/api/document/record-schema.ts'
import { expectGolden } from './golden.ts'
import { BASE, FIRST, RESOURCES } from './records.ts'

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
    expect(Object.keys(properties)).toEqual(Object.keys(FIRST))
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
    expect(valid({ ...FIRST, license: 'CC-BY-4.0' })).toBe(true)
  })

  const { caseReview: _, ...fiveCells } = FIRST.availability
  const { references: __, ...withoutReferences } = FIRST
  const cited = (fields: object) => ({
    ...FIRST,
    references: [{ id: 'a', type: 'dataset', title: 'A', ...fields }],
  })
  it.each<[string, unknown]>([
    ['no object', [FIRST]],
    ['a missing field', withoutReferences],
    ['a missing cell', { ...FIRST, availability: fiveCells }],
    ['a blank cell', { ...FIRST, availability: { ...FIRST.availability, ct: '' } }],
    ['a cell that is true', { ...FIRST, availability: { ...FIRST.availability, ct: true } }],
    ['an empty name', { ...FIRST, name: '' }],
    ['a name that is too long', { ...FIRST, name: 'a'.repeat(201) }],
    ['capitals in the slug', { ...FIRST, slug: 'COVID-CT' }],
    ['another status', { ...FIRST, status: 'good' }],
    ['version 0', { ...FIRST, version: 0 }],
    ['half a position', { ...FIRST, position: 1.5 }],
    ['a day for an instant', { ...FIRST, updatedAt: '2020-05-12' }],
    ['a month that there is not', { ...FIRST, updatedAt: '2020-13-12T00:00:00.000Z' }],
    ['references that are no list', { ...FIRST, references: FIRST.references[0] }],
    ['more than 20 references', { ...FIRST, references: Array(21).fill(FIRST.references[0]) }],
    ['a reference with an empty title', cited({ title: '' })],
    ['a reference of another type', cited({ type: 'song' })],
    ['a reference with a date that is a text', cited({ issued: '2020' })],
    ['a reference with an author who is a text', cited({ author: ['Cohen, J. P.'] })],
    ['a reference with an empty list of authors', cited({ author: [] })],
  ])('refuses %s, as the registry does', (_what, damaged) => {
    const given = JSON.parse(JSON.stringify(damaged))
    expect(valid(given)).toBe(false)
    expect(Resource.safeParse(given).success).toBe(false)
  })
})
