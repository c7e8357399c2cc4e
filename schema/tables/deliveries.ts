import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Wanted } from '../record/filters.ts'
import { CHANGE_SUBJECTS, DELIVERY_KINDS, DELIVERY_STATES } from '../vocabulary.ts'
import { people } from './people.ts'
import { resources } from './resources.ts'

/** The outbox of messages to Discord. A delivery is written in the batch that causes it. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: DELIVERY_KINDS }).notNull(),
    /** `review` for the review channel of the settings, `person:12`, or `channel:` and its id. */
    target: text().notNull(),
    /** The deliveries of a submission are sent in order. */
    submissionId: integer('submission_id'),
    /** The reported change of a submission or a resource. A digest has its day as the id, and version 0. */
    changeSubject: text('change_subject', { enum: CHANGE_SUBJECTS }).notNull(),
    changeSubjectId: text('change_subject_id').notNull(),
    changeVersion: integer('change_version').notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    /** The earliest time of the next attempt. */
    nextAt: text('next_at').notNull(),
    leaseUntil: text('lease_until'),
    lastError: text('last_error'),
    messageId: text('message_id'),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** The watch that an announcement is for. */
    watchId: integer('watch_id'),
    /** The first announcement of a message that has several. A repeat of the message has the same ones. */
    leadId: integer('lead_id'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(
      table.kind,
      table.changeSubject,
      table.changeSubjectId,
      table.changeVersion,
      table.target,
    ),
    index('deliveries_urgent').on(table.nextAt).where(sql`state = 'waiting' and kind <> 'announcement'`),
    index('deliveries_announced').on(table.nextAt).where(sql`state = 'waiting' and kind = 'announcement'`),
    index('deliveries_of_target')
      .on(table.target, table.id)
      .where(sql`state = 'waiting' and kind = 'announcement'`),
    index('deliveries_by_end').on(table.endedAt).where(sql`ended_at is not null`),
    index('deliveries_by_submission').on(table.submissionId, table.id),
    index('deliveries_dead').on(table.id).where(sql`state = 'dead'`),
  ],
)

/**
 * The watches of channels, and of people by direct message. A watch of nothing that is wanted and of no resource covers all
 * changes. An ended watch keeps its row, which its announcements refer to.
 */
export const watches = sqliteTable(
  'watches',
  {
    id: integer().primaryKey(),
    /** A channel of Discord; `guildId` is its server. */
    channelId: text('channel_id'),
    guildId: text('guild_id'),
    personId: integer('person_id').references(() => people.id),
    /** What a resource must come to be, as it was asked for. */
    wanted: text({ mode: 'json' }).$type<Wanted>(),
    /** The tags of `wanted`: of each list a resource needs one. */
    tags: text({ mode: 'json' }).$type<readonly (readonly string[])[]>(),
    resourceId: integer('resource_id').references(() => resources.id),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** The language of the server at the last request for this watch; the language of a person is in `people`. */
    locale: text(),
  },
  (table) => [
    // One watch for each target and subject. SQLite takes two nulls for different values, and Drizzle Kit takes every
    // comma of an expression for the next column, so this is no `coalesce`.
    uniqueIndex('watches_once')
      .on(
        sql`case when channel_id is null then person_id else channel_id end`,
        sql`case when wanted is not null then wanted when resource_id is not null then resource_id else '' end`,
      )
      .where(sql`ended_at is null`),
    index('watches_by_guild').on(table.guildId).where(sql`ended_at is null`),
    index('watches_by_end').on(table.endedAt).where(sql`ended_at is not null`),
    index('watches_by_person').on(table.personId),
  ],
)
