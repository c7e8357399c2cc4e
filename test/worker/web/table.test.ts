// GET /, on the registry as migrated: 46 resources, releases 3.0 and 2.0.

import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { isEnded } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { app } from '../../../worker/app.ts'
import { applyReleases } from '../../support/releases.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { insertResources, madeUp } from '../registry/made-up.ts'
import { decode, type Element, elementsOf } from './parsed.ts'

beforeAll(applyReleases)

const ask = (path: string) => exports.default.fetch(`https://registry.example${path}`, { redirect: 'manual' })

async function shownAt(path: string) {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  const page = await elementsOf(answer)
  return { page, ...readTable(page) }
}

/** What a reader sees of the table. */
function readTable(page: readonly Element[]) {
  const hrefs = page.flatMap(({ attributes }) => decode(attributes.href ?? ''))
  return {
    slugs: hrefs.flatMap((href) => href.match(/^\/r\/([\w-]+)/)?.[1] ?? []),
    links: hrefs,
    count: decode(page.find(({ attributes }) => attributes.role === 'status')?.text ?? ''),
    counts: Object.fromEntries(
      page.flatMap(({ attributes, text }) =>
        attributes.class === 'number' ? [[attributes['data-count'], Number(text)]] : [],
      ),
    ),
  }
}

const slugsOf = async (path: string) => {
  const items = (await (await ask(path)).json<{ items: Resource[] }>()).items
  return items.map(({ slug }) => slug)
}

describe('the table', () => {
  it('has every resource, those that have ended last, each with chips of what it has', async () => {
    const { page, slugs, count } = await shownAt('/')
    const { items } = await (await ask('/v1/resources?limit=100')).json<{ items: Resource[] }>()
    const ended = items.filter(isEnded)
    expect(ended.length).toBeGreaterThan(0)
    expect(slugs).toEqual([...items.filter((one) => !isEnded(one)), ...ended].map(({ slug }) => slug))
    expect(slugs).toHaveLength(46)
    expect(count).toBe('46 of 46 data sets')
    const meanings = new Set(DATA_TYPES.map(({ meaning }) => meaning))
    const chips = page.filter(
      ({ tag, attributes }) => tag === 'li' && meanings.has(decode(attributes.title ?? '') as never),
    )
    expect(chips).toHaveLength(
      items.flatMap(({ availability }) => Object.values(availability).filter((value) => value === 'yes'))
        .length,
    )
  })

  it.each([
    '',
    '?ultrasound=yes,unknown',
    '?q=chest',
    '?sort=name',
    '?access=open&release=3.0',
    '?q=who+has+mri',
    '?q=x-ray+with+masks',
    '?q=R%C3%B6ntgen+CC+BY',
  ])('%s links to the same as JSON, in the order of the page', async (query) => {
    const { slugs, links } = await shownAt(`/${query}`)
    const json = links.find((href) => href.startsWith('/v1/resources?') || href === '/v1/resources') ?? ''
    expect(await slugsOf(`${json}${json.includes('?') ? '&' : '?'}limit=100`)).toEqual(slugs)
  })

  it('parts those that have a type from those of which that is not recorded', async () => {
    const dividers = async (query: string) =>
      (await shownAt(`/?${query}`)).page.filter(({ attributes }) => attributes.class === 'divider').length
    expect(await dividers('ultrasound=yes,unknown')).toBe(1)
    expect(await dividers('ultrasound=yes')).toBe(0)
    expect(await dividers('ultrasound=yes,unknown&sort=name')).toBe(0)
  })

  it('is read in one round trip, and by words in two: what has them, then their records', async () => {
    const paths = [
      ['/', 1],
      ['/?release=2.0', 1],
      ['/?q=lung', 2],
      ['/?ct=yes&access=open&license=CC-BY-4.0&sort=name', 1],
      ['/?status=active&q=covid', 1],
    ] as const
    for (const [path, trips] of paths) {
      const { counts, DB } = watchedDatabase(env.DB)
      const answer = await app.request(path, {}, { ...env, DB })
      expect(`${path} ${answer.status} in ${counts.batches}`).toBe(`${path} 200 in ${trips}`)
      expect(counts.queries).toBeLessThan(24)
    }
  })

  it('is the survey as printed under release 2.0, and links to its resources as they were then', async () => {
    const { slugs, links, count, counts } = await shownAt('/?release=2.0')
    expect(slugs).toHaveLength(14)
    expect(count).toBe('14 of 14 data sets')
    expect(links).toContain('/r/covid-ct?release=2.0')
    expect(links).toContain('/v1/export.csv?release=2.0')
    expect(counts['ultrasound=yes']).toBe(1)
  })

  it('says which moments there are to switch to, whatever else is asked for', async () => {
    const { links } = await shownAt('/?ct=yes&release=2.0')
    expect(links).toEqual(
      expect.arrayContaining(['/?ct=yes', '/?ct=yes&release=3.0', '/?ct=yes&release=2.0']),
    )
  })
})

describe('what is asked for', () => {
  it.each([
    'ct=yes,unknown&ultrasound=yes',
    'access=open,login&license=unknown',
    'status=retired,unreachable',
    'q=lung+ultrasound',
    'xray=yes&q=radiograph&sort=name',
    'mrt=unknown&sort=changed&release=3.0',
  ])('by %s is shown, counted, and downloaded', async (query) => {
    const { slugs, count, links } = await shownAt(`/?${query}`)
    expect(slugs).toEqual(await slugsOf(`/v1/resources?limit=100&${query}`))
    expect(slugs.length).toBeGreaterThan(0)
    expect(count).toMatch(new RegExp(`^${slugs.length} of \\d+ data sets`))
    const download = links.find((link) => link.startsWith('/v1/export.ndjson'))
    const lines = (await (await ask(download ?? '')).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).slug)).toEqual(slugs)
  })

  it('has counts that follow: what each choice would show beside the others', async () => {
    const { counts } = await shownAt('/?ultrasound=yes')
    expect(counts['ultrasound=yes']).toBe(3)
    expect(counts['ultrasound=unknown']).toBe(
      (await slugsOf('/v1/resources?limit=100&ultrasound=unknown')).length,
    )
    expect(counts['access=open']).toBe((await slugsOf('/v1/resources?ultrasound=yes&access=open')).length)
  })

  it('is in the address once, as a form sends it or not', async () => {
    const to = async (path: string) => (await ask(path)).headers.get('Location')
    expect(await to('/?q=&ct=yes&ct=unknown&access=&sort=')).toBe('/?ct=yes,unknown')
    expect(await to('/?mri=yes')).toBe('/?mrt=yes')
    expect(await to('/?sort=name&ct=yes')).toBe('/?ct=yes&sort=name')
    expect(await to('/?ct=yes&sort=name')).toBeNull()
  })

  it('leaves out what is not understood, and says so', async () => {
    const answer = await ask('/?ct=maybe&colour=red&ultrasound=yes&sort=relevance')
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('ct=maybe colour=red sort=relevance')
    expect(html).toMatch(/<strong>3<\/strong> of 46/)
  })

  it('says that nothing fits, and what to do then', async () => {
    const { slugs, page } = await shownAt('/?mrt=yes&ultrasound=yes&caseReview=yes&license=other')
    expect(slugs).toEqual([])
    expect(page.some(({ text }) => text.includes('No data sets match'))).toBe(true)
  })

  it.each([
    'release=9.9',
    'at=2999-01-01T00:00:00Z',
    'cursor=abc',
  ])('by %s, which there is not, is told on a page', async (query) => {
    const answer = await ask(`/?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
  })
})

describe('a table longer than a page', () => {
  beforeAll(() => insertResources(Array.from({ length: 90 }, (_, i) => madeUp(500 + i))))

  it('goes on where it ended, in every order', async () => {
    for (const query of ['', 'sort=name&', 'sort=changed&']) {
      const seen: string[] = []
      let path: string | undefined = `/${query === '' ? '' : `?${query.slice(0, -1)}`}`
      while (path !== undefined) {
        const { slugs, page, count } = await shownAt(path)
        expect(count).toBe('136 of 136 data sets')
        seen.push(...slugs)
        path = page.find(({ attributes }) => attributes.rel === 'next')?.attributes.href
        if (path !== undefined) path = decode(path)
      }
      expect(seen).toHaveLength(136)
      expect(new Set(seen).size).toBe(136)
    }
  })
})
