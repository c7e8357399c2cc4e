import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { app, runCron } from '../../../worker/app.ts'
import { HOURLY } from '../../../worker/jobs/hourly.ts'
import { createRegistry } from '../../../worker/registry/index.ts'

const ask = (path: string, init?: RequestInit) =>
  exports.default.fetch(`https://registry.example${path}`, init)

describe.each([
  '/docs',
  '/about',
  '/privacy',
  '/history',
  '/r/covid-ct',
  '/compare',
  '/compare?a=covid-ct&b=cord-19',
  '/compare.csv?a=covid-ct&b=cord-19',
])('%s', (path) => {
  it('costs a header when it is asked for again', async () => {
    const first = await ask(path)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    const again = await ask(path, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    expect(again.headers.get('ETag')).toBe(etag)
    expect(again.headers.get('Cache-Control')).toBe(first.headers.get('Cache-Control'))
    expect(await again.text()).toBe('')
    expect((await ask(path, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200)
  })

  it('answers HEAD as GET, without the body', async () => {
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })])
    expect(head.status).toBe(200)
    expect([...head.headers]).toEqual([...get.headers])
    expect(await head.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('does not take %s', async (method) => {
    const answer = await ask(path, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe('GET, HEAD')
  })
})

describe('caching', () => {
  it('keeps a page for a minute', async () => {
    expect((await ask('/docs')).headers.get('Cache-Control')).toBe(
      'public, max-age=60, stale-while-revalidate=600',
    )
  })

  it('a page names its stylesheet, script and icon with the deployed version', async () => {
    const text = await (await ask('/docs')).text()
    const version = env.VERSION.id.slice(0, 8)
    for (const file of ['style.css', 'script.js', 'icon.svg'])
      expect(text).toContain(`"/${file}?v=${version}"`)
  })
})

describe('an address that is none', () => {
  it.each(['/docs/x', '/style', '/nothing'])('%s is answered in plain text', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Content-Type')).toContain('text/plain')
  })
})

describe('what is read often', () => {
  const network = { 'CF-Connecting-IP': '203.0.113.7' }

  it.each(['/', '/r/covid-ct', '/v1/resources', '/feed.atom'])('%s is refused in a burst', async (path) => {
    const settings = {
      READ_BURST: { limit: async ({ key }: { key: string }) => ({ success: key !== '203.0.113.7' }) },
    }
    const answer = await app.request(path, { headers: network }, { ...env, ...settings })
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60'])
    expect((await app.request(path, {}, { ...env, ...settings })).status).toBe(200)
  })
})

describe('the cache before the Worker', () => {
  const purged: unknown[] = []
  const work: Promise<unknown>[] = []
  const execution = {
    waitUntil: (promise: Promise<unknown>) => void work.push(promise),
    passThroughOnException: () => {},
    props: {},
    cache: {
      purge: async (options: unknown) => {
        purged.push(options)
        return { success: true, errors: [] }
      },
    },
  }

  it('is emptied by what everybody can read from then on, and by nothing else', async () => {
    const { token } = await createRegistry(env.DB).addMaintainer('console', '1170000000000000077', 'Mai')
    const send = async (path: string, json: object) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
      const request = { method: 'POST', headers, body: JSON.stringify(json) }
      const answer = await app.request(`/v1/submissions${path}`, request, env, execution)
      await Promise.all(work.splice(0))
      expect(answer.status).toBeLessThan(300)
      return answer.json<{ id: string; version: number }>()
    }
    const resource = { name: 'Kept', url: 'https://data.org/kept', organization: 'A hospital' }
    const { id, version } = await send('', { kind: 'addition', resource })
    expect(purged).toEqual([])
    await send(`/${id}/decisions`, { decision: 'approve', version })
    expect(purged.splice(0)).toEqual([{ purgeEverything: true }])
  })

  it('is emptied by a job that sees an address die or come back, and by no job that finds all as it was', async () => {
    const runHourly = async (day: number) => {
      await runCron(env, HOURLY, new Date(Date.UTC(2027, 0, day, 12, 41)), execution)
      await Promise.all(work.splice(0))
      return purged.splice(0).length
    }
    expect(await runHourly(1)).toBe(1)
    // The rest is looked at for the first time: whatever is found there is news once.
    for (let more = 1; more > 0; ) more = await runHourly(1)
    expect(await runHourly(1)).toBe(0)
  })
})
