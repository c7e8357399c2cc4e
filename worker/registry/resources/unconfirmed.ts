// Records that nobody has changed or confirmed for long, and of which nothing waits.

import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import { confirmedSince } from '../../../schema/record/caveats.ts'
import { resources, submissions, versions } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import { selectSubmissionTally } from '../tallies.ts'

/** So many at most wait for a maintainer: each that is decided makes room for another. */
const MOST_WAITING = 10

export const listUnconfirmed: Verb<'listUnconfirmed'> = async ({ db, now }, size) => {
  const since = confirmedSince(now())
  // A maintainer who does not confirm one is not asked again for as long as a confirmation counts.
  const isInQueue = sql`exists (
    select 1 from ${submissions} as s where s.resource_id = ${versions.resourceId} and (
      s.state in ('pending', 'asked') or s.kind = 'confirmation' and s.created_at >= ${since}))`
  const [[waiting], rows] = await db.batch([
    selectSubmissionTally(db, ['pending', 'asked'], ['confirmation']),
    db
      .select({ slug: resources.slug, version: resources.version, updatedAt: versions.updatedAt })
      .from(versions)
      .innerJoin(resources, eq(resources.id, versions.resourceId))
      .where(
        and(
          isNull(versions.until),
          // In these words, or SQLite takes no index that has only these rows.
          sql`${versions.status} <> 'removed'`,
          lt(versions.updatedAt, since),
          sql`not ${isInQueue}`,
        ),
      )
      .orderBy(asc(versions.updatedAt), asc(versions.sequence))
      .limit(size),
  ])
  return rows.slice(0, Math.max(0, MOST_WAITING - (waiting?.total ?? 0)))
}
