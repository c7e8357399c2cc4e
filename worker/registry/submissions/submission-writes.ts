// Statements for a submission's new version: its change, its deliveries, and its addresses.

import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { SubmissionContent, SubmissionRecord } from '../../../schema/record/submission.ts'
import { addresses, changes, deliveries, submissionAddresses } from '../../../schema/tables.ts'
import type { ChangeAction, MailKind } from '../../../schema/vocabulary.ts'
import type { Statement } from '../commit.ts'
import { asText, type Database, type Id, rawStatement } from '../database.ts'
import { allAddresses } from './alike.ts'

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

/** Queues the review card and, with a `submitterId`, a message to the submitter. */
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

/** Queues mail of a kind about the present version of submissions, to those of their addresses that meet a condition. */
export const insertMail = (db: Database, kind: MailKind, at: string, where: SQL): Statement =>
  rawStatement(
    db,
    sql`
    insert into deliveries (kind, target, submission_id, change_subject, change_subject_id, change_version, state,
      next_at, created_at)
    select ${kind}, 'mail:' || m.id, s.id, 'submission', cast(s.id as text), s.version, 'waiting', ${at}, ${at}
    from mail_addresses as m join submissions as s on s.id = m.submission_id where ${where}
    on conflict do nothing`,
  )

/**
 * Reserves addresses for a waiting submission, but those that its resource has already. If another submission or
 * resource has one, the batch is refused.
 */
export const reserveAddresses = (
  db: Database,
  id: Id,
  canonicals: readonly string[],
  resourceId = 0,
): Statement[] =>
  canonicals.map((canonical) =>
    db.insert(addresses).select(
      sql`select ${canonical}, 'submission', ${asText(id)} where not exists (
        select 1 from addresses as own where own.canonical = ${canonical} and own.owner_kind = 'resource'
        and own.owner_id = ${String(resourceId)})`,
    ),
  )

export const releaseAddresses = (db: Database, id: number): Statement =>
  db.delete(addresses).where(and(eq(addresses.ownerKind, 'submission'), eq(addresses.ownerId, String(id))))

export const insertSubmissionAddresses = (db: Database, id: Id, content: SubmissionContent): Statement =>
  db
    .insert(submissionAddresses)
    .select(sql`select value, ${id} from json_each(${JSON.stringify(allAddresses(content))})`)
