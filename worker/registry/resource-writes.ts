// A resource's new version as statements: the row, its change, its addresses. Only what is committed with these is listed.

import { and, eq, or, sql } from 'drizzle-orm'
import type { Resource } from '../../schema/contract.ts'
import { addresses, changes, resources } from '../../schema/tables.ts'
import type { ChangeAction } from '../../schema/vocabulary.ts'
import { canonicalAddress } from '../domain/address.ts'
import { cellsCode } from '../domain/cells.ts'
import { searchWords } from '../domain/search-text.ts'
import type { Statement } from './commit.ts'
import type { Database } from './database.ts'

/** What a change of a resource is put down to. */
export interface Cause {
  readonly action: ChangeAction
  readonly submissionId?: number
  readonly personId?: number
  readonly reason?: string | undefined
}

const columnsOf = (resource: Resource) => ({
  slug: resource.slug,
  name: resource.name,
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

const insertChange = (db: Database, id: number, resource: Resource, cause: Cause): Statement =>
  db.insert(changes).values({
    subject: 'resource',
    subjectId: String(id),
    version: resource.version,
    action: cause.action,
    record: resource,
    submissionId: cause.submissionId ?? null,
    personId: cause.personId ?? null,
    reason: cause.reason ?? null,
    at: resource.updatedAt,
  })

export const insertResource = (db: Database, id: number, resource: Resource, cause: Cause): Statement[] => [
  db.insert(resources).values({ id, ...columnsOf(resource) }),
  insertChange(db, id, resource, cause),
]

/** `resource` carries its new version. References are not written here: nothing changes them yet. */
export const updateResource = (db: Database, id: number, resource: Resource, cause: Cause): Statement[] => [
  db.update(resources).set(columnsOf(resource)).where(eq(resources.id, id)),
  insertChange(db, id, resource, cause),
]

/**
 * The resource holds the address from now on; former addresses stay its own. Where anyone else holds it, listed or
 * waiting, the insert refuses the whole batch.
 */
export function takeAddress(db: Database, id: number, url: string, submissionId: number): Statement[] {
  const canonical = canonicalAddress(url) ?? url
  const own = or(
    and(eq(addresses.ownerKind, 'submission'), eq(addresses.ownerId, String(submissionId))),
    and(eq(addresses.ownerKind, 'resource'), eq(addresses.ownerId, String(id))),
  )
  return [
    db.delete(addresses).where(and(eq(addresses.canonical, canonical), own)),
    db.insert(addresses).values({ canonical, ownerKind: 'resource', ownerId: String(id) }),
  ]
}

/** The sequence of the change that made a version, inside the batch that makes it. */
export const sequenceOf = (id: number, version: number) =>
  sql<number>`(select sequence from changes where subject = 'resource' and subject_id = ${String(id)} and version = ${version})`
