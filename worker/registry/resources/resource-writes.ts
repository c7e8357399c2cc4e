// A resource's new version as statements: the row, its change, who is told of it, its addresses. Only what is committed with these is listed.

import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { canonicalAddress } from '../../../schema/record/address.ts'
import { cellsCode } from '../../../schema/record/cells.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { addresses, changes, resources } from '../../../schema/tables.ts'
import { fold } from '../../../schema/text/fold.ts'
import type { ChangeAction } from '../../../schema/vocabulary.ts'
import { searchWords } from '../../domain/search/search-text.ts'
import { announce } from '../announcements.ts'
import { commit, LostRace, type Statement } from '../commit.ts'
import type { Context } from '../context.ts'
import { asText, type Database, type Id } from '../database.ts'

/** What a change of a resource is put down to. */
export interface Cause {
  readonly action: ChangeAction
  readonly submissionId?: number
  readonly personId?: number | undefined
  readonly reason?: string | undefined
}

const columnsOf = (resource: Resource) => ({
  slug: resource.slug,
  name: resource.name,
  nameKey: fold(resource.name),
  url: resource.url,
  organization: resource.organization,
  ...resource.availability,
  cells: cellsCode(resource.availability),
  status: resource.status,
  position: resource.position,
  version: resource.version,
  updatedAt: resource.updatedAt,
  searchText: searchWords(resource).join(' '),
})

function insertChange(
  db: Database,
  id: Id,
  resource: Resource,
  cause: Cause,
  record: Resource | SQL<Resource>,
): Statement {
  return db.insert(changes).values({
    subject: 'resource',
    subjectId: asText(id),
    version: resource.version,
    action: cause.action,
    record,
    submissionId: cause.submissionId ?? null,
    personId: cause.personId ?? null,
    reason: cause.reason ?? null,
    at: resource.updatedAt,
  })
}

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
  const record = sql<Resource>`json_set(
    ${JSON.stringify(placed)}, '$.position', (select position from resources where slug = ${resource.slug}))`
  return [
    db.insert(resources).values({ ...columnsOf(placed), id: next('id'), position: next('position') }),
    insertChange(db, idOfSlug(resource.slug), placed, cause, record),
    announce(db, idOfSlug(resource.slug), undefined, placed),
  ]
}

/** `next` carries its new version. References are not written here: nothing changes them yet. */
export const updateResource = (
  db: Database,
  { id, record }: { readonly id: number; readonly record: Resource },
  next: Resource,
  cause: Cause,
): Statement[] => [
  db.update(resources).set(columnsOf(next)).where(eq(resources.id, id)),
  insertChange(db, id, next, cause, next),
  announce(db, id, record, next),
]

/**
 * The resource holds the address from now on; former addresses stay its own. Where anyone else holds it, listed or
 * waiting, the insert refuses the whole batch.
 */
export function takeAddress(db: Database, id: Id, url: string, submissionId: number): Statement[] {
  const canonical = canonicalAddress(url) ?? url
  const own = or(
    and(eq(addresses.ownerKind, 'submission'), eq(addresses.ownerId, String(submissionId))),
    and(eq(addresses.ownerKind, 'resource'), eq(addresses.ownerId, asText(id))),
  )
  return [
    db.delete(addresses).where(and(eq(addresses.canonical, canonical), own)),
    db.insert(addresses).values({ canonical, ownerKind: 'resource', ownerId: asText(id) }),
  ]
}

/** The sequence of the change that made a version, inside the batch that makes it. */
export const sequenceOf = (id: Id, version: number) =>
  sql<number>`(select sequence from changes where subject = 'resource' and subject_id = ${asText(id)} and version = ${version})`

/** A resource's next version by itself, without a submission; whoever was faster wins. */
export async function commitVersion(
  { db, onDelivery }: Context,
  resource: { readonly id: number; readonly record: Resource },
  next: Resource,
  cause: Cause,
): Promise<void> {
  try {
    await commit(db, updateResource(db, resource, next, cause))
    onDelivery()
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    throw refusal('conflict', 'recordChanged', [], {
      conflict: 'stale_version',
      slug: next.slug,
    })
  }
}
