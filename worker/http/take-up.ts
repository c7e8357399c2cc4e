import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { Candidate } from '../../schema/verbs/candidates.ts'
import type { AppEnv } from '../env.ts'
import { lookUpFor } from './look-up.ts'

const TIME_LIMIT_MS = 6000

/**
 * Takes a candidate up, with what its address says now; as it was found, where the site says nothing in time or the
 * maintainer has looked up much within a minute.
 */
export async function takeUp(c: Context<AppEnv>, actor: Actor, id: number): Promise<Candidate> {
  const registry = c.get('registry')
  const { url, state } = await registry.getCandidate(actor, id)
  const lookedUp =
    state === 'offered' ? await lookUpFor(c, actor, url, TIME_LIMIT_MS).catch(notNow) : undefined
  return registry.takeUpCandidate(actor, id, lookedUp)
}

function notNow(error: unknown): undefined {
  if (!(error instanceof RegistryError) || error.code !== 'rate_limited') throw error
}
