// The page of a submission, for its submitter.

import type { Context } from 'hono'
import { english } from '../../../bot/languages/index.ts'
import { titleOf } from '../../../bot/languages/submission-title.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Submission } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { baseOf } from '../../http/base.ts'
import type { FailureStatus } from '../../http/status.ts'
import { answerPrivate } from '../page.tsx'
import { Moment } from '../parts/moment.tsx'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { addressAgain } from '../submit/again.ts'
import { AnswerForm, type Attempt, EditForm, isOffered, WithdrawalForm } from './forms.tsx'
import { Proposed } from './proposed.tsx'
import { nextStepText, stateText } from './state-text.ts'

interface SubmissionStatus {
  readonly submission: Submission
  readonly resource?: Resource
  readonly before?: Resource
}

interface StatusProps extends SubmissionStatus {
  readonly isNew?: boolean
  readonly attempt?: Attempt
}

export function answerStatus(
  c: Context<AppEnv>,
  props: StatusProps,
  status?: FailureStatus,
): Promise<Response> {
  const { submission, attempt } = props
  const title = `${submission.reference}: ${stateText(submission)}`
  return answerPrivate(
    c,
    {
      title: attempt ? `Not done: ${title}` : title,
      description: 'How a submission stands, for who sent it.',
      main: <Status {...props} address={`${baseOf(c)}/submissions/${submission.id}`} />,
    },
    status,
  )
}

function Status({
  submission,
  resource,
  before,
  isNew = false,
  attempt,
  address,
}: StatusProps & { readonly address: string }) {
  const { reference, kind, state, slug, decision, createdAt, updatedAt, version } = submission
  const name = before?.name ?? resource?.name ?? titleOf(submission)
  return (
    <article class="sheet">
      {attempt && <RefusedAttempt submission={submission} attempt={attempt} />}
      {isNew && <KeepAddress address={address} reference={reference} />}
      <p class="nature">
        {english.submission.kinds[kind]} {reference}
      </p>
      <h1>{name}</h1>
      <p class={`state ${state}`}>
        <strong>{stateText(submission)}</strong>
      </p>
      {decision?.reason !== undefined && <blockquote class="lines">{decision.reason}</blockquote>}
      <p>
        {nextStepText(submission)}{' '}
        {state === 'approved' && slug !== undefined && <a href={`/r/${slug}`}>See it.</a>}
        {state === 'rejected' && <a href={addressAgain(submission)}>Send it once more, changed.</a>}
      </p>
      <p class="hint">
        Sent <Moment iso={createdAt} />
        {decision !== undefined && (
          <>
            , decided <Moment iso={decision.at} />
          </>
        )}
        {decision === undefined && version > 1 && (
          <>
            , latest change <Moment iso={updatedAt} />
          </>
        )}
      </p>
      {submission.thread.length > 0 && <Thread submission={submission} />}
      {isOffered(submission, 'answers') && <AnswerForm submission={submission} attempt={attempt} />}
      <h2>What it {kind === 'addition' ? 'says' : 'asks for'}</h2>
      <Proposed submission={submission} current={before ?? resource} />
      {isOffered(submission, 'edit') && (
        <EditForm submission={submission} attempt={attempt} resource={resource} />
      )}
      {isOffered(submission, 'withdrawal') && <WithdrawalForm submission={submission} />}
      {!isNew && (
        <p class="hint">
          The address of this page is the only key to it: whoever has it can read, change and withdraw what
          was sent.
        </p>
      )}
    </article>
  )
}

const KeepAddress = ({ address, reference }: { readonly address: string; readonly reference: string }) => (
  <section class="notice" id="keep" tabindex={-1} autofocus>
    <h2 class="notice-title">Thank you, it was sent. Keep this address.</h2>
    <p>
      <a href={address}>{address}</a>
    </p>
    <p>
      It is the only key to what you sent: there you see how it stands, answer questions, change or withdraw
      it, and so can whoever else has it. Nobody can look it up for you.{' '}
      <strong class="reference">{reference}</strong> is its name, to speak of it.
    </p>
  </section>
)

/** The problems of a refused form, with the answer that was typed if its form is gone. */
function RefusedAttempt({
  submission,
  attempt: { action, values, problems },
}: {
  submission: Submission
  attempt: Attempt
}) {
  const answer = values.get('text')
  return (
    <ProblemSummary title="This was not done." problems={problems} nameOf={nameOfField}>
      {action === 'answers' && answer && !isOffered(submission, action) && (
        <blockquote class="lines">{answer}</blockquote>
      )}
    </ProblemSummary>
  )
}

const Thread = ({ submission: { thread } }: { readonly submission: Submission }) => (
  <>
    <h2>Questions and answers</h2>
    <ol class="thread">
      {thread.map(({ by, text, at }) => (
        <li>
          <p class="hint">
            {by === 'maintainer' ? 'A maintainer asks' : 'You answer'}, <Moment iso={at} />
          </p>
          <p class="lines">{text}</p>
        </li>
      ))}
    </ol>
  </>
)
