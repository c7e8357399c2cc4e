import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { insertResources, madeUp } from '../registry/made-up.ts'
import { get, getText } from './get.ts'

const AT = '2026-11-20T08:00:00.000Z'
const COPY = 'https://web.archive.org/web/20200512120000/https://covid-ct.example/'
const DEAD = { verdict: 'dead', checkedAt: AT, finalUrl: null, archivedUrl: COPY }

const json = async (path: string) => JSON.parse(await getText(path))
const slugsOf = async (path: string) => (await json(path)).items.map(({ slug }: { slug: string }) => slug)

/** Two looks, past the sites: one at an address that is dead, and one at another that is alive. */
async function look() {
  const registry = createRegistry(env.DB, { now: () => new Date(AT) })
  await env.DB.exec(
    `update links set next_at = '9999' where resource_id not in (select id from resources where slug in ('covid-ct', 'cord-19'))`,
  )
  const { due } = await registry.listLinkWork()
  const own = due.filter(({ role }) => role === 'own')
  const dead = await env.DB.prepare(`select id from resources where slug = 'covid-ct'`).first<{
    id: number
  }>()
  await registry.recordLooks({
    looked: own.map((link) => ({
      link,
      nextAt: '9999',
      state: {
        ...link.state,
        ...(link.resourceId === dead?.id
          ? { verdict: 'dead', saying: 'answers 404' }
          : { verdict: 'alive', saying: 'answers 200', finalUrl: link.address }),
        since: AT,
      },
    })),
    copies: own.flatMap(({ id, address, resourceId }) =>
      resourceId === dead?.id ? [{ id, address, archivedUrl: COPY }] : [],
    ),
    saved: [],
  })
}

beforeAll(async () => {
  await insertResources([madeUp(900, { slug: 'never-looked-at', name: 'Never looked at' })])
  await look()
})

describe('the link of a resource', () => {
  it('is beside its record, now and not of an earlier moment', async () => {
    expect((await json('/v1/resources/covid-ct')).link).toEqual(DEAD)
    expect((await json('/v1/resources/never-looked-at')).link).toEqual({
      ...{ verdict: 'unchecked', checkedAt: null, finalUrl: null, archivedUrl: null },
    })
    expect(await json('/v1/resources/covid-ct?release=2.0')).not.toHaveProperty('link')
    expect((await json('/v1/changes?slug=covid-ct')).items[0].after).not.toHaveProperty('link')
  })

  it.each([
    '/v1/resources?limit=100',
    '/v1/resources?limit=100&sort=name',
    '/v1/resources?q=covid-ct',
    '/v1/resources?ct=yes&limit=100',
  ])('is in the list %s', async (path) => {
    const { items } = await json(path)
    expect(items.find(({ slug }: { slug: string }) => slug === 'covid-ct').link).toEqual(DEAD)
    for (const { link } of items) expect(link).toHaveProperty('verdict')
  })

  it('is in no download, which is of records', async () => {
    for (const path of ['/v1/export.json', '/v1/export.ndjson?q=covid-ct'])
      expect(await getText(path)).not.toContain('"verdict"')
  })

  it('changes the tag and the date of an answer', async () => {
    const answer = await get('/v1/resources/covid-ct')
    expect(answer.headers.get('Last-Modified')).toBe('Fri, 20 Nov 2026 08:00:00 GMT')
  })

  it('is on its page with the verdicts before, of its present address alone', async () => {
    await env.DB.exec(
      `insert into link_verdicts (resource_id, address, verdict, at) select id, url, 'moved', '2026-11-21' from resources where slug = 'cord-19'`,
    )
    await env.DB.exec(
      `insert into link_verdicts (resource_id, address, verdict, at) select id, 'https://former.org', 'dead', '2026-11-22' from resources where slug = 'cord-19'`,
    )
    const checks =
      /Checks of its address[^.]*led to another site on 21 November 2026\.[^.]*answered on 20 November 2026\./
    const page = await getText('/r/cord-19')
    expect(page.replace(/<[^>]*>/g, ' ')).toMatch(checks)
    expect(page).not.toContain('22 November 2026')
    expect(await getText('/r/cord-19?release=2.0')).not.toContain('Checks of its address')
  })

  it('is on its page with its copy, and not on that of a release', async () => {
    const page = await getText('/r/covid-ct')
    expect(page).toContain('Its address is dead: no answer on three days, last on 20 November 2026.')
    expect(page).toContain(`<a href="${COPY}">Archived copy</a>`)
    expect(await getText('/r/covid-ct?release=2.0')).not.toContain('Its address is dead')
    expect(await getText('/r/never-looked-at')).not.toContain('Its address')
  })
})

describe('the filter link', () => {
  it('has those of a verdict, in every order and beside a text', async () => {
    expect(await slugsOf('/v1/resources?link=dead')).toEqual(['covid-ct'])
    expect(await slugsOf('/v1/resources?link=dead,alive&sort=name')).toEqual(['cord-19', 'covid-ct'])
    expect(await slugsOf('/v1/resources?link=dead&q=ct')).toEqual(['covid-ct'])
    expect(await slugsOf('/v1/resources?link=moved')).toEqual([])
    expect(await slugsOf('/v1/resources?link=unchecked&limit=100')).toContain('never-looked-at')
  })

  it('filters the page and downloads too', async () => {
    const page = await getText('/?link=dead')
    expect(page).toContain('/r/covid-ct')
    expect(page).not.toContain('/r/cord-19"')
    expect((await getText('/v1/export.ndjson?link=dead')).trim().split('\n')).toHaveLength(1)
  })

  it('is refused of an earlier moment', async () => {
    expect((await get('/v1/resources?link=dead&release=2.0')).status).toBe(400)
  })
})
