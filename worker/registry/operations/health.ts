// Whether the registry runs as it should, from a handful of rows.

import { eq, sql } from 'drizzle-orm'
import journal from '../../../schema/migrations/meta/_journal.json' with { type: 'json' }
import { present } from '../../../schema/present.ts'
import { deliveries, jobs, rowsUsed, submissions } from '../../../schema/tables.ts'
import { type Health, MOST_COUNTED } from '../../../schema/verbs/operations.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'

const EXPECTED: readonly string[] = journal.entries.map(({ tag }) => `${tag}.sql`)

/** Each part by an index that has only the rows that wait, or that are dead. */
function selectHealth(context: Context) {
  const { db } = context
  const now = timestamp(context)
  const waiting = (kinds: 'urgent' | 'announced') =>
    sql`${deliveries} where state = 'waiting' and kind ${sql.raw(kinds === 'urgent' ? '<>' : '=')} 'announcement'`
  const counted = (rows: ReturnType<typeof sql>) =>
    sql<number>`(select count(*) from (select 1 from ${rows} limit ${MOST_COUNTED}))`
  const oldest = (kinds: 'urgent' | 'announced') =>
    sql<string | null>`(select min(next_at) from ${waiting(kinds)} and next_at <= ${now})`
  return [
    // Wrangler's own table, so it is not among ours.
    db.select({ name: sql<string>`name`.as('name') }).from(sql`d1_migrations`),
    db.select().from(jobs),
    db
      .select({
        waiting: counted(sql`${submissions} where state = 'pending'`).as('waiting'),
        urgent: counted(waiting('urgent')).as('urgent'),
        announced: counted(waiting('announced')).as('announced'),
        dead: counted(sql`${deliveries} where state = 'dead'`).as('dead'),
        oldestUrgent: oldest('urgent').as('oldest_urgent'),
        oldestAnnounced: oldest('announced').as('oldest_announced'),
      })
      .from(sql`(select 1)`),
  ] as const
}

type Selected = ReturnType<typeof selectHealth>
type Rows = readonly [Awaited<Selected[0]>, Awaited<Selected[1]>, Awaited<Selected[2]>]

function toHealth([migrations, ran, [counts]]: Rows): Health {
  if (!counts) throw new Error('The counts have no row.')
  const { waiting, urgent, announced, dead, oldestUrgent, oldestAnnounced } = counts
  const names = migrations.map(({ name }) => name)
  const [oldestDueAt] = [oldestUrgent, oldestAnnounced].filter((at) => at !== null).toSorted()
  return {
    migrations: {
      applied: names.length,
      expected: EXPECTED.length,
      missing: EXPECTED.filter((name) => !names.includes(name)),
    },
    jobs: Object.fromEntries(ran.map(({ name, ranAt }) => [name, ranAt])),
    waiting,
    deliveries: {
      waiting: Math.min(urgent + announced, MOST_COUNTED),
      dead,
      ...present({ oldestDueAt }),
    },
  }
}

export const getHealth: Verb<'getHealth'> = async (context) =>
  toHealth(await context.db.batch(selectHealth(context)))

export const getUsage: Verb<'getUsage'> = async (context, actor) => {
  const { db } = context
  const today = db
    .select({ read: rowsUsed.read, written: rowsUsed.written })
    .from(rowsUsed)
    .where(eq(rowsUsed.day, timestamp(context).slice(0, 10)))
  const [actors, [used], ...rows] = await db.batch([
    selectActor(context, actor),
    today,
    ...selectHealth(context),
  ])
  requireMaintainer(await identityOf(actor, actors))
  return { health: toHealth(rows), today: used ?? { read: 0, written: 0 } }
}
