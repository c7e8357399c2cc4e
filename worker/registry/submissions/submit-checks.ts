// Checks of a submission against the database, before it is written.

import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { faultyFields, refusal } from '../../../schema/errors.ts'
import { contentOf, proposedAddresses } from '../../../schema/record/proposal.ts'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import { addresses, resources, submissions } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { refuseLarge } from '../../domain/intake/record-size.ts'
import type { Context } from '../context.ts'
import type { Database } from '../database.ts'
import { identityOf, selectActor } from '../people/people.ts'
import { selectSubmissions } from './submission-rows.ts'

/** Reads what a submission is checked against. Throws the refusal, if there is one. */
export async function loadForSubmit(
  context: Context,
  actor: Actor,
  input: SubmissionInput,
  idempotencyKey: SQL = sql`null`,
) {
  const { db } = context
  const content = contentOf(input)
  const proposed = proposedAddresses(content)
  const sources = content.resource?.derivedFrom ?? content.changes?.derivedFrom ?? []
  const slug = input.kind === 'addition' ? undefined : input.slug
  const [actors, [repeated], owners, [resource], listed] = await db.batch([
    selectActor(context, actor),
    selectSubmissions(db, sql`${submissions.idempotencyKey} = ${idempotencyKey}`),
    selectOwners(db, proposed),
    db
      .select({ id: resources.id, version: resources.version, status: resources.status })
      .from(resources)
      .where(eq(resources.slug, slug ?? '')),
    db
      .select({ slug: resources.slug })
      .from(resources)
      .where(sql`${resources.slug} in (select value from json_each(${JSON.stringify(sources)}))`),
  ])
  const identity = await identityOf(actor, actors)
  if (!repeated) {
    if (identity.isBlocked) throw refusal('forbidden', 'blocked', [])
    refuseLarge(content)
    refuseStale(input, resource)
    for (const owner of owners) refuseTaken(owner, resource?.id)
  }
  return {
    ...{ identity, repeated, resource, proposed },
    unlisted: sources.filter((source) => !listed.some((one) => one.slug === source)),
  }
}

/** Refuses if the resource is not listed, or has changed since the submitter saw it. */
function refuseStale(
  input: SubmissionInput,
  resource: { version: number; status: string } | undefined,
): void {
  if (input.kind === 'addition') return
  const { slug, baseVersion } = input
  if (!resource || resource.status === 'removed') throw refusal('not_found', 'noSuchSlug', [slug])
  if (resource.version !== baseVersion)
    throw refusal('conflict', 'recordMovedOn', [resource.version, baseVersion], {
      conflict: 'stale_version',
      slug,
    })
}

/**
 * Only a listed resource can be a source; others are origins, by name. A preview does not check this: an import adds a
 * source and the resources derived from it in one go.
 */
export function refuseUnlisted({ kind }: SubmissionInput, unlisted: readonly string[]): void {
  if (unlisted.length === 0) return
  const field = kind === 'addition' ? 'resource.derivedFrom' : 'changes.derivedFrom'
  throw faultyFields([{ field, name: 'sourcesUnlisted', values: [unlisted] }])
}

/** The owners of addresses, with slug and status where it is a resource. */
function selectOwners(db: Database, canonicals: readonly string[]) {
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
    .where(inArray(addresses.canonical, [...canonicals]))
}

/** Refuses an address of another resource or submission. */
function refuseTaken(
  owner: Awaited<ReturnType<typeof selectOwners>>[number],
  resourceId: number | undefined,
): void {
  if (owner.ownerKind === 'resource' && Number(owner.ownerId) === resourceId) return
  if (owner.ownerKind === 'submission')
    throw refusal('conflict', 'addressWaits', [], { conflict: 'duplicate_submission' })
  const slug = owner.slug ?? ''
  throw refusal('conflict', owner.status === 'removed' ? 'addressTakenOff' : 'addressListed', [slug], {
    conflict: 'duplicate_resource',
    slug,
  })
}
