// What the review channel is told of: once a day what has waited long for a maintainer, and at once what takes a second one.

import { asc, type SQL, sql } from 'drizzle-orm'
import type { NamedSubmission } from '../../../schema/record/submission.ts'
import { deliveries, submissions } from '../../../schema/tables.ts'
import { type DeliveryVerbs, OVERDUE_DAYS } from '../../../schema/verbs/deliveries.ts'
import { type Context, timestamp } from '../context.ts'
import { type Database, selectValues } from '../database.ts'
import { selectSubmissions, toNamedSubmission } from '../submissions/submission-rows.ts'

/** As many as a page of the queue on Discord. */
const MAX_LISTED = 10

/** By age: an edit does not make a submission new. After a question it waits for its submitter, not for a maintainer. */
const isOverdue = (now: Date) => {
  const limit = new Date(now.getTime() - OVERDUE_DAYS * 86_400_000).toISOString()
  return sql`${submissions.state} = 'pending' and ${submissions.createdAt} < ${limit}`
}

export async function selectOverdue(
  db: Database,
  now: Date,
): Promise<{ readonly waiting: readonly NamedSubmission[]; readonly total: number }> {
  const [rows, [counted]] = await db.batch([
    selectSubmissions(db, isOverdue(now)).orderBy(asc(submissions.id)).limit(MAX_LISTED),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(submissions)
      .where(isOverdue(now)),
  ])
  return { waiting: rows.map(toNamedSubmission), total: counted?.total ?? 0 }
}

/** The day takes the place of the change's subject, so the unique index of deliveries allows one reminder a day. */
export async function queueReminder(context: Context): ReturnType<DeliveryVerbs['queueReminder']> {
  // Runs every minute, so it reads only the oldest submission: the one with the lowest id.
  const oldest = sql`(select min(id) from submissions where state = 'pending')`
  const isDue = sql`exists (select 1 from ${submissions} where id = ${oldest} and ${isOverdue(context.now())})`
  await insertDigest(context.db, timestamp(context), isDue, (now) => now.slice(0, 10))
}

/** One for each name, where the condition holds. */
export function insertDigest(db: Database, now: string, where: SQL, nameOf = (time: string) => time) {
  const row = selectValues(deliveries, {
    kind: 'digest',
    target: 'review',
    changeSubject: 'submission',
    changeSubjectId: nameOf(now),
    changeVersion: 0,
    state: 'waiting',
    nextAt: now,
    createdAt: now,
  })
  return db.insert(deliveries).select(sql`${row} where ${where}`).onConflictDoNothing()
}
