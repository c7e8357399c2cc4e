// GET /mail/{token}: what a letter links to. Its forms confirm the address or take it back: a program that follows links
// of mail must do neither.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { answerPrivate } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { stateText } from './state-text.ts'

/** A token that is no text of ours opens nothing. */
const tokenOf = (c: Context<AppEnv>): string => c.req.param('token') ?? ''

async function show(c: Context<AppEnv>): Promise<Response> {
  const token = tokenOf(c)
  const { submission, address, isConfirmed } = await c.get('registry').findMail(token)
  const { reference } = submission
  const title = isConfirmed ? 'News by mail' : 'Do you want news by mail?'
  return answerPrivate(c, {
    title,
    description: 'Mail about a submission.',
    main: (
      <article class="sheet">
        <h1>{title}</h1>
        {isConfirmed ? (
          <p class="lead">
            News of {reference} goes to {address}. It stands at: {stateText(submission)}.
          </p>
        ) : (
          <>
            <p class="lead">
              Somebody wants news of {reference} to go to {address}.
            </p>
            <Confirm token={token} />
          </>
        )}
        <form method="post" action={`/mail/${token}/stop`}>
          <p>
            {isConfirmed ? 'You can end this' : 'You can also say no'}: nothing more comes, and the registry
            forgets the address.
          </p>
          <button class="stop" type="submit">
            {isConfirmed ? 'No more mail' : 'I do not want it'}
          </button>
        </form>
      </article>
    ),
  })
}

const Confirm = ({ token }: { readonly token: string }) => (
  <form method="post" action={`/mail/${token}`}>
    <p>
      You then get a mail whenever a maintainer asks something or decides, and now one with the private link
      that opens the submission.
    </p>
    <div class="actions">
      <button class="main" type="submit">
        Yes, send me news
      </button>
    </div>
  </form>
)

async function confirm(c: Context<AppEnv>): Promise<Response> {
  await c.get('registry').confirmMail(tokenOf(c))
  return c.redirect(`/mail/${tokenOf(c)}`, 303)
}

async function stop(c: Context<AppEnv>): Promise<Response> {
  await c.get('registry').stopMail(tokenOf(c))
  return answerPrivate(c, {
    title: 'No more mail',
    description: 'The registry has forgotten a mail address.',
    main: (
      <article class="sheet">
        <h1>No more mail</h1>
        <p class="lead">
          Nothing more comes about this submission, and the registry has forgotten the address.
        </p>
      </article>
    ),
  })
}

export const mailPages: readonly PageRoute[] = [
  { path: '/mail/:token', get: show, post: confirm },
  { path: '/mail/:token/stop', post: stop },
]
