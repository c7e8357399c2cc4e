// What was taken down is not read any more, nor clicked: on pages, in formats, in chat, and by whoever kept it.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { MAINTAINER, VISITOR } from '../../discord/protocol/people.ts'
import { visit } from '../../support/discord.ts'
import { get, getText } from '../api/get.ts'
import { aToken, call } from '../api/requests.ts'
import { ANNA, addition, rows, sent } from '../registry/submissions.ts'
import { fieldsOf, read, SETTINGS, type Seat, seat, signedIn } from './maintainer.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
const EVIL = 'https://evil-data.org'
const OAI = { CONTACT_EMAIL: 'contact@registry.example', PUBLIC_URL: 'https://registry.example' }
let anna: Seat
let token = ''

beforeAll(async () => {
  anna = await signedIn(ANNA)
  token = await aToken('900000000000000042', 'Douglas')
  await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
})

const listed = async (name: string) => {
  const { reference } = await sent(registry, {
    ...addition(name, {
      url: `${EVIL}/${name.toLowerCase()}`,
      organization: 'Evil',
      otherUrls: [`${EVIL}/other-${name}`],
      notes: `See ${EVIL}/notes`,
      successor: `${EVIL}/next`,
      versions: [{ label: '1', date: null, url: `${EVIL}/one-${name}`, available: 'yes' }],
    }),
    evidence: [{ field: 'organization', source: `${EVIL}/source` }],
    reason: `It is at ${EVIL}/why`,
  })
  const input = { decision: 'approve', version: 1 } as const
  const { slug = '' } = await registry.decideSubmission(ANNA, reference, input)
  return { reference, slug }
}

const removed = async (name: string) => {
  const one = await listed(name)
  await registry.undoDecision(ANNA, one.reference, 2)
  await registry.decideSubmission(ANNA, one.reference, { decision: 'reject', reason: `Not ${EVIL}` })
  return one
}

/** Addresses that a reader could click on. */
const linksIn = async (answer: Response) =>
  (await read(answer)).elements.flatMap(({ tag, attributes }) =>
    ['a', 'form', 'link'].includes(tag) && (attributes.href ?? attributes.action ?? '').includes(EVIL)
      ? [attributes.href]
      : [],
  )

describe('links of what was removed', () => {
  it('are plain text on its page, in its history and in a preview, also as of an earlier moment', async () => {
    const { slug } = await listed('Wicked')
    const at = new Date().toISOString()
    const paths = [`/r/${slug}`, `/history?slug=${slug}`, '/history', `/compare?a=${slug}&b=covid-ct`]
    const before = await Promise.all(paths.map(async (path) => linksIn(await get(path))))
    expect(before.map((links) => links.length > 0)).toEqual([true, true, true, true])
    const [{ reference }] = (await rows<{ reference: string }>(
      'select reference from submissions limit 1',
    )) as [{ reference: string }]
    await new Promise((resolve) => setTimeout(resolve, 5))
    await registry.undoDecision(ANNA, reference, 2)
    for (const path of [
      ...paths,
      `/r/${slug}?at=${at}`,
      `/history?slug=${slug}&at=${at}`,
      `/compare?a=${slug}&b=covid-ct&at=${at}`,
      '/?status=removed',
    ]) {
      const answer = await get(path)
      expect([path, answer.headers.get('Link')?.includes(EVIL) ?? false]).toEqual([path, false])
      expect([path, await linksIn(answer)]).toEqual([path, []])
    }
    const page = await getText(`/r/${slug}`)
    expect(page).toContain(`${EVIL}/wicked`)
    expect(page).not.toContain('Go to the data')
    for (const path of ['/feed.atom', '/v1/export.md?status=removed'])
      expect((await getText(path)).match(/(href="|\]\()https:\/\/evil/)).toBeNull()
    expect(await (await get(`/v1/resources/${slug}`)).json()).toMatchObject({ url: `${EVIL}/wicked` })
  })

  it('are plain text in chat', async () => {
    const { slug } = await removed('Vile')
    const ada = visit(VISITOR)
    for (const answer of [
      await ada.say('covid-data show', { resource: slug }),
      await ada.say('covid-data changes', { resource: slug }),
      await ada.say('covid-data compare', { a: slug, b: 'covid-ct' }),
    ]) {
      expect(answer.text).toContain('Vile')
      expect(answer.text.match(/\]\(<?https:\/\/evil|<https:\/\/evil|(?<!\\)https:\/\/evil/)).toBeNull()
      expect(Object.values(answer.links).filter((url) => url.includes(EVIL))).toEqual([])
    }
  })

  it('stay links where it was only superseded', async () => {
    const { slug } = await listed('Old')
    await registry.submit(
      ANNA,
      { kind: 'correction', slug, baseVersion: 1, changes: { status: 'superseded' }, reason: 'So.' },
      { door: 'discord' },
    )
    const [last] = await rows<{ reference: string }>(
      'select reference from submissions order by id desc limit 1',
    )
    const douglas = { kind: 'token', token } as const
    await registry.decideSubmission(douglas, last?.reference ?? '', { decision: 'approve', version: 1 })
    expect(await linksIn(await get(`/r/${slug}`))).toContain(`${EVIL}/old`)
    expect((await visit(VISITOR).say('covid-data show', { resource: slug })).text).toContain(`](${EVIL}/old)`)
  })
})

describe('who kept an answer gets the tombstone', () => {
  const FORMS = ['', '.json', '.jsonld', '.ttl', '.croissant.json', '.bib', '.ris', '.csl']
  const EXPORTS = [
    'json',
    'ndjson',
    'csv',
    'excel.csv',
    'bib',
    'ris',
    'csl',
    'jsonld',
    'ttl',
    'md',
    'ndjson.sha256',
  ]

  it('by tag and by date, in every format', async () => {
    const { slug } = await removed('Kept')
    const paths = [
      ...FORMS.map((form) => `/v1/resources/${slug}${form}`),
      ...EXPORTS.map((form) => `/v1/export.${form}?status=removed`),
      '/v1/resources?status=removed',
      `/v1/changes?slug=${slug}`,
      '/v1/references',
      '/v1/lineage',
      '/feed.atom',
      `/history?slug=${slug}`,
      '/?status=removed',
      `/compare.csv?a=${slug}&b=covid-ct`,
    ]
    const later = () => new Promise((resolve) => setTimeout(resolve, 1100))
    await later()
    const kept = await Promise.all(
      paths.map(async (path) => {
        const answer = await get(path, OAI)
        await answer.arrayBuffer()
        return { path, tag: answer.headers.get('ETag'), date: answer.headers.get('Last-Modified') }
      }),
    )
    const again = (headers: (one: (typeof kept)[number]) => Record<string, string>) =>
      Promise.all(
        kept.map(async (one) => {
          const answer = await get(one.path, OAI, { headers: headers(one) })
          const text = await answer.text()
          return [one.path, answer.status, /kept/i.test(text.replaceAll(slug, ''))] as const
        }),
      )
    const byDate = kept.filter(({ date }) => date !== null)
    expect(byDate.length).toBeGreaterThan(20)
    await later()
    await registry.redactResource(ANNA, slug, { reason: 'It served malware.' })
    const tags = await again(({ tag }) => ({ 'If-None-Match': tag ?? '' }))
    // References and lineage have none of its texts.
    expect(tags.filter(([path, status]) => status === 304 && !/references|lineage/.test(path))).toEqual([])
    const dates = await again(({ date }) => (date === null ? {} : { 'If-Modified-Since': date }))
    expect(dates.filter(([, status]) => status === 304)).toEqual([])
    expect([...tags, ...dates].filter(([, , isThere]) => isThere)).toEqual([])
    expect(await getText(`/r/${slug}`)).toContain('[redacted]')
  })

  it('by a harvest or a feed since the redaction', async () => {
    const { slug } = await removed('Harvested')
    await rows(`select 1`)
    const since = async (from: string) =>
      getText(`/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from}`, OAI)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const from = `${new Date().toISOString().slice(0, 19)}Z`
    expect(await since(from)).toContain('noRecordsMatch')
    const { at } = await registry.redactResource(ANNA, slug, { reason: 'It served malware.' })
    expect(await since(from)).toContain(slug)
    expect(await getText('/feed.atom')).toContain(`<updated>${at}</updated>`)
    expect(await getText('/sitemap.xml', OAI)).not.toContain(slug)
  })
})

describe('a maintainer redacts', () => {
  it('on the page, which asks first and wants a reason, without JavaScript', async () => {
    const { slug, reference } = await removed('Paged')
    expect((await read(await seat().get(`/r/${slug}`))).text).not.toContain('Redact')
    expect((await read(await seat().get(`/review/redact?resource=${slug}`))).text).toContain('Sign in')
    const path = `/review/redact?resource=${slug}`
    const open = await anna.get(`/r/${slug}`)
    expect(open.headers.get('Cache-Control')).toBe('no-store')
    expect((await read(open)).elements.some(({ attributes }) => attributes.href === path)).toBe(true)
    const asks = await read(await anna.get(path))
    expect(asks.text).toContain('6 versions')
    expect(asks.text).toContain(reference)
    expect(asks.text).toContain('Everybody can read this')
    const form = fieldsOf(asks.elements, 'redact').filter(([name]) => name !== 'reason')
    const unsaid = await read(await anna.post('/review/redact', [...form, ['reason', ' ']]))
    expect(unsaid.status).toBe(422)
    expect(await getText(`/v1/resources/${slug}`)).toContain('Paged')
    const stale = form.map(([name, value]) => [name, name === 'versions' ? '5' : value] as const)
    const grown = await read(await anna.post('/review/redact', [...stale, ['reason', 'Malware.']]))
    expect([grown.status, grown.text.includes('Malware.')]).toEqual([409, true])
    const done = await anna.post('/review/redact', [...form, ['reason', 'It served malware.']])
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/review/actions?note=redacted'])
    expect((await read(await anna.get('/review/actions'))).text).toContain(
      `Redacted ${slug}It served malware.`,
    )
    expect(await getText(`/v1/resources/${slug}`)).not.toContain('Paged')
  })

  it('an old version of what is listed, chosen from the page', async () => {
    const { slug } = await listed('Versioned')
    const asks = await read(await anna.get(`/review/redact?resource=${slug}`))
    expect([asks.status, asks.text.includes('Version 1 is listed now')]).toEqual([200, true])
    const { sequence = 0 } = (await registry.listChanges({ slug, size: 1 })).items[0] ?? {}
    await registry.revertChange(ANNA, sequence, 1, 'A mistake.')
    const [latest] = (await registry.listChanges({ slug, size: 1 })).items
    await registry.revertChange(ANNA, latest?.sequence ?? 0, 2, 'None.')
    const again = await read(await anna.get(`/review/redact?resource=${slug}`))
    const old = again.elements.flatMap(({ attributes: { href } }) =>
      href?.includes('version=') ? [href] : [],
    )
    expect(old).toEqual([2, 1].map((version) => `/review/redact?resource=${slug}&amp;version=${version}`))
    const one = await read(await anna.get((old[1] ?? '').replace('&amp;', '&')))
    await anna.post('/review/redact', [
      ...fieldsOf(one.elements, 'redact').filter(([name]) => name !== 'reason'),
      ['reason', 'Names a patient.'],
    ])
    const actions = await registry.listActions(ANNA, { size: 1 })
    expect(actions.items).toMatchObject([{ action: 'redact', version: 1, subject: { key: slug } }])
  })

  it('a submission, from its page and over HTTP', async () => {
    const { reference } = await sent(registry, addition('Patient 77'))
    expect((await read(await anna.get(`/review/${reference}`))).text).not.toContain('Redact')
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    const page = await read(await anna.get(`/review/${reference}`))
    expect(page.elements.map(({ attributes }) => attributes.href)).toContain(
      `/review/redact?submission=${reference}`,
    )
    const path = `/submissions/${reference}/redactions`
    const preview = await call(`GET ${path}`, { token })
    expect(preview.headers.get('Cache-Control')).toBe('no-store')
    const { versions } = await preview.json<{ versions: number }>()
    expect(versions).toBe(2)
    const answer = await call(`POST ${path}`, { token, json: { reason: 'Names a patient.', versions } })
    expect(await answer.json()).toEqual({ versions: 2, at: expect.any(String) })
    expect(JSON.stringify(await registry.getSubmission(ANNA, reference))).not.toContain('Patient 77')
    const listed = await (await call('GET /maintainer-actions?limit=1', { token })).json()
    expect(listed).toMatchObject({ items: [{ action: 'redact', reason: 'Names a patient.' }] })
  })

  it('in chat, by a card that says what goes and a form that wants a reason', async () => {
    const { slug } = await removed('Chatted')
    const ada = visit(VISITOR)
    expect((await ada.say('covid-review redact', { resource: slug })).text).not.toContain('Goes')
    const mai = visit(MAINTAINER)
    expect((await mai.say('covid-review redact', {})).text).toContain('Name a data set or a submission.')
    expect((await mai.say('covid-review redact', { resource: 'covid-ct' })).text).toContain('is listed now')
    const card = await mai.say('covid-review redact', { resource: slug })
    expect(card.ephemeral).toBe(true)
    expect(card.text).toContain('in 6 versions')
    expect(card.text).toContain('Nobody can undo this.')
    await mai.press('Redact and say why')
    const done = await mai.fill({ reason: 'It served malware.' })
    expect(done.text).toContain('Redacted: 6 versions.')
    expect((await visit(VISITOR).say('covid-data changes', { resource: slug })).text).toContain(
      'It served malware.',
    )
    const deutsch = visit(MAINTAINER, undefined, { locale: 'de' })
    expect((await deutsch.say('covid-review redact', {})).text).toContain('Nenne einen Datensatz')
  })

  it('and the cache before the Worker is emptied', async () => {
    const { slug } = await removed('Cached')
    let purges = 0
    const executionCtx = {
      waitUntil() {},
      passThroughOnException() {},
      props: {},
      cache: {
        purge: async () => {
          purges += 1
          return { success: true, errors: [] }
        },
      },
    }
    const { app } = await import('../../../worker/app.ts')
    const answer = await app.request(
      `https://registry.example/v1/resources/${slug}/redactions`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'CF-Connecting-IP': '203.0.113.9',
        },
        body: JSON.stringify({ reason: 'Malware.', versions: 6 }),
      },
      SETTINGS,
      executionCtx as unknown as ExecutionContext,
    )
    expect([answer.status, purges]).toEqual([200, 1])
  })
})
