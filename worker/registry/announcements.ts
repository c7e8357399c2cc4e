// Queues the announcements of a resource's change to its watchers, in the batch that makes the change.

import { type SQL, sql } from 'drizzle-orm'
import { newDataTypes } from '../../schema/record/new-data-types.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { deliveries } from '../../schema/tables.ts'
import type { Statement } from './commit.ts'
import { asText, type Database, type Id, selectValues } from './database.ts'

/**
 * One delivery a watcher. A watcher of the resource, its data type and everything gets one, for the narrowest of these
 * watches: it is inserted first, and the unique index refuses the others.
 */
export function announce(
  db: Database,
  id: Id,
  before: Resource | undefined,
  after: Pick<Resource, 'availability' | 'status' | 'version' | 'updatedAt'>,
): Statement {
  const types = newDataTypes(before, after)
  const isOfType: SQL = types.length > 0 ? sql`w.data_type in ${types}` : sql`false`
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
        w.resource_id = ${id} or ${isOfType} or (w.resource_id is null and w.data_type is null))
      order by w.resource_id is null, w.data_type is null, w.id`,
    )
    .onConflictDoNothing()
}
