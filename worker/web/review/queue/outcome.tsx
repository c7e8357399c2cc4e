// The page with the outcomes of a selection so far, a form that continues with the rest, and one that undoes them all.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { answerPrivate } from '../../page.tsx'
import type { Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import type { BulkForm } from './actions.tsx'
import { type Lists, readSelected, type Selected, selectionText } from './selection.ts'

export const BULK_ACTIONS = ['approve', 'reject', 'undo'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

/** What an action did: the submission with its new version or, with the problem, as it was selected. */
export interface SelectedOutcome extends Selected {
  readonly problem?: string
}

interface OutcomePage {
  readonly action: BulkAction
  readonly form: BulkForm
  readonly key: string
  readonly outcomes: readonly SelectedOutcome[]
  readonly remaining: readonly Selected[]
}

const TEXTS = {
  approve: { done: 'Approved', failed: 'Not approved', goOn: 'Approve' },
  reject: { done: 'Rejected', failed: 'Not rejected', goOn: 'Reject' },
  undo: { done: 'Undone, waiting again', failed: 'Not undone', goOn: 'Undo' },
} as const

export function answerOutcome(
  c: Context<AppEnv>,
  { name }: Maintainer,
  { action, form, key, outcomes, remaining }: OutcomePage,
): Promise<Response> {
  const failed = outcomes.filter(({ problem }) => problem !== undefined)
  const done = outcomes.filter(({ problem }) => problem === undefined)
  const texts = TEXTS[action]
  const title = `${texts.done}: ${done.length}`
  return answerPrivate(c, {
    title,
    description: 'The outcome of a decision on several submissions.',
    section: '/review',
    main: (
      <div class="review">
        <SignedIn name={name} />
        <h1>{title}</h1>
        <p class="lead" role="status">
          {remaining.length > 0
            ? `${remaining.length} of ${outcomes.length + remaining.length} remain.`
            : failed.length > 0
              ? `${texts.failed}: ${failed.length}. Look at ${failed.length === 1 ? 'it' : 'them'} one by one.`
              : 'Done with the selection.'}
        </p>
        <div class="actions">
          {remaining.length > 0 && (
            <form method="post" action="/review" data-goes-on="">
              <SelectedFields name="selected" selected={remaining} />
              <SelectedFields name="done" selected={done} />
              {failed.map((one) => (
                <input type="hidden" name="failed" value={`${selectionText(one)}\n${one.problem}`} />
              ))}
              <input type="hidden" name="usual" value={form.usual} />
              <input type="hidden" name="reason" value={form.reason} />
              <input type="hidden" name="key" value={key} />
              <input type="hidden" name="confirmed" value="yes" />
              <button type="submit" class="main" name="do" value={action}>
                {texts.goOn} the remaining {remaining.length}
              </button>
            </form>
          )}
          <a class={remaining.length > 0 ? 'button' : 'button main'} href="/review">
            {remaining.length > 0 ? 'Stop here' : 'Back to the queue'}
          </a>
          {action !== 'undo' && done.length > 0 && (
            <form method="post" action="/review" data-once="">
              <SelectedFields name="selected" selected={done} />
              <button type="submit" name="do" value="undo">
                {done.length === 1 ? 'Undo' : `Undo all ${done.length}`}
              </button>
            </form>
          )}
        </div>
        <Outcomes title={texts.failed} outcomes={failed} />
        <Outcomes title={texts.done} outcomes={done} />
      </div>
    ),
  })
}

interface SelectedFieldsProps {
  readonly name: string
  readonly selected: readonly Selected[]
}

export const SelectedFields = ({ name, selected }: SelectedFieldsProps) => (
  <>
    {selected.map((one) => (
      <input type="hidden" name={name} value={selectionText(one)} />
    ))}
  </>
)

/** The outcomes of earlier requests, from the hidden fields of the outcome page. */
export const outcomesBefore = (lists: Lists): SelectedOutcome[] => [
  ...readSelected(lists('done')),
  ...lists('failed').flatMap((text) => {
    const [selection = '', ...problem] = text.split(/\r?\n/)
    return readSelected([selection]).map((one) => ({ ...one, problem: problem.join('\n') }))
  }),
]

const Outcomes = ({ title, outcomes }: { title: string; outcomes: readonly SelectedOutcome[] }) =>
  outcomes.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="outcomes">
        {outcomes.map(({ reference, title: name, problem }) => (
          <li>
            <a href={`/review/${reference}`}>{name || reference}</a> <small>{reference}</small>
            {problem !== undefined && <p>{problem}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
