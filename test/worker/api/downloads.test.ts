import { beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../../worker/formats/index.ts'
import { GOLDEN_EXPORTS } from '../../unit/formats/golden-exports.ts'
import { BASE, CATALOGUE, TABLE, written } from '../../unit/formats/records.ts'
import { changeResources } from '../registry/made-up.ts'
import { get, getText } from './get.ts'
import { csvRows, TABLES } from './read-tables.ts'

const FORMATS = Object.entries(EXPORT_FORMATS)
const SETTINGS = { PUBLIC_URL: BASE }

const slugsOf = (csv: string) => csvRows(csv).map(({ slug }) => slug)

async function listed(query: string): Promise<string[]> {
  const { items } = await (await get(`/v1/resources?limit=100&${query}`)).json<{
    items: { slug: string }[]
  }>()
  return items.map(({ slug }) => slug)
}

describe('the survey, downloaded', () => {
  it.each(
    Object.entries(TABLES),
  )('has its whole table in %s, 14 by 6 cells, as printed', async (suffix, read) => {
    const table = read(await getText(`/v1/export.${suffix}`))
    expect(table).toHaveLength(14)
    expect(table).toEqual(TABLE)
  })

  // Those of linked data and references are read back in test/worker/formats, from these same texts.
  it.each(Object.entries(GOLDEN_EXPORTS))('is export.%s, byte by byte', async (suffix, golden) => {
    expect(await getText(`/v1/export.${suffix}`, SETTINGS)).toBe(golden)
  })

  it.each([
    'ultrasound=yes',
    'ct=yes,unknown&mrt=no',
    'mri=unknown',
    'status=unknown',
    'status=removed',
    'q=pocus',
    'q=covid&sort=name',
    'sort=name',
    'sort=changed',
    'ultrasound=yes&q=pocus&sort=relevance',
  ])('holds what the list of %s holds, in its order', async (query) => {
    expect(slugsOf(await getText(`/v1/export.csv?${query}`))).toEqual(await listed(query))
  })

  it('has by ultrasound=yes the one that has', async () => {
    expect(slugsOf(await getText('/v1/export.csv?ultrasound=yes'))).toEqual(['covid-19-pocus-ultrasound'])
  })

  it.each(FORMATS)('of a time before there was any is a valid %s without rows', async (suffix, {
    format,
  }) => {
    const path = `/v1/export.${suffix}?at=2019-01-01T00:00:00Z`
    const text = await getText(path, SETTINGS)
    expect(text).toBe(written(format, [], { base: BASE, asOf: { sequence: 0 } }))
    if (['csl', 'json', 'jsonld'].includes(suffix)) expect(() => JSON.parse(text)).not.toThrow()
  })

  it.each(FORMATS)('of what nothing is like is a valid %s without rows', async (suffix, { format }) => {
    const text = await getText(`/v1/export.${suffix}?ultrasound=yes&ct=yes`, SETTINGS)
    expect(text).toBe(written(format, [], CATALOGUE))
  })
})

describe('a download', () => {
  it.each(FORMATS)('in %s says its type, its name and how long it keeps', async (suffix, { type }) => {
    const { status, headers } = await get(`/v1/export.${suffix}`)
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `inline; filename="export.${suffix}"`,
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      'last-modified': 'Tue, 12 May 2020 00:00:00 GMT',
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
      vary: expect.stringContaining('Accept'),
    })
  })

  it.each(FORMATS)('in %s that is there already is not sent again', async (suffix) => {
    const path = `/v1/export.${suffix}`
    const etag = (await get(path)).headers.get('ETag') ?? ''
    const again = (headers: Record<string, string>) => get(path, {}, { headers })
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await again({ 'If-None-Match': tags })
      expect([answer.status, answer.headers.get('ETag'), await answer.text()]).toEqual([304, etag, ''])
    }
    expect((await again({ 'If-None-Match': '"other"' })).status).toBe(200)
    expect((await again({ 'If-Modified-Since': 'Tue, 12 May 2020 00:00:00 GMT' })).status).toBe(304)
    expect((await again({ 'If-Modified-Since': 'Mon, 11 May 2020 00:00:00 GMT' })).status).toBe(200)
  })

  it('has a tag of its own by its form, its filters and its order', async () => {
    const paths = ['.csv', '.json', '.csv?ct=yes', '.csv?sort=name', '.csv?status=unknown', '.ndjson.sha256']
    const tags = await Promise.all(
      paths.map(async (rest) => (await get(`/v1/export${rest}`)).headers.get('ETag')),
    )
    expect(new Set(tags).size).toBe(paths.length)
  })

  it('leads from its lines to their sum', async () => {
    const { headers } = await get('/v1/export.ndjson?ct=yes', SETTINGS)
    expect(headers.get('Link')).toContain(`<${BASE}/v1/export.ndjson.sha256?ct=yes>; rel="describedby"`)
  })

  it.each([
    'colour=red',
    'limit=10',
    'cursor=abc',
    'ct=maybe',
    'ct=yes&ct=maybe',
    'mri=yes&mrt=yes',
    'status=gone',
    'sort=size',
    'sort=relevance',
    'at=yesterday',
    'at=2099-01-01T00:00:00Z',
    'release=9.9',
    'release=2.0&at=2021-01-01T00:00:00Z',
  ])('by %s is refused, with the parameter named', async (query) => {
    const answer = await get(`/v1/export.csv?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    const { problems } = await answer.json<{ problems: { field: string }[] }>()
    expect(query).toContain(`${problems[0]?.field}=`)
  })

  it('in a type that the caller does not take is refused', async () => {
    expect((await get('/v1/export.csv', {}, { headers: { Accept: 'image/png' } })).status).toBe(406)
  })
})

describe('after changes and a removal', () => {
  const AT = 'at=2020-05-12T00:00:00Z'

  beforeAll(async () => {
    const changed = '2021-02-01T00:00:00.000Z'
    await changeResources(['covid-ct'], { name: 'COVID-CT 2', availability: { mrt: 'yes' } }, changed)
    await changeResources(['coronacases'], { status: 'removed' }, changed)
  })

  it('the table is another', async () => {
    const table = TABLES.csv(await getText('/v1/export.csv'))
    expect(table).toHaveLength(13)
    expect(table).toContainEqual(expect.arrayContaining(['COVID-CT 2']))
    expect(slugsOf(await getText('/v1/export.csv?status=removed'))).toEqual(['coronacases'])
  })

  it.each(Object.entries(GOLDEN_EXPORTS))('export.%s of then is the survey', async (suffix, golden) => {
    for (const moment of ['release=2.0', AT])
      expect(await getText(`/v1/export.${suffix}?${moment}`, SETTINGS)).toBe(golden)
  })

  it('what was there then is filtered and sorted as then', async () => {
    const byName = TABLE.map(([name = '']) => name).toSorted((a, b) =>
      a.toLowerCase() < b.toLowerCase() ? -1 : 1,
    )
    for (const moment of ['release=2.0', AT]) {
      const names = csvRows(await getText(`/v1/export.csv?${moment}&sort=name`)).map(({ name }) => name)
      expect(names).toEqual(byName)
      expect(slugsOf(await getText(`/v1/export.csv?${moment}&mrt=yes`))).toEqual([])
    }
    expect(slugsOf(await getText('/v1/export.csv?mrt=yes'))).toEqual(['covid-ct'])
  })

  it('the tag of a release stays, that of today does not', async () => {
    const tag = async (query: string) => (await get(`/v1/export.csv${query}`)).headers.get('ETag')
    const before = [await tag(''), await tag('?release=2.0')]
    await changeResources(['covid-ct'], { name: 'COVID-CT 3' }, '2021-02-02T00:00:00.000Z')
    expect(await tag('')).not.toBe(before[0])
    expect(await tag('?release=2.0')).toBe(before[1])
  })
})
