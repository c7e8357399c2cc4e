// Who maintains the registry.

import { asc, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { maintainers, people } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import {
  identityOf,
  personIdOf,
  rememberPerson,
  requireMaintainer,
  selectActor,
  sha256,
  tokenOf,
} from './people.ts'
import { endSessionsOf } from './sessions.ts'

/** The person who adds or removes a maintainer: another maintainer, or nobody known on the database's console. */
async function requireAppointer(context: Context, actor: Actor | 'console'): Promise<number | undefined> {
  if (actor === 'console') return undefined
  const known = await identityOf(actor, await selectActor(context, actor))
  requireMaintainer(known)
  return known.personId
}

export const addMaintainer: Verb<'addMaintainer'> = async (context, actor, discordId, name) => {
  const { db } = context
  const addedBy = await requireAppointer(context, actor)
  if (!/^\d{15,20}$/.test(discordId))
    throw refusal('invalid', 'discordIdUnfit', [], {
      problems: [{ field: 'discordId', problem: 'Give 15 to 20 digits.' }],
    })
  await rememberPerson(context, { discordId, name: parseText('name', name, 'line') })
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.discordId, discordId))
  if (!person) throw new Error(`The row of ${discordId} was written and is not there.`)
  const token = tokenOf(person.id, capability(context.randomBytes(16)))
  const values = {
    tokenHash: await sha256(token),
    addedBy: addedBy ?? null,
    addedAt: timestamp(context),
    removedAt: null,
  }
  await db
    .insert(maintainers)
    .values({ personId: person.id, ...values })
    .onConflictDoUpdate({ target: maintainers.personId, set: values })
  return { token }
}

export const removeMaintainer: Verb<'removeMaintainer'> = async (context, actor, discordId) => {
  await requireAppointer(context, actor)
  const { db } = context
  const [removed] = await db.batch([
    db
      .update(maintainers)
      .set({ removedAt: timestamp(context), tokenHash: null })
      .where(sql`${maintainers.personId} = ${personIdOf(discordId)} and ${maintainers.removedAt} is null`)
      .returning({ personId: maintainers.personId }),
    endSessionsOf(context, discordId),
  ])
  if (removed.length === 0) throw refusal('not_found', 'noSuchMaintainer', [discordId])
}

export const listMaintainers: Verb<'listMaintainers'> = async (context, actor) => {
  await requireAppointer(context, actor)
  const rows = await context.db
    .select({ discordId: people.discordId, name: people.name, addedAt: maintainers.addedAt })
    .from(maintainers)
    .innerJoin(people, eq(people.id, maintainers.personId))
    .where(sql`${maintainers.removedAt} is null`)
    .orderBy(asc(maintainers.addedAt))
  return rows.map(({ discordId, name, addedAt }) => ({
    addedAt,
    ...present({ discordId, name }),
  }))
}
