import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import { logFault } from '../../../worker/log.ts'
import { boundTrips } from '../../../worker/registry/faults.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { tripsOf } from '../../support/faults/faulty-database.ts'
import { leaks } from '../../support/faults/read-log.ts'
import { ANNA, addition, failure, STRANGER } from '../registry/submissions.ts'

const failing = (message: string) => tripsOf(env.DB, () => Promise.reject(new Error(message)))
const stalled = () => tripsOf(env.DB, () => new Promise<never>(() => {}))

const ask = (path: string, DB: D1Database, init?: RequestInit) =>
  app.request(`https://registry.example${path}`, init, {
    ...env,
    DB,
    // A deployment of its own, which has kept no answers for when D1 fails.
    VERSION: { id: 'faults' },
    PUBLIC_URL: 'https://registry.example',
    CONTACT_EMAIL: 'registry@registry.example',
  })
const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': '2001:db8:fa17::1' },
  body: JSON.stringify(body),
})

const CAPABILITY = '0123456789abcdefghjkmnpqrs'

const DOORS: readonly { readonly path: string; readonly init?: RequestInit }[] = [
  { path: '/' },
  { path: '/?q=ct' },
  { path: '/r/covid-ct' },
  { path: '/history' },
  { path: '/feed.atom' },
  { path: '/v1/resources' },
  { path: '/v1/resources/covid-ct' },
  { path: '/v1/export.csv' },
  { path: '/v1/export.json' },
  { path: '/v1/stats' },
  { path: '/oai?verb=ListRecords&metadataPrefix=oai_dc' },
  { path: '/healthz' },
  { path: '/v1/submissions', init: json(addition('Lungs')) },
]

let logged = ''
beforeEach(() => {
  logged = ''
  vi.spyOn(console, 'error').mockImplementation((...line) => {
    logged += line.join(' ')
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe.each(DOORS)('$path', ({ path, init }) => {
  it('answers 503 where D1 fails', async () => {
    const answer = await ask(
      path,
      failing('D1_ERROR: D1 DB is overloaded. Requests queued for too long.'),
      init,
    )
    const text = await answer.text()
    expect(answer.status, text).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('30')
    expect(text).toContain('cannot reach its database')
    expect(text).not.toContain('overloaded')
    expect(logged.match(/overloaded/g)).toHaveLength(1)
  })
})

it.each([
  '/',
  '/v1/resources',
  '/v1/export.csv',
  '/healthz',
])('%s answers 503 where D1 stalls', async (path) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const asked = ask(path, stalled())
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await asked).status).toBe(503)
})

it.each([
  { path: '/v1/submissions', init: json(addition('Slow lungs')) },
  { path: '/?q=lung' },
  { path: '/r/covid-ct' },
])('$path is answered within ten seconds where each trip takes three', async ({ path, init }) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const began = Date.now()
  const slow = tripsOf(env.DB, async (send) => {
    await new Promise((resolve) => setTimeout(resolve, 3000))
    return send()
  })
  let answer: Response | undefined
  const asking = async () => {
    answer = await ask(path, slow, init)
  }
  const asked = asking()
  // D1 itself answers in time that goes on meanwhile.
  while (!answer) {
    await vi.advanceTimersByTimeAsync(100)
    await scheduler.wait(2)
  }
  await asked
  expect(Date.now() - began).toBeLessThanOrEqual(10_000)
  expect([200, 201, 503]).toContain(answer.status)
  if (answer.status === 503) expect(answer.headers.get('Retry-After')).toBe('30')
})

it.each(['/', '/v1/resources', '/healthz'])('%s names midnight where the day is spent', async (path) => {
  const DB = failing("D1_ERROR: Your account has exceeded D1's free tier daily read limit")
  const answer = await ask(path, DB)
  expect(answer.status).toBe(503)
  const seconds = Number(answer.headers.get('Retry-After'))
  const left = (Date.now() + seconds * 1000) % 86_400_000
  expect(Math.min(left, 86_400_000 - left)).toBeLessThan(5_000)
})

it.each([
  'D1_ERROR: no such table: people: SQLITE_ERROR',
  'a bug',
])('%s stays a fault of ours', async (message) => {
  expect((await ask('/v1/resources', failing(message))).status).toBe(500)
})

it('logs no value of a query that fails', async () => {
  const DB = failing('D1_ERROR: UNIQUE constraint failed: people.id: SQLITE_CONSTRAINT')
  const sent = {
    ...addition('Planted Name'),
    submitter: { name: 'Planted Person', contact: 'planted@x.org' },
  }
  const requests = [
    ask('/?q=planted-query', DB),
    ask(`/v1/submissions/${CAPABILITY}`, DB),
    ask(`/submissions/${CAPABILITY}`, DB),
    ask('/v1/submissions', DB, json({ ...sent, reason: 'Planted reason' })),
    ask('/v1/submissions', DB, { headers: { Authorization: 'Bearer planted-token' } }),
  ]
  for (const answer of await Promise.all(requests)) expect(answer.status).toBe(500)
  expect(logged.match(/UNIQUE constraint failed/g)).toHaveLength(requests.length)
  expect(logged).not.toMatch(new RegExp(`planted|${CAPABILITY}`, 'i'))
})

it('logs neither the reason nor the person of a block that fails', async () => {
  const registry = createRegistry(env.DB)
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  const submitter = { name: 'Planted Person', contact: 'planted@x.org' }
  const input = { ...addition('Blocked'), submitter }
  const { submission } = await registry.submit(STRANGER, input, { door: 'http' })
  for (const at of [1, 2]) {
    let trips = 0
    const DB = tripsOf(env.DB, (send) => {
      trips += 1
      if (trips < at) return send()
      return Promise.reject(new Error('D1_ERROR: UNIQUE constraint failed: blocks.id: SQLITE_CONSTRAINT'))
    })
    const blocking = createRegistry(DB).setBlocked(ANNA, submission.reference, true, 'Planted reason')
    await blocking.catch((fault) => logFault(fault, { requestId: 'r1', at: 'a block' }))
    expect([trips, logged.match(/UNIQUE constraint failed/g)?.length]).toEqual([at, at])
  }
  expect(logged).not.toMatch(/planted/i)
})

it.each([
  'Bearer crm-1-0123456789abcdefghjkmnpqrstv',
  'reader@data.org',
  'from 203.0.113.7',
  'Bot the-bot-of-the-stand-in-discord',
  btoa('interaction:1170000000000000001:0'),
])('a line of the log with a secret fails the file whose test left it: %s', (secret) => {
  logFault(new Error(secret), { requestId: 'r1', at: 'a test' })
  expect(leaks.splice(0)).toEqual([expect.stringContaining(secret)])
})

it('sends HSTS and nosniff with every answer', async () => {
  for (const path of ['/', '/v1/resources', '/v1/nothing', '/healthz', '/nothing', '/robots.txt']) {
    const { headers } = await ask(path, env.DB)
    expect(headers.get('Strict-Transport-Security'), path).toMatch(/^max-age=\d{8}/)
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
  }
})

it('gives up where several slow trips together take too long, and makes no more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const { bound, renew } = boundTrips(100, 80)
  let made = 0
  const slow = (milliseconds: number) =>
    bound(async () => {
      made += 1
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      return 'answered'
    })
  const passing = async (milliseconds: number) => {
    const trip = slow(milliseconds)
    // What it ends in is looked at below.
    trip.catch(() => {})
    await vi.advanceTimersByTimeAsync(80)
    return trip
  }
  expect(await passing(60)).toBe('answered')
  expect(await failure(passing(5000))).toMatchObject({ code: 'unavailable' })
  expect(await failure(passing(0))).toMatchObject({ code: 'unavailable', details: { retryAfter: 30 } })
  expect(made).toBe(2)
  renew()
  expect(await passing(60)).toBe('answered')
})

it('lets the host wait for a slow database', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const asked = createRegistry(stalled()).getAsOf()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await Promise.race([asked, 'waiting'])).toBe('waiting')
})

describe('once it was read, a public answer is given as it last was where D1 fails', () => {
  const DB = failing('D1_ERROR: D1 DB is overloaded.')
  const read = async (path: string, DB: D1Database, headers: Record<string, string> = {}) => {
    const answer = await ask(path, DB, { headers })
    return { answer, text: await answer.text() }
  }
  const keeping = () => new Promise((resolve) => setTimeout(resolve, 100))

  it('a page says of when it is, for a day', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-29T12:30:00.000Z'), toFake: ['Date'] })
    const fresh = await read('/r/covid-ct', env.DB)
    await keeping()
    vi.setSystemTime(Date.parse('2026-11-29T14:00:00.000Z'))
    const kept = await read('/r/covid-ct', DB)
    expect([kept.answer.status, kept.answer.headers.get('Age')]).toEqual([200, '5400'])
    expect(kept.answer.headers.get('Cache-Control')).toBe('no-store')
    expect(kept.answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    const notice = 'The database does not answer. This page is as it was on 29 November 2026 at 12:30 UTC.'
    expect(kept.text).toContain(notice)
    expect(kept.text.replace(/<p class="notice warning" role="status">[^<]*<\/p>/, '')).toBe(fresh.text)
    vi.setSystemTime(Date.parse('2026-11-30T13:00:00.000Z'))
    expect((await read('/r/covid-ct', DB)).answer.status).toBe(503)
  })

  it('the API answers in the form that was accepted', async () => {
    const path = '/v1/resources/covid-ct'
    const fresh = await read(path, env.DB)
    await keeping()
    const kept = await read(path, DB)
    expect([kept.answer.status, kept.text]).toEqual([200, fresh.text])
    expect((await read(path, DB, { Accept: 'text/turtle' })).answer.status).toBe(503)
  })

  it('nothing private, nothing of another deployment and nothing that was removed since', async () => {
    await read('/r/eurorad', env.DB)
    await keeping()
    const other = { ...env, DB, VERSION: { id: 'another' } }
    expect((await app.request('https://registry.example/r/eurorad', {}, other)).status).toBe(503)
    expect((await read(`/submissions/${CAPABILITY}`, DB)).answer.status).toBe(503)
    await env.DB.prepare("update resources set slug = 'gone' where slug = 'eurorad'").run()
    await env.DB.prepare("update versions set slug = 'gone' where slug = 'eurorad'").run()
    expect((await read('/r/eurorad', env.DB)).answer.status).toBe(404)
    await keeping()
    expect((await read('/r/eurorad', DB)).answer.status).toBe(503)
  })
})
