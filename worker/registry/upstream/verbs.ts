// What was said of listed resources by their sites, for the job that compares it with what is said today.

import { inArray, sql } from 'drizzle-orm'
import { resources, submissions, upstreamLooks, versions } from '../../../schema/tables.ts'
import type { UpstreamVerbs } from '../../../schema/verbs/upstream.ts'
import { timestamp, type Verb, type Verbs } from '../context.ts'
import { selectCurrent } from '../resources/lists/versions.ts'

const LOOKED_UP_EVERY_DAYS = 5
const DAY_MS = 86_400_000

const listUpstreamWork: Verb<'listUpstreamWork'> = async ({ db, now }, most) => {
  const before = new Date(now().getTime() - LOOKED_UP_EVERY_DAYS * DAY_MS).toISOString()
  // No index has them in this order, since each look would write to it: four times a day both tables are gone through.
  const due = await db
    .select({ resourceId: resources.id, saying: upstreamLooks.saying })
    .from(resources)
    .leftJoin(upstreamLooks, sql`${upstreamLooks.resourceId} = ${resources.id}`)
    .where(
      sql`${resources.status} <> 'removed' and coalesce(${upstreamLooks.lookedAt}, '') <= ${before}
        and not exists (
          select 1 from ${submissions} as sent where sent.resource_id = ${resources.id}
            and sent.state in ('pending', 'asked') and sent.door = 'job' and sent.kind = 'correction')`,
    )
    .orderBy(sql`coalesce(${upstreamLooks.lookedAt}, ''), ${resources.id}`)
    .limit(most)
  const ids = due.map(({ resourceId }) => resourceId)
  const records = await selectCurrent(db, inArray(versions.resourceId, ids))
  return due.flatMap(({ resourceId, saying }) =>
    records
      .filter(({ id }) => id === resourceId)
      .map(({ record }) => ({ resourceId, record, before: saying })),
  )
}

const recordUpstream: Verb<'recordUpstream'> = async (context, looked) => {
  if (looked.length === 0) return
  const lookedAt = timestamp(context)
  await context.db
    .insert(upstreamLooks)
    .values(looked.map(({ resourceId, before: saying }) => ({ resourceId, lookedAt, saying })))
    .onConflictDoUpdate({
      target: upstreamLooks.resourceId,
      set: { lookedAt, saying: sql`excluded.saying` },
    })
}

export const upstreamVerbs: Verbs<UpstreamVerbs> = { listUpstreamWork, recordUpstream }
