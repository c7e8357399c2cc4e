import type { Context } from 'hono'
import type { LookUp } from '../../schema/record/sites/look-up.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'
import { lookUp } from '../outgoing/look-up.ts'
import { outsideOf } from './outside.ts'

/** Four sites, with a redirect or two each. */
const MOST_REQUESTS = 16

/**
 * What an address says of itself. Throws `rate_limited` for a burst; a site that fails is no fault. `address` is one that
 * may be listed.
 */
export async function lookUpFor(
  c: Context<AppEnv>,
  actor: Actor,
  address: string,
  timeLimitMs: number,
): Promise<LookUp> {
  await c.get('registry').admit(actor, 'lookUp')
  return lookUp(address, outsideOf(c.env, MOST_REQUESTS), { timeLimitMs, now: new Date() })
}
