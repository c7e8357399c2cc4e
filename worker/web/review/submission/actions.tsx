// What can be done with a submission as it stands. Each form carries the versions that the page shows, and a key, so that
// pressing twice decides once.

import type { Child } from 'hono/jsx'
import type { Review } from '../../../../schema/verbs/submissions.ts'
import { withThen } from '../addresses.ts'
import { isUndecided } from '../words.ts'
import { Keys } from './keys.tsx'
import { ReasonFields } from './reason.tsx'
import { type Action, problemOf, type Refused } from './refused.ts'

interface Given {
  readonly review: Review
  readonly then: readonly string[] | undefined
  readonly refused: Refused | undefined
}

export function Actions(given: Given) {
  const { state } = given.review.submission
  return (
    <>
      <section class="decision" aria-labelledby="decide">
        <h2 id="decide">{isUndecided(state) ? 'Decide' : 'Afterwards'}</h2>
        {isUndecided(state) && <Decisions {...given} />}
        {(state === 'approved' || state === 'rejected') && (
          <ActionForm {...given} action="undo" id="undo">
            <p>By a new version: everything stays on record.</p>
            <button type="submit" name="do" value="undo" data-key="u">
              Undo
            </button>
          </ActionForm>
        )}
        <Blocking {...given} />
        <Keys />
      </section>
      {isUndecided(state) && <Thumbs {...given} />}
    </>
  )
}

function Decisions(given: Given) {
  const { review, refused, then } = given
  const { reference } = review.submission
  const typed = (action: Action) => (refused?.typed?.action === action ? refused.typed : undefined)
  const fieldsOf = (action: Action, label: string, shortcut?: string) => ({
    id: action,
    label,
    text: typed(action)?.reason,
    usual: typed(action)?.usual,
    problem: refused && problemOf(refused, action),
    ...(shortcut !== undefined && { shortcut }),
  })
  return (
    <>
      <ActionForm {...given} action="approve" id="approve">
        <button type="submit" class="main" name="do" value="approve" data-key="a">
          Approve
        </button>
        <details open={Boolean(typed('approve')?.reason)}>
          <summary>With a word …</summary>
          <ReasonFields {...fieldsOf('approve', 'What should be on record')} />
        </details>
      </ActionForm>
      <ActionForm {...given} action="reject" id="reject">
        <details open={typed('reject') !== undefined}>
          <summary class="button">Reject …</summary>
          <ReasonFields {...fieldsOf('reject', 'Why', 'r')} withUsual />
          <button type="submit" class="stop" name="do" value="reject">
            Reject
          </button>
        </details>
      </ActionForm>
      <ActionForm {...given} action="ask" id="ask">
        <details open={typed('ask') !== undefined}>
          <summary class="button">Ask …</summary>
          <ReasonFields {...fieldsOf('ask', 'Your question', 'q')} />
          <button type="submit" name="do" value="ask">
            Ask
          </button>
        </details>
      </ActionForm>
      <p>
        <a class="button" href={withThen(`/review/${reference}/edit`, then)} data-key="e">
          Edit
        </a>
      </p>
    </>
  )
}

interface ActionProps extends Given {
  readonly action: Action
  readonly id: string
  readonly children?: Child
}

const ActionForm = ({ review, then, id, children }: ActionProps) => (
  <form
    id={id}
    method="post"
    action={withThen(`/review/${review.submission.reference}`, then)}
    data-decides=""
    data-once=""
  >
    <input type="hidden" name="version" value={review.submission.version} />
    <input type="hidden" name="resourceVersion" value={review.resource?.version} />
    <input type="hidden" name="key" value={crypto.randomUUID()} />
    {children}
  </form>
)

/** Only someone of whom something is known can be kept out. */
function Blocking(given: Given) {
  const { name, contact, discordId, isBlocked } = given.review.submitter
  if (name === undefined && contact === undefined && discordId === undefined) return null
  return (
    <form
      class="blocking"
      method="post"
      action={withThen(`/review/${given.review.submission.reference}`, given.then)}
      data-once=""
    >
      {isBlocked ? (
        <button type="submit" name="do" value="lift">
          Let its sender send again
        </button>
      ) : (
        <details>
          <summary>Block its sender …</summary>
          <ReasonFields id="block" label="Why, for other maintainers" />
          <button type="submit" class="stop" name="do" value="block">
            Block
          </button>
        </details>
      )}
    </form>
  )
}

/** The same within reach of a thumb, where the forms are far below. */
const Thumbs = ({ review, then }: Given) => (
  <div class="thumbs">
    <button type="submit" class="main" form="approve" name="do" value="approve">
      Approve
    </button>
    <a class="button" href="#reject-reason">
      Reject
    </a>
    <a class="button" href="#ask-reason">
      Ask
    </a>
    <a class="button" href={withThen(`/review/${review.submission.reference}/edit`, then)}>
      Edit
    </a>
  </div>
)
