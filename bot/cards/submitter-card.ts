import type { SubmissionRecord } from '../../schema/submission.ts'
import { plain } from './markdown.ts'
import { type Card, card, text } from './message.ts'

export const submitterCard = (record: SubmissionRecord, decidedBy?: string): Card =>
  card([
    text(
      `Your ${record.kind} ${record.reference}: ${record.state}${decidedBy === undefined ? '' : ` by ${plain(decidedBy, 100)}`}`,
    ),
  ])
