// What is done once a day.

import type { D1Like } from '../registry/database.ts'
import { keepCopy } from './keep-copy.ts'

/** As in wrangler.toml: at night in Europe and America. */
export const DAILY = '17 3 * * *'

const COPIES_KEPT_DAYS = 30

export interface DailyRun {
  readonly d1: D1Like
  /** None: no copy is kept. */
  readonly bucket: R2Bucket | undefined
  readonly now: Date
  readonly onFault: (fault: unknown) => void
}

export async function runDaily({ d1, bucket, now, onFault }: DailyRun): Promise<void> {
  if (bucket) await keepCopy(bucket, d1, now, COPIES_KEPT_DAYS).catch(onFault)
}
