// Discord as an OAuth 2 provider (RFC 6749): it identifies a user once, and the token is revoked at once.

import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import { cleanName } from '../../../../schema/text/clean-text.ts'
import { userAgent } from '../../../http/user-agent.ts'
import type { SignInSettings } from '../../../settings.ts'
import { CALLBACK } from './paths.ts'

/** A pending sign-in: the state that Discord returns, and the secret verifier (RFC 7636). */
export interface PendingSignIn {
  readonly state: string
  readonly verifier: string
}

/** The result of a sign-in. `error` is for logs. */
export type SignInResult =
  | { readonly result: 'known'; readonly discordId: string; readonly name: string }
  | { readonly result: 'cancelled' }
  /** The response does not belong to this sign-in. */
  | { readonly result: 'foreign' }
  /** The code was used before or has expired. */
  | { readonly result: 'spent' }
  | { readonly result: 'unavailable'; readonly error: unknown }

export interface Discord {
  /** The page of Discord that asks the user for consent. */
  authorizeUrl(pending: PendingSignIn): Promise<string>
  /** Identifies the user from the query of Discord's redirect. */
  identify(parameters: URLSearchParams, pending: PendingSignIn): Promise<SignInResult>
}

/** For each of the three requests to Discord, including the body of its response. */
const TIME_LIMIT_MS = 5000

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

const User = z.object({
  id: z.string().check(z.regex(/^\d{15,20}$/)),
  username: z.string(),
  global_name: z.optional(z.nullable(z.string())),
})

interface RequestOptions {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: URLSearchParams
}

export const newPendingSignIn = (): PendingSignIn => ({
  state: oauth.generateRandomState(),
  verifier: oauth.generateRandomCodeVerifier(),
})

/** `onFault` gets faults that do not fail the sign-in. */
export function openDiscord(settings: SignInSettings, onFault: (fault: unknown) => void): Discord {
  const { applicationId, apiUrl, publicUrl } = settings
  const { origin, hostname } = new URL(apiUrl)
  const redirectUri = `${publicUrl}${CALLBACK}`
  const server: oauth.AuthorizationServer = {
    issuer: origin,
    authorization_endpoint: `${origin}/oauth2/authorize`,
    token_endpoint: `${apiUrl}/oauth2/token`,
    revocation_endpoint: `${apiUrl}/oauth2/token/revoke`,
  }
  const client: oauth.Client = { client_id: applicationId }
  // HTTP Basic would encode `-` and `_` of the secret (RFC 6749), which not every server decodes.
  const authentication = oauth.ClientSecretPost(settings.clientSecret)
  const send = (url: string, { method, headers: given, body }: RequestOptions) => {
    const headers = new Headers(given)
    headers.set('User-Agent', userAgent(applicationId))
    // A followed redirect would carry the secret to its target.
    const init: RequestInit = { method, headers, redirect: 'manual' }
    if (body) init.body = body
    return fetch(url, { ...init, signal: AbortSignal.timeout(TIME_LIMIT_MS) })
  }
  const options = {
    // Only a local Discord may lack TLS.
    [oauth.allowInsecureRequests]: LOOPBACK.includes(hostname),
    [oauth.customFetch]: send,
  }

  async function revoke(token: string): Promise<void> {
    try {
      await oauth.processRevocationResponse(
        await oauth.revocationRequest(server, client, authentication, token, options),
      )
    } catch (error) {
      // The token is in no one's hands and expires after a week.
      onFault(error)
    }
  }

  async function userOf(token: string): Promise<z.infer<typeof User>> {
    const headers = { Authorization: `Bearer ${token}` }
    const response = await send(`${apiUrl}/users/@me`, { method: 'GET', headers })
    if (!response.ok) throw new Error(`Discord answered ${response.status} when asked who it is.`)
    return z.parse(User, await response.json())
  }

  return {
    async authorizeUrl({ state, verifier }) {
      const parameters = new URLSearchParams({
        response_type: 'code',
        client_id: applicationId,
        scope: 'identify',
        redirect_uri: redirectUri,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // On a shared computer the next user must consent, instead of signing in as the user before.
        prompt: 'consent',
      })
      return `${server.authorization_endpoint}?${parameters}`
    },

    async identify(parameters, { state, verifier }) {
      let checked: URLSearchParams
      try {
        checked = oauth.validateAuthResponse(server, client, parameters, state)
      } catch (error) {
        if (!(error instanceof oauth.AuthorizationResponseError)) return { result: 'foreign' }
        return error.error === 'access_denied' ? { result: 'cancelled' } : unavailable(error)
      }
      if (!checked.has('code')) return { result: 'foreign' }
      try {
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          checked,
          redirectUri,
          verifier,
          options,
        )
        const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response)
        try {
          const { id, username, global_name } = await userOf(token)
          return { result: 'known', discordId: id, name: cleanName([global_name, username]) ?? id }
        } finally {
          await revoke(token)
        }
      } catch (error) {
        return isCodeRefused(error) ? { result: 'spent' } : unavailable(error)
      }
    },
  }
}

/** Anyone can send a made-up code, so this is no fault. Discord has answered it with `invalid_request` too. */
const isCodeRefused = (error: unknown): boolean =>
  error instanceof oauth.ResponseBodyError &&
  (error.error === 'invalid_grant' || /"code"/.test(error.error_description ?? ''))

const unavailable = (error: unknown): SignInResult => {
  const text = errorText(error)
  return {
    result: 'unavailable',
    error: text === undefined ? error : new Error(`Discord answered ${text}.`, { cause: error }),
  }
}

/** The OAuth error or the HTTP status of a response, which the library keeps outside its message. */
function errorText(error: unknown): string | undefined {
  if (error instanceof oauth.AuthorizationResponseError) return error.error
  if (error instanceof oauth.ResponseBodyError) return `${error.status} ${error.error}`
  const cause = error instanceof oauth.OperationProcessingError && error.cause
  return cause instanceof Response ? String(cause.status) : undefined
}
