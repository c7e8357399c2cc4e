// What is not recorded yet: what there is to find out.

import { sql } from 'drizzle-orm'
import { fieldOf, SOUGHT, type SoughtKey } from '../../../schema/record/field-keys.ts'
import { changes, versions } from '../../../schema/tables.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf, validAt } from './as-of.ts'

/** Whether no source states a field of a record; 1 or 0. Old records are without the fields of later ones. */
const isUnsaid = (field: SoughtKey) => {
  const value = sql`${changes.record} ->> ${`$.${field}`}`
  const { empty = null } = fieldOf(field)
  if (empty === null) return sql<number>`(${value} is null)`
  const nothing = typeof empty === 'string' ? empty : JSON.stringify(empty)
  return sql<number>`(coalesce(${value}, ${nothing}) = ${nothing})`
}

const unknownCells = sql.join(
  DATA_TYPES.map(
    ({ key }) => sql`(coalesce(${changes.record} ->> ${`$.availability.${key}`}, 'unknown') = 'unknown')`,
  ),
  sql` + `,
)
const unsaidFacts = sql.join(SOUGHT.map(isUnsaid), sql` + `)

/** Every listed resource is looked at once. */
const listed = sql`${changes.sequence} in (
  select sequence from ${versions} as v where ${validAt('v', undefined)} and v.status <> 'removed')`

/** Of how many listed resources each field is not recorded. */
const unsaid = (field: SoughtKey) => sql<number>`coalesce(sum(${isUnsaid(field)}), 0)`.as(`unsaid_${field}`)

/** The cast holds because each field that is sought has a column. */
const unsaidOfEach = Object.fromEntries(SOUGHT.map((field) => [field, unsaid(field)])) as {
  readonly [Key in SoughtKey]: ReturnType<typeof unsaid>
}

const selectCounts = (db: Database) =>
  db
    .select({
      total: sql<number>`count(*)`.as('total'),
      ...unsaidOfEach,
    })
    .from(changes)
    .where(listed)

export const getGaps: Verb<'getGaps'> = async ({ db }, size) => {
  const gaps = sql<number>`${unknownCells} + ${unsaidFacts}`.as('gaps')
  const [asOf, [counted], rows] = await db.batch([
    selectAsOf(db),
    selectCounts(db),
    db
      .select({
        slug: sql<string>`${changes.record} ->> '$.slug'`.as('slug'),
        name: sql<string>`${changes.record} ->> '$.name'`.as('name'),
        version: changes.version,
        gaps,
      })
      .from(changes)
      .where(listed)
      .orderBy(sql`gaps desc, ${changes.record} ->> '$.position'`)
      .limit(size),
  ])
  if (!counted) throw new Error('A sum is one row.')
  const { total: resources, ...unsaid } = counted
  return { resources, unsaid, most: rows, asOf: toAsOf(asOf) }
}
