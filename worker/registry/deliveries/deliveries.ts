// The outbox: a run claims deliveries, sends them, and records how each attempt ended. Leases are rows, never memory:
// Cloudflare may end a Worker between any two lines, and its deliveries are due again a minute later.

import { type SQL, sql } from 'drizzle-orm'
import { present } from '../../../schema/present.ts'
import { deliveries, people, submissions, watches } from '../../../schema/tables.ts'
import { type Attempt, MAX_ANNOUNCED } from '../../../schema/verbs/deliveries.ts'
import type { DeliveryKind, DeliveryState } from '../../../schema/vocabulary.ts'
import { backOff, isHopeless } from '../../domain/back-off.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { type ClaimedDelivery, readDeliveries } from './delivery-facts.ts'

/** Longer than Discord takes as a rule. Of deliveries that are sent twice after all, the nonce leaves one message. */
const LEASE_MS = 60_000

/** Maintainers read these errors. */
const MAX_ERROR_LENGTH = 500

const after = (context: Context, ms: number): string => new Date(context.now().getTime() + ms).toISOString()

/** Announcements may be many, and wait until nothing else is due. */
const RANKS = ['urgent', 'announced'] as const
type Rank = (typeof RANKS)[number]

/**
 * SQLite uses a partial index only if the query has its condition word for word. The plus keeps SQLite from the unique
 * index, which begins with the kind: with it, SQLite reads all sent deliveries.
 */
function isWaiting(rank: Rank, kinds: readonly DeliveryKind[]): SQL {
  const condition = { urgent: sql`<> 'announcement'`, announced: sql`= 'announcement'` }[rank]
  return sql`${deliveries}.state = 'waiting' and ${deliveries}.kind ${condition} and +${deliveries}.kind in ${[...kinds]}`
}

const waitingOf = (rank: Rank, kinds: readonly DeliveryKind[]): SQL =>
  sql`deliveries indexed by ${sql.raw(`deliveries_${rank}`)} where ${isWaiting(rank, kinds)}`

/** Due, and not leased. A lease that ends much later than one of now comes from a clock that ran ahead, and holds nothing. */
const isFree = (context: Context): SQL =>
  sql`${deliveries}.next_at <= ${timestamp(context)}
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
  and (${deliveries}.kind in ('submitter', 'mailCheck', 'mail') or exists (
    select 1 from ${submissions} as s where s.id = ${deliveries}.submission_id and s.card_message_id is not null))`

/** A column of the person that a delivery goes to. */
const ofRecipient = (column: SQL): SQL<string | null> =>
  sql<string | null>`(
    select ${column} from ${people} as p
    where ${deliveries}.target like 'person:%' and p.id = cast(substr(${deliveries}.target, 8) as integer))`

const isMail = (kind: SQL): SQL => sql`(${kind} in ('mailCheck', 'mail'))`

/**
 * Nothing earlier waits: of its submission by mail, by Discord, or, for an announcement, of its target. A failed one holds
 * up its target alone.
 */
const isFirst = (rank: Rank, kinds: readonly DeliveryKind[]): SQL =>
  rank === 'urgent'
    ? sql`not exists (
        select 1 from ${deliveries} as earlier where earlier.submission_id = ${deliveries}.submission_id
        and earlier.id < ${deliveries}.id and earlier.state = 'waiting' and earlier.kind in ${[...kinds]}
        and ${isMail(sql`earlier.kind`)} = ${isMail(sql`${deliveries}.kind`)})`
    : sql`not exists (
        select 1 from ${deliveries} as earlier indexed by deliveries_of_target
        where earlier.state = 'waiting' and earlier.kind = 'announcement'
        and earlier.target = ${deliveries}.target and earlier.id < ${deliveries}.id)`

const claimedColumns = {
  id: deliveries.id,
  kind: deliveries.kind,
  submissionId: deliveries.submissionId,
  createdAt: deliveries.createdAt,
  target: deliveries.target,
  leadId: deliveries.leadId,
  /** For a message to a person: their Discord id and language. */
  recipient: ofRecipient(sql`discord_id`).as('recipient'),
  locale: ofRecipient(sql`locale`).as('locale'),
}

export const claimDeliveries: Verb<'claimDeliveries'> = async (context, most, kinds) => {
  const { db } = context
  const leaseUntil = after(context, LEASE_MS)
  const first = RANKS.map(
    (rank, index) => sql`select * from (
      select id, ${index} as rank, next_at from ${waitingOf(rank, kinds)} and ${isFree(context)}
      and ${isFirst(rank, kinds)} order by next_at limit ${most})`,
  )
  const next = sql`(select id from (${sql.join(first, sql` union all `)}) order by rank, next_at limit ${most})`
  const [, claimed] = await db.batch([
    db
      .update(deliveries)
      .set({ state: 'done', endedAt: timestamp(context) })
      .where(sql`${isWaiting('urgent', kinds)} and ${isFree(context)} and ${isSuperseded}`),
    db
      .update(deliveries)
      .set({ leaseUntil })
      .where(sql`${deliveries}.id in ${next}`)
      .returning(claimedColumns),
  ])
  return readDeliveries(db, await withFollowers(context, claimed, leaseUntil), context.now())
}

/**
 * Leases what goes out in one message with a claimed announcement. A message that was tried before has the same ones
 * again: if the answer to its post was lost, Discord returns the old message for the same nonce.
 */
async function withFollowers(
  { db }: Context,
  claimed: readonly ClaimedDelivery[],
  leaseUntil: string,
): Promise<readonly ClaimedDelivery[]> {
  const leads = claimed.filter(({ kind }) => kind === 'announcement').map(({ id }) => id)
  if (leads.length === 0) return claimed
  const announced = await db
    .update(deliveries)
    .set({ leaseUntil, leadId: sql`lead.id` })
    .from(sql`(
      select id, target, lead_id, (
        select m.id from ${deliveries} as m indexed by deliveries_of_target
        where m.state = 'waiting' and m.kind = 'announcement' and m.target = d.target
        order by m.id limit 1 offset ${MAX_ANNOUNCED - 1}) as last
      from ${deliveries} as d where d.id in (select value from json_each(${JSON.stringify(leads)}))) as lead`)
    .where(
      sql`${deliveries}.state = 'waiting' and ${deliveries}.kind = 'announcement'
        and ${deliveries}.target = lead.target and ${deliveries}.lead_id is lead.lead_id
        and ${deliveries}.id >= lead.id and (lead.last is null or ${deliveries}.id <= lead.last)`,
    )
    .returning(claimedColumns)
  return [...claimed.filter(({ kind }) => kind !== 'announcement'), ...announced]
}

export const findNextDelivery: Verb<'findNextDelivery'> = async (context, kinds) => {
  const earliest = (rank: Rank) =>
    sql`(select min(next_at) from ${waitingOf(rank, kinds)} and ${deliveries}.next_at > ${timestamp(context)})`
  const found = await context.db.get<{ readonly urgent: string | null; readonly announced: string | null }>(
    sql`select ${earliest('urgent')} as urgent, ${earliest('announced')} as announced`,
  )
  const [at] = [found.urgent, found.announced].filter((time) => time !== null).toSorted()
  return at === undefined ? undefined : Date.parse(at) - context.now().getTime()
}

const isIn = (ids: readonly number[]): SQL =>
  sql`${deliveries}.state = 'waiting' and ${deliveries}.id in (select value from json_each(${JSON.stringify(ids)}))`

/** Whether nothing can be delivered there any more, so that the watch ends. */
const endsWatch = (attempt: Attempt): boolean =>
  attempt.result === 'nobody' || (attempt.result === 'refused' && attempt.isClosed === true)

/** A delivery that another run has ended stays as it is: each statement reads waiting ones only, and the last ends them. */
export const recordAttempts: Verb<'recordAttempts'> = async (context, ended) => {
  const { db } = context
  const at = timestamp(context)
  const idsWhere = (holds: (attempt: Attempt) => boolean) =>
    ended.filter(({ attempt }) => holds(attempt)).map(({ id }) => id)
  const failed = idsWhere(({ result }) => result === 'retry')
  const failures =
    failed.length === 0
      ? []
      : await db
          .select({ id: deliveries.id, attempts: deliveries.attempts, createdAt: deliveries.createdAt })
          .from(deliveries)
          .where(isIn(failed))
  const outcomes = ended.map(({ id, attempt }) => ({
    id,
    ...outcomeOf(
      context,
      failures.find((failure) => failure.id === id),
      attempt,
    ),
  }))
  const outcome = sql`(
    select value ->> 'id' as id, value ->> 'state' as state, value ->> 'failures' as failures,
      value ->> 'error' as error, value ->> 'nextAt' as next_at, value ->> 'endedAt' as ended_at,
      value ->> 'channelId' as channel_id, value ->> 'messageId' as message_id
    from json_each(${JSON.stringify(outcomes)})) as o`
  await db.batch([
    // The server's managers can fix the channel and add the watch again, which tests it. If the watch stayed on, each
    // later change would be refused too, and Discord bans an address for 10,000 refusals in 10 minutes.
    db
      .update(watches)
      .set({ endedAt: at })
      .where(
        sql`${watches.endedAt} is null and ${watches.id} in (
          select watch_id from ${deliveries} where ${isIn(idsWhere(endsWatch))})`,
      ),
    db
      .update(submissions)
      .set({ cardChannelId: sql`o.channel_id`, cardMessageId: sql`o.message_id` })
      .from(sql`${outcome} join ${deliveries} as d on d.id = o.id`)
      .where(
        sql`${submissions}.id = d.submission_id and d.kind = 'review' and d.state = 'waiting'
          and o.channel_id is not null and o.message_id is not null`,
      ),
    db
      .update(deliveries)
      .set({
        state: sql`o.state`,
        attempts: sql`${deliveries}.attempts + o.failures`,
        lastError: sql`o.error`,
        nextAt: sql`coalesce(o.next_at, ${deliveries}.next_at)`,
        endedAt: sql`o.ended_at`,
        messageId: sql`o.message_id`,
        leaseUntil: null,
      })
      .from(outcome)
      .where(sql`${deliveries}.id = o.id and ${deliveries}.state = 'waiting'`),
  ])
}

interface Outcome {
  readonly state: DeliveryState
  readonly failures: number
  readonly error?: string
  readonly nextAt?: string
  readonly endedAt?: string
  readonly channelId?: string
  readonly messageId?: string
}

function outcomeOf(
  context: Context,
  before: { readonly attempts: number; readonly createdAt: string } | undefined,
  attempt: Attempt,
): Outcome {
  const endedAt = timestamp(context)
  switch (attempt.result) {
    case 'sent': {
      const { channelId, messageId } = attempt
      return { state: 'done', failures: 0, endedAt, ...present({ channelId, messageId }) }
    }
    case 'nobody':
      return { state: 'dropped', failures: 0, endedAt, error: attempt.why.slice(0, MAX_ERROR_LENGTH) }
    case 'refused':
      return { state: 'dead', failures: 1, endedAt, error: attempt.error.slice(0, MAX_ERROR_LENGTH) }
    case 'retry': {
      const failed = { failures: 1, error: attempt.error.slice(0, MAX_ERROR_LENGTH) }
      const attempts = (before?.attempts ?? 0) + 1
      const ageMs = before ? context.now().getTime() - Date.parse(before.createdAt) : 0
      if (isHopeless(attempts, ageMs)) return { ...failed, state: 'dead', endedAt }
      const wait = Math.max(backOff(attempts), attempt.retryAfterMs ?? 0)
      return { ...failed, state: 'waiting', nextAt: after(context, wait) }
    }
  }
}
