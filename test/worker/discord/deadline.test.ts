// Discord waits 3 seconds. What takes longer is put off and comes by another way, which a stand-in Discord judges.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { APIInteractionResponse, APIMessage } from 'discord-api-types/v10'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { text } from '../../../bot/cards/message.ts'
import { LIMITS, type Limits } from '../../../bot/deferral.ts'
import { Interaction } from '../../../bot/interaction.ts'
import { autocomplete, componentClick, slashCommand } from '../../../bot/local/interactions.ts'
import { postedMessage } from '../../../bot/local/messages.ts'
import { CHANNEL_ID, SECOND_VISITOR, VISITOR } from '../../../bot/local/people.ts'
import { app } from '../../../worker/app.ts'
import { answerInTime } from '../../../worker/discord/deadline.ts'
import { openRest } from '../../../worker/discord/rest.ts'
import { signed } from '../../discord.ts'

const DISCORD = 'http://late.test'
const API_URL = `${DISCORD}/api/v10`

const control = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const given = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const headers = { 'Content-Type': 'application/json' }
  const answer = await env.STAND_IN.fetch(`${DISCORD}/stand-in/${path}`, { ...given, headers })
  expect(answer.ok).toBe(true)
  return (answer.status === 204 ? undefined : await answer.json()) as Answer
}

const inChannel = async () =>
  (await control<{ message: APIMessage }[]>(`channels/${CHANNEL_ID}/messages`)).map(({ message }) => message)
const faultNext = (times: number, fault: object) =>
  control('faults', { path: '/api/v10/webhooks/.*', fault, times })

beforeEach(async () => {
  await control('reset', {})
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
    env.STAND_IN.fetch(new Request(input, init)),
  )
})
afterEach(async () => {
  expect(await control('problems')).toEqual([])
  vi.restoreAllMocks()
})

const SOON: Limits = { deferral: 20, sentence: 40 }

const saying = (content: string, flags = 32768): APIInteractionResponse => ({
  type: 4,
  data: { flags, components: [text(content)], allowed_mentions: { parse: [] } },
})

type Sent = Parameters<typeof postedMessage>[1]

/** An interaction that is answered with `answer` only after it was put off; what Discord was told first, and what then. */
async function late(sent: Sent, answer: APIInteractionResponse | undefined, patience = 10_000) {
  const interaction = Interaction.parse(sent)
  const faults: string[] = []
  const pauses: number[] = []
  const going: Promise<void>[] = []
  let arrive: (answer: APIInteractionResponse) => void = () => {}
  const answering = new Promise<APIInteractionResponse>((resolve) => {
    arrive = resolve
  })
  const rest = openRest({
    apiUrl: API_URL,
    applicationId: interaction.application_id,
    secrets: [interaction.token],
    // A machine that is busy for longer loses no answer: another try would post twice.
    timeLimitMs: 60_000,
  })
  // What comes late may be there before the first answer is noted.
  await control('interactions', { interaction: sent })
  const first = await answerInTime(interaction, answering, {
    rest,
    requestId: 'r1',
    limits: SOON,
    patience,
    onFault: (fault) => faults.push(String(fault)),
    afterwards: (work) => going.push(work),
    sleep: async (ms) => {
      pauses.push(ms)
    },
  })
  await control('interactions', { interaction: sent, response: first })
  if (answer) arrive(answer)
  await Promise.all(going)
  return { first, faults, pauses, messages: await inChannel() }
}

const contentOf = (message: APIMessage | undefined) => JSON.stringify(message?.components)

describe('an answer that comes late', () => {
  it('to everyone is put off for everyone, and then stands there', async () => {
    const { first, faults, messages } = await late(slashCommand('covid-data list'), saying('The table'))
    expect(first).toEqual({ type: 5 })
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('The table')])
    expect(messages[0]?.flags).toBe(32768)
    expect(faults).toEqual([])
  })

  it('to one person is put off for that person', async () => {
    const asked = slashCommand('covid-data list', { private: true })
    const { first, messages } = await late(asked, saying('The table', 32768 | 64))
    expect(first).toEqual({ type: 5, data: { flags: 64 } })
    expect(contentOf(messages[0])).toContain('The table')
    expect(messages[0]?.flags).toBe(32768 | 64)
  })

  const card = postedMessage({ flags: 32768, components: [text('Page 1')] }, slashCommand('covid-data list'))
  const next = { message: card, customId: 'list::both::2' }

  it('in place of a card leaves it until then', async () => {
    const data = { flags: 32768, components: [text('Page 2')], allowed_mentions: { parse: [] } }
    const { first, messages } = await late(componentClick(next), { type: 7, data })
    expect(first).toEqual({ type: 6 })
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('Page 2')])
  })

  it('to who is not the asker of the card is a copy of their own', async () => {
    const asked = componentClick(next, { person: SECOND_VISITOR })
    const { first, messages } = await late(asked, saying('Page 2', 32768 | 64))
    expect(first).toEqual({ type: 5, data: { flags: 64 } })
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('Page 2')])
  })

  it('beside a card that stays is a message of its own, as private as it is', async () => {
    const { first, messages } = await late(componentClick(next), saying('No such page.', 32768 | 64))
    expect(first).toEqual({ type: 6 })
    expect(messages.map(contentOf)).toEqual([
      expect.stringContaining('Page 1'),
      expect.stringContaining('No such page.'),
    ])
    expect(messages[1]?.flags).toBe(32768 | 64)
  })

  it('is delivered again where Discord does not know yet that it was put off', async () => {
    await faultNext(2, { type: 'status', status: 404, code: 10015 })
    const { faults, pauses, messages } = await late(slashCommand('covid-data list'), saying('The table'))
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('The table')])
    expect(pauses).toEqual([250, 500])
    expect(faults).toEqual([])
  })

  it('waits as long as Discord says where it is too much for it', async () => {
    await faultNext(1, { type: 'rateLimit', retryAfter: 3 })
    const { pauses, messages } = await late(slashCommand('covid-data list'), saying('The table'))
    expect(messages).toHaveLength(1)
    expect(pauses).toEqual([3000])
  })

  it('that Discord refuses ends in a sentence, and in the log without the token', async () => {
    await faultNext(1, { type: 'status', status: 403, code: 50001 })
    const asked = slashCommand('covid-data list', {}, { locale: 'de', serverLocale: 'de' })
    const { faults, messages } = await late(asked, saying('The table'))
    expect(messages.map(contentOf)).toEqual([expect.stringMatching(/schiefgegangen.*`r1`/)])
    expect(faults).toEqual([expect.stringContaining('was not delivered: 403')])
    expect(faults.join()).not.toContain(asked.token)
  })

  it('is a fault in the log where Discord takes nothing at all', async () => {
    await faultNext(10, { type: 'status', status: 503 })
    const { faults, pauses } = await late(slashCommand('covid-data list'), saying('The table'))
    expect(faults).toHaveLength(2)
    expect(pauses).toHaveLength(8)
    await control('reset', {})
  })

  it('and never comes ends in a sentence', async () => {
    const asked = slashCommand('covid-data list')
    const { messages } = await late(asked, undefined, 40)
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('took too long')])
  })
})

describe('what can not be put off', () => {
  const never = (sent: object) =>
    answerInTime(Interaction.parse(sent), new Promise<never>(() => {}), {
      rest: () => Promise.reject(new Error('Nothing is to be sent.')),
      requestId: 'r1',
      limits: SOON,
      onFault(fault) {
        throw fault
      },
      afterwards: () => expect.unreachable(),
    })

  it('a late completion is what was typed', async () => {
    const asked = autocomplete('covid-data show', 'resource', { resource: ' pocus ' })
    expect(await never(asked)).toEqual({ type: 8, data: { choices: [{ name: 'pocus', value: 'pocus' }] } })
  })

  it('a late completion of nothing is none', async () => {
    const asked = autocomplete('covid-data show', 'resource', { resource: '' })
    expect(await never(asked)).toEqual({ type: 8, data: { choices: [] } })
  })

  it('a form that does not open is a sentence, in the language of who wanted it', async () => {
    const asked = slashCommand('covid-data submit', {}, { locale: 'de' })
    expect(await never(asked)).toMatchObject({ type: 4, data: { flags: 32768 | 64 } })
    expect(JSON.stringify(await never(asked))).toContain('zu lange gedauert')
  })
})

it('an answer in time goes out as it is, and nothing else does', async () => {
  const answer = saying('The table')
  const { first, messages } = await (async () => {
    const sent = slashCommand('covid-data list')
    const given = await answerInTime(Interaction.parse(sent), Promise.resolve(answer), {
      rest: () => Promise.reject(new Error('Nothing is to be sent.')),
      requestId: 'r1',
      onFault: () => expect.unreachable(),
      afterwards: () => expect.unreachable(),
    })
    return { first: given, messages: await inChannel() }
  })()
  expect(first).toBe(answer)
  expect(messages).toEqual([])
})

/** A database that answers nothing before then. */
const held = (db: D1Database, until: Promise<void>): D1Database =>
  new Proxy(db, {
    get(target, property) {
      if (property === 'withSession') return () => held(target, until)
      if (property === 'getBookmark') return () => null
      if (property === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          await until
          return target.batch(statements)
        }
      const member: unknown = Reflect.get(target, property)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })

it('an answer that the database holds up is put off, and comes all the same', async () => {
  const asked = slashCommand('covid-data ultrasound', {}, { person: VISITOR })
  const body = JSON.stringify(asked)
  const context = createExecutionContext()
  Object.assign(LIMITS, SOON)
  let letGo = () => {}
  const until = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const request = { method: 'POST', body, headers: await signed(body) }
  const settings = { ...env, DB: held(env.DB, until), DISCORD_API_URL: API_URL }
  const answer = await app.request('https://registry.example/interactions', request, settings, context)
  expect(await answer.json()).toEqual({ type: 5 })
  letGo()
  await waitOnExecutionContext(context)
  expect((await inChannel()).map(contentOf)).toEqual([expect.stringContaining('Ultrasound: 1 yes')])
})
