// A submission's new version as statements: its change, and the deliveries that follow from it.

import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import { addresses, changes, deliveries } from '../../../schema/tables.ts'
import type { ChangeAction } from '../../../schema/vocabulary.ts'
import type { Statement } from '../commit.ts'
import { asText, type Database, type Id } from '../database.ts'

export const insertSubmissionChange = (
  db: Database,
  id: Id,
  record: SubmissionRecord,
  cause: {
    readonly action: ChangeAction
    readonly personId?: Id | undefined
    readonly reason?: string | undefined
  },
): Statement =>
  db.insert(changes).values({
    subject: 'submission',
    subjectId: asText(id),
    version: record.version,
    action: cause.action,
    record,
    personId: cause.personId ?? null,
    reason: cause.reason ?? null,
    at: record.updatedAt,
  })

/** What must reach Discord because of a submission's new version: the review card, and a word to who sent it. */
export function insertDeliveries(
  db: Database,
  id: Id,
  record: SubmissionRecord,
  submitterId: Id | undefined,
): Statement[] {
  const insert = (kind: 'review' | 'submitter', target: string | SQL<string>): Statement =>
    db.insert(deliveries).values({
      kind,
      target,
      submissionId: id,
      changeSubject: 'submission',
      changeSubjectId: asText(id),
      changeVersion: record.version,
      state: 'waiting',
      nextAt: record.updatedAt,
      createdAt: record.updatedAt,
    })
  return [
    insert('review', 'review'),
    ...(submitterId === undefined ? [] : [insert('submitter', sql`'person:' || ${asText(submitterId)}`)]),
  ]
}

/** Keeps an address for a submission that waits: a second one for it, or a listed one, refuses the batch. */
export const reserveAddress = (db: Database, id: Id, canonical: string): Statement =>
  db.insert(addresses).values({ canonical, ownerKind: 'submission', ownerId: asText(id) })

/** Lets go of what a submission kept. */
export const releaseAddresses = (db: Database, id: number): Statement =>
  db.delete(addresses).where(and(eq(addresses.ownerKind, 'submission'), eq(addresses.ownerId, String(id))))
