import type { Context } from 'hono'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'
import { baseOf } from './base.ts'

/** Where PUBLIC_URL is empty or this machine, nobody else calls. */
const LOCAL = /^$|^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * An unknown caller, by address. Cloudflare sets this header, and overwrites a caller's own; a host can have it removed
 * (the Managed Transform "Remove visitor IP headers"), and then all senders would look the same.
 */
export const anonymousActor = (c: Context<AppEnv>): Extract<Actor, { kind: 'anonymous' }> => ({
  kind: 'anonymous',
  address: c.req.header('CF-Connecting-IP') || (LOCAL.test(baseOf(c)) ? 'local' : undefined),
})
