import type { Context } from 'hono'
import type { Resource } from '../../schema/record/resource.ts'
import type { LookUp } from '../../schema/record/sites/look-up.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'
import { lookUp } from '../outgoing/look-up.ts'
import { outsideOf } from './outside.ts'

/** Four sites, with a redirect or two each. */
const MOST_REQUESTS = 16

/** What is listed at the address, or at one that its site names, in place of it or as its DOI. */
export async function listedAt(
  c: Context<AppEnv>,
  { address, fields: { url, doi } }: Pick<LookUp, 'address' | 'fields'>,
): Promise<readonly Pick<Resource, 'slug' | 'name'>[]> {
  const addresses = [address, url, doi && `doi:${doi}`].filter((one) => typeof one === 'string')
  const found = (await c.get('registry').findResourcesAt(addresses)).filter((one) => one !== undefined)
  return [...new Map(found.map(({ slug, name }) => [slug, { slug, name }])).values()]
}

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
