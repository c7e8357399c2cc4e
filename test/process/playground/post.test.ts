import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../bot/cli/failure.ts'
import { keysOf } from '../../../bot/cli/keys.ts'
import { freePort, isFree } from '../../../worker/cli/local/ports.ts'
import { isWell } from '../../../worker/cli/local/worker.ts'
import { ping, slashCommand } from '../../discord/protocol/interactions.ts'
import { post } from '../../playground/post.ts'

const keys = keysOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')

let server: Server | undefined
afterEach(() => server?.close())

/** Something that answers as a Worker would, or would not. */
async function answering(status: number, body: string, type = 'application/json') {
  const seen: { path: string | undefined; headers: NodeJS.Dict<string | string[]>; body: string }[] = []
  server = createServer(async (request, response) => {
    seen.push({ path: request.url, headers: request.headers, body: await text(request) })
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
  return { url: `http://localhost:${port}`, port, seen }
}

describe('an interaction on its way', () => {
  it('is signed over its timestamp and body, and its answer comes back as it is', async () => {
    const { url, seen } = await answering(200, '{ "type": 1 }')
    const sent = ping()
    const before = Math.floor(Date.now() / 1000)
    const { response, raw } = await post(url, keys, sent)
    expect(response).toEqual({ type: 1 })
    expect(raw).toBe('{ "type": 1 }')
    const [request] = seen
    expect(request).toMatchObject({ path: '/interactions', headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(request?.body ?? '')).toEqual(sent)
    const timestamp = String(request?.headers['x-signature-timestamp'])
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
    expect(Number(timestamp)).toBeLessThanOrEqual(Date.now() / 1000)
    expect(request?.headers['x-signature-ed25519']).toBe(keys.sign(timestamp + request?.body))
  })

  it.each([
    [
      401,
      'no',
      'text/plain',
      /refuses our signature: it was started with another key\. Stop it, or set PORT\./,
    ],
    [500, 'broken', 'text/plain', /^The Worker answered 500:\n\nbroken$/],
    [
      200,
      '{"type":1}',
      'text/plain',
      /^The answer is of type text\/plain, and Discord wants application\/json\.$/,
    ],
    [200, '<p>', 'application/json', /^The answer is not JSON:\n\n<p>$/],
    [
      200,
      '{"type":4,"data":{"contents":"x"}}',
      'application/json',
      /^Discord would refuse the answer:\n\n {2}data\.contents: Discord knows no such key here$/,
    ],
  ])('an answer of %i %s as %s is refused', async (status, body, type, message) => {
    const { url } = await answering(status, body, type)
    const failure = await post(url, keys, slashCommand('covid-data list')).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(String(failure instanceof Error && failure.message)).toMatch(message)
  })

  it('says where nobody answers', async () => {
    const { url } = await answering(200, '')
    server?.close()
    await expect(post(url, keys, ping())).rejects.toThrow(`The Worker at ${url} gave no answer: `)
  })
})

it('a Worker is well that answers 200', async () => {
  const { url, port, seen } = await answering(200, '{}')
  expect(await isWell(url)).toBe(true)
  expect(seen[0]?.path).toBe('/healthz')
  expect(await isFree(port)).toBe(false)
  server?.close()
  expect(await isWell(url)).toBe(false)
  expect(await isWell((await answering(404, '')).url)).toBe(false)
})
