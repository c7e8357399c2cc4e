// What a maintainer decides, and how it is taken back.

import { sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { proposedRecord, withChanges } from '../../../schema/record/proposal.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Decision } from '../../../schema/record/submission.ts'
import { resources } from '../../../schema/tables.ts'
import type { ChangeAction } from '../../../schema/vocabulary.ts'
import { cleanReason } from '../../domain/intake/clean-proposal.ts'
import { freeSlug, slugOf } from '../../domain/intake/slug.ts'
import type { Statement } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import type { Id } from '../database.ts'
import {
  idOfSlug,
  insertResource,
  sequenceOf,
  takeAddress,
  updateResource,
} from '../resources/resource-writes.ts'
import { toSubmissionRecord } from './submission-rows.ts'
import { releaseAddresses } from './submission-writes.ts'
import { applyEvent, type Loaded, type Transition } from './transition.ts'

export const decideSubmission: Verb<'decideSubmission'> = async (
  context,
  actor,
  key,
  input,
  idempotencyKey,
) => {
  const reason = input.reason === undefined ? undefined : cleanReason('reason', input.reason)
  if (input.decision !== 'approve' && reason === undefined)
    throw refusal('invalid', 'wordsMissing', [], {
      problems: [{ field: 'reason', problem: 'Say why, or what you want to know.' }],
    })
  const event = { name: input.decision, by: 'maintainer', version: input.version } as const
  const row = await applyEvent(context, actor, key, event, (loaded, tries) => {
    if (isRepeat(loaded.row.decisionKey, input.decision, idempotencyKey)) return undefined
    const at = timestamp(context)
    const decided = {
      decidedBy: loaded.known.personId ?? null,
      decidedByName: loaded.known.name ?? null,
      decidedAt: at,
      decisionReason: reason ?? null,
      decisionKey: keyOf(input.decision, idempotencyKey),
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
            decisionKey: keyOf(input.decision, idempotencyKey),
            thread: [...loaded.row.thread, { by: 'maintainer', text: reason ?? '', at }],
          },
        }
    }
  })
  return toSubmissionRecord(row)
}

/** A key stands for one decision: it is kept with it. */
const keyOf = (decision: Decision, key: string | undefined) =>
  key === undefined ? null : `${decision} ${key}`

/** Whether the decision was made already under this key. With another decision, the key is not a repeat but a mistake. */
function isRepeat(kept: string | null, decision: Decision, key: string | undefined): boolean {
  if (key === undefined || kept === null || kept.slice(kept.indexOf(' ') + 1) !== key) return false
  if (kept === keyOf(decision, key)) return true
  throw new RegistryError('invalid', 'This Idempotency-Key came with another decision before.', {
    conflict: 'idempotency_key_reused',
  })
}

interface Approval {
  readonly decided: Transition['patch']
  readonly reason: string | undefined
  /** The version of the resource that the maintainer saw. */
  readonly seen: number | undefined
  readonly tries: number
}

async function approve(context: Context, loaded: Loaded, approval: Approval): Promise<Transition> {
  const { db } = context
  const { row, resource, known } = loaded
  const cause = {
    submissionId: row.id,
    reason: row.reason ?? undefined,
    ...(known.personId !== undefined && { personId: known.personId }),
  }
  const made = (id: Id, next: Omit<Resource, 'position'>, statements: readonly Statement[]): Transition => ({
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
      const listed = { ...record, status: content.resource?.status ?? 'unknown' }
      return { next: withChanges(listed, content.resource ?? {}, content.evidence), action: 'restored' }
    }
    case 'correction':
      return { next: withChanges(record, content.changes ?? {}, content.evidence), action: 'corrected' }
    case 'removal':
      return { next: { ...record, status: 'removed' }, action: 'removed' }
  }
}

/** A record that has moved on since the submitter, or the maintainer, saw it must be looked at again. */
function refuseStale({ row, resource }: Loaded, seen: number | undefined): void {
  const expected = seen ?? row.baseVersion
  if (resource && expected !== null && expected !== resource.record.version)
    throw refusal('conflict', 'recordMovedOn', [resource.record.version, expected], {
      conflict: 'stale_version',
      slug: resource.record.slug,
    })
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
  const wanted = slugOf(resource.slug ?? resource.name, `resource-${code}`)
  const rows = await context.db
    .select({ slug: resources.slug })
    .from(resources)
    .where(sql`${resources.slug} >= ${wanted} and ${resources.slug} < ${`${wanted}\u{10ffff}`}`)
  const taken = rows.map((row) => row.slug)
  const { slug: wish } = resource
  const free = wish !== undefined && !taken.includes(wish) ? wish : freeSlug(wanted, taken)
  return {
    slug: tries === 1 ? free : `${wanted}-${code}`,
    ...proposedRecord(resource, row.content.evidence),
    version: 1,
    updatedAt: timestamp(context),
  }
}
