// What nobody knows yet: what there is to find out.

import { sql } from 'drizzle-orm'
import { SOUGHT, type SoughtKey } from '../../../schema/record/field-keys.ts'
import { changes, versions } from '../../../schema/tables.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf, validAt } from './as-of.ts'

/** Whether nobody has said a field of a record; 1 or 0. Old records are without the fields of later ones. */
const isUnsaid = (field: (typeof SOUGHT)[number]) => {
  const value = sql`${changes.record} ->> ${`$.${field}`}`
  switch (field) {
    case 'license':
    case 'counts':
    case 'doi':
      return sql<number>`(${value} is null)`
    case 'formats':
      return sql<number>`(coalesce(${value}, '[]') = '[]')`
    case 'access':
    case 'status':
      return sql<number>`(coalesce(${value}, 'unknown') = 'unknown')`
  }
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

/** Of how many listed resources nobody has said each field. */
const unsaid = (field: (typeof SOUGHT)[number]) =>
  sql<number>`coalesce(sum(${isUnsaid(field)}), 0)`.as(`unsaid_${field}`)

const selectCounts = (db: Database) =>
  db
    .select({
      total: sql<number>`count(*)`.as('total'),
      license: unsaid('license'),
      access: unsaid('access'),
      counts: unsaid('counts'),
      formats: unsaid('formats'),
      doi: unsaid('doi'),
      status: unsaid('status'),
    } satisfies Record<SoughtKey | 'total', unknown>)
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
