// The outbox: a run claims deliveries, sends them, and records how each attempt ended. Leases are rows, never memory:
// Cloudflare may end a Worker between any two lines, and its deliveries are due again a minute later.

import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { deliveries, people, submissions, watches } from '../../../schema/tables.ts'
import type { Attempt } from '../../../schema/verbs/deliveries.ts'
import type { DeliveryKind } from '../../../schema/vocabulary.ts'
import { backOff, isHopeless } from '../../domain/back-off.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import type { Database } from '../database.ts'
import { readDeliveries } from './delivery-facts.ts'

/** Longer than a run may take: 10 deliveries, 4 at a time, twice 5 seconds each. */
const LEASE_MS = 60_000

/** Maintainers read these errors. */
const MAX_ERROR_LENGTH = 500

/** No parameter: SQLite uses a partial index only if the query has its condition word for word. */
const isWaiting = sql`${deliveries}.state = 'waiting'`

/** The plus keeps SQLite from the unique index, which begins with the kind: with it, SQLite reads all sent deliveries. */
const isOneOf = (kinds: readonly DeliveryKind[]): SQL => sql`+${deliveries}.kind in ${[...kinds]}`

const after = (context: Context, ms: number): string => new Date(context.now().getTime() + ms).toISOString()

/** Due, and not leased. A lease that ends much later than one of now comes from a clock that ran ahead, and holds nothing. */
const isFree = (context: Context, kinds: readonly DeliveryKind[]): SQL =>
  sql`${isWaiting} and ${deliveries}.next_at <= ${timestamp(context)} and ${isOneOf(kinds)}
    and (${deliveries}.lease_until is null
      or ${deliveries}.lease_until <= ${timestamp(context)}
      or ${deliveries}.lease_until > ${after(context, 2 * LEASE_MS)})`

/**
 * A later delivery of the same kind and submission waits, and will show the same facts. A card with no known message is
 * never skipped: if the answer to its post was lost, only a repeat with the same nonce finds the message.
 */
const isSuperseded = sql`exists (
    select 1 from ${deliveries} as later where later.submission_id = ${deliveries}.submission_id
    and later.id > ${deliveries}.id and later.kind = ${deliveries}.kind and later.state = 'waiting')
  and (${deliveries}.kind = 'submitter' or exists (
    select 1 from ${submissions} as s where s.id = ${deliveries}.submission_id and s.card_message_id is not null))`

/** A column of the person that a delivery goes to. */
const ofRecipient = (column: SQL): SQL<string | null> =>
  sql<string | null>`(
    select ${column} from ${people} as p
    where ${deliveries}.target like 'person:%' and p.id = cast(substr(${deliveries}.target, 8) as integer))`

export const claimDeliveries: Verb<'claimDeliveries'> = async (context, most, kinds) => {
  const { db } = context
  const now = timestamp(context)
  const isFirst = sql`not exists (
    select 1 from ${deliveries} as earlier where earlier.submission_id = ${deliveries}.submission_id
    and earlier.id < ${deliveries}.id and earlier.state = 'waiting'
    and earlier.kind in ${[...kinds]})
    and not (${deliveries}.kind = 'announcement' and exists (
      select 1 from ${deliveries} as earlier where earlier.kind = 'announcement' and earlier.change_subject = 'resource'
      and earlier.change_subject_id = ${deliveries}.change_subject_id
      and earlier.change_version < ${deliveries}.change_version
      and earlier.target = ${deliveries}.target and earlier.state = 'waiting'))`
  const next = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(sql`${isFree(context, kinds)} and ${isFirst}`)
    .orderBy(asc(deliveries.nextAt))
    .limit(most)
  const [, claimed] = await db.batch([
    db
      .update(deliveries)
      .set({ state: 'done', endedAt: now })
      .where(sql`${isFree(context, kinds)} and ${isSuperseded}`),
    db
      .update(deliveries)
      .set({ leaseUntil: after(context, LEASE_MS) })
      .where(inArray(deliveries.id, next))
      .returning({
        id: deliveries.id,
        kind: deliveries.kind,
        submissionId: deliveries.submissionId,
        createdAt: deliveries.createdAt,
        target: deliveries.target,
        /** For a message to a person: their Discord id and language. */
        recipient: ofRecipient(sql`discord_id`).as('recipient'),
        locale: ofRecipient(sql`locale`).as('locale'),
      }),
  ])
  return readDeliveries(db, claimed, context.now())
}

export const findNextDelivery: Verb<'findNextDelivery'> = async (context, kinds) => {
  const [next] = await context.db
    .select({ at: deliveries.nextAt })
    .from(deliveries)
    .where(sql`${isWaiting} and ${deliveries}.next_at > ${timestamp(context)} and ${isOneOf(kinds)}`)
    .orderBy(asc(deliveries.nextAt))
    .limit(1)
  return next && Date.parse(next.at) - context.now().getTime()
}

/** Ends the watch of a delivery. Comes before the delivery's own update: a finished delivery ends no watch. */
const endWatchOf = (db: Database, id: number, at: string) =>
  db
    .update(watches)
    .set({ endedAt: at })
    .where(
      sql`${watches.endedAt} is null and ${watches.id} = (
        select watch_id from ${deliveries} as d where d.id = ${id} and d.state = 'waiting')`,
    )

const isStillWaiting = (id: number) => and(eq(deliveries.id, id), eq(deliveries.state, 'waiting'))

type Ended<Result extends Attempt['result']> = Extract<Attempt, { readonly result: Result }>

export const recordAttempt: Verb<'recordAttempt'> = (context, id, attempt) => {
  switch (attempt.result) {
    case 'sent':
      return recordSent(context, id, attempt)
    case 'retry':
    case 'refused':
      return recordFailure(context, id, attempt)
    case 'nobody':
      return recordDropped(context, id, attempt)
  }
}

async function recordSent(
  context: Context,
  id: number,
  { channelId, messageId }: Ended<'sent'>,
): Promise<void> {
  const { db } = context
  const end = db
    .update(deliveries)
    .set({
      state: 'done',
      endedAt: timestamp(context),
      leaseUntil: null,
      lastError: null,
      messageId: messageId ?? null,
    })
    .where(isStillWaiting(id))
  if (channelId === undefined || messageId === undefined) return void (await end)
  await db.batch([
    // Before the delivery's own update: a delivery that another run has finished moves no card.
    db
      .update(submissions)
      .set({ cardChannelId: channelId, cardMessageId: messageId })
      .where(
        sql`${submissions.id} = (
          select submission_id from ${deliveries} as d where d.id = ${id} and d.kind = 'review' and d.state = 'waiting')`,
      ),
    end,
  ])
}

async function recordFailure(
  context: Context,
  id: number,
  attempt: Ended<'retry' | 'refused'>,
): Promise<void> {
  const { db } = context
  const [row] = await db
    .select({ attempts: deliveries.attempts, createdAt: deliveries.createdAt })
    .from(deliveries)
    .where(isStillWaiting(id))
  if (!row) return
  const now = context.now().getTime()
  const at = timestamp(context)
  const attempts = row.attempts + 1
  const refused = attempt.result === 'refused'
  const isOver = refused || isHopeless(attempts, now - Date.parse(row.createdAt))
  const wait = Math.max(backOff(attempts), refused ? 0 : (attempt.retryAfterMs ?? 0))
  const failed = db
    .update(deliveries)
    .set({
      attempts,
      lastError: attempt.error.slice(0, MAX_ERROR_LENGTH),
      leaseUntil: null,
      ...(isOver ? { state: 'dead', endedAt: at } : { nextAt: new Date(now + wait).toISOString() }),
    })
    .where(isStillWaiting(id))
  // The server's managers can fix the channel and add the watch again, which tests it. If the watch stayed on, each later
  // change would be refused too, and Discord bans an address for 10,000 refusals in 10 minutes.
  if (refused && attempt.isClosed) await db.batch([endWatchOf(db, id, at), failed])
  else await failed
}

async function recordDropped(context: Context, id: number, { why }: Ended<'nobody'>): Promise<void> {
  const { db } = context
  const at = timestamp(context)
  await db.batch([
    endWatchOf(db, id, at),
    db
      .update(deliveries)
      .set({ state: 'dropped', endedAt: at, leaseUntil: null, lastError: why.slice(0, MAX_ERROR_LENGTH) })
      .where(isStillWaiting(id)),
  ])
}
