// Each call of a job to another site in turn goes wrong: the job goes on with the next item, writes nothing that is not so,
// and after its next runs the registry is as without the fault.

import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runDiscovery } from '../../../worker/jobs/discovery.ts'
import { checkLinks } from '../../../worker/jobs/links.ts'
import { compareUpstream } from '../../../worker/jobs/upstream.ts'
import { openOutside } from '../../../worker/outgoing/outside.ts'
import { outsideUserAgent } from '../../../worker/outgoing/user-agent.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { eachMishap, faultySites } from '../../support/faults/faulty-calls.ts'
import { insertResources, madeUp } from '../registry/made-up.ts'
import { ANNA, rows } from '../registry/submissions.ts'

const outsideOf = (standIn = '') => openOutside({ standIn, userAgent: outsideUserAgent(undefined), most: 45 })
const html = (body: string) => new Response(body, { headers: { 'Content-Type': 'text/html' } })
const faults: unknown[] = []
const onFault = (fault: unknown) => void faults.push(fault)

let position = 20_000
const DAY_MS = 86_400_000
let today = Date.parse('2027-01-01T08:00:00.000Z')
const pass = (days: number) => {
  today += days * DAY_MS
  return new Date(today)
}
const registryNow = () => createRegistry(env.DB, { now: () => new Date(today) })

beforeAll(async () => {
  await createRegistry(env.DB).addMaintainer('console', '900000000000000001', 'Anna')
})
afterEach(() => {
  vi.restoreAllMocks()
  faults.length = 0
})

describe('looking at addresses', () => {
  const copies = new Set<string>()
  const copyOf = (address: string) => `https://web.archive.org/web/20261201120000/${address}`
  const web = async ({ url }: Request): Promise<Response> => {
    if (url.startsWith('https://archive.org/wayback/')) {
      const address = new URL(url).searchParams.get('url') ?? ''
      const closest = { available: true, status: '200', url: copyOf(address) }
      return Response.json({ archived_snapshots: copies.has(address) ? { closest } : {} })
    }
    const [, saved] = /^https:\/\/web\.archive\.org\/save\/(.+)$/.exec(url) ?? []
    if (saved === undefined) return html('<title>Lungs</title>')
    copies.add(saved)
    return new Response(null, { status: 302, headers: { Location: copyOf(saved) } })
  }

  /** Three resources at hosts of their own, of the first of which a copy is to be made; the job looks at no other. */
  async function listed() {
    const slugs = ['a', 'b', 'c'].map((letter) => `lungs-${letter}-${++position}`)
    await rows("update links set next_at = '9999', copy_sought_at = '9999', is_to_be_saved = false")
    await insertResources(slugs.map((slug) => madeUp(++position, { slug, url: `https://${slug}.org/` })))
    await rows(`update links set is_to_be_saved = true where address = 'https://${slugs[0]}.org/'`)
    for (const slug of slugs.slice(1)) copies.add(`https://${slug}.org/`)
    return slugs
  }
  const statesOf = (slugs: readonly string[]) =>
    rows<{ verdict: string; archived_url: string | null; is_to_be_saved: number; checked_at: string | null }>(
      `select verdict, archived_url, is_to_be_saved, checked_at from links
       where role = 'own' and address in (${slugs.map((slug) => `'https://${slug}.org/'`).join()}) order by id`,
    )
  const run = () =>
    checkLinks({ registry: registryNow(), outside: outsideOf(), now: new Date(today), pauseMs: 0, onFault })

  /** Save and its redirect, two copies that are known, HEAD and GET of three hosts. */
  const CALLS = 10

  it.each(eachMishap(CALLS))('goes on where call $at $mishap', async ({ at, mishap }) => {
    const slugs = await listed()
    const sites = faultySites(web)
    sites.befall(at, mishap)
    const began = pass(1).toISOString()
    await run()
    expect(sites.calls[at - 1]).toBeDefined()
    const looked = await statesOf(slugs)
    expect(looked.map(({ checked_at }) => checked_at)).toEqual([began, began, began])
    expect(looked.filter(({ verdict }) => verdict === 'alive').length).toBeGreaterThanOrEqual(2)
    sites.recover()
    pass(1)
    await run()
    // A copy is asked for once where the archive answered, and sought again a month later.
    pass(31)
    await run()
    const states = await statesOf(slugs)
    expect(states.map(({ verdict, is_to_be_saved }) => [verdict, is_to_be_saved])).toEqual(
      slugs.map(() => ['alive', 0]),
    )
    const isRefused = at <= 2 && /answered 500|by a proxy|no answer/.test(mishap)
    expect(states.filter(({ archived_url }) => archived_url === null)).toHaveLength(
      isRefused && !copies.has(`https://${slugs[0]}.org/`) ? 1 : 0,
    )
    expect(faults).toEqual([])
  })

  it('asks nothing more of an archive that does not answer, and all of it in the next hour', async () => {
    const slugs = await listed()
    const sites = faultySites(web)
    sites.befall(1, 'is answered 429')
    pass(1)
    await run()
    expect(sites.calls.filter((call) => call.includes('archive.org'))).toHaveLength(1)
    sites.recover()
    today += 3_600_000
    await run()
    expect((await statesOf(slugs)).filter(({ archived_url }) => archived_url === null)).toEqual([])
  })
})

describe('comparing records with their sites', () => {
  const PAGE = 'https://lung-atlas.org/'
  const DOI = '10.5281/zenodo.77001'
  let licence = 'cc-by-4.0'
  /** The page is older than what its DOI says. */
  const web = async ({ url }: Request): Promise<Response> => {
    if (url === PAGE)
      return html(
        `<title>Lungs</title><script type="application/ld+json">${JSON.stringify({
          ...{ '@context': 'https://schema.org', '@type': 'Dataset', name: 'Lung atlas', url: PAGE },
          ...{
            license: 'https://spdx.org/licenses/MIT',
            version: '0.9',
            identifier: `https://doi.org/${DOI}`,
          },
        })}</script>`,
      )
    if (!url.startsWith('https://api.datacite.org/')) return new Response(null, { status: 404 })
    const attributes = {
      ...{
        doi: DOI,
        titles: [{ title: 'Lung atlas' }],
        types: { resourceTypeGeneral: 'Dataset' },
        version: '1.0',
      },
      ...{ creators: [], rightsList: [{ rightsIdentifier: licence, rightsIdentifierScheme: 'SPDX' }] },
    }
    return Response.json(
      { data: { attributes } },
      { headers: { 'Content-Type': 'application/vnd.api+json' } },
    )
  }
  const look = async () => {
    pass(7)
    await compareUpstream({ registry: registryNow(), outside: outsideOf(), now: new Date(today), onFault })
  }
  const waiting = async () =>
    (await registryNow().listSubmissions(ANNA, { state: 'pending', size: 25 })).items.map(
      ({ submission }) => submission.changes,
    )

  beforeAll(async () => {
    await env.DB.prepare("update resources set status = 'removed'").run()
    await insertResources([
      madeUp(++position, { slug: 'lung-atlas', name: 'Lung atlas', url: PAGE, license: 'CC-BY-4.0' }),
    ])
  })

  it.each(eachMishap(2))('proposes nothing that is not so where call $at $mishap', async ({ at, mishap }) => {
    const sites = faultySites(web)
    await look()
    expect(sites.calls).toHaveLength(2)
    sites.befall(at, mishap)
    await look()
    sites.recover()
    await look()
    expect(await waiting()).toEqual([])
    expect(faults).toEqual([])
  })

  it('proposes what changed once the sites answer again', async () => {
    const sites = faultySites(web)
    licence = 'gpl-3.0-only'
    sites.befall(2, 'is answered 429')
    await look()
    expect(await waiting()).toEqual([])
    sites.recover()
    await look()
    expect(await waiting()).toEqual([{ license: expect.stringMatching(/GPL/i) }])
  })

  it('goes on with the next record where one can not be proposed for', async () => {
    await insertResources(
      ['first', 'second'].map((slug) =>
        madeUp(++position, { slug, name: slug, url: `https://github.com/lung/${slug}` }),
      ),
    )
    faultySites(async ({ url }) => {
      const [, full_name, name] = /^https:\/\/api\.github\.com\/repos\/(lung\/(.+))$/.exec(url) ?? []
      if (name === undefined) return web(new Request(url))
      const html_url = `https://github.com/${full_name}`
      return Response.json({ name, full_name, html_url, owner: { login: 'lung' }, archived: true })
    })
    await rows(
      `create trigger fails before insert on submissions when new.resource_id =
       (select id from resources where slug = 'first') begin select raise(abort, 'no'); end`,
    )
    await look()
    await rows('drop trigger fails')
    expect(await waiting()).toContainEqual({ status: 'frozen' })
    expect(faults).toHaveLength(1)
  })
})

describe('searching for data sets', () => {
  const { fetch: fetchOutside } = globalThis
  const DISCOVERED = "select group_concat(url, ' ') as urls from (select url from candidates order by url)"
  const search = async (days: number) => {
    const now = new Date(Date.now() + days * DAY_MS)
    const registry = createRegistry(env.DB, { now: () => now })
    await runDiscovery({ registry, outside: outsideOf(env.OUTSIDE_URL), now, onFault })
  }
  const forget = async () => {
    await rows('delete from candidate_addresses')
    await rows('delete from candidates')
    await rows("delete from jobs where name = 'discovery'")
  }

  const CALLS = 5

  it.each(eachMishap(CALLS))('finds all in the week after where call $at $mishap', async ({ at, mishap }) => {
    const sites = faultySites((request) => fetchOutside(request))
    await forget()
    await search(0)
    expect(sites.calls).toHaveLength(CALLS)
    const [whole] = await rows(DISCOVERED)
    await forget()
    sites.befall(at, mishap)
    await search(0)
    sites.recover()
    await search(7)
    expect(await rows(DISCOVERED)).toEqual([whole])
    expect(faults.length).toBeLessThanOrEqual(1)
  })
})
