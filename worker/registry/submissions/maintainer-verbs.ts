// What maintainers see and do beside deciding.

import { asc, eq, sql } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { maintainers, people, submissions, versions } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { cleanReason, cleanShort } from '../../domain/intake/clean-proposal.ts'
import { capability } from '../../domain/intake/reference-code.ts'

import { commit } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import {
  identityOf,
  personIdOf,
  rememberPerson,
  requireMaintainer,
  selectActor,
  sha256,
  tokenOf,
} from '../people/people.ts'
import { endSessionsOf } from '../people/sessions.ts'
import { commitVersion } from '../resources/resource-writes.ts'
import { selectCurrent } from '../resources/versions.ts'
import { selectSubmissions, toSubmissionRecord } from './submission-rows.ts'
import { loadSubmission } from './transition.ts'
import { undoneRecord } from './undo.ts'

export const listSubmissions: Verb<'listSubmissions'> = async (
  context,
  actor,
  { state, after = 0, size },
) => {
  const { db } = context
  const [actors, [counted], rows] = await db.batch([
    selectActor(context, actor),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(submissions)
      .where(eq(submissions.state, state)),
    selectSubmissions(db, sql`${submissions.state} = ${state} and ${submissions.id} > ${after}`)
      .orderBy(asc(submissions.id))
      .limit(size + 1),
  ])
  requireMaintainer(await identityOf(actor, actors))
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    items: page.map(toSubmissionRecord),
    total: counted?.total ?? 0,
    ...(rows.length > size && last && { next: last.id }),
  }
}

export const revertChange: Verb<'revertChange'> = async (context, actor, sequence, given) => {
  const { db } = context
  const reason = cleanReason('reason', given)
  const [actors, [resource]] = await db.batch([
    selectActor(context, actor),
    selectCurrent(
      db,
      sql`${versions.resourceId} = (
        select cast(subject_id as integer) from changes where sequence = ${sequence} and subject = 'resource')`,
    ),
  ])
  const known = await identityOf(actor, actors)
  requireMaintainer(known)
  if (!resource) throw refusal('not_found', 'noSuchChange', [sequence])
  const next = await undoneRecord(context, sequence, resource)
  await commitVersion(context, resource, next, { action: 'reverted', personId: known.personId, reason })
  return next
}

export const setBlocked: Verb<'setBlocked'> = async (context, actor, key, blocked, given) => {
  const reason = given === undefined ? null : cleanReason('reason', given)
  const { row, identity } = await loadSubmission(context, actor, key)
  requireMaintainer(identity)
  if (row.submitterId === null) throw refusal('invalid', 'nobodyToBlock', [])
  await context.db
    .update(people)
    .set({ blockedAt: blocked ? timestamp(context) : null, blockedReason: blocked ? reason : null })
    .where(eq(people.id, row.submitterId))
}

/** Who may make and unmake maintainers: another one, or whoever has the database's console. */
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
  await commit(db, [rememberPerson(context, { discordId, name: cleanShort('name', name) })])
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.discordId, discordId))
  if (!person) throw new Error(`The row of ${discordId} was written and is not there.`)
  const token = tokenOf(person.id, capability(context.randomBytes(16)))
  const values = {
    tokenHash: await sha256(token),
    addedBy: addedBy ?? null,
    addedAt: timestamp(context),
    removedAt: null,
  }
  await commit(db, [
    db
      .insert(maintainers)
      .values({ personId: person.id, ...values })
      .onConflictDoUpdate({ target: maintainers.personId, set: values }),
  ])
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
