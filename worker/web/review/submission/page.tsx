import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { QueueEntry, Review } from '../../../../schema/verbs/submissions.ts'
import { agoText } from '../../parts/ago.ts'
import { Moment } from '../../parts/moment.tsx'
import { withThen } from '../addresses.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { isUndecided, KIND_WORDS, STATE_WORDS } from '../words.ts'
import { Actions } from './actions.tsx'
import { EvidenceSection } from './evidence.tsx'
import { ResourceChanges, SubmissionHistory } from './history.tsx'
import { Decided } from './notices.tsx'
import { Proposal, proposalOf, titleOf } from './proposal.tsx'
import { reasonOf } from './reason.tsx'
import type { Refused } from './refused.ts'

export interface SubmissionPageProps {
  readonly name: string
  readonly review: Review
  readonly place: QueueEntry
  /** What was decided just before, and led here. */
  readonly decided: QueueEntry | undefined
  readonly changes: readonly ListedChange[]
  readonly then: readonly string[] | undefined
  readonly note: string | undefined
  readonly refused: Refused | undefined
  readonly now: number
}

export function SubmissionPage(given: SubmissionPageProps) {
  const { name, review, changes, then, refused, now } = given
  const { submission, submitter } = review
  const { reference, kind, state, createdAt } = submission
  const proposal = proposalOf(review)
  return (
    <div class="review">
      <SignedIn name={name} />
      <Way {...given} />
      <Notices {...given} />
      <p class="what">
        {KIND_WORDS[kind]} {reference} · <strong>{STATE_WORDS[state]}</strong> · sent{' '}
        {agoText(createdAt, now)} by {submitter.name ?? 'someone unnamed'}
      </p>
      <h1>{titleOf(review)}</h1>
      <div class="one">
        <div>
          <Proposal review={review} proposal={proposal} changes={changes} />
          <EvidenceSection review={review} />
          <SubmissionHistory history={review.history} />
          <ResourceChanges changes={changes} review={review} />
        </div>
        <Actions review={review} then={then} refused={refused} />
      </div>
    </div>
  )
}

/** To the queue, and to those beside it. */
function Way({ place: { next, previous }, then, review: { waiting } }: SubmissionPageProps) {
  const [following, ...rest] = then ?? []
  const onward = following ?? (then === undefined ? next : undefined)
  return (
    <nav class="way" aria-label="Queue">
      <a href="/review">Queue</a>
      {then === undefined && previous !== undefined && (
        <a rel="prev" href={`/review/${previous}`} data-key="k">
          Previous
        </a>
      )}
      {onward !== undefined && (
        <a rel="next" href={withThen(`/review/${onward}`, then && rest)} data-key="j">
          Next
        </a>
      )}
      <span>{then === undefined ? `${waiting} undecided` : `${then.length} more of the selection`}</span>
    </nav>
  )
}

const NOTES: { readonly [note: string]: string } = {
  undone: 'The decision is taken back: it waits again.',
  edited: 'What you changed is saved.',
  blocked: 'Who sent this can send nothing more.',
  lifted: 'Who sent this may send again.',
}

function Notices({ review, decided, then, note, refused }: SubmissionPageProps) {
  const { submission, isOwn, decidedBy } = review
  const { decision, state, reference, version } = submission
  const told = note === undefined ? undefined : NOTES[note]
  return (
    <>
      <div role="status" data-watch={`/review/${reference}/version`} data-version={version}></div>
      {refused && <NotDone refused={refused} isUndecided={isUndecided(state)} />}
      {decided && decided.reference !== reference && <Decided place={decided} then={then} />}
      {told !== undefined && (
        <p class="notice" role="status">
          {told}
        </p>
      )}
      {isOwn && <p class="notice warning">You sent this yourself: another maintainer should decide.</p>}
      {decision && (
        <div class="notice">
          <p>
            <strong>{decidedBy ?? 'A maintainer'}</strong> {STATE_WORDS[state]} this on{' '}
            <Moment iso={decision.at} />
            {decision.reason === undefined ? '.' : `: ${decision.reason}`}
          </p>
        </div>
      )}
    </>
  )
}

/** Why it was not done; and what was typed for it, where no field is left to hold that. */
function NotDone({ refused: { error, typed }, isUndecided }: { refused: Refused; isUndecided: boolean }) {
  const words = typed && reasonOf(typed)
  return (
    <div class="notice warning" role="alert">
      <p>{error.message}</p>
      {error.code === 'conflict' && isUndecided && <p>Nothing was done. Below it is as it stands now.</p>}
      {!isUndecided && words && (
        <>
          <p>What you wrote:</p>
          <blockquote>{words}</blockquote>
        </>
      )}
    </div>
  )
}
