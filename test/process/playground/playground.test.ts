// The playground's server, before a Worker that is slow, wrong or not there.

import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import type { APIInteraction } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysOf } from '../../../bot/cli/keys.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'
import { createDiscord } from '../../discord/discord.ts'
import { watched } from '../../discord/rest/changes.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { type Playground, servePlayground } from '../../playground/server/playground.ts'
import type { Acting, News, Outcome, ShownMessage } from '../../playground/server/protocol.ts'

const ACTING: Acting = { role: 'visitor', channel: 'general', locale: 'de', serverLocale: 'en-US' }
const CARD = {
  flags: 32768,
  components: [{ type: 10, content: 'Here it is.' }],
  allowed_mentions: { parse: [] },
}

/** What the Worker answers, and what it was sent. */
let answer: unknown
let received: APIInteraction[] = []
let worker: Server
let served: ServedDiscord
let playground: Playground
const discord = watched(createDiscord())

beforeAll(async () => {
  worker = createServer(async (incoming, outgoing) => {
    // What cron would start is asked for too.
    if (incoming.url !== '/interactions') {
      outgoing.end('ok')
      return
    }
    received.push((await json(incoming)) as APIInteraction)
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  worker.keepAliveTimeout = 0
  const port = await freePort()
  await new Promise<void>((resolve) => worker.listen(port, '127.0.0.1', resolve))
  served = await serveDiscord(discord, 0)
  playground = await servePlayground({
    registryUrl: `http://127.0.0.1:${port}`,
    discord,
    keys: keysOf('11'.repeat(32)),
    port: await freePort(),
  })
})

afterAll(async () => {
  await playground.close()
  await served.close()
  worker.close()
})

async function act(name: string, given: object, acting: Acting = ACTING): Promise<Outcome> {
  const response = await fetch(`${playground.url}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: playground.url },
    body: JSON.stringify({ acting, act: given }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Outcome
}

/** What somebody sees now, by the first of what they are told. */
async function seenBy(role: Acting['role']): Promise<readonly ShownMessage[]> {
  const response = await fetch(`${playground.url}/api/news?role=${role}`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  const [first = ''] = text.split('\n\n')
  return (JSON.parse(first.replace('data: ', '')) as News).messages
}

const newest = async (role: Acting['role'] = 'visitor') => (await seenBy(role)).at(-1)

describe('what is sent', () => {
  it('is a whole interaction, of the person, where they are and in both languages', async () => {
    answer = { type: 4, data: CARD }
    received = []
    const maintainer: Acting = { ...ACTING, role: 'maintainer' }
    const texts = { about: 'everything', channel: '1170000000000000201' }
    expect(await act('slash', { path: 'covid-watch add', texts }, maintainer)).toEqual({ kind: 'done' })
    expect(received).toMatchObject([
      {
        type: 2,
        locale: 'de',
        guild_locale: 'en-US',
        member: { user: { username: 'maintainer' } },
        data: {
          name: 'covid-watch',
          options: [
            {
              name: 'add',
              options: [
                { name: 'about', type: 3, value: 'everything' },
                { name: 'channel', type: 7, value: '1170000000000000201' },
              ],
            },
          ],
          resolved: { channels: { '1170000000000000201': { name: 'general', type: 0 } } },
        },
      },
    ])
    expect(await newest()).toMatchObject({
      answers: {
        who: 'Maintainer',
        verb: 'used',
        what: '/covid-watch add about:everything channel:#general',
      },
      components: [{ content: 'Here it is.' }],
    })
  })

  it('is nothing that Discord would not send', async () => {
    received = []
    expect(await act('slash', { path: 'covid-data search', texts: {} })).toEqual({
      kind: 'refused',
      why: 'query: is required.',
    })
    expect(await act('slash', { path: 'covid-data ct', texts: { private: 'perhaps' } })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('private: is true or false'),
    })
    expect(await act('say', { content: ' ' })).toMatchObject({ kind: 'refused' })
    expect(await act('click', { message: '1', customId: 'x' })).toMatchObject({ kind: 'refused' })
    expect(received).toEqual([])
  })

  it('is a message as it stands, where its menu is used', async () => {
    received = []
    await act('say', { content: 'See https://a.org' })
    const message = await newest()
    await act('menu', { name: 'Suggest to the registry', message: message?.id })
    expect(received).toMatchObject([
      {
        type: 2,
        data: {
          type: 3,
          target_id: message?.id,
          resolved: { messages: { [String(message?.id)]: { content: 'See https://a.org' } } },
        },
      },
    ])
  })
})

describe('an answer', () => {
  it('that is deferred is thought about, by who asked, until it comes', async () => {
    answer = { type: 5, data: { flags: 64 } }
    received = []
    await act('slash', { path: 'covid-data about', texts: {} })
    expect(await newest()).toMatchObject({ state: 'thinking', isPrivate: true })
    expect(await newest('second')).not.toMatchObject({ state: 'thinking' })
    const [{ application_id, token } = { application_id: '', token: '' }] = received
    const path = `/api/v10/webhooks/${application_id}/${encodeURIComponent(token)}/messages/@original`
    const filled = await fetch(`${served.url}${path}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'user-agent': 'DiscordBot (https://a.org, 1)' },
      body: JSON.stringify(CARD),
    })
    expect(filled.status).toBe(200)
    expect(await newest()).toMatchObject({
      state: 'said',
      isPrivate: true,
      answers: { what: '/covid-data about' },
      components: [{ content: 'Here it is.' }],
    })
  })

  it('that Discord would refuse is a failure, with what is wrong', async () => {
    answer = { type: 4, data: { contents: 'misspelt' } }
    await act('slash', { path: 'covid-data about', texts: {} })
    expect(await newest()).toMatchObject({
      state: 'failed',
      isPrivate: true,
      detail: expect.stringContaining('contents'),
    })
  })

  it('to a form that cannot be shown leaves the form open', async () => {
    answer = { type: 9, data: { custom_id: 'f', title: 'Form', components: [field('a', true)] } }
    const opened = await act('slash', { path: 'covid-data submit', texts: {} })
    expect(opened).toMatchObject({ kind: 'form', modal: { title: 'Form' } })
    const form = opened.kind === 'form' ? opened.form : ''
    const submit = (answers: object) => act('submit', { form, answers })
    expect(await submit({ a: ' ' })).toEqual({ kind: 'refused', why: '"a" is required.' })
    answer = { type: 9, data: {} }
    expect(await submit({ a: 'x' })).toMatchObject({ kind: 'failed' })
    answer = { type: 4, data: CARD }
    expect(await submit({ a: 'x' })).toEqual({ kind: 'done' })
    expect(await newest()).toMatchObject({ answers: { verb: 'filled in', what: 'Form' } })
  })
})

const field = (name: string, required: boolean) => ({
  type: 18,
  label: name,
  component: { type: 4, custom_id: name, style: 1, required },
})

describe('whoever asks', () => {
  const ask = (headers: Record<string, string>, path = '/api/say', method = 'POST') =>
    fetch(`${playground.url}${path}`, { method, headers, ...(method === 'POST' && { body: '{}' }) })
  const type = { 'content-type': 'application/json' }

  it('is this page alone', async () => {
    expect((await ask({ ...type, origin: playground.url })).status).toBe(400)
    expect((await ask({ ...type, origin: 'https://elsewhere.org' })).status).toBe(403)
    expect((await ask(type)).status).toBe(403)
    expect((await ask({ 'content-type': 'text/plain', origin: playground.url })).status).toBe(403)
  })

  it('gets a page that asks nobody else for anything', async () => {
    const page = await ask({}, '/', 'GET')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await ask({}, '/elsewhere', 'GET')).status).toBe(404)
    expect((await ask({}, '/api/news?role=nobody', 'GET')).status).toBe(400)
  })
})
