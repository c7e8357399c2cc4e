// A maintainer takes texts and addresses out of the record: the versions stay, each with a tombstone.

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import { addresses, resources, submissionAddresses, submissions } from '../../../schema/tables.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { REDACTED, redactedResource, redactedSubmission } from '../../domain/redaction.ts'
import { commit, type Statement } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { type Database, rawStatement } from '../database.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { loadSubmission } from '../submissions/transition.ts'
import { type ChangeRow, type Rewritten, rewriteChanges, selectChanges } from './rewrite.ts'

export const redactResource: Verb<'redactResource'> = async (context, actor, slug, input) => {
  const { db } = context
  const reason = parseText('reason', input.reason, 'lines')
  const isOfSlug = sql`subject = 'resource' and subject_id = (
    select cast(id as text) from ${resources} as r where r.slug = ${slug})`
  const isTarget = input.version === undefined ? isOfSlug : sql`${isOfSlug} and version = ${input.version}`
  const ofTarget = sql`(select submission_id from changes where ${isTarget} and submission_id is not null)`
  const [actors, [resource], rows, sent] = await db.batch([
    selectActor(context, actor),
    db.select().from(resources).where(eq(resources.slug, slug)),
    selectChanges(db, isTarget),
    selectSent(db, sql`${submissions.id} in ${ofTarget}`),
  ])
  const identity = await identityOf(actor, actors)
  requireMaintainer(identity)
  if (!resource) throw refusal('not_found', 'noSuchSlug', [slug])
  if (rows.length === 0) throw refusal('not_found', 'noSuchVersion', [input.version ?? 0])
  const isPresent = input.version === undefined || input.version === resource.version
  if (isPresent && resource.status !== 'removed')
    throw refusal('conflict', 'listedStill', [resource.version], { conflict: 'stale_version', slug })
  refuseWaiting(sent)
  const log = await selectChanges(db, isOf(sent))
  const freed = isPresent
    ? [
        db
          .delete(addresses)
          .where(and(eq(addresses.ownerKind, 'resource'), eq(addresses.ownerId, String(resource.id)))),
      ]
    : []
  const cause = { personId: identity.personId, reason, at: timestamp(context) }
  return write(context, [...rows, ...log], sent, cause, freed)
}

export const redactSubmission: Verb<'redactSubmission'> = async (context, actor, key, input) => {
  const { db } = context
  const reason = parseText('reason', input.reason, 'lines')
  const { row, identity } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  if (row.state === 'approved')
    throw refusal('conflict', 'redactResourceInstead', [row.slug ?? ''], { conflict: 'already_decided' })
  refuseWaiting([row])
  const log = await selectChanges(db, isOf([row]))
  return write(context, log, [row], { personId: identity.personId, reason, at: timestamp(context) }, [])
}

const selectSent = (db: Database, where: SQL) =>
  db
    .select({ id: submissions.id, state: submissions.state, reference: submissions.reference })
    .from(submissions)
    .where(where)

type Sent = Awaited<ReturnType<typeof selectSent>>[number]

const isOf = (sent: readonly Sent[]): SQL =>
  sql`subject = 'submission' and subject_id in (
    select value from json_each(${JSON.stringify(sent.map(({ id }) => String(id)))}))`

/** A maintainer must be able to read what is still to be decided. */
function refuseWaiting(sent: readonly Sent[]): void {
  const waiting = sent.find(({ state }) => state === 'pending' || state === 'asked')
  if (waiting)
    throw refusal('conflict', 'submissionWaits', [waiting.reference], { conflict: 'stale_version' })
}

const redacted = (row: ChangeRow): Rewritten => ({
  row,
  record:
    row.subject === 'resource'
      ? redactedResource(completeRecord(row.record as StoredRecord))
      : redactedSubmission(row.record as SubmissionRecord),
  reason: row.reason === null ? null : REDACTED,
})

async function write(
  context: Context,
  rows: readonly ChangeRow[],
  sent: readonly Sent[],
  cause: { readonly personId: number; readonly reason: string; readonly at: string },
  freed: readonly Statement[],
) {
  const { db } = context
  const last = rows.at(-1)
  await commit(
    db,
    [...rewriteChanges(db, rows.map(redacted), cause), ...redactSent(db, sent, cause.at), ...freed],
    sql`exists (
      select 1 from redactions where subject = ${last?.subject} and subject_id = ${last?.subjectId} and at = ${cause.at})`,
  )
  context.onPublish()
  context.onDelivery()
  return { versions: rows.length, at: cause.at }
}

/** The rows of submissions. Their cards in the review channel are drawn anew. */
function redactSent(db: Database, sent: readonly Sent[], at: string): Statement[] {
  const ids = sent.map(({ id }) => id)
  if (ids.length === 0) return []
  const latest = sql`(
    select record from changes as c where c.subject = 'submission' and c.subject_id = cast(${submissions}.id as text)
    order by c.version desc limit 1)`
  return [
    db
      .update(submissions)
      .set({
        // The same as in the log, which is rewritten already.
        content: sql`(
          select json_group_object(key, json(case type when 'object' then value when 'array' then value end))
          from json_each(${latest}) where key in ('resource', 'changes', 'evidence'))`,
        reason: sql`case when reason is not null then ${REDACTED} end`,
        thread: sql`${latest} -> '$.thread'`,
        decisionReason: sql`case when decision_reason is not null then ${REDACTED} end`,
      })
      .where(inArray(submissions.id, ids)),
    rawStatement(
      db,
      sql`
      update maintainer_actions set reason = ${REDACTED}
      where reason is not null and subject in (
        select 'submission:' || value from json_each(${JSON.stringify(ids)}))`,
    ),
    db.delete(submissionAddresses).where(inArray(submissionAddresses.submissionId, ids)),
    rawStatement(
      db,
      sql`
      update deliveries set state = 'waiting', attempts = 0, next_at = ${at}, lease_until = null, ended_at = null
      where id in (
        select max(d.id) from deliveries as d join submissions as s on s.id = d.submission_id
        where d.kind = 'review' and s.id in ${ids} and s.card_message_id is not null group by s.id)`,
    ),
  ]
}
