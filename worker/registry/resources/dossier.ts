// All that is told of a resource, by any slug that it ever had, in one batch.

import { desc, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { changes, releases, resources, versions } from '../../../schema/tables.ts'
import { DOSSIER_CHANGES } from '../../../schema/verbs/resources.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import {
  LATEST_RELEASE_FIRST,
  refuseFuture,
  selectAsOf,
  type Through,
  throughOf,
  toAsOf,
  validAt,
} from './as-of.ts'
import { selectLineage, toLineage } from './lineage.ts'
import { changeColumns, toListedChange } from './listed-changes.ts'
import { versionRecord } from './versions.ts'

export const getDossier: Verb<'getDossier'> = async (context, slug, moment) => {
  refuseFuture(context, moment)
  const { db } = context
  const at = throughOf(moment)
  const id = sql<number>`coalesce(
    (select id from resources where slug = ${slug}),
    (select resource_id from versions where slug = ${slug} order by sequence desc limit 1))`
  const isIt = sql`${versions.resourceId} = ${id} and ${validAt('versions', at)}`
  const [asOf, [row], made, listedIn, [heir], ...lineage] = await db.batch([
    selectAsOf(db, moment),
    db
      .select({ record: versionRecord, slug: resources.slug })
      .from(versions)
      .innerJoin(resources, sql`${resources.id} = ${versions.resourceId}`)
      .where(isIt),
    selectChanges(db, id, at),
    selectReleases(db, id),
    db
      .select({ slug: resources.slug, name: resources.name })
      .from(resources)
      .where(
        sql`${resources.slug} = (
          select made.record ->> '$.successor' from changes as made join versions on made.sequence = versions.sequence
          where ${isIt})`,
      ),
    ...selectLineage(db),
  ])
  const read = toAsOf(asOf, moment)
  if (!row) throw refusal('not_found', moment === undefined ? 'noSuchSlug' : 'noSuchSlugThen', [slug])
  return {
    ...row,
    asOf: read,
    changes: made.slice(0, DOSSIER_CHANGES).map(toListedChange),
    hasMoreChanges: made.length > DOSSIER_CHANGES,
    releases: listedIn,
    lineage: toLineage(lineage),
    ...(heir && { successor: heir satisfies Pick<Resource, 'slug' | 'name'> }),
  }
}

/** One more than are told, to see whether there are more. */
const selectChanges = (db: Database, id: SQL<number>, at: Through) =>
  db
    .select(changeColumns)
    .from(changes)
    .where(
      sql`subject = 'resource' and subject_id = cast(${id} as text)
        and ${at === undefined ? sql`true` : sql`+sequence <= ${at}`}`,
    )
    // The plus has SQLite read those of the one resource, where it would go through all changes in order.
    .orderBy(desc(sql`+sequence`))
    .limit(DOSSIER_CHANGES + 1)

const selectReleases = (db: Database, id: SQL<number>) =>
  db
    .select({ version: releases.version, releasedOn: releases.releasedOn })
    .from(releases)
    .where(
      sql`exists (
        select 1 from versions where resource_id = ${id} and status <> 'removed'
          and ${validAt('versions', sql<number>`${releases}.through_sequence`)})`,
    )
    .orderBy(...LATEST_RELEASE_FIRST)
