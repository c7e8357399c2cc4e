import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import release from '../../../schema/survey/3.0.json' with { type: 'json' }
import { app } from '../../../worker/app.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { picturePath, REGISTRY_PICTURE, resourcePicture } from '../../../worker/web/preview/picture.ts'
import { applyReleases } from '../../support/releases.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { FULL } from '../../unit/formats/full-record.ts'
import { changeResources, insertResources, rename } from '../registry/made-up.ts'
import { ANNA, addition, SENDER } from '../registry/submissions.ts'
import { decode, type Element, elementsOf } from './parsed.ts'

const registry = createRegistry(env.DB)
const PUBLIC_URL = 'https://covid.example'

const ask = async (path: string, settings: object = { PUBLIC_URL }) =>
  app.request(path, {}, { ...env, ...settings })

const elements = async (path: string) => elementsOf(await ask(path))
const having = (all: readonly Element[], tag: string, attributes: Readonly<Record<string, string>> = {}) =>
  all.filter(
    (element) =>
      element.tag === tag &&
      Object.entries(attributes).every(([name, value]) => element.attributes[name] === value),
  )
const textOf = (all: readonly Element[], tag: string, attributes = {}) =>
  having(all, tag, attributes).map(({ text }) => decode(text))

/** All rows of facts, those about getting the data first. */
const factsOf = (all: readonly Element[]) => textOf(all, 'dl', { class: 'facts' }).join('')

const NASTY = '</script><script>alert(1)</script><!--'
const nasty: Resource = {
  ...FULL,
  slug: 'nasty',
  name: `Nasty ${NASTY}`,
  organization: NASTY,
  derivedFrom: [],
  origins: [],
  position: 900,
  version: 1,
  claims: [
    { field: 'license', value: 'MIT', source: 'javascript:alert(1)', asOf: '2020', stated: false },
    {
      field: 'license',
      value: 'CC BY-NC 4.0',
      source: 'https://lungs.example/a; a book, page 7',
      asOf: '2021-03',
      stated: true,
    },
  ],
}

const use = { commercial: 'no', redistribution: 'yes', modification: 'yes', note: null } as const
const labelled: Resource = {
  ...FULL,
  slug: 'labelled',
  url: 'https://labelled.example/',
  description: 'Slices of lungs, with masks.',
  use,
  annotations: ['class_labels', 'lesion_masks'],
  countries: ['IT', 'CN'],
  formats: ['NIfTI (gzipped)', 'CSV'],
  fileFormats: ['NIfTI', 'CSV'],
  downloadBytes: 18_700_000_000,
  versions: [
    { label: '1.0', date: '2020-05', url: null, available: 'no' },
    { label: '2.0', date: null, url: 'https://labelled.example/v2', available: 'yes' },
  ],
  otherUrls: ['https://mirror.example/lungs'],
  derivedFrom: [],
  origins: [],
  position: 901,
  version: 1,
  claims: [
    {
      field: 'description',
      value: 'Slices of lungs, with masks.',
      source: 'Its page',
      asOf: null,
      stated: true,
    },
    {
      field: 'otherUrls',
      value: ['https://mirror.example/lungs'],
      source: 'The mirror',
      asOf: null,
      stated: true,
    },
  ],
}
const narrowed: Resource = {
  ...labelled,
  slug: 'narrowed',
  url: 'https://narrowed.example/',
  use: { ...use, redistribution: 'conditional', note: 'On request.' },
  claims: [],
  position: 902,
}

beforeAll(async () => {
  await applyReleases()
  await insertResources([nasty, labelled, narrowed])
  await rename('cord-19', 'cord-nineteen')
  await changeResources(['eurorad'], { status: 'removed', successor: 'covid-ct' }, '2026-11-24T12:00:00.000Z')
  await env.DB.prepare(
    `insert into changes (subject, subject_id, version, action, record, reason, at)
     select 'resource', subject_id, 4, 'removed', record, 'It has closed.', '2026-11-25T00:00:00.000Z'
     from changes where subject = 'resource' and record ->> '$.slug' = 'eurorad' order by version desc limit 1`,
  ).run()
})

it('has no link in words that read as another address than the one they lead to', async () => {
  const words = ['https://gіthub.com/x', 'https://github.com%2eevil.com/x', 'https://github.com@evil.com/x']
  const [organization = '', ...cautions] = words
  const added = await registry.submit(
    SENDER,
    addition('Words for addresses', { organization, cautions, notes: organization }),
    { door: 'discord' },
  )
  const { reference } = added.submission
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  const { slug } = await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  for (const path of [`/r/${slug}`, `/history?slug=${slug}`]) {
    const all = await elements(path)
    expect(all.map(({ text }) => decode(text)).join()).toContain(organization)
    expect(
      having(all, 'a').filter(({ attributes }) => /evil|thub.com\/x|xn--/.test(attributes.href ?? '')),
    ).toEqual([])
  }
})

describe('the page of a resource', () => {
  it.each([
    '/r/covidx-ct',
    '/history',
    '/about',
    '/history?slug=covid-ct',
  ])('%s asks the database once', async (path) => {
    const { counts, DB } = watchedDatabase(env.DB)
    expect((await ask(path, { DB })).status).toBe(200)
    expect(counts.batches).toBe(1)
    expect(counts.queries).toBeLessThan(12)
  })

  it('tells facts with the numbers of their sources, and links to what a browser may open alone', async () => {
    const all = await elements('/r/nasty')
    const notes = having(all, 'li').filter(({ attributes }) => attributes.id?.startsWith('source-'))
    expect(notes.map(({ text }) => decode(text))).toEqual([
      'https://lungs.example/a; a book, page 7, March 2021',
      'javascript:alert(1), 2020',
    ])
    const addresses = having(all, 'a').map(({ attributes }) => attributes.href ?? '')
    expect(addresses.filter((href) => !/^(https?:\/\/|[/#])/.test(href))).toEqual([])
    expect(addresses).toContain('https://lungs.example/a')
    expect(factsOf(all)).toContain('CC BY-NC 4.0 (CC-BY-NC-4.0): credit, no commercial use1')
    expect(addresses).toContain('https://spdx.org/licenses/CC-BY-NC-4.0')
  })

  it.each([
    'nasty',
    'covidx-ct',
    'covid-net-covidx',
  ])('%s numbers its sources as they are read', async (slug) => {
    const all = await elements(`/r/${slug}`)
    const cited = having(all, 'a').flatMap(
      ({ attributes }) => /^#source-(\d+)$/.exec(attributes.href ?? '')?.[1] ?? [],
    )
    const firsts = [...new Set(cited)].map(Number)
    expect(firsts).toEqual(firsts.map((_, i) => i + 1))
    const listed = having(all, 'li').filter(({ attributes }) => attributes.id?.startsWith('source-'))
    expect(listed.length).toBeGreaterThanOrEqual(firsts.length)
  })

  it('has the description under the name, and facts that are more than a line', async () => {
    const all = await elements('/r/labelled')
    expect(textOf(all, 'p', { class: 'description' })).toEqual(['Slices of lungs, with masks.1'])
    const facts = factsOf(all)
    expect(facts).toContain(
      'UseCommercial use: noRedistribution: yesChanged copies: yesThis follows from the licence.',
    )
    expect(facts).toContain('AnnotationsClass labels, lesion masks')
    expect(facts).toContain('CountriesItaly, China')
    expect(facts).toContain('File formatsNIfTI, CSVIn the words of the source: NIfTI (gzipped), CSV')
    expect(facts).toContain('Download size18.7\u00a0GB')
    expect(facts).toContain('Other addresseshttps://mirror.example/lungs2')
    const rows = textOf(all, 'table', { class: 'versions' })
    expect(rows).toEqual(['VersionDateAvailable1.0May 2020no2.0not recordedyes'])
    expect(having(all, 'a', { href: 'https://labelled.example/v2' })).toHaveLength(1)
  })

  it('says where a source allows less than the licence', async () => {
    const facts = factsOf(await elements('/r/narrowed'))
    expect(facts).toContain('Redistribution: on conditions')
    expect(facts).toContain('A source allows less than the licence does.On request.')
  })

  it('shows each value where sources disagree, and which the record states', async () => {
    const rows = textOf(await elements('/r/cord-nineteen'), 'tr')
    expect(rows).toContainEqual(expect.stringMatching(/^CTyes — shown in the recordKalkreuth/))
    expect(rows).toContainEqual(expect.stringMatching(/^CTno.*13 May 2025$/))
  })

  it('draws the lineage with an arrow for each edge, and says what follows from it', async () => {
    const all = await elements('/r/covidx-ct')
    expect(having(all, 'path').length).toBeGreaterThan(12)
    expect(textOf(all, 'title')).toContain('The lineage of COVIDx CT')
    const [article = ''] = textOf(all, 'article')
    expect(article).toMatch(
      /It contains data from \d+ listed data sets and may share images with \d+ others?\. Do not train/,
    )
    expect(article).toMatch(/COVID-19 CT Lung and Infection Segmentation Dataset\d*coronacases\.org/)
    expect(textOf(all, 'small').filter((text) => text.startsWith('also built on ')).length).toBeGreaterThan(2)
  })

  it('names what is not listed by its name, and counts it with no overlap', async () => {
    const [article = ''] = textOf(await elements('/r/covidx-us'), 'article')
    expect(article).toContain('The POCUS Atlas1 not listed here')
    expect(article).not.toContain('thepocusatlas')
    expect(article).toMatch(/It contains data from 1 listed data set and may share images with/)
  })

  it('has the line to type where the host has one, and none where access is granted by a person', async () => {
    expect(textOf(await elements('/r/covidx-ct'), 'pre', { id: 'download-line' })).toEqual([
      'kaggle datasets download -d hgunraj/covidxct',
    ])
    expect(having(await elements('/r/nccid'), 'pre', { id: 'download-line' })).toEqual([])
  })

  it('leads past the data of what has ended', async () => {
    const all = await elements('/r/bsti-covid-19-imaging-database')
    const buttons = having(all, 'a').filter(({ attributes }) => attributes.class?.startsWith('button'))
    expect(buttons.map(({ attributes, text }) => [attributes.class, attributes.href, decode(text)])).toEqual([
      ['button main', '/r/nccid', expect.stringMatching(/^See /)],
      ['button', expect.stringMatching(/^https:/), 'Open its page'],
    ])
  })

  it('dates an end, and calls nothing seen that has ended', async () => {
    const [glance = ''] = textOf(await elements('/r/cord-nineteen'), 'ul', { class: 'glance' })
    expect(glance).toContain('discontinued, as of 13 May 2025')
    expect(glance).not.toContain('seen')
  })

  it('leads from what is not recorded to the form at that field, while it can be changed', async () => {
    const hrefs = async (path: string) =>
      having(await elements(path), 'a').map(({ attributes }) => attributes.href ?? '')
    expect(await hrefs('/r/sirm-covid-19-database')).toContain(
      '/r/sirm-covid-19-database/report?field=license',
    )
    const then = await hrefs('/r/sirm-covid-19-database?release=2.0')
    expect(then.filter((href) => href.includes('/report'))).toEqual([])
  })

  it('leads to a comparison that has it already, as of the same moment', async () => {
    const compare = async (path: string) =>
      having(await elementsOf(await ask(path)), 'a').find(({ text }) => text === 'Compare with…')?.attributes
        .href
    expect(await compare('/r/covid-ct')).toBe('/compare?a=covid-ct')
    const then = decode((await compare('/r/covid-ct?release=2.0')) ?? '')
    expect(then).toBe('/compare?a=covid-ct&release=2.0')
    const [field] = having(await elementsOf(await ask(then)), 'input', { id: 'a' })
    expect(field?.attributes.value).toBe('COVID-CT')
    expect(await compare('/r/eurorad')).toBeUndefined()
  })

  it('leads programs to its other forms, in the head as in the header', async () => {
    const answer = await ask('/r/covid-ct')
    const link = answer.headers.get('Link') ?? ''
    const all = await elementsOf(answer)
    const alternates = having(all, 'link', { rel: 'alternate' }).map(
      ({ attributes }) => attributes.href ?? '',
    )
    expect(alternates.length).toBeGreaterThan(7)
    for (const suffix of ['json', 'jsonld', 'ttl', 'croissant.json', 'bib', 'ris', 'csl']) {
      expect(alternates).toContain(`${PUBLIC_URL}/v1/resources/covid-ct.${suffix}`)
      expect(link).toContain(`<${PUBLIC_URL}/v1/resources/covid-ct.${suffix}>; rel="alternate"`)
    }
    expect(having(all, 'link', { rel: 'canonical' })[0]?.attributes.href).toBe(`${PUBLIC_URL}/r/covid-ct`)
    expect(having(all, 'meta', { property: 'og:url' })[0]?.attributes.content).toBe(
      `${PUBLIC_URL}/r/covid-ct`,
    )
    const withoutUrl = await elementsOf(await ask('/r/covid-ct', { PUBLIC_URL: '' }))
    expect(having(withoutUrl, 'link', { rel: 'canonical' })).toEqual([])
    expect(having(withoutUrl, 'meta', { property: 'og:url' })).toEqual([])
  })

  it('has a picture beside links to it, whose address follows what it says, where the registry knows its own', async () => {
    const picture = async (path: string, settings?: object) =>
      having(await elementsOf(await ask(path, settings)), 'meta', { property: 'og:image' })[0]?.attributes
        .content
    const drawn = await Promise.all(
      ['covid-ct', 'midrc', 'covidx-us'].map(async (slug) => {
        const item = release.items.find((one) => one.slug === slug) as StoredRecord
        return [slug, PUBLIC_URL + (await picturePath(resourcePicture(completeRecord(item))))] as const
      }),
    )
    for (const [slug, address] of drawn) expect(await picture(`/r/${slug}`)).toBe(address)
    expect(await picture('/r/covid-ct?release=2.0')).not.toBe(await picture('/r/covid-ct'))
    expect(await picture('/')).toBe(PUBLIC_URL + (await picturePath(REGISTRY_PICTURE)))
    expect(await picture('/r/covid-ct', { PUBLIC_URL: '' })).toBeUndefined()
  })

  it('gets the picture of the registry while none of its own is deployed', async () => {
    const registry = await picturePath(REGISTRY_PICTURE)
    const answer = await ask('/previews/nasty-0123456789abcdef.png')
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, registry])
    expect((await ask(registry)).status).toBe(404)
  })

  it('has its linked data and its preview in scripts that no text of others can end', async () => {
    const all = await elements('/r/nasty')
    const scripts = having(all, 'script')
    expect(scripts.map(({ attributes }) => attributes.type)).toEqual([
      undefined,
      'application/json',
      'application/ld+json',
    ])
    const [, embed, linkedData] = scripts.map(({ text }) => text)
    expect(JSON.parse(linkedData ?? '')).toMatchObject({ '@type': 'Dataset', name: nasty.name })
    expect(JSON.parse(embed ?? '').component.components[0].content).toContain(String.raw`\<script\>`)
  })

  it('is told as it was, by itself and not by the page of now', async () => {
    const then = await elements('/r/covid-ct?release=2.0')
    expect(textOf(then, 'div', { class: 'notice' })[0]).toBe(
      'This is the record in release 2.0, 12 May 2020. See the present record',
    )
    expect(factsOf(then)).not.toContain('746')
    const hrefs = having(then, 'a').map(({ attributes }) => attributes.href)
    expect(hrefs).toContain('/v1/resources/covid-ct.bib?release=2.0')
    expect((await ask('/r/covid-ct?release=9')).status).toBe(400)
    expect((await ask('/r/covid-ct?at=yesterday')).status).toBe(400)
    expect((await ask('/r/covid-ct?at=2020-05-13T00:00:00Z')).status).toBe(200)
    expect((await ask('/r/midrc?release=2.0')).status).toBe(404)
  })
})

describe('the table', () => {
  it('previews with its counts, and buttons to whole addresses alone', async () => {
    const preview = async (settings?: object) => {
      const [script] = having(await elementsOf(await ask('/', settings)), 'script', {
        id: 'discord:component-embed',
      })
      return script?.text ?? ''
    }
    const source = await preview()
    expect(source).toMatch(/\*\*Ultrasound\*\* \d+ yes · \d+ no · \d+ unknown/)
    expect(source).toContain(`"url":"${PUBLIC_URL}/"`)
    expect(await preview({ PUBLIC_URL: '' })).not.toContain('"url"')
  })
})

describe('an address of a resource', () => {
  it.each([
    ['/r/COVID-CT?release=2.0', '/r/covid-ct?release=2.0'],
    ['/r/covid-ct/?a=b', '/r/covid-ct?a=b'],
    ['/r/cord-19?at=2026-11-23T12%3A00%3A00Z', '/r/cord-nineteen?at=2026-11-23T12%3A00%3A00Z'],
  ])('%s leads to %s for good', async (asked, right) => {
    const answer = await ask(asked)
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, right])
  })

  it.each(['/r/covid-ctt', '/r/no%20slug', '/r/%3Cb%3E'])('%s that is none offers a search', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    const [input] = having(await elementsOf(answer), 'input')
    expect(input?.attributes.value).toMatch(/^(covid ctt|no slug|b)$/)
  })

  it('of one that was removed tells when and why, and keeps what was known', async () => {
    const answer = await ask('/r/eurorad')
    expect(answer.status).toBe(410)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const all = await elementsOf(answer)
    const [notice] = textOf(all, 'div', { class: 'notice warning' })
    expect(notice).toContain('No longer listed since 25 November 2026. It has closed.')
    expect(notice).toContain('Successor: COVID-CT')
    expect(textOf(all, 'dl', { class: 'facts data-types' })[0]).toMatch(/^HasCT/)
    expect(textOf(all, 'ul', { class: 'latest' })[0]).toContain('25 November 2026: version 4, removed')
    expect(having(all, 'meta', { property: 'og:description' })[0]?.attributes.content).toMatch(
      /^No longer listed · /,
    )
    expect(having(all, 'a', { href: '/r/eurorad/report' })).toEqual([])
    expect((await ask('/r/eurorad?release=3.0')).status).toBe(200)
  })
})

describe('the history', () => {
  it('goes back to earlier changes, and forth to later ones', async () => {
    const earlier = await elements('/history?before=15')
    expect(textOf(earlier, 'h2')).toEqual(['12 May 2020'])
    const [later] = having(earlier, 'a', { rel: 'prev' })
    const rest = await elements(later?.attributes.href ?? '')
    expect(textOf(rest, 'h2')[0]).toMatch(/ November 2026$/)
    expect(having(rest, 'a', { rel: 'next' })).toHaveLength(1)
    expect(having(await elements('/history'), 'a', { href: '/feed.atom' }).length).toBeGreaterThan(0)
  })

  it('of one resource has each field before and after', async () => {
    const all = await elements('/history?slug=covid-ct')
    expect(textOf(all, 'h1')).toEqual(['History'])
    // Access was unknown before, which is no value to strike out.
    expect(textOf(all, 'del')).toEqual([])
    expect(textOf(all, 'ins')).toContain('open to everyone')
    expect((await ask('/history?slug=nothing-like-it')).status).toBe(404)
    expect((await ask('/history?before=soon')).status).toBe(400)
  })
})

describe('the about page', () => {
  it('says what the words mean and how to cite the release and the survey, in each style', async () => {
    const all = await elements('/about')
    const [text] = textOf(all, 'article')
    for (const word of ['Kalkreuth', 'application required', 'not checked', 'diagnostic performance'])
      expect(text).toContain(word)
    expect(having(all, 'pre')).toHaveLength(8)
    expect(textOf(all, 'pre', { id: 'survey-work-bibtex' })[0]).toContain('author')
  })
})
