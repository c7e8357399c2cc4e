import { describe, expect, it } from 'vitest'
import printed from '../../../schema/survey/2.0.json' with { type: 'json' }
import { list, type Page, printedWith, refusedFields, slugs } from './reads.ts'
import { call, read } from './requests.ts'

describe('the list of resources', () => {
  it('is the whole table as printed, in its order', async () => {
    const { items, nextCursor } = await list('limit=100')
    expect(nextCursor).toBeNull()
    expect(
      items.map(({ slug, name, url, organization, availability, position }) => ({
        position,
        slug,
        name,
        url,
        organization,
        availability,
      })),
    ).toEqual(
      printed.items.map(
        ({ references: _, status: _status, version: _version, updatedAt: _updatedAt, ...row }) => row,
      ),
    )
  })

  it('is filtered by any mix of data types, each with several values', async () => {
    expect(await slugs('ultrasound=yes')).toEqual(['covid-19-pocus-ultrasound'])
    expect(await slugs('ultrasound=yes,unknown&ct=yes')).toEqual(
      printedWith((cells) => cells.ct === 'yes' && cells.ultrasound !== 'no'),
    )
    expect(await slugs('caseReview=no&xray=yes&metadata=yes&limit=100')).toEqual(
      printedWith((cells) => cells.caseReview === 'no' && cells.xray === 'yes' && cells.metadata === 'yes'),
    )
  })

  it('knows mrt as mri too', async () => {
    expect(await slugs('mri=unknown')).toEqual(printedWith((cells) => cells.mrt === 'unknown'))
    expect(await refusedFields('/resources?mri=yes&mrt=yes')).toEqual(['mri'])
  })

  it('takes a parameter without a value for one not given', async () => {
    const query = 'ultrasound=yes&ct=no,unknown&q=&status=&sort=&limit=&cursor=&release=&at='
    expect(await slugs(query)).toEqual(['covid-19-pocus-ultrasound'])
  })

  it('finds by text, best first, or in the order asked for', async () => {
    expect((await slugs('q=pocus'))[0]).toBe('covid-19-pocus-ultrasound')
    expect(await slugs('q=ultrasuond&ultrasound=yes')).toEqual(['covid-19-pocus-ultrasound'])
    const byName = (await list('q=covid&sort=name')).items.map(({ name }) => name.toLowerCase())
    expect(byName).toEqual([...byName].sort())
    expect(byName.length).toBeGreaterThan(5)
  })

  it('is sorted by name', async () => {
    const names = (await list('sort=name&limit=100')).items.map(({ name }) => name.toLowerCase())
    expect(names).toEqual([...names].sort())
  })

  it('comes in pages, whose next is told in the body and in Link', async () => {
    const found: string[] = []
    let path: string | undefined = '/resources?limit=5&ct=yes'
    while (path) {
      const answer: Response = await call(`GET ${path}`)
      const { items, nextCursor } = await answer.json<Page>()
      found.push(...items.map(({ slug }) => slug))
      const link: string | undefined = answer.headers
        .get('Link')
        ?.match(/^<(?:[^>]*?)\/v1(.*?)>; rel="next"$/)?.[1]
      expect(link !== undefined).toBe(nextCursor !== null)
      if (link) expect(new URLSearchParams(link.split('?')[1]).get('cursor')).toBe(nextCursor)
      path = link
    }
    expect(found).toEqual(printedWith((cells) => cells.ct === 'yes'))
  })

  it.each([
    ['page=2', ['page']],
    ['ultrasound=maybe', ['ultrasound']],
    ['ct=yes,', ['ct']],
    ['ct=yes&ct=maybe', ['ct']],
    ['sort=name&sort=table', ['sort']],
    ['status=alive', ['status']],
    ['sort=colour', ['sort']],
    ['sort=relevance', ['sort']],
    ['limit=0', ['limit']],
    ['limit=101', ['limit']],
    ['cursor=x', ['cursor']],
    [`q=${'x'.repeat(501)}`, ['q']],
    ['release=9.9', ['release']],
    ['at=yesterday', ['at']],
    ['at=2999-01-01T00:00:00Z', ['at']],
    ['release=2.0&at=2020-05-12T00:00:00Z', ['at']],
    ['x=&limit=0&ct=1', ['x', 'limit', 'ct']],
  ])('asked for as ?%s is refused by 400, naming the parameters', async (query, expected) => {
    expect((await refusedFields(`/resources?${query}`)).sort()).toEqual([...expected].sort())
  })

  it('takes no cursor that was tampered with, or is of another list', async () => {
    const { nextCursor } = await list('limit=2&sort=name')
    const cursor = String(nextCursor)
    const swapped = cursor.replace(/^../, (start) => (start === 'Wy' ? 'Wz' : 'Wy'))
    for (const query of [
      `sort=name&cursor=${swapped}`,
      `sort=name&cursor=${cursor}=`,
      `sort=name&cursor=${cursor.slice(0, -2)}`,
      `sort=table&cursor=${cursor}`,
      `sort=name&ct=yes&cursor=${cursor}`,
      `sort=name&release=2.0&cursor=${cursor}`,
    ])
      expect(await refusedFields(`/resources?${query}`)).toEqual(['cursor'])
    expect(await refusedFields(`/references?cursor=${cursor}`)).toEqual(['cursor'])
  })
})

describe('a resource', () => {
  const path = '/resources/covid-ct'

  it('has one address, and the form that Accept asks for', async () => {
    const types: [accept: string, type: string][] = [
      ['*/*', 'application/json'],
      ['application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
      ['application/json;q=0.1, text/turtle', 'text/turtle; charset=utf-8'],
      ['application/ld+json', 'application/ld+json'],
      [
        'application/ld+json; profile="http://mlcommons.org/croissant/1.1"',
        'application/ld+json; profile="http://mlcommons.org/croissant/1.1"',
      ],
      ['application/x-bibtex', 'application/x-bibtex; charset=utf-8'],
      ['application/x-research-info-systems', 'application/x-research-info-systems; charset=utf-8'],
      ['application/vnd.citationstyles.csl+json', 'application/vnd.citationstyles.csl+json'],
    ]
    for (const [accept, type] of types) {
      const answer = await call(`GET ${path}`, { headers: { Accept: accept } })
      expect(answer.headers.get('Content-Type')).toBe(type)
      expect(answer.headers.get('Vary')).toContain('Accept')
    }
  })

  it('is refused in a form that there is not', async () => {
    const answer = await call(`GET ${path}`, { headers: { Accept: 'image/png' } })
    expect(answer.status).toBe(406)
    expect(await read(answer)).toMatchObject({
      code: 'not_acceptable',
      detail: expect.stringContaining('text/turtle'),
    })
  })

  it('leads by Link to the data, to its other forms, to its history', async () => {
    const answer = await call(`GET ${path}`)
    const links = [...(answer.headers.get('Link') ?? '').matchAll(/<([^>]*)>; rel="([^"]*)"/g)]
    const of = (rel: string) => links.filter((link) => link[2] === rel).map((link) => link[1] ?? '')
    expect(of('describes')).toEqual(['https://github.com/UCSD-AI4H/COVID-CT'])
    expect(of('canonical')).toEqual(['/v1/resources/covid-ct'])
    const [page, ...forms] = of('alternate')
    expect(page).toBe('/r/covid-ct')
    expect(forms).toHaveLength(6)
    for (const address of [...forms, ...of('collection'), ...of('version-history')])
      expect((await call(`GET ${address.slice(3)}`)).status).toBe(200)
  })

  it.each([
    'json',
    'jsonld',
    'ttl',
    'croissant.json',
    'bib',
    'ris',
    'csl',
  ])('as .%s says what Accept gives', async (suffix) => {
    const suffixed = await call(`GET ${path}.${suffix}`)
    const Accept = suffixed.headers.get('Content-Type') ?? ''
    const negotiated = await call(`GET ${path}`, { headers: { Accept } })
    expect(suffixed.status).toBe(200)
    expect(await suffixed.text()).toBe(await negotiated.text())
  })

  it.each([
    '/resources/nothing',
    '/resources/No%20Slug',
    '/resources/covid-ct.png',
    '/resources/covid-ct.bib.bib',
  ])('that is not there, %s, is a problem with 404', async (path) => {
    const answer = await call(`GET ${path}`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await read(answer)).toMatchObject({ code: 'not_found' })
  })
})
