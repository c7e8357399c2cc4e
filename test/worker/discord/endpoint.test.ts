import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import { autocomplete, ping as pingOf, slashCommand } from '../../discord/protocol/interactions.ts'
import { nowInSeconds, post, signed, slash } from '../../support/discord.ts'

const ping = JSON.stringify(pingOf())

/** A command whose options are nested so deep. */
function nested(levels: number): string {
  const option = '{"name":"o","type":1,"options":['
  const command = slashCommand('covid-data about')
  const text = JSON.stringify({ ...command, data: { ...command.data, options: ['nested'] } })
  return text.replace('"nested"', `${option.repeat(levels)}${']}'.repeat(levels)}`)
}

afterEach(() => vi.restoreAllMocks())

describe('a request with a good signature', () => {
  it('that pings is answered inline', async () => {
    const answer = await post(ping, await signed(ping))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toContain('application/json')
    expect(await answer.json()).toEqual({ type: 1 })
  })

  it.each([
    ['no JSON', '{"type":'],
    ['no object', '[]'],
    ['an empty object', '{}'],
    ['of an unknown type', JSON.stringify({ ...JSON.parse(ping), type: 99 })],
    ['a command with options in options', nested(4000)],
    ['a command without data', JSON.stringify({ ...JSON.parse(ping), type: 2 })],
    ['empty', ''],
  ])('that is %s is a bad request', async (_, body) => {
    expect((await post(body, await signed(body))).status).toBe(400)
  })

  it('that is no UTF-8 is a bad request', async () => {
    const body = new Uint8Array([0xff, 0xfe])
    const key = await crypto.subtle.importKey(
      'pkcs8',
      Uint8Array.from(env.DISCORD_PRIVATE_KEY.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
      'Ed25519',
      false,
      ['sign'],
    )
    const timestamp = nowInSeconds()
    const message = new Uint8Array([...new TextEncoder().encode(timestamp), ...body])
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, message))
    const hex = Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('')
    const answer = await post(body, { 'X-Signature-Ed25519': hex, 'X-Signature-Timestamp': timestamp })
    expect(answer.status).toBe(400)
  })

  it('is taken from every key of the list', async () => {
    const [first = '', second = ''] = env.DISCORD_PUBLIC_KEY.split(',')
    const answerWith = async (keys: string) =>
      (
        await app.request(
          '/interactions',
          { method: 'POST', body: ping, headers: await signed(ping) },
          { ...env, DISCORD_PUBLIC_KEY: keys },
        )
      ).status
    expect(await answerWith(second)).toBe(200)
    expect(await answerWith(` ${first} , ${second} `)).toBe(200)
    expect(await answerWith(first)).toBe(401)
    expect(await answerWith('')).toBe(401)
  })

  it('is refused, and the setting named in the log, where the only key is none', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await app.request(
      '/interactions',
      { method: 'POST', body: ping, headers: await signed(ping) },
      { ...env, DISCORD_PUBLIC_KEY: 'not-a-key' },
    )
    expect(answer.status).toBe(401)
    expect(String(log.mock.calls[0])).toContain('DISCORD_PUBLIC_KEY: 1 value is not a key')
    // What was put there by mistake may be a secret.
    expect(String(log.mock.calls[0])).not.toContain('not-a-key')
  })
})

describe('a request with a bad signature is refused', () => {
  const status = async (headers: Record<string, string>, body = ping) => (await post(body, headers)).status

  it('when there is none', async () => {
    expect(await status({})).toBe(401)
    const { 'X-Signature-Ed25519': signature = '', 'X-Signature-Timestamp': timestamp = '' } =
      await signed(ping)
    expect(await status({ 'X-Signature-Timestamp': timestamp })).toBe(401)
    expect(await status({ 'X-Signature-Ed25519': signature })).toBe(401)
  })

  it.each([
    ['short', (hex: string) => hex.slice(2)],
    ['long', (hex: string) => `${hex}00`],
    ['not hexadecimal', (hex: string) => `zz${hex.slice(2)}`],
    ['empty', () => ''],
    ['of another message', (hex: string) => `${hex.slice(0, 2) === '00' ? '01' : '00'}${hex.slice(2)}`],
    ['all zeros', () => '0'.repeat(128)],
  ])('when it is %s', async (_, change) => {
    const headers = await signed(ping)
    expect(
      await status({ ...headers, 'X-Signature-Ed25519': change(headers['X-Signature-Ed25519'] ?? '') }),
    ).toBe(401)
  })

  it('when another key made it', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
    const timestamp = nowInSeconds()
    const made = await crypto.subtle.sign(
      'Ed25519',
      pair.privateKey,
      new TextEncoder().encode(timestamp + ping),
    )
    const hex = Array.from(new Uint8Array(made), (byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(await status({ 'X-Signature-Ed25519': hex, 'X-Signature-Timestamp': timestamp })).toBe(401)
  })

  it('when the body was altered', async () => {
    expect(await status(await signed(ping), `${ping} `)).toBe(401)
  })

  it('when the body is no JSON and nobody signed it', async () => {
    expect(await status({}, '{"type":')).toBe(401)
    expect(await status({ 'X-Signature-Ed25519': 'zz', 'X-Signature-Timestamp': '0' }, '{"type":')).toBe(401)
  })

  it.each([
    ['is six minutes old', () => String(Number(nowInSeconds()) - 360)],
    ['is six minutes ahead', () => String(Number(nowInSeconds()) + 360)],
    ['is no number', () => 'yesterday'],
    ['is empty', () => ''],
    ['is a fraction', () => `${nowInSeconds()}.5`],
    ['is infinite', () => 'Infinity'],
  ])('when the timestamp %s', async (_, timestamp) => {
    expect(await status(await signed(ping, timestamp()))).toBe(401)
  })

  it('but not when the timestamp is four minutes old', async () => {
    expect(await status(await signed(ping, String(Number(nowInSeconds()) - 240)))).toBe(200)
  })
})

describe('a body', () => {
  it('over 256 KiB is refused by its size alone', async () => {
    const body = ' '.repeat(256 * 1024 + 1)
    expect((await post(body, await signed(body))).status).toBe(413)
    expect((await post(body, {})).status).toBe(413)
  })

  it('over 256 KiB is refused without a stated length too', async () => {
    const chunk = new Uint8Array(64 * 1024)
    let sent = 0
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(chunk)
        if (++sent === 5) controller.close()
      },
    })
    expect((await post(stream, {})).status).toBe(413)
  })

  it('of 256 KiB is read', async () => {
    const body = ping + ' '.repeat(256 * 1024 - ping.length)
    expect((await post(body, await signed(body))).status).toBe(200)
  })
})

describe('a fault inside a handler', () => {
  it('gives the asker an apology with the number that the log line has, and no token in it', async () => {
    const lines = vi.spyOn(console, 'error').mockImplementation(() => {})
    const command = slashCommand('covid-data list')
    const broken = {
      ...env,
      DB: {
        withSession: () => ({
          prepare() {
            throw new Error(`no statement for ${command.token}`)
          },
        }),
      },
    }
    const body = JSON.stringify(command)
    const answer = await app.request(
      '/interactions',
      { method: 'POST', body, headers: await signed(body) },
      broken,
    )
    expect(answer.status).toBe(200)
    const response = await answer.json<{ type: number; data: { flags: number } }>()
    expect(response.type).toBe(4)
    expect(response.data.flags & 64).toBe(64)
    const [line] = lines.mock.calls.map(String)
    const { requestId, message } = JSON.parse(line ?? '')
    expect(message).toContain('no statement for [secret]')
    expect(line).not.toContain(command.token)
    expect(requestId).toMatch(/^[0-9a-f]{8}$/)
    expect(JSON.stringify(response)).toContain(requestId)
  })
})

describe('the other addresses', () => {
  it('say whether the Worker and its database are well', async () => {
    const answer = await app.request('/healthz', {}, env)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ migrations: { applied: env.MIGRATIONS.length } })
  })

  it('are not found where there is nothing', async () => {
    expect((await app.request('/nowhere', {}, env)).status).toBe(404)
  })

  it('answer a slash command after all this', async () => {
    expect((await slash('about')).text).toContain('Public COVID-19 medical imaging data')
  })
})

describe('a copy of the database that lags by seconds', () => {
  async function constraintOf(interaction: object): Promise<unknown> {
    const begun: unknown[] = []
    const watched = {
      ...env,
      DB: {
        withSession(constraint: D1SessionConstraint) {
          begun.push(constraint)
          return env.DB.withSession(constraint)
        },
      },
    }
    const body = JSON.stringify(interaction)
    await app.request('/interactions', { method: 'POST', body, headers: await signed(body) }, watched)
    expect(new Set(begun).size).toBeLessThanOrEqual(1)
    return begun[0]
  }

  it.each([
    slashCommand('covid-data ultrasound'),
    slashCommand('covid-data search', { query: 'lung' }),
    slashCommand('covid-data compare', { a: 'covid-ct', b: 'cord-19' }),
    slashCommand('covid-data help-wanted'),
    autocomplete('covid-data show', 'resource', { resource: 'cov' }),
  ])('answers what only reads: %#', async (interaction) => {
    expect(await constraintOf(interaction)).toBe('first-unconstrained')
  })

  it.each([
    slashCommand('covid-data my-submissions'),
    slashCommand('covid-review queue'),
    slashCommand('covid-watch list', {}, { permissions: String(1n << 5n) }),
    slashCommand('covid-data report', { resource: 'covid-ct' }),
  ])('does not answer what one person sent, decides or is about to: %#', async (interaction) => {
    expect(await constraintOf(interaction)).toBe('first-primary')
  })
})
