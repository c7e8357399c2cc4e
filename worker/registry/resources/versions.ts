// Which versions stood at a moment, and pages of them in an order: what every list and search reads from.

import { and, type SQL, sql } from 'drizzle-orm'
import { ALL_CODES } from '../../../schema/record/cells.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { parseRecord } from '../../../schema/record/stored-record.ts'
import { versions } from '../../../schema/tables.ts'
import type { RecordPlace } from '../../../schema/verbs/resources.ts'
import type { Access, ResourceStatus } from '../../../schema/vocabulary.ts'
import type { Database } from '../database.ts'
import { type Through, validAt } from './as-of.ts'

/** Which versions count: by their cells (codes of domain/cells.ts), their status and when they were made. */
export interface Admitted {
  readonly at: Through
  readonly cells: readonly number[]
  /** Where not said, all but the removed. */
  readonly statuses?: readonly ResourceStatus[] | undefined
  readonly access?: readonly Access[] | undefined
  /** SPDX identifiers in any case, `other`, `unknown`. */
  readonly licenses?: readonly string[] | undefined
  readonly changedFrom?: string | undefined
  readonly changedUntil?: string | undefined
}

/** Whether a version counts, apart from its cells. */
export function counts(row: string, admitted: Admitted): SQL {
  const { at, statuses, access, licenses, changedFrom, changedUntil } = admitted
  const version = sql.raw(row)
  const oneOf = (value: SQL, values: readonly string[]) =>
    sql`${value} in (select value from json_each(${JSON.stringify(values)}))`
  const conditions = [
    validAt(row, at),
    statuses === undefined ? sql`${version}.status <> 'removed'` : oneOf(sql`${version}.status`, statuses),
    access && oneOf(sql`${version}.access`, access),
    licenses &&
      oneOf(
        sql`lower(coalesce(${version}.license_spdx, 'unknown'))`,
        licenses.map((license) => license.toLowerCase()),
      ),
    // The plus keeps SQLite from seeking by these where the place before is nearer.
    changedFrom === undefined ? undefined : sql`+${version}.updated_at >= ${changedFrom}`,
    changedUntil === undefined ? undefined : sql`+${version}.updated_at <= ${changedUntil}`,
  ]
  return and(...conditions) ?? sql`true`
}

/** A place, some of whose parts may be looked up inside the query. */
type Place = readonly (RecordPlace[number] | SQL)[]

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

/** Where to begin: beyond a place or, without one, at the first that changed in the time asked for. */
function begun(row: string, sort: Sort, place: Place | undefined, admitted: Admitted): SQL {
  if (place) {
    const values = sql.join(
      place.map((value) => sql`${value}`),
      sql`, `,
    )
    return sql`(${columnsIn(row, sort)}) ${isBeyond(sort)} (${values})`
  }
  const edge = sort.back ? admitted.changedUntil : admitted.changedFrom
  if (sort.columns[0] !== 'updated_at' || edge === undefined) return sql`true`
  return sql`${sql.raw(row)}.updated_at ${isBeyond(sort)}= ${edge}`
}

const isBeyond = ({ back }: Sort): SQL => sql.raw(back ? '<' : '>')

/**
 * The sequences of the first `size` versions that count, beyond a place in the order. What is read depends on neither
 * the table's length nor how rare a row of cells is, only on how often rows changed.
 */
export function pageOf(admitted: Admitted, sort: Sort, size: number, place?: Place): SQL {
  const { at, cells } = admitted
  const near = sql`${counts('near', admitted)} and ${begun('near', sort, place, admitted)}`
  const order = inOrder('near', sort)
  const isEvery = cells.length === ALL_CODES
  const admits = (row: string) =>
    isEvery
      ? sql`true`
      : sql`${sql.raw(row)}.cells in (select value from json_each(${JSON.stringify(cells)}))`
  // Where every code will do, table order needs no merging.
  const walked = (limit: SQL) =>
    isEvery && sort.columns.length === 1
      ? sql`select near.sequence from versions as near where ${near} order by ${order} limit ${limit}`
      : merged(admitted, sort, near, admits('counted'), limit)
  if (at === undefined) return sql`(${walked(sql`${size}`)})`
  // What had been changed by an early moment is soon read; from the indexes, all that came later would be read too.
  // The way not taken has a limit of nothing, for which SQLite reads nothing.
  const isEarly = sql`coalesce(${at} * ${at} < ${size} * (select max(sequence) from versions), true)`
  return sql`(
    select sequence from (
      select near.sequence from versions as near not indexed
      where ${near} and ${admits('near')} order by ${order} limit ${size} * ${isEarly})
    union all
    select sequence from (${walked(sql`${size} * not ${isEarly}`)}))`
}

/**
 * The first of each code that ever occurred wait in a queue; whichever comes first in the order leaves it for the page,
 * and the next of its code takes its place.
 */
function merged(admitted: Admitted, sort: Sort, first: SQL, among: SQL, limit: SQL): SQL {
  // The plus takes the type from a column. With it SQLite would seek by the first part of a place alone, and for each
  // row read again all that are alike in that.
  const place = sql.raw(sort.columns.map((column) => `+walk.${column}`).join(', '))
  const next = sql`${counts('near', admitted)} and (${columnsIn('near', sort)}) ${isBeyond(sort)} (${place})`
  const nearest = (cells: string, near: SQL) => sql`versions as found on found.sequence = (
    select near.sequence from versions as near where near.cells = ${sql.raw(cells)} and ${near}
    order by ${inOrder('near', sort)} limit 1)`
  const columns = sql`found.sequence, found.cells, ${columnsIn('found', sort)}`
  const direction = sort.back ? ' desc' : ''
  return sql`
    with recursive walk (sequence, cells, ${sql.raw(sort.columns.join(', '))}) as (
      select ${columns} from cell_counts as counted join ${nearest('counted.cells', first)} where ${among}
      union all
      select ${columns} from walk join ${nearest('walk.cells', next)}
      order by ${sql.raw(sort.columns.map((_, i) => `${i + 3}${direction}`).join(', '))} limit ${limit})
    select sequence from walk`
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
    .where(sql`${validAt('versions', undefined)} and ${condition}`)
