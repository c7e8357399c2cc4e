// GET /review: the queue, oldest submission first.

import type { Context, Handler } from 'hono'
import { english } from '../../../../bot/languages/index.ts'
import type { SessionActor } from '../../../../schema/verbs/actor.ts'
import type { Queue, QueueEntry } from '../../../../schema/verbs/submissions.ts'
import type { AppEnv } from '../../../env.ts'
import type { FailureStatus } from '../../../http/status.ts'
import { answerPrivate } from '../../page.tsx'
import { agoText } from '../../parts/ago.ts'
import { findActor, requireActor, withSignIn } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { Keys } from '../submission/keys.tsx'
import { DecidedNotice, findDecided } from '../submission/notices.tsx'
import { isUndecided } from '../submission-text.ts'
import { BulkActions, type BulkForm } from './actions.tsx'
import { QueueFilters } from './filters.tsx'
import { QueueLine } from './line.tsx'
import { addressOf, type QueueSearch, queryOf, readQueueSearch } from './query.ts'

/** `listSubmissions` checks the session in its own batch, so the page costs one round trip. */
export const queue: Handler<AppEnv> = (c) =>
  withSignIn(c, async () => showQueue(c, requireActor(await findActor(c))))

/** Shows the queue. `refused` has the message and the form of a selection that was refused. */
export async function showQueue(
  c: Context<AppEnv>,
  actor: SessionActor,
  refused?: { readonly message: string; readonly form: BulkForm },
): Promise<Response> {
  const now = Date.now()
  const search = readQueueSearch(c.req.query())
  const registry = c.get('registry')
  const [found, decided] = await Promise.all([
    registry.listSubmissions(actor, queryOf(search, now)),
    findDecided(c, actor, c.req.query('decided')),
  ])
  const status: 200 | FailureStatus = refused ? 422 : 200
  return answerPrivate(
    c,
    {
      title: 'Review',
      description: 'Submissions that wait for a decision.',
      section: '/review',
      main: <QueuePage {...{ search: search, found, decided, now, refused }} />,
    },
    status,
  )
}

interface QueuePageProps {
  readonly search: QueueSearch
  readonly found: Queue
  readonly decided: QueueEntry | undefined
  readonly now: number
  readonly refused: { readonly message: string; readonly form: BulkForm } | undefined
}

function QueuePage({ search, found, decided, now, refused }: QueuePageProps) {
  const { maintainerName, items, totals, next, dead } = found
  const isOpen = isUndecided(search.state)
  return (
    <div class="review">
      <SignedIn name={maintainerName} />
      {decided && <DecidedNotice entry={decided} remaining={undefined} />}
      {decided && totals.pending === 0 && <p class="notice">The queue is empty.</p>}
      <h1>Review</h1>
      <p class="lead" id="standing">
        {waitingText(search, found, now)}
      </p>
      {dead > 0 && (
        <p class="notice warning">
          <a href="/review/deliveries">
            {dead === 1 ? 'One message' : `${dead} messages`} did not reach Discord
          </a>{' '}
          and can be sent again.
        </p>
      )}
      <p class="way">
        <a href="/review/candidates">Candidates</a> <a href="/review/actions">What maintainers did</a>{' '}
        <a href="/review/health">Health</a>
      </p>
      <QueueFilters search={search} totals={totals} />
      {refused && (
        <p class="notice warning" role="alert">
          {refused.message}
        </p>
      )}
      <div id="found">
        {items.length === 0 ? (
          <p class="nothing">
            {search.after === undefined ? 'No submissions here.' : 'No more submissions.'}
          </p>
        ) : (
          <Lines {...{ items, isOpen, now }} form={refused?.form} address={addressOf(search)} />
        )}
        {(next !== undefined || search.after !== undefined) && (
          <nav class="actions" aria-label="Pages">
            <span class="review-what">{shownText(search, found)}</span>
            {search.after !== undefined && (
              <a href={addressOf({ ...search, after: undefined })}>First page</a>
            )}
            {next !== undefined && (
              <a class="button" rel="next" href={addressOf({ ...search, after: next })}>
                Next page
              </a>
            )}
          </nav>
        )}
      </div>
      {isOpen && <Keys keys={KEYS} />}
    </div>
  )
}

const KEYS = [
  ['j', 'next row'],
  ['k', 'previous row'],
  ['Enter', 'open it'],
  ['x', 'select it'],
  ['a', 'approve selected: asks first'],
  ['r', 'reject selected: goes to the reason'],
  ['?', 'show this'],
] as const

/** "The first 20 of 24" */
function shownText({ after, state }: QueueSearch, { items, next, totals }: Queue): string {
  const place = after === undefined ? 'The first' : next === undefined ? 'The last' : 'The next'
  return `${place} ${items.length} of ${totals[state]}`
}

/** "18 waiting, the oldest sent 3 days ago" */
function waitingText(search: QueueSearch, { items, totals }: Queue, now: number): string {
  const { state, kind, age, text, after } = search
  const isFiltered = (kind ?? age ?? text) !== undefined
  const [oldest] = state === 'pending' && after === undefined ? items : []
  const waiting = `${english.number(totals.pending)} waiting${isFiltered ? ' that match' : ''}`
  return oldest ? `${waiting}, the oldest sent ${agoText(oldest.submission.createdAt, now)}` : waiting
}

interface LinesProps extends Pick<Queue, 'items'> {
  readonly isOpen: boolean
  readonly now: number
  readonly form: BulkForm | undefined
  readonly address: string
}

function Lines({ items, isOpen, now, form, address }: LinesProps) {
  const table = (
    <table class="queue">
      <thead>
        <tr>
          {isOpen && <th scope="col">Select</th>}
          <th scope="col">Submission</th>
          <th scope="col">Proposal</th>
          <th scope="col">From</th>
          <th scope="col">Flags</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <QueueLine
            row={row}
            now={now}
            isOpen={isOpen}
            isSelected={
              form?.selected.some(({ reference }) => reference === row.submission.reference) ?? false
            }
          />
        ))}
      </tbody>
    </table>
  )
  if (!isOpen) return table
  return (
    <form method="post" action={address} data-once="">
      {table}
      <BulkActions form={form} count={items.length} />
    </form>
  )
}
