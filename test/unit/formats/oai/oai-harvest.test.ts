import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MADE_UP } from '../../../support/made-up-records.ts'
import { FEW } from '../../../support/random-cases.ts'
import { childOf } from '../feeds/xml-tree.ts'
import { FIRST, RESOURCES } from '../records.ts'
import { anyString, xmlPart } from '../references/any-text.ts'
import { fakeRecords } from './fake-records.ts'
import { ask, byIdentifier, harvest, headerOf, recordOf, repositoryOf } from './oai-harvester.ts'

describe('a harvest', () => {
  it('of a thousand records has each once, the removed ones as deleted', async () => {
    const { pages, items } = await harvest(repositoryOf(fakeRecords(MADE_UP)), 'ListRecords')
    expect(pages).toBe(10)
    expect(byIdentifier(items)).toEqual(byIdentifier(MADE_UP.map(recordOf)))
    expect(items.filter(({ deleted }) => deleted)).toHaveLength(143)
  })

  it('of identifiers has the same headers', async () => {
    const { items } = await harvest(repositoryOf(fakeRecords(MADE_UP)), 'ListIdentifiers')
    expect(byIdentifier(items)).toEqual(byIdentifier(MADE_UP.map(headerOf)))
  })

  it('comes in the order of changes', async () => {
    const { items } = await harvest(repositoryOf(fakeRecords(MADE_UP)), 'ListIdentifiers')
    const stamps = items.map(({ datestamp }) => datestamp)
    expect(stamps).toEqual(stamps.toSorted())
  })

  it('of as many as a page holds comes in one piece', async () => {
    expect((await harvest(repositoryOf(fakeRecords(MADE_UP.slice(0, 100))), 'ListRecords')).pages).toBe(1)
    expect((await harvest(repositoryOf(fakeRecords(MADE_UP.slice(0, 101))), 'ListRecords')).pages).toBe(2)
  })

  it('misses nothing that changes meanwhile', async () => {
    const registry = fakeRecords(MADE_UP)
    const { items } = await harvest(repositoryOf(registry), 'ListRecords', {}, (page) => {
      const updatedAt = new Date(Date.parse('2026-03-01T00:00:00.000Z') + page).toISOString()
      registry.rows = registry.rows.map((row, i) =>
        i % 100 === page ? { ...row, name: `Changed at page ${page}`, status: 'unknown', updatedAt } : row,
      )
    })
    const latest = new Map(items.map((item) => [item.identifier, item]))
    expect(byIdentifier([...latest.values()])).toEqual(byIdentifier(registry.rows.map(recordOf)))
  })

  it('of a range has what changed in it, both ends included', async () => {
    const registry = fakeRecords(MADE_UP)
    const stamp = fc.nat({ max: MADE_UP.length - 1 }).map((i) => `${MADE_UP[i]?.updatedAt.slice(0, 19)}Z`)
    await fc.assert(
      fc.asyncProperty(stamp, stamp, fc.boolean(), async (a, b, inDays) => {
        const ends = [a, b].map((end) => (inDays ? end.slice(0, 10) : end)).sort()
        const [from = '', until = ''] = ends
        const { items } = await harvest(repositoryOf(registry), 'ListIdentifiers', { from, until })
        const wanted = MADE_UP.map(headerOf).filter(({ datestamp }) => {
          const at = datestamp.slice(0, from.length)
          return from.slice(0, 19) <= at && at <= until
        })
        expect(byIdentifier(items)).toEqual(byIdentifier(wanted))
      }),
      // Each harvests a thousand records.
      { numRuns: 20 },
    )
  })

  it('may begin before there was anything', async () => {
    expect(
      (await harvest(repositoryOf(fakeRecords(RESOURCES)), 'ListRecords', { from: '1970-01-01' })).items,
    ).toHaveLength(14)
  })

  it('goes on twice from one token in the same way', async () => {
    const registry = fakeRecords(MADE_UP)
    const list = childOf(
      await ask(repositoryOf(registry), { verb: 'ListRecords', metadataPrefix: 'oai_dc' }),
      'ListRecords',
    )
    const resumptionToken = childOf(list, 'resumptionToken').text
    const [once, again] = [
      await ask(repositoryOf(registry), { verb: 'ListRecords', resumptionToken }),
      await ask(repositoryOf(registry), { verb: 'ListRecords', resumptionToken }),
    ]
    expect(again).toEqual(once)
  })

  it('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(anyString, async (name) => {
        const { items } = await harvest(repositoryOf(fakeRecords([{ ...FIRST, name }])), 'ListRecords')
        expect(items[0]?.title).toBe(xmlPart(name))
      }),
      FEW,
    )
  })
})
