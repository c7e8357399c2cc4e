// The page that asks before several submissions are approved: which ones, and which are left out and why.

import type { Context } from 'hono'
import { english } from '../../../../bot/languages/index.ts'
import { flagText, leftOutText } from '../../../../bot/languages/review-flag.ts'
import { sortChosen } from '../../../../schema/verbs/selection.ts'
import type { QueueRow } from '../../../../schema/verbs/submissions.ts'
import type { AppEnv } from '../../../env.ts'
import { answerPrivate } from '../../page.tsx'
import type { Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { SelectedFields } from './outcome.tsx'
import { ProposalInShort } from './proposal-in-short.tsx'
import { addressOf, readQueueSearch } from './query.ts'
import { type Selected, selectedRow } from './selection.ts'

/** Reads the selected submissions as they are now, in the state that the queue showed. */
export async function showQuestion(
  c: Context<AppEnv>,
  { actor, name }: Maintainer,
  selected: readonly Selected[],
): Promise<Response> {
  const search = readQueueSearch(c.req.query())
  const { items } = await c.get('registry').listSubmissions(actor, {
    state: search.state,
    references: selected.map(({ reference }) => reference),
    size: selected.length,
  })
  const { together, leftOut } = sortChosen(selected, items)
  const { bulk } = english
  const isRemoval = together.some(({ submission }) => submission.kind === 'removal')
  const [question, approve] = isRemoval
    ? [bulk.removalQuestion, bulk.approveRemovals]
    : [bulk.question, bulk.approve]
  const title = together.length > 0 ? question(together.length) : bulk.none
  const left = leftOut.flatMap((one) => ('row' in one ? [selectedRow(one.row)] : []))
  const titleOf = (reference: string) =>
    [...left, ...selected].find((one) => one.reference === reference)?.title || reference
  return answerPrivate(c, {
    title,
    description: 'A question before several submissions are approved.',
    section: '/review',
    main: (
      <div class="review question">
        <SignedIn name={name} />
        <h1>{title}</h1>
        <Together rows={together} />
        <div class="actions">
          {together.length > 0 && (
            <form method="post" action="/review" data-once="">
              <SelectedFields name="selected" selected={together.map(selectedRow)} />
              <input type="hidden" name="confirmed" value="yes" />
              <input type="hidden" name="key" value={crypto.randomUUID()} />
              <button type="submit" class={isRemoval ? 'stop' : 'main'} name="do" value="approve">
                {approve(together.length)}
              </button>
            </form>
          )}
          <a class="button" href={addressOf(search)}>
            {bulk.cancel}
          </a>
        </div>
        {leftOut.length > 0 && (
          <section>
            <h2>{bulk.leftOutTitle(leftOut.length)}</h2>
            <ul class="outcomes">
              {leftOut.map((one) => (
                <li>
                  <a href={`/review/${one.reference}`}>{titleOf(one.reference)}</a>{' '}
                  <small>{one.reference}</small>
                  {one.why === 'flagged' ? (
                    <ul class="flags">
                      {one.row.flags.map((flag) => (
                        <li>{flagText(english, flag)}</li>
                      ))}
                    </ul>
                  ) : (
                    <p>{leftOutText(english, one)}</p>
                  )}
                </li>
              ))}
            </ul>
            {left.length > 0 && (
              <form method="post" action={addressOf(search)}>
                <SelectedFields name="selected" selected={left} />
                <button type="submit" name="do" value="open">
                  {left.length === 1 ? 'Review it' : `Review these ${left.length} one by one`}
                </button>
              </form>
            )}
          </section>
        )}
      </div>
    ),
  })
}

const Together = ({ rows }: { readonly rows: readonly QueueRow[] }) =>
  rows.length === 0 ? null : (
    <ul class="together">
      {rows.map((row) => (
        <li>
          <a href={`/review/${row.submission.reference}`}>{selectedRow(row).title}</a>{' '}
          <small>{row.submission.reference}</small>
          <ProposalInShort row={row} />
        </li>
      ))}
    </ul>
  )
