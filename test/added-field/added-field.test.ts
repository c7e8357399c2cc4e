// Three fields are added to the list of fields (fields.ts beside this) when the database has long been filled: nothing
// else is changed but the languages, and every door knows them. test/unit/schema/fields.test.ts runs with them too.

import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { reviewCard } from '../../bot/cards/submissions/review-card.ts'
import { german } from '../../bot/languages/german.ts'
import { english } from '../../bot/languages/index.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { readEntries } from '../../worker/cli/entries.ts'
import { importEntry } from '../../worker/cli/importing.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { slash } from '../support/discord.ts'
import { applyReleases } from '../support/releases.ts'
import { aToken, call, read } from '../worker/api/requests.ts'
import { ANNA, STRANGER } from '../worker/registry/submissions.ts'
import { get, idIn, pageOf, post, stamp } from '../worker/web/forms.ts'

const SLUG = 'covid-ct'
const NOTHING = { scanners: [], funding: null, annotator: 'unknown' }
const ADDED = { scanners: ['Siemens Force', 'GE Revolution'], funding: 'A foundation', annotator: 'model' }
const SOURCE = 'https://data.org/readme'

const registry = createRegistry(env.DB)
const text = async (path: string) => (await exports.default.fetch(`https://registry.example${path}`)).text()
const record = async () => read(await call(`GET /resources/${SLUG}`))
let token: string

beforeAll(async () => {
  await applyReleases()
  if (ANNA.kind === 'discord') token = await aToken(ANNA.discordId, ANNA.name)
})

describe('records from before the fields', () => {
  it('say nothing in them', async () => {
    const { items } = await (await call('GET /resources?limit=100')).json<{ items: Resource[] }>()
    expect(items).toHaveLength(46)
    for (const item of items) expect(item).toMatchObject(NOTHING)
  })

  it('are counted as saying nothing of a field that is sought', async () => {
    expect(await read(await call('GET /stats'))).toMatchObject({
      completeness: { scanners: { known: 0, unknown: 46 } },
    })
    expect((await slash('help-wanted')).text).toContain('scanners: for 46')
    expect(await text(`/r/${SLUG}`)).toMatch(/Not recorded<\/dt>.{0,900}scanners/is)
  })
})

describe('the document', () => {
  it.each(Object.keys(ADDED))('describes %s', async (field) => {
    const { components } = await (await call('GET /../openapi.json')).json<{
      components: { schemas: Record<string, { properties: Record<string, { description?: string }> }> }
    }>()
    for (const shape of ['Resource', 'ProposedResource', 'ProposedChanges'])
      expect(components.schemas[shape]?.properties[field]).toBeDefined()
    expect(components.schemas.Resource?.properties[field]?.description).toMatch(/\.$/)
  })
})

describe('a correction that sets them', () => {
  let id: string
  let reference: string

  beforeAll(async () => {
    const { version } = await record()
    const answer = await call('POST /submissions', {
      json: {
        ...{ kind: 'correction', slug: SLUG, baseVersion: version, reason: 'Its README says so.' },
        changes: { ...ADDED, scanners: ['Siemens  Force', 'GE Revolution', 'GE Revolution'] },
        evidence: Object.keys(ADDED).map((field) => ({ field, source: SOURCE, asOf: '2026-10' })),
      },
    })
    expect(answer.status).toBe(201)
    ;({ id, reference } = await answer.json<{ id: string; reference: string }>())
  })

  it('is refused by the name of the field where a text or a value must not be published', async () => {
    const { version } = await record()
    const changes = { scanners: ['force‮', 'm'.repeat(41)], funding: '', annotator: 'nobody' }
    const refused = await call('POST /submissions', {
      json: { kind: 'correction', slug: SLUG, baseVersion: version, reason: 'A test.', changes },
    })
    expect(refused.status).toBe(422)
    const { problems } = await refused.json<{ problems: { field: string }[] }>()
    expect(new Set(problems.map(({ field }) => field.replace(/\.\d+$/, '')))).toEqual(
      new Set(['changes.scanners', 'changes.funding', 'changes.annotator']),
    )
  })

  it('is on the page of its submitter, and on the card of a maintainer in any language', async () => {
    const page = (await pageOf(await get(`/submissions/${id}`))).text
    for (const expected of [
      'Scanners',
      'Siemens Force',
      'Funding',
      'A foundation',
      'Annotated by',
      'a model',
    ])
      expect(page).toContain(expected)
    const review = await registry.reviewSubmission(ANNA, reference)
    expect(JSON.stringify(reviewCard(english, review))).toContain('**Annotated by** **a model**')
    expect(JSON.stringify(reviewCard(german, review))).toContain('**Annotiert von** **ein Modell**')
  })

  it('can be edited in its form', async () => {
    const form = await pageOf(await get(`/submissions/${id}`))
    expect(form.value('scanners')).toBe('Siemens Force\nGE Revolution')
    expect(form.value('funding')).toBe('A foundation')
    expect(form.value('annotator')).toBe('model')
    const sent = await post(`/submissions/${id}/edit`, {
      scanners: 'Siemens Force',
      funding: '',
      annotator: 'physicians',
      reason: 'Its README says so.',
      version: form.value('version') ?? '',
    })
    expect(sent.status).toBe(303)
    const { submission } = await registry.getSubmission(STRANGER, id)
    expect(submission.changes).toEqual({
      ...{ scanners: ['Siemens Force'], annotator: 'physicians' },
      funding: null,
    })
    await call(`PATCH /submissions/${id}`, { json: { version: submission.version, changes: ADDED } })
  })

  it('is approved, and then in the record with its sources', async () => {
    const { submission } = await registry.reviewSubmission(ANNA, reference)
    const decision = { decision: 'approve', version: submission.version }
    const approved = await call(`POST /submissions/${reference}/decisions`, { token, json: decision })
    expect(approved.status).toBe(200)
    expect(await record()).toMatchObject(ADDED)
    expect((await record()).claims).toEqual(
      expect.arrayContaining(
        Object.entries(ADDED).map(([field, value]) => ({
          ...{ field, value, source: SOURCE, asOf: '2026-10', stated: true },
        })),
      ),
    )
  })

  it('is on the page and on the card of the resource, with footnotes', async () => {
    const page = (await pageOf(await get(`/r/${SLUG}`))).text
    expect(page).toMatch(/Scanners\s*Siemens Force, GE Revolution\s*\d/)
    expect(page).toMatch(/Funding\s*A foundation\s*\d/)
    expect(page).toMatch(/Annotated by\s*A model: not checked\s*\d/)
    const card = (await slash('show', { resource: SLUG })).text
    expect(card).toMatch(/\*\*Scanners\*\* Siemens Force, GE Revolution ?[¹²³⁴⁵⁶⁷⁸⁹⁰]/)
    expect(card).toMatch(/\*\*Annotated by\*\* a model: not checked ?[¹²³⁴⁵⁶⁷⁸⁹⁰]/)
    const german = (await slash('show', { resource: SLUG }, { locale: 'de', serverLocale: 'de' })).text
    expect(german).toContain('**Geräte** Siemens Force, GE Revolution')
    expect(german).toContain('**Annotiert von** ein Modell: ungeprüft')
  })

  it('is in the history, in the feed and in the list of changes', async () => {
    expect(await text(`/history?slug=${SLUG}`)).toContain('Scanners')
    const feed = await text('/feed.atom')
    expect(feed).toContain('Scanners added: Siemens Force')
    expect(feed).toContain('Annotated by: not stated → a model')
    const { items } = await (await call(`GET /changes?slug=${SLUG}`)).json<{ items: object[] }>()
    expect(items[0]).toMatchObject({ before: NOTHING, after: ADDED })
    expect((await slash('changes')).text).toContain('Annotated by')
  })

  it.each([
    ['csv', /^slug,.*,scanners,funding,annotator,[\s\S]*"Siemens Force\nGE Revolution",A foundation,model,/],
    ['json', /"scanners":\["Siemens Force","GE Revolution"\],"funding":"A foundation","annotator":"model"/],
    ['ndjson', /"scanners":\["Siemens Force","GE Revolution"\],"funding":"A foundation","annotator":"model"/],
  ])('is in the download as %s', async (suffix, expected) => {
    expect(await text(`/v1/export.${suffix}`)).toMatch(expected)
  })

  it.each(['csv', 'ndjson'])('can be downloaded as %s and brought back', async (suffix) => {
    const whole = await text(`/v1/export.${suffix}`)
    for (const entry of readEntries(`export.${suffix}`, whole))
      expect(await importEntry(registry, entry)).toMatchObject({ outcome: 'unchanged' })
    const other = whole.replace('A foundation', 'A ministry')
    const [changed] = readEntries(`export.${suffix}`, other).filter(({ slug }) => slug === SLUG)
    expect(
      changed?.correction((await read(await call(`GET /resources/${SLUG}`))) as unknown as Resource).fields,
    ).toMatchObject({ funding: 'A ministry' })
  })

  it('can be disputed: what another source says stands beside it', async () => {
    const { version } = await record()
    const evidence = [{ field: 'funding', value: 'A ministry', source: 'https://data.org/paper' }]
    const sent = await call('POST /submissions', {
      json: {
        ...{ kind: 'correction', slug: SLUG, baseVersion: version, reason: 'The paper says so.' },
        ...{ changes: {}, evidence },
      },
    })
    const { reference } = await sent.json<{ reference: string }>()
    await call(`POST /submissions/${reference}/decisions`, {
      token,
      json: { decision: 'approve', version: 1 },
    })
    expect(await record()).toMatchObject({ funding: 'A foundation' })
    expect(await text(`/r/${SLUG}`)).toContain('A ministry')
    expect((await slash('show', { resource: SLUG })).text).toMatch(
      /\*\*Funding\*\* A foundation.* or A ministry/,
    )
  })

  it('is undone', async () => {
    const { submission } = await registry.reviewSubmission(ANNA, reference)
    const undone = await call(`POST /submissions/${reference}/undo`, {
      token,
      json: { version: submission.version },
    })
    expect(undone.status).toBe(200)
    expect(await record()).toMatchObject(NOTHING)
  })
})

describe('the form', () => {
  it('of an addition has an input for each', async () => {
    const fields = { name: 'A new one', url: 'https://annotated.org/data', organization: 'A hospital' }
    const answer = await post('/submit', {
      ...fields,
      ...{ scanners: 'GE Revolution\r\nSiemens Force', funding: 'A ministry', annotator: 'physicians' },
      'evidence.0.source': SOURCE,
      'evidence.0.field': 'scanners',
      stamp: await stamp(),
    })
    expect(answer.status).toBe(303)
    const { submission } = await registry.getSubmission(STRANGER, idIn(answer))
    expect(submission.resource).toMatchObject({
      ...{ scanners: ['GE Revolution', 'Siemens Force'], funding: 'A ministry', annotator: 'physicians' },
    })
    expect(submission.evidence).toContainEqual({ field: 'scanners', source: SOURCE })
    const { slug = '' } = await registry.decideSubmission(ANNA, submission.reference, {
      decision: 'approve',
      version: 1,
    })
    expect(await text(`/history?slug=${slug}`)).toContain('Annotated by')
    expect((await registry.getResource(slug)).record).toMatchObject({ annotator: 'physicians' })
  })

  it('of a report begins with what the record says', async () => {
    const form = await pageOf(await get(`/r/${SLUG}/report`))
    expect(form.value('scanners')).toBe('')
    expect(form.value('annotator')).toBe('unknown')
    expect(form.text).toContain('As in Siemens Force, Canon; one a line.')
  })
})
