// How SQLite goes through tables for what writes, for the queue and for the jobs: EXPLAIN QUERY PLAN of each statement that
// they send. Those of reads that anybody may ask for are in costs.test.ts.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { watchedDatabase } from '../support/watched-database.ts'
import { type Case, WRITING } from '../worker/faults/writing-verbs.ts'
import { insertResources, madeUp } from '../worker/registry/made-up.ts'
import { ANNA, addition, BERT, sent } from '../worker/registry/submissions.ts'
import { scansOf } from './plans.ts'

let now = Date.parse('2026-12-01T00:00:00.000Z')

const open = (DB: D1Database = env.DB, days = 0) =>
  createRegistry(DB, {
    submissionsPerDay: 10_000,
    now: () => {
      now += 1
      return new Date(now + days * 86_400_000)
    },
  })

let waiting = ''

const discordId = (actor: Actor) => (actor.kind === 'discord' ? actor.discordId : '')

beforeAll(async () => {
  for (const maintainer of [ANNA, BERT])
    await open().addMaintainer('console', discordId(maintainer), 'A maintainer')
  waiting = (await sent(open(), addition('Waits for its plan'))).reference
})

/** A few times a year: a release counts its resources, and taking back a person's changes looks at all that came after. */
const SELDOM = /^(?:cutRelease|confirmProposal|revertAll)$/

const MORE = 300
/** A page of the log of a maintainer, or the words of one record, may differ by as many. */
const ROWS_APART = 60

/** The rows that a verb reads, D1's triggers included. */
async function rowsOf({ ready, days }: Case, i: number): Promise<number> {
  now += 60_000
  const doing = await ready(open(), i)
  const registry = open(env.DB, days)
  await doing(registry)
  return registry.countQueries().rowsRead
}

/** The statements of what is done. */
async function statementsOf(doing: (registry: Registry) => Promise<unknown>, days = 0): Promise<string[]> {
  const { texts, DB } = watchedDatabase(env.DB)
  await doing(open(DB, days))
  return [...texts]
}

const scansIn = async (texts: readonly string[]) => (await Promise.all(texts.map(scansOf))).flat()

/** They rewrite whatever has a text or a person in it: a few times a year, and on purpose. */
const THROUGH_ALL = /^(?:erase|redact)/

const EVERYDAY = WRITING.filter(({ verb }) => !THROUGH_ALL.test(verb))

it.each(EVERYDAY.map((one, i) => [`${one.verb} ${one.what ?? ''}`, one, i] as const))('%s', async (_, {
  ready,
  days,
}, i) => {
  now += 60_000
  const doing = await ready(open(), i)
  const texts = await statementsOf(doing, days)
  expect(texts.length).toBeGreaterThan(0)
  expect(await scansIn(texts)).toEqual([])
})

const QUEUE: readonly (readonly [string, (registry: Registry, reference: string) => Promise<unknown>])[] = [
  [
    'the queue',
    (registry) => registry.listSubmissions(ANNA, { state: 'pending', order: 'oldest', size: 25 }),
  ],
  ['the next in the queue', (registry, reference) => registry.getQueueEntry(ANNA, reference)],
  ['the review of one', (registry, reference) => registry.reviewSubmission(ANNA, reference)],
  ['what maintainers did', (registry) => registry.listActions(ANNA, { size: 25 })],
  ['dead deliveries', (registry) => registry.listDead(ANNA, { size: 25 })],
  ['candidates', (registry) => registry.listCandidates(ANNA, { state: 'offered', size: 25 })],
  ['own submissions', (registry) => registry.listOwnSubmissions(ANNA, 25)],
  ['what is unconfirmed', (registry) => registry.listUnconfirmed(3)],
  ['addresses to look at', (registry) => registry.listLinkWork()],
  ['what sites are to be asked', (registry) => registry.listUpstreamWork(7)],
  ['how it runs', (registry) => registry.getHealth()],
]

it.each(QUEUE)('%s', async (_, doing) => {
  expect(await scansIn(await statementsOf((registry) => doing(registry, waiting)))).toEqual([])
})

it(`no verb reads more rows where ${MORE} resources more are listed`, async () => {
  const often = EVERYDAY.filter(({ verb }) => !SELDOM.test(verb))
  const before: number[] = []
  for (const [i, one] of often.entries()) before.push(await rowsOf(one, 1000 + i))
  await insertResources(Array.from({ length: MORE }, (_, i) => madeUp(1000 + i)))
  const grown: string[] = []
  for (const [i, one] of often.entries()) {
    const after = await rowsOf(one, 2000 + i)
    if (after > (before[i] ?? 0) + ROWS_APART)
      grown.push(`${one.verb} ${one.what ?? ''}: ${before[i]}, ${after}`)
  }
  expect(grown).toEqual([])
})
