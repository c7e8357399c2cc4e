// How a submission gets from one version to the next: read it, decide in memory, commit all or nothing.

import { eq, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { canMove, nextState } from '../../../schema/record/submission-states.ts'
import { submissions, versions } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { ChangeAction, SubmissionEvent } from '../../../schema/vocabulary.ts'
import { commit, LostRace, type Statement } from '../commit.ts'
import { type Context, timestamp } from '../context.ts'
import { type Identity, identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { selectCurrent } from '../resources/versions.ts'
import { type SubmissionRow, selectSubmission, toSubmissionRecord } from './submission-rows.ts'
import { insertDeliveries, insertSubmissionChange } from './submission-writes.ts'

/** A race is run again with what the winner left: then it is either possible still, or refused with a reason. */
const TRIES = 5

/** A submission with all that deciding on it takes. */
export interface Loaded {
  readonly row: SubmissionRow
  readonly known: Identity
  /** The resource that it is about, as it stands, with its id. */
  readonly resource?: { readonly id: number; readonly record: Resource }
}

export async function loadSubmission(context: Context, actor: Actor, key: string): Promise<Loaded> {
  const { db } = context
  const [actors, [row], [resource]] = await db.batch([
    selectActor(context, actor),
    selectSubmission(db, key),
    selectCurrent(
      db,
      sql`${versions.resourceId} = (select resource_id from ${selectSubmission(db, key).as('sought')})`,
    ),
  ])
  const known = await identityOf(actor, actors)
  if (!row) throw notFound(key)
  return {
    row,
    known,
    ...(resource && { resource }),
  }
}

export const notFound = (key: string) => refusal('not_found', 'noSuchSubmission', [key.slice(0, 40)])

/** Who holds the capability or sent it in may do what a submitter may; nobody else learns that it exists. */
export function requireSubmitter({ row, known }: Loaded, key: string): void {
  const isHolder = row.capability === key
  const isSender = known.personId !== undefined && known.personId === row.submitterId
  if (!isHolder && !isSender) throw notFound(key)
}

export function requireReader(loaded: Loaded, key: string): void {
  if (!loaded.known.isMaintainer) requireSubmitter(loaded, key)
}

/** What an event makes of a submission. */
export interface Transition {
  readonly patch: Partial<SubmissionRow>
  readonly action: ChangeAction
  readonly reason?: string | undefined
  /** What it does beside: to the resource, to addresses. They come before the submission's own statements. */
  readonly statements?: readonly Statement[]
  /** Columns that only SQL knows: ids of rows that the same batch makes. */
  readonly sql?: Partial<Record<'appliedSequence' | 'resourceId', SQL<number>>>
}

export interface Event {
  readonly name: SubmissionEvent
  readonly by: 'submitter' | 'maintainer' | 'either'
  /** The version that whoever acts saw; another by now is refused. */
  readonly version?: number | undefined
}

/** Lets an event happen to a submission. `move` says what it makes of it, from what was read. */
export async function applyEvent(
  context: Context,
  actor: Actor,
  key: string,
  event: Event,
  move: (loaded: Loaded, tries: number) => Transition | Promise<Transition> | undefined,
): Promise<SubmissionRow> {
  for (let tries = 1; ; tries++) {
    const loaded = await loadSubmission(context, actor, key)
    requireRole(loaded, key, event)
    const made = await move(loaded, tries)
    if (!made) return loaded.row
    refuseImpossible(loaded.row, event)
    const next: SubmissionRow = {
      ...loaded.row,
      ...made.patch,
      state: nextState(loaded.row.state, event.name),
      version: loaded.row.version + 1,
      updatedAt: timestamp(context),
    }
    try {
      await commit(context.db, statementsOf(context, loaded, next, made, event))
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
  else requireMaintainer(loaded.known)
}

function refuseImpossible(row: SubmissionRow, event: Event): void {
  const { state, decidedAt } = row
  const isDecided = state === 'approved' || state === 'rejected'
  if (isDecided && decidedAt !== null && !canMove(state, event.name))
    throw refusal('conflict', 'decidedBefore', [row.decidedByName ?? '', state, decidedAt], {
      conflict: 'already_decided',
    })
  nextState(state, event.name)
  if (event.version !== undefined && event.version !== row.version)
    throw refusal('conflict', 'submissionChanged', [], { conflict: 'stale_version' })
}

function statementsOf(
  { db }: Context,
  { row, known }: Loaded,
  next: SubmissionRow,
  made: Transition,
  event: Event,
): Statement[] {
  // Where the card is may have been noted since this was read: only the delivery that posts it says so.
  const {
    id,
    submitterDiscordId,
    slug: _slug,
    decidedByName: _name,
    isUnreachable: _unreachable,
    cardChannelId: _channel,
    cardMessageId: _message,
    ...columns
  } = next
  const record = toSubmissionRecord(next)
  const isTold = event.by === 'maintainer' && submitterDiscordId !== null && row.submitterId !== null
  return [
    ...(made.statements ?? []),
    db
      .update(submissions)
      .set({ ...columns, ...made.sql })
      .where(eq(submissions.id, id)),
    insertSubmissionChange(db, id, record, {
      action: made.action,
      personId: known.personId,
      reason: made.reason,
    }),
    ...insertDeliveries(db, id, record, isTold ? (row.submitterId ?? undefined) : undefined),
  ]
}
