// Queues the announcements of a resource's change to its watchers, in the batch that makes the change.

import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '../../schema/record/resource.ts'
import { deliveries } from '../../schema/tables.ts'
import { tagsToWatch } from '../domain/search/wanted.ts'
import type { Statement } from './commit.ts'
import { asText, type Database, type Id, selectValues } from './database.ts'

/** Whether a resource with these tags has one of each list that a watch wants. */
const has = (tags: readonly string[]): SQL => sql`not exists (
  select 1 from json_each(w.tags) as needed where not exists (
    select 1 from json_each(needed.value) as one join json_each(${JSON.stringify(tags)}) as had on had.value = one.value))`

/**
 * One delivery a watcher. A watcher of the resource, of what it has come to be and of everything gets one, for the narrowest of these
 * watches: it is inserted first, and the unique index refuses the others.
 */
export function announce(db: Database, id: Id, before: Resource | undefined, after: Resource): Statement {
  const isNews = sql`w.tags is not null and ${has(tagsToWatch(after))} and not ${has(tagsToWatch(before))}`
  const row = selectValues(deliveries, {
    kind: 'announcement',
    target: sql`case when w.channel_id is null then 'person:' || w.person_id else 'channel:' || w.channel_id end`,
    changeSubject: 'resource',
    changeSubjectId: asText(id),
    changeVersion: after.version,
    state: 'waiting',
    nextAt: after.updatedAt,
    createdAt: after.updatedAt,
    watchId: sql`w.id`,
  })
  return db
    .insert(deliveries)
    .select(
      sql`${row} from watches as w
      where w.ended_at is null and (
        w.resource_id = ${id} or (${isNews}) or (w.resource_id is null and w.tags is null))
      order by w.resource_id is null, w.tags is null, w.id`,
    )
    .onConflictDoNothing()
}
