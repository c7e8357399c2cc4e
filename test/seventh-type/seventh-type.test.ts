// A data type is added to the vocabulary (vocabulary.ts beside this) when the database has long been filled: nothing is
// migrated, and every door knows it.

import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { cellsCode, cellsRow } from '../../schema/record/values/cells.ts'
import type { Availability } from '../../schema/vocabulary.ts'
import { DATA_TYPE_KEYS } from '../../schema/vocabulary.ts'
import { readEntries } from '../../worker/cli/entries.ts'
import { importEntry } from '../../worker/cli/importing.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { click, slash } from '../support/discord.ts'
import { RELEASE_3 } from '../support/release-files.ts'
import { applyReleases } from '../support/releases.ts'
import { call } from '../worker/api/requests.ts'
import { ANNA, addition, rows, sent } from '../worker/registry/submissions.ts'

/** A cell that the types of the six do not know. */
const pet = (value: Availability) => ({ pet: value }) as object
const registry = createRegistry(env.DB)

const json = async <Body>(path: string) => (await call(`GET ${path}`)).json<Body>()
const text = async (path: string) => (await exports.default.fetch(`https://registry.example${path}`)).text()

interface Page {
  readonly items: readonly { readonly slug: string; readonly availability: Record<string, Availability> }[]
  readonly nextCursor: string | null
}

/** The slugs of a list, page by page. */
async function slugs(query: string): Promise<string[]> {
  const found: string[] = []
  let cursor = ''
  do {
    const page = await json<Page>(`/resources?limit=7&${query}${cursor}`)
    found.push(...page.items.map(({ slug }) => slug))
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  return found
}

async function corrected(slug: string, availability: object): Promise<string> {
  const { record } = await registry.getResource(slug)
  const { reference } = await sent(registry, {
    kind: 'correction',
    slug,
    baseVersion: record.version,
    changes: { availability },
    reason: 'Its table says so.',
  })
  await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  return reference
}

const cellsOf = async (slug: string) =>
  (await rows<{ cells: number }>('select cells from versions where slug = ? and until is null', slug))[0]
    ?.cells

beforeAll(async () => {
  await applyReleases()
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

const ALL = RELEASE_3.items.map(({ slug }) => slug)

describe('records from before the data type', () => {
  it('have it as unknown, in lists, filters and pages of any length', async () => {
    const { items } = await json<Page>('/resources?limit=100')
    expect(items.map(({ availability }) => availability.pet)).toEqual(ALL.map(() => 'unknown'))
    expect(Object.keys(items[0]?.availability ?? {})).toEqual(DATA_TYPE_KEYS)
    expect(await slugs('pet=unknown&sort=table')).toEqual(ALL)
    expect((await slugs('pet=unknown')).toSorted()).toEqual(ALL.toSorted())
    expect(await slugs('pet=yes,unknown&ct=yes&sort=table')).toEqual(await slugs('ct=yes&sort=table'))
    expect((await slugs('pet=unknown&sort=name')).toSorted()).toEqual(ALL.toSorted())
    expect(await slugs('pet=yes')).toEqual([])
    expect(await slugs('pet=no')).toEqual([])
    expect(await slugs('pet=unknown&release=2.0')).toEqual(await slugs('release=2.0'))
    expect((await slugs('q=pet')).toSorted()).toEqual(ALL.toSorted())
  })

  it('keep the code that was stored for them', async () => {
    for (const { slug, availability } of RELEASE_3.items) {
      const code = (await cellsOf(slug)) ?? -1
      expect(cellsRow(code)).toEqual({ ...availability, pet: 'unknown' })
      expect(cellsCode(cellsRow(code))).toBe(code)
    }
  })

  it('are where an old cursor or button leads: both name places in the table, and no code', async () => {
    const { nextCursor } = await json<Page>('/resources?limit=10&ct=yes&sort=name')
    const place: unknown[] = JSON.parse(atob(nextCursor ?? '')).slice(-2)
    expect(place).toEqual(['covid-19 open research dataset (cord-19)', 2])
    const { choices } = await click('list:ct:both:0.17.f:2')
    expect(choices[0]).toBe('covidx-ct')
  })

  it('are counted as unknown, and asked for', async () => {
    const { totals } = await registry.getOverview()
    expect(totals).toMatchObject({ pet: { yes: 0, no: 0, unknown: 46 } })
    expect((await slash('about')).text).toMatch(/PET +0 +0 +46/)
    expect((await slash('about')).text).toContain('which of seven data types')
    expect((await slash('help-wanted')).text).toContain('**PET**')
    expect(await text('/')).toContain('data-count="pet=unknown">46<')
    const [most] = (await registry.getGaps(1)).most
    const { record } = await registry.getResource(most?.slug ?? '')
    const unknown = Object.values(record.availability).filter((value) => value === 'unknown').length
    expect(most?.gaps).toBeGreaterThan(unknown)
  })

  it('have it on every page and in every language', async () => {
    expect((await slash('pet')).text).toContain('## PET: 0 yes, 46 unknown')
    expect((await slash('pet', {}, { locale: 'de', serverLocale: 'de' })).text).toContain('## PET: 0 ja')
    expect((await slash('show', { resource: 'covid-ct' })).text).toMatch(/Unknown.*PET/)
    expect(await text('/r/covid-ct')).toContain('PET')
    expect(await text('/submit')).toContain('name="pet"')
    expect(await text('/r/covid-ct/report')).toContain('name="pet"')
    expect(await text('/about')).toContain('positron emission tomography')
    expect(await text('/openapi.json')).toContain('availability.pet')
  })

  it('may wait for a decision: what was sent in before is approved with it as unknown', async () => {
    const { reference } = await sent(registry, addition('An old proposal', { availability: { ct: 'yes' } }))
    await env.DB.prepare(
      `update submissions set content = json_remove(content, '$.resource.availability.pet') where reference = ?`,
    )
      .bind(reference)
      .run()
    const { slug = '' } = await registry.decideSubmission(ANNA, reference, {
      decision: 'approve',
      version: 1,
    })
    expect((await registry.getResource(slug)).record.availability).toMatchObject({
      ct: 'yes',
      ...pet('unknown'),
    })
    const removal = await sent(registry, { kind: 'removal', slug, baseVersion: 1, reason: 'It was a test.' })
    await registry.decideSubmission(ANNA, removal.reference, { decision: 'approve', version: 1 })
  })
})

describe('a correction that sets it', () => {
  const SLUG = 'covid-ct'
  let reference: string
  let before: number | undefined

  beforeAll(async () => {
    before = await cellsOf(SLUG)
    reference = await corrected(SLUG, pet('yes'))
    await corrected('eurorad', pet('no'))
  })

  it('is found by it, and leaves the other cells alone', async () => {
    expect(await slugs('pet=yes')).toEqual([SLUG])
    expect(await slugs('pet=no')).toEqual(['eurorad'])
    expect((await slugs('pet=yes,unknown'))[0]).toBe(SLUG)
    expect(await slugs('pet=yes,unknown&sort=table')).toEqual(ALL.filter((slug) => slug !== 'eurorad'))
    expect((await slugs('q=pet'))[0]).toBe(SLUG)
    expect(await slugs('q=pet')).not.toContain('eurorad')
    expect(await slugs('pet=yes&release=3.0')).toEqual([])
    expect(await cellsOf(SLUG)).toBe((before ?? 0) + 3 ** 6)
    expect((await slash('pet')).text).toContain('## PET: 1 yes, 44 unknown')
    const facets = await text('/?pet=yes')
    expect(facets).toContain('COVID-CT')
    expect(facets).not.toContain('eurorad.org')
  })

  it.each([
    ['csv', /^slug,.*,caseReview,pet,[\s\S]*\ncovid-ct,.*,yes,/],
    ['json', /"slug":"covid-ct".*"pet":"yes"/],
    ['ndjson', /"slug":"covid-ct".*"pet":"yes"/],
    ['md', /\| PET \|/],
    ['jsonld', /"name":"PET","value":"yes"/],
    ['ttl', /"PET"/],
  ])('is in the download as %s', async (suffix, expected) => {
    expect(await (await call(`GET /export.${suffix}`)).text()).toMatch(expected)
  })

  it.each([
    ['', /"pet":"yes"/],
    ['.jsonld', /PET/],
    ['.ttl', /PET/],
    ['.croissant.json', /PET/],
  ])('is in its own record as covid-ct%s', async (suffix, expected) => {
    expect(await (await call(`GET /resources/${SLUG}${suffix}`)).text()).toMatch(expected)
  })

  it('can be downloaded and brought back, with or without the column', async () => {
    const csv = await (await call('GET /export.csv')).text()
    const old = csv.replace(/^.*?\r\n/, (header) => header.replace(',pet,', ',unread,'))
    for (const table of [csv, old])
      for (const entry of readEntries('export.csv', table))
        expect(await importEntry(registry, entry)).toMatchObject({ outcome: 'unchanged' })
  })

  it('is in the history and in the feed, as what changed', async () => {
    const { items } = await registry.listChanges({ slug: SLUG, size: 1 })
    expect(items[0]?.before?.availability).toMatchObject(pet('unknown'))
    expect(items[0]?.after.availability).toMatchObject(pet('yes'))
    expect(await text(`/history?slug=${SLUG}`)).toContain('PET')
    expect(await text('/feed.atom')).toContain('PET: unknown → yes')
  })

  it('is undone', async () => {
    const { submission } = await registry.reviewSubmission(ANNA, reference)
    await registry.undoDecision(ANNA, reference, submission.version)
    expect(await slugs('pet=yes')).toEqual([])
    expect(await cellsOf(SLUG)).toBe(before)
    expect((await registry.getOverview()).totals).toMatchObject({ pet: { yes: 0, no: 1, unknown: 45 } })
  })
})
