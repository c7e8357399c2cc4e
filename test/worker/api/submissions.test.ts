import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { addition, rows } from '../registry/submissions.ts'
import { anAddress, aToken, call, read, requestOf, type Sent } from './requests.ts'

let anna = ''
let bert = ''

beforeAll(async () => {
  anna = await aToken('900000000000000001', 'Anna')
  bert = await aToken('900000000000000002', 'Bert')
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Sends an addition in; gives the submission. */
async function sent(name: string, given: Sent = {}) {
  const answer = await call('POST /submissions', { json: addition(name), ...given })
  expect(answer.status).toBe(201)
  return answer.json<{ id: string; reference: string }>()
}

/** What a request was refused with: always a problem of RFC 9457. */
async function problem(what: string | Promise<Response>, given: Sent = {}) {
  const answer = await (typeof what === 'string' ? call(what, given) : what)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  const body = await read(answer)
  expect(body).toMatchObject({
    type: 'about:blank',
    title: expect.any(String),
    status: answer.status,
    detail: expect.stringMatching(/\.$/),
    requestId: expect.stringMatching(/^[0-9a-f]{8}$/),
  })
  return { status: answer.status, code: body.code, headers: answer.headers, body }
}

const fields = (body: Record<string, unknown>) => {
  const problems = body.problems as { field: string; problem: string }[]
  for (const { problem } of problems) expect(problem).toMatch(/^[A-Z].*\.$/)
  return problems.map(({ field }) => field)
}

describe('a submission over HTTP', () => {
  it.each([
    ['data.example.org/one', 'https://data.example.org/one'],
    ['<https://data.example.org/two>', 'https://data.example.org/two'],
    ['https://аррӏе.com', 'https://xn--80ak6aa92e.com'],
  ])('with the address %s keeps %s', async (url, kept) => {
    const { resource, ...rest } = addition(kept)
    const evidence = [
      { field: 'license', value: 'MIT', source: `see ${kept.replace('xn--80ak6aa92e', 'аррӏе')}` },
    ]
    const answer = await call('POST /submissions', {
      json: { ...rest, resource: { ...resource, url, formerUrls: [url] }, evidence },
    })
    expect(answer.status).toBe(201)
    expect(await read(answer)).toMatchObject({
      resource: { url: kept, formerUrls: [kept] },
      evidence: [{ source: `see ${kept}` }],
    })
  })

  it('is taken in with 201, and is to be found at its Location', async () => {
    const answer = await call('POST /submissions', { json: addition('One') })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Content-Type')).toContain('application/json')
    const submission = await read(answer)
    expect(submission).toMatchObject({ kind: 'addition', state: 'pending', version: 1 })
    expect(submission.id).toMatch(/^[0-9a-z]{26}$/)
    const location = answer.headers.get('Location') ?? ''
    expect(location).toBe(`/v1/submissions/${submission.id}`)
    const found = await call(`GET ${location.slice(3)}`)
    expect(found.status).toBe(200)
    expect(found.headers.get('Cache-Control')).toBe('no-store')
    expect(await read(found)).toEqual(submission)
  })

  it('goes from addition by question, answer, edit and approval to the list and back', async () => {
    const json = { ...addition('Journey'), submitter: { name: 'Jo', contact: 'jo@data.org' } }
    const { id, reference } = await sent('Journey', { json })
    const path = `/submissions/${id}`
    const queue = await read(await call('GET /submissions?state=pending&limit=100', { token: anna }))
    expect(queue.items).toContainEqual(expect.objectContaining({ reference }))

    const review = await call(`GET /submissions/${reference}/review`, { token: anna })
    expect(review.headers.get('Cache-Control')).toBe('no-store')
    expect(await read(review)).toMatchObject({ submitter: { contact: 'jo@data.org' }, isOwn: false })

    const question = { decision: 'ask', reason: 'Which licence?' }
    const asked = await call(`POST ${path}/decisions`, { token: anna, json: question })
    expect(asked.status).toBe(200)
    expect(await read(await call(`GET ${path}`))).toMatchObject({ state: 'asked', version: 2 })

    const answered = await call(`POST ${path}/answers`, { json: { text: 'CC BY 4.0' } })
    expect(answered.status).toBe(200)
    expect(await read(answered)).toMatchObject({ id, state: 'pending', version: 3 })

    const json2 = { version: 3, resource: { name: 'Journey data', availability: { ct: 'yes' } } }
    const edited = await call(`PATCH ${path}`, { json: json2 })
    expect(edited.status).toBe(200)
    expect(await read(edited)).toMatchObject({ version: 4, resource: { name: 'Journey data' } })

    const approval = { decision: 'approve', version: 4 }
    const approved = await call(`POST /submissions/${reference}/decisions`, { token: bert, json: approval })
    expect(approved.status).toBe(200)
    expect(await read(approved)).toMatchObject({ state: 'approved', version: 5, slug: 'journey-data' })

    const undone = await call(`POST /submissions/${reference}/undo`, { token: anna, json: { version: 5 } })
    expect(undone.status).toBe(200)
    expect(await read(undone)).toMatchObject({ state: 'pending', version: 6 })

    const withdrawn = await call(`POST ${path}/withdrawal`)
    expect(withdrawn.status).toBe(200)
    expect(await read(withdrawn)).toMatchObject({ state: 'withdrawn', version: 7 })

    const answer = await call('GET /changes?slug=journey-data')
    const text = await answer.text()
    expect(text).not.toContain('jo@data.org')
    expect(JSON.parse(text)).toMatchObject({
      items: [
        { action: 'removed', version: 2, submission: reference, before: { status: 'unknown' } },
        { action: 'added', version: 1, submission: reference, after: { name: 'Journey data' } },
      ],
      nextCursor: null,
    })
  })

  it('sent again with its Idempotency-Key gives 201 and the same body', async () => {
    const given = { json: addition('Key'), headers: { 'Idempotency-Key': 'key-1' }, from: anAddress() }
    const first = await call('POST /submissions', given)
    const again = await call('POST /submissions', given)
    expect(again.status).toBe(201)
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(await again.text()).toBe(await first.text())
  })

  it('is refused where its Idempotency-Key came with another', async () => {
    const common = { headers: { 'Idempotency-Key': 'key-2' }, from: anAddress() }
    await sent('Key two', { ...common, json: addition('Key two') })
    expect(await problem('POST /submissions', { ...common, json: addition('Key three') })).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    })
  })

  it('with the Idempotency-Key of a stranger is told nothing of theirs, and holds up nobody', async () => {
    const common = { headers: { 'Idempotency-Key': 'key-3' } }
    const json = addition('Key of another')
    const first = await sent('Key of another', { ...common, json })
    const copied = await problem('POST /submissions', { ...common, json })
    expect(copied).toMatchObject({ status: 409, code: 'duplicate_submission' })
    expect(JSON.stringify(copied.body)).not.toContain(first.id)
    const own = await call('POST /submissions', { ...common, json: addition('Key of my own') })
    expect(own.status).toBe(201)
  })

  it.each(['', 'x'.repeat(201), 'schlüssel'])('is refused with the Idempotency-Key “%s”', async (key) => {
    const refused = await problem('POST /submissions', {
      headers: { 'Idempotency-Key': key },
      json: addition('Bad key'),
    })
    expect(refused).toMatchObject({ status: 400, code: 'malformed' })
    expect(fields(refused.body)).toEqual(['Idempotency-Key'])
  })

  it('of a listed address is refused, naming the resource', async () => {
    const json = addition('Another', { url: 'https://eurorad.org' })
    const { status, code, body } = await problem('POST /submissions', { json })
    expect({ status, code, slug: body.slug }).toEqual({
      status: 409,
      code: 'duplicate_resource',
      slug: 'eurorad',
    })
  })

  it('of an address that waits is refused', async () => {
    await sent('Waits')
    expect(await problem('POST /submissions', { json: addition('Waits') })).toMatchObject({
      status: 409,
      code: 'duplicate_submission',
    })
  })

  it('from a version that is not the latest is refused', async () => {
    const json = { kind: 'removal', slug: 'covid-ct', baseVersion: 7, reason: 'Gone.' }
    expect(await problem('POST /submissions', { json })).toMatchObject({
      status: 409,
      code: 'stale_version',
      body: { slug: 'covid-ct' },
    })
    const { id } = await sent('Stale')
    const edit = { version: 9, reason: 'Late.' }
    expect(await problem(`PATCH /submissions/${id}`, { json: edit })).toMatchObject({
      status: 409,
      code: 'stale_version',
    })
  })

  it('about nothing that is listed is refused', async () => {
    const json = { kind: 'removal', slug: 'nothing', baseVersion: 1, reason: 'Gone.' }
    expect(await problem('POST /submissions', { json })).toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('a body', () => {
  const send = (body: BodyInit, type = 'application/json') =>
    problem('POST /submissions', { body, headers: { 'Content-Type': type } })

  it.each(['', '{', '{"kind":', 'kind=addition'])('of “%s” is malformed', async (body) => {
    expect(await send(body)).toMatchObject({ status: 400, code: 'malformed' })
  })

  it('that is no UTF-8 is malformed', async () => {
    expect(await send(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ status: 400, code: 'malformed' })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
  ])('as %s is of an unsupported type', async (type) => {
    expect(await send('{}', type)).toMatchObject({ status: 415, code: 'unsupported_media_type' })
  })

  it('may name its charset', async () => {
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' }
    const body = JSON.stringify(addition('Charset'))
    expect((await call('POST /submissions', { body, headers })).status).toBe(201)
  })

  it('of 64 KiB is read, one byte more is too large', async () => {
    expect((await send(`"${'x'.repeat(64 * 1024 - 2)}"`)).status).toBe(422)
    expect(await send(`"${'x'.repeat(64 * 1024 - 1)}"`)).toMatchObject({ status: 413, code: 'too_large' })
  })

  it('that streams on and on is cut off', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(0x20)),
    })
    const refused = await send(body)
    expect(refused.status).toBe(413)
    expect(refused.headers.get('Cache-Control')).toBe('no-store')
  })

  it.each([
    ['null', 'null', ['body']],
    ['a list', '[]', ['body']],
    ['an empty object', '{}', ['kind']],
    ['of an unknown kind', '{"kind":"praise"}', ['kind']],
    ['without anything', '{"kind":"addition"}', ['resource']],
    [
      'wrong everywhere',
      JSON.stringify({
        kind: 'addition',
        resource: { name: '', url: 5, home: 1, availability: { ct: 'maybe', pet: 'yes' } },
        evidence: [{ field: 'colour', source: 'x', asOf: 'May 2020' }],
        __proto_: 1,
      }),
      [
        'resource.name',
        'resource.url',
        'resource.organization',
        'resource.availability.ct',
        'resource.availability.pet',
        'resource.home',
        'evidence.0.field',
        'evidence.0.asOf',
        '__proto_',
      ],
    ],
    [
      'a correction of nothing in particular',
      JSON.stringify({ kind: 'correction', slug: 'No Slug', baseVersion: 0, changes: [] }),
      ['slug', 'baseVersion', 'changes', 'reason'],
    ],
    [
      'too long and too many',
      JSON.stringify({
        kind: 'removal',
        slug: 'x',
        baseVersion: 1.5,
        reason: 'x'.repeat(1001),
        evidence: Array(21).fill({ field: 'name', source: 'x' }),
      }),
      ['baseVersion', 'reason', 'evidence'],
    ],
    [
      'of hostile texts',
      JSON.stringify(addition('Evil\u202Ename', { url: 'javascript:alert(1)' })),
      ['resource.name', 'resource.url'],
    ],
    [
      'wrong in shape and in texts',
      JSON.stringify({
        ...addition('', { url: 'javascript:alert(1)', organization: '\u200b' }),
        evidence: [null, { field: 'name', source: 'Evil\u202Etext' }],
        submitter: { name: 7, contact: '\u202E' },
      }),
      [
        'resource.name',
        'resource.url',
        'resource.organization',
        'evidence.0',
        'evidence.1.source',
        'submitter.name',
        'submitter.contact',
      ],
    ],
    [
      'a correction with nothing sound in it',
      JSON.stringify({
        kind: 'correction',
        slug: 'x',
        baseVersion: 1,
        changes: { name: 5 },
        reason: '\u202E',
      }),
      ['changes.name', 'reason'],
    ],
  ])('that is %s is refused, naming every field at fault', async (_, body, expected) => {
    const refused = await send(body)
    expect(refused).toMatchObject({ status: 422, code: 'invalid' })
    expect(fields(refused.body).sort()).toEqual([...expected].sort())
  })
})

describe('who may', () => {
  it('see a submission is who has its id, or a maintainer; by the reference, without the id', async () => {
    const { id, reference } = await sent('Seen')
    expect((await problem(`GET /submissions/${reference}`)).status).toBe(404)
    expect((await problem(`GET /submissions/${'0'.repeat(26)}`)).status).toBe(404)
    const seen = await read(await call(`GET /submissions/${reference}`, { token: anna }))
    expect(seen).toMatchObject({ reference })
    expect(JSON.stringify(seen)).not.toContain(id)
  })

  const FOR_MAINTAINERS = [
    ['GET', '/submissions?state=pending', undefined],
    ['GET', '/submissions/ID/review', undefined],
    ['POST', '/submissions/ID/decisions', { decision: 'approve', version: 1 }],
    ['POST', '/submissions/ID/undo', { version: 1 }],
  ] as const

  it.each(FOR_MAINTAINERS)('%s %s is a maintainer with a token', async (method, path, json) => {
    const { id } = await sent(`For maintainers: ${method} ${path}`)
    const what = `${method} ${path.replace('ID', id)}`
    for (const token of [undefined, 'x', 'crm-1-aaaaaaaaaaaaaaaaaaaaaaaaaa', `${anna}0`]) {
      const refused = await problem(what, { json, ...(token !== undefined && { token }) })
      expect(refused).toMatchObject({ status: 401, code: 'unauthenticated' })
      expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer')
    }
  })

  it('do nothing more is a maintainer who was removed', async () => {
    const clara = await aToken('900000000000000003', 'Clara')
    expect((await call('GET /submissions', { token: clara })).status).toBe(200)
    await rows(
      "update maintainers set removed_at = '2026-01-01', token_hash = null where token_hash is not null and person_id = (select id from people where name = 'Clara')",
    )
    expect((await problem('GET /submissions', { token: clara })).status).toBe(401)
  })

  it.each([
    'Bearer',
    'Bearer ',
    'Basic eDp5',
    'Bearer a b',
  ])('be told by the Authorization “%s” is nobody', async (header) => {
    const refused = await problem('POST /submissions', {
      json: addition('Malformed'),
      headers: { Authorization: header },
    })
    expect(refused).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  it('send nothing more in is who was blocked', async () => {
    const { reference } = await sent('By a maintainer', { json: addition('By a maintainer'), token: bert })
    const setBlocked = (blocked: boolean) =>
      createRegistry(env.DB).setBlocked({ kind: 'token', token: anna }, reference, blocked)
    await setBlocked(true)
    const refused = await problem('POST /submissions', { json: addition('Blocked'), token: bert })
    expect(refused).toMatchObject({ status: 403, code: 'forbidden' })
    await setBlocked(false)
    await sent('Unblocked', { json: addition('Unblocked'), token: bert })
  })
})

describe('a decision', () => {
  it('made already is told with who made it, unless its Idempotency-Key repeats', async () => {
    const { reference } = await sent('Decided')
    const decide = (token: string, key: string) =>
      call(`POST /submissions/${reference}/decisions`, {
        token,
        json: { decision: 'reject', reason: 'Not about COVID-19.' },
        headers: { 'Idempotency-Key': key },
      })
    const first = await decide(anna, 'first')
    expect(first.status).toBe(200)
    const again = await decide(anna, 'first')
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(await first.text())
    const refused = await problem(decide(bert, 'second'))
    expect(refused).toMatchObject({ status: 409, code: 'already_decided' })
    expect(refused.body.detail).toMatch(/^Anna already rejected this/)
  })

  it('made already is told to who sent it in without the name of who made it', async () => {
    const { id, reference } = await sent('Decided by somebody')
    const rejection = { decision: 'reject', reason: 'Not about COVID-19.' }
    await call(`POST /submissions/${reference}/decisions`, { token: anna, json: rejection })
    const refused = await problem(`PATCH /submissions/${id}`, { json: { version: 2, reason: 'Late.' } })
    expect(refused).toMatchObject({ status: 409, code: 'already_decided' })
    expect(refused.body.detail).toMatch(/^A maintainer already rejected this/)
    expect(JSON.stringify(refused.body)).not.toContain('Anna')
  })

  it('to approve names the version that was read', async () => {
    const { id, reference } = await sent('Good data')
    await call(`PATCH /submissions/${id}`, { json: { version: 1, resource: { name: 'Buy pills' } } })
    const approve = (version?: number) =>
      problem(`POST /submissions/${reference}/decisions`, {
        token: anna,
        json: { decision: 'approve', ...(version !== undefined && { version }) },
      })
    const unseen = await approve()
    expect(unseen).toMatchObject({ status: 422, code: 'invalid' })
    expect(fields(unseen.body)).toEqual(['version'])
    expect(await approve(1)).toMatchObject({ status: 409, code: 'stale_version' })
    expect(await read(await call(`GET /submissions/${id}`))).toMatchObject({ state: 'pending' })
  })

  it('without its words is refused', async () => {
    const { reference } = await sent('Wordless')
    const refused = await problem(`POST /submissions/${reference}/decisions`, {
      token: anna,
      json: { decision: 'reject' },
    })
    expect(refused).toMatchObject({ status: 422, code: 'invalid' })
    expect(fields(refused.body)).toEqual(['reason'])
  })

  it('that is none, or undone before it is made, is refused', async () => {
    const { reference } = await sent('Undecided')
    const path = `/submissions/${reference}`
    const refused = await problem(`POST ${path}/decisions`, { token: anna, json: { decision: 'praise' } })
    expect(fields(refused.body)).toEqual(['decision'])
    expect(await problem(`POST ${path}/undo`, { token: anna, json: { version: 1 } })).toMatchObject({
      status: 409,
      code: 'conflict',
    })
    expect(fields((await problem(`POST ${path}/undo`, { token: anna, json: {} })).body)).toEqual(['version'])
  })
})

describe('the list of submissions', () => {
  it('comes in pages, each beginning where the one before ended', async () => {
    for (let i = 0; i < 5; i++) await sent(`Page ${i}`)
    const seen: string[] = []
    let next = ''
    do {
      const page = await call(`GET /submissions?limit=2${next}`, { token: anna })
      expect(page.headers.get('Cache-Control')).toBe('no-store')
      const { items, nextCursor } = await page.json<{
        items: { reference: string }[]
        nextCursor: string | null
      }>()
      expect(items.length).toBeLessThanOrEqual(2)
      seen.push(...items.map((item) => item.reference))
      next = nextCursor === null ? '' : `&cursor=${nextCursor}`
    } while (next)
    const all = await rows<{ reference: string }>(
      "select reference from submissions where state = 'pending' order by id",
    )
    expect(seen).toEqual(all.map((row) => row.reference))
  })

  it('has no ids in it, which are for who sent them', async () => {
    const { id } = await sent('Secret')
    const text = await (await call('GET /submissions?limit=100', { token: anna })).text()
    expect(text).toContain('Secret')
    expect(text).not.toContain(id)
  })

  it.each([
    ['/submissions?state=open', ['state']],
    ['/submissions?limit=0&cursor=1', ['limit']],
    ['/submissions?limit=101', ['limit']],
    ['/submissions?limit=1e1', ['limit']],
    ['/submissions?limit=1&limit=2', ['limit']],
    ['/submissions?colour=red&size=5', ['colour', 'size']],
    ['/submissions?cursor=MTI', ['cursor']],
    ['/submissions?cursor=%F0%9F%A6%A0', ['cursor']],
    ['/changes?slug=No%20slug&page=2', ['slug', 'page']],
    ['/changes?cursor=x', ['cursor']],
  ])('asked for as %s is refused, naming the parameters', async (path, expected) => {
    const refused = await problem(`GET ${path}`, { token: anna })
    expect(refused).toMatchObject({ status: 400, code: 'malformed' })
    expect(fields(refused.body).sort()).toEqual([...expected].sort())
  })

  it('takes no cursor that was tampered with, or is of another list', async () => {
    const { nextCursor } = await read(await call('GET /submissions?limit=1', { token: anna }))
    const cursor = String(nextCursor)
    const swapped = cursor.startsWith('M') ? `N${cursor.slice(1)}` : `M${cursor.slice(1)}`
    for (const query of [`cursor=${swapped}`, `cursor=${cursor}=`, `state=asked&cursor=${cursor}`])
      expect(fields((await problem(`GET /submissions?${query}`, { token: anna })).body)).toEqual(['cursor'])
  })
})

describe('the changes', () => {
  it('are public, latest first, in pages', async () => {
    const answer = await call('GET /changes?limit=3')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const first = await answer.json<{ items: { sequence: number }[]; nextCursor: string }>()
    const second = await (await call(`GET /changes?limit=100&cursor=${first.nextCursor}`)).json<{
      items: { sequence: number }[]
      nextCursor: string | null
    }>()
    const sequences = [...first.items, ...second.items].map((item) => item.sequence)
    expect(sequences).toEqual([...sequences].sort((a, b) => b - a))
    expect(sequences.at(-1)).toBe(1)
    expect(second.nextCursor).toBeNull()
  })

  it('of one resource are its own', async () => {
    const { items } = await read(await call('GET /changes?slug=eurorad'))
    expect(items).toMatchObject([{ slug: 'eurorad', name: 'eurorad.org', action: 'added', version: 1 }])
  })
})

describe('limits', () => {
  it('let five through in a minute from one address, and ask the sixth to wait', async () => {
    const from = anAddress()
    const answers: Response[] = []
    // The count begins anew with each minute of the clock, so there may be five of the one before.
    for (let n = 1; n <= 11 && answers.at(-1)?.status !== 429; n++)
      answers.push(await call('POST /submissions', { json: addition(`Burst ${n}`), from }))
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    const last = answers.at(-1)
    if (!last) throw new Error('Nothing was sent.')
    const refused = await problem(Promise.resolve(last))
    expect(refused).toMatchObject({ status: 429, code: 'rate_limited' })
    expect(refused.headers.get('Retry-After')).toBe('60')
    await sent('Burst over', { json: addition('Burst over'), from, token: anna })
  })

  /** Of so many; the count begins anew with each minute of the clock. */
  const expectABurst = (statuses: readonly number[], taken: number) => {
    const count = statuses.filter((status) => status === taken).length
    expect(count).toBeGreaterThanOrEqual(5)
    expect(count).toBeLessThanOrEqual(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(statuses.length - count)
  }

  it('count all addresses of one /64 as one', async () => {
    const statuses: number[] = []
    for (let n = 1; n <= 14; n++) {
      const from = `2001:db8:ffff:1::${n}`
      statuses.push((await call('POST /submissions', { json: addition(`Household ${n}`), from })).status)
    }
    expectABurst(statuses, 201)
  })

  it('hold the edits of one submission, from wherever they are sent', async () => {
    const { id } = await sent('Edited often')
    const statuses: number[] = []
    for (let n = 1; n <= 30; n++) {
      const version = statuses.filter((status) => status === 200).length + 1
      const json = { version, resource: { name: `Edited ${n}` } }
      statuses.push((await call(`PATCH /submissions/${id}`, { json })).status)
    }
    expectABurst(statuses, 200)
  })

  it('hold an address to SUBMISSIONS_PER_DAY, and say when there will be more', async () => {
    // The day does not end meanwhile.
    vi.useFakeTimers({ now: Date.parse('2026-11-20T12:00:00Z'), toFake: ['Date'] })
    const from = anAddress()
    const send = (name: string) =>
      app.request('/v1/submissions', requestOf('POST', { json: addition(name), from }), {
        ...env,
        SUBMISSIONS_PER_DAY: '1',
      })
    expect((await send('Day one')).status).toBe(201)
    const refused = await problem(Promise.resolve(send('Day two')))
    expect(refused).toMatchObject({ status: 429, code: 'rate_limited' })
    expect(refused.headers.get('Retry-After')).toBe('43200')
    expect(refused.body.retryAfter).toBe(43_200)
  })

  it.each(['0', '-1', '2.5', 'many'])('of “%s” a day are complained of and not kept', async (perDay) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await app.request(
      '/v1/submissions',
      requestOf('POST', { json: addition(`A day: ${perDay}`) }),
      { ...env, SUBMISSIONS_PER_DAY: perDay },
    )
    expect(answer.status).toBe(201)
    expect(String(log.mock.calls[0])).toContain('SUBMISSIONS_PER_DAY')
  })
})

describe('a route', () => {
  it.each([
    ['DELETE /submissions', 'GET, HEAD, OPTIONS, POST'],
    ['POST /submissions/x', 'GET, HEAD, OPTIONS, PATCH'],
    ['GET /submissions/x/answers', 'OPTIONS, POST'],
    ['PUT /submissions/x/withdrawal', 'OPTIONS, POST'],
    ['GET /submissions/x/decisions', 'OPTIONS, POST'],
    ['GET /submissions/x/undo', 'OPTIONS, POST'],
    ['POST /submissions/x/review', 'GET, HEAD, OPTIONS'],
    ['POST /changes', 'GET, HEAD, OPTIONS'],
  ])('that has no %s says what it has', async (what, allow) => {
    const refused = await problem(what)
    expect(refused).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(refused.headers.get('Allow')).toBe(allow)
  })

  it.each([
    'GET /',
    'GET /nothing',
    'POST /submissions/x/praise',
  ])('that is not there, %s, is a problem too', async (what) => {
    expect(await problem(what)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('may be called by pages from anywhere, refusals included', async () => {
    const preflight = await call('OPTIONS /submissions', {
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS, POST')
    expect(preflight.headers.get('Allow')).toBe('GET, HEAD, OPTIONS, POST')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key')
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    const refused = await problem('POST /submissions', { body: 'x' })
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(refused.headers.get('Cache-Control')).toBe('no-store')
  })

  it('that breaks tells its request id and nothing else, and logs no secret', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { id } = await sent('Breaks')
    const broken = { ...env, DB: { withSession: () => ({}) } }
    const answer = app.request(`/v1/submissions/${id}`, requestOf('GET', { token: anna }), broken)
    const { status, code, body } = await problem(Promise.resolve(answer))
    expect({ status, code }).toEqual({ status: 500, code: 'internal' })
    expect(body.detail).toBe(`Something went wrong on our side. Request ${body.requestId}.`)
    const line = String(log.mock.calls[0])
    expect(line).toContain(body.requestId)
    expect(line).not.toContain(id)
    expect(line).not.toContain(anna)
  })
})
