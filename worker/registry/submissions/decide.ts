// A maintainer approves or rejects a submission, or asks a question about it.

import { sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { proposedRecord, withChanges } from '../../../schema/record/proposal.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Decision } from '../../../schema/record/submission.ts'
import { resources } from '../../../schema/tables.ts'
import type { ChangeAction } from '../../../schema/vocabulary.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { freeSlug, slugOf } from '../../domain/intake/slug.ts'
import type { Statement } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import type { Database, Id } from '../database.ts'
import { idOfSlug, insertResource, sequenceOf, updateResource } from '../resources/writes/resource-writes.ts'
import { toNamedSubmission } from './submission-rows.ts'
import { releaseAddresses } from './submission-writes.ts'
import { applyEvent, type Loaded, type Transition } from './transition.ts'

export const decideSubmission: Verb<'decideSubmission'> = async (
  context,
  actor,
  key,
  input,
  idempotencyKey,
) => {
  const reason = input.reason === undefined ? undefined : parseText('reason', input.reason, 'lines')
  if (input.decision !== 'approve' && reason === undefined)
    throw refusal('invalid', 'wordsMissing', [], {
      problems: [{ field: 'reason', problem: 'Say why, or what you want to know.' }],
    })
  const event = { name: input.decision, by: 'maintainer', version: input.version } as const
  const row = await applyEvent(context, actor, key, event, (loaded, tries) => {
    if (isRepeat(loaded.row.decisionKey, input.decision, idempotencyKey)) return undefined
    const at = timestamp(context)
    const decided = {
      decidedBy: loaded.identity.personId ?? null,
      decidedByName: loaded.identity.name ?? null,
      decidedAt: at,
      decisionReason: reason ?? null,
      decisionKey: storedKey(input.decision, idempotencyKey),
    }
    switch (input.decision) {
      case 'approve':
        return approve(context, loaded, { decided, reason, resourceVersion: input.resourceVersion, tries })
      case 'reject':
        return {
          action: 'rejected',
          reason,
          patch: decided,
          statements: [releaseAddresses(context.db, loaded.row.id)],
        }
      case 'ask':
        if (loaded.row.submitterMachine !== null) throw refusal('invalid', 'senderIsJob', [])
        return {
          action: 'asked',
          reason,
          patch: {
            decisionKey: storedKey(input.decision, idempotencyKey),
            thread: [...loaded.row.thread, { by: 'maintainer', text: reason ?? '', at }],
          },
        }
    }
  })
  return toNamedSubmission(row)
}

/** An idempotency key is stored with its decision. */
const storedKey = (decision: Decision, key: string | undefined) =>
  key === undefined ? null : `${decision} ${key}`

/** Whether this decision was made before with the same key. The same key with another decision is `invalid`. */
function isRepeat(stored: string | null, decision: Decision, key: string | undefined): boolean {
  if (key === undefined || stored === null || stored.slice(stored.indexOf(' ') + 1) !== key) return false
  if (stored === storedKey(decision, key)) return true
  throw new RegistryError('invalid', 'Another decision already used this Idempotency-Key.', {
    conflict: 'idempotency_key_reused',
  })
}

interface Approval {
  readonly decided: Transition['patch']
  readonly reason: string | undefined
  /** The version of the resource that the maintainer saw. */
  readonly resourceVersion: number | undefined
  readonly tries: number
}

async function approve(context: Context, loaded: Loaded, approval: Approval): Promise<Transition> {
  const { db } = context
  const { row, resource, identity } = loaded
  const cause = {
    submissionId: row.id,
    reason: row.reason ?? undefined,
    ...present({ personId: identity.personId }),
  }
  const approved = (
    id: Id,
    next: Omit<Resource, 'position'>,
    statements: readonly Statement[],
  ): Transition => ({
    action: 'approved',
    reason: approval.reason,
    patch: { ...approval.decided, slug: next.slug, resourceName: next.name },
    statements,
    sql: { resourceId: sql`${id}`, appliedSequence: sequenceOf(id, next.version) },
  })
  if (!resource) {
    const next = await newResource(context, loaded, approval.tries)
    return approved(idOfSlug(next.slug), next, insertResource(db, next, { ...cause, action: 'added' }))
  }
  refuseStale(loaded, approval.resourceVersion)
  const { next, action } = changedRecord(loaded, resource.record)
  const versioned = { ...next, version: resource.record.version + 1, updatedAt: timestamp(context) }
  return approved(resource.id, versioned, updateResource(db, resource, versioned, { ...cause, action }))
}

/** The changed record of an existing resource. An addition has one if its approval was undone. */
function changedRecord({ row }: Loaded, record: Resource): { next: Resource; action: ChangeAction } {
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
    case 'confirmation':
      return { next: withChanges(record, {}, content.evidence), action: 'confirmed' }
  }
}

/** Refuses if the record has changed since the maintainer, or else the submitter, saw it. */
function refuseStale({ row, resource }: Loaded, seenVersion: number | undefined): void {
  const expected = seenVersion ?? row.baseVersion
  if (resource && expected !== null && expected !== resource.record.version)
    throw refusal('conflict', 'recordMovedOn', [resource.record.version, expected], {
      conflict: 'stale_version',
      slug: resource.record.slug,
    })
}

async function newResource(
  context: Context,
  { row }: Loaded,
  tries: number,
): Promise<Omit<Resource, 'position'>> {
  const { resource } = row.content
  if (!resource) throw new Error(`The addition ${row.reference} proposes nothing.`)
  const code = row.reference.slice(2).toLowerCase()
  const wanted = slugOf(resource.slug ?? resource.name, `resource-${code}`)
  return {
    slug: await slugFor(context.db, { wished: resource.slug ?? wanted, wanted, code, tries }),
    ...proposedRecord(resource, row.content.evidence),
    version: 1,
    updatedAt: timestamp(context),
  }
}

interface WantedSlug {
  readonly wished: string
  readonly wanted: string
  readonly code: string
  readonly tries: number
}

/** Most are free, so that only a retry looks for another one; after that, the submission's reference makes it unique. */
async function slugFor(db: Database, { wished, wanted, code, tries }: WantedSlug): Promise<string> {
  if (tries === 1) return wished
  if (tries > 2) return `${wanted}-${code}`
  const rows = await db
    .select({ slug: resources.slug })
    .from(resources)
    .where(sql`${resources.slug} >= ${wanted} and ${resources.slug} < ${`${wanted}\u{10ffff}`}`)
  return freeSlug(
    wanted,
    rows.map(({ slug }) => slug),
  )
}
