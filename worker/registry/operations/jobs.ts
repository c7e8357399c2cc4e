import { lt } from 'drizzle-orm'
import { jobs } from '../../../schema/tables.ts'
import { timestamp, type Verb } from '../context.ts'

/** The outbox runs 1,440 times a day, and D1 counts what it writes: 288 notes of it are enough. */
const NOTED_EVERY_MS = 5 * 60_000

export const noteRun: Verb<'noteRun'> = async (context, name) => {
  const ranAt = timestamp(context)
  const recent = new Date(context.now().getTime() - NOTED_EVERY_MS).toISOString()
  await context.db
    .insert(jobs)
    .values({ name, ranAt })
    .onConflictDoUpdate({ target: jobs.name, set: { ranAt }, setWhere: lt(jobs.ranAt, recent) })
}
