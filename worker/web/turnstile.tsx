// Cloudflare Turnstile, which tells people from programs: on the forms of submissions, and only where its two keys are
// set. Then, and only there, a page loads something that is not ours.

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { logFault } from '../log.ts'

/** Its script and its frame (Turnstile's documentation, "Content Security Policy"). */
export const TURNSTILE_ORIGIN = 'https://challenges.cloudflare.com'
const VERIFY = `${TURNSTILE_ORIGIN}/turnstile/v0/siteverify`
const PATIENCE_MS = 5000
/** No token is longer ("Validate the token"). */
const LONGEST_TOKEN = 2048

const FORMS = /^\/(?:submit|r\/[^/]+\/report)$/

interface Keys {
  readonly siteKey: string
  readonly secretKey: string
}

/** Its keys, where the page that is asked for has a form that it guards. */
export function turnstileOn(c: Context<AppEnv>): Keys | undefined {
  const [siteKey, secretKey] = [c.env.TURNSTILE_SITE_KEY ?? '', c.env.TURNSTILE_SECRET_KEY ?? '']
  return siteKey !== '' && secretKey !== '' && FORMS.test(c.req.path) ? { siteKey, secretKey } : undefined
}

export const TurnstileScript = () => (
  <script nonce="" src={`${TURNSTILE_ORIGIN}/turnstile/v0/api.js`} async defer />
)

export const TurnstileWidget = ({ siteKey }: Pick<Keys, 'siteKey'>) => (
  <>
    <div class="cf-turnstile field" data-sitekey={siteKey} data-theme="auto" />
    <noscript>
      <p class="notice warning">
        This form asks Cloudflare whether a person sends it, which takes JavaScript. Without it, the{' '}
        <a href="/docs">HTTP API</a> takes the same.
      </p>
    </noscript>
  </>
)

/** Why a form is not taken; nothing where Turnstile says that a person sent it. */
export async function turnstileProblem(
  c: Context<AppEnv>,
  { secretKey }: Keys,
  token: string,
): Promise<string | undefined> {
  if (token === '' || token.length > LONGEST_TOKEN)
    return 'Please wait until the check above the button is done, then send it again.'
  const address = c.req.header('CF-Connecting-IP')
  try {
    const answer = await fetch(VERIFY, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret: secretKey, response: token, ...(address && { remoteip: address }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { success, 'error-codes': codes = [] } = await answer.json<Verdict>()
    if (success === true) return undefined
    // What is wrong with the sender's token, the sender can mend; all else is between Cloudflare and us.
    if (codes.length > 0 && codes.every((code) => OF_THE_TOKEN.has(code)))
      return 'The check that a person sends this has run out or was not passed. Please send it again.'
    throw new Error(`Turnstile answers ${answer.status}: ${codes.join(', ')}`)
  } catch (fault) {
    logFault(fault, { requestId: c.get('requestId'), at: 'Turnstile' }, [secretKey, token])
    return 'Whether a person sends this could not be checked: Cloudflare Turnstile did not answer. Please send it again later.'
  }
}

interface Verdict {
  readonly success?: boolean
  readonly 'error-codes'?: readonly string[]
}

const OF_THE_TOKEN = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])
