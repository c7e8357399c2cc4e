// The actions on a submission. Each form carries the versions that the page shows, and a key that keeps a second press
// from deciding twice.

import type { Review } from '../../../../schema/verbs/submissions.ts'
import type { SubmissionKind } from '../../../../schema/vocabulary.ts'
import type { Child } from '../../jsx.ts'
import { withRemaining } from '../addresses.ts'
import { redactionAddress } from '../redact/address.ts'
import { isUndecided } from '../submission-text.ts'
import { Keys } from './keys.tsx'
import { ReasonFields } from './reason.tsx'
import { type Action, problemOf, type Refused } from './refused.ts'

const KEYS = [
  ['a', 'approve'],
  ['r', 'reject: goes to its reason'],
  ['q', 'ask: goes to the question'],
  ['e', 'edit'],
  ['u', 'undo'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Ctrl + Enter', 'in a text: send it'],
  ['?', 'show this'],
] as const

interface ActionsProps {
  readonly review: Review
  readonly remaining: readonly string[] | undefined
  readonly refused: Refused | undefined
}

export function Actions(props: ActionsProps) {
  const { state } = props.review.submission
  const isOfJob = props.review.submitter.machine !== undefined
  return (
    <>
      <section class="deciding" aria-labelledby="decide">
        <h2 id="decide">{isUndecided(state) ? 'Decide' : 'Decided'}</h2>
        {isUndecided(state) && <Decisions {...props} />}
        {(state === 'approved' || state === 'rejected') && (
          <ActionForm {...props} action="undo" id="undo">
            <p>Undoing adds a new version. The history keeps both.</p>
            <button type="submit" name="do" value="undo" data-key="u">
              Undo
            </button>
          </ActionForm>
        )}
        {!isOfJob && <BlockSubmitter {...props} />}
        <Redaction {...props} />
        <Keys keys={KEYS} />
      </section>
      {isUndecided(state) && <ThumbActions {...props} />}
    </>
  )
}

const approvalStyle = ({ submission: { kind } }: Review) => (kind === 'removal' ? 'stop' : 'main')
const approvalLabel = ({ submission: { kind } }: Review) => APPROVALS[kind] ?? 'Approve'
const APPROVALS: { readonly [Kind in SubmissionKind]?: string } = {
  removal: 'Approve removal',
  confirmation: 'Confirm',
}

function Decisions(props: ActionsProps) {
  const { review, refused, remaining } = props
  const { reference } = review.submission
  const formOf = (action: Action) => (refused?.form?.action === action ? refused.form : undefined)
  const fieldsOf = (action: Action, label: string, shortcut?: string) => ({
    id: action,
    label,
    text: formOf(action)?.reason,
    usual: formOf(action)?.usual,
    problem: refused && problemOf(refused, action),
    ...(shortcut !== undefined && { shortcut }),
  })
  return (
    <>
      <ActionForm {...props} action="approve" id="approve">
        <button type="submit" class={approvalStyle(review)} name="do" value="approve" data-key="a">
          {approvalLabel(review)}
        </button>
        <details open={Boolean(formOf('approve')?.reason)}>
          <summary>Approve with note …</summary>
          <ReasonFields {...fieldsOf('approve', 'Note for the history')} />
        </details>
      </ActionForm>
      <ActionForm {...props} action="reject" id="reject">
        <details open={formOf('reject') !== undefined}>
          <summary class="button">Reject …</summary>
          <ReasonFields {...fieldsOf('reject', 'Reason', 'r')} withUsual />
          <button type="submit" class="stop" name="do" value="reject">
            Reject
          </button>
        </details>
      </ActionForm>
      {review.submitter.machine === undefined && (
        <ActionForm {...props} action="ask" id="ask">
          <details open={formOf('ask') !== undefined}>
            <summary class="button">Ask …</summary>
            <ReasonFields {...fieldsOf('ask', 'Your question', 'q')} />
            <button type="submit" name="do" value="ask">
              Ask
            </button>
          </details>
        </ActionForm>
      )}
      <p>
        <a class="button" href={withRemaining(`/review/${reference}/edit`, remaining)} data-key="e">
          Edit
        </a>
      </p>
    </>
  )
}

interface ActionFormProps extends ActionsProps {
  readonly action: Action
  readonly id: string
  readonly children?: Child
}

const ActionForm = ({ review, remaining, id, children }: ActionFormProps) => (
  <form
    id={id}
    method="post"
    action={withRemaining(`/review/${review.submission.reference}`, remaining)}
    data-decides=""
    data-once=""
  >
    <input type="hidden" name="version" value={review.submission.version} />
    <input type="hidden" name="resourceVersion" value={review.resource?.version} />
    <input type="hidden" name="key" value={crypto.randomUUID()} />
    {children}
  </form>
)

function BlockSubmitter(props: ActionsProps) {
  const { isBlocked } = props.review.submitter
  return (
    <form
      class="blocking"
      method="post"
      action={withRemaining(`/review/${props.review.submission.reference}`, props.remaining)}
      data-once=""
    >
      {isBlocked ? (
        <button type="submit" name="do" value="lift">
          Unblock the sender
        </button>
      ) : (
        <details>
          <summary>Block the sender …</summary>
          <ReasonFields id="block" label="Reason, for other maintainers" />
          <button type="submit" class="stop" name="do" value="block">
            Block
          </button>
        </details>
      )}
    </form>
  )
}

/** What waits is decided first; what was approved is in the record of its resource. */
function Redaction({ review: { submission } }: ActionsProps) {
  const { state, slug, reference } = submission
  if (isUndecided(state)) return null
  const target = state === 'approved' && slug !== undefined ? { slug } : { submission: reference }
  return (
    <p>
      <a href={redactionAddress(target)}>Redact …</a>
    </p>
  )
}

/** The actions at the bottom of a phone's screen, where the forms are far below. */
const ThumbActions = ({ review, remaining }: ActionsProps) => (
  <div class="thumbs">
    <button type="submit" class={approvalStyle(review)} form="approve" name="do" value="approve">
      {approvalLabel(review)}
    </button>
    <a class="button" href="#reject-reason">
      Reject
    </a>
    <a class="button" href="#ask-reason">
      Ask
    </a>
    <a class="button" href={withRemaining(`/review/${review.submission.reference}/edit`, remaining)}>
      Edit
    </a>
  </div>
)
