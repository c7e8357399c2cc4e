import { getTableColumns, SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { QueryCount } from '../../schema/verbs/registry.ts'
import { boundTrip } from './faults.ts'

export type Database = DrizzleD1Database & { readonly $client: D1Database }

/** Queries to D1 that one invocation of a Worker may send on Cloudflare's free plan. */
export const QUERY_LIMIT = 50

/** Only what Drizzle calls: D1 and its sessions both have it. */
export type D1Like = Pick<D1Database, 'prepare' | 'batch'>

/**
 * The only way to D1. One `batch` is one round trip, and as many queries as it has statements: Cloudflare does not say
 * whether it counts them one by one. A query beyond `limit` is not sent, and throws. A select must not
 * have two columns of one name: D1 returns only one of them. With a limit, as in a Worker, a trip also has a deadline;
 * the host's own commands may take their time.
 */
export function openDatabase(
  d1: D1Like,
  limit = Number.POSITIVE_INFINITY,
): { readonly db: Database; readonly countQueries: () => QueryCount } {
  let sent = 0
  const bound: Bound = Number.isFinite(limit) ? boundTrip : (trip) => trip()
  const count = (queries: number) => {
    if (sent + queries > limit) throw new Error(`More than ${limit} queries to D1.`)
    sent += queries
  }
  const counting: D1Like = {
    prepare: (query) => boundStatement(d1.prepare(query), bound),
    batch: (statements) => {
      count(statements.length)
      return bound(() => d1.batch(statements))
    },
  }
  return {
    // Drizzle logs each query that it sends outside a batch.
    db: drizzle(counting as D1Database, { logger: { logQuery: () => count(1) } }),
    countQueries: () => ({ sent, left: limit - sent }),
  }
}

/** SQL that Drizzle has no builder for, as a statement of a batch: Drizzle's own `run` binds no parameters there. */
export function rawStatement(db: Database, query: SQL) {
  const raw = db.run(query)
  return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) })
}

type Bound = <Result>(trip: () => Promise<Result>) => Promise<Result>

/** The same statement, because `batch` takes only D1's own. Drizzle binds each before it is sent, alone or in a batch. */
function boundStatement(statement: D1PreparedStatement, bound: Bound): D1PreparedStatement {
  const { bind } = statement
  return Object.assign(statement, {
    bind: (...values: unknown[]) => boundTrips(bind.apply(statement, values), bound),
  })
}

function boundTrips(statement: D1PreparedStatement, bound: Bound): D1PreparedStatement {
  const { all, run, raw } = statement
  return Object.assign(statement, {
    all: () => bound(() => all.call(statement)),
    run: () => bound(() => run.call(statement)),
    raw: () => bound(() => raw.call(statement)),
  })
}

/** A known id, or one that SQL reads inside the batch that inserts its row. */
export type Id = number | SQL<number>

/** An id as text. A number is converted here, not in SQL: D1 binds numbers as floating point, so SQL would make it "12.0". */
export const asText = (id: Id): string | SQL<string> =>
  typeof id === 'number' ? String(id) : sql<string>`cast(${id} as text)`

/** D1 binds a text of at most 2 MB. */
const MOST_BOUND = 500_000

/**
 * Inserts any number of rows by few statements, whatever D1's limit on bound values. `derived` columns are read in SQL,
 * from `row.value`, which has the others under their names.
 */
export function insertRows<Table extends SQLiteTable>(
  db: Database,
  table: Table,
  rows: readonly Partial<SQLiteInsertValue<Table>>[],
  derived: { readonly [column: string]: SQL } = {},
): BatchItem<'sqlite'>[] {
  const columns = Object.entries(getTableColumns(table))
  const selected = columns.map(
    ([name, column]) =>
      derived[name] ?? sql`row.value ->> ${sql.raw(`'$.${name}'`)}${sql.raw(` as "${column.name}"`)}`,
  )
  const encoded = rows.map((row) => {
    const values: Partial<Record<string, unknown>> = row
    const known = columns.flatMap(([name, column]) => {
      const { [name]: value } = values
      return value === undefined || value === null ? [] : [[name, column.mapToDriverValue(value)] as const]
    })
    return JSON.stringify(Object.fromEntries(known))
  })
  return chunksOf(encoded, ({ length }) => length).map((chunk) =>
    db
      .insert(table)
      .select(sql`select ${sql.join(selected, sql`, `)} from json_each(${`[${chunk.join(',')}]`}) as row`),
  )
}

/** In order, each chunk as large as one bound text may be, or of one item alone. */
export function chunksOf<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Item[][] {
  const chunks: Item[][] = []
  let room = 0
  for (const item of items) {
    const length = lengthOf(item)
    if (length > room || chunks.length === 0) {
      chunks.push([])
      room = MOST_BOUND
    }
    chunks.at(-1)?.push(item)
    room -= length
  }
  return chunks
}

/** `select …` for an insert into the table. Columns without a value get their default, as in an insert of values. */
export function selectValues<Table extends SQLiteTable>(table: Table, values: SQLiteInsertValue<Table>): SQL {
  const byName: Partial<Record<string, unknown>> = values
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => {
    const { [name]: value = column.default ?? null } = byName
    return value instanceof SQL ? value : sql.param(value, column)
  })
  return sql`select ${sql.join(columns, sql`, `)}`
}
