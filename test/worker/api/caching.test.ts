import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { app } from '../../../worker/app.ts'
import { addition } from '../registry/submissions.ts'
import { call } from './requests.ts'

describe('a read', () => {
  const paths = [
    '/resources?ct=yes',
    '/resources/covid-ct',
    '/resources/covid-ct.ttl',
    '/export.csv',
    '/references',
    '/changes',
    '/releases',
    '/stats',
  ]

  it.each(paths)('of %s can be cached, and asked for again by its tag or date', async (path) => {
    const answer = await call(`GET ${path}`)
    const etag = answer.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=60, stale-while-revalidate=600')
    const body = await answer.text()
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await call(`GET ${path}`, { headers: { 'If-None-Match': tag } })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('ETag')).toBe(etag)
      expect(again.headers.get('Vary')).toBe(answer.headers.get('Vary'))
    }
    const other = await call(`GET ${path}`, { headers: { 'If-None-Match': '"other"' } })
    expect(other.status).toBe(200)
    expect(await other.text()).toBe(body)
  })

  it('has the date of the latest change', async () => {
    const answer = await call('GET /resources')
    const date = answer.headers.get('Last-Modified') ?? ''
    expect(date).toBe('Tue, 12 May 2020 00:00:00 GMT')
    const since = (date: string, more = {}) =>
      call('GET /resources', { headers: { 'If-Modified-Since': date, ...more } })
    expect((await since(date)).status).toBe(304)
    expect((await since('Mon, 11 May 2020 23:59:59 GMT')).status).toBe(200)
    expect((await since('some day')).status).toBe(200)
    expect((await since(date, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it.each(paths)('of %s by HEAD has the same headers and no body', async (path) => {
    const [get, head] = [await call(`GET ${path}`), await call(`HEAD ${path}`)]
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of ['ETag', 'Content-Type', 'Cache-Control', 'Last-Modified', 'Link', 'Vary'])
      expect(head.headers.get(name)).toBe(get.headers.get(name))
    await get.body?.cancel()
  })

  it('has a tag of its own for each state and filter of a download', async () => {
    const tags = ['', '?ct=yes', '?release=2.0', '?at=2020-01-01T00:00:00Z'].map(async (query) => {
      const answer = await call(`GET /export.ndjson${query}`)
      await answer.body?.cancel()
      return answer.headers.get('ETag')
    })
    // The release is what there is now, so these are one file.
    expect(new Set(await Promise.all(tags)).size).toBe(3)
  })

  it('is open to pages from anywhere, refusals included', async () => {
    for (const path of ['/resources', '/resources/nothing', '/export.csv']) {
      const answer = await call(`GET ${path}`, { headers: { Origin: 'https://elsewhere.example' } })
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('ETag')
      await answer.body?.cancel()
    }
    const answer = await call('OPTIONS /resources/covid-ct')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    const refused = await call('DELETE /resources/covid-ct')
    expect(refused.status).toBe(405)
    expect(refused.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
  })
})

describe('after a write', () => {
  it('its bookmark, by header or cookie, is what reads begin from', async () => {
    const begun: unknown[] = []
    const watched = {
      ...env,
      DB: {
        withSession(constraint: unknown) {
          begun.push(constraint)
          return env.DB.withSession(constraint as D1SessionBookmark)
        },
      },
    }
    const written = await app.request(
      'https://registry.example/v1/submissions',
      {
        method: 'POST',
        body: JSON.stringify(addition('Bookmarked')),
        headers: { 'Content-Type': 'application/json' },
      },
      watched,
    )
    expect(written.status).toBe(201)
    const bookmark = written.headers.get('X-D1-Bookmark') ?? ''
    expect(bookmark).toMatch(/^[0-9a-f-]{59}$/)
    const cookie = written.headers.get('Set-Cookie') ?? ''
    expect(cookie).toBe(`bookmark=${bookmark}; Max-Age=300; Path=/; HttpOnly; Secure; SameSite=Lax`)
    const reads = [
      { headers: { 'X-D1-Bookmark': bookmark } },
      { headers: { Cookie: `other=1; bookmark=${bookmark}` } },
      {},
      { headers: { 'X-D1-Bookmark': "'; drop" } },
      { headers: { Authorization: 'Bearer x' } },
    ]
    for (const init of reads) expect((await app.request('/v1/resources', init, watched)).status).toBe(200)
    expect(begun).toEqual([
      'first-primary',
      bookmark,
      bookmark,
      'first-unconstrained',
      'first-unconstrained',
      'first-primary',
    ])
  })
})
