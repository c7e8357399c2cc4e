import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Resource } from '../../schema/record/resource.ts'
import printed from '../../schema/survey/2.0.json' with { type: 'json' }
import { watchedDatabase } from '../support/watched-database.ts'
import { get, getText } from '../worker/api/get.ts'
import { changeResources, insertResources, madeUp } from '../worker/registry/made-up.ts'
import { LISTED, manyResources } from './many.ts'

const NDJSON = '/v1/export.ndjson'
/** How many are read at first, so that something comes soon. */
const FIRST = [25, 50, 100, 200, 400, 800]
/** How many are then read at a time. */
const PAGE = 1000

/** The body of an answer, to be read a chunk at a time. */
function readerOf({ body }: Response): ReadableStreamDefaultReader<Uint8Array> {
  if (!body) throw new Error('The answer has no body.')
  return body.getReader()
}

/** All that is still to come. */
async function rest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return chunks
    chunks.push(value)
  }
}

const linesOf = (chunk: Uint8Array): Resource[] =>
  new TextDecoder()
    .decode(chunk)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

async function sumOf(chunks: readonly Uint8Array[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await new Blob([...chunks]).arrayBuffer())
  return Buffer.from(digest).toString('hex')
}

/** Long enough for whatever goes on by itself to be seen. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 50))

const TEN_THOUSAND = manyResources(10_000)
beforeAll(() => insertResources(TEN_THOUSAND))

describe('a download of ten thousand', () => {
  it('is read page by page, when someone reads on and not before', async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    const reader = readerOf(await get(NDJSON, { DB }))
    await aWhile()
    // The state alone.
    expect(counts.batches).toBe(1)
    for (const [before, size] of [...FIRST, PAGE, PAGE].entries()) {
      const { value } = await reader.read()
      expect(value && linesOf(value)).toHaveLength(size)
      await aWhile()
      expect(counts.batches).toBe(2 + before)
    }
    await rest(reader)
    const others = 10_014 - FIRST.reduce((sum, size) => sum + size)
    expect(counts.batches).toBe(1 + FIRST.length + Math.ceil(others / PAGE))
  })

  it('has every one, in table order, each chunk a page and each line a whole document', async () => {
    const chunks = await rest(readerOf(await get(NDJSON)))
    for (const chunk of chunks) {
      expect(linesOf(chunk).length).toBeLessThanOrEqual(PAGE)
      expect(chunk.at(-1)).toBe('\n'.charCodeAt(0))
    }
    const items = chunks.flatMap(linesOf)
    expect(items.slice(0, 14).map(({ slug }) => slug)).toEqual(printed.items.map(({ slug }) => slug))
    expect(items.slice(14)).toEqual(TEN_THOUSAND)
  })

  it.each([
    NDJSON,
    `${NDJSON}?sort=name`,
    `${NDJSON}?at=${LISTED}`,
    `${NDJSON}.sha256`,
    '/v1/export.ttl',
  ])('asks fewer queries than a free plan allows, 50: %s', async (path) => {
    const { counts, DB } = watchedDatabase(env.DB)
    const answer = await get(path, { DB, PUBLIC_URL: 'https://registry.example' })
    expect(answer.status).toBe(200)
    await rest(readerOf(answer))
    expect(counts.queries).toBeGreaterThan(10)
    expect(counts.queries).toBeLessThanOrEqual(50)
  })

  it('may take its time, as long as each piece comes soon', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { DB } = watchedDatabase(env.DB, () => void vi.setSystemTime(Date.now() + 2000))
    const items = (await rest(readerOf(await get(NDJSON, { DB })))).flatMap(linesOf)
    vi.useRealTimers()
    expect(items).toHaveLength(10_014)
  })

  it('asks no more once the reader has gone', async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    const reader = readerOf(await get(NDJSON, { DB }))
    await reader.read()
    await reader.cancel()
    await aWhile()
    expect(counts.batches).toBe(2)
  })

  it('asks for the state alone where nobody wants the body', async () => {
    const etag = (await get(NDJSON)).headers.get('ETag') ?? ''
    for (const request of [{ method: 'HEAD' }, { headers: { 'If-None-Match': etag } }]) {
      const { counts, DB } = watchedDatabase(env.DB)
      const answer = await get(NDJSON, { DB }, request)
      expect([answer.status, answer.body]).toEqual([request.method === 'HEAD' ? 200 : 304, null])
      await aWhile()
      expect(counts.batches).toBe(1)
    }
  })

  it('that breaks off is no whole one: the body fails, and the fault is logged', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { DB } = watchedDatabase(env.DB, (batch) => {
      if (batch === 4) throw new Error('The database has gone.')
    })
    const reader = readerOf(await get(NDJSON, { DB }))
    await expect(rest(reader)).rejects.toThrow()
    expect(log).toHaveBeenCalledWith(expect.stringContaining('The database has gone.'))
    log.mockRestore()
  })
})

describe('its sum', () => {
  it.each([
    '',
    '?ct=yes,unknown&mrt=no&sort=changed',
    '?release=2.0',
  ])('is that of what comes%s', async (query) => {
    const sum = await sumOf(await rest(readerOf(await get(`${NDJSON}${query}`))))
    expect(await getText(`${NDJSON}.sha256${query}`)).toBe(`${sum}  export.ndjson\n`)
  })
})

describe('what changes while it is read', () => {
  it('does not show in it', async () => {
    const sum = await getText(`${NDJSON}.sha256`)
    const answer = await get(NDJSON)
    const reader = readerOf(answer)
    const { value: first = new Uint8Array() } = await reader.read()
    const changed = '2021-02-01T00:00:00.000Z'
    await changeResources(['made-up-105', 'made-up-9000'], { name: 'Another', status: 'unknown' }, changed)
    await changeResources(['made-up-106', 'made-up-9001'], { status: 'removed' }, changed)
    await insertResources([madeUp(20_000, { updatedAt: changed })])
    const chunks = [first, ...(await rest(reader))]
    expect(chunks.flatMap(linesOf).slice(14)).toEqual(TEN_THOUSAND)
    expect(`${await sumOf(chunks)}  export.ndjson\n`).toBe(sum)

    const now = await get(NDJSON)
    expect(now.headers.get('ETag')).not.toBe(answer.headers.get('ETag'))
    const items = (await rest(readerOf(now))).flatMap(linesOf)
    expect(items).toHaveLength(10_014 - 2 + 1)
    expect(items.at(-1)?.slug).toBe('made-up-20000')
    expect(items.filter(({ name }) => name === 'Another')).toHaveLength(2)
    expect(await getText(`${NDJSON}.sha256?at=${LISTED}`)).toBe(sum)
  })
})
