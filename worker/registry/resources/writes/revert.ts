// A maintainer undoes one change of a resource.

import { sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../../schema/errors.ts'
import { sameValue } from '../../../../schema/same-value.ts'
import { versions } from '../../../../schema/tables.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import { parseText } from '../../../domain/intake/parse.ts'
import type { Context, Verb } from '../../context.ts'
import { findMade } from '../../people/maintainer-actions.ts'
import { identityOf, requireMaintainer, selectActor } from '../../people/people.ts'
import { selectCurrent } from '../lists/versions.ts'
import { commitVersion } from './resource-writes.ts'
import { undoneRecord } from './undone-record.ts'

/** The resource that a change was of, for a maintainer. */
async function loadChanged(context: Context, actor: Actor, sequence: number) {
  const { db } = context
  const [actors, [resource]] = await db.batch([
    selectActor(context, actor),
    selectCurrent(
      db,
      sql`${versions.resourceId} = (
        select cast(subject_id as integer) from changes where sequence = ${sequence} and subject = 'resource')`,
    ),
  ])
  const identity = await identityOf(actor, actors)
  requireMaintainer(identity)
  if (!resource) throw refusal('not_found', 'noSuchChange', [sequence])
  return { resource, personId: identity.personId }
}

type Changed = Awaited<ReturnType<typeof loadChanged>>

/** The resource without the change: refused where nothing is left of it. */
async function revertedRecord(context: Context, sequence: number, { resource }: Changed) {
  const { record } = resource
  const undone = await undoneRecord(context, sequence, resource)
  if (sameValue({ ...undone.next, version: record.version, updatedAt: record.updatedAt }, record))
    throw refusal('conflict', 'nothingToRevert', [sequence])
  return undone
}

export const previewRevert: Verb<'previewRevert'> = async (context, actor, sequence) => {
  const changed = await loadChanged(context, actor, sequence)
  const { next: reverted } = await revertedRecord(context, sequence, changed)
  return { sequence, resource: changed.resource.record, reverted }
}

export const revertChange: Verb<'revertChange'> = async (context, actor, sequence, version, given) => {
  const reason = parseText('reason', given, 'lines')
  const changed = await loadChanged(context, actor, sequence)
  const { resource, personId } = changed
  const action = { action: 'revert', subject: `change:${sequence}` } as const
  try {
    if (resource.record.version !== version)
      throw refusal('conflict', 'recordChanged', [], {
        conflict: 'stale_version',
        slug: resource.record.slug,
      })
    const { next, read } = await revertedRecord(context, sequence, changed)
    await commitVersion(context, resource, next, { action: 'reverted', personId, reason }, action, read)
    return next
  } catch (error) {
    const isConflict = error instanceof RegistryError && error.code === 'conflict'
    const made =
      isConflict &&
      (await findMade(context.db, resource.id, { ...action, personId, reason, version: version + 1 }))
    if (made) return made
    throw error
  }
}
