// What a maintainer decides, and how it is taken back.

import { and, eq, sql } from 'drizzle-orm'
import type { Resource } from '../../schema/contract.ts'
import { RegistryError } from '../../schema/errors.ts'
import type { SubmissionVerbs } from '../../schema/submission-verbs.ts'
import { changes, resources } from '../../schema/tables.ts'
import type { ChangeAction } from '../../schema/vocabulary.ts'
import { undoChange } from '../domain/changed-fields.ts'
import { cleanReason, withChanges } from '../domain/proposal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import type { Statement } from './commit.ts'
import { type Context, timestamp } from './context.ts'
import type { Id } from './database.ts'
import { happen, type Loaded, type Move } from './moves.ts'
import { idOfSlug, insertResource, sequenceOf, takeAddress, updateResource } from './resource-writes.ts'
import { toSubmissionRecord } from './submission-rows.ts'
import { releaseAddresses, reserveAddress } from './submission-writes.ts'

type Decide = SubmissionVerbs['decideSubmission']

export async function decideSubmission(
  context: Context,
  ...[actor, key, input, idempotencyKey]: Parameters<Decide>
): ReturnType<Decide> {
  const reason = input.reason === undefined ? undefined : cleanReason('reason', input.reason)
  if (input.decision !== 'approve' && reason === undefined)
    throw new RegistryError('invalid', 'A rejection and a question need their words.', {
      problems: [{ field: 'reason', problem: 'Say why, or what you want to know.' }],
    })
  const event = { name: input.decision, by: 'maintainer', version: input.version } as const
  const row = await happen(context, actor, key, event, (loaded, tries) => {
    if (idempotencyKey !== undefined && loaded.row.decisionKey === idempotencyKey) return undefined
    const at = timestamp(context)
    const decided = {
      decidedBy: loaded.known.personId ?? null,
      decidedByName: loaded.known.name ?? null,
      decidedAt: at,
      decisionReason: reason ?? null,
      decisionKey: idempotencyKey ?? null,
    }
    switch (input.decision) {
      case 'approve':
        return approve(context, loaded, { decided, reason, seen: input.resourceVersion, tries })
      case 'reject':
        return {
          action: 'rejected',
          reason,
          patch: decided,
          statements: [releaseAddresses(context.db, loaded.row.id)],
        }
      case 'ask':
        return {
          action: 'asked',
          reason,
          patch: {
            decisionKey: idempotencyKey ?? null,
            thread: [...loaded.row.thread, { by: 'maintainer', text: reason ?? '', at }],
          },
        }
    }
  })
  return toSubmissionRecord(row)
}

interface Approval {
  readonly decided: Move['patch']
  readonly reason: string | undefined
  /** The version of the resource that the maintainer saw. */
  readonly seen: number | undefined
  readonly tries: number
}

async function approve(context: Context, loaded: Loaded, approval: Approval): Promise<Move> {
  const { db } = context
  const { row, resource, known } = loaded
  const cause = {
    submissionId: row.id,
    reason: row.reason ?? undefined,
    ...(known.personId !== undefined && { personId: known.personId }),
  }
  const made = (id: Id, next: Omit<Resource, 'position'>, statements: readonly Statement[]): Move => ({
    action: 'approved',
    reason: approval.reason,
    patch: { ...approval.decided, slug: next.slug },
    statements: [...statements, ...takeAddress(db, id, next.url, row.id)],
    sql: { resourceId: sql`${id}`, appliedSequence: sequenceOf(id, next.version) },
  })
  if (!resource) {
    const next = await newResource(context, loaded, approval.tries)
    return made(idOfSlug(next.slug), next, insertResource(db, next, { ...cause, action: 'added' }))
  }
  refuseStale(loaded, approval.seen)
  const { next, action } = changed(loaded, resource.record)
  const versioned = { ...next, version: resource.record.version + 1, updatedAt: timestamp(context) }
  return made(resource.id, versioned, updateResource(db, resource, versioned, { ...cause, action }))
}

/** What an approval makes of a resource that is there: an addition's, if it was approved and undone before. */
function changed({ row }: Loaded, record: Resource): { next: Resource; action: ChangeAction } {
  const { content } = row
  switch (row.kind) {
    case 'addition': {
      const { notes: _, ...proposed } = content.resource ?? {}
      return { next: { ...record, ...proposed, status: 'unknown' }, action: 'restored' }
    }
    case 'correction':
      return { next: withChanges(record, content.changes ?? {}), action: 'corrected' }
    case 'removal':
      return { next: { ...record, status: 'removed' }, action: 'removed' }
  }
}

/** A record that has moved on since the submitter, or the maintainer, saw it must be looked at again. */
function refuseStale({ row, resource }: Loaded, seen: number | undefined): void {
  const expected = seen ?? row.baseVersion
  if (resource && expected !== null && expected !== resource.record.version)
    throw new RegistryError(
      'conflict',
      `The record has moved on: it is at version ${resource.record.version}, and this was made from ${expected}.`,
      { conflict: 'stale_version', slug: resource.record.slug },
    )
}

/** A slug that someone else took between the look and the write gets the submission's reference behind it. */
async function newResource(
  context: Context,
  { row }: Loaded,
  tries: number,
): Promise<Omit<Resource, 'position'>> {
  const { resource } = row.content
  if (!resource) throw new Error(`The addition ${row.reference} proposes nothing.`)
  const code = row.reference.slice(2).toLowerCase()
  const wanted = slugOf(resource.name, `resource-${code}`)
  const taken = await context.db
    .select({ slug: resources.slug })
    .from(resources)
    .where(sql`${resources.slug} >= ${wanted} and ${resources.slug} < ${`${wanted}\u{10ffff}`}`)
  const free = freeSlug(
    wanted,
    taken.map((row) => row.slug),
  )
  const { notes: _, ...proposed } = resource
  return {
    ...proposed,
    slug: tries === 1 ? free : `${wanted}-${code}`,
    references: [],
    status: 'unknown',
    version: 1,
    updatedAt: timestamp(context),
  }
}

type Undo = SubmissionVerbs['undoDecision']

export async function undoDecision(
  context: Context,
  ...[actor, key, version]: Parameters<Undo>
): ReturnType<Undo> {
  const event = { name: 'undo', by: 'maintainer', version } as const
  const row = await happen(context, actor, key, event, async (loaded) => {
    const { row, resource } = loaded
    const patch = {
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      decisionReason: null,
      decisionKey: null,
      appliedSequence: null,
    }
    if (row.state !== 'approved' || !resource || row.appliedSequence === null) {
      const keep = row.canonical !== null && row.resourceId === null
      return {
        action: 'undone',
        patch,
        statements: keep && row.canonical !== null ? [reserveAddress(context.db, row.id, row.canonical)] : [],
      }
    }
    const next = await undone(context, row.appliedSequence, resource)
    const action = next.status === 'removed' && resource.record.status !== 'removed' ? 'removed' : 'reverted'
    return {
      action: 'undone',
      // What it is made from, from now on: otherwise a second approval would be stale at once.
      patch: { ...patch, baseVersion: row.kind === 'addition' ? null : next.version },
      statements: updateResource(context.db, resource, next, {
        action,
        submissionId: row.id,
        ...(loaded.known.personId !== undefined && { personId: loaded.known.personId }),
      }),
    }
  })
  return toSubmissionRecord(row)
}

/** A resource without what one change did to it. */
export async function undone(
  context: Context,
  sequence: number,
  resource: { readonly id: number; readonly record: Resource },
): Promise<Resource> {
  const subject = and(eq(changes.subject, 'resource'), eq(changes.subjectId, String(resource.id)))
  const rows = await context.db
    .select({ sequence: changes.sequence, record: changes.record })
    .from(changes)
    .where(sql`${subject} and ${changes.sequence} <= ${sequence}`)
    .orderBy(sql`${changes.sequence} desc`)
    .limit(2)
  const [after, before] = rows.map((row) => row.record as Resource)
  if (!after || rows[0]?.sequence !== sequence)
    throw new RegistryError('not_found', `There is no change ${sequence} of this resource.`)
  const version = { version: resource.record.version + 1, updatedAt: timestamp(context) }
  // Its first change is its coming; without that it is not listed, and its record stays.
  if (!before) return { ...resource.record, status: 'removed', ...version }
  const result = undoChange(before, after, resource.record)
  if ('conflicts' in result)
    throw new RegistryError(
      'conflict',
      `Later changes touched the same: ${result.conflicts.join(', ')}. Correct it instead.`,
      { conflict: 'stale_version', slug: resource.record.slug },
    )
  return { ...result.record, ...version }
}
