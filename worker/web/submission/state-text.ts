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
        'A maintainer accepts it, asks you a question, or says why not. ' +
        `Maintainers are reminded after ${OVERDUE_DAYS} days. Come back to this page for the answer.`
      )
    case 'asked':
      return 'Please answer below. A maintainer then looks at it again.'
    case 'approved':
      return APPROVED[kind]
    case 'rejected':
      return 'Nothing was changed. If you know more, you can change it and send it again.'
    case 'withdrawn':
      return 'Nothing was changed. You can send another submission at any time.'
  }
}

const APPROVED: Readonly<Record<SubmissionRecord['kind'], string>> = {
  addition: 'It is in the list now.',
  correction: 'The record is changed.',
  removal: 'It is no longer listed. Its record and history are kept.',
  confirmation: 'The record says that it was confirmed.',
}
