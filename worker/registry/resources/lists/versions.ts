// Pages of versions in an order, and the versions that a filter admits: what every list and search reads from.

import { and, type SQL, sql } from 'drizzle-orm'
import {
  filterTag,
  type Measure,
  RANGE_FILTER_NAMES,
  RANGE_FILTERS,
  type RangeFilters,
  VALUE_FILTER_NAMES,
} from '../../../../schema/record/filters.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { parseRecord } from '../../../../schema/record/stored-record.ts'
import { ALL_CODES, admittedGroups } from '../../../../schema/record/values/cells.ts'
import { versions } from '../../../../schema/tables.ts'
import type {
  Place,
  ResolvedResource,
  ResourceFilter,
  ResourceOrder,
} from '../../../../schema/verbs/resources.ts'
import { ENDED_STATUSES } from '../../../../schema/vocabulary.ts'
import type { Database } from '../../database.ts'
import { type Through, validAt } from '../as-of.ts'

/** The versions that a statement looks among: valid at a moment, and admitted by a filter. */
export interface Scope {
  readonly through: Through
  readonly filter: ResourceFilter
  /** This group of `certaintyOf` alone. */
  readonly group?: number | undefined
}

/** A list bound as one parameter: D1 takes no more than 100. */
const oneOf = (value: SQL, values: readonly (string | number)[]): SQL =>
  sql`${value} in (select value from json_each(${JSON.stringify(values)}))`

/** Whether a version, by the name that its row has in the query, is in the scope, apart from its cells. */
export function isInScope(row: string, { through, filter }: Scope): SQL {
  const { statuses, values = {}, ranges, licenses, changedFrom, changedUntil } = filter
  const version = sql.raw(row)
  const conditions = [
    validAt(row, through),
    statuses === undefined ? sql`${version}.status <> 'removed'` : oneOf(sql`${version}.status`, statuses),
    values.link && isLinked(version, values.link),
    ...VALUE_FILTER_NAMES.map((name) => {
      if (name === 'link') return undefined
      const tags = values[name]?.map((value) => ` ${filterTag(name, value)} `)
      return (
        tags &&
        sql`exists (select 1 from json_each(${JSON.stringify(tags)}) where instr(${version}.tags, value))`
      )
    }),
    isInRanges(row, ranges),
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

/** The verdict on the address of its resource now. */
const isLinked = (version: SQL, verdicts: readonly string[]): SQL =>
  oneOf(
    sql`coalesce((select verdict from links where resource_id = ${version}.resource_id and role = 'own'), 'unchecked')`,
    verdicts,
  )

const MEASURE_COLUMNS = {
  images: 'by_images',
  patients: 'by_patients',
  published: 'by_published',
} as const satisfies Record<Measure, string>

/** Whether a version's numbers are within the ranges; undefined where there are none. */
export function isInRanges(row: string, ranges: RangeFilters = {}): SQL | undefined {
  const conditions = RANGE_FILTER_NAMES.flatMap((name) => {
    const edge = ranges[name]
    if (edge === undefined) return []
    const { measure, bound } = RANGE_FILTERS[name]
    // The plus keeps SQLite from seeking by these where the place before is nearer.
    const column = sql.raw(`+${row}.${MEASURE_COLUMNS[measure]}`)
    return [bound === 'least' ? sql`${column} <= ${-edge}` : sql`${column} between ${-edge} and 0`]
  })
  return conditions.length === 0 ? undefined : and(...conditions)
}

/** The codes of the scope's cells, by group. */
function groupsOf({ filter, group }: Scope): readonly (readonly number[])[] {
  const groups = admittedGroups(filter.cells ?? {})
  return group === undefined ? groups : groups.map((codes, i) => (i === group ? codes : []))
}

/** Whether a version's cells are in the scope; undefined where all are. */
export function hasCells(row: string, scope: Scope): SQL | undefined {
  const codes = groupsOf(scope).flat()
  return codes.length === ALL_CODES ? undefined : oneOf(sql`${sql.raw(row)}.cells`, codes)
}

/** The same words as in the index `versions_by_end`, which is of use for no others. */
export const isEnded = (row: string): SQL =>
  sql.raw(`(${ENDED_STATUSES.map((status) => `${row}.status = '${status}'`).join(' or ')})`)

const casesOf = (row: string, groups: readonly (readonly number[])[], first: number): SQL =>
  sql.join(
    groups.map(
      (codes, i) => sql`when ${oneOf(sql`${sql.raw(row)}.cells`, codes)} then ${sql.raw(String(first + i))}`,
    ),
    sql` `,
  )

/** The group of a row of cells in the order `certain`; null where its cells are not in the scope. */
const groupOf = (row: string, scope: Scope): SQL =>
  hasCells(row, scope) === undefined && groupsOf(scope).length === 1
    ? ONE_GROUP
    : sql`case ${casesOf(row, groupsOf(scope), 0)} end`

/** The same of a row whose cells are in the scope, for fewer rows read. */
function groupWithin(row: string, scope: Scope): SQL {
  const [, ...others] = groupsOf(scope)
  return others.length === 0 ? ONE_GROUP : sql`case ${casesOf(row, others, 1)} else 0 end`
}

/** Not a mere 0: `order by 0` would name a column by its number. */
const ONE_GROUP = sql`cast(0 as integer)`

/** A place, some of whose parts may be looked up inside the query. */
export type PlaceInQuery = readonly (Place[number] | SQL)[]

/**
 * What a list is sorted by. `position` comes last in each: given once and to one resource, it settles every tie. Before
 * its columns come, where it is `grouped`, the group and whether it has ended.
 */
export interface Sort {
  readonly columns: readonly string[]
  readonly grouped?: boolean
  readonly back: boolean
}

export const SORTS = {
  certain: { columns: ['position'], grouped: true, back: false },
  table: { columns: ['position'], back: false },
  name: { columns: ['name_key', 'position'], back: false },
  latest: { columns: ['updated_at', 'position'], back: true },
  earliest: { columns: ['updated_at', 'position'], back: false },
  images: { columns: [MEASURE_COLUMNS.images, 'position'], back: false },
  patients: { columns: [MEASURE_COLUMNS.patients, 'position'], back: false },
  published: { columns: [MEASURE_COLUMNS.published, 'position'], back: false },
} as const satisfies { readonly [Order in Exclude<ResourceOrder, 'match'>]: Sort }

/** The same order from its other end. */
export const reversed = (sort: Sort): Sort => ({ ...sort, back: !sort.back })

const columnsIn = (row: string, { columns }: Sort): SQL =>
  sql.raw(columns.map((column) => `${row}.${column}`).join(', '))

const direction = ({ back }: Sort): SQL => sql.raw(back ? ' desc' : '')

const inOrder = (row: string, sort: Sort): SQL =>
  sql.join(
    sort.columns.map((column) => sql`${sql.raw(`${row}.${column}`)}${direction(sort)}`),
    sql`, `,
  )

const isBeyond = ({ back }: Sort): SQL => sql.raw(back ? '<' : '>')

const joined = (values: PlaceInQuery): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )

/** Where to begin: beyond a place or, without one, at the first that changed in the time asked for. */
function isAfter(row: string, sort: Sort, place: PlaceInQuery | undefined, { filter }: Scope): SQL {
  if (place) return sql`(${columnsIn(row, sort)}) ${isBeyond(sort)} (${joined(place)})`
  const edge = sort.back ? filter.changedUntil : filter.changedFrom
  if (sort.columns[0] !== 'updated_at' || edge === undefined) return sql`true`
  return sql`${sql.raw(row)}.updated_at ${isBeyond(sort)}= ${edge}`
}

/**
 * The sequences of the first `size` versions of a scope beyond a place in the order. What is read depends on neither
 * the table's length nor how rare a row of cells is, only on how often rows changed.
 */
export function pageOf(scope: Scope, sort: Sort, size: number, place?: PlaceInQuery): SQL {
  const { through } = scope
  const cells = hasCells('near', scope)
  // Where every code will do, table order needs no merging.
  const walked = (limit: SQL) =>
    cells === undefined && !sort.grouped && sort.columns.length === 1
      ? sql`select near.sequence from versions as near
          where ${isInScope('near', scope)} and ${isAfter('near', sort, place, scope)}
          order by ${inOrder('near', sort)} limit ${limit}`
      : merged(scope, sort, place, limit)
  if (through === undefined) return sql`(${walked(sql`${size}`)})`
  // What had been changed by an early moment is soon read; from the indexes, all that came later would be read too.
  // The way not taken has a limit of nothing, for which SQLite reads nothing.
  const isEarly = sql`coalesce(${through} * ${through} < ${size} * (select max(sequence) from versions), true)`
  const begun = sort.grouped
    ? place &&
      sql`(${groupWithin('near', scope)}, ${isEnded('near')}, near.position) ${isBeyond(sort)} (${joined(place)})`
    : isAfter('near', sort, place, scope)
  const order = sort.grouped
    ? sql`${groupWithin('near', scope)}${direction(sort)}, ${isEnded('near')}${direction(sort)}, ${inOrder('near', sort)}`
    : inOrder('near', sort)
  return sql`(
    select sequence from (
      select near.sequence from versions as near not indexed
      where ${and(isInScope('near', scope), cells, begun)}
      order by ${order} limit ${size} * ${isEarly})
    union all
    select sequence from (${walked(sql`${size} * not ${isEarly}`)}))`
}

/**
 * The first of each stream waits in a queue; whichever comes first in the order leaves it for the page, and the next of
 * its stream takes its place. A stream is what has one row of cells and, where the order is grouped, has ended or has
 * not: within it the order is that of an index.
 */
function merged(scope: Scope, sort: Sort, place: PlaceInQuery | undefined, limit: SQL): SQL {
  const keys = sort.grouped ? ['cells', 'grouped', 'ended'] : ['cells']
  const keysIn = (row: string) => sql.raw(keys.map((key) => `${row}.${key}`).join(', '))
  const nearest = (stream: string, begun: SQL) => sql`versions as found on found.sequence = (
    select near.sequence from versions as near
    where near.cells = ${sql.raw(stream)}.cells
      ${sort.grouped ? sql`and ${isEnded('near')} = ${sql.raw(stream)}.ended` : sql``}
      and ${isInScope('near', scope)} and ${begun}
    order by ${inOrder('near', sort)} limit 1)`
  // The plus takes the type from a column. With it SQLite would seek by the first part of a place alone, and for each
  // row read again all that are alike in that.
  const last = sql.raw(sort.columns.map((column) => `+walk.${column}`).join(', '))
  const next = sql`(${columnsIn('near', sort)}) ${isBeyond(sort)} (${last})`
  const first = sort.grouped ? isAfterInStream(sort, place) : isAfter('near', sort, place, scope)
  const columns = sql`${columnsIn('found', sort)}`
  // By number: the columns after the sequence and the cells.
  const order = [...keys.slice(1), ...sort.columns].map(
    (_, i) => sql`${sql.raw(String(i + 3))}${direction(sort)}`,
  )
  // What counts for a row read is each code of a group too, so each group is looked into once.
  const streams = sort.grouped
    ? sql`grouped (cells, grouped) as materialized (
        select counted.cells, ${groupOf('counted', scope)} from cell_counts as counted),
      stream (cells, grouped, ended) as (
        select grouped.cells, grouped.grouped, phase.value from grouped, json_each('[0,1]') as phase
        where grouped.grouped is not null)`
    : sql`stream (cells) as (
        select counted.cells from cell_counts as counted where ${hasCells('counted', scope) ?? sql`true`})`
  return sql`
    with recursive ${streams},
    walk (sequence, ${sql.raw([...keys, ...sort.columns].join(', '))}) as (
      select found.sequence, ${keysIn('stream')}, ${columns} from stream join ${nearest('stream', first)}
      union all
      select found.sequence, ${keysIn('walk')}, ${columns} from walk join ${nearest('walk', next)}
      order by ${sql.join(order, sql`, `)} limit ${limit})
    select sequence from walk`
}

/** Streams before that of the place are done with, those after it begin at their first. */
function isAfterInStream(sort: Sort, place: PlaceInQuery | undefined): SQL {
  if (!place) return sql`true`
  const [group, ended, position] = place
  const [done, untouched] = sort.back ? [-1, Number.MAX_SAFE_INTEGER] : [Number.MAX_SAFE_INTEGER, -1]
  return sql`near.position ${isBeyond(sort)} (case
    when stream.grouped = ${group} and stream.ended = ${ended} then ${position}
    when (stream.grouped, stream.ended) ${isBeyond(sort)} (${group}, ${ended}) then ${untouched}
    else ${done} end)`
}

/** The versions of a page, as a condition of a select from `versions`. */
export const onPage = (page: SQL): SQL => sql`${versions.sequence} in ${page}`

/** The record of a version: what its change left. The log is the only place where records are whole. */
export const versionRecord = sql<Resource>`(
  select made.record from changes as made where made.sequence = ${versions}.sequence)`
  .mapWith(parseRecord)
  .as('version_record')

/** The listed resource that a version's record names as its successor. */
export const versionSuccessor = sql<ResolvedResource['successor'] | null>`(
  select json_object('slug', heir.slug, 'name', heir.name) from resources as heir where heir.slug = (
    select made.record ->> '$.successor' from changes as made where made.sequence = ${versions}.sequence))`
  .mapWith((json: string): ResolvedResource['successor'] => JSON.parse(json))
  .as('version_successor')

/** Resources as they stand, listed or removed, with their ids: those whose versions have the condition. */
export const selectCurrent = (db: Database, condition: SQL) =>
  db
    .select({ id: versions.resourceId, record: versionRecord })
    .from(versions)
    .where(sql`${validAt('versions', undefined)} and ${condition}`)
