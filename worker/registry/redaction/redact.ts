// A maintainer takes texts and addresses out of the record: the versions stay, each with a tombstone.

import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import {
  addresses,
  maintainerActions,
  resources,
  submissionAddresses,
  submissions,
} from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { Redacted } from '../../../schema/verbs/erasure.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { REDACTED, redactedResource, redactedSubmission } from '../../domain/redaction.ts'
import { commit, LostRace, requireSeen, type Statement, selectLastChange } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { type Database, rawStatement } from '../database.ts'
import { insertAction, type NewAction } from '../people/maintainer-actions.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { loadSubmission } from '../submissions/transition.ts'
import { forgetLooks, redactCandidates, selectCandidateIds } from './noted.ts'
import { type ChangeRow, type Rewritten, rewriteChanges, selectChanges } from './rewrite.ts'

/** As often a redaction begins anew because something was written meanwhile. */
const TRIES = 5

/** What a redaction takes. */
interface Found {
  readonly personId: number
  /** The row of the maintainers' log: `resource:12` or `submission:34`. */
  readonly subject: string
  readonly name?: string
  readonly version?: number | undefined
  readonly rows: readonly ChangeRow[]
  readonly sent: readonly Sent[]
  readonly freed: readonly Statement[]
  /** The ids of the candidates that it was before. */
  readonly candidates: readonly number[]
  /** The last change of all when this was read. */
  readonly lastChange: number
}

async function findOfResource(
  context: Context,
  actor: Actor,
  slug: string,
  version: number | undefined,
): Promise<Found> {
  const { db } = context
  const isOfSlug = sql`subject = 'resource' and subject_id = (
    select cast(id as text) from ${resources} as r where r.slug = ${slug})`
  const isTarget = version === undefined ? isOfSlug : sql`${isOfSlug} and version = ${version}`
  const ofTarget = sql`(select submission_id from changes where ${isTarget} and submission_id is not null)`
  // Before the rest is read, which is much: whoever makes up a token gets none of it.
  const identity = await identityOf(actor, await selectActor(context, actor))
  requireMaintainer(identity)
  const [[last], [resource], rows, sent] = await db.batch([
    selectLastChange(db),
    db.select().from(resources).where(eq(resources.slug, slug)),
    selectChanges(db, isTarget),
    selectSent(db, sql`${submissions.id} in ${ofTarget}`),
  ])
  if (!resource) throw refusal('not_found', 'noSuchSlug', [slug])
  if (rows.length === 0) throw refusal('not_found', 'noSuchVersion', [version ?? 0])
  const isPresent = version === undefined || version === resource.version
  if (isPresent && resource.status !== 'removed')
    throw refusal('conflict', 'listedStill', [resource.version], { conflict: 'stale_version', slug })
  refuseWaiting(sent)
  const [log, found] = await db.batch([
    selectChanges(db, isOf(sent)),
    selectCandidateIds(db, idsOf(sent), isPresent ? resource.id : undefined),
  ])
  const isOwner = and(eq(addresses.ownerKind, 'resource'), eq(addresses.ownerId, String(resource.id)))
  return {
    personId: identity.personId,
    subject: `resource:${resource.id}`,
    name: resource.name,
    version,
    rows: [...rows, ...log],
    sent,
    freed: [...forgetLooks(db, resource.id), ...(isPresent ? [db.delete(addresses).where(isOwner)] : [])],
    candidates: idsOf(found),
    lastChange: last?.sequence ?? 0,
  }
}

async function findOfSubmission(context: Context, actor: Actor, key: string): Promise<Found> {
  const [last] = await selectLastChange(context.db)
  const { row, identity, resource } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  if (row.state === 'approved')
    throw refusal('conflict', 'redactResourceInstead', [row.slug ?? ''], { conflict: 'already_decided' })
  refuseWaiting([row])
  const [rows, found] = await context.db.batch([
    selectChanges(context.db, isOf([row])),
    selectCandidateIds(context.db, [row.id]),
  ])
  return {
    personId: identity.personId,
    subject: `submission:${row.id}`,
    ...present({ name: row.content.resource?.name ?? resource?.record.name }),
    rows,
    sent: [row],
    freed: [],
    candidates: idsOf(found),
    lastChange: last?.sequence ?? 0,
  }
}

export const previewRedaction: Verb<'previewRedaction'> = async (context, actor, target) => {
  const found =
    'slug' in target
      ? await findOfResource(context, actor, target.slug, target.version)
      : await findOfSubmission(context, actor, target.submission)
  return {
    ...present({ name: found.name }),
    versions: found.rows.length,
    submissions: found.sent.map(({ reference }) => reference),
  }
}

export const redactResource: Verb<'redactResource'> = (context, actor, slug, { version, ...input }) =>
  redact(context, () => findOfResource(context, actor, slug, version), input)

export const redactSubmission: Verb<'redactSubmission'> = (context, actor, key, input) =>
  redact(context, () => findOfSubmission(context, actor, key), input)

const selectSent = (db: Database, where: SQL) =>
  db
    .select({ id: submissions.id, state: submissions.state, reference: submissions.reference })
    .from(submissions)
    .where(where)

type Sent = Awaited<ReturnType<typeof selectSent>>[number]

const idsOf = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id)

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

/** A change that came meanwhile may have the texts too: then all is read again. */
async function redact(
  context: Context,
  find: () => Promise<Found>,
  input: Parameters<Registry['redactSubmission']>[2],
  tries = 1,
): Promise<Redacted> {
  const { db } = context
  const found = await find()
  const { rows, sent, personId } = found
  const reason = parseText('reason', input.reason, 'lines')
  if (input.versions !== undefined && input.versions !== rows.length)
    throw refusal('conflict', 'redactionGrew', [rows.length], { conflict: 'stale_version' })
  const rewritten = rows.map(redacted)
  const at = timestamp(context)
  const action: NewAction = { action: 'redact', personId, subject: found.subject, reason, at }
  const before = await findSame(db, rewritten, action, found.version)
  if (before) return { versions: rows.length, at: before }
  const last = rows.at(-1)
  const statements = [
    requireSeen(db, { lastChange: found.lastChange }),
    ...rewriteChanges(db, rewritten, { personId, reason, at }),
    ...redactSent(db, sent, at),
    redactActions(db, found),
    ...redactCandidates(db, found.candidates),
    insertAction(db, { ...action, ...present({ version: found.version }) }),
    ...found.freed,
  ]
  const isStored = sql`exists (
    select 1 from redactions where subject = ${last?.subject} and subject_id = ${last?.subjectId} and at = ${at})`
  try {
    await commit(db, statements, isStored)
  } catch (error) {
    if (error instanceof LostRace && tries < TRIES) return redact(context, find, input, tries + 1)
    throw error
  }
  context.onPublish()
  context.onDelivery()
  return { versions: rows.length, at }
}

/** When this maintainer redacted the same for the same reason, where nothing came since that has texts. */
async function findSame(
  db: Database,
  rewritten: readonly Rewritten[],
  { action, personId, subject, reason }: NewAction,
  version: number | undefined,
): Promise<string | undefined> {
  if (rewritten.some(({ row, record }) => JSON.stringify(row.record) !== JSON.stringify(record)))
    return undefined
  const [same] = await db
    .select({ at: maintainerActions.at })
    .from(maintainerActions)
    .where(
      sql`${maintainerActions.subject} = ${subject} and ${maintainerActions.action} = ${action}
        and ${maintainerActions.personId} is ${personId ?? null} and ${maintainerActions.version} is ${version ?? null}
        and ${maintainerActions.reason} is ${reason ?? null}`,
    )
    .orderBy(desc(maintainerActions.id))
    .limit(1)
  return same?.at
}

/** What maintainers wrote of decisions on what is redacted; the reasons of redactions stay. */
function redactActions(db: Database, { subject, rows, sent, candidates }: Found): Statement {
  const decided = [
    ...idsOf(sent).map((id) => `submission:${id}`),
    ...candidates.map((id) => `candidate:${id}`),
  ]
  const made = rows.flatMap((row) => (row.subject === 'resource' ? [row.version] : []))
  return rawStatement(
    db,
    sql`
    update maintainer_actions set reason = ${REDACTED}
    where reason is not null and action <> 'redact' and (
      subject in (select value from json_each(${JSON.stringify(decided)}))
      or version in (select value from json_each(${JSON.stringify(made)})) and subject in (
        select ${subject} union all select 'change:' || sequence from changes
        where subject = 'resource' and subject_id = ${subject.replace('resource:', '')}))`,
  )
}

/** The rows of submissions. Their cards in the review channel are drawn anew. */
function redactSent(db: Database, sent: readonly Sent[], at: string): Statement[] {
  const ids = idsOf(sent)
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
