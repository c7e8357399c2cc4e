import { UserPIIResponseSchema } from 'discord-api-spec/zod'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import { APPLICATION_ID, CLIENT_SECRET, MAINTAINER, VISITOR } from '../../discord/protocol/people.ts'
import { BOT_HEADERS } from '../../support/discord-requests.ts'

let time = Date.now()
const REDIRECT = 'https://registry.example/review/callback'
const discord = createDiscord({ redirectUri: REDIRECT, now: () => time })
beforeEach(() => discord.reset())

type Parameters = Readonly<Record<string, string | undefined>>

/** Without what is undefined. */
const form = (given: Parameters) =>
  new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

// The pair of RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

const AUTHORIZE_QUERY = {
  response_type: 'code',
  client_id: APPLICATION_ID,
  scope: 'identify',
  redirect_uri: REDIRECT,
  state: 'a state',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
}

const authorize = (given: Parameters = {}, answer?: Parameters) =>
  discord.fetch(
    new Request(`https://discord.com/oauth2/authorize?${form({ ...AUTHORIZE_QUERY, ...given })}`, {
      ...(answer && { method: 'POST', body: form(answer) }),
    }),
  )

/** What the browser is led back with. */
const ledBack = (response: Response) => {
  const url = new URL(response.headers.get('Location') ?? 'nowhere:')
  expect([response.status, url.origin + url.pathname]).toEqual([302, REDIRECT])
  return Object.fromEntries(url.searchParams)
}

const codeOf = async (person = MAINTAINER, given: Parameters = {}) =>
  ledBack(await authorize(given, { person: person.id })).code ?? ''

const PROOF = { client_id: APPLICATION_ID, client_secret: CLIENT_SECRET }

async function post(path: string, given: Parameters, headers: Record<string, string> = {}) {
  const response = await discord.fetch(
    new Request(`https://discord.com/api/v10/oauth2/${path}`, {
      method: 'POST',
      headers: { 'User-Agent': BOT_HEADERS['User-Agent'], ...headers },
      body: form(given),
    }),
  )
  const body: Record<string, unknown> = await response.json()
  return { status: response.status, body, headers: response.headers }
}

const redeem = (code: string, given: Parameters = {}, headers?: Record<string, string>) =>
  post(
    'token',
    {
      ...PROOF,
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT,
      code_verifier: VERIFIER,
      ...given,
    },
    headers,
  )

async function me(token: unknown) {
  const response = await discord.fetch(
    new Request('https://discord.com/api/v10/users/@me', {
      headers: { 'User-Agent': BOT_HEADERS['User-Agent'], Authorization: `Bearer ${token}` },
    }),
  )
  return { status: response.status, body: await response.json() }
}

const mistakes = () => discord.problems().flatMap(({ problems }) => problems)

describe('whoever is asked who they are', () => {
  it('chooses on a page without a script', async () => {
    const response = await authorize()
    const html = await response.text()
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(html).toContain('<title>Stand-in Discord</title>')
    expect([...html.matchAll(/<button[^>]*>([^<]+)/g)].map(([, label]) => label)).toEqual([
      'Be Visitor',
      'Be Another',
      'Be Maintainer',
      'Cancel',
    ])
    expect(html).not.toContain('<script')
  })

  it('is led back with a code and the state, and is who they chose to be', async () => {
    const answer = ledBack(await authorize({}, { person: VISITOR.id }))
    expect(answer).toEqual({ code: expect.stringMatching(/^[0-9a-f]{64}$/), state: 'a state' })
    const { status, body, headers } = await redeem(answer.code ?? '')
    expect([status, headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      token_type: 'Bearer',
      access_token: expect.any(String),
      expires_in: 604800,
      refresh_token: expect.any(String),
      scope: 'identify',
    })
    const user = await me(body.access_token)
    expect(user).toMatchObject({ status: 200, body: { id: VISITOR.id, global_name: 'Visitor' } })
    expect(UserPIIResponseSchema.safeParse(user.body).error?.issues).toBeUndefined()
    expect(user.body).not.toHaveProperty('email')
    expect(mistakes()).toEqual([])
  })

  it('can cancel', async () => {
    expect(ledBack(await authorize({}, {}))).toMatchObject({ error: 'access_denied', state: 'a state' })
    expect(ledBack(await authorize({}, { person: '1' }))).toMatchObject({ error: 'access_denied' })
  })

  it('may be asked without state or challenge, as at Discord', async () => {
    const plain = { state: undefined, code_challenge: undefined, code_challenge_method: undefined }
    const answer = ledBack(await authorize(plain, { person: VISITOR.id }))
    expect(Object.keys(answer)).toEqual(['code'])
    expect((await redeem(answer.code ?? '', { code_verifier: undefined })).status).toBe(200)
  })
})

describe('an application that asks wrongly', () => {
  it.each<[string, Parameters, string]>([
    ['as nobody', { client_id: undefined }, 'Unknown application'],
    ['as another', { client_id: '1' }, 'Unknown application'],
    ['without a redirect', { redirect_uri: undefined }, 'Invalid OAuth2 redirect_uri'],
    ['for one that is not registered', { redirect_uri: `${REDIRECT}/` }, 'Invalid OAuth2 redirect_uri'],
  ])('%s has nobody led anywhere', async (_, given, why) => {
    for (const response of [await authorize(given), await authorize(given, { person: MAINTAINER.id })]) {
      expect([response.status, response.headers.get('Location')]).toEqual([400, null])
      expect(await response.text()).toContain(why)
    }
    expect(mistakes()).toHaveLength(2)
  })

  it.each<[string, Parameters, string]>([
    ['for a token', { response_type: 'token' }, 'unsupported_response_type'],
    ['for nothing', { response_type: undefined }, 'unsupported_response_type'],
    ['for more', { scope: 'identify email' }, 'invalid_scope'],
    ['for no scope', { scope: undefined }, 'invalid_scope'],
    ['by a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['by a challenge of no method', { code_challenge_method: undefined }, 'invalid_request'],
    ['by a method without a challenge', { code_challenge: undefined }, 'invalid_request'],
    ['by what is no hash', { code_challenge: 'short' }, 'invalid_request'],
    ['by another prompt', { prompt: 'login' }, 'invalid_request'],
  ])('%s has them led back at once', async (_, given, error) => {
    for (const response of [await authorize(given), await authorize(given, { person: MAINTAINER.id })]) {
      const answer = ledBack(response)
      expect(answer).toMatchObject({ error, state: 'a state' })
      expect(answer).not.toHaveProperty('code')
    }
    expect(mistakes()).toHaveLength(2)
  })
})

describe('a code', () => {
  it('is for one try within a minute', async () => {
    const [used, late, inTime] = [await codeOf(), await codeOf(), await codeOf()]
    const { body } = await redeem(used)
    expect(await redeem(used)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    // It may have been stolen, so what came of it is void.
    expect((await me(body.access_token)).status).toBe(401)
    time += 59_999
    expect((await redeem(inTime)).status).toBe(200)
    time += 1
    expect(await redeem(late)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await redeem('invented')).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    // That happens to the best.
    expect(mistakes().filter((mistake) => mistake.startsWith('invalid_grant'))).toEqual([])
  })

  it.each<[string, Parameters, number, string]>([
    ['for another redirect', { redirect_uri: 'https://registry.example/' }, 400, 'invalid_grant'],
    ['without a redirect', { redirect_uri: undefined }, 400, 'invalid_request'],
    ['with another verifier', { code_verifier: VERIFIER.replace('d', 'e') }, 400, 'invalid_grant'],
    ['without its verifier', { code_verifier: undefined }, 400, 'invalid_grant'],
    ['as another grant', { grant_type: 'client_credentials' }, 400, 'unsupported_grant_type'],
    ['as no grant', { grant_type: undefined }, 400, 'invalid_request'],
    ['as another application', { client_id: '1' }, 401, 'invalid_client'],
    ['with another secret', { client_secret: 'x' }, 401, 'invalid_client'],
    ['without a secret', { client_secret: undefined }, 401, 'invalid_client'],
    ['as nobody', { client_id: undefined }, 400, 'invalid_request'],
  ])('is worth nothing %s', async (_, given, status, error) => {
    expect(await redeem(await codeOf(), given)).toMatchObject({ status, body: { error } })
    expect(mistakes()).toEqual([expect.stringMatching(`^${error}: `)])
  })

  it('is redeemed by HTTP Basic too, but not by both', async () => {
    const Authorization = `Basic ${btoa(`${APPLICATION_ID}:${CLIENT_SECRET}`)}`
    const bare = { client_id: undefined, client_secret: undefined }
    expect((await redeem(await codeOf(), bare, { Authorization })).status).toBe(200)
    expect(await redeem(await codeOf(), {}, { Authorization })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
    for (const other of ['Basic eDp5', 'Bearer x'])
      expect(await redeem(await codeOf(), bare, { Authorization: other })).toMatchObject({
        status: 401,
        body: { error: 'invalid_client' },
      })
  })

  it('is redeemed in a form alone, by a program that says which', async () => {
    expect(await redeem(await codeOf(), {}, { 'Content-Type': 'application/json' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
    expect(await redeem(await codeOf(), {}, { 'User-Agent': 'node' })).toMatchObject({
      status: 403,
      body: { code: 40333 },
    })
  })
})

describe('a token', () => {
  it.each([
    'access_token',
    'refresh_token',
  ])('ends with all of its authorization by its %s', async (which) => {
    const [{ body: ended }, { body: other }] = [await redeem(await codeOf()), await redeem(await codeOf())]
    const revoked = await post('token/revoke', { ...PROOF, token: String(ended[which]) })
    expect(revoked).toMatchObject({ status: 200, body: {} })
    expect((await me(ended.access_token)).status).toBe(401)
    expect((await me(other.access_token)).status).toBe(200)
  })

  it('is revoked by its application alone; one that is unknown has ended', async () => {
    const { body } = await redeem(await codeOf())
    const token = String(body.access_token)
    expect(await post('token/revoke', { token, client_id: APPLICATION_ID })).toMatchObject({ status: 401 })
    expect((await me(token)).status).toBe(200)
    expect((await post('token/revoke', { ...PROOF, token: 'unknown' })).status).toBe(200)
  })

  it('of a person opens nothing of the bot’s, nor does any other', async () => {
    const { body } = await redeem(await codeOf())
    const response = await discord.fetch(
      new Request(`https://discord.com/api/v10/channels/1`, {
        headers: { ...BOT_HEADERS, Authorization: `Bearer ${body.access_token}` },
      }),
    )
    expect(response.status).toBe(401)
    for (const token of ['x', body.refresh_token, '']) expect((await me(token)).status).toBe(401)
  })
})
