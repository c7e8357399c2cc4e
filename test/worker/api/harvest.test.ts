import { beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { childOf, childrenOf } from '../../unit/formats/feeds/xml-tree.ts'
import {
  ask,
  byIdentifier,
  CONTACT,
  errorOf,
  harvest,
  headerOf,
  type Repository,
  recordOf,
} from '../../unit/formats/oai/oai-harvester.ts'
import { BASE, FIRST, RESOURCES } from '../../unit/formats/records.ts'
import { changeResources, insertResources, madeUp } from '../registry/made-up.ts'
import { get, textOf } from './get.ts'

const SETTINGS = { PUBLIC_URL: `${BASE}/`, CONTACT_EMAIL: CONTACT }
const OAI = 'text/xml; charset=utf-8'

async function documentOf(answer: Response): Promise<string> {
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, OAI])
  return textOf(answer)
}
const byGet: Repository = async (parameters) => documentOf(await get(`/oai?${parameters}`, SETTINGS))
const byPost: Repository = async (parameters) =>
  documentOf(await get('/oai', SETTINGS, { method: 'POST', body: parameters }))

/** Three a second, in another order than the table's; each seventh was removed. */
const MADE_UP = Array.from({ length: 260 }, (_, i) =>
  madeUp(100 + i, {
    name: `Made up ${i} & <more>`,
    status: i % 7 === 0 ? 'removed' : 'unknown',
    updatedAt: new Date(
      Date.parse('2021-01-01') + Math.floor(((i * 37) % 260) / 3) * 60_000 + i,
    ).toISOString(),
  }),
)
/** What there is, to be kept as the registry is changed. */
let now: readonly Resource[] = [...RESOURCES, ...MADE_UP]

/** Changes resources here and there. */
async function change(
  slugs: readonly string[],
  patch: Partial<Pick<Resource, 'name' | 'status'>>,
  at: string,
) {
  await changeResources(slugs, patch, at)
  now = now.map((row) => (slugs.includes(row.slug) ? { ...row, ...patch, updatedAt: at } : row))
}

async function add(...resources: Resource[]) {
  await insertResources(resources)
  now = [...now, ...resources]
}

beforeAll(() => insertResources(MADE_UP))

describe.each([
  ['GET', byGet],
  ['POST', byPost],
])('a harvest by %s', (_, repository) => {
  it('has each record once, over pages, the removed ones as deleted', async () => {
    const { pages, items } = await harvest(repository, 'ListRecords')
    expect(pages).toBe(3)
    expect(byIdentifier(items)).toEqual(byIdentifier(now.map(recordOf)))
    expect(items.filter(({ deleted }) => deleted)).toHaveLength(38)
  })

  it('has the same headers, in the order of changes', async () => {
    const { items } = await harvest(repository, 'ListIdentifiers')
    expect(byIdentifier(items)).toEqual(byIdentifier(now.map(headerOf)))
    const stamps = items.map(({ datestamp }) => datestamp)
    expect(stamps).toEqual(stamps.toSorted())
  })

  it('may ask for every verb, and is told what is wrong', async () => {
    const identifier = `oai:registry.example:${FIRST.slug}`
    const identify = childOf(await ask(repository, { verb: 'Identify' }), 'Identify')
    expect(childOf(identify, 'adminEmail').text).toBe(CONTACT)
    expect(childOf(identify, 'baseURL').text).toBe(`${BASE}/oai`)
    expect(childOf(identify, 'deletedRecord').text).toBe('persistent')
    const formats = childOf(
      await ask(repository, { verb: 'ListMetadataFormats', identifier }),
      'ListMetadataFormats',
    )
    expect(childrenOf(formats, 'metadataFormat')).toHaveLength(1)
    const got = childOf(
      await ask(repository, { verb: 'GetRecord', identifier, metadataPrefix: 'oai_dc' }),
      'GetRecord',
    )
    expect(childrenOf(childOf(got, 'record'), 'metadata')).toHaveLength(1)
    expect(errorOf(await ask(repository, { verb: 'ListSets' }))).toBe('noSetHierarchy')
    expect(errorOf(await ask(repository, { verb: 'Nothing' }))).toBe('badVerb')
    expect(errorOf(await ask(repository, { verb: 'ListRecords', metadataPrefix: 'marc21' }))).toBe(
      'cannotDisseminateFormat',
    )
  })
})

describe('a harvester that comes again', () => {
  it('is given what was changed, removed and added since, and nothing else', async () => {
    const from = '2021-06-01T00:00:00Z'
    await change(
      ['covid-ct', 'made-up-101', 'made-up-102'],
      { name: 'Corrected' },
      '2021-06-01T00:00:00.000Z',
    )
    await change(['made-up-103'], { status: 'removed' }, '2021-06-02T12:00:00.500Z')
    await add(madeUp(1000, { updatedAt: '2021-06-03T00:00:00.000Z' }))
    const { items } = await harvest(byGet, 'ListRecords', { from })
    expect(items.map(({ identifier }) => identifier.split(':')[2])).toEqual([
      'covid-ct',
      'made-up-101',
      'made-up-102',
      'made-up-103',
      'made-up-1000',
    ])
    expect(items).toEqual(
      items.map(({ identifier }) => {
        const row = now.find(({ slug }) => identifier.endsWith(`:${slug}`))
        return row && recordOf(row)
      }),
    )
    const days = await harvest(byPost, 'ListIdentifiers', { from: '2021-06-02', until: '2021-06-02' })
    expect(days.items).toMatchObject([{ identifier: 'oai:registry.example:made-up-103', deleted: true }])
    expect(
      errorOf(await ask(byGet, { verb: 'ListRecords', metadataPrefix: 'oai_dc', from: '2021-07-01' })),
    ).toBe('noRecordsMatch')
  })

  it('has everything as it is in the end, whatever changes between two pages', async () => {
    const { items } = await harvest(byGet, 'ListRecords', {}, async (page) => {
      const at = `2021-08-0${page}T00:00:00.000Z`
      await change([`made-up-${110 + page}`, `made-up-${300 + page}`], { name: `Changed at ${page}` }, at)
      await change([`made-up-${200 + page}`], { status: 'removed' }, at)
      await add(madeUp(2000 + page, { updatedAt: at }))
    })
    const latest = new Map(items.map((item) => [item.identifier, item]))
    expect(byIdentifier([...latest.values()])).toEqual(byIdentifier(now.map(recordOf)))
  })
})

describe('what is no harvest', () => {
  it('is a body that is no form', async () => {
    const answer = await get('/oai', SETTINGS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"verb":"Identify"}',
    })
    expect(answer.status).toBe(415)
  })

  it.each([
    ['no address', { PUBLIC_URL: '' }],
    ['no contact', { CONTACT_EMAIL: ' ' }],
  ])('comes of a registry that has %s: it is unavailable', async (_, missing) => {
    const form = new URLSearchParams({ verb: 'Identify' })
    const settings = { ...SETTINGS, ...missing }
    for (const answer of [
      await get(`/oai?${form}`, settings),
      await get('/oai', settings, { method: 'POST', body: form }),
    ]) {
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'application/problem+json'])
      expect(await answer.json()).toMatchObject({ code: 'unavailable' })
    }
  })
})
