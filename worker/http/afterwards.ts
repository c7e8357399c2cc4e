import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/** Goes on after the answer, for at most 30 seconds. Outside a Worker (`app.request`) nothing ends it, and Hono has nothing to tell. */
export function runAfterResponse(c: Context<AppEnv>, work: Promise<void>): void {
  try {
    c.executionCtx.waitUntil(work)
  } catch {
    // It runs all the same.
  }
}
