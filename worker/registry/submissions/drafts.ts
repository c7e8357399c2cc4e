import { and, desc, eq, gt, lt, notInArray, sql } from 'drizzle-orm'
import { RegistryError, refusal } from '../../../schema/errors.ts'
import { drafts } from '../../../schema/tables.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { refuseLarge } from '../../domain/intake/record-size.ts'
import { capability } from '../../domain/intake/reference-code.ts'
import { commit } from '../commit.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { identifyCaller } from '../limits/caller.ts'
import { quotaOf } from '../limits/quotas.ts'
import { personIdOf, rememberPerson } from '../people/people.ts'

const LIFETIME_MS = 24 * 60 * 60 * 1000

/** The oldest give way to a new one: its text was typed just now, and would be lost. */
const MOST_DRAFTS = 10

const oldestKept = (context: Context) => new Date(context.now().getTime() - LIFETIME_MS).toISOString()

/** Only for people on Discord: pages keep the text in the form. */
function requirePerson(actor: Actor): asserts actor is Extract<Actor, { kind: 'discord' }> {
  if (actor.kind !== 'discord') throw new RegistryError('forbidden', 'Drafts are kept for people on Discord.')
}

/** The same batch deletes all expired drafts. */
export const saveDraft: Verb<'saveDraft'> = async (context, actor, draft, id) => {
  requirePerson(actor)
  refuseLarge(draft)
  const { db } = context
  const caller = await identifyCaller(context, actor)
  const values = {
    id: id ?? capability(context.randomBytes(16)),
    personId: personIdOf(actor.discordId),
    content: draft,
    updatedAt: timestamp(context),
  }
  const kept = db
    .select({ id: drafts.id })
    .from(drafts)
    .where(eq(drafts.personId, values.personId))
    .orderBy(desc(drafts.updatedAt))
    .limit(MOST_DRAFTS)
  const statements = [
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
    db.delete(drafts).where(and(eq(drafts.personId, values.personId), notInArray(drafts.id, kept))),
  ]
  const isStored = sql`exists (select 1 from drafts where id = ${values.id} and updated_at = ${values.updatedAt})`
  await commit(db, statements, isStored, quotaOf(context, caller, 'drafts'))
  return { id: values.id }
}

const isOwn = (context: Context, actor: Extract<Actor, { kind: 'discord' }>, id: string) =>
  and(
    eq(drafts.id, id),
    eq(drafts.personId, personIdOf(actor.discordId)),
    gt(drafts.updatedAt, oldestKept(context)),
  )

export const findDraft: Verb<'findDraft'> = async (context, actor, id) => {
  requirePerson(actor)
  const [row] = await context.db
    .select({ content: drafts.content })
    .from(drafts)
    .where(isOwn(context, actor, id))
  return row?.content
}

export const getDraft: Verb<'getDraft'> = async (context, actor, id) => {
  const draft = await findDraft(context, actor, id)
  if (!draft) throw refusal('not_found', 'draftGone', [])
  return draft
}

/** A statement for the batch that sends the draft. */
export const deleteDraft = (context: Context, actor: Extract<Actor, { kind: 'discord' }>, id: string) =>
  context.db.delete(drafts).where(isOwn(context, actor, id))

export const discardDraft: Verb<'discardDraft'> = async (context, actor, id) => {
  requirePerson(actor)
  const { db } = context
  const isGone = sql`not exists (select 1 from drafts where ${isOwn(context, actor, id)})`
  const rows = await commit(db, [deleteDraft(context, actor, id).returning({ id: drafts.id })], isGone)
  const [discarded] = rows ?? []
  if (Array.isArray(discarded) && discarded.length === 0) throw refusal('not_found', 'draftGone', [])
}
