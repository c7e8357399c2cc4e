// A client that is not ours: what discord.js takes, the stand-in may be believed in.

import { DiscordAPIError, REST, Routes } from 'discord.js'
import type { APIChannel, APIMessage } from 'discord-api-types/v10'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { APPLICATION_ID, BOT_TOKEN, CHANNEL_ID, SECOND_VISITOR } from '../../discord/protocol/people.ts'
import { compileSchemas } from '../../discord/rules/schemas.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { card } from '../../support/discord-requests.ts'

/** Its time stands still: however busy the machine is, no answer comes too late for it. */
const began = Date.now()
const discord = createDiscord({ now: () => began })
let served: ServedDiscord
let rest: REST
beforeAll(async () => {
  await compileSchemas()
  served = await serveDiscord(discord, 0)
  rest = new REST({ api: `${served.url}/api`, version: '10' }).setToken(BOT_TOKEN)
})
afterAll(async () => {
  rest.clearHandlerSweeper()
  rest.clearHashSweeper()
  await served.close()
})
beforeEach(() => discord.reset())

/** What the stand-in answers there, by Discord's documentation. */
const answered = async <Type>(answer: Promise<unknown>) => (await answer) as Type
const post = (body: object) => answered<APIMessage>(rest.post(Routes.channelMessages(CHANNEL_ID), { body }))

describe('discord.js', () => {
  it('posts, reads, edits and deletes', async () => {
    const { id } = await post(card('one'))
    const path = Routes.channelMessage(CHANNEL_ID, id)
    await rest.patch(path, { body: card('two') })
    expect(JSON.stringify(await rest.get(path))).toContain('two')
    expect(await rest.get(Routes.channelMessages(CHANNEL_ID))).toHaveLength(1)
    await rest.delete(path)
    expect(discord.messagesIn(CHANNEL_ID)).toMatchObject([{ isDeleted: true, earlier: [{ id }] }])
    expect(discord.problems()).toEqual([])
  })

  it('writes to a person', async () => {
    const opened = rest.post(Routes.userChannels(), { body: { recipient_id: SECOND_VISITOR.id } })
    const { id } = await answered<APIChannel>(opened)
    await rest.post(Routes.channelMessages(id), { body: card('for you') })
    expect(discord.messagesTo(SECOND_VISITOR.id)).toHaveLength(1)
  })

  it('answers an interaction, first and later', async () => {
    const { id, token } = slashCommand('covid-data list')
    await rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false })
    await rest.patch(Routes.webhookMessage(APPLICATION_ID, token), { body: card(), auth: false })
    await rest.post(Routes.webhook(APPLICATION_ID, token), { body: card('more'), auth: false })
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(2)
    expect(discord.problems()).toEqual([])
  })

  it('waits where there is a limit, and then gets through', async () => {
    const limits: number[] = []
    const note = ({ retryAfter }: { retryAfter: number }) => limits.push(retryAfter)
    rest.on('rateLimited', note)
    discord.faults.next({ path: /messages$/ }, { type: 'rateLimit', retryAfter: 0.3 })
    const begun = performance.now()
    await post(card())
    rest.off('rateLimited', note)
    expect(limits).toHaveLength(1)
    expect(performance.now() - begun).toBeGreaterThan(290)
    expect(discord.requests().map(({ status }) => status)).toEqual([429, 200])
  })

  it('tries again where Discord is broken', async () => {
    discord.faults.next({ path: /messages$/ }, { type: 'status', status: 502 })
    await post(card())
    expect(discord.requests().map(({ status }) => status)).toEqual([502, 200])
  })

  it('tells what is wrong with a message, and where', async () => {
    const error = await post(card('x', { componets: [] })).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(DiscordAPIError)
    expect(error).toMatchObject({ status: 400, code: 50035 })
    expect(String(error)).toContain('componets[INVALID]: Discord knows no such key here')
  })
})
