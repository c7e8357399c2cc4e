// A resource by its slug, now or as of a moment, with its history where that is wanted: all in one batch.

import { desc, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { changes, linkVerdicts, releases, resources, versions } from '../../../schema/tables.ts'
import { HISTORY_SIZE, type ResourceHistory, VERDICTS_SHOWN } from '../../../schema/verbs/resources.ts'
import type { Entries } from '../../domain/search/entries/block.ts'
import { familyLineage } from '../../domain/search/entries/lineage.ts'
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
import { versionLink } from './links.ts'
import { changeColumns, toListedChange } from './listed-changes.ts'
import { readBesideEntries } from './lists/kept-entries.ts'
import { rowsOf } from './lists/reading.ts'
import { versionRecord } from './lists/versions.ts'

/** The id of the resource that has a slug, or had it last. */
export const idOfSlug = (slug: SQL): SQL<number> => sql<number>`coalesce(
  (select id from resources where slug = ${slug}),
  (select resource_id from versions as former where former.slug = ${slug} order by sequence desc limit 1))`

export const getResource: Verb<'getResource'> = async (context, slug, { asOf: moment, history } = {}) => {
  refuseFuture(context, moment)
  const { db } = context
  const through = throughOf(moment)
  const id = idOfSlug(sql`${slug}`)
  const isIt = sql`${versions.resourceId} = ${id} and ${validAt('versions', through)}`
  const past = history ? selectHistory(db, id, isIt, through) : undefined
  const read = selectAsOf(db, moment)
  const found = db
    .select({ record: versionRecord, slug: resources.slug, link: versionLink })
    .from(versions)
    .innerJoin(resources, sql`${resources.id} = ${versions.resourceId}`)
    .where(isIt)
  const { entries, rows } = past
    ? await readBesideEntries(db, [read, found, ...past.statements])
    : { entries: new Map(), rows: await db.batch([read, found]) }
  const asOf = toAsOf(rowsOf(read, rows[0]), moment)
  const [row] = rowsOf(found, rows[1])
  if (!row) throw refusal('not_found', moment === undefined ? 'noSuchSlug' : 'noSuchSlugThen', [slug])
  const { slug: current, record, link } = row
  const shown = moment === undefined && link ? { ...record, link } : record
  return {
    slug: current,
    record: shown,
    asOf,
    ...(past && { history: past.read(rows.slice(2), entries, row.slug) }),
  }
}

function selectHistory(db: Database, id: SQL<number>, isIt: SQL, through: Through) {
  const made = selectChanges(db, id, through)
  const listedIn = selectReleases(db, id)
  const heir = selectSuccessor(db, isIt)
  const looked = selectVerdicts(db, id, through === undefined ? VERDICTS_SHOWN : 0)
  return {
    statements: [made, listedIn, heir, looked],
    read(
      [ofMade, ofListedIn, ofHeir, ofLooked]: readonly unknown[],
      entries: Entries,
      slug: string,
    ): ResourceHistory {
      const [successor] = rowsOf(heir, ofHeir)
      return {
        changes: rowsOf(made, ofMade).map(toListedChange),
        releases: rowsOf(listedIn, ofListedIn),
        verdicts: rowsOf(looked, ofLooked),
        lineage: familyLineage(entries, [slug]),
        ...(successor && { successor }),
      }
    },
  }
}

const selectChanges = (db: Database, id: SQL<number>, through: Through) =>
  db
    .select(changeColumns)
    .from(changes)
    .where(
      sql`subject = 'resource' and subject_id = cast(${id} as text)
        and ${through === undefined ? sql`true` : sql`+sequence <= ${through}`}`,
    )
    // The plus has SQLite read those of the one resource, where it would go through all changes in order.
    .orderBy(desc(sql`+sequence`))
    .limit(HISTORY_SIZE)

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

/** Of its present address alone: a former one is none of this data set any more. */
const selectVerdicts = (db: Database, id: SQL<number>, most: number) =>
  db
    .select({ verdict: linkVerdicts.verdict, at: linkVerdicts.at })
    .from(linkVerdicts)
    .where(
      sql`resource_id = ${id} and address = (select address from links as l where l.resource_id = ${id} and l.role = 'own')`,
    )
    .orderBy(desc(linkVerdicts.id))
    .limit(most)

const selectSuccessor = (db: Database, isIt: SQL) =>
  db
    .select({ slug: resources.slug, name: resources.name })
    .from(resources)
    .where(
      sql`${resources.slug} = (
        select made.record ->> '$.successor' from changes as made join versions on made.sequence = versions.sequence
        where ${isIt})`,
    )
