// The relay with a real discord.js Client, between a Discord that can be made to fail and a Worker that can be made slow.

import { createServer } from 'node:http'
import type { APIInteractionResponse } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { messageData, text } from '../../../bot/cards/kit/message.ts'
import { notice } from '../../../bot/cards/kit/notice.ts'
import { keysOf } from '../../../bot/cli/keys.ts'
import { encodeCustomId } from '../../../bot/custom-id.ts'
import { type Gateway, openGateway, TIMES } from '../../../bot/gateway/gateway.ts'
import { english } from '../../../bot/languages/english.ts'
import { german } from '../../../bot/languages/german.ts'
import { createDiscord } from '../../discord/discord.ts'
import { autocomplete, componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { BOT_TOKEN, CHANNEL_ID } from '../../discord/protocol/people.ts'
import { compileSchemas } from '../../discord/rules/schemas.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import type { Dispatched, Open } from '../../discord/state.ts'
import { answerOf } from '../../support/discord-requests.ts'
import { type FakeWorker, says, startFakeWorker } from './fake-worker.ts'

const KEYS = keysOf('1'.repeat(64))
/** As in use, but shorter. A busy machine may make a quick answer late, so no test counts on its being the first. */
const SHORT = { ...TIMES, deferral: 200, sentence: 250, worker: 60_000 }
const SLOW = 500
const HEARTBEAT = 1000

/** Its time stands still unless a test moves it: however busy the machine is, no answer comes too late for it. */
const began = Date.now()
let passed = 0
const discord = createDiscord({ heartbeat: HEARTBEAT, now: () => began + passed })
let served: ServedDiscord
let worker: FakeWorker
let gateway: Gateway
const lines: string[] = []
const warnings: string[] = []

const settings = (more: object = {}) => ({
  workerUrl: worker.url,
  keys: KEYS,
  botToken: BOT_TOKEN,
  api: `${served.url}/api`,
  ...more,
})
const output = { print: (line: string) => lines.push(line), warn: (line: string) => warnings.push(line) }

beforeAll(async () => {
  await compileSchemas()
  served = await serveDiscord(discord, 0)
  worker = await startFakeWorker(KEYS.publicKey)
  gateway = openGateway(settings(), output, SHORT)
  await gateway.start()
})
afterAll(async () => {
  await gateway.stop()
  await worker.close()
  await served.close()
})
beforeEach(() => {
  worker.received.length = 0
  dispatched = 0
  warnings.length = 0
})
/** How many interactions a test has sent, and how many mistakes it has made on purpose. */
let dispatched = 0
let meant = 0
afterEach(async () => {
  // Else the next one would tell the Worker how to answer it.
  await eventually(() => expect(worker.received).toHaveLength(dispatched))
  expect(discord.problems().slice(meant)).toEqual([])
})

const answer = (content = 'Here it is'): APIInteractionResponse => ({
  type: 4,
  data: messageData(notice(content)),
})
const slowly =
  (ms: number, response: APIInteractionResponse = answer()): Parameters<FakeWorker['answers']>[0] =>
  (_, to) => {
    setTimeout(() => says(to, response), ms)
  }

const eventually = <Result>(check: () => Result) => vi.waitFor(check, 30_000)
const first = (open: Open) =>
  eventually(() => {
    if (!open.response) throw new Error('nothing yet')
    return open.response
  })
const shown = (open: Open, content: string) =>
  eventually(() => expect(JSON.stringify(open.original?.message)).toContain(content))
const events = () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
const dispatch = (interaction: Dispatched = slashCommand('covid-data list')) => {
  dispatched += 1
  return discord.gateway.dispatch(interaction)
}

it('an interaction reaches the Worker as Discord sent it, and its answer Discord', async () => {
  worker.answers((_, to) => says(to, answer()))
  const interaction = slashCommand('covid-data search', { query: 'lung', private: true })
  const open = dispatch(interaction)
  await shown(open, 'Here it is')
  expect(worker.received).toEqual([interaction])
})

/** A button on a card of ours, clicked. */
function click(state: Parameters<typeof encodeCustomId>[0]) {
  const message = postedMessage(
    { flags: 32768, components: [text('The card')] },
    slashCommand('covid-data list'),
  )
  return componentClick({ message, customId: encodeCustomId(state) })
}
const NEXT = { action: 'search', query: 'lung', skip: 8 } as const
const ASK = { action: 'ask', key: 'S-7Q4K2', version: 1 } as const

describe('where the Worker is slow', () => {
  it('a public answer is put off in public, and delivered', async () => {
    worker.answers(slowly(SLOW))
    const open = dispatch()
    expect(await first(open)).toEqual({ type: 5 })
    await shown(open, 'Here it is')
    expect(open.original?.message.flags).toBe(32768)
  })

  it('a private answer is put off in private, and stays so', async () => {
    worker.answers(slowly(SLOW, { type: 4, data: messageData(notice('For you'), true) }))
    const open = dispatch(slashCommand('covid-data my-submissions'))
    expect(await first(open)).toEqual({ type: 5, data: { flags: 64 } })
    await shown(open, 'For you')
    expect(open.original?.message.flags).toBe(32768 | 64)
  })

  it('a card that changes in place is put off in place, and then changed', async () => {
    worker.answers(slowly(SLOW, { type: 7, data: messageData(notice('The next page')) }))
    const open = dispatch(click(NEXT))
    expect(await first(open)).toEqual({ type: 6 })
    await shown(open, 'The next page')
    expect(JSON.stringify(open.original?.earlier)).toContain('The card')
  })

  it('what opens a form is never put off: a sentence says that it took too long', async () => {
    worker.answers(slowly(SLOW, { type: 9, data: { custom_id: 'x', title: 'Too late', components: [] } }))
    expect(JSON.stringify(await first(dispatch(click(ASK))))).toContain(english.general.late)
    const inGerman = dispatch(slashCommand('covid-data submit', {}, { locale: 'de' }))
    expect(JSON.stringify(await first(inGerman))).toContain(german.general.late)
  })

  it('a late completion is what was typed', async () => {
    worker.answers(slowly(SLOW, { type: 8, data: { choices: [] } }))
    const open = dispatch(autocomplete('covid-data show', 'resource', { resource: 'poc' }))
    expect(await first(open)).toEqual({ type: 8, data: { choices: [{ name: 'poc', value: 'poc' }] } })
  })

  it('nothing is left to do where the Worker has put it off itself', async () => {
    worker.answers(slowly(SLOW, { type: 5 }))
    const open = dispatch()
    await first(open)
    await eventually(() => expect(worker.received).toHaveLength(1))
    worker.answers(slowly(SLOW))
    await shown(dispatch(), 'Here it is')
    const path = `/webhooks/${open.interaction.application_id}/${encodeURIComponent(open.interaction.token)}`
    expect(discord.requests().filter((request) => request.path.includes(path))).toEqual([])
    expect(warnings).toEqual([])
  })

  it('others do not wait for it', async () => {
    worker.answers((request, to, sent) =>
      request.kind === 'command' && request.call.command === 'covid-review'
        ? slowly(SLOW)(request, to, sent)
        : says(to, answer('Quick')),
    )
    const slow = Array.from({ length: 20 }, () => dispatch(slashCommand('covid-review queue')))
    const quick = dispatch()
    await shown(quick, 'Quick')
    await Promise.all(slow.map((open) => shown(open, 'Here it is')))
  })
})

describe('where the Worker is dead, the person gets a sentence', () => {
  const SORRY = english.general.unreachable

  it.each([
    ['it is broken', (_, to) => says(to, 'Internal error', 500)],
    ['it is not what it was', (_, to) => says(to, '<html>')],
    ['it says something else', (_, to) => says(to, '{"ok":true}')],
    ['it says what it was asked', (_, to, sent) => says(to, JSON.stringify(sent))],
    ['it says nothing', (_, to) => says(to, '{"type":4}')],
    ['it does not know the key any more', (_, to) => says(to, 'no', 401)],
    ['it hangs up', (_, to) => to.destroy()],
  ] satisfies [string, Parameters<FakeWorker['answers']>[0]][])('%s', async (_name, how) => {
    worker.answers(how)
    const open = dispatch(slashCommand('covid-data my-submissions'))
    await shown(open, SORRY)
    expect(open.original?.message.flags).toBe(32768 | 64)
    const fault = { event: 'fault', interaction: open.interaction.id }
    await eventually(() => expect(warnings.map((line) => JSON.parse(line))).toMatchObject([fault]))
    // Nor the first part of it.
    expect(warnings.join()).not.toContain(open.interaction.token.slice(0, 12))
  })

  it('it says nothing, and late', async () => {
    worker.answers((_, to) => {
      setTimeout(() => says(to, '{"type":4}'), SLOW)
    })
    await shown(dispatch(slashCommand('covid-data my-submissions')), SORRY)
  })

  it('it never answers', async () => {
    const other = createDiscord({ now: () => began })
    const there = await serveDiscord(other, 0)
    const impatient = openGateway(settings({ api: `${there.url}/api` }), output, { ...SHORT, worker: 1000 })
    await impatient.start()
    worker.answers(() => {})
    const open = other.gateway.dispatch(slashCommand('covid-data list'))
    const beside = other.gateway.dispatch(click(NEXT))
    dispatched += 2
    expect(await first(open)).toEqual({ type: 5 })
    expect(await first(beside)).toEqual({ type: 6 })
    await shown(open, SORRY)
    await eventually(() => expect(JSON.stringify(other.messagesIn(CHANNEL_ID).at(-1))).toContain(SORRY))
    expect(JSON.stringify(beside.original?.message)).toContain('The card')
    await impatient.stop()
    await there.close()
  })

  it('a completion is what was typed', async () => {
    worker.answers((_, to) => to.destroy())
    const open = dispatch(autocomplete('covid-data show', 'resource', { resource: 'poc' }))
    expect(await first(open)).toEqual({ type: 8, data: { choices: [{ name: 'poc', value: 'poc' }] } })
    await eventually(() => expect(warnings).toHaveLength(1))
  })
})

describe('where Discord is not itself', () => {
  it('it is asked again for what it does not know of yet, or cannot take just now', async () => {
    for (const fault of [
      { type: 'status', status: 404, code: 10015 },
      { type: 'status', status: 404, code: 10008 },
      { type: 'status', status: 403, code: 40333 },
      { type: 'loseAnswer' },
    ] as const) {
      worker.answers(slowly(SLOW))
      discord.faults.next({ method: 'PATCH', path: /@original$/ }, fault)
      await shown(dispatch(), 'Here it is')
    }
    discord.faults.next({ path: /callback$/ }, { type: 'status', status: 502 })
    await shown(dispatch(), 'Here it is')
    discord.faults.next({ path: /callback$/ }, { type: 'loseAnswer' })
    await shown(dispatch(), 'Here it is')
    expect(warnings).toEqual([])
  })

  it('a message beside a card whose answer is lost is sent again: Discord can not tell that it is the same', async () => {
    worker.answers(slowly(SLOW, { type: 4, data: messageData(notice('Beside it'), true) }))
    discord.faults.next({ method: 'POST', path: /^\/api\/v10\/webhooks/ }, { type: 'loseAnswer' })
    const { interaction } = dispatch(click(NEXT))
    const beside = () =>
      discord
        .messagesIn(CHANNEL_ID)
        .filter(({ message }) => message.interaction_metadata?.id === interaction.id)
    await eventually(() => expect(beside()).toHaveLength(2))
  })

  it('it is not asked for an hour where it says that it is too early', async () => {
    worker.answers((_, to) => says(to, answer()))
    discord.faults.next({ path: /callback$/ }, { type: 'rateLimit', retryAfter: 3600 })
    dispatch()
    await eventually(() => expect(warnings.join()).toContain('429: too early by 3600'))
  })

  it('what it refuses becomes a sentence with the number that the log has', async () => {
    worker.answers((_, to) => says(to, { type: 4, data: { content: '' } }))
    const open = dispatch()
    await shown(open, open.interaction.id)
    expect(warnings.join()).toContain(`"interaction":"${open.interaction.id}"`)
    worker.answers(slowly(SLOW, { type: 4, data: { content: 'x'.repeat(2001) } }))
    const late = dispatch()
    await shown(late, late.interaction.id)
    meant = discord.problems().length
    expect(meant).toBeGreaterThan(1)
  })
})

describe('where the connection is lost', () => {
  beforeEach(() => worker.answers((_, to) => says(to, answer())))

  /** What happened since then. */
  const since = (at: number) =>
    events()
      .slice(at)
      .map(({ event: name }) => name)
  const hears = (at: number, ...names: string[]) =>
    vi.waitFor(() => expect(since(at)).toEqual(expect.arrayContaining(names)), 60_000)

  it('it resumes, and misses nothing', async () => {
    const at = events().length
    discord.gateway.drop()
    const missed = [dispatch(), dispatch()]
    for (const open of missed) await shown(open, 'Here it is')
    await hears(at, 'disconnected', 'resumed')
    expect(discord.gateway.notes().at(-1)).toBe('RESUME')
    // Each once, in whichever order they got there.
    const { length } = missed
    expect(worker.received).toHaveLength(length)
    expect(worker.received).toEqual(expect.arrayContaining(missed.map(({ interaction }) => interaction)))
  })

  it('what Discord has given up on meanwhile is not done', async () => {
    discord.gateway.drop()
    const open = dispatch(slashCommand('covid-review approve', { submission: 'S-7Q4K2' }))
    passed = 24 * 60 * 60_000
    await eventually(() => expect(warnings.join()).toContain('refused the deferral: 404'))
    passed = 0
    dispatched = 0
    expect(worker.received).toEqual([])
    expect(open.response).toBeUndefined()
  })

  it('what Discord tells twice is done once', async () => {
    const open = dispatch()
    await shown(open, 'Here it is')
    discord.gateway.dispatch(open.interaction)
    const next = dispatch()
    await shown(next, 'Here it is')
    expect(worker.received).toEqual([open.interaction, next.interaction])
  })

  it('it connects again where Discord asks it to', async () => {
    const at = events().length
    discord.gateway.reconnect()
    await hears(at, 'disconnected', 'resumed')
    await shown(dispatch(), 'Here it is')
  })

  it('it does not stay on a connection that is dead', async () => {
    const at = events().length
    discord.gateway.silent(true)
    await hears(at, 'disconnected')
    discord.gateway.silent(false)
    await hears(at, 'resumed')
    await shown(dispatch(), 'Here it is')
  })

  it('it identifies itself anew where there is nothing to resume', async () => {
    const at = events().length
    const { length } = discord.gateway.notes()
    discord.gateway.forget()
    discord.gateway.drop()
    await hears(at, 'ready')
    // What a machine that stands still loses after that, it resumes.
    expect(discord.gateway.notes().slice(length, length + 2)).toEqual(['RESUME of no session', 'IDENTIFY'])
    await shown(dispatch(), 'Here it is')
  })
})

it('lines tell how it goes', () => {
  const [ready] = events()
  expect(ready).toMatchObject({ event: 'ready', interactions: 0, inFlight: 0, workerMs: null })
  const latest = events().findLast(({ event: name }) => name === 'ready')
  expect(latest.interactions).toBe(latest.answered + latest.failed + latest.inFlight)
  expect(latest.deferred).toBeGreaterThan(20)
  expect(latest.pingMs).toBeGreaterThanOrEqual(0)
  expect(lines[0]).toContain(KEYS.publicKey)
})

it('of two relays one answers, and the other says what it seems to be', async () => {
  const second = openGateway(settings(), output, SHORT)
  await second.start()
  worker.answers((_, to) => says(to, answer()))
  const open = dispatch()
  await shown(open, 'Here it is')
  await eventually(() => expect(warnings.join()).toContain('Does another relay run'))
  // Nor do both deliver what was put off.
  worker.answers(slowly(SLOW, { type: 4, data: messageData(notice('Beside it'), true) }))
  warnings.length = 0
  const { interaction } = dispatch(click(NEXT))
  const beside = () =>
    discord
      .messagesIn(CHANNEL_ID)
      .filter(({ message }) => message.interaction_metadata?.id === interaction.id)
  await eventually(() => expect(beside()).toHaveLength(1))
  await eventually(() => expect(warnings.join()).toMatch(/refused the (deferral|answer): 400/))
  await second.stop()
  // Each was asked of the Worker by both.
  dispatched *= 2
  expect(beside()).toHaveLength(1)
})

it('while there is nothing to connect to it says so once, and is back when there is', async () => {
  const other = createDiscord({ now: () => began })
  let there = await serveDiscord(other, 0)
  const { port } = new URL(there.url)
  const warned: string[] = []
  const usual = openGateway(settings({ api: `${there.url}/api` }), {
    ...output,
    warn: (line) => warned.push(line),
  })
  await usual.start()
  await there.close()
  let refused = 0
  const wall = createServer((_, response) => {
    refused += 1
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => wall.listen(Number(port), '127.0.0.1', resolve))
  await eventually(() => expect(refused).toBeGreaterThan(2))
  await new Promise((resolve) => wall.close(resolve))
  there = await serveDiscord(other, Number(port))
  await eventually(() => expect(other.gateway.connected()).toBe(1))
  expect(warned.filter((line) => line.includes('404'))).toHaveLength(1)
  worker.answers((_, to) => says(to, answer()))
  dispatched += 1
  await shown(other.gateway.dispatch(slashCommand('covid-data list')), 'Here it is')
  await usual.stop()
  await there.close()
})

it('with the times that are in use, an answer after 5 seconds is there', async () => {
  const other = createDiscord({ now: () => began })
  const there = await serveDiscord(other, 0)
  const usual = openGateway(settings({ api: `${there.url}/api` }), output)
  await usual.start()
  worker.answers(slowly(5000))
  const open = other.gateway.dispatch(slashCommand('covid-data list'))
  dispatched += 1
  // Of the 3 seconds that Discord waits, some are for the way.
  expect(TIMES.deferral).toBeLessThan(2500)
  expect(await first(open)).toEqual({ type: 5 })
  // One that is underway is waited for.
  await usual.stop()
  expect(JSON.stringify(open.original?.message)).toContain('Here it is')
  await there.close()
})

describe('at the start', () => {
  const other = createDiscord({ keys: KEYS })
  let there: ServedDiscord
  beforeAll(async () => {
    there = await serveDiscord(other, 0)
  })
  afterAll(() => there.close())
  const starting = (more: object) =>
    openGateway(settings({ api: `${there.url}/api`, ...more }), output, SHORT).start()

  it.each([
    ['a token that Discord does not take', () => ({ botToken: 'another' }), 'DISCORD_BOT_TOKEN'],
    ['a key that the Worker does not know', () => ({ keys: keysOf('2'.repeat(64)) }), 'DISCORD_PUBLIC_KEY'],
    ['an address where no registry is', () => ({ workerUrl: there.url }), 'WORKER_URL'],
    ['a Discord that is none', () => ({ api: `${worker.url}/api` }), 'refuses the login'],
  ])('%s is told', async (_, more, sentence) => {
    await expect(starting(more())).rejects.toThrow(sentence)
  })

  it('an application whose interactions go to an endpoint is told', async () => {
    const endpoint = `${worker.url}/interactions`
    const body = { interactions_endpoint_url: endpoint }
    expect(await answerOf(other.fetch, 'PATCH /applications/@me', body)).toMatchObject({ status: 200 })
    const idle = openGateway(settings({ api: `${there.url}/api` }), output, SHORT)
    await idle.start()
    expect(warnings.join()).toContain(`Discord sends interactions to ${endpoint} and none here.`)
    expect(() => other.gateway.dispatch(slashCommand('covid-data list'))).toThrow('endpoint')
    other.gateway.end(4014)
    expect(await idle.ended).toContain('(4014)')
    await idle.stop()
  })

  it('a Worker that is not there yet is no reason to end', async () => {
    await expect(starting({ workerUrl: 'http://127.0.0.1:9', botToken: 'another' })).rejects.toThrow('TOKEN')
    expect(warnings.join()).toContain('does not answer yet')
  })
})
