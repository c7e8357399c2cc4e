// What a delivery tells of, read when it is about to be sent. A constant number of queries for any number of them.

import { inArray } from 'drizzle-orm'
import type { Delivery } from '../../schema/delivery-verbs.ts'
import type { Review } from '../../schema/submission-verbs.ts'
import { submissions } from '../../schema/tables.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'
import type { Database } from './database.ts'
import { readReviews } from './review.ts'
import { type SubmissionRow, selectSubmissions, toSubmissionRecord } from './submission-rows.ts'

/** What the claim gives. */
export interface Claimed {
  readonly id: number
  readonly kind: DeliveryKind
  readonly submissionId: number | null
  readonly createdAt: string
  readonly recipient: string | null
}

export async function readDeliveries(
  db: Database,
  claimed: readonly Claimed[],
): Promise<readonly Delivery[]> {
  if (claimed.length === 0) return []
  const ids = claimed.flatMap(({ submissionId }) => submissionId ?? [])
  const rows = await selectSubmissions(db, inArray(submissions.id, ids))
  const isReviewed = ({ id }: SubmissionRow) =>
    claimed.some(({ kind, submissionId }) => kind === 'review' && submissionId === id)
  const reviewed = rows.filter(isReviewed)
  const reviews = reviewed.length > 0 ? await readReviews(db, reviewed) : []
  return claimed
    .flatMap((one) => {
      const row = rows.find(({ id }) => id === one.submissionId)
      return row ? (deliveryOf(one, row, reviews[reviewed.indexOf(row)]) ?? []) : []
    })
    .sort((a, b) => a.id - b.id)
}

function deliveryOf(
  { id, kind, createdAt, recipient }: Claimed,
  row: SubmissionRow,
  review: Review | undefined,
): Delivery | undefined {
  const { cardChannelId: channelId, cardMessageId: messageId, decidedByName } = row
  if (kind === 'submitter')
    return {
      id,
      createdAt,
      kind,
      submission: toSubmissionRecord(row),
      ...(decidedByName !== null && { decidedBy: decidedByName }),
      ...(recipient !== null && { recipient }),
    }
  if (kind !== 'review' || !review) return undefined
  return {
    id,
    createdAt,
    kind,
    review,
    ...(channelId !== null && messageId !== null && { card: { channelId, messageId } }),
  }
}
