import { eq, lt, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { contentOf } from '../../../schema/record/proposal.ts'
import { type Submission, SubmissionInput, type SubmissionRecord } from '../../../schema/record/submission.ts'
import { dailyCounts, people, submissions } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { SubmissionDoor } from '../../../schema/vocabulary.ts'
import { parse } from '../../domain/intake/parse.ts'
import { capability, referenceCode } from '../../domain/intake/reference-code.ts'
import { commit, isChanged, LostRace, type Statement } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { personIdOf, personOfToken, rememberPerson, sha256 } from '../people/people.ts'
import { withKnownReferences } from '../resources/writes/reference-writes.ts'
import { deleteDraft } from './drafts.ts'
import { selectSubmissions, toSubmission } from './submission-rows.ts'
import {
  insertDeliveries,
  insertSubmissionAddresses,
  insertSubmissionChange,
  reserveAddresses,
} from './submission-writes.ts'
import { loadForSubmit, refuseUnlisted } from './submit-checks.ts'

/** How often another write may take the address or the reference between the read and the write. */
const TRIES = 3

export const submit: Verb<'submit'> = async (context, actor, given, how) => {
  const parsed = parse(SubmissionInput, given, 'submission')
  const requestHash = await sha256(JSON.stringify(parsed))
  const input = await withKnownReferences(context.db, parsed)
  const idempotencyKey = how.idempotencyKey === undefined ? undefined : scopedKey(actor, how.idempotencyKey)
  for (let tries = 1; ; tries++) {
    const loaded = await loadForSubmit(context, actor, input, idempotencyKey)
    if (loaded.repeated) {
      if (loaded.repeated.requestHash === requestHash)
        return { submission: toSubmission(loaded.repeated), isRepeat: true }
      throw refusal('invalid', 'keyReused', [], { conflict: 'idempotency_key_reused' })
    }
    refuseUnlisted(input, loaded.unlisted)
    if (tries === 1 && actor.kind === 'discord' && !(await context.admit(loaded.counter)))
      throw refusal('rate_limited', 'tooFast', [], { retryAfter: 60 })
    try {
      const submission = await write(context, actor, input, {
        door: how.door,
        draft: how.draft,
        idempotencyKey,
        requestHash,
        loaded,
      })
      context.onDelivery()
      return { submission, isRepeat: false }
    } catch (error) {
      if (!(error instanceof LostRace) || tries === TRIES) throw error
    }
  }
}

export const findSentDraft: Verb<'findSentDraft'> = async ({ db }, actor, id) => {
  const [row] = await selectSubmissions(db, eq(submissions.idempotencyKey, scopedKey(actor, id)))
  return row && toSubmission(row)
}

/** Separates the idempotency keys of different submitters. Anonymous ones share theirs, so these should be hard to guess. */
function scopedKey(actor: Actor, key: string): string {
  switch (actor.kind) {
    case 'discord':
      return `discord:${actor.discordId} ${key}`
    case 'token':
      return `person:${personOfToken(actor.token)} ${key}`
    case 'session':
      return `session:${actor.id} ${key}`
    case 'anonymous':
      return `anonymous ${key}`
  }
}

interface Write {
  readonly door: SubmissionDoor
  readonly draft?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly requestHash: string
  readonly loaded: Awaited<ReturnType<typeof loadForSubmit>>
}

async function write(
  context: Context,
  actor: Actor,
  input: SubmissionInput,
  how: Write,
): Promise<Submission> {
  const { db } = context
  const { identity, counter, day, proposed, resource } = how.loaded
  const at = timestamp(context)
  const key = capability(context.randomBytes(16))
  const reference = referenceCode(context.randomBytes(5))
  const content = contentOf(input)
  const record: SubmissionRecord = {
    reference,
    kind: input.kind,
    state: 'pending',
    version: 1,
    ...content,
    ...(input.kind !== 'addition' && { slug: input.slug, baseVersion: input.baseVersion }),
    ...present({ reason: input.reason }),
    thread: [],
    createdAt: at,
    updatedAt: at,
  }
  const submitter = rememberSubmitter(context, actor, input, identity.personId)
  const id = sql<number>`(select id from submissions where capability = ${key})`
  const statements = [
    ...submitter.statements,
    db.insert(submissions).values({
      capability: key,
      reference,
      kind: input.kind,
      state: 'pending',
      version: 1,
      content,
      reason: input.reason ?? null,
      thread: [],
      resourceId: resource?.id ?? null,
      baseVersion: input.kind === 'addition' ? null : input.baseVersion,
      door: how.door,
      submitterId: submitter.id ?? null,
      idempotencyKey: how.idempotencyKey ?? null,
      requestHash: how.idempotencyKey === undefined ? null : how.requestHash,
      createdAt: at,
      updatedAt: at,
    }),
    insertSubmissionAddresses(db, id, content),
    ...reserveAddresses(db, id, proposed, resource?.id),
    insertSubmissionChange(db, id, record, { action: 'submitted', personId: submitter.id }),
    ...insertDeliveries(db, id, record, actor.kind === 'discord' ? submitter.id : undefined),
    ...(actor.kind === 'discord' && how.draft !== undefined ? [deleteDraft(context, actor, how.draft)] : []),
    db.delete(dailyCounts).where(lt(dailyCounts.day, day)),
    db
      .insert(dailyCounts)
      .values({ day, subject: counter, count: 1 })
      .onConflictDoUpdate({
        target: [dailyCounts.day, dailyCounts.subject],
        set: { count: sql`${dailyCounts.count} + 1` },
      }),
  ]
  await commit(db, statements, isChanged('submission', id, record))
  return { ...record, id: key }
}

/** The submitter's row: by Discord account, token or session, or a new one with the name and contact they gave. */
function rememberSubmitter(
  context: Context,
  actor: Actor,
  input: SubmissionInput,
  personId: number | undefined,
) {
  if (actor.kind === 'discord')
    return {
      statements: [rememberPerson(context, actor)],
      id: personIdOf(actor.discordId),
    }
  if (actor.kind !== 'anonymous') return { statements: [], id: personId }
  if (!input.submitter) return { statements: [] as Statement[], id: undefined }
  const { name, contact } = input.submitter
  return {
    statements: [
      context.db
        .insert(people)
        .values({ name: name ?? null, contact: contact ?? null, createdAt: timestamp(context) }),
    ],
    // The row of the statement before: no trigger writes to `people`.
    id: sql<number>`(select max(id) from people)`,
  }
}
