// Keeps the data sets that a search found, and offers the best of them.

import { eq, sql } from 'drizzle-orm'
import {
  addresses,
  candidateAddresses,
  candidates,
  deliveries,
  jobs,
  submissionAddresses,
} from '../../../schema/tables.ts'
import { CANDIDATES_PER_WEEK, MOST_OFFERED } from '../../../schema/verbs/candidates.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { type Database, rawStatement, selectValues } from '../database.ts'
import { oneOf } from '../submissions/alike.ts'

const DAY_MS = 86_400_000
/** A run may come some hours early. */
const WEEK_DAYS = 6
/** What was never among the best is found again should it change. */
const KEPT_DAYS = 90

const daysAgo = (context: Context, days: number) =>
  new Date(context.now().getTime() - days * DAY_MS).toISOString()

export const listKnownAddresses: Verb<'listKnownAddresses'> = async ({ db }, canonicals) => {
  const isOneOfThem = sql`canonical in (${oneOf(canonicals)})`
  const rows = await db
    .select({ canonical: addresses.canonical })
    .from(addresses)
    .where(isOneOfThem)
    .union(
      db.select({ canonical: submissionAddresses.canonical }).from(submissionAddresses).where(isOneOfThem),
    )
    .union(db.select({ canonical: candidateAddresses.canonical }).from(candidateAddresses).where(isOneOfThem))
  return new Set(rows.map(({ canonical }) => canonical))
}

export const findLastDiscovery: Verb<'findLastDiscovery'> = async ({ db }) => {
  const [row] = await db.select({ ranAt: jobs.ranAt }).from(jobs).where(eq(jobs.name, 'discovery'))
  return row?.ranAt
}

export const offerCandidates: Verb<'offerCandidates'> = async (context, found, { isWhole }) => {
  const { db } = context
  const at = timestamp(context)
  const stale = sql`(select id from candidates where state = 'found' and found_at < ${daysAgo(context, KEPT_DAYS)})`
  const given = JSON.stringify(found)
  const [, , , , offered] = await db.batch([
    db.delete(candidateAddresses).where(sql`candidate_id in ${stale}`),
    db.delete(candidates).where(sql`id in ${stale}`),
    rawStatement(
      db,
      sql`
      insert into candidates (source, url, publisher, found, signs, score, state, found_at)
      select value ->> 'source', value ->> 'url', value ->> 'publisher', value -> 'found', value -> 'signs',
        value ->> 'score', 'found', ${at}
      from json_each(${given}) where true on conflict do nothing`,
    ),
    rawStatement(
      db,
      sql`
      insert into candidate_addresses (canonical, candidate_id)
      select address.value, c.id from json_each(${given}) as given
      join candidates as c on c.url = given.value ->> 'url' join json_each(given.value, '$.addresses') as address
      where true on conflict do nothing`,
    ),
    db
      .update(candidates)
      .set({ state: 'offered', offeredAt: at })
      .where(sql`id in (
        select id from candidates where state = 'found' order by score desc, id limit max(0, min(
          ${CANDIDATES_PER_WEEK} - (select count(*) from candidates where offered_at > ${daysAgo(context, WEEK_DAYS)}),
          ${MOST_OFFERED} - (select count(*) from candidates where state = 'offered'))))`)
      .returning({ id: candidates.id }),
    insertMessage(db, at),
    ...(isWhole
      ? [
          db
            .insert(jobs)
            .values({ name: 'discovery', ranAt: at })
            .onConflictDoUpdate({ target: jobs.name, set: { ranAt: at } }),
        ]
      : []),
  ])
  if (offered.length > 0) context.onDelivery()
  return { offered: offered.length }
}

/** To the review channel, where something is offered from this instant on. */
function insertMessage(db: Database, at: string) {
  const row = selectValues(deliveries, {
    kind: 'candidates',
    target: 'review',
    changeSubject: 'submission',
    changeSubjectId: at,
    changeVersion: 0,
    state: 'waiting',
    nextAt: at,
    createdAt: at,
  })
  return db
    .insert(deliveries)
    .select(sql`${row} where exists (select 1 from candidates where offered_at = ${at})`)
    .onConflictDoNothing()
}
