import { sql } from 'drizzle-orm'
import { changes, versions } from '../../../schema/tables.ts'
import type { Verb } from '../context.ts'
import { identityOf, selectActor } from '../people/people.ts'
import { recordBefore } from '../resources/listed-changes.ts'
import { selectCurrent } from '../resources/versions.ts'
import { selectSubmission, toSubmission } from './submission-rows.ts'
import { notFound, requireReader } from './transition.ts'

export const followSubmission: Verb<'followSubmission'> = async (context, actor, key) => {
  const { db } = context
  const sought = () => selectSubmission(db, key).as('sought')
  const [actors, [row], [resource], [applied]] = await db.batch([
    selectActor(context, actor),
    selectSubmission(db, key),
    selectCurrent(db, sql`${versions.resourceId} = (select resource_id from ${sought()})`),
    db
      .select({ before: recordBefore })
      .from(changes)
      .where(sql`${changes.sequence} = (select applied_sequence from ${sought()})`),
  ])
  const known = await identityOf(actor, actors)
  if (!row) throw notFound(key)
  requireReader({ row, known }, key)
  return {
    submission: toSubmission(row),
    ...(resource && { resource: resource.record }),
    ...(applied?.before && { before: applied.before }),
  }
}
