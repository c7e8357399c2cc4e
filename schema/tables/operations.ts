import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { JOBS } from '../vocabulary.ts'

/** When each job of cron last ran, to within a few minutes: the outbox runs too often to be noted each time. */
export const jobs = sqliteTable('jobs', {
  name: text({ enum: JOBS }).primaryKey(),
  ranAt: text('ran_at').notNull(),
})

/** The rows of D1 that the Worker has read and written on a day, in UTC, as far as its instances have reported. */
export const rowsUsed = sqliteTable('rows_used', {
  day: text().primaryKey(),
  read: integer().notNull(),
  written: integer().notNull(),
})
