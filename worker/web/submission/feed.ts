// GET /submissions/{id}/feed.atom: what became of a submission, for those who have no Discord. Its address is a secret, as
// that of the page is.

import type { Context } from 'hono'
import { english } from '../../../bot/languages/index.ts'
import { titleOf } from '../../../bot/languages/submission-title.ts'
import type { Submission } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { type SubmissionEntry, submissionAtom } from '../../formats/feeds/atom.ts'
import { baseOf } from '../../http/base.ts'
import { stateText } from './state-text.ts'

/** Latest first. */
function entriesOf(submission: Submission): SubmissionEntry[] {
  const { createdAt, updatedAt, thread, decision, state } = submission
  const { question, answer } = english.submission
  const entries: SubmissionEntry[] = [
    { at: createdAt, title: 'Sent', text: '' },
    ...thread.map(({ by, text, at }) => ({ at, title: by === 'maintainer' ? question : answer, text })),
    ...(decision ? [{ at: decision.at, title: stateText(submission), text: decision.reason ?? '' }] : []),
    ...(state === 'withdrawn' ? [{ at: updatedAt, title: stateText(submission), text: '' }] : []),
  ]
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

export function answerFeed(c: Context<AppEnv>, submission: Submission): Response {
  const { reference, id } = submission
  const feed = submissionAtom(
    { reference, name: titleOf(submission) },
    `${baseOf(c)}/submissions/${id}`,
    entriesOf(submission),
  )
  return c.body(feed, 200, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  })
}
