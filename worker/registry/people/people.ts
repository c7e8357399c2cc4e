import { type SQL, sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { maintainers, people, sessions } from '../../../schema/tables.ts'
import type { Actor, DiscordActor } from '../../../schema/verbs/actor.ts'
import type { Statement } from '../commit.ts'
import { type Context, timestamp } from '../context.ts'

/** What is known of who asks. */
export interface Identity {
  readonly personId?: number
  readonly name?: string
  readonly discordId?: string
  readonly isMaintainer: boolean
  readonly isBlocked: boolean
}

const ANONYMOUS: Identity = { isMaintainer: false, isBlocked: false }

/** A token names its maintainer, so that it can be compared with the one hash that it must have. */
const TOKEN = /^crm-(\d{1,15})-([0-9a-z]{20,60})$/

/** Whom a token says it belongs to; whether it does is another question. */
export const personOfToken = (token: string): number => Number(token.match(TOKEN)?.[1] ?? 0)

export const tokenOf = (personId: number, secret: string): string => `crm-${personId}-${secret}`

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Compares every character, whatever the first difference: how long it takes tells nothing. */
function isSameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length))
  return difference === 0
}

/** Of a row of `people`: the one place that says who is a maintainer. */
export const isMaintainer = sql<number>`exists (
  select 1 from ${maintainers} as m where m.person_id = ${people}.id and m.removed_at is null)`

/** The row of who asks, if there is one. */
export function selectActor(context: Context, actor: Actor) {
  const tokenHash = sql<string | null>`(
    select m.token_hash from ${maintainers} as m where m.person_id = ${people}.id and m.removed_at is null)`
  return context.db
    .select({
      personId: people.id,
      name: people.name,
      discordId: people.discordId,
      blockedAt: people.blockedAt,
      isMaintainer: isMaintainer.as('is_maintainer'),
      tokenHash: tokenHash.as('token_hash'),
    })
    .from(people)
    .where(actorCondition(context, actor))
    .limit(1)
}

/** Which row of `people` is who asks. */
export function actorCondition(context: Context, actor: Actor): SQL {
  switch (actor.kind) {
    case 'discord':
      return sql`${people.discordId} = ${actor.discordId}`
    case 'token':
      return sql`${people.id} = ${personOfToken(actor.token)}`
    case 'session':
      return sql`${people.id} = (
        select s.person_id from ${sessions} as s where s.id = ${actor.id} and s.expires_at > ${timestamp(context)})`
    case 'anonymous':
      return sql`false`
  }
}

export const sessionIsOver = () =>
  new RegistryError('unauthenticated', 'You are not signed in, or not any more.')

/** Who asks, from the row read for them. A token that is not theirs, a session that is over: `unauthenticated`. */
export async function identityOf(
  actor: Actor,
  rows: Awaited<ReturnType<typeof selectActor>>,
): Promise<Identity> {
  const [row] = rows
  if (actor.kind === 'token' && !isSameHash(row?.tokenHash ?? '', await sha256(actor.token)))
    throw new RegistryError('unauthenticated', 'This token is not valid, or not any more.')
  if (actor.kind === 'session' && !row) throw sessionIsOver()
  if (!row) return ANONYMOUS
  return {
    personId: row.personId,
    ...(row.name !== null && { name: row.name }),
    ...(row.discordId !== null && { discordId: row.discordId }),
    isMaintainer: row.isMaintainer === 1,
    isBlocked: row.blockedAt !== null,
  }
}

export function requireMaintainer(known: Identity): asserts known is Identity & { personId: number } {
  if (!known.isMaintainer || known.personId === undefined) throw refusal('forbidden', 'maintainersOnly', [])
}

/** Makes sure that there is a row for a person on Discord, under the name that they have now, and the language. */
export function rememberPerson(
  context: Context,
  { discordId, name, locale }: Omit<DiscordActor, 'kind'>,
): Statement {
  const known = { name, ...(locale !== undefined && { locale }) }
  return context.db
    .insert(people)
    .values({ discordId, ...known, createdAt: timestamp(context) })
    .onConflictDoUpdate({ target: people.discordId, set: known })
}

/** The id of that row, inside the batch that makes it. */
export const personIdOf = (discordId: string): SQL<number> =>
  sql`(select id from people where discord_id = ${discordId})`
