// Cloudflare Turnstile checks that a person sends a submission form. It is on where both its keys are set; those forms
// are the only pages that load a foreign script.

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { logFault } from '../log.ts'

/** Serves its script and its frame (Turnstile's documentation, "Content Security Policy"). */
export const TURNSTILE_ORIGIN = 'https://challenges.cloudflare.com'
const VERIFY_URL = `${TURNSTILE_ORIGIN}/turnstile/v0/siteverify`
const TIMEOUT_MS = 5000
/** "Validate the token" in Turnstile's documentation. */
const MAX_TOKEN_LENGTH = 2048

const FORM_PATHS = /^\/(?:submit|r\/[^/]+\/report)$/

interface TurnstileKeys {
  readonly siteKey: string
  readonly secretKey: string
}

/** The keys, if they are set and the requested page has a form that Turnstile guards. */
export function findTurnstileKeys(c: Context<AppEnv>): TurnstileKeys | undefined {
  const [siteKey, secretKey] = [c.env.TURNSTILE_SITE_KEY ?? '', c.env.TURNSTILE_SECRET_KEY ?? '']
  return siteKey !== '' && secretKey !== '' && FORM_PATHS.test(c.req.path)
    ? { siteKey, secretKey }
    : undefined
}

export const TurnstileScript = () => <script src={`${TURNSTILE_ORIGIN}/turnstile/v0/api.js`} async defer />

export const TurnstileWidget = ({ siteKey }: Pick<TurnstileKeys, 'siteKey'>) => (
  <>
    <div class="cf-turnstile field" data-sitekey={siteKey} data-theme="auto" />
    <noscript>
      <p class="notice warning">
        Cloudflare checks that a person sends this form, and that needs JavaScript. Without it, the{' '}
        <a href="/docs">HTTP API</a> takes the same.
      </p>
    </noscript>
  </>
)

/** Checks a form's token. Returns why the form is refused; undefined where Turnstile vouches for the sender. */
export async function turnstileProblem(
  c: Context<AppEnv>,
  { secretKey }: TurnstileKeys,
  token: string,
): Promise<string | undefined> {
  if (token === '' || token.length > MAX_TOKEN_LENGTH)
    return 'Please wait for the check above the button, then send it again.'
  const address = c.req.header('CF-Connecting-IP')
  try {
    const answer = await fetch(VERIFY_URL, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret: secretKey, response: token, ...(address && { remoteip: address }) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const { success, 'error-codes': codes = [] } = await answer.json<Verdict>()
    if (success === true) return undefined
    // The sender can retry with a new token; any other error is our own misconfiguration or Cloudflare's fault.
    if (codes.length > 0 && codes.every((code) => TOKEN_ERRORS.has(code)))
      return 'The check that you are a person expired or failed. Please send it again.'
    throw new Error(`Turnstile answers ${answer.status}: ${codes.join(', ')}`)
  } catch (fault) {
    logFault(fault, { requestId: c.get('requestId'), at: 'Turnstile' }, [secretKey, token])
    return 'We could not check that you are a person: Cloudflare Turnstile did not answer. Please send it again later.'
  }
}

interface Verdict {
  readonly success?: boolean
  readonly 'error-codes'?: readonly string[]
}

const TOKEN_ERRORS = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])
