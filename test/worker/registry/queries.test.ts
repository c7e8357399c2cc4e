// The measure of the search: what people type, and what it must find (queries.ts).

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { SEARCH_REACH } from '../../../schema/verbs/resources.ts'
import { sortColumn } from '../../../worker/domain/search/version-columns.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { applyReleases } from '../../support/releases.ts'
import {
  DATA_TYPES_ASKED,
  LEFT_ASIDE,
  NAMES,
  NEVER_READ_AS,
  NOTHING,
  READ_AS,
  SETS,
  SORTED,
  UNLICENSED,
  WHOLE_SETS,
} from './queries.ts'

const registry = createRegistry(env.DB)

const search = (text: string) =>
  registry.listResources({ filter: {}, text, order: 'match', size: SEARCH_REACH })
const slugs = async (text: string) => (await search(text)).items.map(({ slug }) => slug)

beforeAll(applyReleases)

describe('what a person calls a data set', () => {
  it.each(NAMES)('%s finds %s', async (query, slug) => {
    expect((await slugs(query))[0]).toBe(slug)
    expect((await registry.resolveResource(query)).resource.slug).toBe(slug)
  })
})

describe('a question for data types', () => {
  it.each(DATA_TYPES_ASKED)('%s is answered as the list of %s', async (query, ...types) => {
    const cells = Object.fromEntries(types.map((type) => [type, ['yes', 'unknown']]))
    const listed = await registry.listResources({ filter: { cells }, order: 'certain', size: SEARCH_REACH })
    const { items, understood } = await search(query)
    expect(items.map(({ slug }) => slug)).toEqual(listed.items.map(({ slug }) => slug))
    expect(understood).toMatchObject({ dataTypes: types, leftAside: [] })
  })
})

describe('a question in words', () => {
  it.each(SETS)('%s finds these first: %s', async (query, expected) => {
    const wanted = expected.split(' ')
    expect((await slugs(query)).slice(0, wanted.length).toSorted()).toEqual(wanted.toSorted())
  })

  it.each(WHOLE_SETS)('%s finds %s', async (query, expected) => {
    const { items, complete } = await search(query)
    expect(items.map(({ slug }) => slug).toSorted()).toEqual(expected.split(' ').toSorted())
    expect(complete).toBe(true)
  })

  it.each(NOTHING)('%s finds nothing', async (query) => {
    expect(await slugs(query)).toEqual([])
    await expect(registry.resolveResource(query)).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each(LEFT_ASIDE)('%s leaves aside, and says so: %s', async (query, ...words) => {
    const { items, understood, complete } = await search(query)
    expect(understood.leftAside).toEqual(words)
    expect(items.length).toBeGreaterThan(0)
    expect(complete).toBe(true)
  })

  it.each(READ_AS)('%s reads %s as %s, and says so', async (query, typed, meant) => {
    const { items, understood } = await search(query)
    expect(understood.readAs).toEqual([{ typed, meant }])
    expect(items.length).toBeGreaterThan(0)
  })

  it.each(UNLICENSED)('%s finds what states no licence', async (query) => {
    const { items, complete } = await search(query)
    expect(complete).toBe(true)
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ license }) => license !== null)).toEqual([])
  })

  it.each(SORTED)('%s is sorted by %s, and says so', async (query, measure, types) => {
    const { items, understood } = await search(query)
    expect(understood).toMatchObject({ sort: measure, dataTypes: types, leftAside: [] })
    const certain = items.filter(({ availability }) => types.every((type) => availability[type] === 'yes'))
    const places = certain.map((record) => sortColumn(measure, record))
    expect(items.slice(0, certain.length)).toEqual(certain)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    if (measure !== 'published') expect(places[0]).toBeLessThan(0)
  })

  it.each(NEVER_READ_AS)('%s is not read as anything else', async (query) => {
    expect((await search(query)).understood.readAs).toEqual([])
  })

  it.each([
    ['not ct', 'ct'],
    ['ultrasound without ct', 'ct'],
    ['ohne MRT', 'mrt'],
    ['no x-rays', 'xray'],
  ] as const)('%s leaves out what has %s', async (query, type) => {
    const { items, understood } = await search(query)
    expect(understood.excluded).toEqual([type])
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ availability }) => availability[type] === 'yes')).toEqual([])
  })

  it('asks for any of the data types that "or" joins', async () => {
    const { items } = await search('mri or ultrasound')
    const certain = items.filter(({ availability: { mrt, ultrasound } }) => [mrt, ultrasound].includes('yes'))
    expect(certain.length).toBeGreaterThan(3)
    expect(items.slice(0, certain.length)).toEqual(certain)
  })

  it.each([
    'covid19',
    'sars cov2',
    'COVID-19 datasets',
    'Daten',
    'Lungenbilder',
    'everything',
  ])('%s is for every record', async (query) => {
    const { items, understood } = await search(query)
    expect(items).toHaveLength(46)
    expect(understood.isForAll).toBe(true)
    await expect(registry.resolveResource(query)).rejects.toMatchObject({ code: 'not_found' })
  })
})
