import type { Context } from 'hono'
import { RegistryError } from '../../schema/errors.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { AppEnv } from '../env.ts'
import { sha256 } from '../registry/people/people.ts'

/** The period of SUBMISSION_BURST in wrangler.toml: a binding does not tell its own. */
const PERIOD_SECONDS = 60

/** Holds back a flood before it costs a read of the database; how many a day is for the registry to say. */
export async function limitBurst(c: Context<AppEnv>, actor: Actor): Promise<void> {
  const { success } = await c.env.SUBMISSION_BURST.limit({ key: await countedAs(actor) })
  if (!success)
    throw new RegistryError('rate_limited', 'That is too many submissions at once: please wait a minute.', {
      retryAfter: PERIOD_SECONDS,
    })
}

/** A token is counted by its hash: counters are kept outside the database, where no secret belongs. */
async function countedAs(actor: Actor): Promise<string> {
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
