import { eq } from 'drizzle-orm'
import { refusal } from '../../../schema/errors.ts'
import { maintainerActions } from '../../../schema/tables.ts'
import type { Proposal } from '../../../schema/verbs/people.ts'
import type { MaintainerAction } from '../../../schema/vocabulary.ts'
import type { Verb } from '../context.ts'
import { cutRelease } from '../resources/writes/cut-release.ts'
import { selectActions, wasDone } from './maintainer-actions.ts'
import { removeMaintainer } from './maintainers.ts'
import { requireAppointer } from './people.ts'
import { selectProposals, toProposal } from './second-maintainer.ts'

const CARRIED_OUT: { readonly [Proposed in Proposal['action']]: MaintainerAction } = {
  propose_removal: 'remove_maintainer',
  propose_release: 'release',
}

const isProposal = (action: MaintainerAction): action is Proposal['action'] =>
  Object.hasOwn(CARRIED_OUT, action)

export const confirmProposal: Verb<'confirmProposal'> = async (context, actor, id) => {
  const { personId } = await requireAppointer(context, actor)
  const { db } = context
  const isIt = eq(maintainerActions.id, id)
  const [[row], [open]] = await db.batch([selectActions(db, isIt), selectProposals(context, isIt)])
  if (!row || !isProposal(row.action)) throw refusal('conflict', 'proposalOver', [])
  const proposal = toProposal(row, personId)
  if (!open) {
    const { subject } = row
    if (await wasDone(db, { action: CARRIED_OUT[row.action], personId, subject, after: id })) return proposal
    throw refusal('conflict', 'proposalOver', [])
  }
  if (proposal.isOwn) throw refusal('forbidden', 'ownProposal', [])
  const { key = '' } = proposal.subject
  if (row.action === 'propose_removal') await removeMaintainer(context, actor, key)
  else await cutRelease(context, actor, key, row.reason ?? undefined)
  return proposal
}
