import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'
import type { Fault } from '../../discord/faults.ts'
import { CHANNEL_ID } from '../../discord/protocol/people.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { card, request } from '../../support/discord-requests.ts'

const discord = createDiscord()
let served: ServedDiscord
beforeAll(async () => {
  served = await serveDiscord(discord, 0)
})
afterAll(() => served.close())
beforeEach(() => discord.reset())

const MESSAGES = `/channels/${CHANNEL_ID}/messages`
const ANY = { path: /./ }
const count = () => discord.messagesIn(CHANNEL_ID).length

describe.each([
  ['called', (sent: Request) => discord.fetch(sent), (): string => 'http://discord'],
  ['over HTTP', (sent: Request) => fetch(sent), (): string => served.url],
] as const)('%s', (_, send, base) => {
  const post = (signal?: AbortSignal): Promise<Response> =>
    send(request(`POST ${MESSAGES}`, card(), { base: base(), ...(signal && { signal }) }))
  const failing = (fault: Fault): Promise<Response> => {
    discord.faults.next(ANY, fault)
    return post()
  }

  it('a connection that is dropped fails, and nothing was done', async () => {
    await expect(failing({ type: 'drop' })).rejects.toThrow(TypeError)
    expect(count()).toBe(0)
    expect((await post()).status).toBe(200)
    expect(discord.requests().map(({ status }) => status)).toEqual([0, 200])
  })

  it('an answer that is lost fails, and all was done', async () => {
    await expect(failing({ type: 'loseAnswer' })).rejects.toThrow('fetch failed')
    expect(count()).toBe(1)
  })

  it('nothing gets through while Discord is down', async () => {
    discord.down(true)
    await expect(post()).rejects.toThrow(TypeError)
    await expect(post()).rejects.toThrow(TypeError)
    discord.down(false)
    expect((await post()).status).toBe(200)
    expect(count()).toBe(1)
  })

  it('a late answer comes late', async () => {
    const begun = performance.now()
    expect((await failing({ type: 'latency', milliseconds: 60 })).status).toBe(200)
    expect(performance.now() - begun).toBeGreaterThan(55)
  })

  it('who does not wait for it hears nothing, and all is done', async () => {
    discord.faults.next(ANY, { type: 'latency', milliseconds: 300 })
    const waiting = new AbortController()
    const posted = post(waiting.signal)
    // What was never sent could not be done.
    const arrives = expect.poll(() => discord.requests().length, { interval: 1, timeout: 20_000 }).toBe(1)
    arrives.then(() => waiting.abort())
    await expect(posted).rejects.toThrow(/aborted/)
    expect(count()).toBe(0)
    await expect.poll(count, { timeout: 20_000 }).toBe(1)
  })

  it('who has given up beforehand asks nothing', async () => {
    await expect(post(AbortSignal.abort())).rejects.toThrow(/aborted/)
    expect(discord.requests()).toEqual([])
  })

  it.each([
    [undefined, 'user', false],
    ['user', 'user', false],
    ['shared', 'shared', false],
    ['global', 'global', true],
  ] as const)('a limit of scope %s says when to come again', async (scope, header, isGlobal) => {
    const response = await failing({ type: 'rateLimit', retryAfter: 1.337, ...(scope && { scope }) })
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('2')
    expect(response.headers.get('x-ratelimit-scope')).toBe(header)
    expect(response.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(response.headers.get('x-ratelimit-reset-after')).toBe('1.337')
    expect(response.headers.has('x-ratelimit-global')).toBe(isGlobal)
    expect(await response.json()).toMatchObject({ retry_after: 1.337, global: isGlobal })
    expect(count()).toBe(0)
  })

  it.each([
    [
      { type: 'status', status: 403, code: 50001 },
      { message: '403: Forbidden', code: 50001 },
    ],
    [
      { type: 'status', status: 404, code: 10003 },
      { message: '404: Not Found', code: 10003 },
    ],
    [
      { type: 'status', status: 500 },
      { message: '500: Internal Server Error', code: 0 },
    ],
  ] as const)('%o is answered', async (fault, body) => {
    const response = await failing(fault)
    expect(response.status).toBe(fault.status)
    expect(await response.json()).toEqual(body)
    expect(count()).toBe(0)
    expect(discord.problems()).toEqual([])
  })

  it.each([502, 503] as const)('%i comes as a page, from in front of Discord', async (status) => {
    const response = await failing({ type: 'status', status })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain(`<title>${status} `)
  })
})

describe('faults', () => {
  const get = (path: string) => discord.fetch(request(`GET ${path}`)).then(({ status }) => status)

  it('befall the requests that match, as often as asked, in the order asked', async () => {
    discord.faults.next({ method: 'GET', path: /\/users\/@me$/ }, { type: 'status', status: 500 }, 2)
    discord.faults.next({ method: 'POST', path: /./ }, { type: 'drop' })
    discord.faults.next({ path: /@me/g }, { type: 'status', status: 503 })
    expect(await get(`/channels/${CHANNEL_ID}`)).toBe(200)
    expect([await get('/users/@me'), await get('/users/%40me')]).toEqual([500, 500])
    expect([await get('/users/@me'), await get('/users/@me')]).toEqual([503, 200])
  })

  it('can be taken back', async () => {
    discord.faults.next(ANY, { type: 'drop' })
    discord.faults.clear()
    expect(await get('/users/@me')).toBe(200)
  })
})

it('a retry after a lost answer finds the message that there is', async () => {
  const deliver = () =>
    fetch(
      request(`POST ${MESSAGES}`, card('x', { nonce: 'delivery', enforce_nonce: true }), {
        base: served.url,
      }),
    )
  discord.faults.next(ANY, { type: 'loseAnswer' })
  await expect(deliver()).rejects.toThrow(TypeError)
  expect((await deliver()).status).toBe(200)
  expect(count()).toBe(1)
})
