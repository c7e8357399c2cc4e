// What is said late, against the clock: here hours pass in no time.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { text } from '../../../bot/cards/kit/message.ts'
import { encodeCustomId } from '../../../bot/custom-id.ts'
import { firstAnswer, LIMITS } from '../../../bot/deferral.ts'
import { type FollowUpRequest, sendFollowUp } from '../../../bot/follow-up.ts'
import { german } from '../../../bot/languages/german.ts'
import type { Outcome } from '../../../bot/retry.ts'
import { autocomplete, componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { requestOf } from '../../support/request-of.ts'

/** Cloudflare, "Workers: waitUntil": what runs after the answer is ended then. */
const WORKER_ENDS = 30_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const table: APIInteractionResponse = {
  type: 4,
  data: { flags: 32768, components: [text('The table')], allowed_mentions: { parse: [] } },
}
const never = new Promise<never>(() => {})
const later = <Value>(ms: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(() => resolve(value), ms))

const GONE: Outcome = { result: 'retry', error: 'No answer.' }
const NOT_YET: Outcome = { result: 'refused', status: 404, code: 10015, error: 'Unknown Webhook' }

interface Sent extends FollowUpRequest {
  /** In milliseconds since it was put off. */
  readonly at: number
}

/** What Discord is sent where it answers like that, what is logged, and how long it all takes. */
async function delivered(
  how: (tried: number, timeLimitMs: number) => Outcome | Promise<Outcome>,
  answering: Promise<APIInteractionResponse> = Promise.resolve(table),
) {
  const began = Date.now()
  const sent: Sent[] = []
  const faults: string[] = []
  const delivery = sendFollowUp(requestOf(slashCommand('covid-data list')), { type: 5 }, answering, {
    send: async (request, timeLimitMs) => {
      sent.push({ ...request, at: Date.now() - began })
      return how(sent.length, timeLimitMs)
    },
    faultId: 'r1',
    onFault: (fault) => faults.push(fault),
  }).then(() => Date.now() - began)
  await vi.runAllTimersAsync()
  return { sent, faults, took: await delivery }
}

describe('a Worker is not ended before it has said what it has to', () => {
  it.each([
    ['the database stalls', () => never],
    ['the database answers at the last moment', () => later(LIMITS.answer - 1, table)],
    ['the database answers at once', () => Promise.resolve(table)],
  ])('%s, and Discord stalls', async (_, answering) => {
    const { sent, faults, took } = await delivered((_tried, ms) => later(ms, GONE), answering())
    expect(sent.length).toBeGreaterThan(1)
    expect(faults).toEqual([expect.stringContaining('was not delivered')])
    expect(took).toBeLessThan(WORKER_ENDS)
  })

  it.each([GONE, NOT_YET, { ...GONE, retryAfterMs: 3_600_000 }])('Discord says %j', async (outcome) => {
    const { took, faults } = await delivered(() => outcome, never)
    expect(faults).toHaveLength(1)
    expect(took).toBeLessThan(WORKER_ENDS)
  })

  it('the database stalls: then that is said, with time for Discord not to know yet', async () => {
    const { sent, faults } = await delivered((tried) => (tried < 6 ? NOT_YET : { result: 'done' }), never)
    expect(JSON.stringify(sent.at(-1)?.body)).toContain('took too long')
    expect(faults).toEqual([])
  })
})

describe('it is tried again', () => {
  const times = async (how: Parameters<typeof delivered>[0]) =>
    (await delivered(how)).sent.map(({ at }) => at)

  it('at growing intervals, and then no more', async () => {
    expect(await times(() => NOT_YET)).toEqual([0, 250, 750, 1750, 3750, 7750])
  })

  it('not before Discord wants it, and not at all where that is too late', async () => {
    const once = (retryAfterMs: number) => (tried: number) =>
      tried === 1 ? { ...GONE, retryAfterMs } : { result: 'done' as const }
    expect(await times(once(3000))).toEqual([0, 3000])
    expect(await times(once(29_000))).toEqual([0])
  })

  it.each([
    { result: 'refused', status: 401, code: 50027, error: 'Invalid Webhook Token' },
    { result: 'refused', status: 404, code: 10062, error: 'Unknown interaction' },
  ] as const)('not where nobody waits any more: $error', async (outcome) => {
    const { sent, faults } = await delivered(() => outcome)
    expect(sent).toHaveLength(1)
    expect(faults).toEqual([expect.stringContaining(outcome.error)])
  })

  it('with a sentence instead, where it is the answer that Discord refuses', async () => {
    const { sent, faults } = await delivered((tried) =>
      tried === 1 ? { result: 'refused', status: 400, code: 50035, error: 'Invalid' } : { result: 'done' },
    )
    expect(JSON.stringify(sent.at(-1)?.body)).toContain('`r1`')
    expect(sent).toHaveLength(2)
    expect(faults).toHaveLength(1)
  })
})

describe('what can not be put off', () => {
  const late = async (sent: object) => {
    const first = firstAnswer(requestOf(sent), never)
    await vi.runAllTimersAsync()
    return first
  }

  it('a late completion is what was typed', async () => {
    const { response } = await late(autocomplete('covid-data show', 'resource', { resource: ' pocus ' }))
    expect(response).toEqual({ type: 8, data: { choices: [{ name: 'pocus', value: 'pocus' }] } })
  })

  it('a late completion of nothing is none', async () => {
    const { response } = await late(autocomplete('covid-data show', 'resource', { resource: '' }))
    expect(response).toEqual({ type: 8, data: { choices: [] } })
  })

  it('a form that does not open is a sentence, in the language of who wanted it', async () => {
    const { response, isDeferral } = await late(slashCommand('covid-data submit', {}, { locale: 'de' }))
    expect(isDeferral).toBe(false)
    expect(response).toMatchObject({ type: 4, data: { flags: 32768 | 64 } })
    expect(JSON.stringify(response)).toContain(german.general.late)
  })
})

it('an answer in time is what Discord is told first', async () => {
  const list = requestOf(slashCommand('covid-data list'))
  expect(await firstAnswer(list, Promise.resolve(table))).toEqual({ response: table, isDeferral: false })
})

it('a card that stays gets its answer beside it, once however late', async () => {
  const message = postedMessage(
    { flags: 32768, components: [text('Page 1')] },
    slashCommand('covid-data list'),
  )
  const click = componentClick({ message, customId: encodeCustomId({ action: 'open' }) })
  const sent: FollowUpRequest[] = []
  await sendFollowUp(requestOf(click), { type: 6 }, Promise.resolve(table), {
    send: async (request) => {
      sent.push(request)
      return { result: 'done' }
    },
    faultId: 'r1',
    onFault: expect.unreachable,
  })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: `/webhooks/${click.application_id}/${encodeURIComponent(click.token)}`,
      body: table.data,
    },
  ])
})
