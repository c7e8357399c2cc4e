// GET and POST /oauth2/authorize: where a browser is led to, and back from (topics/oauth2; RFC 6749, 4.1).

import type { Call } from '../call.ts'
import { PEOPLE } from '../protocol/people.ts'
import { Refusal } from '../refusal.ts'
import { authorizePage, refusalPage } from './authorize-page.ts'
import { secret } from './oauth.ts'

export const AUTHORIZE = '/oauth2/authorize'

/** How long a code can be redeemed: long for a program, short for a thief. */
const CODE_LIFETIME = 60_000

/** Asks, by GET, and takes the answer of who was asked, by POST with the same query. */
export async function authorize(call: Call): Promise<Response> {
  const { request, state } = call
  const redirectUri = registered(call)
  const challenge = accepted(call, redirectUri)
  if (request.method === 'GET') return page(authorizePage(PEOPLE, call.query), 200)
  const answer = new URLSearchParams(await request.text())
  const person = PEOPLE.find(({ id }) => id === answer.get('person'))
  if (!person)
    return back(call, redirectUri, {
      error: 'access_denied',
      error_description: 'The resource owner or authorization server denied the request',
    })
  const code = secret()
  state.grants.set(code, { person, code: { redirectUri, challenge, until: state.now() + CODE_LIFETIME } })
  return back(call, redirectUri, { code })
}

/** Where to lead back to. Before that is known to be right, nobody is led anywhere (RFC 6749, 4.1.2.1). */
function registered({ request, application, query }: Call): string {
  if (request.method !== 'GET' && request.method !== 'POST')
    throw new NotARequest('This page is read with GET.')
  if (query.get('client_id') !== application.id) throw new NotARequest('Unknown application: client_id.')
  const redirectUri = query.get('redirect_uri')
  if (redirectUri === null || redirectUri !== application.redirectUri)
    throw new NotARequest('Invalid OAuth2 redirect_uri: it is none that the application has registered.')
  return redirectUri
}

/** The challenge of what is asked for, if it is as it should be. `state` is as in Discord not required. */
function accepted(call: Call, redirectUri: string): string | undefined {
  const { query } = call
  const refuse = (error: string, description: string): never => {
    throw new LedBack(
      back(call, redirectUri, { error, error_description: description }),
      `${error}: ${description}`,
    )
  }
  const twice = [...query.keys()].find((name) => query.getAll(name).length > 1)
  if (twice !== undefined) refuse('invalid_request', `"${twice}" is there more than once.`)
  if (query.get('response_type') !== 'code')
    refuse('unsupported_response_type', 'The response type is "code".')
  if (query.get('scope') !== 'identify')
    refuse('invalid_scope', 'The requested scope is invalid, unknown, or malformed.')
  if (![null, 'none', 'consent'].includes(query.get('prompt')))
    refuse('invalid_request', 'The prompt is "none" or "consent".')
  const challenge = query.get('code_challenge') ?? undefined
  // Its length is that of a hash (RFC 7636, 4.2).
  const isWell = challenge === undefined || /^[A-Za-z0-9_-]{43}$/.test(challenge)
  const method = challenge === undefined ? null : 'S256'
  if (!isWell || query.get('code_challenge_method') !== method)
    refuse('invalid_request', 'A code challenge is by S256.')
  return challenge
}

function back({ query }: Call, redirectUri: string, answer: Readonly<Record<string, string>>): Response {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  const state = query.get('state')
  if (state !== null) url.searchParams.set('state', state)
  return new Response(null, { status: 302, headers: { Location: url.href, 'Cache-Control': 'no-store' } })
}

const page = (html: string, status: number) =>
  new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })

class NotARequest extends Refusal {
  readonly mistakes: readonly string[] = [this.message]

  response(): Response {
    return page(refusalPage(this.message), 400)
  }
}

class LedBack extends Refusal {
  readonly mistakes: readonly string[]
  readonly #response: Response

  constructor(response: Response, mistake: string) {
    super(mistake)
    this.mistakes = [mistake]
    this.#response = response
  }

  response(): Response {
    return this.#response
  }
}
