import { MessageResponseSchema, PrivateChannelResponseSchema } from 'discord-api-spec/zod'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import {
  CHANNEL_ID,
  DIRECT_CHANNEL_ID,
  MAINTAINER,
  REVIEW_CHANNEL_ID,
  SECOND_VISITOR,
  VISITOR,
} from '../../discord/protocol/people.ts'
import { clickOn } from '../../playground/chat/clicks.ts'
import { answerOf, card, type request } from '../../support/discord-requests.ts'

let time = Date.now()
const discord = createDiscord({ now: () => time })
const send = (...given: Parameters<typeof request>) => answerOf(discord.fetch, ...given)
beforeEach(() => discord.reset())

const MESSAGES = `/channels/${CHANNEL_ID}/messages`
const post = (body: object, channel = CHANNEL_ID) => send(`POST /channels/${channel}/messages`, body)
const shown = (channel = CHANNEL_ID) =>
  discord.messagesIn(channel).map(({ message }) => JSON.stringify(message.components?.[0]))

describe('a message that the bot posts', () => {
  it('is one as Discord publishes them, and answers nothing', async () => {
    const { body } = await post(card())
    expect(MessageResponseSchema.safeParse(body).error?.issues).toBeUndefined()
    expect(body).toMatchObject({ author: { bot: true }, edited_timestamp: null })
    for (const key of ['interaction_metadata', 'application_id', 'webhook_id', 'nonce'])
      expect(body).not.toHaveProperty(key)
  })

  it('can be clicked on, where it stands', async () => {
    await post(card('x', { nonce: '1' }), REVIEW_CHANNEL_ID)
    const [kept] = discord.messagesIn(REVIEW_CHANNEL_ID)
    if (!kept) throw new Error('There is the message that was posted.')
    const click = clickOn({ ...kept.message, nonce: '1' }, 'approve', { person: MAINTAINER })
    expect(click).toMatchObject({
      type: 3,
      channel_id: REVIEW_CHANNEL_ID,
      channel: { id: REVIEW_CHANNEL_ID, name: 'review' },
      member: { user: { id: MAINTAINER.id } },
      data: { custom_id: 'approve', component_type: 2 },
    })
    expect(click.message).toEqual(kept.message)
    expect(() => clickOn(kept.message, 'Reject')).toThrow('There is no "Reject" to click.')
  })

  it('is read newest first, a page at a time', async () => {
    const ids: string[] = []
    for (const content of ['a', 'b', 'c']) ids.push((await post(card(content))).body.id)
    const [a, b, c] = ids
    const read = async (query: string) => {
      const response = await send(`GET ${MESSAGES}${query}`)
      return Object.values(response.body).map((message) => Object(message).id)
    }
    expect(await read('')).toEqual([c, b, a])
    expect(await read('?limit=1')).toEqual([c])
    expect(await read(`?before=${c}&limit=1`)).toEqual([b])
    expect(await read(`?after=${a}`)).toEqual([c, b])
  })
})

describe('a nonce', () => {
  const once = (nonce: string | number, content = 'x') => card(content, { nonce, enforce_nonce: true })

  it('makes a repeat the message that there is', async () => {
    const first = await post(once('delivery-1', 'first'))
    const again = await post(once('delivery-1', 'again'))
    expect(first).toMatchObject({ status: 200, body: { nonce: 'delivery-1' } })
    expect(again.body).toEqual(first.body)
    expect(shown()).toEqual([expect.stringContaining('first')])
  })

  it('holds for repeats that come at once', async () => {
    const answers = await Promise.all([post(once(7)), post(once(7)), post(once(7))])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(1)
  })

  it('is of its channel, forgotten after minutes, and nothing where it is not enforced', async () => {
    await post(once('1'))
    await post(once('2'))
    await post(once('1'), REVIEW_CHANNEL_ID)
    time += 3 * 60_000
    await post(once('1'))
    await post(card('x', { nonce: '2' }))
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(4)
    expect(discord.messagesIn(REVIEW_CHANNEL_ID)).toHaveLength(1)
  })

  it('of a message that was edited gives it as it is, of one that was deleted nothing', async () => {
    const { body } = await post(once('1', 'before'))
    await send(`PATCH ${MESSAGES}/${body.id}`, card('after'))
    expect(JSON.stringify((await post(once('1'))).body)).toContain('after')
    await send(`DELETE ${MESSAGES}/${body.id}`)
    expect(await post(once('1'))).toMatchObject({ status: 404, body: { code: 10008 } })
  })
})

describe('an edit', () => {
  const edit = (id: string, body: object) => send(`PATCH ${MESSAGES}/${id}`, body)
  const NO_MENTIONS = { allowed_mentions: { parse: [] } }

  it('replaces what it names, and what was is remembered', async () => {
    const { body } = await post(card('one'))
    time += 1000
    const edited = await edit(body.id, { ...NO_MENTIONS, components: [{ type: 10, content: 'two' }] })
    expect(edited.status).toBe(200)
    expect(edited.body).toMatchObject({
      id: body.id,
      flags: 32768,
      components: [{ type: 10, content: 'two', id: 1 }],
      edited_timestamp: new Date(time).toISOString(),
    })
    const [kept] = discord.messagesIn(CHANNEL_ID)
    expect(kept).toMatchObject({ earlier: [body], message: edited.body, isDeleted: false })
  })

  it('is later than the one before, also within a millisecond', async () => {
    const { body } = await post(card('one'))
    const at = async (content: string) => String((await edit(body.id, card(content))).body.edited_timestamp)
    const [first, second] = [await at('two'), await at('three')]
    expect(first).toBe(new Date(time).toISOString())
    expect(second > first).toBe(true)
  })

  it('leaves what it does not name, and takes away what is null', async () => {
    const { body } = await post({ ...NO_MENTIONS, content: 'Text', embeds: [{ title: 'Title' }] })
    expect((await edit(body.id, { ...NO_MENTIONS, flags: 4 })).body).toMatchObject({
      content: 'Text',
      flags: 4,
    })
    expect((await edit(body.id, { ...NO_MENTIONS, content: null, flags: 0 })).body).toMatchObject({
      content: '',
      embeds: [{ title: 'Title' }],
      flags: 0,
    })
    expect(await edit(body.id, { ...NO_MENTIONS, embeds: [] })).toMatchObject({ status: 400 })
  })

  it('turns text to components V2, and never back', async () => {
    const { body } = await post({ ...NO_MENTIONS, content: 'Text' })
    expect((await edit(body.id, card())).body.errors).toHaveProperty('content')
    expect(await edit(body.id, card('x', { content: null }))).toMatchObject({ body: { flags: 32768 } })
    expect((await edit(body.id, { ...NO_MENTIONS, flags: 0 })).body.errors).toHaveProperty('flags')
    expect((await edit(body.id, { ...NO_MENTIONS, flags: 32768 | 4 })).body.flags).toBe(32768 | 4)
  })
})

describe('direct messages', () => {
  const open = (id: string) => send('POST /users/@me/channels', { recipient_id: id })

  it('with a person are one channel, however often it is opened', async () => {
    const first = await open(SECOND_VISITOR.id)
    expect(first).toMatchObject({ status: 200, body: { type: 1, recipients: [{ id: SECOND_VISITOR.id }] } })
    expect(PrivateChannelResponseSchema.safeParse(first.body).error?.issues).toBeUndefined()
    expect((await open(SECOND_VISITOR.id)).body).toEqual(first.body)
    expect((await open(VISITOR.id)).body.id).toBe(DIRECT_CHANNEL_ID)
    expect((await open(MAINTAINER.id)).body.id).not.toBe(first.body.id)
    await post(card('for you'), first.body.id)
    expect(discord.messagesTo(SECOND_VISITOR.id)).toMatchObject([{ message: { channel_id: first.body.id } }])
    expect(discord.messagesTo(VISITOR.id)).toEqual([])
    expect((await send(`GET /channels/${first.body.id}`)).body).toHaveProperty('last_message_id')
  })

  it('reach nobody who has closed them', async () => {
    discord.person(SECOND_VISITOR.id, { acceptsDirectMessages: false })
    const { status, body } = await open(SECOND_VISITOR.id)
    expect(status).toBe(200)
    expect(await post(card(), body.id)).toMatchObject({ status: 403, body: { code: 50007 } })
    discord.person(SECOND_VISITOR.id, { acceptsDirectMessages: true })
    expect((await post(card(), body.id)).status).toBe(200)
  })
})
