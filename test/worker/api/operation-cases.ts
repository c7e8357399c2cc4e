// For every operation a request that it takes, and for each of its refusals one that it refuses so.

import { env } from 'cloudflare:workers'
import { createRegistry } from '../../../worker/registry/index.ts'
import { addition } from '../registry/submissions.ts'
import { ask, type Documented, type TestRequest } from './documented.ts'
import { anAddress, aToken } from './requests.ts'

let names = 0
const aName = () => `Documented ${++names}`
const maintainer = () => aToken('900000000000000042', 'Douglas')

/** Sends an addition in. */
async function sent(): Promise<{ readonly id: string; readonly reference: string }> {
  const answer = await ask({ method: 'POST', path: '/v1/submissions' }, { json: addition(aName()) })
  return answer.json()
}

async function decided(
  decision: 'ask' | 'reject',
): Promise<{ readonly id: string; readonly reference: string }> {
  const submission = await sent()
  const json = { decision, reason: 'Which licence?' }
  await ask(
    { method: 'POST', path: '/v1/submissions/{id}/decisions' },
    { part: submission.reference, token: await maintainer(), json },
  )
  return submission
}

/** The slug of a data set that was added by mistake. */
async function removed(): Promise<string> {
  const { reference } = await sent()
  const actor = { kind: 'token', token: await maintainer() } as const
  const registry = createRegistry(env.DB)
  const input = { decision: 'approve', version: 1 } as const
  const { slug = '' } = await registry.decideSubmission(actor, reference, input)
  await registry.undoDecision(actor, reference, 2)
  await registry.decideSubmission(actor, reference, { decision: 'reject', reason: 'Malware.' })
  return slug
}

let weeks = 0
/** The number of a candidate that is offered. */
async function offered(): Promise<string> {
  await env.DB.prepare(`update candidates set state = 'declined' where state = 'offered'`).run()
  const registry = createRegistry(env.DB, { now: () => new Date(Date.now() + ++weeks * 7 * 86_400_000) })
  const url = `https://documented.org/${weeks}`
  const found = { isPaper: false, fields: { name: aName() }, evidence: [] }
  await registry.offerCandidates(
    [{ source: 'datacite', url, publisher: 'Zenodo', addresses: [], found, signs: [], score: weeks }],
    { isWhole: false },
  )
  const actor = { kind: 'token', token: await maintainer() } as const
  const { items } = await registry.listCandidates(actor, { state: 'offered', size: 1 })
  return String(items[0]?.id)
}

type Case = () => TestRequest | Promise<TestRequest>

const TAKEN: Readonly<Record<string, Case>> = {
  'POST /v1/lookup': () => ({ json: { url: '10.5281/zenodo.9900001' } }),
  'POST /v1/submissions': () => ({ json: addition(aName()) }),
  'GET /v1/submissions/{id}': async () => ({ part: (await sent()).id }),
  'PATCH /v1/submissions/{id}': async () => ({
    part: (await sent()).id,
    json: { version: 1, resource: { availability: { ct: 'yes' } } },
  }),
  'POST /v1/submissions/{id}/answers': async () => ({
    part: (await decided('ask')).id,
    json: { text: 'CC BY 4.0' },
  }),
  'POST /v1/submissions/{id}/withdrawal': async () => ({ part: (await sent()).id }),
  'GET /v1/submissions': async () => ({ token: await maintainer() }),
  'GET /v1/submissions/{id}/review': async () => ({
    part: (await sent()).reference,
    token: await maintainer(),
  }),
  'GET /v1/maintainer-actions': async () => ({ token: await maintainer() }),
  'GET /v1/candidates': async () => {
    await offered()
    return { token: await maintainer() }
  },
  'POST /v1/candidates/{id}/decisions': async () => ({
    part: await offered(),
    token: await maintainer(),
    json: { decision: 'take_up' },
  }),
  'GET /v1/resources/{slug}/redactions': async () => ({ part: await removed(), token: await maintainer() }),
  'POST /v1/resources/{slug}/redactions': async () => ({
    part: await removed(),
    token: await maintainer(),
    json: { reason: 'Malware.', versions: 6 },
  }),
  'GET /v1/submissions/{id}/redactions': async () => ({
    part: (await decided('reject')).reference,
    token: await maintainer(),
  }),
  'POST /v1/submissions/{id}/redactions': async () => ({
    part: (await decided('reject')).reference,
    token: await maintainer(),
    json: { reason: 'A patient.', versions: 2 },
  }),
  'POST /v1/submissions/{id}/decisions': async () => ({
    part: (await sent()).reference,
    token: await maintainer(),
    json: { decision: 'approve', version: 1 },
  }),
  'POST /v1/submissions/{id}/undo': async () => ({
    part: (await decided('reject')).reference,
    token: await maintainer(),
    json: { version: 2 },
  }),
  'GET /v1/compare': () => ({ query: '?a=covid-ct&b=cord-19' }),
  'POST /mcp': () => ({ json: { jsonrpc: '2.0', id: 1, method: 'tools/list' } }),
  'GET /oai': () => ({ query: '?verb=Identify' }),
  'POST /oai': () => ({
    body: 'verb=ListRecords&metadataPrefix=oai_dc',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  }),
}

/** A request that the operation takes. A read of what is always there needs no case of its own. */
export async function taken({ name, method, path }: Documented): Promise<TestRequest> {
  const own = TAKEN[name]
  if (own) return own()
  if (method !== 'GET' || path.includes('{id}')) throw new Error(`${name} has no case.`)
  return path.includes('{slug}') ? { part: 'covid-ct' } : {}
}

/** What makes a request that is taken one that is refused, by the status of the refusal. */
const REFUSED: { readonly [status: number]: (asked: TestRequest, operation: Documented) => TestRequest } = {
  400: (testRequest, { method }) =>
    method === 'GET'
      ? { ...testRequest, query: '?colour=red' }
      : { ...without(testRequest), body: '{', headers: { 'Content-Type': 'application/json' } },
  401: (testRequest) => ({ ...testRequest, token: 'crm-1-aaaaaaaaaaaaaaaaaaaaaaaaaa' }),
  404: (testRequest, { path }) => ({
    ...testRequest,
    part: path.includes('{slug}') ? 'not-listed' : '0'.repeat(26),
  }),
  406: (testRequest) => ({ ...testRequest, headers: { ...testRequest.headers, Accept: 'image/png' } }),
  413: (testRequest) => ({
    ...without(testRequest),
    body: 'x'.repeat(64 * 1024 + 1),
    headers: { 'Content-Type': 'application/json', ...testRequest.headers },
  }),
  415: (testRequest) => ({ ...without(testRequest), body: '{}', headers: { 'Content-Type': 'text/plain' } }),
  422: (testRequest) => ({ ...testRequest, json: {} }),
  429: (testRequest) => ({
    ...testRequest,
    settings: { READ_BURST: { limit: async () => ({ success: false }) } },
  }),
  // Nothing is taken from senders of whom Cloudflare does not say the address.
  503: (testRequest, { path }) =>
    /^\/v1\/(?:submissions|lookup)/.test(path)
      ? { ...testRequest, from: '' }
      : { ...testRequest, settings: { PUBLIC_URL: '' } },
}

const without = ({ json: _, ...testRequest }: TestRequest): TestRequest => testRequest

/** A request about a submission whose sender is blocked. */
async function blocked(name: string): Promise<TestRequest> {
  const testRequest = (await TAKEN[name]?.()) ?? {}
  const actor = { kind: 'token', token: await maintainer() } as const
  await createRegistry(env.DB).setBlocked(actor, testRequest.part ?? '', true)
  return testRequest
}

/** A maintainer's request about a submission of their own, where there is another maintainer. */
async function ownOf(json: object): Promise<TestRequest> {
  const token = await maintainer()
  await aToken('900000000000000043', 'Ford')
  const answer = await ask({ method: 'POST', path: '/v1/submissions' }, { token, json: addition(aName()) })
  const { reference } = await answer.json<{ reference: string }>()
  return { part: reference, token, json }
}

/** Where the body, or how things stand, has to be another. */
const REFUSED_OTHERWISE: Readonly<Record<string, Case>> = {
  'POST /v1/submissions 403': async () => {
    const from = anAddress()
    const answer = await ask({ method: 'POST', path: '/v1/submissions' }, { from, json: addition(aName()) })
    const { id } = await answer.json<{ id: string }>()
    const actor = { kind: 'token', token: await maintainer() } as const
    await createRegistry(env.DB).setBlocked(actor, id, true)
    return { from, json: addition(aName()) }
  },
  'GET /.well-known/security.txt 404': () => ({ settings: { CONTACT_EMAIL: '' } }),
  'GET /v1/changes 404': () => ({ query: '?slug=not-listed' }),
  'GET /v1/compare 404': () => ({ query: '?a=covid-ct&b=nothing-of-that-kind' }),
  'POST /v1/submissions 404': () => ({
    json: { kind: 'removal', slug: 'not-listed', baseVersion: 1, reason: 'Gone.' },
  }),
  'POST /v1/submissions 409': () => ({ json: addition(aName(), { url: 'https://eurorad.org' }) }),
  'POST /v1/submissions 429': async () => {
    const given = { from: anAddress(), settings: { SUBMISSIONS_PER_DAY: '1' } }
    await ask({ method: 'POST', path: '/v1/submissions' }, { ...given, json: addition(aName()) })
    return { ...given, json: addition(aName()) }
  },
  'PATCH /v1/submissions/{id} 403': () => blocked('PATCH /v1/submissions/{id}'),
  'POST /v1/submissions/{id}/answers 403': () => blocked('POST /v1/submissions/{id}/answers'),
  'POST /v1/submissions/{id}/withdrawal 403': () => blocked('POST /v1/submissions/{id}/withdrawal'),
  'POST /v1/submissions/{id}/decisions 403': () => ownOf({ decision: 'approve', version: 1 }),
  'POST /v1/submissions/{id}/undo 403': () => ownOf({ version: 1 }),
  'PATCH /v1/submissions/{id} 409': async () => ({
    part: (await sent()).id,
    json: { version: 9, reason: 'Late.' },
  }),
  'POST /v1/submissions/{id}/answers 409': async () => ({
    part: (await sent()).id,
    json: { text: 'Unasked.' },
  }),
  'POST /v1/submissions/{id}/withdrawal 409': async () => ({ part: (await decided('reject')).id }),
  'POST /v1/submissions/{id}/decisions 409': async () => ({
    part: (await decided('reject')).id,
    token: await maintainer(),
    json: { decision: 'approve', version: 1 },
  }),
  'GET /v1/resources/{slug}/redactions 400': async () => ({
    part: 'covid-ct',
    token: await maintainer(),
    query: '?version=first',
  }),
  'GET /v1/resources/{slug}/redactions 409': async () => ({ part: 'covid-ct', token: await maintainer() }),
  'POST /v1/resources/{slug}/redactions 409': async () => ({
    part: 'covid-ct',
    token: await maintainer(),
    json: { reason: 'Malware.', versions: 1 },
  }),
  'GET /v1/submissions/{id}/redactions 409': async () => ({
    part: (await sent()).reference,
    token: await maintainer(),
  }),
  'POST /v1/submissions/{id}/redactions 409': async () => ({
    part: (await sent()).reference,
    token: await maintainer(),
    json: { reason: 'A patient.', versions: 2 },
  }),
  'POST /v1/candidates/{id}/decisions 409': async () => {
    const part = await offered()
    const token = await maintainer()
    const actor = { kind: 'token', token } as const
    await createRegistry(env.DB).declineCandidate(actor, Number(part), 'Not imaging.')
    return { part, token, json: { decision: 'take_up' } }
  },
  'POST /v1/submissions/{id}/undo 409': async () => ({
    part: (await sent()).id,
    token: await maintainer(),
    json: { version: 1 },
  }),
}

export async function refused(operation: Documented, status: number): Promise<TestRequest> {
  const own = REFUSED_OTHERWISE[`${operation.name} ${status}`]
  if (own) return own()
  const change = REFUSED[status]
  if (!change) throw new Error(`${operation.name} ${status} has no case.`)
  return change(await taken(operation), operation)
}
