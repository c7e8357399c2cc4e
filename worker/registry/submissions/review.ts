// The facts on which a maintainer decides, and the preview of a submission.

import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { RegistryError } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { contentOf } from '../../../schema/record/proposal.ts'
import { SubmissionInput } from '../../../schema/record/submission.ts'
import { changes, people, submissions, versions } from '../../../schema/tables.ts'
import type { ReviewFacts, SubmissionEvent } from '../../../schema/verbs/submissions.ts'
import { parse } from '../../domain/intake/parse.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { requireMaintainer } from '../people/people.ts'
import { recordBefore } from '../resources/listed-changes.ts'
import { readBesideEntries } from '../resources/lists/kept-entries.ts'
import { selectCurrent } from '../resources/lists/versions.ts'
import { selectSubmissionTally } from '../tallies.ts'
import {
  alikeOf,
  allAddresses,
  comparedWith,
  isDeclinedAt,
  listedNames,
  namesToCompare,
  oneOf,
  selectPapers,
  selectPendingNames,
} from './alike.ts'
import { type SubmissionRow, selectSubmissions, toSubmissionRecord } from './submission-rows.ts'
import { loadForSubmit } from './submit-checks.ts'
import { loadSubmission } from './transition.ts'

const MAX_DECLINED = 3

/** For all submissions of one batch together. */
const MAX_DECIDED_READ = 100

export const reviewSubmission: Verb<'reviewSubmission'> = async (context, actor, key) => {
  const { row, identity } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  const [[review], history] = await Promise.all([
    readReviews(context.db, [row], identity.personId),
    readHistory(context.db, row.id),
  ])
  if (!review) throw new Error('The submission was read, but not its review.')
  return { ...review, history }
}

/** The reviews of submissions, in their order. One batch reads all of them. The caller checks permissions. */
export async function readReviews(
  db: Database,
  rows: readonly SubmissionRow[],
  readerId?: number,
): Promise<readonly ReviewFacts[]> {
  const addresses = rows.flatMap(({ content }) => allAddresses(content))
  const resourceIds = distinct(rows, (row) => row.resourceId)
  const { entries, rows: read } = await readBesideEntries(db, [
    selectCurrent(db, inArray(versions.resourceId, resourceIds)),
    selectSubmitters(
      db,
      distinct(rows, (row) => row.submitterId),
    ),
    selectSubmissions(
      db,
      sql`(${isDeclinedAt(oneOf(addresses))})
        or (${inArray(submissions.resourceId, resourceIds)} and ${submissions.state} in ('approved', 'rejected'))`,
    )
      .orderBy(desc(submissions.id))
      .limit(MAX_DECIDED_READ),
    selectSubmissionTally(db, ['pending', 'asked']),
    selectPendingNames(db),
    selectPapers(db, oneOf(rows.flatMap(({ content }) => namesToCompare(content)))),
    selectBefore(
      db,
      distinct(rows, (row) => row.appliedSequence),
    ),
  ])
  const [found, submitters, decided, [waiting], pending, papers, applied] = read
  const compared = comparedWith({ listed: listedNames(entries), pending, papers })
  return rows.map((row) => {
    const submitter = submitters.find(({ id }) => id === row.submitterId)
    const resource = found.find(({ id }) => id === row.resourceId)
    const before = applied.find(({ sequence }) => sequence === row.appliedSequence)?.before
    const proposed = row.content.resource
    const own = allAddresses(row.content)
    const others = decided.filter(({ id }) => id !== row.id)
    return {
      submission: toSubmissionRecord(row),
      submitter: {
        ...present({ name: submitter?.name, contact: submitter?.contact, discordId: submitter?.discordId }),
        ...present({ machine: row.submitterMachine }),
        isBlocked: row.isSenderBlocked === 1,
        isUnreachable: row.isUnreachable === 1,
        approved: submitter?.approved ?? 0,
        rejected: submitter?.rejected ?? 0,
      },
      isOwn: row.submitterId !== null && row.submitterId === readerId,
      ...present({ resource: resource?.record, before, decidedBy: row.decidedByName }),
      alike: proposed
        ? alikeOf(proposed, compared, { resourceId: row.resourceId, submissionId: row.id })
        : [],
      declined: others
        .filter(
          ({ state, content }) =>
            state === 'rejected' && allAddresses(content).some((address) => own.includes(address)),
        )
        .slice(0, MAX_DECLINED)
        .map(toSubmissionRecord),
      earlier: others
        .filter(({ resourceId }) => resourceId !== null && resourceId === row.resourceId)
        .map(toSubmissionRecord),
      waiting: waiting?.total ?? 0,
    }
  })
}

const distinct = <Value>(rows: readonly SubmissionRow[], column: (row: SubmissionRow) => Value | null) => [
  ...new Set(rows.map(column).filter((value) => value !== null)),
]

function selectSubmitters(db: Database, personIds: readonly number[]) {
  const decided = (state: 'approved' | 'rejected') =>
    sql<number>`(select count(*) from submissions as s where s.submitter_id = ${people}.id and s.state = ${state})`.as(
      state,
    )
  return db
    .select({
      id: people.id,
      name: people.name,
      contact: people.contact,
      discordId: people.discordId,
      approved: decided('approved'),
      rejected: decided('rejected'),
    })
    .from(people)
    .where(inArray(people.id, [...personIds]))
}

/** The records before the changes with these sequences. */
const selectBefore = (db: Database, sequences: readonly number[]) =>
  db
    .select({ sequence: changes.sequence, before: recordBefore })
    .from(changes)
    .where(inArray(changes.sequence, [...sequences]))

/** Oldest first. */
async function readHistory(db: Database, id: number): Promise<SubmissionEvent[]> {
  const rows = await db
    .select({
      version: changes.version,
      action: changes.action,
      at: changes.at,
      reason: changes.reason,
      by: sql<string | null>`(select name from ${people} as p where p.id = ${changes}.person_id)`.as(
        'by_name',
      ),
    })
    .from(changes)
    .where(and(eq(changes.subject, 'submission'), eq(changes.subjectId, String(id))))
    .orderBy(asc(changes.version))
  return rows.map(({ reason, by, ...row }) => ({ ...row, ...present({ reason, by }) }))
}

export const previewSubmission: Verb<'previewSubmission'> = async (context, actor, given) => {
  try {
    const input = parse(SubmissionInput, given, 'submission')
    await loadForSubmit(context, actor, input)
    if (input.kind !== 'addition') return { alike: [] }
    const content = contentOf(input)
    const addresses = oneOf(allAddresses(content))
    const { entries, rows } = await readBesideEntries(context.db, [
      selectPendingNames(context.db),
      selectPapers(context.db, oneOf(namesToCompare(content))),
      context.db
        .select({ at: submissions.decidedAt })
        .from(submissions)
        .where(isDeclinedAt(addresses))
        .orderBy(desc(submissions.decidedAt))
        .limit(1),
    ])
    const [pending, papers, [declined]] = rows
    const compared = comparedWith({ listed: listedNames(entries), pending, papers })
    return {
      alike: content.resource ? alikeOf(content.resource, compared, { resourceId: null }) : [],
      ...present({ rejectedAt: declined?.at }),
    }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    const { conflict, slug } = error.details
    return {
      problem: error,
      ...(conflict === 'duplicate_resource' && slug && { listedAs: slug }),
      alike: [],
    }
  }
}
