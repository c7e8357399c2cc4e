// Discord waits 3 seconds. What takes longer is put off and comes by another way, which a stand-in Discord judges.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { APIInteractionResponse, APIMessage } from 'discord-api-types/v10'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { text } from '../../../bot/cards/kit/message.ts'
import { firstAnswer, LIMITS } from '../../../bot/deferral.ts'
import { sendFollowUp } from '../../../bot/follow-up.ts'
import { app } from '../../../worker/app.ts'
import { openRest } from '../../../worker/discord/rest.ts'
import { componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { CHANNEL_ID, SECOND_VISITOR, VISITOR } from '../../discord/protocol/people.ts'
import { signed } from '../../support/discord.ts'
import { requestOf } from '../../support/request-of.ts'

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

const SOON = { ...LIMITS, deferral: 20 }

const saying = (content: string, flags = 32768): APIInteractionResponse => ({
  type: 4,
  data: { flags, components: [text(content)], allowed_mentions: { parse: [] } },
})

type Sent = Parameters<typeof postedMessage>[1]

/** An interaction that is answered with `answer` only after it was put off; what Discord was told first, and what then. */
async function late(sent: Sent, answer: APIInteractionResponse | undefined, limits = SOON) {
  const request = requestOf(sent)
  const { token, applicationId } = request
  const faults: string[] = []
  const { promise: answering, resolve: arrive } = Promise.withResolvers<APIInteractionResponse>()
  const rest = openRest({
    apiUrl: API_URL,
    applicationId,
    secrets: [encodeURIComponent(token), token],
    timeLimitMs: 60_000,
  })
  const { response: first } = await firstAnswer(request, answering, limits)
  await control('interactions', { interaction: sent, response: first })
  if (answer) arrive(answer)
  await sendFollowUp(request, first, answering, {
    // A machine that is busy for longer than a try may take loses no answer: another try would post twice.
    send: ({ method, path, body }, timeLimitMs) =>
      rest(method, path, body, limits.delivery < LIMITS.delivery ? timeLimitMs : undefined),
    faultId: 'r1',
    onFault: (fault) => faults.push(fault),
    limits,
  })
  return { first, faults, messages: await inChannel() }
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
    const command = slashCommand('covid-data list', { private: true })
    const { first, messages } = await late(command, saying('The table', 32768 | 64))
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
    const { faults, messages } = await late(slashCommand('covid-data list'), saying('The table'))
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('The table')])
    expect(faults).toEqual([])
  })

  it('is delivered when Discord says that it may be, where it is too much for it', async () => {
    await faultNext(1, { type: 'rateLimit', retryAfter: 0.3 })
    const began = Date.now()
    const { faults, messages } = await late(slashCommand('covid-data list'), saying('The table'))
    expect(messages).toHaveLength(1)
    // The header is in whole seconds.
    expect(Date.now() - began).toBeGreaterThan(990)
    expect(faults).toEqual([])
  })

  it('is given up where that is too late, and where Discord takes nothing at all', async () => {
    for (const fault of [
      { type: 'rateLimit', retryAfter: 3600 },
      { type: 'status', status: 503 },
      { type: 'latency', milliseconds: 5000 },
    ]) {
      await faultNext(10, fault)
      const limits = { ...SOON, delivery: 600 }
      const { faults } = await late(slashCommand('covid-data list'), saying('The table'), limits)
      expect(faults).toEqual([expect.stringContaining('was not delivered')])
      await control('reset', {})
    }
  })

  it('that Discord refuses ends in a sentence, and in the log without the token', async () => {
    await faultNext(1, { type: 'status', status: 403, code: 50001 })
    const asked = slashCommand('covid-data list', {}, { locale: 'de', serverLocale: 'de' })
    const { faults, messages } = await late(asked, saying('The table'))
    expect(messages.map(contentOf)).toEqual([expect.stringMatching(/schiefgegangen.*`r1`/)])
    expect(faults).toEqual([expect.stringContaining('was not delivered: 403')])
    expect(faults.join()).not.toContain(asked.token)
  })

  it('and never comes ends in a sentence', async () => {
    const asked = slashCommand('covid-data list')
    const { messages } = await late(asked, undefined, { ...SOON, answer: 40 })
    expect(messages.map(contentOf)).toEqual([expect.stringContaining('took too long')])
  })
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
  const patient = { ...LIMITS }
  Object.assign(LIMITS, SOON)
  onTestFinished(() => void Object.assign(LIMITS, patient))
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  const request = { method: 'POST', body, headers: await signed(body) }
  const settings = { ...env, DB: held(env.DB, until), DISCORD_API_URL: API_URL }
  const answer = await app.request('https://registry.example/interactions', request, settings, context)
  expect(await answer.json()).toEqual({ type: 5 })
  letGo()
  await waitOnExecutionContext(context)
  expect((await inChannel()).map(contentOf)).toEqual([expect.stringContaining('Ultrasound: 1 yes')])
})
