import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { lineageOf } from '../../../schema/record/lineage/queries.ts'
import type { Moment } from '../../../schema/verbs/as-of.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { applyReleases } from '../../support/releases.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { changeResources, rename } from './made-up.ts'

const registry = createRegistry(env.DB)

async function answerOf(slug: string, asOf?: Moment, from = registry) {
  const { history, ...answer } = await from.getResource(slug, { asOf, history: true })
  if (!history) throw new Error('There is no history.')
  return { ...answer, ...history }
}

beforeAll(applyReleases)

describe('a resource with its history', () => {
  it('is read in one batch', async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    const answer = await answerOf('bsti-covid-19-imaging-database', undefined, createRegistry(DB))
    expect(counts.batches).toBe(1)
    expect(counts.rowsRead).toBeLessThan(700)
    const { record, changes, successor, releases } = answer
    expect(record).toEqual((await registry.getResource('bsti-covid-19-imaging-database')).record)
    expect(changes.map(({ action, version }) => [action, version])).toEqual([
      ['corrected', 2],
      ['added', 1],
    ])
    expect(changes[0]?.before).toEqual(changes[1]?.after)
    expect(successor).toEqual({
      slug: 'nccid',
      name: 'National COVID-19 Chest Imaging Database (NCCID)',
    })
    expect(releases.map(({ version }) => version)).toEqual(['3.0', '2.0'])
  })

  it('has its listed successor where a text is taken for it too, in the same batch', async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    const { successor } = await createRegistry(DB).resolveResource('bsti-covid-19-imaging-database')
    expect(successor?.slug).toBe('nccid')
    expect(counts.batches).toBe(1)
    expect((await registry.resolveResource('covid-net-covidx')).successor).toBeUndefined()
  })

  it('knows the lineage, and no successor where what takes its place is not listed', async () => {
    const { lineage, record, successor } = await answerOf('covid-net-covidx')
    expect(lineageOf(lineage, 'covid-net-covidx').ancestors.length).toBeGreaterThan(8)
    expect(record.successor).toBe('COVIDx CXR-4')
    expect(successor).toBeUndefined()
  })

  it('of a moment has the record, the changes and the release of then', async () => {
    const { record, changes, asOf } = await answerOf('covid-ct', { release: '2.0' })
    expect([record.version, changes.length, asOf.release?.version]).toEqual([1, 1, '2.0'])
    await expect(answerOf('midrc', { release: '2.0' })).rejects.toMatchObject({
      code: 'not_found',
      message: 'Nothing listed at that moment has the slug “midrc”.',
    })
    await expect(answerOf('covid-ct', { release: '9' })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is found by a slug that its resource had once, and says which it has now', async () => {
    await rename('cord-19', 'cord-nineteen')
    const now = await answerOf('cord-nineteen')
    expect(await answerOf('cord-19')).toEqual(now)
    expect([now.slug, now.record.slug, now.changes.length]).toEqual(['cord-nineteen', 'cord-nineteen', 3])
    const then = await answerOf('cord-19', { release: '3.0' })
    expect([then.slug, then.record.slug]).toEqual(['cord-nineteen', 'cord-19'])
    await expect(answerOf('cord')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('has the latest changes alone', async () => {
    for (let day = 1; day <= 5; day++)
      await changeResources(['eurorad'], { name: `Eurorad ${day}` }, `2026-12-${day + 10}T00:00:00.000Z`)
    const { changes } = await answerOf('eurorad')
    expect([changes.length, changes[0]?.version]).toEqual([5, 7])
  })
})
