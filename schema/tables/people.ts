import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { MACHINES, MAINTAINER_ACTIONS } from '../vocabulary.ts'

/** People by name. What else is of a person is in worker/registry/redaction/erase.ts, which empties it. */
export const people = sqliteTable(
  'people',
  {
    id: integer().primaryKey(),
    discordId: text('discord_id').unique(),
    name: text(),
    /** From a submission over HTTP; only maintainers see it. */
    contact: text(),
    createdAt: text('created_at').notNull(),
    /** Discord's tag of the language last used there; messages to this person are in it. */
    locale: text(),
    /** The registry's own submitter that the row is for. */
    machine: text({ enum: MACHINES }).unique(),
  },
  (table) => [index('people_by_age').on(table.createdAt)],
)

/** The maintainers. A removed maintainer keeps the row, which old decisions refer to. */
export const maintainers = sqliteTable('maintainers', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id),
  /** SHA-256 of the API token, hex. */
  tokenHash: text('token_hash').unique(),
  addedBy: integer('added_by'),
  addedAt: text('added_at').notNull(),
  removedAt: text('removed_at'),
})

/**
 * Everything that maintainers did, written in the batch that did it; append-only by trigger, but for the reason. It has no
 * foreign keys, because an action outlives what it names.
 */
export const maintainerActions = sqliteTable(
  'maintainer_actions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    action: text({ enum: MAINTAINER_ACTIONS }).notNull(),
    /** Null for the host, on the command line. */
    personId: integer('person_id'),
    /** `submission:34`, `resource:12`, `change:56`, `person:7`, `delivery:8` or `release:5.0`. */
    subject: text().notNull(),
    /** The version of the submission or resource that it made. */
    version: integer(),
    reason: text(),
    at: text().notNull(),
  },
  (table) => [
    index('maintainer_actions_by_person').on(table.personId, table.id),
    index('maintainer_actions_by_subject').on(table.subject, table.id),
  ],
)

/** The sessions of maintainers on pages. Signing out deletes the row, so its token is invalid. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token, hex, so that a reader of the database cannot use a session. */
    id: text().primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sessions_by_person').on(table.personId), index('sessions_by_end').on(table.expiresAt)],
)
