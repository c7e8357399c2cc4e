import type { MaintainerVerbs, SessionVerbs } from '../../../schema/verbs/people.ts'
import type { Verbs } from '../context.ts'
import { addMaintainer, listMaintainers, removeMaintainer } from './maintainers.ts'
import { endSession, getSession, startSession } from './sessions.ts'

export const peopleVerbs: Verbs<SessionVerbs & MaintainerVerbs> = {
  startSession,
  getSession,
  endSession,
  addMaintainer,
  removeMaintainer,
  listMaintainers,
}
