import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CANDIDATE_SOURCES, CANDIDATE_STATES, type CandidateSign } from '../record/sites/candidate.ts'
import type { Found } from '../record/submission.ts'
import { submissions } from './submissions.ts'

/** Data sets that were found by a job. One that was decided on keeps its row, so that it is not offered again. */
export const candidates = sqliteTable(
  'candidates',
  {
    id: integer().primaryKey(),
    source: text({ enum: CANDIDATE_SOURCES }).notNull(),
    url: text().notNull(),
    publisher: text().notNull(),
    found: text({ mode: 'json' }).$type<Found>().notNull(),
    signs: text({ mode: 'json' }).$type<readonly CandidateSign[]>().notNull(),
    score: integer().notNull(),
    state: text({ enum: CANDIDATE_STATES }).notNull(),
    foundAt: text('found_at').notNull(),
    offeredAt: text('offered_at'),
    decidedBy: integer('decided_by'),
    decidedAt: text('decided_at'),
    /** Why it was declined. */
    reason: text(),
    /** What it was taken up as. */
    submissionId: integer('submission_id').references(() => submissions.id),
  },
  (table) => [
    uniqueIndex('candidates_once').on(table.url),
    index('candidates_by_rank').on(table.state, table.score, table.id),
    index('candidates_by_offer').on(table.offeredAt).where(sql`offered_at is not null`),
  ],
)

/** The canonical addresses of a candidate and of its other versions. */
export const candidateAddresses = sqliteTable(
  'candidate_addresses',
  {
    canonical: text().primaryKey(),
    candidateId: integer('candidate_id')
      .notNull()
      .references(() => candidates.id),
  },
  (table) => [index('candidate_addresses_by_candidate').on(table.candidateId)],
)
