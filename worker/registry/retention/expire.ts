import { type D1Like, openDatabase, QUERY_LIMIT } from '../database.ts'
import { EXPIRING } from './kept.ts'

const DAY_MS = 86_400_000

/** Of each kind in a run, so that a backlog spends no day's writes: at most 5,000 rows, and their entries in indexes. */
export const MOST_EXPIRED = 500

/** Deletes what has been kept long enough. A kind that fails keeps no other one from it. */
export async function expireKept(d1: D1Like, now: Date, onFault: (fault: unknown) => void): Promise<void> {
  const { db } = openDatabase(d1, { limit: QUERY_LIMIT })
  for (const { days, expire } of EXPIRING) {
    const before = new Date(now.getTime() - days * DAY_MS).toISOString()
    await db.run(expire(before, MOST_EXPIRED)).catch(onFault)
  }
}
