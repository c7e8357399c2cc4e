import { expect, it } from 'vitest'
import { RegistryError } from '../../../schema/errors.ts'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import { actOnEach, sortChosen } from '../../../schema/verbs/selection.ts'
import type { QueueRow, ReviewFlag } from '../../../schema/verbs/submissions.ts'

const record = (reference: string, kind: SubmissionRecord['kind'] = 'correction'): SubmissionRecord => ({
  reference,
  kind,
  state: 'pending',
  version: 2,
  evidence: [],
  thread: [],
  createdAt: '2026-11-23T00:00:00.000Z',
  updatedAt: '2026-11-23T00:00:00.000Z',
})
const row = (
  reference: string,
  kind?: SubmissionRecord['kind'],
  flags: readonly ReviewFlag[] = [],
): QueueRow => ({ submission: record(reference, kind), flags })
const chosen = (...references: readonly string[]) =>
  references.map((reference) => ({ reference, version: 2 }))

it('what is flagged, changed or gone is left out, and removals beside anything else', () => {
  const rows = [row('S-1'), row('S-2', 'removal'), row('S-3', 'addition', [{ kind: 'behind' }]), row('S-4')]
  const { together, leftOut } = sortChosen(
    [...chosen('S-1', 'S-2', 'S-3'), { reference: 'S-4', version: 1 }, ...chosen('S-5')],
    rows,
  )
  expect(together.map(({ submission }) => submission.reference)).toEqual(['S-1'])
  expect(leftOut.map(({ reference, why }) => [reference, why])).toEqual([
    ['S-3', 'flagged'],
    ['S-4', 'changed'],
    ['S-5', 'gone'],
    ['S-2', 'removal'],
  ])
})

it('removals alone go together', () => {
  const rows = [row('S-1', 'removal'), row('S-2', 'removal')]
  expect(sortChosen(chosen('S-1', 'S-2'), rows)).toEqual({ together: rows, leftOut: [] })
})

it('each is acted on as far as the queries go, and a refusal stops no other', async () => {
  let sent = 0
  const countQueries = () => ({ sent, left: 10 - sent, trips: sent, rowsRead: 0, rowsWritten: 0 })
  const { outcomes, remaining } = await actOnEach(
    { countQueries },
    chosen('S-1', 'S-2', 'S-3'),
    async (one) => {
      sent += 3
      if (one.reference === 'S-1') throw new RegistryError('conflict', 'Too late.')
      return record(one.reference)
    },
  )
  expect(outcomes.map((outcome) => ('record' in outcome ? 'done' : outcome.error.message))).toEqual([
    'Too late.',
    'done',
  ])
  expect(remaining).toEqual(chosen('S-3'))
})
