// What a client of the gateway may not do is refused as Discord refuses it. That discord.js gets along with it is shown
// where it is used, in test/process/gateway.

import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createDiscord } from '../../discord/discord.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { APPLICATION_ID, BOT_TOKEN, SERVER_ID } from '../../discord/protocol/people.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { answerOf, card } from '../../support/discord-requests.ts'

const discord = createDiscord()
let served: ServedDiscord
beforeAll(async () => {
  served = await serveDiscord(discord, 0)
})
afterAll(() => served.close())
beforeEach(() => discord.reset())

interface Payload {
  readonly op: number
  readonly d: Record<string, unknown>
  readonly s: number | null
  readonly t: string | null
}

/** A connection whose payloads are read one after the other. */
function client(query = 'v=10&encoding=json', path = '/gateway/', at = served) {
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}${path}?${query}`)
  const inbox: Payload[] = []
  const waiting: ((payload: Payload) => void)[] = []
  socket.on('message', (data) => {
    const payload: Payload = JSON.parse(String(data))
    const next = waiting.shift()
    if (next) next(payload)
    else inbox.push(payload)
  })
  const closed = once(socket, 'close').then(([code]): unknown => code)
  return {
    closed,
    next: () => {
      const payload = inbox.shift()
      return payload ? Promise.resolve(payload) : new Promise<Payload>((resolve) => waiting.push(resolve))
    },
    send: (payload: object) => socket.send(JSON.stringify(payload)),
    sendRaw: (data: string | Buffer) => socket.send(data),
    close: (code: number) => socket.close(code),
  }
}

const IDENTIFY = {
  token: BOT_TOKEN,
  intents: 0,
  properties: { os: 'linux', browser: 'a test', device: 'a test' },
}

async function identified(more: object = {}) {
  const connection = client()
  await connection.next()
  connection.send({ op: 2, d: { ...IDENTIFY, ...more } })
  const ready = await connection.next()
  return { ...connection, ready }
}

async function resuming(session: unknown, seq: number, token = BOT_TOKEN) {
  const connection = client(undefined, '/gateway/resume/')
  await connection.next()
  connection.send({ op: 6, d: { token, session_id: session, seq } })
  return connection
}

describe('the gateway', () => {
  it('is found by its routes, the bot’s own with its token', async () => {
    const send = (request: Request) => discord.fetch(request)
    const url = expect.stringMatching(/^ws:\/\/\S+\/gateway\/$/)
    expect(
      (await answerOf(send, 'GET /gateway', undefined, { headers: { Authorization: '' } })).body,
    ).toEqual({
      url,
    })
    const bot = await answerOf(send, 'GET /gateway/bot')
    expect(bot.body).toMatchObject({ url, shards: 1, session_start_limit: { max_concurrency: 1 } })
    const stranger = { headers: { Authorization: 'Bot another' } }
    expect((await answerOf(send, 'GET /gateway/bot', undefined, stranger)).status).toBe(401)
  })

  it('says hello, then who one is, then what happens', async () => {
    const connection = client()
    expect(await connection.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } })
    connection.send({ op: 1, d: null })
    expect(await connection.next()).toMatchObject({ op: 11 })
    connection.send({ op: 2, d: IDENTIFY })
    expect(await connection.next()).toMatchObject({
      op: 0,
      s: 1,
      t: 'READY',
      d: { v: 10, application: { id: APPLICATION_ID }, guilds: [{ id: SERVER_ID, unavailable: true }] },
    })
    const interaction = slashCommand('covid-data list')
    discord.gateway.dispatch(interaction)
    expect(await connection.next()).toEqual({ op: 0, s: 2, t: 'INTERACTION_CREATE', d: interaction })
    expect(discord.problems()).toEqual([])
  })

  it('tells of servers whoever asks for it', async () => {
    const { next } = await identified({ intents: 1 })
    expect(await next()).toMatchObject({ t: 'GUILD_CREATE', d: { id: SERVER_ID, unavailable: false } })
  })

  it('tells what was missed to who comes back, in order', async () => {
    const { ready, closed } = await identified()
    discord.gateway.drop()
    expect(await closed).toBe(1006)
    const missed = [slashCommand('covid-data list'), slashCommand('covid-data about')]
    for (const interaction of missed) discord.gateway.dispatch(interaction)
    const { next } = await resuming(ready.d.session_id, 1)
    expect(await next()).toMatchObject({ s: 2, t: 'INTERACTION_CREATE', d: { id: missed[0]?.id } })
    expect(await next()).toMatchObject({ s: 3, t: 'INTERACTION_CREATE', d: { id: missed[1]?.id } })
    expect(await next()).toMatchObject({ s: 4, t: 'RESUMED' })
  })

  it.each([1000, 1001])('forgets who says goodbye with %i', async (code) => {
    const { ready, close, closed } = await identified()
    close(code)
    await closed
    const { next } = await resuming(ready.d.session_id, 1)
    expect(await next()).toMatchObject({ op: 9, d: false })
  })

  it('ends a connection without a sign of life', async () => {
    const impatient = await serveDiscord(createDiscord({ heartbeat: 100 }), 0)
    expect(await client(undefined, undefined, impatient).closed).toBe(4009)
    await impatient.close()
  })

  it('has no webhook for an interaction before its first answer', async () => {
    await identified()
    const { id, token } = discord.gateway.dispatch(slashCommand('covid-data list')).interaction
    const [inPath, original] = [encodeURIComponent(token), 'messages/@original']
    const late = () =>
      answerOf(discord.fetch, `PATCH /webhooks/${APPLICATION_ID}/${inPath}/${original}`, card())
    expect(await late()).toMatchObject({ status: 404, body: { code: 10015 } })
    const callback = `POST /interactions/${id}/${inPath}/callback`
    expect(await answerOf(discord.fetch, callback, { type: 5 })).toMatchObject({ status: 204 })
    expect(await late()).toMatchObject({ status: 200 })
  })

  it('has nobody to tell where nobody is connected', () => {
    expect(() => discord.gateway.dispatch(slashCommand('covid-data list'))).toThrow('No client')
  })
})

describe('refused is', () => {
  it.each([
    ['an opcode that there is not', { op: 99, d: null }, 4001],
    ['what is too large', { op: 1, d: null, more: 'x'.repeat(4096) }, 4002],
    ['half of what identifying takes', { op: 2, d: { token: BOT_TOKEN } }, 4002],
    ['anything before one has said who one is', { op: 3, d: {} }, 4003],
    ['another token', { op: 2, d: { ...IDENTIFY, token: 'another' } }, 4004],
    ['a shard where there is one', { op: 2, d: { ...IDENTIFY, shard: [1, 2] } }, 4010],
    ['an intent that there is not', { op: 2, d: { ...IDENTIFY, intents: 1 << 30 } }, 4013],
    ['an intent that was not granted', { op: 2, d: { ...IDENTIFY, intents: 1 << 15 } }, 4014],
  ])('%s', async (_, payload, code) => {
    const connection = client()
    await connection.next()
    connection.send(payload)
    expect(await connection.closed).toBe(code)
    expect(discord.problems()).toHaveLength(1)
  })

  it.each([
    ['what is no JSON', '{'],
    ['what is binary', Buffer.from('{"op":1,"d":null}')],
  ])('%s', async (_, data) => {
    const connection = client()
    await connection.next()
    connection.sendRaw(data)
    expect(await connection.closed).toBe(4002)
  })

  it.each([
    ['v=9&encoding=json', 4012],
    ['v=10&encoding=etf', 4002],
    ['v=10&encoding=json&compress=zlib-stream', 4002],
  ])('%s', async (query, code) => {
    expect(await client(query).closed).toBe(code)
  })

  it('to say twice who one is', async () => {
    const { send, closed } = await identified()
    send({ op: 2, d: IDENTIFY })
    expect(await closed).toBe(4005)
  })

  it('to resume what did not happen yet', async () => {
    const { ready } = await identified()
    discord.gateway.drop()
    const { closed } = await resuming(ready.d.session_id, 5)
    expect(await closed).toBe(4007)
  })

  it('more than 120 payloads in a minute', async () => {
    const { send, closed } = await identified()
    for (let sent = 0; sent < 121; sent++) send({ op: 1, d: 1 })
    expect(await closed).toBe(4008)
  })
})
