import { app, deliver } from './app.ts'
import type { Env } from './env.ts'
import { EVERY_MINUTE } from './jobs/deliver.ts'
import { QUERY_LIMIT } from './registry/database.ts'
import { createRegistry } from './registry/index.ts'

export default {
  fetch: app.fetch,
  /** Every cron expression runs the outbox. */
  async scheduled(_, env) {
    await deliver(env, createRegistry(env.DB, { queryLimit: QUERY_LIMIT }), EVERY_MINUTE)
  },
} satisfies ExportedHandler<Env>
