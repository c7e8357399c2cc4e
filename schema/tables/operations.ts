import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { JOBS } from '../vocabulary.ts'

/** When each job of cron last ran, to within a few minutes: the outbox runs too often to be noted each time. */
export const jobs = sqliteTable('jobs', {
  name: text({ enum: JOBS }).primaryKey(),
  ranAt: text('ran_at').notNull(),
})

/**
 * How many rows there are, so that nobody goes through them to count: `references`, and the submissions of each state and
 * kind, as `submissions pending addition`. Triggers maintain it.
 */
export const tallies = sqliteTable('tallies', {
  name: text().primaryKey(),
  total: integer().notNull(),
})

/** The rows of D1 that the Worker has read and written on a day, in UTC, as far as its instances have reported. */
export const rowsUsed = sqliteTable('rows_used', {
  day: text().primaryKey(),
  read: integer().notNull(),
  written: integer().notNull(),
})
