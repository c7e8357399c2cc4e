// Who maintains the registry.

import { asc, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { maintainers, people } from '../../../schema/tables.ts'
import { parseText } from '../../domain/intake/parse.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { commit, LostRace } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { insertAction, insertActionIfChanged, wasDone } from './maintainer-actions.ts'
import { isMaintainer, rememberPerson, requireAppointer, sha256, tokenOf } from './people.ts'
import { proposeFirst } from './second-maintainer.ts'
import { endSessionsOf } from './sessions.ts'

/** How often another write may take the number of a new person. */
const TRIES = 3

export const addMaintainer: Verb<'addMaintainer'> = async (context, actor, discordId, given) => {
  const { personId } = await requireAppointer(context, actor)
  if (!/^\d{15,20}$/.test(discordId))
    throw refusal('invalid', 'discordIdUnfit', [], {
      problems: [{ field: 'discordId', problem: 'Give 15 to 20 digits.' }],
    })
  const name = parseText('name', given, 'line')
  for (let tries = 1; ; tries++)
    try {
      return await appoint(context, { isHost: actor === 'console', personId }, { discordId, name })
    } catch (error) {
      if (!(error instanceof LostRace) || tries === TRIES) throw error
    }
}

async function appoint(
  context: Context,
  by: { readonly isHost: boolean; readonly personId: number | undefined },
  { discordId, name }: { readonly discordId: string; readonly name: string },
): Promise<{ readonly token: string }> {
  const { db } = context
  const [[person], [last]] = await db.batch([
    db
      .select({ id: people.id, isMaintainer: isMaintainer.as('is_maintainer') })
      .from(people)
      .where(eq(people.discordId, discordId)),
    db.select({ id: sql<number>`coalesce(max(id), 0)`.as('last') }).from(people),
  ])
  const isThere = person?.isMaintainer === 1
  if (isThere && !by.isHost) throw refusal('conflict', 'maintainerAlready', [name])
  const at = timestamp(context)
  // A token has the number of its person, so a new one gets theirs here.
  const id = person?.id ?? (last?.id ?? 0) + 1
  const token = tokenOf(id, capability(context.randomBytes(16)))
  const tokenHash = await sha256(token)
  const added = { tokenHash, addedBy: by.personId ?? null, addedAt: at, removedAt: null }
  const statements = [
    person
      ? rememberPerson(context, { discordId, name })
      : db.insert(people).values({ id, discordId, name, createdAt: at }),
    db
      .insert(maintainers)
      .values({ personId: id, ...added })
      .onConflictDoUpdate({ target: maintainers.personId, set: isThere ? { tokenHash } : added }),
    insertAction(db, {
      action: isThere ? 'renew_token' : 'add_maintainer',
      personId: by.personId,
      subject: `person:${id}`,
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
