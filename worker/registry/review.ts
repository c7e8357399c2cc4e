// What a maintainer is shown to decide on, and what looks alike.

import { desc, eq, sql } from 'drizzle-orm'
import { RegistryError } from '../../schema/errors.ts'
import type { Alike, SubmissionVerbs } from '../../schema/submission-verbs.ts'
import { people, resources, submissions } from '../../schema/tables.ts'
import { lookAlikes } from '../domain/look-alikes.ts'
import { cleanInput } from '../domain/proposal.ts'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { loadSubmission } from './moves.ts'
import { requireMaintainer } from './people.ts'
import { selectSubmissions, toSubmissionRecord } from './submission-rows.ts'
import { loadForSubmit } from './submit.ts'

/** Names compared at the most: beyond a thousand or two the CPU of the free plan would not do. */
const MOST_COMPARED = 2000
const MOST_ALIKE = 5
const MOST_DECLINED = 3

type Review = SubmissionVerbs['reviewSubmission']

export async function reviewSubmission(
  context: Context,
  ...[actor, key]: Parameters<Review>
): ReturnType<Review> {
  const { db } = context
  const { row, known, resource } = await loadSubmission(context, actor, key)
  requireMaintainer(known)
  const proposed = row.content.resource
  const [[submitter], declined, [waiting], listed, pending] = await db.batch([
    selectSubmitter(db, row.submitterId ?? 0),
    selectSubmissions(
      db,
      sql`${submissions.canonical} = ${row.canonical ?? ''} and ${submissions.state} = 'rejected' and ${submissions.id} <> ${row.id}`,
    )
      .orderBy(desc(submissions.id))
      .limit(MOST_DECLINED),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(submissions)
      .where(sql`${submissions.state} in ('pending', 'asked')`),
    selectListedNames(db),
    selectPendingNames(db, row.id),
  ])
  return {
    submission: toSubmissionRecord(row),
    submitter: {
      ...(submitter?.name && { name: submitter.name }),
      ...(submitter?.contact && { contact: submitter.contact }),
      ...(submitter?.discordId && { discordId: submitter.discordId }),
      isBlocked: Boolean(submitter?.blockedAt),
      approved: submitter?.approved ?? 0,
      rejected: submitter?.rejected ?? 0,
    },
    isOwn: row.submitterId !== null && row.submitterId === known.personId,
    ...(resource && { resource: resource.record }),
    alike: proposed ? alikeOf(proposed, listed, pending, row.resourceId) : [],
    declined: declined.map(toSubmissionRecord),
    ...(row.decidedByName !== null && { decidedBy: row.decidedByName }),
    waiting: waiting?.total ?? 0,
  }
}

function selectSubmitter(db: Database, personId: number) {
  const decided = (state: 'approved' | 'rejected') =>
    sql<number>`(select count(*) from submissions as s where s.submitter_id = ${people}.id and s.state = ${state})`.as(
      state,
    )
  return db
    .select({
      name: people.name,
      contact: people.contact,
      discordId: people.discordId,
      blockedAt: people.blockedAt,
      approved: decided('approved'),
      rejected: decided('rejected'),
    })
    .from(people)
    .where(eq(people.id, personId))
}

const selectListedNames = (db: Database) =>
  db
    .select({ id: resources.id, slug: resources.slug, name: resources.name, url: resources.url })
    .from(resources)
    .where(sql`${resources.status} <> 'removed'`)
    .orderBy(desc(resources.position))
    .limit(MOST_COMPARED)

const selectPendingNames = (db: Database, except: number) =>
  selectSubmissions(
    db,
    sql`${submissions.state} in ('pending', 'asked') and ${submissions.kind} = 'addition' and ${submissions.id} <> ${except}`,
  ).limit(MOST_COMPARED)

function alikeOf(
  candidate: { readonly name: string; readonly url: string },
  listed: Awaited<ReturnType<typeof selectListedNames>>,
  pending: Awaited<ReturnType<typeof selectPendingNames>>,
  itself: number | null,
): Alike[] {
  const others = [
    ...listed.filter((row) => row.id !== itself).map(({ slug, name, url }) => ({ slug, name, url })),
    ...pending.flatMap(({ reference, content }) =>
      content.resource ? [{ reference, name: content.resource.name, url: content.resource.url }] : [],
    ),
  ]
  return lookAlikes(candidate, others, MOST_ALIKE).map(({ listed: other, reason }) => ({
    name: other.name,
    reason,
    ...('slug' in other ? { slug: other.slug } : { reference: other.reference }),
  }))
}

type PreviewVerb = SubmissionVerbs['previewSubmission']

export async function previewSubmission(
  context: Context,
  ...[actor, given]: Parameters<PreviewVerb>
): ReturnType<PreviewVerb> {
  try {
    const input = cleanInput(given)
    await loadForSubmit(context, actor, input)
    if (input.kind !== 'addition') return { alike: [] }
    const [listed, pending] = await context.db.batch([
      selectListedNames(context.db),
      selectPendingNames(context.db, 0),
    ])
    return { alike: alikeOf(input.resource, listed, pending, null) }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    const { conflict, slug } = error.details
    return {
      problem: error.message,
      ...(conflict === 'duplicate_resource' && slug && { listedAs: slug }),
      alike: [],
    }
  }
}
