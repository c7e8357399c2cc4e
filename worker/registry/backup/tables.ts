// The tables of a backup. It has no table that triggers fill from the change log: a restore fills those by the same
// triggers, the full-text index included.

import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { once } from '../../../schema/once.ts'
import * as schema from '../../../schema/tables.ts'

const DERIVED: readonly SQLiteTable[] = [
  schema.resources,
  schema.versionReferences,
  schema.lineage,
  schema.origins,
  schema.cellCounts,
  schema.tallies,
  schema.edition,
  schema.listedBlocks,
  schema.names,
  schema.wordBlocks,
  schema.words,
  schema.wordEndings,
  schema.wordForms,
  // Each address is looked at anew.
  schema.links,
]

/**
 * What is true of a day, or of one deployment. A copy of the day's secret would keep the addresses recoverable that they
 * are hashes of.
 */
const PASSING: readonly SQLiteTable[] = [
  schema.dailyCounts,
  schema.dailySecrets,
  schema.jobs,
  schema.rowsUsed,
]

/** What migrations fill too. In a registry that nobody has used yet every other table is empty. */
const RELEASED: readonly SQLiteTable[] = [
  schema.changes,
  schema.versions,
  schema.references,
  schema.resourceReferences,
  schema.addresses,
  schema.releases,
]

export interface BaseTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly isReleased: boolean
}

const nameOf = (table: SQLiteTable) => getTableConfig(table).name

const TABLES: readonly SQLiteTable[] = Object.values(schema)

/** A table comes after those that it refers to. */
const depthOf = (table: SQLiteTable): number =>
  Math.max(
    0,
    ...getTableConfig(table).foreignKeys.map((key) => {
      const { foreignTable } = key.reference()
      return foreignTable === table ? 0 : 1 + depthOf(foreignTable)
    }),
  )

/** In the order in which a restore fills them: by name, since bundlers order a module's exports each in its own way. */
export const baseTables = once((): readonly BaseTable[] =>
  TABLES.filter((table) => ![...DERIVED, ...PASSING].includes(table))
    .sort((a, b) => depthOf(a) - depthOf(b) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((table) => ({
      name: nameOf(table),
      columns: getTableConfig(table)
        .columns.map(({ name }) => name)
        // A trigger ends a version when the next one is inserted.
        .filter((name) => table !== schema.versions || name !== 'until'),
      isReleased: RELEASED.includes(table),
    })),
)

/** Those that a restore empties. */
export const allTables = (): readonly string[] => TABLES.map(nameOf)

/** Where SQLite keeps the last number of each table that never gives a number twice. */
export const NUMBERS: BaseTable = { name: 'sqlite_sequence', columns: ['name', 'seq'], isReleased: true }
