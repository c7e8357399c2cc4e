import { app, deliver, keepDaily } from './app.ts'
import type { Env } from './env.ts'
import { DAILY } from './jobs/daily.ts'
import { EVERY_MINUTE } from './jobs/deliver.ts'
import { QUERY_LIMIT } from './registry/database.ts'
import { createRegistry } from './registry/index.ts'

export default {
  fetch: app.fetch,
  /** Every cron expression but the daily one runs the outbox: each run has queries and time of its own. */
  async scheduled({ cron }, env) {
    if (cron === DAILY) await keepDaily(env)
    else await deliver(env, createRegistry(env.DB, { queryLimit: QUERY_LIMIT }), EVERY_MINUTE)
  },
} satisfies ExportedHandler<Env>
