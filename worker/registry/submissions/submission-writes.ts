// Statements for a submission's new version: its change, its deliveries, and its addresses.

import { and, eq, sql } from 'drizzle-orm'
import type { SubmissionContent, SubmissionRecord } from '../../../schema/record/submission.ts'
import { addresses, changes, submissionAddresses } from '../../../schema/tables.ts'
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

/** Whom a new version of a submission is told of, beside the review channel. */
export interface Notified {
  readonly submitterId?: Id | undefined
  /** The mail address that wants news, if there is one. */
  readonly byMail?: boolean
}

/** Queues the review card and the messages to the submitter: in one statement, since a batch of decisions has few. */
export function insertDeliveries(
  db: Database,
  id: Id,
  { version, updatedAt: at }: SubmissionRecord,
  { submitterId, byMail = false }: Notified,
): Statement {
  const targets = [
    sql`select 'review' as kind, 'review' as target`,
    ...(submitterId === undefined ? [] : [sql`select 'submitter', 'person:' || ${asText(submitterId)}`]),
    ...(byMail
      ? [
          sql`select 'mail', 'mail:' || id from mail_addresses
            where submission_id = ${id} and confirmed_at is not null`,
        ]
      : []),
  ]
  return rawStatement(
    db,
    sql`
    insert into deliveries (kind, target, submission_id, change_subject, change_subject_id, change_version, state,
      next_at, created_at)
    select kind, target, ${id}, 'submission', ${asText(id)}, ${version}, 'waiting', ${at}, ${at}
    from (${sql.join(targets, sql` union all `)})`,
  )
}

/** Queues mail of a kind about the present version of a submission to the address that a token is of. */
export const insertMail = (db: Database, kind: MailKind, at: string, token: string): Statement =>
  rawStatement(
    db,
    sql`
    insert into deliveries (kind, target, submission_id, change_subject, change_subject_id, change_version, state,
      next_at, created_at)
    select ${kind}, 'mail:' || m.id, s.id, 'submission', cast(s.id as text), s.version, 'waiting', ${at}, ${at}
    from mail_addresses as m join submissions as s on s.id = m.submission_id where m.token = ${token}
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
