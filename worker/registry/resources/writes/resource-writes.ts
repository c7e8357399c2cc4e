// A resource's new version as statements: its change, its row in versions, announcements, addresses. A resource is listed
// once these are committed, and by nothing else.

import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../../schema/errors.ts'
import { addressesOf, everyAddressOf } from '../../../../schema/record/addresses-of.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { addresses, changes, versions } from '../../../../schema/tables.ts'
import type { ChangeAction } from '../../../../schema/vocabulary.ts'
import { versionColumns } from '../../../domain/search/version-columns.ts'
import { announce } from '../../announcements.ts'
import {
  commit,
  isChanged,
  LostRace,
  requireSeen,
  requireSeenRecords,
  type SeenRecord,
  type Statement,
} from '../../commit.ts'
import type { Context } from '../../context.ts'
import { asText, type Database, type Id } from '../../database.ts'
import { insertAction, type NewAction } from '../../people/maintainer-actions.ts'
import { setReferences } from './reference-writes.ts'

/** What a change of a resource is put down to. */
export interface Cause {
  readonly action: ChangeAction
  readonly submissionId?: number
  readonly personId?: number | undefined
  readonly reason?: string | undefined
}

/** The log's entry; triggers make the resource's row and its lineage from the record. */
function insertChange(
  db: Database,
  id: Id,
  { version, updatedAt }: Resource,
  record: Resource | SQL<Resource>,
  cause: Cause,
): Statement {
  return db.insert(changes).values({
    subject: 'resource',
    subjectId: asText(id),
    version,
    action: cause.action,
    record,
    submissionId: cause.submissionId ?? null,
    personId: cause.personId ?? null,
    reason: cause.reason ?? null,
    at: updatedAt,
  })
}

/** The version that a change made, earlier in the batch. */
const insertVersion = (db: Database, id: Id, resource: Resource, position: number | SQL<number>): Statement =>
  db.insert(versions).values({
    ...versionColumns(resource),
    sequence: sequenceOf(id, resource.version),
    resourceId: id,
    position,
  })

/** The id of the resource with a slug, inside the batch that makes it. */
export const idOfSlug = (slug: string): SQL<number> => sql`(select id from resources where slug = ${slug})`

/** At the end of the table. Its place is found inside the batch, so that approvals at the same time each get their own. */
export function insertResource(
  db: Database,
  resource: Omit<Resource, 'position'>,
  cause: Cause,
): Statement[] {
  const placed = { ...resource, position: 0 }
  const next = (column: 'id' | 'position') =>
    sql<number>`(select coalesce(max(${sql.raw(column)}), 0) + 1 from resources)`
  const record = sql<Resource>`json_set(${JSON.stringify(placed)}, '$.position', ${next('position')})`
  const id = idOfSlug(resource.slug)
  const position = sql<number>`(select position from resources where slug = ${resource.slug})`
  return [
    insertChange(db, next('id'), placed, record, cause),
    insertVersion(db, id, placed, position),
    announce(db, id, undefined, placed),
    ...setReferences(db, id, [], placed.references),
    ...takeAddresses(db, id, placed, cause.submissionId),
  ]
}

/** `next` carries its new version. */
export const updateResource = (
  db: Database,
  { id, record }: { readonly id: number; readonly record: Resource },
  next: Resource,
  cause: Cause,
): Statement[] => [
  requireSeen(db, { subject: 'resource', id, version: record.version, updatedAt: record.updatedAt }),
  insertChange(db, id, next, next, cause),
  insertVersion(db, id, next, next.position),
  announce(db, id, record, next),
  ...setReferences(db, id, record.references, next.references),
  ...takeAddresses(db, id, next, cause.submissionId),
]

/**
 * The resource holds the record's address and DOI from now on; those that it leaves stay its own. Where anyone else
 * holds one, listed or waiting, the insert refuses the whole batch.
 */
function takeAddresses(
  db: Database,
  id: Id,
  record: Pick<Resource, 'url' | 'doi'>,
  submissionId = 0,
): Statement[] {
  const own = or(
    and(eq(addresses.ownerKind, 'submission'), eq(addresses.ownerId, String(submissionId))),
    and(eq(addresses.ownerKind, 'resource'), eq(addresses.ownerId, asText(id))),
  )
  const taken = [...addressesOf(record)]
  return [
    db.delete(addresses).where(and(inArray(addresses.canonical, taken), own)),
    db
      .insert(addresses)
      .values(taken.map((canonical) => ({ canonical, ownerKind: 'resource' as const, ownerId: asText(id) }))),
  ]
}

/** Frees the addresses that a record had by a change which is undone. */
export function releaseUndone(
  db: Database,
  { id, record }: { readonly id: number; readonly record: Resource },
  next: Resource,
): Statement[] {
  const kept = everyAddressOf(next)
  const left = addressesOf(record).filter((canonical) => !kept.includes(canonical))
  if (left.length === 0) return []
  const own = and(eq(addresses.ownerKind, 'resource'), eq(addresses.ownerId, String(id)))
  return [db.delete(addresses).where(and(inArray(addresses.canonical, left), own))]
}

/** The sequence of the change that made a version, inside the batch that makes it. */
export const sequenceOf = (id: Id, version: number) =>
  sql<number>`(select sequence from changes where subject = 'resource' and subject_id = ${asText(id)} and version = ${version})`

/**
 * A resource's next version by a maintainer's action, without a submission. A version that was made meanwhile is a
 * `conflict`; so is a redaction of what it was made from, which `read` lists.
 */
export async function commitVersion(
  { db, onDelivery, onPublish }: Context,
  resource: { readonly id: number; readonly record: Resource },
  next: Resource,
  cause: Cause,
  action: Pick<NewAction, 'action' | 'subject'>,
  read: readonly SeenRecord[] = [],
): Promise<void> {
  const { personId, reason } = cause
  const { version, updatedAt: at } = next
  const released = cause.action === 'reverted' ? releaseUndone(db, resource, next) : []
  try {
    const statements = [
      requireSeenRecords(db, read),
      ...updateResource(db, resource, next, cause),
      ...released,
      insertAction(db, { ...action, personId, version, reason, at }),
    ]
    await commit(db, statements, isChanged('resource', resource.id, next))
    onPublish()
    onDelivery()
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    if (error.columns.startsWith('addresses'))
      throw refusal('conflict', 'addressTaken', [], { conflict: 'duplicate_resource' })
    throw refusal('conflict', 'recordChanged', [], {
      conflict: 'stale_version',
      slug: next.slug,
    })
  }
}
