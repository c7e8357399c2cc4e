import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/**
 * Cloudflare lets the work run for 30 seconds after the response. Outside a Worker (`app.request`) Hono has no context,
 * and nothing ends the work.
 */
export function runAfterResponse(c: Context<AppEnv>, work: Promise<void>): void {
  try {
    c.executionCtx.waitUntil(work)
  } catch {
    // The work runs even without the context.
  }
}
