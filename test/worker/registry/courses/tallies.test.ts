// Triggers count what is counted. After thousands of writes of every kind the tallies are what a recount says.

import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SUBMISSION_KINDS, SUBMISSION_STATES } from '../../../../schema/vocabulary.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { changeResources, insertResources, madeUp } from '../made-up.ts'
import { rows } from '../submissions.ts'
import { UNLIKE_RECOUNT } from './invariants.ts'

const kind = fc.constantFrom(...SUBMISSION_KINDS)
const state = fc.constantFrom(...SUBMISSION_STATES)
const number = fc.integer({ min: 1, max: 400 })
const NOW = '2026-12-01T00:00:00.000Z'

/** A statement, with what it binds. */
type Write = readonly [sql: string, ...values: (string | number)[]]

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(number, kind, state).map(
    ([id, kind, state]): Write => [
      `insert or ignore into submissions (id, capability, reference, kind, state, version, content, thread, door, created_at, updated_at)
       values (?1, 'c' || ?1, 'r' || ?1, ?2, ?3, 1, '{}', '[]', 'api', '${NOW}', '${NOW}')`,
      ...([id, kind, state] as const),
    ],
  ),
  fc
    .tuple(state, number)
    .map(
      ([state, id]): Write => ['update submissions set state = ? where id >= ? and id % 7 = 0', state, id],
    ),
  fc
    .tuple(kind, number)
    .map(([kind, id]): Write => ['update submissions set kind = ? where id = ?', kind, id]),
  number.map((id): Write => ['delete from submissions where id = ?', id]),
  number.map((id): Write => [`insert or ignore into "references" (id, csl) values (? + 1000, '{}')`, id]),
  number.map((id): Write => ['delete from "references" where id = ? + 1000', id]),
)

it('after three thousand writes of submissions and references tallies are those of a recount', async () => {
  const writes = fc.sample(write, { numRuns: 3000, seed: 29 })
  for (let at = 0; at < writes.length; at += 100) {
    const some = writes.slice(at, at + 100)
    await env.DB.batch(some.map(([sql, ...values]) => env.DB.prepare(sql).bind(...values)))
    expect(await rows(UNLIKE_RECOUNT)).toEqual([])
  }
  expect(
    (await rows("select name from tallies where name like 'submissions %' and total > 0")).length,
  ).toBeGreaterThan(10)
})

it('a release counts what was listed, whatever becomes of it afterwards', async () => {
  await insertResources(Array.from({ length: 20 }, (_, i) => madeUp(100 + i)))
  await changeResources(['made-up-100', 'made-up-101'], { status: 'removed' })
  const registry = createRegistry(env.DB)
  await env.DB.prepare(
    `insert into releases (version, title, authors, keywords, note, released_on, through_sequence, resources)
     select '9.0', title, authors, keywords, note, released_on, (select max(sequence) from changes), 7
     from releases order by through_sequence desc limit 1`,
  ).run()
  await changeResources(['made-up-100'], { status: 'unknown' }, NOW)
  await changeResources(['made-up-102'], { status: 'removed' }, NOW)
  expect(await rows(UNLIKE_RECOUNT)).toEqual([])
  const { items } = await registry.listReleases()
  const then = await registry.listResources({
    filter: {},
    order: 'table',
    size: 200,
    asOf: { release: '9.0' },
  })
  expect(items[0]).toMatchObject({ version: '9.0', resources: then.items.length })
})

it('the queue says how many submissions there are of each state', async () => {
  const counted = await rows<{ state: string; total: number }>(
    'select state, count(*) as total from submissions group by state',
  )
  const registry = createRegistry(env.DB)
  const { token } = await registry.addMaintainer('console', '900000000000000001', 'Anna')
  const actor = { kind: 'token', token } as const
  const { totals } = await registry.listSubmissions(actor, { state: 'withdrawn', order: 'oldest', size: 1 })
  expect(totals).toEqual({
    ...Object.fromEntries(SUBMISSION_STATES.map((name) => [name, 0])),
    ...Object.fromEntries(counted.map(({ state, total }) => [state, total])),
  })
})
