// What Cloudflare has beside the database in turn fails or stalls: counters of bursts, the cache, Analytics Engine, Turnstile
// and the bucket of copies. What a person asked for is done all the same, or a sentence says why not.

import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app, runCron } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'
import { DAILY } from '../../../worker/jobs/daily.ts'
import { eachMishap, faultySites } from '../../support/faults/faulty-calls.ts'
import { faultyDatabase } from '../../support/faults/faulty-database.ts'
import { inTime } from '../../support/faults/in-time.ts'
import { secretsIn } from '../../support/faults/secrets-in.ts'
import { requestOf } from '../api/requests.ts'
import { addition, rows } from '../registry/submissions.ts'
import { pageOf, post, stamp } from '../web/forms.ts'

const logged: string[] = []
beforeEach(() => {
  logged.length = 0
  vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line.join(' ')))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const ENDS = ['fails', 'stalls'] as const
type End = (typeof ENDS)[number]

/** What is called in place of a method of Cloudflare's. */
const faulty = (end: End) => async (): Promise<never> => {
  if (end === 'fails') throw new Error('internal error; reference = 0123456789abcdef')
  return new Promise(() => {})
}

const ask = async (path: string, settings: Partial<Env>, init: RequestInit = requestOf('GET', {})) =>
  app.request(`https://registry.example${path}`, init, { ...env, VERSION: { id: 'faulty' }, ...settings })

describe.each(ENDS)('a counter of bursts that %s', (end) => {
  const counters = { READ_BURST: { limit: faulty(end) }, SUBMISSION_BURST: { limit: faulty(end) } }

  it('keeps nobody from reading', async () => {
    for (const path of ['/', '/v1/resources'])
      expect((await inTime(() => ask(path, counters))).status, path).toBe(200)
    expect(logged).toHaveLength(2)
  })

  it('keeps nobody from sending something in', async () => {
    const sent = requestOf('POST', { json: addition(`Uncounted, which ${end}`) })
    expect((await inTime(() => ask('/v1/submissions', counters, sent))).status).toBe(201)
    expect(secretsIn(logged, [`Uncounted, which ${end}`])).toEqual([])
  })
})

it('a point that Analytics Engine does not take is logged, and the answer is as ever', async () => {
  const METRICS = {
    writeDataPoint() {
      throw new TypeError('Too large.')
    },
  }
  expect((await ask('/v1/stats', { METRICS })).status).toBe(200)
  expect(logged).toEqual([expect.stringContaining('Too large.')])
})

describe.each(ENDS)('the cache that %s', (end) => {
  it('keeps nobody from an answer, or from hearing that D1 fails', async () => {
    for (const name of ['put', 'match', 'delete'] as const)
      vi.spyOn(caches.default, name).mockImplementation(faulty(end))
    expect((await ask('/v1/stats', {})).status).toBe(200)
    expect((await ask('/r/nothing-here', {})).status).toBe(404)
    const { DB } = faultyDatabase(env.DB, 1, { ends: 'fails', isDone: false })
    expect((await inTime(() => ask('/v1/stats', { DB }))).status).toBe(503)
  })
})

describe('Turnstile', () => {
  const settings = { TURNSTILE_SITE_KEY: 'site-key', TURNSTILE_SECRET_KEY: 'planted-turnstile-key' }
  const token = 'planted-turnstile-token'

  it.each(eachMishap(1))('that $mishap keeps what was typed, and takes it when it is back', async ({
    at,
    mishap,
  }) => {
    const sites = faultySites(async () => Response.json({ success: true }))
    const name = crypto.randomUUID()
    const fields = {
      ...{ name, url: `https://${crypto.randomUUID()}.org/data`, organization: 'A hospital' },
      'cf-turnstile-response': token,
    }
    sites.befall(at, mishap)
    const answer = await post('/submit', { ...fields, stamp: await stamp() }, { settings })
    const page = await pageOf(answer)
    expect([answer.status, sites.calls.length]).toEqual([422, 1])
    expect(sites.waited()).toBeLessThanOrEqual(5000)
    expect(page.text).toContain('Cloudflare Turnstile did not answer')
    expect(page.value('name')).toBe(name)
    expect(secretsIn(logged, [settings.TURNSTILE_SECRET_KEY, token])).toEqual([])
    expect(logged).toHaveLength(1)
    sites.recover()
    const again = await post('/submit', { ...fields, stamp: await stamp() }, { settings })
    expect(again.status).toBe(303)
  })
})

describe.each(ENDS)('a bucket that %s', (end) => {
  it.each(['put', 'list', 'delete'] as const)('at %s is logged, and the day goes on', async (name) => {
    const old = 'registry-2020-01-01.ndjson'
    await env.BACKUPS.put(old, 'An old copy.')
    await rows("delete from jobs where name = 'daily'")
    const BACKUPS = new Proxy(env.BACKUPS, {
      get(bucket, property) {
        if (property === name) return faulty(end)
        const member: unknown = Reflect.get(bucket, property)
        return typeof member === 'function' ? member.bind(bucket) : member
      },
    })
    await inTime(
      () => runCron({ ...env, BACKUPS }, DAILY, new Date(), createExecutionContext()),
      14 * 60_000,
      5000,
    )
    expect(logged).toHaveLength(1)
    expect(await rows("select 1 from jobs where name = 'daily'")).toHaveLength(1)
    vi.useRealTimers()
    await runCron({ ...env }, DAILY, new Date(), createExecutionContext())
    expect((await env.BACKUPS.list()).objects.map(({ key }) => key)).not.toContain(old)
  })
})
