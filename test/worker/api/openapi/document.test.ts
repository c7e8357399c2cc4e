import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { operations } from '../../../../worker/api/index.ts'
import { ask, askDescribed, documented, judged, openApiText } from '../documented.ts'
import { refused, taken } from '../operation-cases.ts'
import { read } from '../requests.ts'

afterEach(() => vi.restoreAllMocks())

const all = documented.map((operation) => [operation.name, operation] as const)
const reads = all.filter(([, { method }]) => method === 'GET')
const cacheable = all.filter(([, { statuses }]) => statuses.includes(304))
const refusals = documented.flatMap((operation) =>
  operation.statuses
    .filter((status) => status >= 400)
    .map((status) => [operation.name, status, operation] as const),
)

describe('the document', () => {
  it.each([
    ['with an address', undefined],
    ['without one', env],
  ])('is OpenAPI 3.1 %s', async (_, settings) => {
    const document = await openApiText(settings)
    expect(await judged({}, document)).toEqual([])
    expect(document.length).toBeLessThan(146_000)
  })

  it('tells of every operation', () => {
    expect(documented.map(({ name }) => name).sort()).toEqual(
      operations.map(({ method, path }) => `${method} ${path}`).sort(),
    )
  })
})

describe('what is asked for is answered as described', () => {
  it.each(all)('%s', async (_, operation) => {
    const answer = await askDescribed(operation, await taken(operation))
    expect(operation.statuses.filter((status) => status < 300)).toEqual([answer.status])
  })
})

describe('every refusal is as described', () => {
  it.each(refusals)('%s with %i', async (_, status, operation) => {
    const answer = await askDescribed(operation, await refused(operation, status))
    expect(answer.status).toBe(status)
    expect(await read(answer)).toMatchObject({ status, code: expect.any(String) })
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('a fault of ours is as described', () => {
  it.each(all)('%s', async (name, operation) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const testRequest = await taken(operation)
    const broken = { withSession: () => ({}) } as unknown as D1Database
    const answer = await askDescribed(operation, { ...testRequest, settings: { DB: broken } })
    const needsNoDatabase = [
      'GET /v1/resource.schema.json',
      'GET /openapi.json',
      'GET /robots.txt',
      'GET /.well-known/security.txt',
      'GET /oai',
      'POST /mcp',
      'GET /llms.txt',
    ]
    expect(answer.status).toBe(needsNoDatabase.includes(name) ? 200 : 500)
    expect(log).toHaveBeenCalledTimes(answer.status === 500 ? 1 : 0)
  })
})

describe('asked for again with its ETag, there is nothing new', () => {
  it.each(cacheable)('%s', async (_, operation) => {
    const testRequest = await taken(operation)
    const etag = (await ask(operation, testRequest)).headers.get('ETag') ?? ''
    const again = await askDescribed(operation, { ...testRequest, headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    expect(again.headers.get('ETag')).toBe(etag)
  })
})

describe('HEAD gives the headers of GET, and no body', () => {
  it.each(reads)('%s', async (_, operation) => {
    const testRequest = await taken(operation)
    const answer = await ask(operation, testRequest)
    const head = await ask({ ...operation, method: 'HEAD' }, testRequest)
    expect(head.status).toBe(answer.status)
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(answer.headers))
    expect(await head.text()).toBe('')
  })
})

describe('OPTIONS tells the methods described', () => {
  it.each([...new Set(documented.map(({ path }) => path))])('%s', async (path) => {
    const methods = documented.filter((operation) => operation.path === path).map(({ method }) => method)
    const answer = await ask({ method: 'OPTIONS', path }, { part: 'x' })
    expect(answer.status).toBe(204)
    const expected = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort()
    expect(answer.headers.get('Allow')).toBe(expected.join(', '))
  })
})
