import { sql } from 'drizzle-orm'
import { refusal } from '../../../../schema/errors.ts'
import { versions } from '../../../../schema/tables.ts'
import { parseText } from '../../../domain/intake/parse.ts'
import type { Verb } from '../../context.ts'
import { identityOf, requireMaintainer, selectActor } from '../../people/people.ts'
import { selectCurrent } from '../lists/versions.ts'
import { commitVersion } from './resource-writes.ts'
import { undoneRecord } from './undone-record.ts'

export const revertChange: Verb<'revertChange'> = async (context, actor, sequence, given) => {
  const { db } = context
  const reason = parseText('reason', given, 'lines')
  const [actors, [resource]] = await db.batch([
    selectActor(context, actor),
    selectCurrent(
      db,
      sql`${versions.resourceId} = (
        select cast(subject_id as integer) from changes where sequence = ${sequence} and subject = 'resource')`,
    ),
  ])
  const known = await identityOf(actor, actors)
  requireMaintainer(known)
  if (!resource) throw refusal('not_found', 'noSuchChange', [sequence])
  const next = await undoneRecord(context, sequence, resource)
  await commitVersion(context, resource, next, { action: 'reverted', personId: known.personId, reason })
  return next
}
