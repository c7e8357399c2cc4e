// How much a caller may do on a day.

import { and, eq, lt, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { dailyCounts } from '../../../schema/tables.ts'
import type { DailyCounted } from '../../../schema/vocabulary.ts'
import { secondsToMidnight } from '../../domain/midnight.ts'
import type { Quota } from '../commit.ts'
import type { Context } from '../context.ts'
import type { KnownCaller } from './caller.ts'

/** Beside the submissions, whose number is a setting. */
const MOST = { changes: 100, drafts: 100, watches: 100, erasures: 3, letters: 5 } as const

/** How many single senders' worth a wider network has. */
const WIDER = 5

/** Counts one more for a caller in the batch that writes it. */
export function quotaOf(
  { db, ...context }: Context,
  { day, subjects }: KnownCaller,
  counted: DailyCounted,
  most = counted === 'submissions' ? context.submissionsPerDay : MOST[counted],
): Quota {
  return {
    statements: [
      db.delete(dailyCounts).where(lt(dailyCounts.day, day)),
      ...subjects.map((subject, width) =>
        db
          .insert(dailyCounts)
          .values({ day, counted, subject, count: 1, most: most * WIDER ** width })
          .onConflictDoUpdate({
            target: [dailyCounts.day, dailyCounts.counted, dailyCounts.subject],
            set: { count: sql`${dailyCounts.count} + 1`, most: sql`excluded.most` },
          }),
      ),
    ],
    refusal: refusal('rate_limited', 'enoughToday', [most, counted], {
      retryAfter: secondsToMidnight(context.now().getTime()),
    }),
  }
}

/** Whether a caller has no more of it today. Of several at once, only the batch with the quota can say so. */
export async function isSpent(
  { db }: Context,
  { day, subjects: [subject] }: KnownCaller,
  counted: DailyCounted,
): Promise<boolean> {
  const [found] = await db
    .select({ count: dailyCounts.count, most: dailyCounts.most })
    .from(dailyCounts)
    .where(and(eq(dailyCounts.day, day), eq(dailyCounts.counted, counted), eq(dailyCounts.subject, subject)))
  return found !== undefined && found.count >= found.most
}
