// What HTTP itself has to say: negotiation, repeated parameters, addresses, encodings, headers.

import { describe, expect, it } from 'vitest'
import { addition } from '../registry/submissions.ts'
import { documented } from './documented.ts'
import { get, getText } from './get.ts'
import { anAddress, call } from './requests.ts'

const BASE = 'https://registry.example'
const accepting = (path: string, accept: string) => get(path, {}, { headers: { Accept: accept } })
const typeOf = async (path: string, accept: string) => {
  const answer = await accepting(path, accept)
  return answer.status === 200 ? answer.headers.get('Content-Type')?.split(';')[0] : answer.status
}
const CROISSANT = 'application/ld+json; profile="http://mlcommons.org/croissant/1.1"'

describe('Accept', () => {
  it.each([
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json;version=1;charset="utf-8"',
    'Application/JSON; odata.metadata=minimal; q=0.3',
    'text/html;level=1;q=0, application/json ; indent=2',
    '*/*; charset=utf-8',
    'application/*;v=2',
    'application/json;q=',
    'application/json;q=high',
    'application/json;q=1.5',
    'application/json;',
    'text/x;note="a, b; application/xml", application/json;x="a,b;c"',
    '',
    ' , ',
  ])('%j takes JSON', async (accept) => {
    for (const path of ['/v1/resources', '/v1/stats', '/v1/resources/covid-ct', '/openapi.json'])
      expect(await typeOf(path, accept), path).toBe('application/json')
  })

  it.each([
    ['application/json;q=0.4;charset=utf-8, text/turtle;q=0.5;level=1', 'text/turtle'],
    ['application/json;charset=utf-8, text/turtle;q=0.5', 'application/json'],
    ['text/turtle;charset=iso-8859-1', 'text/turtle'],
    ['application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"', 'application/ld+json'],
    ['application/json;q=0, */*;q=0.1', 'application/ld+json'],
    ['application/x-bibtex; charset=UTF-8; q=0.9, application/json; q=0.8', 'application/x-bibtex'],
    ['application/json; charset=utf-8; q=0', 406],
    ['image/png; charset=utf-8', 406],
  ])('%j of a resource takes %j', async (accept, type) => {
    expect(await typeOf('/v1/resources/covid-ct', accept)).toBe(type)
  })

  it('with the profile of Croissant takes Croissant, and without it JSON-LD', async () => {
    const text = async (accept: string) => (await accepting('/v1/resources/covid-ct', accept)).text()
    expect(await text(`${CROISSANT}; charset=utf-8`)).toContain('mlcommons.org/croissant')
    expect(await text('application/ld+json; profile="https://other.example"')).not.toContain('mlcommons')
  })
})

describe('a browser that opens the address of a record', () => {
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
  const opened = (path: string) => get(path, { PUBLIC_URL: BASE }, { headers: { Accept: BROWSER } })

  it.each(['', '?release=2.0', '?at=2021-01-01T00:00:00Z'])('is led to its page%s', async (query) => {
    const { status, headers } = await opened(`/v1/resources/covid-ct${query}`)
    expect([status, headers.get('Location')]).toEqual([303, `${BASE}/r/covid-ct${query}`])
    expect(headers.get('Vary')).toContain('Accept')
  })

  it('is led nowhere where there is no such record, and not from a form of it', async () => {
    expect((await opened('/v1/resources/nowhere')).status).toBe(404)
    expect((await opened('/v1/resources/covid-ct?release=9')).status).toBe(400)
    expect((await opened('/v1/resources/covid-ct.json')).status).toBe(200)
  })
})

describe('a repeated parameter is a list', () => {
  const found = async (query: string) => {
    const answer = await get(`/v1/resources?${query}`)
    expect(answer.status, query).toBe(200)
    return (await answer.json<{ items: { slug: string }[] }>()).items.map(({ slug }) => slug)
  }

  it.each([
    ['ct=yes&ct=unknown', 'ct=yes,unknown'],
    ['mri=no&mri=unknown&mri=', 'mri=no,unknown'],
    ['caseReview=yes&caseReview=yes', 'caseReview=yes'],
    ['status=unknown&status=active,moved', 'status=unknown,active,moved'],
    ['access=open&access=unknown', 'access=open,unknown'],
    ['license=unknown&license=MIT', 'license=MIT,unknown'],
    ['ultrasound=unknown&ultrasound=yes,no', 'ultrasound=yes,no,unknown'],
    ['fileFormat=&fileFormat=DICOM&fileFormat=NIfTI', 'fileFormat=DICOM,NIfTI'],
    ['country=DE&country=CN,DE', 'country=CN,DE'],
    ['annotations=reports&annotations=outcomes', 'annotations=reports,outcomes'],
  ])('%s as %s', async (repeated, joined) => {
    expect(await found(repeated)).toEqual(await found(joined))
    expect(await getText(`/v1/export.csv?${repeated}`)).toBe(await getText(`/v1/export.csv?${joined}`))
  })

  it.each(['sort', 'q', 'limit', 'release', 'at', 'cursor'])('but not %s', async (name) => {
    const answer = await get(`/v1/resources?${name}=1&${name}=2`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Give this once.')
  })

  it.each([
    'ct[]',
    'colour',
    'href',
  ])('of the unknown name %s is refused for its name alone', async (name) => {
    const { detail } = await (await get(`/v1/resources?${name}=yes&${name}=no`)).json<{ detail: string }>()
    expect(detail).toBe(`${name}: This name is not known here.`)
  })

  it('with one bad value is refused', async () => {
    expect((await get('/v1/resources?ct=yes&ct=maybe')).status).toBe(400)
  })
})

describe('a wrong value is refused in a sentence that says what to give', () => {
  const VALUES = [
    '',
    ' ',
    '0',
    '-1',
    'null',
    '2020',
    '2020-01-01',
    'x'.repeat(600),
    '\u202e',
    '%',
    '[1]',
    'a b',
  ]

  it.each(
    documented
      .filter(({ method, path }) => method === 'GET' && path !== '/oai')
      .map((one) => [one.path, one]),
  )('%s', async (path, { parameters }) => {
    for (const { name } of parameters.filter((parameter) => parameter.in === 'query'))
      for (const value of VALUES) {
        const answer = await get(
          `${path.replace(/\{\w+\}/, 'covid-ct')}?${new URLSearchParams({ [name]: value })}`,
        )
        if (answer.status === 200) continue
        const { detail } = await answer.json<{ detail: string }>()
        expect(detail).not.toMatch(/Invalid|cannot be taken|undefined|\^|\\/)
        expect(detail).toMatch(/\.$/)
      }
  })

  it('names an instant as an example', async () => {
    for (const at of ['yesterday', '2020-05-12', '12.05.2020', '2020-05-12T00:00:00', '1589241600'])
      expect(await getText(`/v1/resources?at=${at}`)).toContain(
        'Give a time with Z or an offset, as in 2020-12-31T23:59:59Z.',
      )
  })
})

it.each([
  '2021-05-12T02:00:00+02:00',
  '2021-05-12T05:30:00+05:30',
  '2021-05-12T00:00:00z',
  '2021-05-12t00:00:00.000Z',
])('the instant %s is read, though its plus sign is a space in a query', async (at) => {
  for (const path of ['/v1/resources', '/v1/resources/covid-ct', '/v1/changes', '/v1/references'])
    expect(await getText(`${path}?at=${at}`), path).toBe(await getText(`${path}?at=2021-05-12T00:00:00Z`))
  for (const path of ['/r/covid-ct', '/history'])
    expect((await get(`${path}?at=${at}`)).status, path).toBe(200)
  const table = new URL((await get(`/?at=${at}`)).headers.get('Location') ?? '', BASE)
  expect(Date.parse(table.searchParams.get('at') ?? '')).toBe(Date.UTC(2021, 4, 12))
})

describe('an address with a slash at its end', () => {
  it.each([
    ['/v1/resources/', '/v1/resources'],
    ['/v1/resources/?ct=yes', '/v1/resources?ct=yes'],
    ['/v1/export.csv//', '/v1/export.csv'],
    ['/about/', '/about'],
    ['/feed.atom/', '/feed.atom'],
    ['/healthz/', '/healthz'],
    ['//evil.example/', '/evil.example'],
    ['/%5Cevil.example/', '/%5Cevil.example'],
  ])('%s leads to %s', async (path, to) => {
    const { status, headers } = await get(`https://registry.example${path}`)
    expect([status, headers.get('Location')]).toEqual([308, to])
  })

  it('keeps method and body', async () => {
    const answer = await call('POST /submissions/', { json: addition('With a slash') })
    // A client that follows redirects sends it again.
    expect(answer.status).toBe(201)
  })
})

describe('changes of a resource', () => {
  it.each(['nope', 'covid', 'x-1'])('of the unknown slug %s are not found', async (slug) => {
    const answer = await get(`/v1/changes?slug=${slug}`)
    expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([404, 'not_found'])
  })

  it('of a listed one are there', async () => {
    const { items } = await (await get('/v1/changes?slug=covid-ct')).json<{ items: unknown[] }>()
    expect(items).toHaveLength(1)
  })
})

describe('a compressed body', () => {
  const gzip = async (text: string) =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
  const sent = (headers: Record<string, string>, body: BodyInit) =>
    get(
      '/v1/submissions',
      {},
      {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': anAddress(), ...headers },
      },
    )

  it.each([
    { 'Content-Encoding': 'gzip' },
    { 'content-encoding': 'x-gzip' },
    {},
  ])('with %j is refused with what can be taken', async (headers) => {
    const answer = await sent(headers, await gzip(JSON.stringify(addition('Zipped'))))
    expect([answer.status, answer.headers.get('Accept-Encoding')]).toEqual([415, 'identity'])
    expect(await answer.text()).toContain('The body is compressed')
  })

  it.each(['deflate', 'br', 'zstd'])('by %s too', async (coding) => {
    expect((await sent({ 'Content-Encoding': coding }, '{}')).status).toBe(415)
  })

  it.each([
    ['zlib', [0x78, 0x9c, 0x4b, 0x04]],
    ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
    ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
    ['bzip2', [0x42, 0x5a, 0x68, 0x39]],
    ['XZ', [0xfd, 0x37, 0x7a, 0x58]],
  ])('by %s too, where no header says so', async (_, bytes) => {
    const answer = await sent({}, new Uint8Array(bytes))
    expect([answer.status, answer.headers.get('Accept-Encoding')]).toEqual([415, 'identity'])
    expect(await answer.text()).toContain('The body is compressed')
  })

  it.each([
    'utf-8',
    'base64',
    'aws-chunked',
  ])('is none where it is said to be encoded as %s', async (coding) => {
    const answer = await sent({ 'Content-Encoding': coding }, '{}')
    expect([answer.status, answer.headers.get('Accept-Encoding')]).toEqual([415, 'identity'])
    expect(await answer.text()).toContain(`Content-Encoding “${coding}” cannot be read here. Leave it out.`)
  })

  it('that is none is read', async () => {
    expect((await sent({ 'Content-Encoding': 'identity' }, JSON.stringify(addition('Plain')))).status).toBe(
      201,
    )
    expect((await sent({}, '{')).status).toBe(400)
  })

  it('of a form for OAI-PMH too', async () => {
    const answer = await get(
      '/oai',
      { PUBLIC_URL: BASE, CONTACT_EMAIL: 'a@b.org' },
      {
        method: 'POST',
        body: await gzip('verb=Identify'),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Encoding': 'gzip' },
      },
    )
    expect(answer.status).toBe(415)
  })
})

it.each([
  '/v1/resources',
  '/v1/resources/covid-ct.bib',
  '/v1/resources/nowhere',
  '/v1/nothing',
  '/v1/resources?ct=maybe',
  '/v1/export.csv',
  '/feed.atom',
  '/openapi.json',
  '/healthz',
  '/',
  '/nothing',
])('%s is never taken for another type', async (path) => {
  expect((await get(path)).headers.get('X-Content-Type-Options')).toBe('nosniff')
})

describe('robots.txt', () => {
  it('leads crawlers to the sitemap where the address is known', async () => {
    const answer = await get('/robots.txt', { PUBLIC_URL: `${BASE}/` })
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    const text = await answer.text()
    expect(text).toMatch(
      /^User-agent: \*\n(Disallow: \/\S+\n)+Allow: \/\n\nSitemap: https:\/\/registry.example\/sitemap.xml\n$/,
    )
    expect(await getText('/robots.txt', { PUBLIC_URL: '' })).not.toContain('Sitemap')
  })

  it('keeps them from what is private or without end, and from nothing that the sitemap has', async () => {
    const rules = (await getText('/robots.txt', { PUBLIC_URL: BASE })).matchAll(/^Disallow: (\S+)$/gm)
    const disallowed = Array.from(
      rules,
      ([, rule = '']) => new RegExp(`^${rule.replace(/[.?]/g, '\\$&').replaceAll('*', '.*')}`),
    )
    const isKept = (path: string) => disallowed.some((rule) => rule.test(path))
    for (const path of [
      '/review',
      '/review/sign-in',
      '/submissions/abc',
      '/?ct=yes',
      '/v1/resources?ct=yes',
      '/r/covid-ct/report',
      '/submit?url=x',
    ])
      expect(isKept(path), path).toBe(true)
    const map = await getText('/sitemap.xml', { PUBLIC_URL: BASE })
    const paths = Array.from(
      map.matchAll(/<loc>https:\/\/registry\.example([^<]*)</g),
      ([, path = '']) => path,
    )
    expect(paths.slice(0, 7)).toEqual([
      '/',
      '/about',
      '/history',
      '/docs',
      '/submit',
      '/privacy',
      expect.stringMatching(/^\/r\//),
    ])
    for (const path of [...paths, '/v1/resources/covid-ct', '/v1/export.csv'])
      expect(isKept(path), path).toBe(false)
    for (const path of paths.slice(0, 6)) expect((await get(path)).status, path).toBe(200)
  })
})

describe('security.txt', () => {
  it('names the contact, for less than a year, and where it is from', async () => {
    const answer = await get('/.well-known/security.txt', { PUBLIC_URL: BASE, CONTACT_EMAIL: 'safe@x.org' })
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain('Contact: mailto:safe@x.org\n')
    expect(text).toContain(`Canonical: ${BASE}/.well-known/security.txt\n`)
    const days = (Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '') - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(200)
    expect(days).toBeLessThan(365)
  })

  it('is not there without a contact', async () => {
    expect((await get('/.well-known/security.txt', { CONTACT_EMAIL: '' })).status).toBe(404)
  })
})

describe('the CSV for Excel', () => {
  it('is the CSV after a byte order mark', async () => {
    expect(await getText('/v1/export.excel.csv?ct=yes')).toBe(
      `\u{feff}${await getText('/v1/export.csv?ct=yes')}`,
    )
  })

  it('is on the list of downloads', async () => {
    expect(await getText('/?ct=yes')).toContain('href="/v1/export.excel.csv?ct=yes"')
  })
})
