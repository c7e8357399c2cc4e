// `npm run revert`: all that a maintainer changed in a time is undone at once.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../../schema/record/submission.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { watchedDatabase } from '../../../support/watched-database.ts'
import { ANNA, addition, BERT, failure, rows, sent } from '../submissions.ts'

let now = Date.parse('2026-11-01T12:00:00Z')
const registry = createRegistry(env.DB, { submissionsPerDay: 1000, now: () => new Date(now) })
const WATCHER = { kind: 'discord', discordId: '111111111111111112', name: 'Watcher' } as const
const BERTS_ID = '900000000000000002'

const approve = async (by: typeof ANNA, input: SubmissionInput) => {
  const { reference } = await sent(registry, input)
  return registry.decideSubmission(by, reference, { decision: 'approve', version: 1 })
}
const correction = async (slug: string, changes: object): Promise<SubmissionInput> => ({
  kind: 'correction',
  slug,
  baseVersion: (await recordOf(slug)).version,
  changes,
  reason: 'Because.',
})
const recordOf = async (slug: string) => (await registry.getResource(slug)).record
const contentOf = async (slug: string) => {
  const { version, updatedAt, ...rest } = await recordOf(slug)
  return { ...rest, availability: rest.availability, status: rest.status }
}
const BY_BERT = { by: BERTS_ID, since: '2026-11-02T00:00:00.000Z' }
const SLUGS = ['covid-ct', 'eurorad', 'radiopaedia'] as const
const NEW = Array.from({ length: 12 }, (_, i) => `spam-${i}`)
let before: unknown[]

const references = () =>
  rows(
    'select resource_id, ordinal, reference_id from resource_references where resource_id in (select id from resources where slug in (?, ?, ?)) order by 1, 2',
    ...SLUGS,
  )

beforeAll(async () => {
  await registry.addMaintainer('console', '900000000000000001', 'Anna')
  await registry.addMaintainer('console', BERTS_ID, 'Bert')
  await registry.addWatch({ kind: 'person', actor: WATCHER }, { kind: 'everything' })
  await approve(BERT, addition('Good before'))
  before = [...(await Promise.all(SLUGS.map(contentOf))), await references()]
  now += 86_400_000
  for (const slug of NEW) await approve(BERT, addition(slug))
  await approve(BERT, await correction('covid-ct', { name: 'Spoilt', references: [] }))
  await approve(BERT, await correction('covid-ct', { name: 'Spoilt twice', organization: 'Nobody' }))
  await approve(BERT, await correction('eurorad', { url: 'https://spam.data.org', doi: '10.1234/spam' }))
  await approve(BERT, await correction('radiopaedia', { license: 'MIT' }))
})

it('unless it is applied only tells what it would do', async () => {
  const through = async () => (await rows('select max(sequence) as n from changes'))[0]
  const begun = await through()
  const outcomes = await registry.revertAll('console', BY_BERT, false)
  expect(outcomes).toHaveLength(16)
  expect(outcomes[0]).toMatchObject({
    change: { slug: 'radiopaedia', action: 'corrected' },
    outcome: 'undone',
  })
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['undone']))
  expect(await through()).toEqual(begun)
  const nobody = registry.revertAll('console', { ...BY_BERT, by: '900000000000000009' }, true)
  expect(await failure(nobody)).toMatchObject({ code: 'not_found' })
})

it('what others changed since stays, and what is not undone says why', async () => {
  await approve(ANNA, await correction('radiopaedia', { license: 'CC BY 4.0' }))
  await approve(ANNA, await correction('covid-ct', { access: 'open' }))
  const { sequence } = (await registry.listChanges({ slug: 'spam-3', size: 1 })).items[0] ?? { sequence: 0 }
  await registry.revertChange(ANNA, sequence, 1, 'Spam.')
  const outcomes = await registry.revertAll('console', BY_BERT, false)
  const of = (slug: string) =>
    outcomes.filter(({ change }) => change.slug === slug).map(({ change: _, ...rest }) => rest)
  expect(of('radiopaedia')).toEqual([{ outcome: 'changedLater', fields: ['license', 'licenseSpdx'] }])
  expect(of('spam-3')).toEqual([{ outcome: 'nothingLeft' }])
  expect(of('covid-ct')).toEqual([{ outcome: 'undone' }, { outcome: 'undone' }])
})

it('is one batch of few statements, with one version a resource, announced to nobody', async () => {
  const announced = async () =>
    (await rows("select count(*) as n from deliveries where kind = 'announcement'"))[0]
  const [versions, announcedBefore] = [await Promise.all(SLUGS.map(recordOf)), await announced()]
  const batches: number[] = []
  const { DB } = watchedDatabase(env.DB, () => {})
  const counted = {
    prepare: (query: string) => DB.prepare(query),
    batch: (statements: D1PreparedStatement[]) => {
      batches.push(statements.length)
      return DB.batch(statements)
    },
  } as D1Database
  const host = createRegistry(counted, { now: () => new Date(now) })
  const outcomes = await host.revertAll('console', BY_BERT, true)
  expect(outcomes.filter(({ outcome }) => outcome === 'undone')).toHaveLength(14)
  expect(batches).toHaveLength(1)
  expect(batches[0]).toBeLessThanOrEqual(10)
  expect(await announced()).toEqual(announcedBefore)

  const [covidCt, eurorad, radiopaedia] = before as Record<string, unknown>[]
  expect(await contentOf('covid-ct')).toEqual({ ...covidCt, access: 'open' })
  expect(await contentOf('eurorad')).toEqual(eurorad)
  expect(await contentOf('radiopaedia')).toMatchObject({
    ...radiopaedia,
    ...{ license: 'CC BY 4.0' },
    use: expect.anything(),
    licenseSpdx: 'CC-BY-4.0',
  })
  expect(await references()).toEqual(before[3])
  expect((await Promise.all(SLUGS.map(recordOf))).map(({ version }) => version)).toEqual([
    (versions[0]?.version ?? 0) + 1,
    (versions[1]?.version ?? 0) + 1,
    versions[2]?.version,
  ])
  for (const slug of NEW) expect(await recordOf(slug)).toMatchObject({ status: 'removed', version: 2 })
  expect((await registry.resolveResource('https://www.eurorad.org')).resource.slug).toBe('eurorad')
  expect(
    await rows("select * from addresses where canonical in ('spam.data.org', 'doi:10.1234/spam')"),
  ).toEqual([])
  expect(
    (await registry.listResources({ filter: {}, text: 'spoilt', order: 'match', size: 5 })).items,
  ).toEqual([])
  expect(await recordOf('good-before')).toMatchObject({ version: 1, status: 'unknown' })
  expect((await registry.listChanges({ slug: 'eurorad', size: 1 })).items).toMatchObject([
    { action: 'reverted', reason: 'The host undid all changes of one maintainer.' },
  ])
  expect((await registry.listActions('console', { size: 1 })).items).toMatchObject([
    { action: 'revert_all', subject: { kind: 'person', name: 'Bert' } },
  ])
  const totals = await rows('select sum(resources) as n from cell_counts')
  expect(totals).toEqual(await rows("select count(*) as n from resources where status <> 'removed'"))
})

it('done once more there is nothing left, and an address that is taken by now stays where it is', async () => {
  const again = await registry.revertAll('console', BY_BERT, true)
  expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['nothingLeft', 'changedLater']))
  const { version } = await recordOf('good-before')
  await approve(ANNA, {
    ...(await correction('good-before', { doi: '10.1234/mine' })),
  } as SubmissionInput)
  now += 86_400_000
  await approve(BERT, await correction('good-before', { doi: null }))
  await rows("delete from addresses where canonical = 'doi:10.1234/mine'")
  await approve(ANNA, addition('Took it', { doi: '10.1234/mine' }))
  const since = '2026-11-03T00:00:00.000Z'
  expect(await registry.revertAll('console', { by: BERTS_ID, since }, true)).toMatchObject([
    { outcome: 'addressTaken' },
  ])
  expect((await recordOf('good-before')).version).toBe(version + 2)
  const until = '2026-10-30T00:00:00.000Z'
  expect(
    await registry.revertAll('console', { by: BERTS_ID, since: '2020-01-01T00:00:00.000Z', until }, true),
  ).toEqual([])
})
