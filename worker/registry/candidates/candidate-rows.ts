// Reads candidates, with what is listed or waits at their addresses by now.

import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { withCells } from '../../../schema/record/values/cells.ts'
import { candidates } from '../../../schema/tables.ts'
import type { Candidate } from '../../../schema/verbs/candidates.ts'
import type { Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { identityOf, requireMaintainer, selectActor } from '../people/people.ts'
import { readBesideEntries } from '../resources/lists/kept-entries.ts'
import {
  alikeOf,
  type Compared,
  comparedWith,
  listedNames,
  namesToCompare,
  oneOf,
  selectPapers,
  selectPendingNames,
} from '../submissions/alike.ts'

/** Name comparisons a page, for the CPU time of Cloudflare's free plan. */
const MAX_COMPARISONS = 4000

/** A column of who has an address of the candidate. */
const ofOwner = (kind: 'resource' | 'submission', column: SQL, table: SQL) =>
  sql<string | null>`(
    select ${column} from candidate_addresses as c join addresses as a on a.canonical = c.canonical
    join ${table} as o on o.id = cast(a.owner_id as integer)
    where c.candidate_id = ${candidates}.id and a.owner_kind = ${kind} limit 1)`

const selectCandidates = (db: Database, where: SQL) =>
  db
    .select({
      id: candidates.id,
      source: candidates.source,
      url: candidates.url,
      publisher: candidates.publisher,
      found: candidates.found,
      signs: candidates.signs,
      score: candidates.score,
      state: candidates.state,
      offeredAt: candidates.offeredAt,
      decidedById: candidates.decidedBy,
      decidedAt: candidates.decidedAt,
      reason: candidates.reason,
      decidedBy: sql<string | null>`(select name from people as p where p.id = ${candidates}.decided_by)`.as(
        'decided_by_name',
      ),
      submission: sql<
        string | null
      >`(select reference from submissions as s where s.id = ${candidates}.submission_id)`.as('taken_as'),
      listedAs: ofOwner('resource', sql`o.slug`, sql`resources`).as('listed_as'),
      waitingAs: ofOwner('submission', sql`o.reference`, sql`submissions`).as('waiting_as'),
    })
    .from(candidates)
    .where(where)

export type CandidateRow = Awaited<ReturnType<typeof selectCandidates>>[number]

/** `compared`: the names that it is compared with. */
export function toCandidate(row: CandidateRow, compared?: Compared): Candidate {
  const { id, source, url, publisher, found, signs, score, state, offeredAt } = row
  const { name = url, organization = publisher, references, doi } = found.fields
  const resource = { name, url, organization, references, doi, availability: withCells({}) }
  return {
    ...{ id, source, url, publisher, name, found, signs, score },
    state: state === 'found' ? 'offered' : state,
    offeredAt: offeredAt ?? '',
    alike: compared ? alikeOf(resource, compared, { resourceId: null }) : [],
    ...present({
      listedAs: row.listedAs,
      waitingAs: row.waitingAs,
      decidedBy: row.decidedBy,
      decidedAt: row.decidedAt,
      reason: row.reason,
      submission: row.submission,
    }),
  }
}

export const listCandidates: Verb<'listCandidates'> = async (context, actor, { state, skip = 0, size }) => {
  const { db } = context
  requireMaintainer(await identityOf(actor, await selectActor(context, actor)))
  const { rows, total } = await readPage(db, { state, skip, size })
  const compared = state === 'offered' ? await namesFor(db, rows) : undefined
  return {
    items: rows.map((row) => toCandidate(row, compared)),
    total,
    ...(skip + rows.length < total && rows.length > 0 && { next: skip + rows.length }),
  }
}

export async function readPage(
  db: Database,
  { state, skip, size }: { readonly state: Candidate['state']; readonly skip: number; readonly size: number },
) {
  const isIn = eq(candidates.state, state)
  const order =
    state === 'offered' ? [desc(candidates.score), asc(candidates.id)] : [desc(candidates.decidedAt)]
  const [rows, [counted]] = await db.batch([
    selectCandidates(db, isIn)
      .orderBy(...order)
      .limit(size)
      .offset(skip),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(candidates)
      .where(isIn),
  ])
  return { rows, total: counted?.total ?? 0 }
}

/** The names of what is listed and waits; undefined where those are too many for so many candidates. */
async function namesFor(db: Database, rows: readonly CandidateRow[]): Promise<Compared | undefined> {
  if (rows.length === 0) return undefined
  const names = rows.flatMap(({ found }) => {
    const { name = '', url = '', organization = '', references, doi } = found.fields
    return namesToCompare({
      resource: { name, url, organization, references, doi, availability: withCells({}) },
    })
  })
  const { entries, rows: read } = await readBesideEntries(db, [
    selectPendingNames(db),
    selectPapers(db, oneOf(names)),
  ])
  const [pending, papers] = read
  const listed = listedNames(entries)
  const isComparable = rows.length * (listed.names.names.length + pending.length) <= MAX_COMPARISONS
  return isComparable ? comparedWith({ listed, pending, papers }) : undefined
}

/** A candidate that was offered, and the maintainer who asks. */
export async function loadCandidate(...[context, actor, id]: Parameters<Verb<'getCandidate'>>) {
  const { db } = context
  const [actors, [row]] = await db.batch([
    selectActor(context, actor),
    selectCandidates(db, eq(candidates.id, id)),
  ])
  const identity = await identityOf(actor, actors)
  requireMaintainer(identity)
  if (!row || row.state === 'found') throw refusal('not_found', 'noSuchCandidate', [id])
  return { row, identity }
}

export const getCandidate: Verb<'getCandidate'> = async (context, actor, id) =>
  toCandidate((await loadCandidate(context, actor, id)).row)
