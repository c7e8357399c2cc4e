// What is done once a day.

import { withTimeout } from '../../bot/timeout.ts'
import type { D1Like } from '../registry/database.ts'
import { expireKept } from '../registry/retention/expire.ts'
import { COPIES_KEPT_DAYS } from '../registry/retention/kept.ts'
import { keepCopy } from './keep-copy.ts'

/** As in wrangler.toml: at night in Europe and America. */
export const DAILY = '17 3 * * *'

export interface DailyRun {
  readonly d1: D1Like
  /** None: no copy is kept. */
  readonly bucket: R2Bucket | undefined
  readonly now: Date
  /** Nothing is deleted then. */
  readonly isReadOnly?: boolean
  readonly onFault: (fault: unknown) => void
}

export async function runDaily({ d1, bucket, now, isReadOnly, onFault }: DailyRun): Promise<void> {
  if (!isReadOnly) await expireKept(d1, now, onFault)
  if (bucket) await copyInTime(bucket, d1, now).catch(onFault)
}

/** R2 has no time limit of its own, and a run by cron is ended after 15 minutes with all that would come after. */
const COPY_MS = 10 * 60_000

async function copyInTime(bucket: R2Bucket, d1: D1Like, now: Date): Promise<void> {
  const copying = keepCopy(bucket, d1, now, COPIES_KEPT_DAYS).then(() => 'kept')
  if (!(await withTimeout(copying, COPY_MS)))
    throw new Error(`The copy took longer than ${COPY_MS / 60_000} minutes.`)
}
