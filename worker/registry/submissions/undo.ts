// Undoes a decision or a change by a new version.

import { and, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { canonicalAddress } from '../../../schema/record/address.ts'
import { undoChange } from '../../../schema/record/changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import { changes } from '../../../schema/tables.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { updateResource } from '../resources/resource-writes.ts'
import { toSubmissionRecord } from './submission-rows.ts'
import { reserveAddress } from './submission-writes.ts'
import { applyEvent } from './transition.ts'

export const undoDecision: Verb<'undoDecision'> = async (context, actor, key, version) => {
  const event = { name: 'undo', by: 'maintainer', version } as const
  const row = await applyEvent(context, actor, key, event, async (loaded) => {
    const { row, resource } = loaded
    const patch = {
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      decisionReason: null,
      decisionKey: null,
      appliedSequence: null,
    }
    if (row.state !== 'approved' || !resource || row.appliedSequence === null) {
      const isOwn = resource && canonicalAddress(resource.record.url) === row.canonical
      return {
        action: 'undone',
        patch,
        statements:
          row.canonical === null || isOwn ? [] : [reserveAddress(context.db, row.id, row.canonical)],
      }
    }
    const next = await undoneRecord(context, row.appliedSequence, resource)
    const action = next.status === 'removed' && resource.record.status !== 'removed' ? 'removed' : 'reverted'
    return {
      action: 'undone',
      // The version that it changes from now on: otherwise a second approval would be stale at once.
      patch: { ...patch, baseVersion: row.kind === 'addition' ? null : next.version },
      statements: updateResource(context.db, resource, next, {
        action,
        submissionId: row.id,
        ...present({ personId: loaded.identity.personId }),
      }),
    }
  })
  return toSubmissionRecord(row)
}

/** The record of a resource without one of its changes. */
export async function undoneRecord(
  context: Context,
  sequence: number,
  resource: { readonly id: number; readonly record: Resource },
): Promise<Resource> {
  const subject = and(eq(changes.subject, 'resource'), eq(changes.subjectId, String(resource.id)))
  const rows = await context.db
    .select({ sequence: changes.sequence, record: changes.record })
    .from(changes)
    .where(sql`${subject} and ${changes.sequence} <= ${sequence}`)
    .orderBy(sql`${changes.sequence} desc`)
    .limit(2)
  const [after, before] = rows.map((row) => completeRecord(row.record as StoredRecord))
  if (!after || rows[0]?.sequence !== sequence) throw refusal('not_found', 'noSuchChangeOfIt', [sequence])
  const version = { version: resource.record.version + 1, updatedAt: timestamp(context) }
  // The first change added the resource: without it the resource is removed, and the record stays.
  if (!before) return { ...resource.record, status: 'removed', ...version }
  const result = undoChange(before, after, resource.record)
  if ('conflicts' in result)
    throw refusal('conflict', 'changedLater', [result.conflicts], {
      conflict: 'stale_version',
      slug: resource.record.slug,
    })
  return { ...result.record, ...version }
}
