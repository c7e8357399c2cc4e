import { describe, expect, it } from 'vitest'
import { canMove, nextState } from '../../../schema/record/submission-states.ts'
import { SUBMISSION_EVENTS, SUBMISSION_STATES } from '../../../schema/vocabulary.ts'

const APPROVED = 'This submission was already approved.'
const REJECTED = 'This submission was already rejected.'
const WITHDRAWN = 'This submission was already withdrawn.'
const UNASKED = 'This submission has no open question.'
const UNDECIDED = 'There is no decision on this submission yet, so there is nothing to undo.'

// All of the grid: the state that follows, or the sentence that refuses. Columns in the order of SUBMISSION_EVENTS.
const GRID = [
  //           edit       answer     withdraw     ask        approve     reject      undo
  ['pending', 'pending', UNASKED, 'withdrawn', 'asked', 'approved', 'rejected', UNDECIDED],
  ['asked', 'asked', 'pending', 'withdrawn', 'asked', 'approved', 'rejected', UNDECIDED],
  ['approved', APPROVED, APPROVED, APPROVED, APPROVED, APPROVED, APPROVED, 'pending'],
  ['rejected', REJECTED, REJECTED, REJECTED, REJECTED, REJECTED, REJECTED, 'pending'],
  ['withdrawn', WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN],
] as const

describe('a submission', () => {
  it('is in the grid with every state and every event', () => {
    expect(GRID.map(([state]) => state)).toEqual(SUBMISSION_STATES)
    for (const [, ...outcomes] of GRID) expect(outcomes).toHaveLength(SUBMISSION_EVENTS.length)
  })

  describe.each(GRID)('that is %s', (state, ...outcomes) => {
    it.each(
      SUBMISSION_EVENTS.map((event, i) => [event, outcomes[i] ?? ''] as const),
    )('on %s: %s', (event, outcome) => {
      const next = SUBMISSION_STATES.find((known) => known === outcome)
      expect(canMove(state, event)).toBe(next !== undefined)
      if (next) expect(nextState(state, event)).toBe(next)
      else expect(() => nextState(state, event)).toThrow(outcome)
    })
  })

  it('that cannot move fails as a conflict', () => {
    const attempt = () => nextState('approved', 'approve')
    expect(attempt).toThrow(expect.objectContaining({ code: 'conflict', message: APPROVED }))
  })
})
