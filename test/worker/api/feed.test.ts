import { env } from 'cloudflare:workers'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { childOf, readXml } from '../../unit/formats/feeds/xml-tree.ts'
import { BASE, RESOURCES } from '../../unit/formats/records.ts'
import { ANNA, addition, sent } from '../registry/submissions.ts'
import { get, getText, textOf } from './get.ts'

const registry = createRegistry(env.DB)
const SETTINGS = { PUBLIC_URL: BASE }

/** Sends a proposal in and has it approved. */
async function approved(input: SubmissionInput): Promise<string> {
  const { reference } = await sent(registry, input)
  await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  return reference
}

const entries = async () => parseAtomFeed(await getText('/feed.atom', SETTINGS)).entries ?? []

/** The addresses of resources in the map, with when each changed. */
const mapped = async () =>
  readXml(await getText('/sitemap.xml', SETTINGS))
    .children.filter((url) => childOf(url, 'loc').text.startsWith(`${BASE}/r/`))
    .map((url) => [childOf(url, 'loc').text, childOf(url, 'lastmod').text])

describe('the feed', () => {
  it('begins with the survey', async () => {
    expect((await entries()).map(({ title }) => title?.value)).toEqual(
      RESOURCES.map(({ name }) => `Added: ${name}`).reverse(),
    )
  })

  it('tells of an addition, a correction and a removal, latest first, by which submission and why', async () => {
    await registry.addMaintainer('console', '900000000000000001', 'Anna')
    const tag = (await get('/feed.atom', SETTINGS)).headers.get('ETag') ?? ''
    const references = [
      await approved(addition('Lungs & <hearts>', { availability: { ultrasound: 'yes' } })),
      await approved({
        kind: 'correction',
        slug: 'covid-ct',
        baseVersion: 1,
        changes: { availability: { mrt: 'unknown' } },
        reason: 'The page does not say.',
      }),
      await approved({ kind: 'removal', slug: 'coronacases', baseVersion: 1, reason: 'It is gone.' }),
    ]
    const answer = await get('/feed.atom', SETTINGS, { headers: { 'If-None-Match': tag } })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ])
    const feed = parseAtomFeed(await textOf(answer))
    const [removal, correction, added, ...survey] = feed.entries ?? []
    expect(survey).toHaveLength(14)
    expect(feed.updated).toBe(removal?.updated)
    expect([removal, correction, added].map((entry) => entry?.title?.value)).toEqual([
      'Removed: coronacases.org',
      'Corrected: COVID-CT',
      'Added: Lungs & <hearts>',
    ])
    expect(added?.links?.[0]?.href).toBe(`${BASE}/r/lungs-hearts`)
    expect(correction?.summary?.value?.split('\n')).toEqual([
      'MRI: no → unknown',
      'Reason: The page does not say.',
      `Submission: ${references[1]}`,
    ])
    expect(removal?.summary?.value).toContain('No longer listed')
    expect(removal?.summary?.value).toContain('Reason: It is gone.')
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(17)
  })

  it('that is there already is not sent again', async () => {
    const tag = (await get('/feed.atom', SETTINGS)).headers.get('ETag') ?? ''
    const again = await get('/feed.atom', SETTINGS, { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
  })

  it('works without an address of the registry, its own addresses relative', async () => {
    const answer = await get('/feed.atom', { PUBLIC_URL: '' })
    expect(answer.status).toBe(200)
    const feed = parseAtomFeed(await textOf(answer))
    expect(feed.entries).toHaveLength(17)
    expect(feed.entries?.[0]?.links?.[0]?.href).toBe('/r/coronacases')
  })
})

describe('the feed of a filter', () => {
  const feedOf = async (query: string) => parseAtomFeed(await getText(`/feed.atom${query}`, SETTINGS))

  it('has the latest change of each resource that the list has with the same filter, and an id of its own', async () => {
    const { items } = await registry.listResources({
      ...{ filter: { cells: { ultrasound: ['yes'] } }, order: 'latest', size: 50 },
    })
    const feed = await feedOf('?ultrasound=yes')
    expect(feed.entries?.map(({ links }) => links?.[0]?.href).toSorted()).toEqual(
      items.map(({ slug }) => `${BASE}/r/${slug}`).toSorted(),
    )
    expect(feed.entries?.[0]?.title?.value).toBe('Added: Lungs & <hearts>')
    expect(feed.title?.value).toMatch(/: changes of ultrasound=yes$/)
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(`${BASE}/feed.atom?ultrasound=yes`)
    expect(feed.id).not.toBe((await feedOf('')).id)
  })

  it('is the same one in whatever order its filters are written', async () => {
    const [one, other] = [
      await feedOf('?ct=yes&q=chest+x-ray'),
      await feedOf('?q=chest%20x-ray&ct=yes&xray='),
    ]
    expect(one).toEqual(other)
    expect(one.title?.value).toMatch(/: changes of ct=yes, q=chest x-ray$/)
  })

  it('that selects nothing is a feed all the same', async () => {
    expect((await feedOf('?minImages=999999999')).entries ?? []).toEqual([])
  })

  it.each(['?ct=maybe', '?colour=red', '?sort=name', '?release=2.0'])('%s is refused', async (query) => {
    expect((await get(`/feed.atom${query}`, SETTINGS)).status).toBe(400)
  })
})

describe('the map', () => {
  it('has the address of each that is listed, with when it changed, and of none that was removed', async () => {
    const { items } = await registry.listResources({ filter: {}, order: 'table', size: 100 })
    expect(items).toHaveLength(14)
    expect(await mapped()).toEqual(items.map(({ slug, updatedAt }) => [`${BASE}/r/${slug}`, updatedAt]))
    expect(items.map(({ slug }) => slug)).not.toContain('coronacases')
  })

  it('leads to addresses that answer', async () => {
    for (const [loc = ''] of await mapped()) expect((await get(loc.slice(BASE.length))).status).toBe(200)
  })

  it('is unavailable where the registry does not know its own address', async () => {
    const answer = await get('/sitemap.xml', { PUBLIC_URL: '' })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'unavailable' })
  })
})
