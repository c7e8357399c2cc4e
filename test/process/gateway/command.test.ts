// The command itself, as a host runs it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { messageData } from '../../../bot/cards/kit/message.ts'
import { notice } from '../../../bot/cards/kit/notice.ts'
import { keysOf } from '../../../bot/cli/keys.ts'
import { settingsFrom } from '../../../bot/gateway/settings.ts'
import { createDiscord } from '../../discord/discord.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { BOT_TOKEN } from '../../discord/protocol/people.ts'
import { compileSchemas } from '../../discord/rules/schemas.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { type FakeWorker, says, startFakeWorker } from './fake-worker.ts'

const SEED = '3'.repeat(64)
const COMMAND = join(import.meta.dirname, '../../../bot/gateway/main.ts')

/** Its time stands still: however busy the machine is, no answer comes too late for it. */
const began = Date.now()
const discord = createDiscord({ now: () => began })
let served: ServedDiscord
let worker: FakeWorker
beforeAll(async () => {
  await compileSchemas()
  served = await serveDiscord(discord, 0)
  worker = await startFakeWorker(keysOf(SEED).publicKey)
})
afterAll(async () => {
  await worker.close()
  await served.close()
})

const settings = () => ({
  WORKER_URL: `${worker.url}/`,
  RELAY_PRIVATE_KEY: SEED,
  DISCORD_BOT_TOKEN: BOT_TOKEN,
  DISCORD_API_URL: `${served.url}/api/v10`,
})

function run(env: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, ['--no-warnings', COMMAND, ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  const ended = once(child, 'close').then(([code]): unknown => code)
  return { ended, printed: () => printed, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}

/** Starting one takes a busy machine a while. */
const eventually = <Result>(check: () => Result) => vi.waitFor(check, 240_000)
const hears = (text: string, { printed }: ReturnType<typeof run>) =>
  eventually(() => expect(printed()).toContain(text))

describe('SIGTERM', () => {
  it('takes nothing new, finishes what is in flight, and ends well', async () => {
    const relay = run(settings())
    await hears('"event":"ready"', relay)
    let answer = () => {}
    worker.answers((_, to) => {
      answer = () => says(to, { type: 4, data: messageData(notice('Done in the end')) })
    })
    const open = discord.gateway.dispatch(slashCommand('covid-data list'))
    await eventually(() => expect(open.response).toEqual({ type: 5 }))

    // What comes twice at once, as from npm and a terminal, is one signal.
    relay.kill('SIGTERM')
    relay.kill('SIGTERM')
    await hears('"event":"stopping"', relay)
    await eventually(() => expect(discord.gateway.connected()).toBe(0))
    answer()
    expect(await relay.ended).toBe(0)
    expect(JSON.stringify(open.original?.message)).toContain('Done in the end')
    const last: unknown = JSON.parse(relay.printed().trim().split('\n').at(-1) ?? '')
    expect(last).toMatchObject({ event: 'stopped', interactions: 1, answered: 1, deferred: 1, inFlight: 0 })
    for (const secret of [SEED, BOT_TOKEN, open.interaction.token])
      expect(relay.printed()).not.toContain(secret)
  })

  it('a second one ends it at once', async () => {
    const relay = run(settings())
    await hears('"event":"ready"', relay)
    const { length } = worker.received
    worker.answers(() => {})
    discord.gateway.dispatch(slashCommand('covid-data list'))
    await eventually(() => expect(worker.received).toHaveLength(length + 1))
    relay.kill('SIGINT')
    // When it came is noted by then.
    await hears('"event":"stopping"', relay)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    relay.kill('SIGINT')
    expect(await relay.ended).toBe(1)
  })
})

it('what Discord ends for good ends it, with a sentence', async () => {
  const relay = run(settings())
  await hears('"event":"ready"', relay)
  discord.gateway.end(4004)
  expect(await relay.ended).toBe(1)
  expect(relay.printed()).toContain('Discord does not take DISCORD_BOT_TOKEN any more (4004).')
})

describe('what is wrong with the settings is said, without what is secret', () => {
  it('all that is missing', async () => {
    const relay = run({})
    expect(await relay.ended).toBe(1)
    for (const name of ['WORKER_URL', 'RELAY_PRIVATE_KEY', 'DISCORD_BOT_TOKEN'])
      expect(relay.printed()).toContain(`${name} is missing. It is `)
  })

  it.each([
    ['WORKER_URL', 'ftp://mine.example', 'the address of the Worker'],
    ['RELAY_PRIVATE_KEY', 'f'.repeat(63), '64 hexadecimal digits'],
    ['DISCORD_BOT_TOKEN', 'Bot abc.def', "the bot's token"],
    ['DISCORD_API_URL', 'https://discord.com/api/v9', 'an address that ends in /v10'],
    ['DISCORD_API_URL', 'http://discord.com/api/v10', 'without https only on this machine'],
  ])('%s=%s', (name, value, sentence) => {
    const read = () => settingsFrom({ ...settings(), [name]: value })
    expect(read).toThrow(`${name} is malformed. It is `)
    expect(read).toThrow(sentence)
    expect(read).not.toThrow(value)
  })
})

it('a new key signs what its public part checks', async () => {
  const { ended, printed } = run({}, '--new-key')
  expect(await ended).toBe(0)
  const [seed = ''] = /(?<=RELAY_PRIVATE_KEY=)[0-9a-f]{64}/.exec(printed()) ?? []
  expect(printed()).toContain(keysOf(seed).publicKey)
})
