// A copy of the registry as lines of JSON: a head, then every row of the base tables as a list of its values.

import type { D1Like } from '../database.ts'
import { type BaseTable, baseTables, NUMBERS } from './tables.ts'

export const FORMAT = 'covid-imaging-registry backup 1'

export interface BackupHead {
  readonly format: typeof FORMAT
  /** ISO 8601 in UTC. */
  readonly takenAt: string
  /** The names of the migrations that the database had, in their order. */
  readonly migrations: readonly string[]
  /** The columns of each table, in the order of the values of its rows. */
  readonly columns: { readonly [table: string]: readonly string[] }
}

/** The pages that were read do not fit together: the backup must begin again. */
export class WrittenMeanwhile extends Error {
  override readonly name: string = 'WrittenMeanwhile'
}

/** How often a backup begins again. */
const TRIES = 5

/** Takes a backup, and begins again where someone writes meanwhile: `WrittenMeanwhile` at the last try. */
export async function untilWhole<Result>(take: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await take()
    } catch (error) {
      if (!(error instanceof WrittenMeanwhile) || tries === TRIES) throw error
    }
}

/** The name of a table, then a value for each of its columns. */
export type BackupRow = readonly [table: string, ...values: (string | number | null)[]]

/** Rows of one table in one answer: D1 holds an answer in memory, and a row has up to 100 kB. */
const PAGE = 200

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

/** One page of a table, by SQLite's own number of each row. */
const selectPage = (d1: D1Like, { name, columns }: BaseTable, after: number) =>
  d1
    .prepare(
      `select rowid as "row number", ${quoted(columns)} from "${name}" where rowid > ?1
       ${name === NUMBERS.name ? `and name in (${baseTables().map((table) => `'${table.name}'`)})` : ''}
       order by rowid limit ${PAGE}`,
    )
    .bind(after)

/**
 * The highest row of each table. Whatever the rows of one table say of another's comes with a new row somewhere, so pages
 * with the same numbers fit together. (`total_changes()` also counts what D1 writes for itself.)
 */
const selectHighest = (d1: D1Like) =>
  d1.prepare(
    `select ${baseTables()
      .map(({ name }) => `(select max(rowid) from "${name}") as "${name}"`)
      .join(', ')}`,
  )

export async function migrationsOf(d1: D1Like): Promise<readonly string[]> {
  const { results } = await d1.prepare('select name from d1_migrations order by id').all<{ name: string }>()
  return results.map(({ name }) => name)
}

/**
 * The lines of a backup but for its last, each with its end. One batch reads the first page of every table, so a small
 * registry is read in one transaction. Where someone writes while a larger one is read: `WrittenMeanwhile`.
 */
export async function* backupLines(d1: D1Like, takenAt: string): AsyncGenerator<string> {
  const tables = [...baseTables(), NUMBERS]
  const head: BackupHead = {
    format: FORMAT,
    takenAt,
    migrations: await migrationsOf(d1),
    columns: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
  }
  yield line(head)
  const [began, ...pages] = await d1.batch<Row>([
    selectHighest(d1),
    ...tables.map((table) => selectPage(d1, table, 0)),
  ])
  for (const [i, table] of tables.entries()) {
    let rows = pages[i]?.results ?? []
    for (;;) {
      for (const row of rows) yield line([table.name, ...table.columns.map((column) => row[column])])
      const last = rows.at(-1)?.['row number']
      if (rows.length < PAGE || typeof last !== 'number') break
      const [now, page] = await d1.batch<Row>([selectHighest(d1), selectPage(d1, table, last)])
      if (JSON.stringify(now?.results) !== JSON.stringify(began?.results))
        throw new WrittenMeanwhile('The registry was written to while it was read.')
      rows = page?.results ?? []
    }
  }
}

type Row = Readonly<Record<string, string | number | null>>

const line = (value: unknown) => `${JSON.stringify(value)}\n`

/** The last line of a backup. `sha256` is of all bytes before it, hex, as `head -n -1 FILE | sha256sum` prints it. */
export const lastLine = (end: BackupEnd): string => line(end)

export interface BackupEnd {
  /** Lines before it, the head included. */
  readonly lines: number
  readonly sha256: string
}
