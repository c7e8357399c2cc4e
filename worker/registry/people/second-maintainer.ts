// What takes two maintainers, where there are two: one proposes it, and another confirms it within a week.

import { and, eq, type SQL, sql } from 'drizzle-orm'
import { maintainerActions } from '../../../schema/tables.ts'
import type { Proposal } from '../../../schema/verbs/people.ts'
import { type Context, timestamp, type Verb } from '../context.ts'
import { selectValues } from '../database.ts'
import { insertDigest } from '../deliveries/digest.ts'
import { type ActionRow, rowOf, selectActions, toRecordedAction } from './maintainer-actions.ts'
import { type Identity, requireAppointer } from './people.ts'

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000

/** Proposals of present maintainers that were neither carried out nor overtaken, and are not too old. */
const isOpen = (context: Pick<Context, 'now'>): SQL => sql`
  ${maintainerActions.action} in ('propose_removal', 'propose_release')
  and ${maintainerActions.at} > ${new Date(context.now().getTime() - LIFETIME_MS).toISOString()}
  and exists (
    select 1 from maintainers as m where m.person_id = ${maintainerActions}.person_id and m.removed_at is null)
  and not exists (
    select 1 from maintainer_actions as later
    where later.subject = ${maintainerActions}.subject and later.id > ${maintainerActions}.id
    and later.action in ('remove_maintainer', 'add_maintainer', 'release'))`

export const selectProposals = (context: Pick<Context, 'db' | 'now'>, where?: SQL) =>
  selectActions(context.db, and(isOpen(context), where))

export function toProposal(row: ActionRow, personId: number | undefined): Proposal {
  const { id, by, subject, reason, at } = toRecordedAction(row)
  return {
    id,
    // The cast holds for what `isOpen` selects.
    action: row.action as Proposal['action'],
    ...(by && { by }),
    subject,
    ...(reason !== undefined && { reason }),
    at,
    until: new Date(Date.parse(at) + LIFETIME_MS).toISOString(),
    isOwn: row.personId === personId,
  }
}

interface Wish {
  readonly action: Proposal['action']
  readonly subject: string
  readonly reason?: string | undefined
}

/** Undefined where the maintainer may go on: alone, or because another one proposed the same. Else their proposal. */
export async function proposeFirst(
  context: Context,
  { personId, hasColleagues }: Pick<Identity, 'personId' | 'hasColleagues'>,
  wish: Wish,
): Promise<Proposal | undefined> {
  if (personId === undefined || context.isHost || !hasColleagues) return undefined
  const { db } = context
  const isSame = and(eq(maintainerActions.subject, wish.subject), eq(maintainerActions.action, wish.action))
  const open = await selectProposals(context, isSame)
  if (open.some((row) => row.personId !== personId)) return undefined
  const isOwn = and(isSame, eq(maintainerActions.personId, personId))
  const at = timestamp(context)
  const row = selectValues(maintainerActions, rowOf({ ...wish, personId, at }))
  const [, [own]] = await db.batch([
    db
      .insert(maintainerActions)
      .select(
        sql`${row} where not exists (select 1 from ${maintainerActions} where ${isOpen(context)} and ${isOwn})`,
      ),
    selectProposals(context, isOwn).limit(1),
    insertDigest(db, at, sql`exists (select 1 from ${maintainerActions} where ${isOwn} and at = ${at})`),
  ])
  context.onDelivery()
  if (!own) throw new Error(`The proposal of ${wish.subject} was written and is not there.`)
  return toProposal(own, personId)
}

export const listProposals: Verb<'listProposals'> = async (context, actor) => {
  const { personId } = await requireAppointer(context, actor)
  const rows = await selectProposals(context)
  return rows.map((row) => toProposal(row, personId))
}
