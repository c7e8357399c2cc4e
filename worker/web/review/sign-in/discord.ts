// Discord as an OAuth 2 provider (RFC 6749): asked who someone is, once, and nothing more after that.

import * as oauth from 'oauth4webapi'
import * as z from 'zod/mini'
import { userAgent } from '../../../http/user-agent.ts'
import type { SignInSettings } from '../../../settings.ts'
import { CALLBACK } from './paths.ts'

/** A sign-in on its way: what Discord gives back as it is, and what only we know (RFC 7636). */
export interface Begun {
  readonly state: string
  readonly verifier: string
}

/** How Discord's answer reads. `error` is for logs. */
export type Answer =
  | { readonly result: 'known'; readonly discordId: string; readonly name: string }
  | { readonly result: 'cancelled' }
  /** It does not belong to this sign-in. */
  | { readonly result: 'foreign' }
  /** Its code was used before, or is older than Discord takes it. */
  | { readonly result: 'spent' }
  | { readonly result: 'unavailable'; readonly error: unknown }

export interface Discord {
  /** Where one is asked whether to tell us who one is. */
  authorizeUrl(begun: Begun): Promise<string>
  /** Who it is, from what Discord led back with. */
  identify(parameters: URLSearchParams, begun: Begun): Promise<Answer>
}

/** Each of the three requests to Discord, to the last byte of its answer. */
const TIME_LIMIT_MS = 5000

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

const User = z.object({
  id: z.string().check(z.regex(/^\d{15,20}$/)),
  username: z.string(),
  global_name: z.optional(z.nullable(z.string())),
})

/** What of a request is not the same for all of them. */
interface Asked {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: URLSearchParams
}

export const newBegun = (): Begun => ({
  state: oauth.generateRandomState(),
  verifier: oauth.generateRandomCodeVerifier(),
})

/** `onFault` is told of what went wrong with nobody the worse for it. */
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
  // In the body and not by HTTP Basic, for which RFC 6749 encodes a secret's `-` and `_`, and not every server decodes.
  const proof = oauth.ClientSecretPost(settings.clientSecret)
  const ask = (url: string, given: Asked) => {
    const headers = new Headers(given.headers)
    headers.set('User-Agent', userAgent(applicationId))
    // Followed, the secret would go wherever it leads.
    const init: RequestInit = { method: given.method, headers, redirect: 'manual' }
    if (given.body) init.body = given.body
    return fetch(url, { ...init, signal: AbortSignal.timeout(TIME_LIMIT_MS) })
  }
  const options = {
    // TLS may be missing on this machine alone.
    [oauth.allowInsecureRequests]: LOOPBACK.includes(hostname),
    [oauth.customFetch]: ask,
  }

  async function revoke(token: string): Promise<void> {
    try {
      await oauth.processRevocationResponse(
        await oauth.revocationRequest(server, client, proof, token, options),
      )
    } catch (error) {
      // It lasts a week then, in nobody's hands.
      onFault(error)
    }
  }

  async function userOf(token: string): Promise<z.infer<typeof User>> {
    const headers = { Authorization: `Bearer ${token}` }
    const response = await ask(`${apiUrl}/users/@me`, { method: 'GET', headers })
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
        // Whoever is next at a shared computer is asked, and not signed in by a click as who was before.
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
          proof,
          checked,
          redirectUri,
          verifier,
          options,
        )
        const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response)
        try {
          const { id, username, global_name } = await userOf(token)
          return { result: 'known', discordId: id, name: global_name ?? username }
        } finally {
          await revoke(token)
        }
      } catch (error) {
        const isSpent = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant'
        return isSpent ? { result: 'spent' } : unavailable(error)
      }
    },
  }
}

const unavailable = (error: unknown): Answer => {
  const told = toldBy(error)
  return {
    result: 'unavailable',
    error: told === undefined ? error : new Error(`Discord answered ${told}.`, { cause: error }),
  }
}

/** What an answer said that is an error: the library tells it in other places than its message. */
function toldBy(error: unknown): string | undefined {
  if (error instanceof oauth.AuthorizationResponseError) return error.error
  if (error instanceof oauth.ResponseBodyError) return `${error.status} ${error.error}`
  const cause = error instanceof oauth.OperationProcessingError && error.cause
  return cause instanceof Response ? String(cause.status) : undefined
}
