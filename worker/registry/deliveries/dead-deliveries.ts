// Deliveries that were given up, for maintainers.

import { desc, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { deliveries, submissions, watches } from '../../../schema/tables.ts'
import { timestamp, type Verb } from '../context.ts'
import { insertActionIfChanged, wasDone } from '../people/maintainer-actions.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'

export const listDead: Verb<'listDead'> = async (context, actor, { before, size }) => {
  const { db } = context
  const [actors, rows] = await db.batch([
    selectActor(context, actor),
    db
      .select({
        id: deliveries.id,
        kind: deliveries.kind,
        submission: sql<
          string | null
        >`(select reference from ${submissions} as s where s.id = ${deliveries}.submission_id)`.as(
          'submission',
        ),
        attempts: deliveries.attempts,
        lastError: deliveries.lastError,
        createdAt: deliveries.createdAt,
        endedAt: deliveries.endedAt,
      })
      .from(deliveries)
      .where(
        sql`${deliveries}.state = 'dead' ${before === undefined ? sql`` : sql`and ${deliveries.id} < ${before}`}`,
      )
      .orderBy(desc(deliveries.id))
      .limit(size + 1),
  ])
  requireMaintainer(await identityOf(actor, actors))
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    items: page.map(({ submission, lastError, endedAt, ...row }) => ({
      ...row,
      ...present({ submission }),
      lastError: lastError ?? '',
      diedAt: endedAt ?? row.createdAt,
    })),
    ...(rows.length > size && last && { next: last.id }),
  }
}

export const retryDelivery: Verb<'retryDelivery'> = async (context, actor, id) => {
  const { db } = context
  const identity = await identityOf(actor, await selectActor(context, actor))
  requireMaintainer(identity)
  const { personId } = identity
  const now = timestamp(context)
  const retried = { action: 'retry', personId, subject: `delivery:${id}` } as const
  const [, revived] = await db.batch([
    // The watch that ended with the delivery is on again, unless the same watch was added again meanwhile.
    db
      .update(watches)
      .set({ endedAt: null })
      .where(
        sql`${watches.id} = (
            select watch_id from ${deliveries} as d
            where d.id = ${id} and d.state = 'dead' and d.ended_at = ${watches}.ended_at)
          and not exists (
            select 1 from ${watches} as twin where twin.ended_at is null
            and twin.channel_id = ${watches}.channel_id
            and twin.wanted is ${watches}.wanted and twin.resource_id is ${watches}.resource_id)`,
      ),
    db
      .update(deliveries)
      .set({ state: 'waiting', attempts: 0, nextAt: now, leaseUntil: null, endedAt: null, leadId: null })
      .where(sql`${eq(deliveries.id, id)} and ${deliveries.state} = 'dead'`)
      .returning({ id: deliveries.id }),
    insertActionIfChanged(db, { ...retried, at: now }),
  ])
  if (revived.length === 0 && !(await wasDone(db, retried)))
    throw refusal('not_found', 'noDeadDelivery', [id])
  context.onDelivery()
}
