// The state of a submission and its next step, in words for the submitter.

import { stateForSubmitter } from '../../../bot/cards/submissions/submission-text.ts'
import { english } from '../../../bot/languages/index.ts'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import { OVERDUE_DAYS } from '../../../schema/verbs/deliveries.ts'

/** "Waiting for a maintainer". The page shows the reason of a decision separately. */
export function stateText({ decision: _, ...record }: SubmissionRecord): string {
  return stateForSubmitter(english, record, 0)
}

export function nextStepText({ state, kind }: SubmissionRecord): string {
  switch (state) {
    case 'pending':
      return (
        'A maintainer looks at it, and accepts it, asks you something, or says why not. ' +
        `What has waited for ${OVERDUE_DAYS} days they are reminded of every day. ` +
        'Whatever comes of it stands on this page, so look here again.'
      )
    case 'asked':
      return 'Answer below; then a maintainer looks at it again.'
    case 'approved':
      return APPROVED[kind]
    case 'rejected':
      return 'Nothing was changed. If you know more, you are welcome to send in another.'
    case 'withdrawn':
      return 'Nothing was changed, and nobody will look at it any more. You can send in another at any time.'
  }
}

const APPROVED: Readonly<Record<SubmissionRecord['kind'], string>> = {
  addition: 'It stands in the table, for everyone to find.',
  correction: 'The record says so now.',
  removal: 'It is no longer listed; its record and history stay.',
}
