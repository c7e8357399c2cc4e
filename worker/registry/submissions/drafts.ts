import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { drafts } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { personIdOf, rememberPerson } from '../people/people.ts'

const LIFETIME_MS = 24 * 60 * 60 * 1000

const oldestKept = (context: Context) => new Date(context.now().getTime() - LIFETIME_MS).toISOString()

/** Only for people on Discord: pages keep the text in the form. */
function requirePerson(actor: Actor): asserts actor is Extract<Actor, { kind: 'discord' }> {
  if (actor.kind !== 'discord') throw new RegistryError('forbidden', 'Drafts are kept for people on Discord.')
}

/** The same batch deletes all expired drafts. */
export const saveDraft: Verb<'saveDraft'> = async (context, actor, draft, id) => {
  requirePerson(actor)
  const { db } = context
  const values = {
    id: id ?? capability(context.randomBytes(16)),
    personId: personIdOf(actor.discordId),
    content: draft,
    updatedAt: timestamp(context),
  }
  await db.batch([
    rememberPerson(context, actor),
    db.delete(drafts).where(lt(drafts.updatedAt, oldestKept(context))),
    db
      .insert(drafts)
      .values(values)
      .onConflictDoUpdate({
        target: drafts.id,
        set: { content: draft, updatedAt: values.updatedAt },
        setWhere: sql`${drafts.personId} = ${personIdOf(actor.discordId)}`,
      }),
  ])
  return { id: values.id }
}

const isOwn = (context: Context, actor: Extract<Actor, { kind: 'discord' }>, id: string) =>
  and(
    eq(drafts.id, id),
    eq(drafts.personId, personIdOf(actor.discordId)),
    gt(drafts.updatedAt, oldestKept(context)),
  )

export const getDraft: Verb<'getDraft'> = async (context, actor, id) => {
  requirePerson(actor)
  const [row] = await context.db
    .select({ content: drafts.content })
    .from(drafts)
    .where(isOwn(context, actor, id))
  if (!row) throw refusal('not_found', 'draftGone', [])
  return row.content
}

/** A statement for the batch that sends the draft. */
export const deleteDraft = (context: Context, actor: Extract<Actor, { kind: 'discord' }>, id: string) =>
  context.db.delete(drafts).where(isOwn(context, actor, id))

export const discardDraft: Verb<'discardDraft'> = async (context, actor, id) => {
  requirePerson(actor)
  await deleteDraft(context, actor, id)
}
