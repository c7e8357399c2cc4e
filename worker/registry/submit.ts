import { and, eq, sql } from 'drizzle-orm'
import { RegistryError } from '../../schema/errors.ts'
import type { Submission, SubmissionInput, SubmissionRecord } from '../../schema/submission.ts'
import type { Actor, SubmissionVerbs } from '../../schema/submission-verbs.ts'
import { addresses, dailyCounts, people, resources, submissions } from '../../schema/tables.ts'
import { canonicalAddress } from '../domain/address.ts'
import { cleanInput, contentOf, proposedUrl } from '../domain/proposal.ts'
import { capability, referenceCode } from '../domain/reference-code.ts'
import { commit, LostRace, type Statement } from './commit.ts'
import { type Context, timestamp } from './context.ts'
import type { Database } from './database.ts'
import {
  type Known,
  knownActor,
  personIdOf,
  personOfToken,
  rememberPerson,
  selectActor,
  sha256,
} from './people.ts'
import { selectSubmissions, toSubmission } from './submission-rows.ts'
import { insertDeliveries, insertSubmissionChange, reserveAddress } from './submission-writes.ts'

/** As often as an address or a reference may be taken between the look and the write. */
const TRIES = 3

type Submit = SubmissionVerbs['submit']

export async function submit(
  context: Context,
  ...[actor, given, how]: Parameters<Submit>
): ReturnType<Submit> {
  const input = cleanInput(given)
  const requestHash = await sha256(JSON.stringify(input))
  const idempotencyKey = scopedKey(actor, how.idempotencyKey)
  for (let tries = 1; ; tries++) {
    const loaded = await loadForSubmit(context, actor, input, idempotencyKey)
    if (loaded.repeated) {
      if (loaded.repeated.requestHash === requestHash)
        return { submission: toSubmission(loaded.repeated), isRepeat: true }
      throw new RegistryError('invalid', 'This Idempotency-Key came with another submission before.', {
        conflict: 'idempotency_key_reused',
      })
    }
    try {
      const submission = await write(context, actor, input, {
        door: how.door,
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

/**
 * One person's keys are none of another's. Who is not known has only the key: it should be one that nobody guesses.
 */
function scopedKey(actor: Actor, key: string | undefined): string | undefined {
  if (key === undefined) return undefined
  switch (actor.kind) {
    case 'discord':
      return `discord:${actor.discordId} ${key}`
    case 'token':
      return `person:${personOfToken(actor.token)} ${key}`
    case 'anonymous':
      return `anonymous ${key}`
  }
}

/** Whom a day's submissions are counted for. An address is kept as a hash of it and the day, never as it is. */
async function countedAs(actor: Actor, day: string): Promise<string> {
  switch (actor.kind) {
    case 'discord':
      return `discord:${actor.discordId}`
    case 'token':
      return `person:${personOfToken(actor.token)}`
    case 'anonymous':
      return `address:${await sha256(`${day} ${actor.address}`)}`
  }
}

/** What a submission is checked against; throws what it would be refused with. */
export async function loadForSubmit(
  context: Context,
  actor: Actor,
  input: SubmissionInput,
  idempotencyKey?: string,
) {
  const { db } = context
  const day = timestamp(context).slice(0, 10)
  const counter = await countedAs(actor, day)
  const url = proposedUrl(contentOf(input))
  const canonical = url === undefined ? undefined : canonicalAddress(url)
  const slug = input.kind === 'addition' ? undefined : input.slug
  const [actors, [repeated], [owner], [resource], [sent]] = await db.batch([
    selectActor(db, actor),
    selectSubmissions(db, sql`${submissions.idempotencyKey} = ${idempotencyKey ?? ''}`),
    selectOwner(db, canonical ?? ''),
    db
      .select({ id: resources.id, version: resources.version, status: resources.status })
      .from(resources)
      .where(eq(resources.slug, slug ?? '')),
    db
      .select({ count: dailyCounts.count })
      .from(dailyCounts)
      .where(and(eq(dailyCounts.day, day), eq(dailyCounts.subject, counter))),
  ])
  const known = await knownActor(actor, actors)
  if (!repeated) {
    refuseSender(context, known, sent?.count ?? 0)
    refuseStale(input, resource)
    refuseTaken(owner, resource?.id)
  }
  return { known, counter, day, repeated, resource, newAddress: owner ? undefined : canonical, canonical }
}

function refuseSender(context: Context, known: Known, sent: number): void {
  if (known.isBlocked) throw new RegistryError('forbidden', 'A maintainer has blocked your submissions.')
  if (sent >= context.submissionsPerDay)
    throw new RegistryError(
      'rate_limited',
      `That is all for today: ${context.submissionsPerDay} submissions a day.`,
      {
        retryAfter: secondsToMidnight(context.now()),
      },
    )
}

/** Refuses what is about a resource that is not there, or not any more as its sender saw it. */
function refuseStale(
  input: SubmissionInput,
  resource: { version: number; status: string } | undefined,
): void {
  if (input.kind === 'addition') return
  const { slug, baseVersion } = input
  if (!resource || resource.status === 'removed')
    throw new RegistryError('not_found', `Nothing listed has the slug “${slug}”.`)
  if (resource.version !== baseVersion)
    throw new RegistryError(
      'conflict',
      `The record has moved on: it is at version ${resource.version}, and this was made from ${baseVersion}.`,
      { conflict: 'stale_version', slug },
    )
}

/** Who holds an address, with the slug and status of a resource that does. */
function selectOwner(db: Database, canonical: string) {
  const of = (column: 'slug' | 'status') =>
    sql<string | null>`(
      select ${sql.raw(column)} from ${resources} as r
      where ${addresses.ownerKind} = 'resource' and r.id = cast(${addresses}.owner_id as integer))`.as(column)
  return db
    .select({
      ownerKind: addresses.ownerKind,
      ownerId: addresses.ownerId,
      slug: of('slug'),
      status: of('status'),
    })
    .from(addresses)
    .where(eq(addresses.canonical, canonical))
}

/** Refuses an address that another holds. */
function refuseTaken(
  owner: Awaited<ReturnType<typeof selectOwner>>[number] | undefined,
  resourceId: number | undefined,
): void {
  if (!owner || (owner.ownerKind === 'resource' && Number(owner.ownerId) === resourceId)) return
  if (owner.ownerKind === 'submission')
    throw new RegistryError('conflict', 'A submission of this address waits for a maintainer already.', {
      conflict: 'duplicate_submission',
    })
  const told =
    owner.status === 'removed'
      ? `This address was listed as “${owner.slug}”, and taken off the list: a maintainer can restore it.`
      : `This address is listed already, as “${owner.slug}”.`
  throw new RegistryError('conflict', told, {
    conflict: 'duplicate_resource',
    slug: owner.slug ?? '',
  })
}

const secondsToMidnight = (now: Date): number =>
  Math.ceil((Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime()) / 1000)

interface How {
  readonly door: 'discord' | 'http'
  readonly idempotencyKey?: string | undefined
  readonly requestHash: string
  readonly loaded: Awaited<ReturnType<typeof loadForSubmit>>
}

async function write(context: Context, actor: Actor, input: SubmissionInput, how: How): Promise<Submission> {
  const { db } = context
  const { known, counter, day, canonical, newAddress, resource } = how.loaded
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
    ...(input.reason !== undefined && { reason: input.reason }),
    thread: [],
    createdAt: at,
    updatedAt: at,
  }
  const submitter = rememberSubmitter(context, actor, input, known.personId)
  const id = sql<number>`(select id from submissions where capability = ${key})`
  await commit(db, [
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
      canonical: canonical ?? null,
      resourceId: resource?.id ?? null,
      baseVersion: input.kind === 'addition' ? null : input.baseVersion,
      door: how.door,
      submitterId: submitter.id ?? null,
      idempotencyKey: how.idempotencyKey ?? null,
      requestHash: how.idempotencyKey === undefined ? null : how.requestHash,
      createdAt: at,
      updatedAt: at,
    }),
    ...(newAddress === undefined ? [] : [reserveAddress(db, id, newAddress)]),
    insertSubmissionChange(db, id, record, { action: 'submitted', personId: submitter.id }),
    ...insertDeliveries(db, id, record, actor.kind === 'discord' ? submitter.id : undefined),
    db
      .insert(dailyCounts)
      .values({ day, subject: counter, count: 1 })
      .onConflictDoUpdate({
        target: [dailyCounts.day, dailyCounts.subject],
        set: { count: sql`${dailyCounts.count} + 1` },
      }),
  ])
  return { ...record, id: key }
}

/** The row of who sends: by their Discord account, their token, or what they wrote of themselves. */
function rememberSubmitter(
  context: Context,
  actor: Actor,
  input: SubmissionInput,
  personId: number | undefined,
) {
  if (actor.kind === 'discord')
    return {
      statements: [rememberPerson(context, actor.discordId, actor.name)],
      id: personIdOf(actor.discordId),
    }
  if (actor.kind === 'token') return { statements: [], id: personId }
  if (!input.submitter) return { statements: [] as Statement[], id: undefined }
  const { name, contact } = input.submitter
  return {
    statements: [
      context.db
        .insert(people)
        .values({ name: name ?? null, contact: contact ?? null, createdAt: timestamp(context) }),
    ],
    // The row of the statement before; triggers write none to `people`.
    id: sql<number>`(select max(id) from people)`,
  }
}
