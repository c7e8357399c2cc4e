// A thousand hostile requests in a row, RUNS=10 for ten thousand: no fault of ours, no row too many, no secret.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it, vi } from 'vitest'
import { app, chat, pagesAndApi } from '../../worker/app.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { applyEveryRelease } from '../support/releases.ts'
import { watchedDatabase } from '../support/watched-database.ts'
import { addition } from '../worker/registry/submissions.ts'
import { mostRowsOf } from './costs.ts'
import { hostileRequests } from './hostile-requests.ts'

const REQUESTS = 1000 * Number(env.RUNS)
const SEED = Number(env.SEED) || 1

/** What no stranger may read, and no log may have. */
const SECRETS = {
  DISCORD_BOT_TOKEN: 'planted-bot-token',
  DISCORD_CLIENT_SECRET: 'planted-client-secret',
  SESSION_SECRET: 'planted-session-secret-of-32-characters',
  TURNSTILE_SECRET_KEY: 'planted-turnstile-key',
}
const CONTACT = 'planted-contact@data.org'
const TOKEN = 'crm-1-plantedplantedplantedpl'
/** Tried with each interaction. */
const planted: string[] = [...Object.values(SECRETS), CONTACT, TOKEN]

let slugs: string[] = []
beforeAll(async () => {
  await applyEveryRelease()
  const registry = createRegistry(env.DB)
  const { token } = await registry.addMaintainer('console', '900000000000000001', 'Anna')
  const { submission } = await registry.submit(
    { kind: 'anonymous', address: '203.0.113.5' },
    { ...addition('Waits'), submitter: { name: 'Planted Person', contact: CONTACT } },
    { door: 'http' },
  )
  planted.push(token, submission.id)
  slugs = ['covid-ct', 'cord-19', 'covidx-us', 'not-listed', submission.reference]
})

let logged: string[] = []
vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line.join(' ')))
vi.spyOn(console, 'warn').mockImplementation((...line) => void logged.push(line.join(' ')))
vi.spyOn(console, 'log').mockImplementation((...line) => void logged.push(line.join(' ')))

/** Discord and Turnstile refuse all that they are asked. */
vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
  Response.json({ error: 'invalid_grant', message: 'Refused', code: 0 }, { status: 400 }),
)

/** Whatever is asked, of whom by a token or a cookie, and of which submission. */
const MOST_OF_CALLER = 20
/** What writes, and what is found in a text. */
const MOST_OF_ANY = 7000
const ANYWHERE = { method: 'POST', path: '/:a/:b' }
const unlimited = { limit: async () => ({ success: true }) }
const settings = {
  ...env,
  ...SECRETS,
  TURNSTILE_SECRET_KEY: '',
  PUBLIC_URL: 'https://registry.example',
  CONTACT_EMAIL: 'contact@registry.example',
  DISCORD_APPLICATION_ID: '1170000000000000100',
  SUBMISSION_BURST: unlimited,
  READ_BURST: unlimited,
}

it('none is answered by a fault, reads more than its route may, or is told a secret', async () => {
  const all = [...chat.routes, ...pagesAndApi().routes]
  const named = all.filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
  const each = [...new Map(named.map((route) => [`${route.method} ${route.path}`, route])).values()]
  // What takes a body is asked as often as all that is read.
  const routes = [
    ...each,
    ...Array(4)
      .fill(each.filter(({ method }) => method !== 'GET'))
      .flat(),
    ANYWHERE,
  ]
  const next = hostileRequests(SEED, routes, { slugs, tokens: [TOKEN] })
  const found: string[] = []
  const statuses = new Map<number, number>()
  for (let n = 0; n < REQUESTS; n++) {
    const { request, text, read } = await next()
    const { counts, DB } = watchedDatabase(env.DB)
    logged = []
    const answer = await app.request(request, {}, { ...settings, DB })
    const body = new TextDecoder().decode(await answer.arrayBuffer())
    const { status } = answer
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const note = (what: string) => found.push(`${what} at no. ${n} of seed ${SEED}: ${text}`)
    // 503 is honest where no sender is known.
    if (status >= 500 && status !== 501 && !(status === 503 && /address|unavailable/i.test(body)))
      note(`${status} ${body.slice(0, 200)}`)
    if (logged.length > 0) note(`a line in the log, ${logged.join('\n').slice(0, 400)},`)
    const answered = `${body}\n${JSON.stringify([...answer.headers])}\n${logged.join('\n')}`
    for (const secret of planted)
      if (answered.includes(secret) && !text.includes(secret)) note(`${secret} is told`)
    const most = read === undefined ? MOST_OF_ANY : mostRowsOf(read) + MOST_OF_CALLER
    if (counts.rowsRead > most) note(`${counts.rowsRead} rows instead of ${most}`)
    if (found.length > 20) break
  }
  expect(found, JSON.stringify([...statuses])).toEqual([])
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 422]))
})
