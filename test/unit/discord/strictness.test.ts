import { beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import { APPLICATION_ID, CHANNEL_ID, REVIEW_CHANNEL_ID } from '../../discord/protocol/people.ts'
import { answerOf, card, type request, type Sent } from '../../support/discord-requests.ts'

const discord = createDiscord()
const send = (...given: Parameters<typeof request>) => answerOf(discord.fetch, ...given)
beforeEach(() => discord.reset())

const CHANNEL = `/channels/${CHANNEL_ID}`
const MESSAGES = `${CHANNEL}/messages`
const headers = (more: Record<string, string>): Sent => ({ headers: more })

describe('a request that is as it should be is answered', () => {
  // biome-ignore format: a row a rule
  it.each<[string, unknown, object]>([
    ['GET /users/@me', undefined, { id: APPLICATION_ID, bot: true }],
    ['GET /users/%40me', undefined, { id: APPLICATION_ID }],
    [`GET ${CHANNEL}`, undefined, { id: CHANNEL_ID, type: 0, name: 'general' }],
    [`GET /channels/${REVIEW_CHANNEL_ID}`, undefined, { name: 'review' }],
    [`POST ${MESSAGES}`, card(), { channel_id: CHANNEL_ID, type: 0, flags: 32768 }],
    [`POST ${MESSAGES}`, { content: 'Hello', allowed_mentions: { parse: [] } }, { content: 'Hello' }],
  ])('%s', async (line, body, answer) => {
    const answered = await send(line, body)
    expect(answered).toMatchObject({ status: 200, body: answer })
    expect(answered.headers.get('content-type')).toContain('application/json')
    expect(discord.problems()).toEqual([])
  })
})

describe('a mistake of the bot is refused, and noted', () => {
  // biome-ignore format: a row a rule
  it.each<[string, string, unknown, Sent, number, object, string]>([
    ['no token', `GET ${CHANNEL}`, undefined, headers({ Authorization: '' }), 401, { message: '401: Unauthorized', code: 0 }, '401: Unauthorized'],
    ['another token', `GET ${CHANNEL}`, undefined, headers({ Authorization: 'Bot other' }), 401, { code: 0 }, '401: Unauthorized'],
    ['a token of another kind', 'GET /users/@me', undefined, headers({ Authorization: 'Bearer x' }), 401, { code: 0 }, '401: Unauthorized'],
    ['no User-Agent', `GET ${CHANNEL}`, undefined, headers({ 'User-Agent': '' }), 403, { code: 40333 }, 'internal network error'],
    ['a User-Agent of no bot', `GET ${CHANNEL}`, undefined, headers({ 'User-Agent': 'node' }), 403, { code: 40333 }, 'internal network error'],
    ['a User-Agent without version', `GET ${CHANNEL}`, undefined, headers({ 'User-Agent': 'DiscordBot (https://a.example)' }), 403, { code: 40333 }, 'internal network error'],
    ['no such route', 'GET /channel', undefined, {}, 404, { message: '404: Not Found', code: 0 }, '404: Not Found'],
    ['no such method there', `PUT ${MESSAGES}`, card(), {}, 405, { message: '405: Method Not Allowed', code: 0 }, '405: Method Not Allowed'],
    ['a body of another type', `POST ${MESSAGES}`, '{}', headers({ 'Content-Type': 'text/plain' }), 400, { code: 50035, errors: { _errors: [{ code: 'INVALID' }] } }, `the whole: Expected "Content-Type" header to be one of {'application/json'}.`],
    ['a body that is no JSON', `POST ${MESSAGES}`, '{', {}, 400, { code: 50109 }, 'The request body contains invalid JSON.'],
    ['a misspelt key', `POST ${MESSAGES}`, card('x', { componets: [] }), {}, 400, { message: 'Invalid Form Body', code: 50035, errors: { componets: { _errors: [{ message: 'Discord knows no such key here' }] } } }, 'componets: Discord knows no such key here'],
    ['a bad component', `POST ${MESSAGES}`, card('x'.repeat(4001)), {}, 400, { errors: { components: { 0: { content: { _errors: [{ message: 'has 4001 characters, at most 4000 are allowed' }] } } } } }, 'components[0].content: has 4001 characters, at most 4000 are allowed'],
    ['a long nonce', `POST ${MESSAGES}`, card('x', { nonce: 'x'.repeat(26) }), {}, 400, { errors: { nonce: {} } }, 'nonce: has 26 characters, at most 25 are allowed'],
    ['mentions', `POST ${MESSAGES}`, card('x', { allowed_mentions: undefined }), {}, 400, { errors: { allowed_mentions: {} } }, 'allowed_mentions: is missing; say { "parse": [] }, since answers echo what people typed'],
    ['nobody to write to', 'POST /users/@me/channels', {}, {}, 400, { errors: { recipient_id: {} } }, 'recipient_id: is missing'],
    ['a name for an id', 'POST /users/@me/channels', { recipient_id: 'ana' }, {}, 400, { errors: { recipient_id: {} } }, 'recipient_id: must match pattern "^(0|[1-9][0-9]*)$"'],
    ['too long a page', `GET ${MESSAGES}?limit=101`, undefined, {}, 400, { errors: { limit: {} } }, 'limit: must be a whole number from 1 to 100'],
  ])('%s', async (_, line, body, sent, status, answer, problem) => {
    expect(await send(line, body, sent)).toMatchObject({ status, body: answer })
    const [method = '', path] = line.replace(/\?.*/, '').split(' ')
    expect(discord.problems()).toEqual([{ method, path: `/api/v10${path}`, problems: [problem] }])
    expect(discord.messagesIn(CHANNEL_ID)).toEqual([])
  })
})

describe('what is simply so is told, and no mistake', () => {
  // biome-ignore format: a row a rule
  it.each<[string, string, unknown, number, number]>([
    ['no such channel', 'POST /channels/1/messages', card(), 404, 10003],
    ['no such message', `PATCH ${MESSAGES}/1`, card(), 404, 10008],
    ['a channel that the bot does not see', 'POST /channels/11/messages', card(), 403, 50001],
    ['a channel that it only reads', 'POST /channels/12/messages', card(), 403, 50013],
    ['a message to itself', 'POST /users/@me/channels', { recipient_id: APPLICATION_ID }, 400, 50033],
  ])('%s', async (_, line, body, status, code) => {
    discord.channel('11', { access: 'none' })
    discord.channel('12', { access: 'read' })
    expect(await send(line, body)).toMatchObject({ status, body: { code, message: expect.any(String) } })
    expect(discord.problems()).toEqual([])
  })

  it('a message is looked for in its channel alone', async () => {
    const { body } = await send(`POST ${MESSAGES}`, card())
    expect((await send(`GET ${MESSAGES}/${body.id}`)).status).toBe(200)
    expect((await send(`GET /channels/${REVIEW_CHANNEL_ID}/messages/${body.id}`)).body.code).toBe(10008)
  })
})

it('every answer says how far the limit is, by the bucket of its route', async () => {
  const one = await send(`POST ${MESSAGES}`, card())
  const other = await send(`POST /channels/${REVIEW_CHANNEL_ID}/messages`, card())
  const failed = await send('GET /nothing')
  for (const { headers } of [one, other, failed])
    for (const name of ['limit', 'remaining', 'reset', 'reset-after', 'bucket'])
      expect(headers.get(`x-ratelimit-${name}`)).toMatch(/^[\d.]+$/)
  expect(one.headers.get('x-ratelimit-bucket')).toBe(other.headers.get('x-ratelimit-bucket'))
  expect(one.headers.get('x-ratelimit-bucket')).not.toBe(failed.headers.get('x-ratelimit-bucket'))
})

it('an answer without content has no type of one', async () => {
  const { body } = await send(`POST ${MESSAGES}`, card())
  const deleted = await send(`DELETE ${MESSAGES}/${body.id}`)
  expect(deleted.status).toBe(204)
  expect(deleted.headers.has('content-type')).toBe(false)
  expect((await send(`GET ${MESSAGES}/${body.id}`)).body.code).toBe(10008)
  expect(discord.messagesIn(CHANNEL_ID)).toMatchObject([{ isDeleted: true, message: { id: body.id } }])
})

it('what was asked is kept, with how it was answered', async () => {
  await send('GET /users/@me')
  await send('GET /nothing')
  expect(discord.requests()).toEqual([
    { method: 'GET', path: '/api/v10/users/@me', status: 200 },
    { method: 'GET', path: '/api/v10/nothing', status: 404 },
  ])
})
