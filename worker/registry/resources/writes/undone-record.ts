import { and, desc, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../../schema/errors.ts'
import { undoChange } from '../../../../schema/record/changes.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../../../schema/record/stored-record.ts'
import { changes } from '../../../../schema/tables.ts'
import type { SeenRecord } from '../../commit.ts'
import { type Context, timestamp } from '../../context.ts'

interface Undone {
  readonly next: Resource
  /** What it was made from, beside the record of the resource. */
  readonly read: readonly SeenRecord[]
}

/** The record of a resource without one of its changes. */
export async function undoneRecord(
  context: Context,
  sequence: number,
  resource: { readonly id: number; readonly record: Resource },
): Promise<Undone> {
  const subject = and(eq(changes.subject, 'resource'), eq(changes.subjectId, String(resource.id)))
  const rows = await context.db
    .select({ sequence: changes.sequence, record: changes.record })
    .from(changes)
    // By version, whose index has those of the one resource: by sequence SQLite would go through all changes.
    .where(sql`${subject} and +${changes.sequence} <= ${sequence}`)
    .orderBy(desc(changes.version))
    .limit(2)
  const [after, before] = rows.map((row) => completeRecord(row.record as StoredRecord))
  if (!after || rows[0]?.sequence !== sequence) throw refusal('not_found', 'noSuchChangeOfIt', [sequence])
  const version = { version: resource.record.version + 1, updatedAt: timestamp(context) }
  // The first change added the resource: without it the resource is removed, and the record stays.
  if (!before) return { next: { ...resource.record, status: 'removed', ...version }, read: [] }
  const result = undoChange(before, after, resource.record)
  if ('conflicts' in result)
    throw refusal('conflict', 'changedLater', [result.conflicts], {
      conflict: 'stale_version',
      slug: resource.record.slug,
    })
  const read = [before, after].map(({ version, updatedAt }) => ({ id: resource.id, version, updatedAt }))
  return { next: { ...result.record, ...version }, read }
}
