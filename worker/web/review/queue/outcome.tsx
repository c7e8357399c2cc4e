// The page with the outcomes of a selection so far, and a form that continues with the rest.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { answerPrivate } from '../../page.tsx'
import type { Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import type { BulkForm } from './actions.tsx'

export interface Outcome {
  readonly reference: string
  readonly isDone: boolean
  readonly sentence: string
}

interface OutcomePage {
  readonly action: 'approve' | 'reject'
  readonly form: BulkForm
  readonly key: string
  readonly outcomes: readonly Outcome[]
  /** The undecided submissions, as "S-7Q4K2@3". */
  readonly remaining: readonly string[]
}

export function answerOutcome(
  c: Context<AppEnv>,
  { name }: Maintainer,
  { action, form, key, outcomes, remaining }: OutcomePage,
): Promise<Response> {
  const failed = outcomes.filter(({ isDone }) => !isDone)
  const done = outcomes.filter(({ isDone }) => isDone)
  const what = action === 'approve' ? 'approved' : 'rejected'
  const title = `${done.length} ${what}`
  return answerPrivate(c, {
    title,
    description: 'What became of a selection.',
    section: '/review',
    main: (
      <div class="review">
        <SignedIn name={name} />
        <h1>{title}</h1>
        <div role="status">
          <p class="lead">
            {remaining.length > 0
              ? `${remaining.length} of ${outcomes.length + remaining.length} are still to be decided.`
              : failed.length > 0
                ? `${failed.length} could not be ${what}: look at ${failed.length === 1 ? 'it' : 'them'} one by one.`
                : 'That was all of the selection.'}
          </p>
        </div>
        {remaining.length > 0 && (
          <form method="post" action="/review" data-goes-on="">
            {remaining.map((one) => (
              <input type="hidden" name="selected" value={one} />
            ))}
            {outcomes.map(({ reference, isDone, sentence }) => (
              <input type="hidden" name={isDone ? 'done' : 'failed'} value={`${reference} ${sentence}`} />
            ))}
            <input type="hidden" name="usual" value={form.usual} />
            <input type="hidden" name="reason" value={form.reason} />
            <input type="hidden" name="key" value={key} />
            <p class="actions">
              <button type="submit" class="main" name="do" value={action}>
                Go on with the remaining {remaining.length}
              </button>
              <a href="/review">Stop here</a>
            </p>
          </form>
        )}
        <Outcomes title="Not done" outcomes={failed} />
        <Outcomes title="Done" outcomes={done} />
        {remaining.length === 0 && (
          <p class="actions">
            <a class="button main" href="/review">
              Back to the queue
            </a>
          </p>
        )}
      </div>
    ),
  })
}

const Outcomes = ({ title, outcomes }: { readonly title: string; readonly outcomes: readonly Outcome[] }) =>
  outcomes.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="outcomes">
        {outcomes.map(({ reference, sentence }) => (
          <li>
            <a href={`/review/${reference}`}>{reference}</a> {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
