import { english } from '../../../../bot/languages/index.ts'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { QueueEntry, Review } from '../../../../schema/verbs/submissions.ts'
import { agoText } from '../../parts/ago.ts'
import { Moment } from '../../parts/moment.tsx'
import { withRemaining } from '../addresses.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { isUndecided, KIND_LABELS, STATE_LABELS } from '../submission-text.ts'
import { Actions } from './actions.tsx'
import { Background } from './background.tsx'
import { EvidenceSection } from './evidence.tsx'
import { ResourceChanges, SubmissionHistory } from './history.tsx'
import { DecidedNotice } from './notices.tsx'
import { Proposal, proposalOf, titleOf } from './proposal.tsx'
import { reasonOf } from './reason.tsx'
import type { Refused } from './refused.ts'

export interface SubmissionPageProps {
  readonly name: string
  readonly review: Review
  readonly entry: QueueEntry
  /** The submission that was decided on the page before. */
  readonly decided: QueueEntry | undefined
  readonly changes: readonly ListedChange[]
  readonly remaining: readonly string[] | undefined
  readonly note: string | undefined
  readonly refused: Refused | undefined
  readonly now: number
}

export function SubmissionPage(props: SubmissionPageProps) {
  const { name, review, changes, remaining, refused, now } = props
  const { submission, submitter } = review
  const { reference, kind, state, createdAt } = submission
  const proposal = proposalOf(review)
  return (
    <div class="review">
      <SignedIn name={name} />
      <QueueLinks {...props} />
      <Notices {...props} />
      <p class="review-what">
        {KIND_LABELS[kind]} {reference} · <strong>{STATE_LABELS[state]}</strong> · sent{' '}
        {agoText(createdAt, now)} by {senderOf(submitter)}
      </p>
      <h1>{titleOf(review)}</h1>
      <div class="one">
        <div>
          <Proposal review={review} proposal={proposal} changes={changes} />
          <Background review={review} />
          <EvidenceSection review={review} />
          <SubmissionHistory history={review.history} />
          <ResourceChanges changes={changes} review={review} />
        </div>
        <Actions review={review} remaining={remaining} refused={refused} />
      </div>
    </div>
  )
}

/** Links to the queue, the previous and the next submission. */
function QueueLinks({ entry: { next, previous }, remaining, review: { waiting } }: SubmissionPageProps) {
  const [following, ...rest] = remaining ?? []
  const nextReference = following ?? (remaining === undefined ? next : undefined)
  return (
    <nav class="way" aria-label="Queue">
      <a href="/review">Queue</a>
      {remaining === undefined && previous !== undefined && (
        <a rel="prev" href={`/review/${previous}`} data-key="k">
          Previous
        </a>
      )}
      {nextReference !== undefined && (
        <a rel="next" href={withRemaining(`/review/${nextReference}`, remaining && rest)} data-key="j">
          Next
        </a>
      )}
      <span>{remaining === undefined ? `${waiting} undecided` : `${remaining.length} more selected`}</span>
    </nav>
  )
}

const NOTES: { readonly [note: string]: string } = {
  undone: 'Decision undone. The submission is waiting again.',
  edited: 'Changes saved.',
  lifted: 'The sender is no longer blocked.',
}

function Notices({ review, decided, remaining, note, refused }: SubmissionPageProps) {
  const { submission, isOwn, decidedBy } = review
  const { decision, state, reference, version } = submission
  const hasAccount = review.submitter.discordId !== undefined
  const noteText = note === 'blocked' ? english.review.isBlocked(hasAccount) : NOTES[note ?? '']
  return (
    <>
      <div role="status" data-watch={`/review/${reference}/version`} data-version={version}></div>
      {refused && <RefusedNotice refused={refused} isUndecided={isUndecided(state)} />}
      {decided && decided.reference !== reference && <DecidedNotice entry={decided} remaining={remaining} />}
      {noteText !== undefined && (
        <p class="notice" role="status">
          {noteText}
        </p>
      )}
      {isOwn && <p class="notice warning">You sent this yourself: another maintainer should decide.</p>}
      {decision && (
        <div class="notice">
          <p>
            <strong>{decidedBy ?? 'A maintainer'}</strong> {STATE_LABELS[state]} this on{' '}
            <Moment iso={decision.at} />
            {decision.reason === undefined ? '.' : `: ${decision.reason}`}
          </p>
        </div>
      )}
    </>
  )
}

/** Why an action was refused, with the reason that was typed if its field is gone. */
function RefusedNotice({
  refused: { error, form },
  isUndecided,
}: {
  refused: Refused
  isUndecided: boolean
}) {
  const text = form && reasonOf(form)
  return (
    <div class="notice warning" role="alert">
      <p>{error.message}</p>
      {error.code === 'conflict' && isUndecided && <p>Nothing was changed. This is the current state.</p>}
      {!isUndecided && text && (
        <>
          <p>What you wrote:</p>
          <blockquote>{text}</blockquote>
        </>
      )}
    </div>
  )
}

const senderOf = ({ name, machine }: Review['submitter']): string =>
  machine === undefined ? (name ?? 'an anonymous sender') : english.review.machines[machine]
