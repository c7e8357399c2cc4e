// How many rows there are, which triggers count.

import { eq, inArray, sql } from 'drizzle-orm'
import { tallies } from '../../schema/tables.ts'
import {
  SUBMISSION_KINDS,
  SUBMISSION_STATES,
  type SubmissionKind,
  type SubmissionState,
} from '../../schema/vocabulary.ts'
import type { Database } from './database.ts'

/** No row, where there never was anything to count. */
export const selectTally = (db: Database, name: 'references') =>
  db.select({ total: tallies.total }).from(tallies).where(eq(tallies.name, name))

const nameOf = (state: SubmissionState, kind: SubmissionKind) => `submissions ${state} ${kind}`

/** How many submissions have one of the states, of one kind or of all: one row. */
export function selectSubmissionTally(
  db: Database,
  states: readonly SubmissionState[],
  kinds: readonly SubmissionKind[] = SUBMISSION_KINDS,
) {
  const names = states.flatMap((state) => kinds.map((kind) => nameOf(state, kind)))
  return db
    .select({ total: sql<number>`coalesce(sum(${tallies.total}), 0)`.as('total') })
    .from(tallies)
    .where(inArray(tallies.name, names))
}

/** For each state that a submission can have, of one kind or of all, how many have it: a row for each that some had. */
export function selectSubmissionTallies(db: Database, kind: SubmissionKind | undefined) {
  const kinds = kind === undefined ? SUBMISSION_KINDS : [kind]
  const names = SUBMISSION_STATES.flatMap((state) => kinds.map((one) => nameOf(state, one)))
  // The state is the second word of the name.
  const state = sql<SubmissionState>`substr(${tallies.name}, 13, instr(substr(${tallies.name}, 13), ' ') - 1)`
  return db
    .select({ state: state.as('state'), total: sql<number>`sum(${tallies.total})`.as('total') })
    .from(tallies)
    .where(inArray(tallies.name, names))
    .groupBy(sql`1`)
}
