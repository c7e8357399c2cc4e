// The page of a submission, for its submitter.

import type { Context } from 'hono'
import { english } from '../../../bot/languages/index.ts'
import { titleOf } from '../../../bot/languages/submission-title.ts'
import { present } from '../../../schema/present.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Submission } from '../../../schema/record/submission.ts'
import type { SubmissionMail } from '../../../schema/verbs/mail.ts'
import type { SubmissionKind } from '../../../schema/vocabulary.ts'
import type { AppEnv } from '../../env.ts'
import { baseOf } from '../../http/base.ts'
import type { FailureStatus } from '../../http/status.ts'
import { mailSettings } from '../../settings.ts'
import { answerPrivate } from '../page.tsx'
import { Moment } from '../parts/moment.tsx'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { addressAgain } from '../submit/again.ts'
import { AnswerForm, type Attempt, EditForm, isOffered, MailForm, WithdrawalForm } from './forms.tsx'
import { Proposed } from './proposed.tsx'
import { sentIds } from './sent-cookie.ts'
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

export async function answerStatus(
  c: Context<AppEnv>,
  props: StatusProps,
  status?: FailureStatus,
): Promise<Response> {
  const { submission, attempt } = props
  const hasForm = mailSettings(c.env) !== undefined && isOffered(submission, 'mail')
  const mail = hasForm ? await c.get('registry').getMail(submission.id) : undefined
  const title = `${submission.reference}: ${stateText(submission)}`
  return answerPrivate(
    c,
    {
      title: attempt ? `Not done: ${title}` : title,
      description: 'The state of a submission, for its submitter.',
      main: (
        <Status
          {...props}
          {...present({ mail })}
          address={`${baseOf(c)}/submissions/${submission.id}`}
          isRemembered={sentIds(c).includes(submission.id)}
        />
      ),
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
  isRemembered,
  mail,
}: StatusProps & KeepProps & { readonly mail?: SubmissionMail }) {
  const { reference, kind, state, slug, decision, createdAt, updatedAt, version } = submission
  const name = before?.name ?? resource?.name ?? titleOf(submission)
  return (
    <article class="sheet">
      {attempt && <RefusedAttempt submission={submission} attempt={attempt} />}
      {isNew && <KeepLink address={address} isRemembered={isRemembered} />}
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
        {state === 'rejected' && <a href={addressAgain(submission)}>Change it and send it again.</a>}
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
      <h2>{CONTENT_TITLES[kind]}</h2>
      <Proposed submission={submission} current={before ?? resource} />
      {isOffered(submission, 'edit') && (
        <EditForm submission={submission} attempt={attempt} resource={resource} />
      )}
      {mail && <MailForm submission={submission} attempt={attempt} mail={mail} isOpen={isNew} />}
      {isOffered(submission, 'withdrawal') && <WithdrawalForm submission={submission} />}
      {!isNew && (
        <p class="hint">
          Keep the link of this page private: anyone who has it can read, change and withdraw the submission.
          {isRemembered && <SeeAll />}
        </p>
      )}
      {(state === 'pending' || state === 'asked') && (
        <p class="hint">
          <a href={`/submissions/${submission.id}/feed.atom`}>Follow it in a feed reader</a>: a question or a
          decision appears there. The reader gets this private link.
        </p>
      )}
    </article>
  )
}

const CONTENT_TITLES: Readonly<Record<SubmissionKind, string>> = {
  addition: 'Your suggestion',
  correction: 'Your correction',
  removal: 'Your request',
  confirmation: 'Your confirmation',
}

interface KeepProps {
  /** The link that opens the page. */
  readonly address: string
  /** Whether this browser remembers the submission. */
  readonly isRemembered: boolean
}

const SeeAll = () => (
  <>
    {' '}
    This browser remembers it: <a href="/submissions">see what you sent</a>.
  </>
)

const KeepLink = ({ address, isRemembered }: KeepProps) => (
  <section class="notice" id="keep" tabindex={-1} autofocus>
    <h2 class="notice-title">Thank you. Save this link.</h2>
    <p>
      <a id="keep-link" href={address}>
        {address}
      </a>
    </p>
    <p class="copies">
      <button type="button" data-copy="keep-link" data-copied="Link">
        Copy link
      </button>
      <span role="status" />
    </p>
    <p>
      The link leads back here: you see the answer, and can change or withdraw the submission. It is private;
      we cannot look it up for you.
      {isRemembered && <SeeAll />}
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
    <ProblemSummary title="Not done. Your entries are still here." problems={problems} nameOf={nameOfField}>
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
            {by === 'maintainer' ? 'A maintainer asked' : 'You answered'}, <Moment iso={at} />
          </p>
          <p class="lines">{text}</p>
        </li>
      ))}
    </ol>
  </>
)
