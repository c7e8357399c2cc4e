import type { Context } from 'hono'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'

/** An unknown caller, by address. Cloudflare sets this header, and overwrites a caller's own. */
export const anonymousActor = (c: Context<AppEnv>): Extract<Actor, { kind: 'anonymous' }> => ({
  kind: 'anonymous',
  address: c.req.header('CF-Connecting-IP') ?? 'local',
})
