import { eq, lte, sql } from 'drizzle-orm'
import { RegistryError } from '../../../schema/errors.ts'
import { people, sessions } from '../../../schema/tables.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { selectValues } from '../database.ts'
import { identityOf, isMaintainer, requireMaintainer, selectActor, sessionExpired, sha256 } from './people.ts'

/** Maintainers sign in once a week; a lost laptop has access no longer than that. */
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000

/** The same batch deletes all expired sessions. */
export const startSession: Verb<'startSession'> = async (context, discordId, name) => {
  const { db } = context
  const token = capability(context.randomBytes(16))
  const expiresAt = new Date(context.now().getTime() + LIFETIME_MS).toISOString()
  const id = await sha256(token)
  const row = selectValues(sessions, {
    id,
    personId: sql`${people.id}`,
    createdAt: timestamp(context),
    expiresAt,
  })
  const [, , started] = await db.batch([
    db.update(people).set({ name }).where(sql`${people.discordId} = ${discordId} and ${isMaintainer}`),
    db.delete(sessions).where(lte(sessions.expiresAt, timestamp(context))),
    // The insert checks the maintainer again: one who was removed meanwhile gets no session.
    db
      .insert(sessions)
      .select(sql`${row} from ${people} where ${people.discordId} = ${discordId} and ${isMaintainer}`)
      .returning({ personId: sessions.personId }),
  ])
  if (started.length === 0)
    throw new RegistryError(
      'forbidden',
      'You are not a maintainer of this registry. A maintainer can add you with /covid-review maintainers in Discord.',
    )
  return { token, expiresAt }
}

export const getSession: Verb<'getSession'> = async (context, actor) => {
  const identity = await identityOf(actor, await selectActor(context, actor))
  requireMaintainer(identity)
  const { name, discordId } = identity
  // The person was erased meanwhile.
  if (name === undefined || discordId === undefined) throw sessionExpired()
  return { name, discordId }
}

export const endSession: Verb<'endSession'> = async (context, { id }, { everywhere = false } = {}) => {
  const isOfPerson = sql`${sessions.personId} = (
    select person_id from sessions where id = ${id} and expires_at > ${timestamp(context)})`
  const ended = await context.db
    .delete(sessions)
    .where(everywhere ? isOfPerson : eq(sessions.id, id))
    .returning({ id: sessions.id })
  if (everywhere && ended.length === 0) throw sessionExpired()
}

/** A statement for the batch that removes a maintainer. */
export const endSessionsOf = ({ db }: Context, discordId: string) =>
  db
    .delete(sessions)
    .where(sql`${sessions.personId} = (select id from people where discord_id = ${discordId})`)
