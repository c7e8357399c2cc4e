// Texts about submissions that several review pages share.

import type { QueueEntry } from '../../../schema/verbs/submissions.ts'
import type { SubmissionKind, SubmissionState } from '../../../schema/vocabulary.ts'
import { momentText } from '../parts/moment.tsx'

export const KIND_LABELS: Readonly<Record<SubmissionKind, string>> = {
  addition: 'Addition',
  correction: 'Correction',
  removal: 'Removal',
  confirmation: 'Confirmation',
}

export const STATE_LABELS: Readonly<Record<SubmissionState, string>> = {
  pending: 'waiting',
  asked: 'asked',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

export const isUndecided = (state: SubmissionState): boolean => state === 'pending' || state === 'asked'

/** The change of a submission, for a maintainer whose page shows an older version. */
export function outcomeText({ state, decidedBy, decidedAt }: QueueEntry): string {
  switch (state) {
    case 'approved':
    case 'rejected':
      return `${decidedBy ?? 'A maintainer'} ${state} this${decidedAt === undefined ? '' : ` on ${momentText(decidedAt)}`}.`
    case 'withdrawn':
      return 'The sender has withdrawn this.'
    case 'pending':
    case 'asked':
      return 'This has changed since you opened it.'
  }
}
