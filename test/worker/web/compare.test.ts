// GET /compare, on the registry with every release.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../../worker/app.ts'
import { applyEveryRelease } from '../../support/releases.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { changeResources, insertResources, madeUp, rename } from '../registry/made-up.ts'
import { decode, type Element, elementsOf } from './parsed.ts'

const NASTY = '</script><script>alert(1)</script>'
const FORMULA = '=HYPERLINK("https://evil.example")'

beforeAll(async () => {
  await applyEveryRelease()
  await insertResources([
    madeUp(900, { slug: 'nasty', name: NASTY, organization: NASTY, origins: [NASTY], license: NASTY }),
    madeUp(901, { slug: 'formula', name: FORMULA, organization: '+1', license: '-1', origins: ['@x'] }),
  ])
  await rename('cord-19', 'cord-nineteen')
  await changeResources(['eurorad'], { status: 'removed' }, '2026-11-28T12:00:00.000Z')
})

const ask = async (path: string, settings: object = {}) => app.request(path, {}, { ...env, ...settings })
const targetOf = async (path: string) => {
  const answer = await ask(path)
  expect(answer.status).toBe(303)
  return answer.headers.get('Location')
}

const textsOf = (all: readonly Element[], tag: string) =>
  all.filter((element) => element.tag === tag).map(({ text }) => decode(text))
const inputsOf = (all: readonly Element[]) =>
  Object.fromEntries(
    all.flatMap(({ tag, attributes }) =>
      tag === 'input' ? [[attributes.name, decode(attributes.value ?? '')]] : [],
    ),
  )

describe('the page of a comparison', () => {
  it('has two to four side by side, each with a link to its page, in one round trip', async () => {
    for (const slugs of [
      ['covid-ct', 'covidx-us'],
      ['covid-ct', 'covidx-us', 'radiopaedia', 'covid-net-covidx'],
    ]) {
      const { counts, DB } = watchedDatabase(env.DB)
      const query = slugs.map((slug, i) => `${'abcd'[i]}=${slug}`).join('&')
      const answer = await ask(`/compare?${query}`, { DB })
      expect(answer.status).toBe(200)
      expect(counts.batches).toBe(1)
      expect(counts.queries).toBeLessThan(9)
      const all = await elementsOf(answer)
      const links = all.flatMap(({ attributes }) => attributes.href ?? [])
      expect(links).toEqual(expect.arrayContaining(slugs.map((slug) => `/r/${slug}`)))
      expect(links).toContain(`/compare.csv?${query.replaceAll('&', '&amp;')}`)
    }
  })

  it('has the names of sources that are not listed in full, on the page and in its downloads', async () => {
    for (const form of ['/compare', '/compare.csv', '/compare.md']) {
      const text = await (await ask(`${form}?a=covidx-us&b=covidx-ct`)).text()
      expect(text).toContain('Life in the Fast Lane (LITFL)')
      expect(text).not.toMatch(/\blitfl\b/)
    }
  })

  it('has first what differs, then what is the same in all', async () => {
    const html = await (await ask('/compare?a=covid-ct&b=covidx-us')).text()
    const heads = [...html.matchAll(/<th scope="row">([^<]+)/g)].map(([, name]) => name)
    expect(heads).toEqual(expect.arrayContaining(['Licence', 'Size', 'File formats', 'Status', 'Ultrasound']))
    expect(html).toMatch(/The same in all: \d+ facts/)
  })

  it('says how each pair overlaps, by the kinds of image', async () => {
    const html = await (await ask('/compare?a=covid-net-covidx&b=covid-19-image-data-collection')).text()
    expect(html).toContain(
      'COVID-Net Open Source Initiative contains data from COVID-19 Image Data Collection.',
    )
    expect(html).toContain('Do not train on one and test on the other.')
  })

  it('is of the moment that it names, and keeps it', async () => {
    const all = await elementsOf(await ask('/compare?a=covid-ct&b=radiopaedia&release=2.0'))
    expect(textsOf(all, 'p').join(' ')).toContain('As recorded in release 2.0')
    expect(inputsOf(all)).toMatchObject({ a: 'covid-ct', b: 'radiopaedia', release: '2.0' })
    const links = all.flatMap(({ attributes }) => attributes.href ?? [])
    expect(links).toContain('/r/covid-ct?release=2.0')
  })

  it('shows what was removed as no longer listed', async () => {
    const html = await (await ask('/compare?a=covid-ct&b=eurorad')).text()
    expect(html).toContain('eurorad.org is no longer listed')
  })

  it('shows any text as it was typed', async () => {
    const html = await (await ask('/compare?a=nasty&b=formula')).text()
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;/script&gt;')
  })
})

describe('the address of a comparison', () => {
  it.each([
    ['/compare?a=COVID-CT&b=radiopaedia.org', '/compare?a=covid-ct&b=radiopaedia'],
    ['/compare?compare=covid-ct&compare=covidx-us', '/compare?a=covid-ct&b=covidx-us'],
    ['/compare?a=covid-ct&b=&c=covidx-us&d=', '/compare?a=covid-ct&b=covidx-us'],
    ['/compare?a=covid-ct&b=cord-19', '/compare?a=covid-ct&b=cord-nineteen'],
    [
      '/compare?release=3.0&compare=covid-ct&compare=covidx-us',
      '/compare?a=covid-ct&b=covidx-us&release=3.0',
    ],
  ])('%s is %s', async (path, target) => {
    expect(await targetOf(path)).toBe(target)
  })
})

describe('the form that chooses', () => {
  it.each(['/compare', '/compare?a=covid-ct', '/compare?compare=covid-ct'])('is at %s', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    const all = await elementsOf(answer)
    expect(inputsOf(all).a).toBe(path === '/compare' ? '' : 'COVID-CT')
    const suggested = all.filter(({ tag }) => tag === 'option').map(({ attributes }) => attributes.value)
    expect(suggested).toContain('COVIDx-US')
    expect(suggested).not.toContain('eurorad.org')
  })

  it.each([
    ['?a=covid-ct&b=zebrafish', 404, 'Nothing listed is called “zebrafish”'],
    ['?a=covid-ct&b=COVID-CT', 400, '“COVID-CT” is named twice: choose different data sets.'],
    ['?compare=1&compare=2&compare=3&compare=4&compare=5', 400, 'You chose 5. At most 4 fit side by side.'],
    ['?a=covid-ct&b=covidx-us&release=9.9', 400, 'release'],
  ])('says at %s why nothing is compared, and keeps what was typed', async (query, status, message) => {
    const answer = await ask(`/compare${query}`)
    expect(answer.status).toBe(status)
    const all = await elementsOf(answer)
    expect(textsOf(all, 'p').join('\n')).toContain(message)
    if (status === 404) expect(inputsOf(all)).toMatchObject({ a: 'COVID-CT', b: 'zebrafish' })
  })
})

describe('a comparison as a text', () => {
  it('is a CSV file that makes no formulas', async () => {
    const answer = await ask('/compare.csv?a=nasty&b=formula')
    expect(answer.headers.get('Content-Type')).toContain('text/csv')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="nasty-and-formula.csv"')
    const lines = new TextDecoder().decode(await answer.arrayBuffer()).split('\r\n')
    expect(lines[0]).toBe(`,${NASTY},"'=HYPERLINK(""https://evil.example"")"`)
    expect(lines).toContain(`Organisation,${NASTY},'+1`)
    expect(lines).toContain(`Data from,${NASTY},'@x`)
  })

  it('is a Markdown file', async () => {
    const answer = await ask('/compare.md?a=covid-ct&b=covidx-us', { PUBLIC_URL: 'https://covid.example' })
    expect(answer.headers.get('Content-Type')).toContain('text/markdown')
    expect((await answer.text()).split('\n')[0]).toBe(
      '|  | [COVID-CT](https://covid.example/r/covid-ct) | [COVIDx-US](https://covid.example/r/covidx-us) |',
    )
  })

  it('leads to the page where nothing can be compared', async () => {
    expect(await targetOf('/compare.csv?a=covid-ct')).toBe('/compare?a=covid-ct')
    expect(await targetOf('/compare.md?a=covid-ct&b=zebrafish')).toBe('/compare?a=covid-ct&b=zebrafish')
  })
})
