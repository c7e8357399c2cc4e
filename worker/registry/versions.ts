// Which versions stood at a moment, and pages of them in an order: what every list and search reads from.

import { and, type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../schema/contract.ts'
import type { RecordPlace } from '../../schema/record-verbs.ts'
import { versions } from '../../schema/tables.ts'
import type { ResourceStatus } from '../../schema/vocabulary.ts'
import { ALL_CODES } from '../domain/cells.ts'
import { parseRecord } from '../domain/stored-record.ts'
import type { Database } from './database.ts'

/** The registry after the change of a sequence; now, where there is none. */
export type At = number | SQL<number> | undefined

/** Whether a version, by the name that its row has in the query, is the one of its resource that stood. */
export function stood(row: string, at: At): SQL {
  const version = sql.raw(row)
  if (at === undefined) return sql`${version}.until is null`
  return sql`${version}.sequence <= ${at} and (${version}.until is null or ${version}.until > ${at})`
}

/** Which versions count: by their cells (codes of domain/cells.ts), their status and when they were made. */
export interface Admitted {
  readonly at: At
  readonly cells: readonly number[]
  /** Where not said, all but the removed. */
  readonly statuses?: readonly ResourceStatus[] | undefined
  readonly changedFrom?: string | undefined
  readonly changedUntil?: string | undefined
}

/** Whether a version counts, apart from its cells. */
export function counts(row: string, { at, statuses, changedFrom, changedUntil }: Admitted): SQL {
  const version = sql.raw(row)
  const conditions = [
    stood(row, at),
    statuses === undefined
      ? sql`${version}.status <> 'removed'`
      : sql`${version}.status in (select value from json_each(${JSON.stringify(statuses)}))`,
    changedFrom === undefined ? undefined : sql`${version}.updated_at >= ${changedFrom}`,
    changedUntil === undefined ? undefined : sql`${version}.updated_at <= ${changedUntil}`,
  ]
  return and(...conditions) ?? sql`true`
}

/** What a list is sorted by. `position` comes last in each: given once and to one resource, it settles every tie. */
export const SORTS = {
  table: { columns: ['position'], back: false },
  name: { columns: ['name_key', 'position'], back: false },
  latest: { columns: ['updated_at', 'position'], back: true },
  earliest: { columns: ['updated_at', 'position'], back: false },
} as const
export type Sort = (typeof SORTS)[keyof typeof SORTS] | { columns: readonly ['position']; back: boolean }

const columnsIn = (row: string, { columns }: Sort): SQL =>
  sql.raw(columns.map((column) => `${row}.${column}`).join(', '))

const inOrder = (row: string, { columns, back }: Sort): SQL =>
  sql.raw(columns.map((column) => `${row}.${column}${back ? ' desc' : ''}`).join(', '))

function beyond(row: string, sort: Sort, place: RecordPlace | undefined): SQL {
  if (!place) return sql`true`
  const values = sql.join(
    place.map((value) => sql`${value}`),
    sql`, `,
  )
  return sql`(${columnsIn(row, sort)}) ${sql.raw(sort.back ? '<' : '>')} (${values})`
}

/**
 * The sequences of the first `size` versions that count, beyond a place in the order. Each code that ever occurred is
 * read from its index for at most `size` of them, then the few are merged: what is read depends on neither the table's
 * length nor how rare a match is, only on how often rows changed. Where every code will do, table order itself is the
 * shorter way.
 */
export function pageOf(admitted: Admitted, sort: Sort, size: number, place?: RecordPlace): SQL {
  const near = sql`${counts('near', admitted)} and ${beyond('near', sort, place)}`
  const order = inOrder('near', sort)
  if (admitted.cells.length === ALL_CODES && sort.columns.length === 1)
    return sql`(select near.sequence from versions as near where ${near} order by ${order} limit ${size})`
  return sql`(
    select found.sequence from cell_counts as counted
    join versions as found on found.sequence in (
      select near.sequence from versions as near where near.cells = counted.cells and ${near}
      order by ${order} limit ${size})
    where counted.cells in (select value from json_each(${JSON.stringify(admitted.cells)}))
    order by ${inOrder('found', sort)} limit ${size})`
}

/** The versions of a page, as a condition and an order of a select from `versions`. */
export const onPage = (page: SQL): SQL => sql`${versions.sequence} in ${page}`
export const sorted = (sort: Sort): SQL => inOrder('versions', sort)

/** The record of a version: what its change left. The log is the only place where records are whole. */
export const versionRecord = sql<Resource>`(
  select made.record from changes as made where made.sequence = ${versions}.sequence)`
  .mapWith(parseRecord)
  .as('version_record')

/** Resources as they stand, listed or removed, with their ids: those whose versions have the condition. */
export const selectCurrent = (db: Database, condition: SQL) =>
  db
    .select({ id: versions.resourceId, record: versionRecord })
    .from(versions)
    .where(sql`${stood('versions', undefined)} and ${condition}`)
