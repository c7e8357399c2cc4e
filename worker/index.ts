import { app, runCron } from './app.ts'
import type { Env } from './env.ts'

export default {
  fetch: app.fetch,
  /** Each run has queries and time of its own. */
  scheduled: ({ cron, scheduledTime }, env, execution) =>
    runCron(env, cron, new Date(scheduledTime), execution),
} satisfies ExportedHandler<Env>
