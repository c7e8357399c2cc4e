import { type RegistryError, refusal } from '../errors.ts'
import type { SubmissionEvent, SubmissionState } from '../vocabulary.ts'

/**
 * Where each event leads from each state; what is missing here is impossible. Once decided, a submission moves only by
 * the decision's undoing; once withdrawn, never. An edit leaves the question of a maintainer open: only an answer,
 * a decision or a withdrawal ends it, so that nobody has to guess whether the edit was meant as one.
 */
const NEXT: {
  readonly [State in SubmissionState]: { readonly [Event in SubmissionEvent]?: SubmissionState }
} = {
  pending: {
    edit: 'pending',
    withdraw: 'withdrawn',
    ask: 'asked',
    approve: 'approved',
    reject: 'rejected',
  },
  asked: {
    edit: 'asked',
    answer: 'pending',
    withdraw: 'withdrawn',
    ask: 'asked',
    approve: 'approved',
    reject: 'rejected',
  },
  approved: { undo: 'pending' },
  rejected: { undo: 'pending' },
  withdrawn: {},
}

/** Whether the event can happen to a submission in this state: what a door offers, before anyone tries. */
export function canMove(state: SubmissionState, event: SubmissionEvent): boolean {
  return NEXT[state][event] !== undefined
}

/** The state after the event; `conflict` where it can't happen, with a sentence that says how the submission stands. */
export function nextState(state: SubmissionState, event: SubmissionEvent): SubmissionState {
  const next = NEXT[state][event]
  if (!next) throw obstacle(state, event)
  return next
}

/** Why a submission in this state can't take the event. */
function obstacle(state: SubmissionState, event: SubmissionEvent): RegistryError {
  switch (state) {
    case 'pending':
    case 'asked':
      return refusal('conflict', event === 'answer' ? 'noOpenQuestion' : 'undecided', [])
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return refusal('conflict', 'overAlready', [state])
  }
}
