// Each trip to the database of each request that writes in turn fails, stalls, or loses its answer: over the API and by the
// forms of pages all is done or nothing, and the answer is that it is done, or 503 with when to come again.

import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { app, pagesAndApi } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { secretsIn } from '../../support/faults/secrets-in.ts'
import { documented } from '../api/documented.ts'
import { taken } from '../api/operation-cases.ts'
import { anAddress, requestOf } from '../api/requests.ts'
import { ANNA, addition, BERT, rows, SENDER, STRANGER, sent } from '../registry/submissions.ts'
import { stamp } from '../web/forms.ts'
import { cookieOf, type Fields, SETTINGS } from '../web/maintainer.ts'
import { faultyTrips } from './every-trip.ts'
import { forgetLetters } from './writing-verbs.ts'

const ORIGIN = 'https://registry.example'
const unlimited = { limit: async () => ({ success: true }) }
const settings: Env = {
  ...SETTINGS,
  CONTACT_EMAIL: 'host@registry.example',
  SUBMISSIONS_PER_DAY: '10000',
  SUBMISSION_BURST: unlimited,
  READ_BURST: unlimited,
}
const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
let anna = ''
let bert = ''
beforeAll(async () => {
  anna = await cookieOf(ANNA)
  bert = await cookieOf(BERT)
  await sent(registry, addition('The first of the day'))
  // The first of all also brings the row of the registry's own submitter.
  await registry.takeUpCandidate(ANNA, Number(await candidate()))
})
const logged: string[] = []
beforeEach(
  () => void vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line.join(' '))),
)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A request of which a page or the API says whether it was done. */
const asking = (path: string, init: RequestInit) => async (DB: D1Database) => {
  const answer = await app.request(`${ORIGIN}${path}`, init, { ...settings, DB })
  const text = await answer.text()
  if (answer.status < 400)
    return /cannot reach its database/.test(text) ? `${answer.status} as if done` : 'done'
  if (answer.status !== 503) return String(answer.status)
  const retryAfter = answer.headers.get('Retry-After')
  return retryAfter === '30' && text.includes('cannot reach its database')
    ? 'unavailable'
    : `503 ${retryAfter}`
}

const WRITING = documented.filter(
  ({ method, path }) => method !== 'GET' && !['/v1/lookup', '/oai', '/mcp'].includes(path),
)

describe.each(WRITING)('$name', (operation) => {
  it('does all or nothing, whatever becomes of its trips', async () => {
    const ready = async () => {
      const request = await taken(operation)
      const path = operation.path.replace(/\{\w+\}/, request.part ?? '') + (request.query ?? '')
      const from = anAddress()
      const headers = { 'Idempotency-Key': from }
      return asking(path, requestOf(operation.method, { ...request, from, headers }))
    }
    const repeated = /^(PATCH|POST .*(undo|answers|withdrawal))/.test(operation.name) ? '409' : undefined
    expect(await faultyTrips({ ready, ...(repeated && { repeated }) })).toEqual([])
  })
})

/** The number of a candidate that is offered. */
async function candidate(): Promise<string> {
  const operation = WRITING.find(({ path }) => path === '/v1/candidates/{id}/decisions')
  return (operation && (await taken(operation)).part) ?? ''
}

let names = 0
/** Like no other. */
const aName = () => {
  names += 1
  return crypto.randomUUID().replaceAll('-', ' ')
}

interface FormCase {
  readonly what: string
  readonly route: string
  readonly ready: () => Promise<{ path: string; fields: Fields; cookie?: string }>
  readonly repeated?: string
  readonly isInParts?: true
}

/** A submission of somebody who sent no other. */
async function waiting(): Promise<string> {
  const name = aName()
  const discordId = `6${String(names).padStart(17, '0')}`
  const { submission } = await registry.submit({ kind: 'discord', discordId, name }, addition(name), {
    door: 'discord',
  })
  return submission.reference
}

async function decided(decision: 'approve' | 'reject' | 'ask') {
  const reference = await waiting()
  const { version } = await registry.decideSubmission(ANNA, reference, {
    ...{ decision, version: 1, reason: 'Seen.' },
  })
  return { reference, version }
}
const anonymous = async () => (await registry.submit(STRANGER, addition(aName()), { door: 'web' })).submission

/** The token of a letter that asks whether its reader wants news. */
async function letter(): Promise<string> {
  const { id } = await anonymous()
  await forgetLetters()
  await registry.askForMail(STRANGER, id, `${aName().slice(0, 8)}@lab.example`)
  const [row] = await rows<{ token: string }>('select token from mail_addresses order by rowid desc limit 1')
  return row?.token ?? ''
}

const editOf = ({ name = '', url = '' }: { name?: string; url?: string } = {}): Fields => [
  ['version', '1'],
  ['name', name],
  ['url', url],
  ['organization', 'Another clinic'],
]

const FORMS: readonly FormCase[] = [
  {
    ...{ what: 'a submission', route: '/submit' },
    async ready() {
      const name = aName()
      const fields: Fields = [
        ['name', name],
        ['url', addition(name).resource.url],
        ['organization', 'A clinic'],
        ['stamp', await stamp(SETTINGS.SESSION_SECRET)],
      ]
      return { path: '/submit', fields }
    },
  },
  {
    ...{ what: 'a report', route: '/r/:slug/report' },
    async ready() {
      const fields: Fields = [
        ['stamp', await stamp(SETTINGS.SESSION_SECRET)],
        ['kind', 'removal'],
        ['baseVersion', '1'],
        ['reason', 'It is gone.'],
      ]
      return { path: '/r/covid-ct/report', fields }
    },
  },
  {
    ...{ what: 'an answer', route: '/submissions/:id/answers' },
    async ready() {
      const { id, reference } = await anonymous()
      await registry.decideSubmission(ANNA, reference, { decision: 'ask', version: 1, reason: 'Where?' })
      return { path: `/submissions/${id}/answers`, fields: [['text', 'There.']] }
    },
  },
  {
    ...{ what: 'an edit', route: '/submissions/:id/edit', repeated: '422' },
    async ready() {
      const { id, resource } = await anonymous()
      return { path: `/submissions/${id}/edit`, fields: editOf(resource) }
    },
  },
  {
    ...{ what: 'a withdrawal', route: '/submissions/:id/withdrawal' },
    ready: async () => ({ path: `/submissions/${(await anonymous()).id}/withdrawal`, fields: [] }),
  },
  {
    ...{ what: 'asking for mail', route: '/submissions/:id/mail' },
    async ready() {
      await forgetLetters()
      const fields: Fields = [['mailAddress', `${aName().slice(0, 8)}@lab.example`]]
      return { path: `/submissions/${(await anonymous()).id}/mail`, fields }
    },
  },
  {
    ...{ what: 'wanting mail', route: '/mail/:token' },
    ready: async () => ({ path: `/mail/${await letter()}`, fields: [] }),
  },
  {
    ...{ what: 'no more mail', route: '/mail/:token/stop' },
    ready: async () => ({ path: `/mail/${await letter()}/stop`, fields: [] }),
  },
  ...(['approve', 'reject', 'ask', 'block'] as const).map(
    (action): FormCase => ({
      ...{ what: action, route: '/review/:reference' },
      async ready() {
        const fields: Fields = [
          ['version', '1'],
          ['key', aName()],
          ['reason', 'Seen.'],
          ['do', action],
        ]
        return { path: `/review/${await waiting()}`, fields, cookie: bert }
      },
    }),
  ),
  {
    ...{ what: 'undo', route: '/review/:reference' },
    async ready() {
      const { reference } = await decided('approve')
      const fields: Fields = [
        ['version', '2'],
        ['do', 'undo'],
      ]
      return { path: `/review/${reference}`, fields, cookie: bert }
    },
  },
  {
    ...{ what: 'an edit of a maintainer', route: '/review/:reference/edit', repeated: '422' },
    async ready() {
      const reference = await waiting()
      const { submission } = await registry.getSubmission(ANNA, reference)
      return { path: `/review/${reference}/edit`, fields: editOf(submission.resource), cookie: bert }
    },
  },
  {
    ...{ what: 'several approved', route: '/review', isInParts: true },
    async ready() {
      const fields: [string, string][] = [
        ['do', 'approve'],
        ['confirmed', 'yes'],
        ['key', aName()],
      ]
      for (const reference of [await waiting(), await waiting()]) fields.push(['selected', `${reference}@1`])
      return { path: '/review', fields, cookie: bert }
    },
  },
  {
    ...{ what: 'confirming', route: '/review/actions' },
    async ready() {
      names += 1
      const discordId = `5${String(names).padStart(17, '0')}`
      await registry.addMaintainer('console', discordId, 'Carl')
      const proposal = await registry.removeMaintainer(ANNA, discordId)
      return { path: '/review/actions', fields: [['proposal', String(proposal?.id)]], cookie: bert }
    },
  },
  {
    ...{ what: 'sending again', route: '/review/deliveries' },
    async ready() {
      await rows("update deliveries set state = 'done' where state <> 'done'")
      await waiting()
      const [dead] = await registry.claimDeliveries(1, ['review'])
      const { id } = dead ?? { id: 0 }
      await registry.recordAttempts([{ id, attempt: { result: 'refused', error: '403' } }])
      return { path: '/review/deliveries', fields: [['id', String(id)]], cookie: bert }
    },
  },
  ...(['take_up', 'decline'] as const).map(
    (action): FormCase => ({
      ...{ what: action, route: '/review/candidates' },
      async ready() {
        const fields: Fields = [
          ['id', await candidate()],
          ['do', action],
          ['reason', 'No images.'],
        ]
        return { path: '/review/candidates', fields, cookie: anna }
      },
    }),
  ),
  {
    ...{ what: 'redacting', route: '/review/redact' },
    async ready() {
      const { reference } = await decided('reject')
      const fields: Fields = [
        ['submission', reference],
        ['reason', 'A patient.'],
        ['versions', '2'],
      ]
      return { path: '/review/redact', fields, cookie: anna }
    },
  },
  {
    ...{ what: 'signing out', route: '/review/sign-out' },
    ready: async () => ({ path: '/review/sign-out', fields: [], cookie: await cookieOf(SENDER) }),
  },
]

/** What keeps nothing: it forgets what the browser has. */
const KEEPS_NOTHING = ['/submissions/forgotten']

it('every form of a page has a case', () => {
  const routes = pagesAndApi()
    .routes.filter(({ method }) => method === 'POST')
    .map(({ path }) => path)
  const pages = routes.filter((path) => !/^\/(v1|oai|mcp|interactions)\b/.test(path))
  const without = (path: string) => path.replace(/\{.*?\}(?=\/|$)/g, '')
  expect(new Set([...FORMS.map(({ route }) => route), ...KEEPS_NOTHING])).toEqual(new Set(pages.map(without)))
})

describe.each(FORMS)('$what, at $route', (one) => {
  it('does all or nothing, whatever becomes of its trips', async () => {
    const ready = async () => {
      const { path, fields, cookie = '' } = await one.ready()
      return asking(path, {
        method: 'POST',
        headers: {
          ...{ Origin: ORIGIN, Cookie: cookie, 'CF-Connecting-IP': anAddress() },
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      })
    }
    expect(await faultyTrips({ ...one, ready })).toEqual([])
  })
})

it('and no line that these faults leave in the log has a secret, an address or a person', () => {
  expect(logged.length).toBeGreaterThan(100)
  const { DISCORD_CLIENT_SECRET = '', SESSION_SECRET = '' } = SETTINGS
  const cookies = [anna, bert].map((cookie) => cookie.split('=')[1] ?? '')
  expect(
    secretsIn(logged, [DISCORD_CLIENT_SECRET, SESSION_SECRET, ...cookies, 'Douglas', 'A patient']),
  ).toEqual([])
})
