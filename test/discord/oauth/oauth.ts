// Tokens of people who sign in: topics/oauth2, and RFC 6749, 7009 and 7636, which it refers to. Of what people can be
// asked for there is what this application asks for: who they are.

import { ApiError } from '../api-error.ts'
import type { Call } from '../call.ts'
import { asUser } from '../protocol/people.ts'
import { type Route, route } from '../route.ts'
import type { Grant } from '../state.ts'
import { OAuthError } from './oauth-error.ts'

const WEEK_SECONDS = 604_800
const NO_STORE = { 'Cache-Control': 'no-store' }

export const OAUTH_ROUTES: readonly Route<Call>[] = [
  route('POST', '/oauth2/token', async (call) => {
    const form = await authenticated(call)
    const type = one(form, 'grant_type')
    if (type !== 'authorization_code')
      throw new OAuthError('unsupported_grant_type', `There is no grant of type "${type}" here.`)
    const grant = await redeemed(call, form)
    grant.tokens = { access: secret(), refresh: secret() }
    return Response.json(
      {
        token_type: 'Bearer',
        access_token: grant.tokens.access,
        expires_in: WEEK_SECONDS,
        refresh_token: grant.tokens.refresh,
        scope: 'identify',
      },
      { headers: NO_STORE },
    )
  }),
  route('POST', '/oauth2/token/revoke', async (call) => {
    const token = one(await authenticated(call), 'token')
    // One token ends all of that authorization; one that is unknown has ended (RFC 7009, 2.2).
    for (const grant of call.state.grants.values())
      if (grant.tokens?.access === token || grant.tokens?.refresh === token) grant.tokens = undefined
    return Response.json({}, { headers: NO_STORE })
  }),
]

/** What a person's token opens. */
export const PERSON_ROUTES: readonly Route<Call>[] = [
  route('GET', '/users/@me', (call) => {
    const grant = tokenOf(call)
    if (!grant) throw new ApiError('unauthorized')
    // Without the scope `email` it has no address.
    return Response.json({ ...asUser(grant.person), mfa_enabled: false, locale: 'en-US', premium_type: 0 })
  }),
]

/** Whose token the request comes with. */
export function tokenOf({ request, state }: Call): Grant | undefined {
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  return [...state.grants.values()].find(({ tokens }) => token !== undefined && tokens?.access === token)
}

/** 256 bits. */
export const secret = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** The one value of a parameter, which none may have twice (RFC 6749, 3.2). */
function one(form: URLSearchParams, name: string): string {
  const [value, ...more] = form.getAll(name)
  if (!value || more.length > 0) throw new OAuthError('invalid_request', `"${name}" has to be there once.`)
  return value
}

/** The form of an application that has proved itself: by HTTP Basic, or in the form; by both is one too many (2.3). */
async function authenticated({ request, application }: Call): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new OAuthError('invalid_request', 'Only application/x-www-form-urlencoded is taken here.')
  const form = new URLSearchParams(await request.text())
  const header = request.headers.get('authorization')
  if (header !== null && form.has('client_secret'))
    throw new OAuthError('invalid_request', 'Prove it in the header or in the body, not in both.')
  // Whether Discord decodes what RFC 6749, 2.3.1, has encoded here is not documented: taken is what needs neither.
  const given =
    header === null ? [one(form, 'client_id'), form.get('client_secret')].join(':') : basic(header)
  if (given !== `${application.id}:${application.clientSecret}`)
    throw new OAuthError('invalid_client', 'The application does not prove that it is one.')
  return form
}

function basic(header: string): string {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1]
  return encoded === undefined ? '' : atob(encoded)
}

/** What a code stands for. It is good for one try, whatever comes of it. */
async function redeemed({ state }: Call, form: URLSearchParams): Promise<Grant> {
  const grant = state.grants.get(one(form, 'code'))
  const code = grant?.code
  if (grant) {
    grant.code = undefined
    // Used twice, it may have been stolen: what came of the first time ends too (RFC 6749, 4.1.2).
    grant.tokens = undefined
  }
  if (!grant || !code || code.until <= state.now())
    throw new OAuthError('invalid_grant', 'Invalid "code" in request.', { isMistake: false })
  if (one(form, 'redirect_uri') !== code.redirectUri)
    throw new OAuthError('invalid_grant', 'Invalid "redirect_uri" in request.')
  const verifier = form.get('code_verifier') ?? undefined
  if ((verifier === undefined ? undefined : await challengeOf(verifier)) !== code.challenge)
    throw new OAuthError('invalid_grant', 'Invalid "code_verifier" in request.')
  return grant
}

/** RFC 7636, 4.2: S256. */
async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
