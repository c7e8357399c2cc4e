import { beforeAll, describe, expect, it } from 'vitest'
import printed from '../../../schema/survey/2.0.json' with { type: 'json' }
import { changeResources, insertResources, madeUp } from '../registry/made-up.ts'
import { refusedFields, slugs } from './reads.ts'
import { call, read } from './requests.ts'

describe('as of a moment', () => {
  beforeAll(async () => {
    await insertResources([madeUp(500, { updatedAt: '2026-01-01T00:00:00.000Z' })])
    await changeResources(['covid-ct'], { name: 'COVID-CT, renamed' }, '2026-02-01T00:00:00.000Z')
    await changeResources(['eurorad'], { status: 'removed' }, '2026-03-01T00:00:00.000Z')
  })

  it('lists, resources, downloads, references and changes are as they were', async () => {
    expect(await slugs('release=2.0&limit=100')).toEqual(printed.items.map(({ slug }) => slug))
    expect(await slugs('at=2026-01-15T00:00:00Z&limit=100')).toEqual([
      ...printed.items.map(({ slug }) => slug),
      'made-up-500',
    ])
    expect(await slugs('limit=100')).not.toContain('eurorad')
    expect(await slugs('status=removed')).toEqual(['eurorad'])
    const name = async (query: string) => (await read(await call(`GET /resources/covid-ct${query}`))).name
    expect(await name('')).toBe('COVID-CT, renamed')
    expect(await name('?release=2.0')).toBe('COVID-CT')
    expect(await name('?at=2026-02-01T02:00:00%2B01:00')).toBe('COVID-CT, renamed')
    expect(await name('?at=2026-01-31T23:59:59.999Z')).toBe('COVID-CT')
    const csv = async (query: string) => (await call(`GET /export.csv${query}`)).text()
    expect(await csv('?release=2.0')).not.toContain('renamed')
    expect(await csv('')).toContain('renamed')
    const count = async (path: string) =>
      (await (await call(`GET ${path}`)).json<{ items: [] }>()).items.length
    expect(await count('/changes?release=2.0&limit=100')).toBe(14)
    expect(await count('/changes?limit=100')).toBe(17)
    expect(await count('/references?limit=100')).toBe(21)
    expect(await count('/references?release=2.0&limit=100')).toBe(22)
  })

  it('a resource that came later is not there yet', async () => {
    expect((await call('GET /resources/made-up-500?release=2.0')).status).toBe(404)
  })

  it('a resource that was removed still says so at its address', async () => {
    expect(await read(await call('GET /resources/eurorad'))).toMatchObject({ status: 'removed', version: 2 })
  })
})

describe('the registry', () => {
  it('counts each data type by availability', async () => {
    expect(await read(await call('GET /stats'))).toMatchObject({
      resources: 14,
      references: 22,
      availability: { ultrasound: { yes: 1, no: 8, unknown: 5 } },
      completeness: { license: { known: 0, unknown: 14 }, status: { known: 0, unknown: 14 } },
      release: { version: '2.0' },
      changedAt: '2026-03-01T00:00:00.000Z',
    })
  })

  it('names its releases', async () => {
    const { items } = await read(await call('GET /releases'))
    expect(items).toMatchObject([{ version: '2.0', releasedOn: '2020-05-12', resources: 14 }])
  })

  it('says how to cite it, in each form', async () => {
    for (const suffix of ['cff', 'bib', 'ris', 'csl']) {
      const text = await (await call(`GET /citation.${suffix}`)).text()
      for (const word of ['Kalkreuth', 'Kaufmann', '2020', 'dataset|DATA|data', '2004.04569'])
        expect(text).toMatch(new RegExp(word))
    }
    expect(await refusedFields('/citation.bib?release=1.0')).toEqual(['release'])
  })
})
