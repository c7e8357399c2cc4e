import type { SubmissionVerbs } from '../../../schema/verbs/submissions.ts'
import type { Verbs } from '../context.ts'
import { setBlocked } from './block-submitter.ts'
import { decideSubmission } from './decide.ts'
import { discardDraft, findDraft, getDraft, saveDraft } from './drafts.ts'
import { getQueueEntry, listSubmissions } from './queue.ts'
import { previewSubmission, reviewSubmission } from './review.ts'
import { findSentDraft, submit } from './submit.ts'
import {
  answerSubmission,
  editSubmission,
  findSubmissions,
  getSubmission,
  listOwnSubmissions,
  withdrawSubmission,
} from './submitter-verbs.ts'
import { undoDecision } from './undo.ts'

export const submissionVerbs: Verbs<SubmissionVerbs> = {
  submit,
  saveDraft,
  getDraft,
  findDraft,
  discardDraft,
  findSentDraft,
  previewSubmission,
  getSubmission,
  findSubmissions,
  editSubmission,
  answerSubmission,
  withdrawSubmission,
  listOwnSubmissions,
  reviewSubmission,
  listSubmissions,
  getQueueEntry,
  decideSubmission,
  undoDecision,
  setBlocked,
}
