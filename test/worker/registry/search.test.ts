import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import printed from '../../../schema/survey/2.0.json' with { type: 'json' }
import { changedSinceRelease } from '../../../schema/verbs/as-of.ts'
import { SEARCH_REACH } from '../../../schema/verbs/resources.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { changeResources, insertResources, madeUp } from './made-up.ts'

const registry = createRegistry(env.DB)

const search = (text: string) =>
  registry.listResources({ filter: {}, text, order: 'match', size: SEARCH_REACH })
const slugs = async (query: string) => (await search(query)).items.map((item) => item.slug)

const withYesThenUnknown = (key: 'ct' | 'xray' | 'mrt' | 'ultrasound' | 'caseReview') =>
  ['yes', 'unknown'].flatMap((value) =>
    printed.items.filter((row) => row.availability[key] === value).map((row) => row.slug),
  )

describe('a search of the survey', () => {
  it.each([
    ['a name', 'COVID-19 Pocus Ultrasound Dataset', 'covid-19-pocus-ultrasound'],
    ['a name in other letters', 'covid-19 POCUS ULTRASOUND dataset', 'covid-19-pocus-ultrasound'],
    ['a name without its signs', 'covid 19 image data collection', 'covid-19-image-data-collection'],
    ['a name with other signs', 'COVID_19: "Image/Data" (Collection)!', 'covid-19-image-data-collection'],
    ['words in any order', 'collection image', 'covid-19-image-data-collection'],
    ['an organisation', 'dortmund', undefined],
    ['an organisation that is there', 'british institute', 'bsti-covid-19-imaging-database'],
    ['an author', 'wiedemann', 'covid-19-pocus-ultrasound'],
    ['an author without the accent', 'brandle', 'covid-19-pocus-ultrasound'],
    ['an author with the accent', 'Brändle', 'covid-19-pocus-ultrasound'],
    ['a word of a reference', 'lung', 'covid-19-pocus-ultrasound'],
    ['an account in an address', 'ieee8023', 'covid-19-image-data-collection'],
    ['the beginning of a word', 'radiopae', 'radiopaedia'],
    ['the middle of a word', 'diopaed', 'radiopaedia'],
    ['the end of a word', 'paedia', 'radiopaedia'],
    ['a word with a letter missing', 'radiopedia', 'radiopaedia'],
    ['a word with a letter too many', 'euroradd', 'eurorad'],
    ['a word with a wrong letter', 'mendelay', 'augmented-covid-19-x-ray'],
    ['a word with two errors', 'mednsley', undefined],
    ['a word with two neighbours swapped', 'mendeely', 'augmented-covid-19-x-ray'],
    ['the number of a preprint', 'arXiv:2003.11597', 'covid-19-image-data-collection'],
    ['the bare number of a preprint', '2003.13865', 'covid-ct'],
    ['a DOI', 'https://doi.org/10.17632/2fxz4px6d8.4', 'augmented-covid-19-x-ray'],
    ['an address', 'https://www.eurorad.org/?utm_source=x#top', 'eurorad'],
    ['a host', 'bsticovid19.cimar.co.uk', 'bsti-covid-19-imaging-database'],
    ['an address inside a sentence', 'is https://github.com/UCSD-AI4H/COVID-CT in there', 'covid-ct'],
    ['words of a sentence', 'show me the pocus dataset', 'covid-19-pocus-ultrasound'],
  ])('by %s', async (_, query, slug) => {
    const { items, complete } = await search(query)
    if (slug === undefined) expect(complete && items.length > 0).toBe(false)
    else expect(items[0]?.slug).toBe(slug)
  })

  it.each([
    ['MRI', 'mrt'],
    ['mrt', 'mrt'],
    ['magnetic resonance', 'mrt'],
    ['radiograph', 'xray'],
    ['X-Rays', 'xray'],
    ['xray', 'xray'],
    ['CXR', 'xray'],
    ['Röntgen', 'xray'],
    ['sonography', 'ultrasound'],
    ['ultrasuond', 'ultrasound'],
    ['sonograpy', 'ultrasound'],
    ['sono', 'ultrasound'],
    ['CT scans', 'ct'],
    ['computed tomography', 'ct'],
    ['case reports', 'caseReview'],
  ] as const)('%s is a data type: those with yes, then those with unknown', async (query, key) => {
    const { items, understood } = await search(query)
    expect(items.map((item) => item.slug)).toEqual(withYesThenUnknown(key))
    expect(understood.dataTypes).toEqual([key])
  })

  it('takes a data type and words together', async () => {
    expect((await search('ultrasound kaggle')).complete).toBe(false)
    expect(await slugs('kaggle x-ray')).toEqual(['covid-19-radiography-database', 'bachrr-covid-chest-xray'])
    expect(await slugs('mri society')).toEqual(['sirm-covid-19-database', 'eurorad'])
  })

  it('puts what is called just so first', async () => {
    expect((await slugs('COVID-CT'))[0]).toBe('covid-ct')
    expect((await slugs('covid-19 chest x-ray'))[0]).toBe('bachrr-covid-chest-xray')
    expect((await slugs('radiography database'))[0]).toBe('covid-19-radiography-database')
  })

  it('does not take signs for a query language', async () => {
    for (const query of [
      '"',
      "'",
      'a OR',
      'NEAR(',
      '*',
      '-pocus',
      'name:pocus',
      'pocus AND',
      '^pocus',
      '{pocus}',
      '%',
      '_',
      '\\',
      '\u0000',
    ]) {
      await expect(search(query)).resolves.toBeDefined()
    }
    expect(await slugs('"pocus"*')).toEqual(['covid-19-pocus-ultrasound'])
  })

  it('takes any length', async () => {
    await expect(search('x'.repeat(500))).resolves.toBeDefined()
    await expect(search('pocus '.repeat(83))).resolves.toBeDefined()
  })
})

describe('what an answer is read from', () => {
  it('is the survey, until a resource changes', async () => {
    const release = { version: '2.0', title: printed.release.title, releasedOn: '2020-05-12' }
    const survey = (await registry.getOverview()).asOf
    expect(survey).toMatchObject({ sequence: 14, release: { ...release, throughSequence: 14 } })
    expect(changedSinceRelease(survey)).toBeUndefined()
    await changeResources(['cord-19'], {}, '2026-10-01T08:00:00.000Z')
    const { asOf } = await registry.getOverview()
    expect(asOf).toMatchObject({ sequence: 15, release })
    expect(changedSinceRelease(asOf)).toBe('2026-10-01T08:00:00.000Z')
  })
})

describe('a search of other scripts', () => {
  const chinese = madeUp(101, { name: '新冠肺炎影像数据集', organization: '北京大学' })
  const arabic = madeUp(102, { name: 'قاعدة بيانات الأشعة', organization: 'جامعة القاهرة' })
  const polish = madeUp(103, { name: 'Zbiór zdjęć płuc', organization: 'Uniwersytet Łódzki' })
  const cited = madeUp(104, {
    name: 'Cited by DOI',
    references: [{ id: 'x', type: 'article', title: 'A paper', DOI: '10.1016/S2589-7500(24)00146-8' }],
  })

  beforeAll(async () => {
    await insertResources([chinese, arabic, polish, cited])
  })

  it('finds a part of a Chinese name, even one sign', async () => {
    for (const query of ['肺炎', '影像数据', '集', '北京']) expect(await slugs(query)).toEqual([chinese.slug])
  })

  it('finds an Arabic name', async () => {
    expect(await slugs('الأشعة')).toEqual([arabic.slug])
    expect(await slugs('القاهره')).toEqual([arabic.slug])
  })

  it('finds letters that no decomposition folds', async () => {
    expect(await slugs('pluc')).toEqual([polish.slug])
    expect(await slugs('lodzki')).toEqual([polish.slug])
  })

  it('finds a resource by the DOI of a paper about it, brackets and all', async () => {
    expect(await slugs('https://dx.doi.org/10.1016/S2589-7500(24)00146-8')).toEqual([cited.slug])
  })

  it('follows a change of the name', async () => {
    await changeResources([polish.slug], { name: 'Marmalade' })
    expect(await slugs('marmelade')).toEqual([polish.slug])
    expect(await slugs('pluc')).toEqual([])
  })

  it('leaves out what was removed, which its slug and address still find', async () => {
    await changeResources([chinese.slug], { status: 'removed' })
    expect(await slugs('肺炎')).toEqual([])
    expect((await registry.resolveResource(chinese.slug)).resource.status).toBe('removed')
    expect((await registry.resolveResource(chinese.url)).resource.status).toBe('removed')
  })
})

describe('a search has no statement that can find nothing', () => {
  // Beside its own: what it is as of, the entries, the records of a page if it has any, and for facets the releases.
  it.each([
    ['an address', 'https://zenodo.org/record/3757476', [3, 4, 4]],
    ['a name that is a data type too', 'covid-ct', [5, 6, 4]],
    ['what every record is about', 'covid', [5, 6, 5]],
    ['one word', 'kaggle', [6, 7, 6]],
    ['a word that begins a data type', 'sonogr', [6, 7, 6]],
    ['a data type and a word', 'ultrasound kaggle', [6, 7, 6]],
    ['signs alone', '???', [3, 4, 4]],
  ])('%s', async (_, text, [alone, withFacets, filtered]) => {
    let searches = 0
    const statementsOf = async (count?: 'facets', filter = {}) => {
      const { counts, DB } = watchedDatabase(env.DB)
      // What a text finds is kept, so that each search is of another text.
      const other = text.padEnd(text.length + ++searches)
      await createRegistry(DB).listResources({ filter, text: other, order: 'match', size: 5, count })
      return counts.statements
    }
    expect([
      await statementsOf(),
      await statementsOf('facets'),
      await statementsOf('facets', { statuses: ['active'] }),
    ]).toEqual([alone, withFacets, filtered])
    expect(await statementsOf('facets', { values: {}, ranges: {}, cells: {} })).toBe(withFacets)
  })
})

it('what was found before is not looked for again until something changes', async () => {
  const query = { filter: {}, text: 'kaggle', order: 'match', size: 5 } as const
  const before = await registry.listResources(query)
  const { counts, DB } = watchedDatabase(env.DB)
  expect(await createRegistry(DB).listResources(query)).toEqual(before)
  expect([counts.batches, counts.statements]).toEqual([1, 3])
  const [{ slug = '' } = {}] = before.items
  await changeResources([slug], { status: 'removed' })
  const after = await registry.listResources(query)
  expect(after.items.map((item) => item.slug)).not.toContain(slug)
})

describe('every verb', () => {
  /** The registry over a database that counts how often it is asked. */
  function counted() {
    let trips = 0
    const db = new Proxy(env.DB, {
      get(target, property) {
        const value = Reflect.get(target, property)
        if (property === 'prepare') {
          return (sql: string) => {
            const statement = target.prepare(sql)
            for (const name of ['all', 'raw', 'run', 'first'] as const) {
              Object.defineProperty(statement, name, {
                value: () => {
                  throw new Error(`asked outside a batch: ${sql}`)
                },
              })
            }
            return statement
          }
        }
        if (property === 'batch') trips++
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    return { registry: createRegistry(db), trips: () => trips }
  }

  it.each([
    [
      'listResources',
      (r) => r.listResources({ filter: { cells: { ct: ['yes', 'unknown'] } }, order: 'certain', size: 5 }),
    ],
    [
      'listResources backwards',
      (r) => r.listResources({ filter: {}, order: 'table', size: 5, from: { place: [12], back: true } }),
    ],
    [
      'listResources of a text',
      (r) => r.listResources({ filter: {}, text: 'lung ultrasuond', order: 'match', size: 5 }),
    ],
    [
      'listResources with facets',
      (r) => r.listResources({ filter: {}, text: 'ct', order: 'match', size: 5, count: 'facets' }),
    ],
    ['getResource', (r) => r.getResource('covid-ct', { history: true })],
    ['resolveResource', (r) => r.resolveResource('covid-ct')],
    ['compareResources', (r) => r.compareResources(['eurorad', 'radiopaedia'])],
    ['citeResource', (r) => r.citeResource('eurorad', 'bibtex', 3000)],
    ['citeResource without one', (r) => r.citeResource(undefined, 'ris', 3000)],
    ['getOverview', (r) => r.getOverview()],
  ] satisfies [
    string,
    (registry: ReturnType<typeof createRegistry>) => Promise<unknown>,
  ][])('%s is one round trip to the database', async (_, ask) => {
    const { registry, trips } = counted()
    await ask(registry)
    expect(trips()).toBe(1)
  })
})

describe('a long citation', () => {
  it('names its first authors and says that there are others', async () => {
    const author = Array.from({ length: 100 }, (_, i) => ({ family: `Family${i}`, given: 'G.' }))
    const resource = madeUp(300, {
      references: [{ id: 'long', type: 'article', title: 'A long one', author }],
    })
    await insertResources([resource])
    const { entries } = await registry.citeResource(resource.slug, 'bibtex', 1000)
    expect(entries.at(-1)?.text).toContain('and {Family9}, G. and others}')
    expect(entries.at(-1)?.text).not.toContain('Family10')
    const whole = await registry.citeResource(resource.slug, 'bibtex', 100_000)
    expect(whole.entries.at(-1)?.text).toContain('Family99')
  })

  it('leaves its abstract out', async () => {
    const resource = madeUp(302, { description: 'd'.repeat(500), references: [] })
    await insertResources([resource])
    const cite = async (longest: number) =>
      (await registry.citeResource(resource.slug, 'bibtex', longest)).entries[0]?.text
    expect(await cite(3000)).toContain('abstract = {ddd')
    expect(await cite(400)).not.toContain('abstract')
  })

  it('of a resource without references is the resource itself', async () => {
    const resource = madeUp(301, { name: 'Without references' })
    await insertResources([resource])
    const { entries } = await registry.citeResource(resource.slug, 'apa', 1000)
    expect(entries.map((entry) => entry.text)).toEqual([expect.stringContaining('Without references')])
  })
})
