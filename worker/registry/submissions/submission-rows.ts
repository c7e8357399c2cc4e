// The columns of a submission, and its record made of a row.

import { type SQL, sql } from 'drizzle-orm'
import { present } from '../../../schema/present.ts'
import { parseContent } from '../../../schema/record/stored-record.ts'
import type {
  NamedSubmission,
  Submission,
  SubmissionContent,
  SubmissionRecord,
} from '../../../schema/record/submission.ts'
import { deliveries, people, resources, submissions } from '../../../schema/tables.ts'
import type { Machine } from '../../../schema/vocabulary.ts'
import { isCapability, parseReferenceCode } from '../../domain/intake/reference-code.ts'
import type { Database } from '../database.ts'
import { isSenderBlocked } from '../limits/blocks.ts'

export const submissionColumns = {
  id: submissions.id,
  capability: submissions.capability,
  reference: submissions.reference,
  kind: submissions.kind,
  state: submissions.state,
  version: submissions.version,
  content: sql<SubmissionContent>`${submissions.content}`.mapWith(parseContent).as('content'),
  reason: submissions.reason,
  thread: submissions.thread,
  resourceId: submissions.resourceId,
  baseVersion: submissions.baseVersion,
  door: submissions.door,
  submitterId: submissions.submitterId,
  requestHash: submissions.requestHash,
  decidedBy: submissions.decidedBy,
  decidedAt: submissions.decidedAt,
  decisionReason: submissions.decisionReason,
  decisionKey: submissions.decisionKey,
  appliedSequence: submissions.appliedSequence,
  cardChannelId: submissions.cardChannelId,
  cardMessageId: submissions.cardMessageId,
  createdAt: submissions.createdAt,
  updatedAt: submissions.updatedAt,
  slug: sql<string | null>`(select slug from ${resources} as r where r.id = ${submissions}.resource_id)`.as(
    'slug',
  ),
  resourceName: sql<
    string | null
  >`(select name from ${resources} as r where r.id = ${submissions}.resource_id)`.as('resource_name'),
  decidedByName: sql<
    string | null
  >`(select name from ${people} as p where p.id = ${submissions}.decided_by)`.as('decided_by_name'),
  /** 1 if a message to its submitter could not be delivered. */
  isUnreachable: sql<number>`exists (
    select 1 from ${deliveries} as d
    where d.submission_id = ${submissions}.id and d.kind = 'submitter' and d.state = 'dropped')`.as(
    'is_unreachable',
  ),
  isSenderBlocked: isSenderBlocked.as('is_sender_blocked'),
  submitterDiscordId: sql<
    string | null
  >`(select discord_id from ${people} as p where p.id = ${submissions}.submitter_id)`.as(
    'submitter_discord_id',
  ),
  submitterMachine: sql<Machine | null>`(
    select machine from ${people} as p where p.id = ${submissions}.submitter_id)`.as('submitter_machine'),
}

export const selectSubmissions = (db: Database, where: SQL) =>
  db.select(submissionColumns).from(submissions).where(where)

export type SubmissionRow = Awaited<ReturnType<typeof selectSubmissions>>[number]

/** `key` is a capability or a reference. */
export function submissionCondition(key: string): SQL {
  const reference = isCapability(key) ? undefined : parseReferenceCode(key)
  return reference ? sql`${submissions.reference} = ${reference}` : sql`${submissions.capability} = ${key}`
}

export const selectSubmission = (db: Database, key: string) =>
  selectSubmissions(db, submissionCondition(key)).limit(1)

/** Without the names of submitter and maintainer: only `people` has them. */
export function toSubmissionRecord(row: SubmissionRow): SubmissionRecord {
  const { content, slug, baseVersion, reason, decidedAt, decisionReason } = row
  return {
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    version: row.version,
    ...content,
    ...present({ slug, baseVersion, reason }),
    thread: [...row.thread],
    ...(decidedAt !== null && { decision: { at: decidedAt, ...present({ reason: decisionReason }) } }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

export const toNamedSubmission = (row: SubmissionRow): NamedSubmission => ({
  ...toSubmissionRecord(row),
  ...present({ resourceName: row.resourceName }),
})

export const toSubmission = (row: SubmissionRow): Submission => ({
  ...toSubmissionRecord(row),
  id: row.capability,
})
