// A submission's next version: read it, apply an event in memory, commit all or nothing.

import { eq, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { canMove, nextState } from '../../../schema/record/submission-states.ts'
import { changes, submissions, versions } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { ChangeAction, SubmissionEvent } from '../../../schema/vocabulary.ts'
import { refuseLarge } from '../../domain/intake/record-size.ts'
import { commit, isChanged, LostRace, requireSeen, type Statement } from '../commit.ts'
import { type Context, timestamp } from '../context.ts'
import type { Database } from '../database.ts'
import { identifyCaller } from '../limits/caller.ts'
import { quotaOf } from '../limits/quotas.ts'
import { insertAction } from '../people/maintainer-actions.ts'
import { type Identity, identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { selectCurrent } from '../resources/lists/versions.ts'
import { type SubmissionRow, selectSubmission, toSubmissionRecord } from './submission-rows.ts'
import { insertDeliveries, insertSubmissionChange } from './submission-writes.ts'

/** A lost race is repeated on the winner's version: the event is then still possible, or refused with a reason. */
const TRIES = 5

/** Every version is kept. A maintainer can go on, and the submitter can withdraw, after the last one. */
const MOST_VERSIONS = 50

/** A submission, its current resource, and the actor. */
export interface Loaded {
  readonly row: SubmissionRow
  readonly identity: Identity
  /** The redaction that its latest version went through. */
  readonly redactionId: number | null
  readonly resource?: { readonly id: number; readonly record: Resource }
}

export async function loadSubmission(context: Context, actor: Actor, key: string): Promise<Loaded> {
  const { db } = context
  const [actors, [row], [resource], [latest]] = await db.batch([
    selectActor(context, actor),
    selectSubmission(db, key),
    selectCurrent(
      db,
      sql`${versions.resourceId} = (select resource_id from ${selectSubmission(db, key).as('submission')})`,
    ),
    db
      .select({ redactionId: changes.redactionId })
      .from(changes)
      .where(
        sql`${changes.subject} = 'submission' and (${changes.subjectId}, ${changes.version}) = (
          select cast(id as text), version from ${selectSubmission(db, key).as('submission')})`,
      ),
  ])
  const identity = await identityOf(actor, actors)
  if (!row) throw notFound(key)
  return { row, identity, redactionId: latest?.redactionId ?? null, ...present({ resource }) }
}

export const notFound = (key: string) => refusal('not_found', 'noSuchSubmission', [key.slice(0, 40)])

type Known = Pick<Loaded, 'row' | 'identity'>

/** A caller with the capability counts as the submitter. For anyone else the submission does not exist. */
export function requireSubmitter({ row, identity }: Known, key: string): void {
  const hasCapability = row.capability === key
  const isSubmitter = identity.personId !== undefined && identity.personId === row.submitterId
  if (!hasCapability && !isSubmitter) throw notFound(key)
}

export function requireReader(loaded: Known, key: string): void {
  if (!loaded.identity.isMaintainer) requireSubmitter(loaded, key)
}

/** The changes that an event makes to a submission. */
export interface Transition {
  readonly patch: Partial<SubmissionRow>
  readonly action: ChangeAction
  readonly reason?: string | undefined
  /** Changes to the resource and to addresses. They come before the submission's own statements. */
  readonly statements?: readonly Statement[]
  /** Ids of rows that the same batch inserts. */
  readonly sql?: Partial<Record<'appliedSequence' | 'resourceId', SQL<number>>>
}

export interface Event {
  readonly name: SubmissionEvent
  readonly by: 'submitter' | 'maintainer' | 'either'
  /** The version that the actor saw: the event is refused if there is a later one. */
  readonly version?: number | undefined
}

/** Applies an event to a submission. `transitionOf` returns its changes, or undefined if it is a repeat without any. */
export async function applyEvent(
  context: Context,
  actor: Actor,
  key: string,
  event: Event,
  transitionOf: (loaded: Loaded, tries: number) => Transition | Promise<Transition | undefined> | undefined,
): Promise<SubmissionRow> {
  const caller = event.by === 'maintainer' ? undefined : await identifyCaller(context, actor)
  const quota = caller && !caller.identity.isMaintainer ? quotaOf(context, caller, 'changes') : undefined
  for (let tries = 1; ; tries++) {
    const loaded = await loadSubmission(context, actor, key)
    requireRole(loaded, key, event)
    if (event.by === 'maintainer' && !context.isHost) refuseOwn(loaded)
    if (quota) refuseSubmitter(loaded.row, event)
    const transition = await transitionOf(loaded, tries)
    if (!transition) return loaded.row
    refuseImpossible(loaded, event)
    const next: SubmissionRow = {
      ...loaded.row,
      ...transition.patch,
      state: nextState(loaded.row.state, event.name),
      version: loaded.row.version + 1,
      updatedAt: timestamp(context),
    }
    if (quota) refuseLarge(toSubmissionRecord(next))
    try {
      const statements = statementsOf(context, loaded, next, transition, event)
      await commit(context.db, statements, isChanged('submission', next.id, next), quota)
      if (event.name === 'approve' || event.name === 'undo') context.onPublish()
      context.onDelivery()
      return next
    } catch (error) {
      if (!(error instanceof LostRace)) throw error
      if (error.columns.startsWith('addresses'))
        throw refusal('conflict', 'addressTaken', [], { conflict: 'duplicate_resource' })
      if (tries === TRIES) throw refusal('conflict', 'tooManyAtOnce', [], { conflict: 'stale_version' })
    }
  }
}

function requireRole(loaded: Loaded, key: string, { by }: Event): void {
  if (by === 'submitter') requireSubmitter(loaded, key)
  else if (by === 'either') requireReader(loaded, key)
  else requireMaintainer(loaded.identity)
}

/** Where there are several maintainers, nobody decides on what they sent themselves. */
function refuseOwn({ row, identity }: Loaded): void {
  if (identity.hasColleagues && row.submitterId === identity.personId)
    throw refusal('forbidden', 'ownSubmission', [])
}

/** What a submitter may not do, and a maintainer may. */
function refuseSubmitter({ isSenderBlocked, version }: SubmissionRow, { name }: Event): void {
  if (isSenderBlocked === 1) throw refusal('forbidden', 'senderBlocked', [])
  if (version >= MOST_VERSIONS && name !== 'withdraw')
    throw refusal('rate_limited', 'tooManyVersions', [MOST_VERSIONS])
}

function refuseImpossible({ row, identity }: Loaded, event: Event): void {
  const { state, decidedAt } = row
  const isDecided = state === 'approved' || state === 'rejected'
  if (isDecided && decidedAt !== null && !canMove(state, event.name))
    // Whoever holds a private link is told nobody's name.
    throw refusal(
      'conflict',
      'decidedBefore',
      [(identity.isMaintainer && row.decidedByName) || '', state, decidedAt],
      { conflict: 'already_decided' },
    )
  nextState(state, event.name)
  if (event.version !== undefined && event.version !== row.version)
    throw refusal('conflict', 'submissionChanged', [], { conflict: 'stale_version' })
}

function statementsOf(
  { db }: Context,
  { row, identity, redactionId }: Loaded,
  next: SubmissionRow,
  transition: Transition,
  event: Event,
): Statement[] {
  // Only the delivery that posts the card writes its place, perhaps since this row was read.
  const {
    id,
    submitterDiscordId,
    slug: _slug,
    resourceName: _resourceName,
    decidedByName: _name,
    isUnreachable: _unreachable,
    isSenderBlocked: _blocked,
    cardChannelId: _channel,
    cardMessageId: _message,
    ...columns
  } = next
  const record = toSubmissionRecord(next)
  const notifiesSubmitter =
    event.by === 'maintainer' && submitterDiscordId !== null && row.submitterId !== null
  return [
    requireSeen(db, { subject: 'submission', id, version: row.version, redactionId }),
    ...(transition.statements ?? []),
    db
      .update(submissions)
      .set({ ...columns, ...transition.sql })
      .where(eq(submissions.id, id)),
    insertSubmissionChange(db, id, record, {
      action: transition.action,
      personId: identity.personId,
      reason: transition.reason,
    }),
    ...insertMaintainerAction(db, { row, identity }, next, event, transition.reason),
    insertDeliveries(db, id, record, {
      submitterId: notifiesSubmitter ? (row.submitterId ?? undefined) : undefined,
      byMail: event.by === 'maintainer',
    }),
  ]
}

/** The log's entry of what a maintainer did with a submission of somebody else. */
function insertMaintainerAction(
  db: Database,
  { row, identity }: Known,
  { id, version, updatedAt: at }: SubmissionRow,
  { name, by }: Event,
  reason: string | undefined,
): Statement[] {
  const { personId } = identity
  // These two are the submitter's, even where a maintainer holds the capability.
  if (name === 'answer' || name === 'withdraw') return []
  const isOwnEdit = by !== 'maintainer' && (!identity.isMaintainer || personId === row.submitterId)
  return isOwnEdit
    ? []
    : [insertAction(db, { action: name, personId, subject: `submission:${id}`, version, reason, at })]
}
