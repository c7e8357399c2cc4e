import { eq, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { contentOf } from '../../../schema/record/proposal.ts'
import { type Submission, SubmissionInput, type SubmissionRecord } from '../../../schema/record/submission.ts'
import { people, submissions } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import type { SubmissionDoor } from '../../../schema/vocabulary.ts'
import { parse } from '../../domain/intake/parse.ts'
import { capability, referenceCode } from '../../domain/intake/reference-code.ts'
import { commit, isChanged, LostRace, type Statement } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { asText, type Id } from '../database.ts'
import { identifyCaller, type KnownCaller } from '../limits/caller.ts'
import { quotaOf } from '../limits/quotas.ts'
import { machineIdOf, personIdOf, rememberMachine, rememberPerson, sha256 } from '../people/people.ts'
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

export const submit: Verb<'submit'> = (context, actor, given, how) => submitAnd(context, actor, given, how)

/** The same, with statements of `and` in its batch: `id` is that of the submission's row. */
export async function submitAnd(
  context: Context,
  actor: Actor,
  given: SubmissionInput,
  how: Parameters<Registry['submit']>[2],
  and: (id: SQL<number>) => readonly Statement[] = () => [],
): ReturnType<Registry['submit']> {
  const parsed = parse(SubmissionInput, given, 'submission')
  const requestHash = await sha256(JSON.stringify(parsed))
  const input = await withKnownReferences(context.db, parsed)
  const caller = await identifyCaller(context, actor, parsed.submitter?.contact)
  const idempotencyKey =
    how.idempotencyKey === undefined ? undefined : scopedKey(actor, caller, how.idempotencyKey, how.door)
  for (let tries = 1; ; tries++) {
    const loaded = await loadForSubmit(context, actor, input, idempotencyKey)
    if (loaded.repeated) {
      if (loaded.repeated.requestHash === requestHash)
        return { submission: toSubmission(loaded.repeated), isRepeat: true }
      throw refusal('invalid', 'keyReused', [], { conflict: 'idempotency_key_reused' })
    }
    refuseUnlisted(input, loaded.unlisted)
    try {
      const submission = await write(context, actor, input, {
        door: how.door,
        draft: how.draft,
        idempotencyKey,
        requestHash,
        caller,
        loaded,
        and,
      })
      context.onDelivery()
      return { submission, isRepeat: false }
    } catch (error) {
      if (!(error instanceof LostRace) || tries === TRIES) throw error
    }
  }
}

export const findSentDraft: Verb<'findSentDraft'> = async ({ db }, actor, id) => {
  if (actor.kind !== 'discord') return undefined
  const [row] = await selectSubmissions(
    db,
    eq(submissions.idempotencyKey, keyOfPerson(personIdOf(actor.discordId), id)),
  )
  return row && toSubmission(row)
}

/**
 * Idempotency keys hold within one submitter. An unknown one is the network that they send from on that day; but the key
 * of a form is ours and random, so that only its reader has it, on whatever network.
 */
function scopedKey(
  actor: Actor,
  { identity, subjects }: KnownCaller,
  key: string,
  door: SubmissionDoor,
): SQL<string> {
  if (actor.kind === 'discord') return keyOfPerson(personIdOf(actor.discordId), key)
  if (actor.kind === 'machine') return keyOfPerson(machineIdOf(actor.machine), key)
  if (identity.personId !== undefined) return keyOfPerson(identity.personId, key)
  return sql`${`${door === 'web' ? 'form' : subjects[0]} ${key}`}`
}

const keyOfPerson = (id: Id, key: string): SQL<string> => sql`'person:' || ${asText(id)} || ' ' || ${key}`

interface Write {
  readonly door: SubmissionDoor
  readonly draft?: string | undefined
  readonly idempotencyKey?: SQL | undefined
  readonly caller: KnownCaller
  readonly requestHash: string
  readonly loaded: Awaited<ReturnType<typeof loadForSubmit>>
  readonly and: (id: SQL<number>) => readonly Statement[]
}

async function write(
  context: Context,
  actor: Actor,
  input: SubmissionInput,
  how: Write,
): Promise<Submission> {
  const { db } = context
  const { identity, proposed, resource } = how.loaded
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
      sentFrom: actor.kind === 'anonymous' ? how.caller.subjects[0] : null,
      idempotencyKey: how.idempotencyKey ?? null,
      requestHash: how.idempotencyKey === undefined ? null : how.requestHash,
      createdAt: at,
      updatedAt: at,
    }),
    insertSubmissionAddresses(db, id, content),
    ...reserveAddresses(db, id, proposed, resource?.id),
    insertSubmissionChange(db, id, record, { action: 'submitted', personId: submitter.id }),
    insertDeliveries(db, id, record, { submitterId: actor.kind === 'discord' ? submitter.id : undefined }),
    ...(actor.kind === 'discord' && how.draft !== undefined ? [deleteDraft(context, actor, how.draft)] : []),
    ...how.and(id),
  ]
  await commit(
    db,
    statements,
    isChanged('submission', id, record),
    actor.kind === 'machine' ? undefined : quotaOf(context, how.caller, 'submissions'),
  )
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
  if (actor.kind === 'machine')
    return { statements: [rememberMachine(context, actor.machine)], id: machineIdOf(actor.machine) }
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
