// The page that says why a sign-in failed and what to do next.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { type FailureStatus, statusOf } from '../../../http/status.ts'
import { answerPrivate } from '../../page.tsx'
import type { SignInResult } from './discord.ts'
import { SignInLink } from './sign-in-page.tsx'

/** Why a sign-in identified nobody. */
export type UnfinishedReason = Exclude<SignInResult['result'], 'known'>
type RefusalReason = UnfinishedReason | 'forbidden'

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
    lead: 'You cancelled at Discord, and nothing was told to us.',
    advice: 'Only the pages for maintainers ask you to sign in; all else is open to everyone.',
    again: 'Sign in after all',
  },
  foreign: {
    status: 400,
    heading: 'Please begin again',
    lead: 'This sign-in was not begun in this browser, or more than ten minutes ago.',
    advice: 'It also happens where cookies are blocked, or when two tabs sign in at the same time.',
    again: 'Sign in with Discord',
  },
  spent: {
    status: 400,
    heading: 'Please begin again',
    lead: 'Discord does not take this sign-in a second time.',
    advice: 'That is what happens when the page is loaded again, or was left for a while.',
    again: 'Sign in with Discord',
  },
  unavailable: {
    status: statusOf('unavailable'),
    heading: 'Discord does not answer',
    lead: 'It could not be asked who you are, so you are not signed in.',
    advice: 'Try again in a minute. If it lasts, whoever runs the registry finds the reason in its log.',
    again: 'Try again',
  },
  forbidden: {
    status: statusOf('forbidden'),
    heading: 'For maintainers only',
    advice:
      'Nothing about you was kept. To suggest a data set or to report an error nobody has to be a maintainer.',
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
            <a href="/">To the table</a>
          </p>
          <p>{advice}</p>
        </section>
      ),
    },
    status,
  )
}
