// What who sent a submission can do with it, while it waits.

import type { Resource } from '../../../schema/record/resource.ts'
import type { Submission } from '../../../schema/record/submission.ts'
import { canMove } from '../../../schema/record/submission-states.ts'
import { TextField } from '../parts/fields.tsx'
import { type FormValues, NO_PROBLEMS, type Problems } from '../parts/form.ts'
import { EditFields, valuesOfSubmission } from '../parts/proposal/edit.tsx'
import { nameOfField } from '../parts/proposal/names.ts'

/** What can be done, and a part of the address that it is sent to. */
export type SubmissionAction = 'answers' | 'edit' | 'withdrawal'

/** What was sent and not done. */
export interface Attempt {
  readonly act: SubmissionAction
  readonly typed: FormValues
  readonly problems: Problems
}

interface Given {
  readonly submission: Submission
  readonly attempt: Attempt | undefined
}

const formOf = (act: SubmissionAction, attempt: Attempt | undefined, first: FormValues = new Map()) =>
  attempt?.act === act
    ? { typed: attempt.typed, problems: attempt.problems }
    : { typed: first, problems: NO_PROBLEMS }

/** For the script, which asks before what was typed and not sent is left. */
const unsent = (act: SubmissionAction, attempt: Attempt | undefined) => (attempt?.act === act ? 'unsent' : '')

export const isOffered = ({ state }: Submission, act: SubmissionAction): boolean =>
  canMove(state, ({ answers: 'answer', edit: 'edit', withdrawal: 'withdraw' } as const)[act])

export const AnswerForm = ({ submission: { id }, attempt }: Given) => (
  <form
    method="post"
    action={`/submissions/${id}/answers`}
    novalidate
    data-typed={unsent('answers', attempt)}
  >
    <TextField form={formOf('answers', attempt)} name="text" label={nameOfField('text')} rows={4} required />
    <div class="actions">
      <button class="main" type="submit">
        Answer
      </button>
    </div>
  </form>
)

interface EditGiven extends Given {
  readonly resource: Resource | undefined
}

export const EditForm = ({ submission, attempt, resource }: EditGiven) => (
  <details class="group" open={attempt?.act === 'edit' ? true : undefined}>
    <summary>
      <strong>Change what it says</strong>{' '}
      <span class="hint">a question that is open stays open until it is answered</span>
    </summary>
    <form
      class="sheet"
      method="post"
      action={`/submissions/${submission.id}/edit`}
      novalidate
      data-typed={unsent('edit', attempt)}
    >
      <EditFields
        form={formOf('edit', attempt, valuesOfSubmission(submission, resource))}
        submission={submission}
      />
      <div class="actions">
        <button class="main" type="submit">
          Save the changes
        </button>
      </div>
    </form>
  </details>
)

export const WithdrawalForm = ({ submission: { id } }: Pick<Given, 'submission'>) => (
  <details class="group">
    <summary>
      <strong>Withdraw it</strong>
    </summary>
    <form method="post" action={`/submissions/${id}/withdrawal`}>
      <p>Nobody will look at it any more. This cannot be undone; you can send in another.</p>
      <button class="stop" type="submit">
        Withdraw it for good
      </button>
    </form>
  </details>
)
