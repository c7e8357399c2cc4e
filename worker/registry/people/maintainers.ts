// Who maintains the registry.

import { asc, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { maintainers, people } from '../../../schema/tables.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { commit } from '../commit.ts'
import { timestamp, type Verb } from '../context.ts'
import { insertAction, insertActionIfChanged, wasDone } from './maintainer-actions.ts'
import { isMaintainer, rememberPerson, requireAppointer, sha256, tokenOf } from './people.ts'
import { proposeFirst } from './second-maintainer.ts'
import { endSessionsOf } from './sessions.ts'

export const addMaintainer: Verb<'addMaintainer'> = async (context, actor, discordId, given) => {
  const { db } = context
  const { personId: addedBy } = await requireAppointer(context, actor)
  if (!/^\d{15,20}$/.test(discordId))
    throw refusal('invalid', 'discordIdUnfit', [], {
      problems: [{ field: 'discordId', problem: 'Give 15 to 20 digits.' }],
    })
  const name = parseText('name', given, 'line')
  await rememberPerson(context, { discordId, name })
  const [person] = await db
    .select({ id: people.id, isMaintainer: isMaintainer.as('is_maintainer') })
    .from(people)
    .where(eq(people.discordId, discordId))
  if (!person) throw new Error(`The row of ${discordId} was written and is not there.`)
  const isThere = person.isMaintainer === 1
  if (isThere && actor !== 'console') throw refusal('conflict', 'maintainerAlready', [name])
  const token = tokenOf(person.id, capability(context.randomBytes(16)))
  const tokenHash = await sha256(token)
  const at = timestamp(context)
  const added = { tokenHash, addedBy: addedBy ?? null, addedAt: at, removedAt: null }
  const statements = [
    db
      .insert(maintainers)
      .values({ personId: person.id, ...added })
      .onConflictDoUpdate({ target: maintainers.personId, set: isThere ? { tokenHash } : added }),
    insertAction(db, {
      action: isThere ? 'renew_token' : 'add_maintainer',
      personId: addedBy,
      subject: `person:${person.id}`,
      at,
    }),
  ]
  await commit(db, statements, sql`exists (select 1 from maintainers where token_hash = ${tokenHash})`)
  return { token }
}

export const removeMaintainer: Verb<'removeMaintainer'> = async (context, actor, discordId) => {
  const remover = await requireAppointer(context, actor)
  const { db } = context
  const { personId } = remover
  const [target] = await db
    .select({ id: people.id, isMaintainer: isMaintainer.as('is_maintainer') })
    .from(people)
    .where(eq(people.discordId, discordId))
  const subject = `person:${target?.id ?? 0}`
  if (target?.isMaintainer !== 1) {
    if (await wasDone(db, { action: 'remove_maintainer', personId, subject })) return undefined
    throw refusal('not_found', 'noSuchMaintainer', [discordId])
  }
  const proposal = await proposeFirst(context, remover, { action: 'propose_removal', subject })
  if (proposal) return proposal
  const at = timestamp(context)
  await db.batch([
    db
      .update(maintainers)
      .set({ removedAt: at, tokenHash: null })
      .where(sql`${maintainers.personId} = ${target.id} and ${maintainers.removedAt} is null`),
    insertActionIfChanged(db, { action: 'remove_maintainer', personId, subject, at }),
    endSessionsOf(context, discordId),
  ])
  return undefined
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
