// GET /submissions: what was sent from this browser. POST /submissions/forgotten: the browser forgets it.

import type { Context } from 'hono'
import { english } from '../../../bot/languages/index.ts'
import { titleOf } from '../../../bot/languages/submission-title.ts'
import type { NamedSubmission, Submission } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { answerPrivate } from '../page.tsx'
import { Day } from '../parts/day.tsx'
import { forgetSent, sentIds } from './sent-cookie.ts'
import { stateText } from './state-text.ts'

const TITLE = 'What you sent'

export async function showSent(c: Context<AppEnv>): Promise<Response> {
  const sent = await c.get('registry').findSubmissions(sentIds(c))
  return answerPrivate(c, {
    title: TITLE,
    description: 'What was sent from this browser, and its state.',
    main: (
      <>
        <h1>{TITLE}</h1>
        {sent.length > 0 ? <Sent sent={sent} /> : <None />}
      </>
    ),
  })
}

export function forget(c: Context<AppEnv>): Response {
  forgetSent(c)
  return c.redirect('/submissions', 303)
}

const None = () => (
  <p class="lead">
    This browser remembers no submission. You can <a href="/submit">suggest a data set</a>, or open the
    private link of something you sent before.
  </p>
)

const Sent = ({ sent }: { readonly sent: readonly (Submission & NamedSubmission)[] }) => (
  <>
    <p class="lead">This browser remembers the submissions that you sent from it.</p>
    <ul class="sent">
      {sent.map((submission) => (
        <li>
          <a href={`/submissions/${submission.id}`}>{titleOf(submission)}</a>
          <span class={`state ${submission.state}`}>{stateText(submission)}</span>
          <span class="hint">
            {english.submission.kinds[submission.kind]} {submission.reference}, sent{' '}
            <Day iso={submission.createdAt} />
          </span>
        </li>
      ))}
    </ul>
    <form method="post" action="/submissions/forgotten">
      <p class="hint">
        On a shared computer, let this browser forget them. The submissions stay, and their private links
        still work.
      </p>
      <button type="submit">Forget on this browser</button>
    </form>
  </>
)
