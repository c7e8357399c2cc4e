import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

export interface Execution extends Pick<ExecutionContext, 'waitUntil'> {
  readonly cache?: Pick<NonNullable<ExecutionContext['cache']>, 'purge'>
}

/** Undefined outside a Worker (`app.request`), where Hono throws. */
export function afterResponse(c: Context<AppEnv>): (Execution & Context['executionCtx']) | undefined {
  try {
    return c.executionCtx
  } catch {
    return undefined
  }
}

/** Cloudflare lets the work run for 30 seconds after the response. Outside a Worker nothing ends the work. */
export function runAfterResponse(c: Context<AppEnv>, work: Promise<void>): void {
  afterResponse(c)?.waitUntil(work)
}
