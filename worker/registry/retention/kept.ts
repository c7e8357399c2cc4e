// What is kept of people and for how long: the table of /privacy is made of this list, and so is the daily job.

import { type SQL, sql } from 'drizzle-orm'

interface Kept {
  /** For the reader of /privacy. */
  readonly what: string
  readonly why: string
  /** How long, where that is no number of days after an end. */
  readonly until?: string
  /** The tables that hold it. */
  readonly tables: readonly string[]
}

/** What ends by itself. */
export interface Expiring extends Kept {
  /** Counted from when it is of no more use. */
  readonly days: number
  /** Deletes at most so many rows of before an instant, ISO 8601 in UTC. */
  readonly expire: (before: string, most: number) => SQL
}

const lastRows = (table: string, where: SQL, most: number): SQL =>
  sql`delete from ${sql.identifier(table)} where rowid in (
    select rowid from ${sql.identifier(table)} where ${where} limit ${most})`

/** Of a row of `people` as `p`: nothing refers to the person any more. */
const nothingLeft = sql.join(
  [
    sql`submissions as s where s.submitter_id = p.id`,
    sql`watches as w where w.person_id = p.id`,
    sql`drafts as d where d.person_id = p.id`,
    sql`sessions as s where s.person_id = p.id`,
    sql`maintainers as m where m.person_id = p.id`,
    sql`blocks as b where b.lifted_at is null and b.subject = 'person:' || p.id`,
    sql`maintainer_actions as a where a.subject = 'person:' || p.id`,
  ].map((rows) => sql`not exists (select 1 from ${rows})`),
  sql` and `,
)

export const EXPIRING: readonly Expiring[] = [
  {
    what: 'Sign-ins of maintainers: a hash of the session',
    why: 'to stay signed in',
    tables: ['sessions'],
    days: 0,
    until: 'until sign-out, at most 7 days',
    expire: (before, most) => lastRows('sessions', sql`expires_at <= ${before}`, most),
  },
  {
    what: 'Forms on Discord that were not sent',
    why: 'to go on with them',
    tables: ['drafts'],
    days: 1,
    expire: (before, most) => lastRows('drafts', sql`updated_at < ${before}`, most),
  },
  {
    what: 'How often an account or a network wrote on a day, by a keyed hash',
    why: 'against floods and spam',
    tables: ['daily_counts'],
    days: 1,
    expire: (before, most) => lastRows('daily_counts', sql`day <= ${before.slice(0, 10)}`, most),
  },
  {
    what: 'The key of those hashes, without which they name nobody',
    why: 'to block a network for what it sent yesterday',
    tables: ['daily_secrets'],
    days: 2,
    expire: (before, most) => lastRows('daily_secrets', sql`day <= ${before.slice(0, 10)}`, most),
  },
  {
    what: 'Messages to you that were sent or given up: when, and what Discord or the mail service answered',
    why: 'so that none comes twice',
    tables: ['deliveries'],
    days: 30,
    // The last card of a submission stays, to be drawn anew should its texts be taken down.
    expire: (before, most) =>
      lastRows(
        'deliveries',
        sql`ended_at < ${before} and (kind <> 'review' or exists (
          select 1 from deliveries as later where later.submission_id = deliveries.submission_id
          and later.id > deliveries.id and later.kind = 'review'))`,
        most,
      ),
  },
  {
    what: 'What a person or a channel watched, once that has ended',
    why: 'messages on their way refer to it',
    tables: ['watches'],
    days: 60,
    expire: (before, most) => lastRows('watches', sql`ended_at < ${before}`, most),
  },
  {
    what: 'Keys that let a program send the same again, and the hash of the network that a submission came from',
    why: 'so that nothing is taken twice',
    tables: ['submissions'],
    days: 30,
    expire: (before, most) => sql`
      update submissions set idempotency_key = null, request_hash = null, sent_from = null where id in (
        select id from submissions
        where updated_at < ${before} and (idempotency_key is not null or sent_from is not null) limit ${most})`,
  },
  {
    what: 'Name and contact that came with a submission without an account',
    why: 'to ask you about it',
    until: '90 days after the last decision on what you sent',
    tables: ['people'],
    days: 90,
    expire: (before, most) => sql`
      update people set name = null, contact = null where id in (
        select p.id from people as p
        where p.created_at < ${before} and p.discord_id is null and coalesce(p.name, p.contact) is not null
        and not exists (
          select 1 from submissions as s
          where s.submitter_id = p.id and (s.state in ('pending', 'asked') or s.updated_at >= ${before}))
        limit ${most})`,
  },
  {
    what: 'A mail address that did not confirm that it wants news of a submission',
    why: 'to ask it once',
    tables: ['mail_addresses'],
    days: 7,
    expire: (before, most) =>
      lastRows('mail_addresses', sql`created_at < ${before} and confirmed_at is null`, most),
  },
  {
    what: 'A mail address that wants news of a submission',
    why: 'to send it',
    until: 'until you take it back, at most 90 days after the last decision',
    tables: ['mail_addresses'],
    days: 90,
    expire: (before, most) =>
      lastRows(
        'mail_addresses',
        sql`created_at < ${before} and exists (
          select 1 from submissions as s where s.id = mail_addresses.submission_id
          and s.state not in ('pending', 'asked') and s.updated_at < ${before})`,
        most,
      ),
  },
  {
    what: 'Discord account, name and language of a person of whom nothing else is left',
    why: 'it was the owner of what is gone',
    tables: ['people'],
    days: 30,
    expire: (before, most) => sql`
      delete from people where id in (
        select p.id from people as p where p.created_at < ${before} and ${nothingLeft} limit ${most})`,
  },
  {
    what: 'Blocks that were lifted, with their reason',
    why: 'so that maintainers know of them',
    tables: ['blocks'],
    days: 90,
    expire: (before, most) => lastRows('blocks', sql`lifted_at < ${before}`, most),
  },
]

export const COPIES_KEPT_DAYS = 30

/** What does not end by itself, and what the daily copy of the registry ends. */
export const LASTING: readonly Required<Kept>[] = [
  {
    what: 'Discord account, name and language of a person who sent something, or who watches something',
    why: 'to answer you, and to show you what is yours',
    until: 'until you have it erased',
    tables: ['people', 'watches'],
  },
  {
    what: 'Submissions with their reasons and questions, and every version of a data set; the public log names no submitter',
    why: 'so that each fact has its source and its history',
    until: 'for good; erasing takes your name and your words to maintainers out',
    tables: ['submissions', 'changes'],
  },
  {
    what: 'Who maintains the registry, what each of them did and why, and what was redacted',
    why: 'so that every decision can be checked',
    until: 'for good',
    tables: ['maintainers', 'maintainer_actions', 'redactions', 'candidates'],
  },
  {
    what: 'Blocks: of an account, a contact, or for a day of a network',
    why: 'against spam',
    until: 'until a maintainer lifts them',
    tables: ['blocks'],
  },
  {
    what: 'Copies of the whole registry, where its host keeps them',
    why: 'to restore it',
    until: `${COPIES_KEPT_DAYS} days`,
    tables: [],
  },
]
