// What answers rest on: the release and what changed since, the counters, and what a change found.

import { desc, sql } from 'drizzle-orm'
import type { Resource } from '../../../schema/record/resource.ts'
import { parseRecord } from '../../../schema/record/stored-record.ts'
import { cellCounts, changes, releases } from '../../../schema/tables.ts'
import type { Standing } from '../../../schema/verbs/registry.ts'
import type { Database } from '../database.ts'

/** The record that a change of a resource found; null for its first. */
export const recordBefore = sql<Resource | null>`(
  select b.record from ${changes} as b
  where b.subject = 'resource' and b.subject_id = ${changes}.subject_id and b.version = ${changes}.version - 1)`
  .mapWith(parseRecord)
  .as('before_record')

/** The latest release, and whether a resource changed since. */
export function selectStanding(db: Database) {
  const changedAt = sql<string | null>`(
    select at from changes where subject = 'resource' and sequence > ${releases.throughSequence}
    order by sequence desc limit 1)`
  return db
    .select({
      version: releases.version,
      title: releases.title,
      releasedOn: releases.releasedOn,
      changedAt: changedAt.as('changed_at'),
    })
    .from(releases)
    .orderBy(desc(releases.throughSequence))
    .limit(1)
}

export function toStanding(rows: Awaited<ReturnType<typeof selectStanding>>): Standing {
  const [row] = rows
  if (!row) throw new Error('The database has no release: the survey migration has not run.')
  const { changedAt, ...release } = row
  return { release, ...(changedAt && { changedAt }) }
}

/** At most 729 rows, however many resources there are: every total is a sum over these. */
export const selectCellCounts = (db: Database) =>
  db.select().from(cellCounts).where(sql`${cellCounts.resources} > 0`)
