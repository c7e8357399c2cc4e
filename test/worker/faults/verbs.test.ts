// Each trip of each verb that writes in turn fails, stalls, or loses its answer: all is done or nothing, a repeat does it
// once, and the caller is given the result or told that the database can't be reached.

import { env } from 'cloudflare:workers'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { RegistryError } from '../../../schema/errors.ts'
import { QUERY_LIMIT } from '../../../worker/registry/database.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { countedTrips, FAULTS, type Fault, faultText, faultyDatabase } from '../../support/faulty-database.ts'
import { brokenInvariants } from '../registry/courses/invariants.ts'
import { ANNA, BERT, rows } from '../registry/submissions.ts'
import { type Case, READING, WRITING } from './writing-verbs.ts'

let attempts = 0
let now = Date.parse('2026-12-01T00:00:00.000Z')

/** A registry whose clock goes on with each look at it. */
const open = (DB: D1Database = env.DB, { days = 0, isHost = false } = {}) =>
  createRegistry(DB, {
    submissionsPerDay: 10_000,
    ...(!isHost && { queryLimit: QUERY_LIMIT }),
    now: () => {
      now += 1
      return new Date(now + days * 86_400_000)
    },
  })

beforeAll(async () => {
  const registry = open()
  for (const maintainer of [ANNA, BERT])
    if (maintainer.kind === 'discord')
      await registry.addMaintainer('console', maintainer.discordId, maintainer.name)
  await registry.addWatch({ kind: 'channel', channelId: '70', guildId: '7' }, { kind: 'everything' })
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  expect(await brokenInvariants()).toEqual({})
})

/** What triggers make of the other tables, in the same transaction. */
const DERIVED = /^(words?|word_|search|names|listed_blocks|cell_counts|d1_)/
/** No verb touches older rows than these: what was tried before is not looked at again. */
const LATEST = 200

type Dump = ReadonlyMap<string, readonly string[]>

async function openDump(): Promise<() => Promise<Dump>> {
  const tables = (await rows<{ name: string }>(`select name from pragma_table_list where type = 'table'`))
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite_|_cf_)/.test(name) && !DERIVED.test(name))
  const [floors = {}] = await rows<Record<string, number>>(
    `select ${tables.map((name) => `(select coalesce(max(rowid), 0) - ${LATEST} from "${name}") as "${name}"`).join()}`,
  )
  return async () => {
    const answers = await env.DB.batch(
      tables.map((name) => env.DB.prepare(`select * from "${name}" where rowid > ${floors[name]}`)),
    )
    return new Map(
      answers.map(({ results }, n) => [tables[n] ?? '', results.map((row) => JSON.stringify(row))]),
    )
  }
}

/** How many rows came and went, by table: a row that changed did both. */
function between(before: Dump, after: Dump) {
  const lacking = (some: readonly string[] = [], others: readonly string[] = []) => {
    const known = new Set(others)
    return some.filter((row) => !known.has(row)).length
  }
  return Object.fromEntries(
    [...after].flatMap(([table, rows]) => {
      const [came, went] = [lacking(rows, before.get(table)), lacking(before.get(table), rows)]
      return came + went === 0 ? [] : [[table, `+${came} -${went}`]]
    }),
  )
}

/** How a doing ended: with its result, or refused with a code. Anything else that it throws is a fault of ours. */
const ended = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RegistryError) return error.code
      throw error
    },
  )

async function make({ ready }: Case) {
  attempts += 1
  now += 60_000
  const doing = await ready(open(env.DB, { isHost: true }), attempts)
  const dump = await openDump()
  const before = await dump()
  return { doing, changed: async () => between(before, await dump()) }
}

async function tryFault(one: Case, at: number, fault: Fault) {
  const { doing, changed } = await make(one)
  const { DB, reached } = faultyDatabase(env.DB, at, fault)
  if (fault.ends === 'stalls') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const outcome = ended(doing(open(DB, one)))
  if (fault.ends === 'stalls' && (await Promise.race([reached, outcome])) === 'reached')
    await vi.advanceTimersByTimeAsync(10_000)
  const answer = await outcome
  vi.useRealTimers()
  const after = await changed()
  const repeat = one.isAnew ? undefined : await ended(doing(open(env.DB, one)))
  return { answer, after, repeat, atLast: await changed() }
}

it('each verb has a case, or only reads', () => {
  const known = [...READING, ...WRITING.map(({ verb }) => verb)]
  expect(new Set(known)).toEqual(new Set(Object.keys(createRegistry(env.DB))))
})

describe.each(WRITING.map((one) => ({ name: `${one.verb} ${one.what ?? ''}`, one })))('$name', ({ one }) => {
  it('does all or nothing, whatever becomes of its trips', async () => {
    const { doing, changed } = await make(one)
    const { DB, trips, isWrite } = countedTrips(env.DB)
    expect(await ended(doing(open(DB, one)))).toBe('done')
    const all = await changed()
    expect(all).not.toEqual({})
    const found: unknown[] = []
    for (let at = 1; at <= trips(); at++)
      for (const fault of FAULTS.filter(({ isDone }) => !isDone || isWrite(at))) {
        const { answer, after, repeat, atLast } = await tryFault(one, at, fault)
        const isAll = JSON.stringify(after) === JSON.stringify(all)
        const isNothing = Object.keys(after).length === 0
        const isHonest = answer === 'done' ? isAll : answer === 'unavailable' && (isAll || isNothing)
        const isOnce = one.isAnew || JSON.stringify(atLast) === JSON.stringify(all)
        const isAnswered =
          repeat === undefined || repeat === 'done' || (answer === 'done' && repeat === one.repeated)
        if (!isHonest || !isOnce || !isAnswered)
          found.push({ trip: at, fault: faultText(fault), answer, after, repeat, atLast, all })
      }
    expect(found).toEqual([])
  })
})
