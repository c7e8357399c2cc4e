// The page that says why a sign-in failed and what to do next.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { type FailureStatus, statusOf } from '../../../http/status.ts'
import { answerPrivate } from '../../page.tsx'
import type { SignInResult } from './discord.ts'
import { SignInLink } from './sign-in-page.tsx'

/** Why a sign-in identified nobody. */
export type UnfinishedReason = Exclude<SignInResult['result'], 'known'>
type RefusalReason = UnfinishedReason | 'forbidden' | 'tooFast'

interface Refusal {
  readonly status: 200 | FailureStatus
  readonly heading: string
  /** Undefined where the page shows the message of the registry. */
  readonly lead?: string
  readonly advice: string
  readonly again: string
}

const REFUSALS: { readonly [Reason in RefusalReason]: Refusal } = {
  cancelled: {
    status: 200,
    heading: 'Not signed in',
    lead: 'You cancelled at Discord. Discord told us nothing about you.',
    advice: 'Only maintainers need to sign in. All other pages are open to everyone.',
    again: 'Sign in with Discord',
  },
  foreign: {
    status: 400,
    heading: 'Please start again',
    lead: 'This sign-in started in another browser, or more than ten minutes ago.',
    advice: 'This also happens when cookies are blocked, or when two tabs sign in at the same time.',
    again: 'Sign in with Discord',
  },
  spent: {
    status: 400,
    heading: 'Please start again',
    lead: 'Discord accepts each sign-in only once.',
    advice: 'This happens when you reload the page, or leave it open for a while.',
    again: 'Sign in with Discord',
  },
  unavailable: {
    status: statusOf('unavailable'),
    heading: 'Discord does not answer',
    lead: 'We could not ask Discord for your name, so you are not signed in.',
    advice: 'Try again in a minute. If this goes on, the host of the registry finds the reason in the log.',
    again: 'Try again',
  },
  tooFast: {
    status: statusOf('rate_limited'),
    heading: 'Please wait a minute',
    lead: 'Somebody on your network has just tried to sign in several times.',
    advice: 'You are not signed in. Nothing else is wrong: start again in a minute.',
    again: 'Sign in with Discord',
  },
  forbidden: {
    status: statusOf('forbidden'),
    heading: 'For maintainers only',
    advice: 'We kept nothing about you. You can suggest a data set or report an error without signing in.',
    again: 'Sign in as someone else',
  },
}

export function answerRefused(
  c: Context<AppEnv>,
  reason: RefusalReason,
  to: string,
  message = '',
): Promise<Response> {
  const { status, heading, lead = message, advice, again } = REFUSALS[reason]
  return answerPrivate(
    c,
    {
      title: heading,
      description: lead,
      section: '/review',
      main: (
        <section class="sign-in">
          <h1>{heading}</h1>
          <p class="lead">{lead}</p>
          <p class="actions">
            <SignInLink to={to} label={again} />
            <a href="/">To the data sets</a>
          </p>
          <p>{advice}</p>
        </section>
      ),
    },
    status,
  )
}
