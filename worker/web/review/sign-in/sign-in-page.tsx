// The page that offers to sign in, on every review page without a session.

import type { Context } from 'hono'
import type { AppEnv } from '../../../env.ts'
import { statusOf } from '../../../http/status.ts'
import { signInSettings } from '../../../settings.ts'
import { answerPrivate } from '../../page.tsx'
import { returnPath, signInAddress } from './paths.ts'

/**
 * Offers to sign in and then to continue to the requested page. The status is 200: 401 requires a scheme of HTTP
 * authentication (RFC 9110, 11.6.1), and there is none for cookies. A refused form is 401 nevertheless.
 */
export function showSignIn(c: Context<AppEnv>): Promise<Response> {
  const settings = signInSettings(c.env, c.get('requestId'))
  if ('missing' in settings) return notSetUp(c, settings.missing)
  const isForm = c.req.method === 'POST'
  return answerPrivate(
    c,
    {
      title: 'For maintainers',
      description: 'Where maintainers sign in to decide on submissions.',
      section: '/review',
      main: (
        <section class="sign-in">
          <h1>For maintainers</h1>
          <p class="lead">Maintainers decide on submissions here.</p>
          {isForm && (
            <p class="notice warning" role="alert">
              You are no longer signed in, so nothing was done. Sign in in another tab, then go back here and
              send the form again. Your text is still there.
            </p>
          )}
          <p class="actions">
            <SignInLink to={returnPath(c)} />
          </p>
          <p>
            Discord asks for your consent, then tells us your Discord name and id, and nothing else. You stay
            signed in for a week, or until you sign out.
          </p>
          <p>
            You need no account to <a href="/submit">suggest a data set</a> or to report an error.
          </p>
        </section>
      ),
    },
    isForm ? statusOf('unauthenticated') : 200,
  )
}

/** A link, because `form-action` of our policy would block a form's redirect to Discord. */
export const SignInLink = ({ to, label = 'Sign in with Discord' }: { to: string; label?: string }) => (
  <a class="button main" href={signInAddress(to)} rel="nofollow">
    {label}
  </a>
)

/** Names the missing settings for the operator. Names are no secret; the page has no values. */
export const notSetUp = (c: Context<AppEnv>, missing: readonly string[]): Promise<Response> =>
  answerPrivate(
    c,
    {
      title: 'For maintainers',
      description: 'Sign-in is not set up yet.',
      section: '/review',
      main: (
        <section class="sign-in">
          <h1>For maintainers</h1>
          <p class="lead">Sign-in is not set up here yet.</p>
          <p>The host of this registry has not set</p>
          <ul>
            {missing.map((name) => (
              <li>
                <code>{name}</code>
              </li>
            ))}
          </ul>
          <p>Until then, maintainers decide in Discord, or with their token over the HTTP API.</p>
        </section>
      ),
    },
    statusOf('unavailable'),
  )
