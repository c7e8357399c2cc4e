import type { MaintainerVerbs, SessionVerbs } from '../../../schema/verbs/people.ts'
import type { Verbs } from '../context.ts'
import { confirmProposal } from './confirm-proposal.ts'
import { listActions } from './maintainer-actions.ts'
import { addMaintainer, listMaintainers, removeMaintainer } from './maintainers.ts'
import { listProposals } from './second-maintainer.ts'
import { endSession, getSession, startSession } from './sessions.ts'

export const peopleVerbs: Verbs<SessionVerbs & MaintainerVerbs> = {
  startSession,
  getSession,
  endSession,
  addMaintainer,
  removeMaintainer,
  listMaintainers,
  listProposals,
  confirmProposal,
  listActions,
}
