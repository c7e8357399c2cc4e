import { type SQL, sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { maintainers, people, sessions } from '../../../schema/tables.ts'
import type { Actor, DiscordActor } from '../../../schema/verbs/actor.ts'
import type { Machine } from '../../../schema/vocabulary.ts'
import type { Statement } from '../commit.ts'
import { type Context, timestamp } from '../context.ts'
import { isAnyBlocked, personSubject } from '../limits/blocks.ts'

/** An actor, as looked up in `people`. */
export interface Identity {
  readonly personId?: number
  readonly name?: string
  readonly discordId?: string
  readonly isMaintainer: boolean
  readonly isBlocked: boolean
  /** There is another maintainer. */
  readonly hasColleagues: boolean
}

const ANONYMOUS: Identity = { isMaintainer: false, isBlocked: false, hasColleagues: false }

/** A token contains its maintainer's person id, so it is compared with only one hash. */
const TOKEN = /^crm-(\d{1,15})-([0-9a-z]{20,60})$/

/** The person that a token names. Not proof that the token is valid. */
const personOfToken = (token: string): number => Number(token.match(TOKEN)?.[1] ?? 0)

export const tokenOf = (personId: number, secret: string): string => `crm-${personId}-${secret}`

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return hexOf(new Uint8Array(digest))
}

/** Compares in constant time: always all characters. */
function isSameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length))
  return difference === 0
}

/** Whether a row of `people` is a maintainer. */
export const isMaintainer = sql<number>`exists (
  select 1 from ${maintainers} as m where m.person_id = ${people}.id and m.removed_at is null)`

/** The actor's row of `people`, if there is one. */
export function selectActor(context: Context, actor: Actor) {
  const tokenHash = sql<string | null>`(
    select m.token_hash from ${maintainers} as m where m.person_id = ${people}.id and m.removed_at is null)`
  return context.db
    .select({
      personId: people.id,
      name: people.name,
      discordId: people.discordId,
      isBlocked: isAnyBlocked(personSubject(sql`${people}.id`)).as('is_blocked'),
      isMaintainer: isMaintainer.as('is_maintainer'),
      tokenHash: tokenHash.as('token_hash'),
      hasColleagues: sql<number>`exists (
        select 1 from ${maintainers} as m where m.person_id <> ${people}.id and m.removed_at is null)`.as(
        'has_colleagues',
      ),
    })
    .from(people)
    .where(actorCondition(context, actor))
    .limit(1)
}

/** Matches the actor's row of `people`. */
export function actorCondition(context: Context, actor: Actor): SQL {
  switch (actor.kind) {
    case 'discord':
      return sql`${people.discordId} = ${actor.discordId}`
    case 'token':
      return sql`${people.id} = ${personOfToken(actor.token)}`
    case 'session':
      return sql`${people.id} = (
        select s.person_id from ${sessions} as s where s.id = ${actor.id} and s.expires_at > ${timestamp(context)})`
    case 'machine':
      return sql`${people.machine} = ${actor.machine}`
    case 'anonymous':
      return sql`false`
  }
}

export const sessionExpired = () =>
  new RegistryError('unauthenticated', 'You are not signed in, or your sign-in has ended.')

/** The actor's identity, from their row. An invalid token or an expired session: `unauthenticated`. */
export async function identityOf(
  actor: Actor,
  rows: Awaited<ReturnType<typeof selectActor>>,
): Promise<Identity> {
  const [row] = rows
  if (actor.kind === 'token' && !isSameHash(row?.tokenHash ?? '', await sha256(actor.token)))
    throw new RegistryError('unauthenticated', 'This token is not valid, or it was revoked.')
  if (actor.kind === 'session' && !row) throw sessionExpired()
  if (!row) return ANONYMOUS
  return {
    personId: row.personId,
    ...present({ name: row.name, discordId: row.discordId }),
    isMaintainer: row.isMaintainer === 1,
    isBlocked: row.isBlocked === 1,
    hasColleagues: row.hasColleagues === 1,
  }
}

export function requireMaintainer(identity: Identity): asserts identity is Identity & { personId: number } {
  if (!identity.isMaintainer || identity.personId === undefined)
    throw refusal('forbidden', 'maintainersOnly', [])
}

/** Inserts or updates the row of a person on Discord, with their current name and language. */
export function rememberPerson(
  context: Context,
  { discordId, name, locale }: Omit<DiscordActor, 'kind'>,
): Statement {
  const columns = { name, ...present({ locale }) }
  return context.db
    .insert(people)
    .values({ discordId, ...columns, createdAt: timestamp(context) })
    .onConflictDoUpdate({ target: people.discordId, set: columns })
}

/** The id of that row, also inside the batch that inserts it. */
export const personIdOf = (discordId: string): SQL<number> =>
  sql`(select id from people where discord_id = ${discordId})`

/** Inserts the row of one of the registry's own submitters, if it is not there. */
export const rememberMachine = (context: Context, machine: Machine): Statement =>
  context.db
    .insert(people)
    .values({ machine, name: MACHINE_NAMES[machine], createdAt: timestamp(context) })
    .onConflictDoNothing()

/** For lists of names and the maintainers' log; a card says it in its language. */
const MACHINE_NAMES: { readonly [Name in Machine]: string } = {
  links: 'Link checks',
  upstream: 'Upstream changes',
  confirmations: 'Confirmations',
  discovery: 'Discovery',
}

export const machineIdOf = (machine: Machine): SQL<number> =>
  sql`(select id from people where machine = ${machine})`

/** The maintainer who asks; of the host there is nothing to know. */
export async function requireAppointer(
  context: Context,
  actor: Actor | 'console',
): Promise<Pick<Identity, 'personId' | 'hasColleagues'>> {
  if (actor === 'console') return { hasColleagues: false }
  const identity = await identityOf(actor, await selectActor(context, actor))
  requireMaintainer(identity)
  return identity
}
