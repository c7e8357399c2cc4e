// The forms with which a submitter answers, edits or withdraws a waiting submission.

import type { Resource } from '../../../schema/record/resource.ts'
import type { Submission } from '../../../schema/record/submission.ts'
import { canMove } from '../../../schema/record/submission-states.ts'
import type { SubmissionMail } from '../../../schema/verbs/mail.ts'
import { TextField } from '../parts/fields.tsx'
import { type FormValues, NO_PROBLEMS, type Problems } from '../parts/form.ts'
import { EditFields, valuesOfSubmission } from '../parts/proposal/edit.tsx'
import { nameOfField } from '../parts/proposal/names.ts'

/** An action of the submitter, as the last part of the address that its form is sent to. */
export type SubmissionAction = 'answers' | 'edit' | 'withdrawal' | 'mail'

/** A form that was sent and refused. */
export interface Attempt {
  readonly action: SubmissionAction
  readonly values: FormValues
  readonly problems: Problems
}

interface FormProps {
  readonly submission: Submission
  readonly attempt: Attempt | undefined
}

const formOf = (action: SubmissionAction, attempt: Attempt | undefined, initial: FormValues = new Map()) =>
  attempt?.action === action
    ? { values: attempt.values, problems: attempt.problems }
    : { values: initial, problems: NO_PROBLEMS }

/** Makes form.client.js warn before the reader leaves a refused form. */
const unsent = (action: SubmissionAction, attempt: Attempt | undefined) =>
  attempt?.action === action ? 'unsent' : ''

export const isOffered = ({ state }: Submission, action: SubmissionAction): boolean =>
  // News is worth asking for as long as it can be withdrawn.
  canMove(
    state,
    ({ answers: 'answer', edit: 'edit', withdrawal: 'withdraw', mail: 'withdraw' } as const)[action],
  )

export const AnswerForm = ({ submission: { id }, attempt }: FormProps) => (
  <form
    method="post"
    action={`/submissions/${id}/answers`}
    novalidate
    data-typed={unsent('answers', attempt)}
  >
    <TextField form={formOf('answers', attempt)} name="text" label={nameOfField('text')} rows={4} required />
    <div class="actions">
      <button class="main" type="submit">
        Send answer
      </button>
    </div>
  </form>
)

interface EditFormProps extends FormProps {
  readonly resource: Resource | undefined
}

export const EditForm = ({ submission, attempt, resource }: EditFormProps) => (
  <details class="group" open={attempt?.action === 'edit' ? true : undefined}>
    <summary>
      <strong>Change it</strong>
    </summary>
    <form
      class="sheet"
      method="post"
      action={`/submissions/${submission.id}/edit`}
      enctype="multipart/form-data"
      novalidate
      data-typed={unsent('edit', attempt)}
    >
      <EditFields
        form={formOf('edit', attempt, valuesOfSubmission(submission, resource))}
        submission={submission}
        current={resource}
      />
      <div class="actions">
        <button class="main" type="submit">
          Save changes
        </button>
      </div>
    </form>
  </details>
)

interface MailFormProps extends FormProps {
  readonly mail: SubmissionMail
  readonly isOpen: boolean
}

/** A contact that looks like an address is taken for one: the sender still sends the form. */
const addressIn = (contact = '') => (/^\S+@\S+$/.test(contact) ? contact : '')

export const MailForm = ({ submission, attempt, mail, isOpen }: MailFormProps) => (
  <details class="group" id="mail" open={isOpen || attempt?.action === 'mail' ? true : undefined}>
    <summary>
      <strong>Get the answer by mail</strong>
    </summary>
    {mail.address !== undefined && (
      <p>
        {mail.isConfirmed
          ? `News goes to ${mail.address}. Each mail has a link that ends it.`
          : `A letter is on its way to ${mail.address}. Open the link in it, and news goes there. Nothing came? Check the address, and look among unwanted mail.`}
      </p>
    )}
    <form
      method="post"
      action={`/submissions/${submission.id}/mail`}
      novalidate
      data-typed={unsent('mail', attempt)}
    >
      <TextField
        form={formOf('mail', attempt, new Map([['mailAddress', addressIn(mail.contact)]]))}
        name="mailAddress"
        label={mail.address === undefined ? nameOfField('mailAddress') : 'Another mail address'}
        hint="One letter comes and asks whether you want news of this submission. Nothing else comes until you confirm."
        kind="email"
        autocomplete="email"
        required
      />
      <div class="actions">
        <button type="submit">Send me the letter</button>
      </div>
    </form>
  </details>
)

export const WithdrawalForm = ({ submission: { id } }: Pick<FormProps, 'submission'>) => (
  <details class="group">
    <summary>
      <strong>Withdraw it</strong>
    </summary>
    <form method="post" action={`/submissions/${id}/withdrawal`}>
      <p>Maintainers will no longer look at it. You cannot undo this, but you can send another submission.</p>
      <button class="stop" type="submit">
        Withdraw submission
      </button>
    </form>
  </details>
)
