// A caller who is about to write: who they are, what they are counted by today, and that they are not blocked.

import { inArray, lt } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { dailySecrets } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { type Context, timestamp } from '../context.ts'
import { hexOf, type Identity, identityOf, selectActor } from '../people/people.ts'
import { isBlocked } from './blocks.ts'
import { type Caller, namesOf } from './names.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface KnownCaller {
  readonly identity: Identity
  /** "2026-11-29", in UTC. */
  readonly day: string
  /** What the caller is counted by, then a wider network: keyed hashes, which say nothing without the day's secret. */
  readonly subjects: readonly [string, ...string[]]
}

/**
 * A hash without a secret would not hide an address: all of IPv4 is hashed in an hour. The secret is random and kept here,
 * since not every deployment has SESSION_SECRET, and one that is kept for ever would keep every address recoverable. It
 * outlives its day by one, so that a maintainer can block a network for what it sent yesterday.
 *
 * Throws `forbidden` if the caller, their network or the contact that they give is blocked.
 */
export async function identifyCaller(
  context: Context,
  caller: Caller,
  contact?: string,
): Promise<KnownCaller> {
  const { db } = context
  const day = timestamp(context).slice(0, 10)
  const yesterday = new Date(context.now().getTime() - DAY_MS).toISOString().slice(0, 10)
  const actor = actorIn(caller)
  const [, , secrets, actors] = await db.batch([
    // Of two first callers of a day the second gets the secret of the first.
    db
      .insert(dailySecrets)
      .values({ day, secret: hexOf(context.randomBytes(32)) })
      .onConflictDoNothing(),
    db.delete(dailySecrets).where(lt(dailySecrets.day, yesterday)),
    db
      .select()
      .from(dailySecrets)
      .where(inArray(dailySecrets.day, [day, yesterday])),
    selectActor(context, actor),
  ])
  const identity = await identityOf(actor, actors)
  if (identity.isBlocked) throw refusal('forbidden', 'blocked', [])
  const names = namesOf(caller, identity)
  const hashesBySecretOf = async (wanted: string) => {
    const secret = secrets.find((row) => row.day === wanted)?.secret
    return secret === undefined ? [] : Promise.all(names.map((name) => keyedHash(secret, name)))
  }
  const [subject, ...wider] = await hashesBySecretOf(day)
  if (subject === undefined) throw new Error(`The secret of ${day} was written and is not there.`)
  if (caller.kind === 'anonymous') {
    const [earlier] = await hashesBySecretOf(yesterday)
    if (await isBlocked(db, [subject, earlier], contact)) throw refusal('forbidden', 'senderBlocked', [])
  }
  return { identity, day, subjects: [subject, ...wider] }
}

/** The person who calls. Nothing is known of the people of a server that does not name one. */
function actorIn(caller: Caller): Actor {
  switch (caller.kind) {
    case 'person':
      return caller.actor
    case 'channel':
      return caller.actor ?? { kind: 'anonymous', address: undefined }
    case 'server':
      return { kind: 'anonymous', address: undefined }
    default:
      return caller
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)

async function keyedHash(secret: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign'])
  return hexOf(new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes(text))))
}
