import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { DAILY_COUNTED } from '../vocabulary.ts'
import { submissions } from './submissions.ts'

/**
 * What a caller did on a day, by a keyed hash of the account, the server or the network (worker/registry/limits). A batch
 * that counts beyond the most breaks the check, and so is rolled back as a whole.
 */
export const dailyCounts = sqliteTable(
  'daily_counts',
  {
    day: text().notNull(),
    counted: text({ enum: DAILY_COUNTED }).notNull(),
    subject: text().notNull(),
    count: integer().notNull(),
    most: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.counted, table.subject] }),
    check('daily_counts_within', sql`${table.count} <= ${table.most}`),
  ],
)

/** The keys of those hashes. One is deleted after the day that follows its own; then its hashes name nobody. */
export const dailySecrets = sqliteTable('daily_secrets', {
  day: text().primaryKey(),
  secret: text().notNull(),
})

/**
 * What nothing is taken from: `person:12`, `contact:jane@example.org`, `submission:34`, or a network by its keyed hash. A
 * lifted block keeps its row.
 */
export const blocks = sqliteTable(
  'blocks',
  {
    id: integer().primaryKey(),
    subject: text().notNull(),
    /** The submission whose sender was blocked. */
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submissions.id),
    reason: text(),
    blockedBy: integer('blocked_by').notNull(),
    blockedAt: text('blocked_at').notNull(),
    liftedBy: integer('lifted_by'),
    liftedAt: text('lifted_at'),
  },
  (table) => [
    uniqueIndex('blocks_once').on(table.subject).where(sql`lifted_at is null`),
    index('blocks_by_lift').on(table.liftedAt).where(sql`lifted_at is not null`),
  ],
)
