import { beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { APPLICATION_ID, CHANNEL_ID, REVIEW_CHANNEL_ID } from '../../discord/protocol/people.ts'
import { clickOn } from '../../playground/chat/clicks.ts'
import { answerTo, card, request } from '../../support/discord-requests.ts'

let time = Date.now()
const discord = createDiscord({ now: () => time })
// The token in the path is all that these routes ask for.
const send = (line: string, body?: unknown) => {
  const sent = request(line, body)
  sent.headers.delete('authorization')
  return answerTo(discord.fetch, sent)
}
beforeEach(() => {
  discord.reset()
  time = Date.now()
})

const listCommand = () => slashCommand('covid-data list', {}, { channelId: REVIEW_CHANNEL_ID })
const webhook = (token: string) => `/webhooks/${APPLICATION_ID}/${token}`
const original = (token: string) => `${webhook(token)}/messages/@original`
const DEFERRED = { type: 5 } as const

describe('the answer to an interaction', () => {
  it.each(['@original', '%40original'])('is put where the deferral was, at %s', async (name) => {
    const { token, id } = listCommand()
    const filled = await send(`PATCH ${webhook(token)}/messages/${name}`, card('late'))
    expect(filled).toMatchObject({
      status: 200,
      body: { type: 20, application_id: APPLICATION_ID, interaction_metadata: { id }, flags: 32768 },
    })
    expect((await send(`GET ${original(token)}`)).body).toEqual(filled.body)
    const edited = await send(`PATCH ${original(token)}`, card('later'))
    expect(edited.body.id).toBe(filled.body.id)
    expect(discord.messagesIn(CHANNEL_ID)).toMatchObject([{ earlier: [filled.body] }])
    expect(discord.problems()).toEqual([])
  })

  it('that was noted stands in its channel, as private as its deferral', async () => {
    const interaction = listCommand()
    discord.interaction(interaction, { type: 5, data: { flags: 64 } })
    const { body } = await send(`PATCH ${original(interaction.token)}`, card())
    expect(body).toMatchObject({ channel_id: REVIEW_CHANNEL_ID, flags: 32768 | 64 })
  })

  it('that overtakes its deferral is as private once that comes', async () => {
    const interaction = listCommand()
    discord.interaction(interaction)
    await send(`PATCH ${original(interaction.token)}`, card())
    discord.interaction(interaction, { type: 5, data: { flags: 64 } })
    expect((await send(`GET ${original(interaction.token)}`)).body.flags).toBe(32768 | 64)
  })

  it('that is there is not made again by a follow-up', async () => {
    const interaction = listCommand()
    discord.interaction(interaction, { type: 4, data: card('first') })
    const followUp = await send(`POST ${webhook(interaction.token)}`, card('second', { flags: 32768 | 64 }))
    expect(followUp).toMatchObject({ status: 200, body: { flags: 32768 | 64 } })
    expect(JSON.stringify((await send(`GET ${original(interaction.token)}`)).body)).toContain('first')
    const path = `${webhook(interaction.token)}/messages/${followUp.body.id}`
    expect((await send(`PATCH ${path}`, card('third'))).body).toMatchObject({ id: followUp.body.id })
    expect((await send(`DELETE ${path}`)).status).toBe(204)
    expect((await send(`GET ${path}`)).body.code).toBe(10008)
    expect(discord.messagesIn(REVIEW_CHANNEL_ID)).toHaveLength(2)
  })

  it('to a click changes the message that was clicked on', async () => {
    await answerTo(discord.fetch, request(`POST /channels/${CHANNEL_ID}/messages`, card('before')))
    const [kept] = discord.messagesIn(CHANNEL_ID)
    if (!kept) throw new Error('There is the message that was posted.')
    const click = clickOn(kept.message, 'Approve')
    discord.interaction(click)
    const { body } = await send(`PATCH ${original(click.token)}`, card('after'))
    expect(body.id).toBe(kept.message.id)
    discord.interaction(clickOn(kept.message, 'Approve'), { type: 7, data: card('at last') })
    expect(JSON.stringify(kept.message)).toContain('at last')
    expect(kept.earlier).toHaveLength(2)
  })

  it('is refused where Discord refuses a message', async () => {
    const { token } = listCommand()
    expect(await send(`PATCH ${original(token)}`, { content: 'x' })).toMatchObject({ status: 400 })
    expect(await send(`POST ${webhook(token)}`, card('x', { nonce: '1' }))).toMatchObject({ status: 400 })
    expect(discord.problems()).toHaveLength(2)
  })
})

describe('a token', () => {
  it('is good for fifteen minutes, and at its own application', async () => {
    const { token } = listCommand()
    expect((await send(`PATCH ${original(token)}`, card())).status).toBe(200)
    expect(await send(`GET /webhooks/1/${token}/messages/@original`)).toMatchObject({
      status: 404,
      body: { code: 10015 },
    })
    time += 15 * 60_000 + 5000
    expect(await send(`PATCH ${original(token)}`, card())).toMatchObject({
      status: 401,
      body: { code: 50027 },
    })
  })

  it('that Discord has not made is none', async () => {
    for (const token of ['token', btoa('interaction:1')])
      expect(await send(`PATCH ${original(token)}`, card())).toMatchObject({ body: { code: 50027 } })
  })

  it('gives no other message', async () => {
    await answerTo(discord.fetch, request(`POST /channels/${CHANNEL_ID}/messages`, card()))
    const id = discord.messagesIn(CHANNEL_ID)[0]?.message.id
    expect((await send(`GET ${webhook(listCommand().token)}/messages/${id}`)).body.code).toBe(10008)
    expect((await send(`GET ${original(listCommand().token)}`)).body.code).toBe(10008)
  })
})

describe('a callback', () => {
  const callback = ({ id, token }: { id: string; token: string }) => `/interactions/${id}/${token}/callback`

  it('answers once, with nothing', async () => {
    const interaction = listCommand()
    discord.interaction(interaction)
    expect((await send(`POST ${callback(interaction)}`, { type: 4, data: card() })).status).toBe(204)
    expect(await send(`POST ${callback(interaction)}`, DEFERRED)).toMatchObject({
      status: 400,
      body: { code: 40060 },
    })
    expect(discord.messagesIn(REVIEW_CHANNEL_ID)).toHaveLength(1)
  })

  it('answers with what came of it, if asked to', async () => {
    const interaction = listCommand()
    const line = `POST ${callback(interaction)}?with_response=true`
    const { status, body } = await send(line, { type: 4, data: card() })
    const [kept] = discord.messagesIn(CHANNEL_ID)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      interaction: { id: interaction.id, type: 2, response_message_id: kept?.message.id },
      resource: { type: 4, message: kept?.message },
    })
  })

  it('is judged by the interaction, and comes within three seconds', async () => {
    const interaction = listCommand()
    expect((await send(`POST ${callback(interaction)}`, { type: 7, data: card() })).body.code).toBe(50035)
    time += 8000
    expect((await send(`POST ${callback(interaction)}`, DEFERRED)).body.code).toBe(10062)
    expect((await send(`POST ${callback({ ...interaction, id: '1' })}`, DEFERRED)).body.code).toBe(10062)
  })
})
