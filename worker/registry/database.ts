import { getTableColumns, SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { RowsUsed } from '../../schema/verbs/operations.ts'
import type { QueryCount } from '../../schema/verbs/registry.ts'
import { type BoundTrips, boundTrips } from './faults.ts'

export type Database = DrizzleD1Database & { readonly $client: D1Database }

/** Queries to D1 that one invocation of a Worker may send on Cloudflare's free plan; the paid one has 1,000. */
export const QUERY_LIMIT = 50

/** Only what Drizzle calls: D1 and its sessions both have it. */
export type D1Like = Pick<D1Database, 'prepare' | 'batch'>

interface OpenDatabase {
  readonly db: Database
  /** The same, of which no statement is sent that writes: `refuse` throws in its place. */
  readonly readOnlyDb: (refuse: () => never) => Database
  readonly countQueries: () => QueryCount
  readonly renewTime: () => void
  /**
   * Sends a query along with the next batch, in one transaction with it. `rows` are undefined until then, and where the first
   * trip is no batch.
   */
  readonly sendAlong: (query: string) => { readonly rows: () => readonly unknown[] | undefined }
}

interface Options {
  /** The most queries. */
  readonly limit?: number | undefined
  /** Told the rows of each statement that was answered. */
  readonly onRows?: ((rows: RowsUsed) => void) | undefined
}

/**
 * The only way to D1. One `batch` is one round trip, and as many queries as it has statements: Cloudflare does not say
 * whether it counts them one by one. A query beyond `limit` is not sent, and throws. A select must not
 * have two columns of one name: D1 returns only one of them. With a limit, as in a Worker, trips also have a deadline;
 * the host's own commands may take their time.
 */
export function openDatabase(
  d1: D1Like,
  { limit = Number.POSITIVE_INFINITY, onRows = () => {} }: Options = {},
): OpenDatabase {
  let sent = 0
  let trips = 0
  let rowsRead = 0
  let rowsWritten = 0
  const { bound, renew }: BoundTrips = Number.isFinite(limit) ? boundTrips() : UNBOUND
  const count = (queries: number) => {
    if (sent + queries > limit) throw new Error(`More than ${limit} queries to D1.`)
    sent += queries
  }
  let along: { readonly query: string; rows?: readonly unknown[] } | undefined
  const trip: Trip = async (send) => {
    trips += 1
    const results = await bound(send)
    for (const { meta } of results) {
      rowsRead += meta.rows_read
      rowsWritten += meta.rows_written
      onRows({ read: meta.rows_read, written: meta.rows_written })
    }
    return results
  }
  const counting: D1Like = {
    prepare: (query) => countedStatement(d1.prepare(query), trip),
    async batch<Row>(statements: D1PreparedStatement[]) {
      const more = trips === 0 ? along : undefined
      const sending = more ? [d1.prepare(more.query), ...statements] : statements
      count(sending.length)
      const results = await trip(() => d1.batch<Row>(sending))
      if (more) more.rows = results.shift()?.results ?? []
      return results
    },
  }
  const over = (client: D1Like) =>
    // Drizzle logs each query that it sends outside a batch.
    drizzle(client as D1Database, { logger: { logQuery: () => count(1) } })
  return {
    db: over(counting),
    readOnlyDb: (refuse) =>
      over({
        ...counting,
        prepare: (query) => (WRITES.test(query) ? refuse() : counting.prepare(query)),
      }),
    countQueries: () => ({ sent, left: limit - sent, trips, rowsRead, rowsWritten }),
    renewTime: renew,
    sendAlong(query) {
      const asked: NonNullable<typeof along> = { query }
      along = asked
      return { rows: () => asked.rows }
    },
  }
}

/** A statement that changes rows; the text of a statement has no value of a caller. */
const WRITES =
  /^\s*(?:insert|update|delete|replace)\b|^\s*with\b[\s\S]*\b(?:insert into|update|delete from)\s/i

/** SQL that Drizzle has no builder for, as a statement of a batch: Drizzle's own `run` binds no parameters there. */
export function rawStatement(db: Database, query: SQL) {
  const raw = db.run(query)
  return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) })
}

const UNBOUND: BoundTrips = { bound: (trip) => trip(), renew: () => {} }
type Trip = <Row>(send: () => Promise<D1Result<Row>[]>) => Promise<D1Result<Row>[]>

/** The same statement, because `batch` takes only D1's own. Drizzle binds each before it is sent, alone or in a batch. */
function countedStatement(statement: D1PreparedStatement, trip: Trip): D1PreparedStatement {
  const { bind } = statement
  return Object.assign(statement, {
    bind: (...values: unknown[]) => countedTrips(bind.apply(statement, values), trip),
  })
}

function countedTrips(statement: D1PreparedStatement, trip: Trip): D1PreparedStatement {
  const { all, run } = statement
  const alone = async <Row>(send: () => Promise<D1Result<Row>>) => {
    const [result] = await trip(async () => [await send()])
    if (!result) throw new Error('D1 answered a query with nothing.')
    return result
  }
  return Object.assign(statement, {
    all: () => alone(() => all.call(statement)),
    run: () => alone(() => run.call(statement)),
    // D1's own does not say how many rows it read.
    raw: async () =>
      (
        await alone(() =>
          all.call<D1PreparedStatement, [], Promise<D1Result<Record<string, unknown>>>>(statement),
        )
      ).results.map((row) => Object.values(row)),
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
