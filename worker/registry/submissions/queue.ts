// The queue of submissions that wait for maintainers, and a submission's neighbours in it.

import { and, asc, desc, eq, gt, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { present } from '../../../schema/present.ts'
import {
  addresses,
  deliveries,
  people,
  submissionAddresses,
  submissions,
  versions,
} from '../../../schema/tables.ts'
import type { QueueQuery, QueueRow } from '../../../schema/verbs/submissions.ts'
import { SUBMISSION_STATES, type SubmissionState } from '../../../schema/vocabulary.ts'
import { reviewFlags } from '../../domain/intake/review-flags.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { readBesideEntries } from '../resources/lists/kept-entries.ts'
import { selectCurrent } from '../resources/lists/versions.ts'
import { selectSubmissionTallies } from '../tallies.ts'
import { alikeOf, comparedWith, listedNames, oneOf, selectPapers, selectPendingNames } from './alike.ts'
import {
  submissionColumns,
  submissionCondition,
  toNamedSubmission,
  toSubmissionRecord,
} from './submission-rows.ts'
import { notFound } from './transition.ts'

/** Name comparisons a page, for the CPU time of Cloudflare's free plan. */
const MAX_COMPARISONS = 4000

const WAITING_ADDRESSES = sql`select canonical from ${addresses} where owner_kind = 'submission'
  union all
  select 'doi:' || lower(paper.value ->> 'DOI') from ${submissions}, json_each(${submissions.content}, '$.resource.references') as paper
  where ${submissions.state} in ('pending', 'asked')`

export const listSubmissions: Verb<'listSubmissions'> = async (context, actor, query) => {
  const { db } = context
  const { state, order, after, size } = query
  const isOldestFirst = order === 'oldest' || isUndecided(state)
  const where = and(
    eq(submissions.state, state),
    matches(query),
    after === undefined ? undefined : isOldestFirst ? gt(submissions.id, after) : lt(submissions.id, after),
  )
  const inOrder = isOldestFirst ? asc(submissions.id) : desc(submissions.id)
  const resourceIds = db
    .select({ id: submissions.resourceId })
    .from(submissions)
    .where(where)
    .orderBy(inOrder)
    .limit(size)
  // Before the rest is read: the names of all resources are not for whoever makes up a token.
  const identity = await identityOf(actor, await selectActor(context, actor))
  requireMaintainer(identity)
  const { entries, rows: read } = await readBesideEntries(db, [
    selectTotals(db, query),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(deliveries)
      .where(sql`state = 'dead'`),
    selectQueued(db, where)
      .orderBy(inOrder)
      .limit(size + 1),
    selectCurrent(db, inArray(versions.resourceId, resourceIds)),
    selectPendingNames(db),
    selectPapers(db, WAITING_ADDRESSES),
  ])
  const [counted, [dead], rows, found, pending, papers] = read
  const listed = listedNames(entries)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  const additions = page.filter(({ kind }) => kind === 'addition').length
  const isComparable = additions * (listed.names.names.length + pending.length) <= MAX_COMPARISONS
  const compared = isUndecided(state) && isComparable ? comparedWith({ listed, pending, papers }) : undefined
  return {
    maintainerName: identity.name ?? '',
    items: page.map((row): QueueRow => {
      const { content, resourceId, submitterId } = row
      const resource = found.find(({ id }) => id === resourceId)?.record
      const own = { resourceId, submissionId: row.id }
      const facts = {
        content,
        resource,
        isBehind: resource !== undefined && row.baseVersion !== null && row.baseVersion !== resource.version,
        isOwn: submitterId !== null && submitterId === identity.personId,
        isBlocked: row.isSenderBlocked === 1,
        declinedBefore: row.declinedBefore,
        waitingOfSender: row.waitingOfSender,
        isSenderTrusted: row.isSenderTrusted === 1,
        alike: content.resource ? compared && alikeOf(content.resource, compared, own, 1) : [],
        listedHosts: listed.hosts,
      }
      return {
        submission: toSubmissionRecord(row),
        flags: isUndecided(state) ? reviewFlags(facts) : [],
        ...present({ sentBy: row.submitterName, resource }),
      }
    }),
    totals: Object.fromEntries(
      SUBMISSION_STATES.map((name) => [name, counted.find((row) => row.state === name)?.total ?? 0]),
    ) as { [State in SubmissionState]: number },
    dead: dead?.total ?? 0,
    ...(rows.length > size && last && { next: last.id }),
  }
}

/** All submissions of a kind are counted by triggers; what else is asked for is looked for among them. */
const selectTotals = (db: Database, query: QueueQuery) =>
  query.text === undefined && query.until === undefined && query.references === undefined
    ? selectSubmissionTallies(db, query.kind)
    : db
        .select({ state: submissions.state, total: sql<number>`count(*)`.as('total') })
        .from(submissions)
        .where(matches(query))
        .groupBy(submissions.state)

const isUndecided = (state: SubmissionState) => state === 'pending' || state === 'asked'

const submitterName = sql<
  string | null
>`(select name from ${people} as p where p.id = ${submissions}.submitter_id)`

/** The filters but the state. */
function matches({ kind, text, until, references }: QueueQuery): SQL | undefined {
  const searched = [
    sql`${submissions}.reference`,
    sql`${submissions}.content ->> '$.resource.name'`,
    sql`${submissions}.content ->> '$.resource.organization'`,
    sql`${submissions}.content ->> '$.changes.name'`,
    sql`(select r.name || ' ' || r.slug from resources as r where r.id = ${submissions}.resource_id)`,
    submitterName,
  ].map((part) => sql`coalesce(${part}, '')`)
  return and(
    kind === undefined ? undefined : eq(submissions.kind, kind),
    references && sql`${submissions}.reference in (${oneOf(references)})`,
    until === undefined ? undefined : lte(submissions.createdAt, until),
    text === undefined
      ? undefined
      : sql`instr(lower(${sql.join(searched, sql` || ' ' || `)}), lower(${text})) > 0`,
  )
}

const selectQueued = (db: Database, where: SQL | undefined) =>
  db
    .select({
      ...submissionColumns,
      submitterName: submitterName.as('submitter_name'),
      waitingOfSender: sql<number>`(
        select count(*) from ${submissions} as w
        where w.submitter_id = ${submissions}.submitter_id and w.state in ('pending', 'asked'))`.as(
        'waiting_of_sender',
      ),
      isSenderTrusted: sql<number>`exists (
        select 1 from ${people} as p where p.id = ${submissions}.submitter_id and p.machine is not null) or exists (
        select 1 from ${submissions} as a
        where a.submitter_id = ${submissions}.submitter_id and a.state = 'approved')`.as('is_sender_trusted'),
      declinedBefore: sql<number>`(
        select count(*) from ${submissions} as d where d.state = 'rejected' and d.id <> ${submissions}.id
        and d.id in (
          select other.submission_id from ${submissionAddresses} as own
          join ${submissionAddresses} as other on other.canonical = own.canonical
          where own.submission_id = ${submissions}.id))`.as('declined_before'),
    })
    .from(submissions)
    .where(where)

export const getQueueEntry: Verb<'getQueueEntry'> = async (context, actor, key) => {
  const { db } = context
  const neighbour = (direction: 'next' | 'previous') => {
    const [beyond, order] = direction === 'next' ? ['>', 'asc'] : ['<', 'desc']
    return sql<string | null>`(
      select reference from ${submissions} as n where n.state = 'pending' and n.id <> ${submissions}.id
      order by n.id ${sql.raw(beyond)} ${submissions}.id desc, n.id ${sql.raw(order)} limit 1)`.as(direction)
  }
  const [actors, [row]] = await db.batch([
    selectActor(context, actor),
    db
      .select({ ...submissionColumns, next: neighbour('next'), previous: neighbour('previous') })
      .from(submissions)
      .where(submissionCondition(key))
      .limit(1),
  ])
  const identity = await identityOf(actor, actors)
  requireMaintainer(identity)
  if (!row) throw notFound(key)
  return {
    maintainerName: identity.name ?? '',
    reference: row.reference,
    submission: toNamedSubmission(row),
    version: row.version,
    state: row.state,
    ...present({
      slug: row.slug,
      decidedBy: row.decidedByName,
      decidedAt: row.decidedAt,
      next: row.next,
      previous: row.previous,
    }),
  }
}
