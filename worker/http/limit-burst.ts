import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'
import { sha256 } from '../registry/people/people.ts'

/** The period of SUBMISSION_BURST in wrangler.toml, which the binding does not return. */
const PERIOD_SECONDS = 60

/** Throws `rate_limited` before a burst costs a query. The registry itself limits the submissions of a day. */
export async function limitBurst(c: Context<AppEnv>, actor: Actor): Promise<void> {
  const { success } = await c.env.SUBMISSION_BURST.limit({ key: await counterKey(actor) })
  if (!success)
    throw new RegistryError('rate_limited', 'That is too many submissions at once: please wait a minute.', {
      retryAfter: PERIOD_SECONDS,
    })
}

/** Tokens are hashed, because these counters are outside the database and must hold no secret. */
async function counterKey(actor: Actor): Promise<string> {
  switch (actor.kind) {
    case 'discord':
      return `discord:${actor.discordId}`
    case 'token':
      return `token:${await sha256(actor.token)}`
    case 'session':
      return `session:${actor.id}`
    case 'anonymous':
      return `address:${actor.address}`
  }
}
