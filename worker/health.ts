// What the numbers of the registry's health amount to.

import { version } from '../package.json'
import type { Health } from '../schema/verbs/operations.ts'
import type { Env } from './env.ts'
import { readOnlyIn } from './settings.ts'

/** Cron runs every minute, and its runs are noted every five. */
const LATE_MS = 15 * 60_000

export interface HealthReport {
  /** `degraded`: it answers, and something has to be looked at. */
  readonly status: 'ok' | 'degraded'
  readonly reasons: readonly string[]
  readonly version: string
  /** The mark of the deployed code and settings. */
  readonly build: string
  readonly readOnly: string | null
  readonly migrations: { readonly applied: number; readonly expected: number }
  readonly cron: { readonly ranAt: string | null; readonly secondsAgo: number | null }
  readonly waiting: number
  readonly deliveries: {
    readonly waiting: number
    readonly oldestDueAt: string | null
    readonly dead: number
  }
}

export function healthReport(env: Env, health: Health, now: number): HealthReport {
  const readOnly = readOnlyIn(env) ?? null
  const { migrations, jobs, waiting, deliveries } = health
  const { outbox: ranAt = null } = jobs
  const { oldestDueAt = null } = deliveries
  const isLate = (iso: string | null) => iso === null || now - Date.parse(iso) > LATE_MS
  const reasons = [
    ...(migrations.missing.length > 0 ? [`The database lacks ${migrations.missing.join(', ')}.`] : []),
    // While nothing may be written, cron does nothing and notes nothing.
    ...(readOnly === null && isLate(ranAt) ? ['Cron has not run for 15 minutes.'] : []),
    ...(oldestDueAt !== null && isLate(oldestDueAt) ? ['A delivery has been due for 15 minutes.'] : []),
  ]
  return {
    status: reasons.length === 0 ? 'ok' : 'degraded',
    reasons,
    version,
    build: env.DEPLOYED_FROM ?? 'dev',
    readOnly,
    migrations: { applied: migrations.applied, expected: migrations.expected },
    cron: {
      ranAt,
      secondsAgo: ranAt === null ? null : Math.round((now - Date.parse(ranAt)) / 1000),
    },
    waiting,
    deliveries: { waiting: deliveries.waiting, oldestDueAt, dead: deliveries.dead },
  }
}
