// What was given up, for maintainers.

import { desc, eq, sql } from 'drizzle-orm'
import { RegistryError } from '../../schema/errors.ts'
import { deliveries, submissions } from '../../schema/tables.ts'
import { timestamp, type Verb } from './context.ts'
import { knownActor, requireMaintainer, selectActor } from './people.ts'

export const listDead: Verb<'listDead'> = async ({ db }, actor, { before, size }) => {
  const [actors, rows] = await db.batch([
    selectActor(db, actor),
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
  requireMaintainer(await knownActor(actor, actors))
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    items: page.map(({ submission, lastError, endedAt, ...row }) => ({
      ...row,
      ...(submission !== null && { submission }),
      lastError: lastError ?? '',
      diedAt: endedAt ?? row.createdAt,
    })),
    ...(rows.length > size && last && { next: last.id }),
  }
}

export const retryDelivery: Verb<'retryDelivery'> = async (context, actor, id) => {
  const { db } = context
  requireMaintainer(await knownActor(actor, await selectActor(db, actor)))
  const now = timestamp(context)
  const revived = await db
    .update(deliveries)
    .set({ state: 'waiting', attempts: 0, nextAt: now, leaseUntil: null, endedAt: null })
    .where(sql`${eq(deliveries.id, id)} and ${deliveries.state} = 'dead'`)
    .returning({ id: deliveries.id })
  if (revived.length === 0)
    throw new RegistryError('not_found', `There is no delivery ${id} that was given up.`)
  context.onDelivery()
}
