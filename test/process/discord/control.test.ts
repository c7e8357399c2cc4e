import { type Response as AnswerThere, Miniflare, type Request as SentThere } from 'miniflare'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { CHANNEL_ID, SECOND_VISITOR } from '../../discord/protocol/people.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { card, request } from '../../support/discord-requests.ts'

const discord = createDiscord()
let served: ServedDiscord
beforeAll(async () => {
  served = await serveDiscord(discord, 0)
})
afterAll(() => served.close())
beforeEach(() => discord.reset())

const ask = (line: string, body?: unknown) => {
  const [method = '', path] = line.split(' ')
  return fetch(`${served.url}/stand-in${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
}
const read = (path: string) => ask(`GET ${path}`).then((response) => response.json())
const api = (line: string, body?: unknown) => fetch(request(line, body, { base: served.url }))
const post = (channel = CHANNEL_ID) => api(`POST /channels/${channel}/messages`, card())

describe('over HTTP one can', () => {
  it('read what arrived', async () => {
    await post()
    await api('GET /nothing')
    expect(await read(`/channels/${CHANNEL_ID}/messages`)).toEqual([...discord.messagesIn(CHANNEL_ID)])
    expect(await read('/requests')).toEqual([...discord.requests()])
    expect(await read('/problems')).toEqual([
      { method: 'GET', path: '/api/v10/nothing', problems: ['404: Not Found'] },
    ])
  })

  it('come back on a connection after any time: it says of none how long it stays', async () => {
    const response = await post()
    expect([response.status, response.headers.get('keep-alive')]).toEqual([200, null])
  })

  it('ask for faults, and for all connections to drop', async () => {
    const fault = { type: 'status', status: 500 }
    expect((await ask('POST /faults', { method: 'POST', path: '/messages$', fault, times: 2 })).status).toBe(
      204,
    )
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([500, 500, 200])
    await ask('POST /down', { down: true })
    await expect(post()).rejects.toThrow(TypeError)
    await ask('POST /down', { down: false })
    expect((await post()).status).toBe(200)
  })

  it('close the direct messages of a person, and read those that came before', async () => {
    const opened = await api('POST /users/@me/channels', { recipient_id: SECOND_VISITOR.id })
    const { id } = await opened.json<{ id: string }>()
    await post(id)
    await ask(`POST /people/${SECOND_VISITOR.id}`, { acceptsDirectMessages: false })
    expect((await post(id)).status).toBe(403)
    expect(await read(`/users/${SECOND_VISITOR.id}/messages`)).toMatchObject([
      { message: { channel_id: id } },
    ])
  })

  it('make a channel, and shut the bot out of it', async () => {
    expect((await post('77')).status).toBe(404)
    await ask('POST /channels/77', { access: 'write' })
    expect((await post('77')).status).toBe(200)
    await ask('POST /channels/77', { access: 'none' })
    expect((await post('77')).status).toBe(403)
  })

  it('note an interaction and its answer', async () => {
    const interaction = slashCommand('covid-data list')
    await ask('POST /interactions', { interaction, response: { type: 4, data: card() } })
    expect(await read(`/channels/${CHANNEL_ID}/messages`)).toMatchObject([
      { message: { interaction_metadata: { id: interaction.id } } },
    ])
  })

  it('begin again', async () => {
    await post()
    await ask('POST /faults', { path: '.', fault: { type: 'drop' } })
    await ask('POST /reset')
    expect(await read('/requests')).toEqual([])
    expect(await read(`/channels/${CHANNEL_ID}/messages`)).toEqual([])
    expect((await post()).status).toBe(200)
  })
})

describe('what it is not for is refused', () => {
  it.each([
    ['GET /nothing', undefined, 404],
    ['GET /down', undefined, 405],
    ['POST /down', undefined, 400],
    ['POST /down', { down: 'yes' }, 400],
    ['POST /faults', { path: '.', fault: { type: 'fire' } }, 400],
    ['POST /faults', { path: '(', fault: { type: 'drop' } }, 400],
    ['POST /faults', { path: '.', fault: { type: 'drop' }, times: 0 }, 400],
    ['POST /interactions', { interaction: {} }, 400],
  ])('%s %o', async (line, body, status) => {
    const response = await ask(line, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ message: expect.any(String) })
    expect(discord.requests()).toEqual([])
  })
})

/** Passes requests on, to an address or to a service, and says how that failed. */
const RELAY = `export default {
  async fetch(request, env) {
    const { url, ...init } = await request.json()
    try {
      const answer = await (init.isBound ? env.DISCORD : globalThis).fetch(url, init)
      return new Response(await answer.text(), { status: answer.status })
    } catch (error) {
      return new Response(String(error), { status: 599 })
    }
  }
}`

/** Miniflare has types of its own for what are web standards on both sides. */
const asService = (fetch: unknown) => fetch as (sent: SentThere) => Promise<AnswerThere>

describe('a Worker in workerd', () => {
  let miniflare: Miniflare
  beforeAll(async () => {
    miniflare = new Miniflare({
      workers: [
        {
          config: {
            name: 'relay',
            compatibilityDate: '2026-08-03',
            manifest: { mainModule: 'relay.js', modules: { 'relay.js': { type: 'esm', contents: RELAY } } },
            env: { DISCORD: { type: 'fetcher', handler: asService(discord.fetch) } },
          },
        },
      ],
    })
    await miniflare.ready
  })
  afterAll(() => miniflare.dispose())

  const sendThere = async (line: string, body: unknown, isBound: boolean) => {
    const sent = request(line, body, { base: isBound ? 'http://discord' : served.url })
    const init = { method: sent.method, headers: Object.fromEntries(sent.headers), body: await sent.text() }
    const answer = await miniflare.dispatchFetch('http://worker/', {
      method: 'POST',
      body: JSON.stringify({ url: sent.url, isBound, ...init }),
    })
    return { status: answer.status, text: await answer.text() }
  }

  it.each([
    ['over HTTP', false],
    ['as a service', true],
  ])('reaches it %s', async (_, isBound) => {
    const line = `POST /channels/${CHANNEL_ID}/messages`
    expect(await sendThere(line, card(), isBound)).toMatchObject({ status: 200 })
    expect(await sendThere(line, {}, isBound)).toMatchObject({ status: 400 })
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(1)
  })

  it.each([
    ['drop', 0],
    ['loseAnswer', 1],
  ] as const)('over HTTP sees its fetch fail by %s', async (type, count) => {
    discord.faults.next({ path: /./ }, { type })
    const { status } = await sendThere(`POST /channels/${CHANNEL_ID}/messages`, card(), false)
    expect(status).toBe(599)
    expect(discord.messagesIn(CHANNEL_ID)).toHaveLength(count)
  })
})
