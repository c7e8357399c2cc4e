import { env } from 'cloudflare:workers'
import { parseAtomFeed } from 'feedsmith'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Submission, SubmissionInput } from '../../../schema/record/submission.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { textOf } from '../api/get.ts'
import { addition, STRANGER } from '../registry/submissions.ts'
import { get, idIn, pageOf, post, stamp } from './forms.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 1000 })
let maintainer: Actor

beforeAll(async () => {
  const { token } = await registry.addMaintainer('console', '900000000000000079', 'Mai')
  maintainer = { kind: 'token', token }
})
afterEach(() => vi.restoreAllMocks())

let names = 0
const sent = async (input: SubmissionInput = addition(`Followed ${++names}`)): Promise<Submission> =>
  (await registry.submit(STRANGER, input, { door: 'web' })).submission
const now = async (id: string) => (await registry.getSubmission(STRANGER, id)).submission
const ask = (id: string, reason = 'Which licence?') =>
  registry.decideSubmission(maintainer, id, { decision: 'ask', reason })

const correction = (slug: string, baseVersion = 1): SubmissionInput => ({
  kind: 'correction',
  slug,
  baseVersion,
  changes: { organization: 'Someone else', availability: { mrt: 'yes' } },
  reason: 'So says their imprint.',
  evidence: [{ field: 'organization', source: 'https://data.org/imprint', asOf: '2026-11' }],
})

/** What its edit form sends when nothing is typed. */
async function editFields(id: string): Promise<Record<string, string>> {
  const page = await pageOf(await get(`/submissions/${id}`))
  const names = page.elements.flatMap(({ tag, attributes: { name } }) =>
    ['input', 'select', 'textarea'].includes(tag) && name !== undefined && name !== 'text' ? [name] : [],
  )
  return Object.fromEntries([...new Set(names)].map((name) => [name, page.value(name) ?? '']))
}

describe('the page of a submission', () => {
  it('opens to who has its id, and to nobody who has its reference', async () => {
    const { id, reference } = await sent()
    const page = await get(`/submissions/${id}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(page.headers.get('Referrer-Policy')).toBe('same-origin')
    expect(await page.text()).toContain('<meta name="robots" content="noindex"/>')
    for (const key of [reference, reference.toLowerCase(), 'nothing', '00000000000000000000000000']) {
      const refused = await get(`/submissions/${key}`)
      expect(refused.status).toBe(404)
      expect(await refused.text()).not.toContain(id)
    }
    for (const act of ['answers', 'edit', 'withdrawal'])
      expect((await post(`/submissions/${reference}/${act}`, { text: 'x' })).status).toBe(404)
    expect((await now(id)).state).toBe('pending')
  })

  it('is read in one round trip', async () => {
    const { id } = await sent(correction('eurorad'))
    const { counts, DB } = watchedDatabase(env.DB)
    expect((await get(`/submissions/${id}`, { DB })).status).toBe(200)
    expect(counts.batches).toBe(1)
  })

  it('says once that its address is to be kept', async () => {
    const { id, reference } = await sent()
    const { text } = await pageOf(
      await get(`/submissions/${id}?sent`, { PUBLIC_URL: 'https://covid.example' }),
    )
    expect(text).toContain('Save this link')
    expect(text).toContain(`https://covid.example/submissions/${id}`)
    expect(text).toContain(reference)
    expect((await pageOf(await get(`/submissions/${id}`))).text).not.toContain('Save this link')
  })

  it('is remembered by the browser that sent it, the latest twenty, until it forgets them', async () => {
    const [first, ...more] = await Promise.all(Array.from({ length: 21 }, () => sent()))
    const answer = await post('/submit', {
      ...{ name: 'Remembered', url: 'https://remembered.org', organization: 'A hospital' },
      stamp: await stamp(),
    })
    const id = idIn(answer)
    expect(answer.headers.getSetCookie()).toContain(
      `__Host-sent=${id}; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax`,
    )
    const ids = more.map((one) => one.id)
    const Cookie = `__Host-sent=${[id, 'not-an-id', ...ids, first?.id].join('.')}`
    const { counts, DB } = watchedDatabase(env.DB)
    const list = await get('/submissions', { DB }, { Cookie })
    expect(counts.batches).toBe(0)
    expect(list.headers.get('Cache-Control')).toBe('no-store')
    const { elements, text } = await pageOf(list)
    const links = elements.flatMap(
      ({ attributes: { href = '' } }) => /^\/submissions\/(.+)/.exec(href)?.[1] ?? [],
    )
    expect(links).toHaveLength(20)
    expect(links[0]).toBe(id)
    expect(links).not.toContain(first?.id)
    expect(text).toContain('Remembered')
    expect(text).toContain('Waiting for a maintainer')
    const page = await pageOf(await get(`/submissions/${id}?sent`, {}, { Cookie }))
    expect(page.text).toContain('This browser remembers it')
    expect(page.elements.some(({ attributes }) => attributes['data-copy'] === 'keep-link')).toBe(true)

    const forgotten = await post('/submissions/forgotten', {})
    expect(forgotten.headers.get('Location')).toBe('/submissions')
    expect(forgotten.headers.getSetCookie()).toContain(
      '__Host-sent=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
    expect((await pageOf(await get('/submissions'))).text).toContain('This browser remembers no submission')
    expect((await pageOf(await get(`/submissions/${id}?sent`))).text).not.toContain('This browser remembers')
  })

  it('tells of a correction what it changes, now and after it was approved', async () => {
    const { id } = await sent(correction('coronacases'))
    const waiting = await pageOf(await get(`/submissions/${id}`))
    expect(waiting.text).toMatch(/Organisation\s*Radiology Artificial Intelligence Someone else/)
    expect(waiting.text).toContain('So says their imprint.')
    expect(waiting.text).toContain('https://data.org/imprint, as of 2026-11 (Organisation)')
    await registry.decideSubmission(maintainer, id, { decision: 'approve', version: 1 })
    const approved = await pageOf(await get(`/submissions/${id}`))
    expect(approved.text).toMatch(/Organisation\s*Radiology Artificial Intelligence Someone else/)
    expect(approved.text).toContain('The record is changed.')
    expect(approved.elements.some(({ attributes }) => attributes.href === '/r/coronacases')).toBe(true)
    expect(approved.elements.some(({ tag }) => tag === 'form')).toBe(false)
  })

  it('says why it was not accepted, as it was written', async () => {
    const { id } = await sent()
    await registry.decideSubmission(maintainer, id, {
      decision: 'reject',
      reason: 'No *public* data <there>.',
    })
    const { text } = await pageOf(await get(`/submissions/${id}`))
    expect(text).toContain('Not accepted')
    expect(text).toContain('No *public* data <there>.')
  })

  it('leads to the form of a rejected addition, with what was sent', async () => {
    const { id } = await sent({
      ...addition('Rejected first', {
        license: 'MIT',
        formats: ['PNG'],
        availability: { ct: 'yes' },
        notes: 'Two lines\nof notes.',
      }),
      evidence: [
        { field: 'license', source: 'LICENSE', asOf: '2021' },
        { field: 'formats', source: 'README.md' },
        { field: 'availability.ct', source: 'README.md' },
      ],
    })
    const address = `/submit?again=${id}`
    const hrefs = async () =>
      (await pageOf(await get(`/submissions/${id}`))).elements.map(({ attributes }) => attributes.href)
    expect(await hrefs()).not.toContain(address)
    await registry.decideSubmission(maintainer, id, { decision: 'reject', reason: 'Not now.' })
    expect(await hrefs()).toContain(address)
    const form = await pageOf(await get(address))
    const values = {
      name: 'Rejected first',
      license: 'MIT',
      formats: 'PNG',
      ct: 'yes',
      mrt: 'unknown',
      notes: 'Two lines\nof notes.',
      'evidence.0.source': 'README.md',
      'evidence.1.source': 'LICENSE',
      'evidence.1.asOf': '2021',
      'evidence.1.field': 'license',
    }
    for (const [name, value] of Object.entries(values))
      expect([name, form.value(name)]).toEqual([name, value])
    expect((await get(`/submit?again=${'0'.repeat(26)}`)).status).toBe(404)
  })

  it('leads to the form of a rejected correction, with what was sent over the record as it is now', async () => {
    const { id } = await sent({ ...correction('eurorad'), reason: 'As they say.' })
    await registry.decideSubmission(maintainer, id, { decision: 'reject', reason: 'Not now.' })
    const address = `/r/eurorad/report?again=${id}`
    const page = await pageOf(await get(`/submissions/${id}`))
    expect(page.elements.map(({ attributes }) => attributes.href)).toContain(address)
    const [form, plain] = [await pageOf(await get(address)), await pageOf(await get('/r/eurorad/report'))]
    expect(form.value('organization')).toBe('Someone else')
    expect(form.value('mrt')).toBe('yes')
    expect(form.value('reason')).toBe('As they say.')
    expect(form.value('evidence.0.source')).toBe('https://data.org/imprint')
    for (const name of ['name', 'url', 'ct', 'license', 'formerUrls', 'baseVersion'])
      expect(form.value(name)).toBe(plain.value(name))
  })

  it('leads to the form of a rejected removal', async () => {
    const { id } = await sent({ kind: 'removal', slug: 'eurorad', baseVersion: 1, reason: 'It is gone.' })
    await registry.decideSubmission(maintainer, id, { decision: 'reject', reason: 'It is there.' })
    const form = await pageOf(await get(`/r/eurorad/report?again=${id}`))
    expect([form.value('kind'), form.value('reason')]).toEqual(['removal', 'It is gone.'])
  })

  it('never has its id in a log', async () => {
    const { id } = await sent()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { DB } = watchedDatabase(env.DB, () => {
      throw new Error(`no such row: ${id}`)
    })
    for (const address of [`/submissions/${id}`, `/submit?again=${id}`])
      expect((await get(address, { DB })).status).toBe(500)
    expect(log).toHaveBeenCalledTimes(2)
    expect(log.mock.calls.join()).not.toContain(id)
  })
})

describe('the feed of a submission', () => {
  const feedOf = async (id: string) => {
    const answer = await get(`/submissions/${id}/feed.atom`)
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    return parseAtomFeed(await textOf(answer))
  }

  it('says what became of it, latest first, to its holder alone', async () => {
    const { id, reference } = await sent()
    const first = await feedOf(id)
    expect(first.entries?.map(({ title }) => title?.value)).toEqual(['Sent'])
    await ask(id)
    await registry.answerSubmission(STRANGER, id, 'CC BY 4.0.')
    await registry.decideSubmission(maintainer, id, { decision: 'reject', reason: 'A copy of another.' })
    const feed = await feedOf(id)
    expect(feed.entries?.map(({ title, summary }) => [title?.value, summary?.value])).toEqual([
      ['Not accepted', 'A copy of another.'],
      ['Answer', 'CC BY 4.0.'],
      ['Question', 'Which licence?'],
      ['Sent', undefined],
    ])
    expect(new Set(feed.entries?.map((entry) => entry.id)).size).toBe(4)
    expect(feed.id).toBe(first.id)
    expect((await get(`/submissions/${reference}/feed.atom`)).status).toBe(404)
  })

  it('is offered while something may still become of it', async () => {
    const { id } = await sent()
    const path = `/submissions/${id}/feed.atom`
    const { elements } = await pageOf(await get(`/submissions/${id}`))
    expect(elements.filter(({ attributes }) => attributes.href === path)).toHaveLength(1)
  })
})

describe('a question', () => {
  it('is answered there', async () => {
    const { id } = await sent()
    await ask(id)
    expect((await pageOf(await get(`/submissions/${id}`))).text).toContain('Which licence?')
    const empty = await post(`/submissions/${id}/answers`, { text: ' ' })
    expect(empty.status).toBe(422)
    expect((await pageOf(empty)).error('text')).toBe('This is required.')
    const answer = await post(`/submissions/${id}/answers`, { text: 'CC BY 4.0,\r\nsays the README.' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/submissions/${id}`])
    const { state, thread } = await now(id)
    expect([state, thread.at(-1)?.text]).toEqual(['pending', 'CC BY 4.0,\nsays the README.'])
  })

  it('that was decided upon meanwhile loses no answer', async () => {
    const { id } = await sent()
    await ask(id)
    await registry.decideSubmission(maintainer, id, { decision: 'reject', reason: 'Found it: none.' })
    const late = await post(`/submissions/${id}/answers`, { text: 'CC BY 4.0, after all.' })
    expect(late.status).toBe(409)
    const { text } = await pageOf(late)
    expect(text).toContain('A maintainer already rejected this')
    expect(text).toContain('CC BY 4.0, after all.')
  })
})

describe('an edit', () => {
  it('changes what is typed, and nothing else', async () => {
    const { id } = await sent(
      addition(`Followed ${++names}`, { license: 'MIT', formats: ['PNG'], notes: 'A note.' }),
    )
    const fields = await editFields(id)
    const done = await post(`/submissions/${id}/edit`, {
      ...fields,
      ct: 'yes',
      license: '',
      formats: 'PNG\r\nDICOM',
    })
    expect(done.status).toBe(303)
    const { resource, version } = await now(id)
    expect(version).toBe(2)
    expect(resource).toMatchObject({
      ...{ license: null, formats: ['PNG', 'DICOM'], notes: 'A note.' },
      availability: { ct: 'yes', xray: 'unknown' },
    })
  })

  it('of a correction is laid over what it proposes', async () => {
    const { id } = await sent(correction('radiopaedia'))
    const fields = await editFields(id)
    expect(fields).toMatchObject({
      organization: 'Someone else',
      mrt: 'yes',
      reason: 'So says their imprint.',
    })
    await post(`/submissions/${id}/edit`, {
      ...fields,
      organization: 'Radiopaedia Ltd',
      reason: 'So says page two.',
    })
    const { changes, reason } = await now(id)
    expect({ changes, reason }).toEqual({
      changes: { organization: 'Radiopaedia Ltd', availability: { mrt: 'yes' } },
      reason: 'So says page two.',
    })
  })

  it('comes back with what is wrong, and with what was typed', async () => {
    const { id } = await sent()
    const fields = await editFields(id)
    const wrong = await post(`/submissions/${id}/edit`, { ...fields, url: 'nowhere', notes: 'Typed.' })
    expect(wrong.status).toBe(422)
    const page = await pageOf(wrong)
    expect(page.error('url')).toContain('An address begins with')
    expect([page.value('url'), page.value('notes')]).toEqual(['nowhere', 'Typed.'])
    const nothing = await post(`/submissions/${id}/edit`, fields)
    expect((await pageOf(nothing)).text).toContain('Nothing was changed.')
  })

  it('of what was changed meanwhile is to be looked over, and can be sent again', async () => {
    const { id } = await sent()
    const fields = { ...(await editFields(id)), organization: 'Typed here' }
    await registry.editSubmission(maintainer, id, { version: 1, resource: { name: 'Changed meanwhile' } })
    const stale = await post(`/submissions/${id}/edit`, fields)
    expect(stale.status).toBe(409)
    const page = await pageOf(stale)
    expect(page.text).toContain('has changed since you looked')
    expect([page.value('organization'), page.value('version')]).toEqual(['Typed here', '2'])
  })
})

describe('a withdrawal', () => {
  it('ends it for good', async () => {
    const { id } = await sent()
    expect(
      (await post(`/submissions/${id}/withdrawal`, {}, { origin: 'https://elsewhere.example' })).status,
    ).toBe(403)
    expect((await post(`/submissions/${id}/withdrawal`, {})).status).toBe(303)
    expect((await now(id)).state).toBe('withdrawn')
    expect((await post(`/submissions/${id}/withdrawal`, {})).status).toBe(303)
    expect(await now(id)).toMatchObject({ state: 'withdrawn', version: 2 })
  })
})
