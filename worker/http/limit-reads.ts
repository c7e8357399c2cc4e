import type { MiddlewareHandler } from 'hono'
import { refusal } from '../../schema/errors.ts'
import { networksOf } from '../domain/intake/networks.ts'
import type { AppEnv } from '../env.ts'
import { anonymousActor } from './anonymous-actor.ts'
import { isWithinBurst } from './bursts.ts'

/** The period of READ_BURST in wrangler.toml, which the binding does not return. */
const PERIOD_SECONDS = 60

/** Throws `rate_limited` before a burst of requests from one network costs a query. A caller of unknown address is not counted. */
export const limitReads: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { address = 'local' } = anonymousActor(c)
  if (address !== 'local') {
    const [key] = networksOf(address)
    if (!(await isWithinBurst(c.env.READ_BURST, key, c.get('requestId'))))
      throw refusal('rate_limited', 'tooFast', [], { retryAfter: PERIOD_SECONDS })
  }
  await next()
}
