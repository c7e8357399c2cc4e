// Undoes a decision or a change by a new version.

import { present } from '../../../schema/present.ts'
import { proposedAddresses } from '../../../schema/record/proposal.ts'
import { requireSeenRecords } from '../commit.ts'
import type { Verb } from '../context.ts'
import { wasDone } from '../people/maintainer-actions.ts'
import { releaseUndone, updateResource } from '../resources/writes/resource-writes.ts'
import { undoneRecord } from '../resources/writes/undone-record.ts'
import { toNamedSubmission } from './submission-rows.ts'
import { reserveAddresses } from './submission-writes.ts'
import { applyEvent } from './transition.ts'

export const undoDecision: Verb<'undoDecision'> = async (context, actor, key, version) => {
  const event = { name: 'undo', by: 'maintainer', version } as const
  const row = await applyEvent(context, actor, key, event, async (loaded) => {
    const { row, resource, identity } = loaded
    const { personId } = identity
    const done = { action: 'undo', personId, subject: `submission:${row.id}`, version: version + 1 } as const
    if (row.version > version && (await wasDone(context.db, done))) return undefined
    const patch = {
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      decisionReason: null,
      decisionKey: null,
      appliedSequence: null,
    }
    const waiting = reserveAddresses(context.db, row.id, proposedAddresses(row.content), resource?.id)
    if (row.state !== 'approved' || !resource || row.appliedSequence === null)
      return { action: 'undone', patch, statements: waiting }
    const { next, read } = await undoneRecord(context, row.appliedSequence, resource)
    const action = next.status === 'removed' && resource.record.status !== 'removed' ? 'removed' : 'reverted'
    return {
      action: 'undone',
      // The version that it changes from now on: otherwise a second approval would be stale at once.
      patch: { ...patch, baseVersion: row.kind === 'addition' ? null : next.version },
      statements: [
        requireSeenRecords(context.db, read),
        ...updateResource(context.db, resource, next, {
          action,
          submissionId: row.id,
          ...present({ personId }),
        }),
        ...releaseUndone(context.db, resource, next),
        ...waiting,
      ],
    }
  })
  return toNamedSubmission(row)
}
