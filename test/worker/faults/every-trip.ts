// Whether all is done or nothing, whatever becomes of a trip to the database: what is tried is made ready anew for each fault.

import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import {
  countedTrips,
  FAULTS,
  type Fault,
  faultText,
  faultyDatabase,
} from '../../support/faults/faulty-database.ts'
import { rows } from '../registry/submissions.ts'

/** What triggers make of the other tables, in the same transaction. */
const DERIVED = /^(words?|word_|search|names|listed_blocks|cell_counts|tallies|edition|d1_)/
/** No verb touches older rows than these: what was tried before is not looked at again. */
const LATEST = 200

type Dump = ReadonlyMap<string, readonly string[]>

/** SQLite takes no more arguments of a function. */
const MOST_ARGUMENTS = 30
/** Between rows; no text has it. */
const APART = '\x1e'

interface Table {
  readonly name: string
  /** An expression: a row of it as text. */
  readonly row: string
}

async function readTables(): Promise<readonly Table[]> {
  const names = (await rows<{ name: string }>(`select name from pragma_table_list where type = 'table'`))
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite_|_cf_)/.test(name) && !DERIVED.test(name))
  const columns = await env.DB.batch<{ name: string }>(
    names.map((name) => env.DB.prepare(`pragma table_info("${name}")`)),
  )
  return columns.map(({ results }, n) => ({
    name: names[n] ?? '',
    row: rowText(results.map((column) => column.name)),
  }))
}

let known: readonly Table[] | undefined

async function openDump(): Promise<() => Promise<Dump>> {
  known ??= await readTables()
  const tables = known
  const [floors = {}] = await rows<Record<string, number>>(
    `select ${tables.map(({ name }) => `(select coalesce(max(rowid), 0) - ${LATEST} from "${name}") as "${name}"`).join()}`,
  )
  const statements = tables.map(({ name, row }) =>
    env.DB.prepare(
      `select group_concat(${row}, '${APART}') as text from "${name}" where rowid > ${floors[name]}`,
    ),
  )
  return async () => {
    const answers = await env.DB.batch<{ text: string | null }>(statements)
    return new Map(
      answers.map(({ results }, n) => [tables[n]?.name ?? '', results[0]?.text?.split(APART) ?? []]),
    )
  }
}

/** A row as one text: thousands of them are compared, and cell by cell most of the time would go into carrying them here. */
function rowText(columns: readonly string[]): string {
  const texts = columns.map((column) => `quote("${column}")`)
  const parts = Array.from({ length: Math.ceil(texts.length / MOST_ARGUMENTS) }, (_, n) =>
    texts.slice(n * MOST_ARGUMENTS, (n + 1) * MOST_ARGUMENTS),
  )
  return parts.map((part) => `concat_ws(',', ${part.join()})`).join(` || ',' || `)
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

/** Does it over a database: each time the same. `done`, or the code of what it is refused with. */
type Doing = (DB: D1Database) => Promise<string>

export interface Tried {
  readonly ready: () => Promise<Doing>
  /** A repeat is another one: it gives out or adds up once more. */
  readonly isAnew?: true | undefined
  /** After it was done, a repeat is refused with this code. */
  readonly repeated?: string | undefined
  /** It does several things, each by itself: a fault may come between them. */
  readonly isInParts?: true | undefined
}

async function make({ ready }: Tried) {
  const doing = await ready()
  const dump = await openDump()
  const before = await dump()
  return { doing, changed: async () => between(before, await dump()) }
}

async function tryFault(one: Tried, at: number, fault: Fault) {
  const { doing, changed } = await make(one)
  const { DB, reached } = faultyDatabase(env.DB, at, fault)
  if (fault.ends === 'stalls') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const outcome = doing(DB)
  if (fault.ends === 'stalls' && (await Promise.race([reached, outcome])) === 'reached')
    await vi.advanceTimersByTimeAsync(10_000)
  const answer = await outcome
  vi.useRealTimers()
  const after = await changed()
  const repeat = one.isAnew ? undefined : await doing(env.DB)
  return { answer, after, repeat, atLast: await changed() }
}

/** A trip that only reads and stalls ends like one that fails, so of those the first alone does. */
const faultsOf = (at: number, isWrite: boolean) =>
  FAULTS.filter(({ ends, isDone }) => (isDone ? isWrite : isWrite || at === 1 || ends === 'fails'))

/** The trips whose faults ended otherwise than they should; none. */
export async function faultyTrips(one: Tried): Promise<readonly unknown[]> {
  const { doing, changed } = await make(one)
  const { DB, trips, isWrite } = countedTrips(env.DB)
  expect(await doing(DB)).toBe('done')
  const all = await changed()
  expect(all).not.toEqual({})
  const found: unknown[] = []
  for (let at = 1; at <= trips(); at++)
    for (const fault of faultsOf(at, isWrite(at))) {
      const { answer, after, repeat, atLast } = await tryFault(one, at, fault)
      const isAll = JSON.stringify(after) === JSON.stringify(all)
      const isNothing = Object.keys(after).length === 0
      const isHonest =
        answer === 'done' ? isAll : answer === 'unavailable' && (isAll || isNothing || one.isInParts)
      const isOnce = one.isAnew || JSON.stringify(atLast) === JSON.stringify(all)
      const isAnswered =
        repeat === undefined || repeat === 'done' || (answer === 'done' && repeat === one.repeated)
      if (!isHonest || !isOnce || !isAnswered)
        found.push({ trip: at, fault: faultText(fault), answer, after, repeat, atLast, all })
    }
  return found
}
