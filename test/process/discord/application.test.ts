import { PrivateApplicationResponseSchema } from 'discord-api-spec/zod'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keysOf } from '../../../bot/cli/keys.ts'
import { createDiscord } from '../../discord/discord.ts'
import { APPLICATION_ID } from '../../discord/protocol/people.ts'
import { answerOf, type request } from '../../support/discord-requests.ts'
import { type Answers, type Bot, PONG, serveBot, WELL } from './bot.ts'

const keys = keysOf('5'.repeat(64))
const discord = createDiscord({ keys })
const send = (...given: Parameters<typeof request>) => answerOf(discord.fetch, ...given)

let bot: Bot
beforeAll(async () => {
  bot = await serveBot(keys.publicKey)
})
afterAll(() => bot.close())
beforeEach(() => {
  discord.reset()
  bot.received.length = 0
  bot.answers = WELL
})

const endpoint = async () => (await send('GET /applications/@me')).body.interactions_endpoint_url
const set = (url: string | null) => send('PATCH /applications/@me', { interactions_endpoint_url: url })

describe('the application', () => {
  it('is described as the specification has it, with the key that it signs with', async () => {
    const { body } = await send('GET /applications/@me')
    expect(PrivateApplicationResponseSchema.safeParse(body).error?.issues).toBeUndefined()
    expect(body).toMatchObject({ id: APPLICATION_ID, verify_key: keys.publicKey })
    expect(body.interactions_endpoint_url).toBeNull()
  })

  it('keeps an endpoint that answers a PING and knows a wrong signature, and forgets it when told', async () => {
    expect(await set(bot.endpoint)).toMatchObject({
      status: 200,
      body: { interactions_endpoint_url: bot.endpoint },
    })
    expect(bot.received).toMatchObject([{ type: 1, application_id: APPLICATION_ID }])
    expect(await endpoint()).toBe(bot.endpoint)
    await set(null)
    expect(await endpoint()).toBeNull()
  })

  it.each<[string, Partial<Answers>]>([
    ['takes any signature', { unsigned: PONG }],
    ['fails at a wrong signature', { unsigned: { status: 500 } }],
    ['refuses the right signature', { signed: { status: 401 } }],
    ['answers a PING with something else', { signed: { status: 200, body: '{"type":4}' } }],
    ['answers what is no JSON', { signed: { status: 200, body: 'pong' } }],
    ['answers with another type of content', { signed: { ...PONG, type: 'text/plain' } }],
  ])('keeps none that %s', async (_, wrong) => {
    bot.answers = { ...WELL, ...wrong }
    const { status, body } = await set(bot.endpoint)
    expect(status).toBe(400)
    expect(body.errors).toMatchObject({
      interactions_endpoint_url: {
        _errors: [{ message: 'The specified interactions endpoint url could not be verified.' }],
      },
    })
    expect(await endpoint()).toBeNull()
  })

  it('keeps none that nobody answers at, or that is not secret on its way', async () => {
    expect((await set('http://127.0.0.1:9/interactions')).status).toBe(400)
    const { body } = await set('http://registry.example/interactions')
    expect(JSON.stringify(body.errors)).toContain('must be one of')
  })

  it.each([
    ['no address', { interactions_endpoint_url: 'interactions' }],
    ['a misspelt key', { interaction_endpoint_url: null }],
    ['what is not kept here', { tags: ['covid'] }],
  ])('refuses %s', async (_, body) => {
    expect(await send('PATCH /applications/@me', body)).toMatchObject({ status: 400, body: { code: 50035 } })
  })
})
