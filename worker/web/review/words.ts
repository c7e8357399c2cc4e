// What is said of submissions on several pages.

import type { QueueEntry } from '../../../schema/verbs/submissions.ts'
import type { SubmissionKind, SubmissionState } from '../../../schema/vocabulary.ts'
import { momentText } from '../parts/moment.tsx'

export const KIND_WORDS: Readonly<Record<SubmissionKind, string>> = {
  addition: 'Addition',
  correction: 'Correction',
  removal: 'Removal',
}

export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  pending: 'waiting',
  asked: 'asked',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

export const isUndecided = (state: SubmissionState): boolean => state === 'pending' || state === 'asked'

/** What became of a submission, as who looks at an older version of it should know. */
export function outcomeText({ state, decidedBy, decidedAt }: QueueEntry): string {
  switch (state) {
    case 'approved':
    case 'rejected':
      return `${decidedBy ?? 'A maintainer'} ${state} this${decidedAt === undefined ? '' : ` on ${momentText(decidedAt)}`}.`
    case 'withdrawn':
      return 'Who sent this has withdrawn it.'
    case 'pending':
    case 'asked':
      return 'This has changed since you opened it.'
  }
}
