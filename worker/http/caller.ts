import type { Context } from 'hono'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'

/** Nobody we know, by where they come from. Cloudflare sets the address; no caller can. */
export const anonymousActor = (c: Context<AppEnv>): Extract<Actor, { kind: 'anonymous' }> => ({
  kind: 'anonymous',
  address: c.req.header('CF-Connecting-IP') ?? 'local',
})
