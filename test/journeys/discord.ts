// A whole Discord around a story: its REST side stands in Node and judges what it is sent; time goes by as the story says.

import { env } from 'cloudflare:workers'
import type { APIMessage } from 'discord-api-types/v10'
import { expect, vi } from 'vitest'
import { english } from '../../bot/languages/index.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { deliverDue } from '../../worker/jobs/deliver.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { openSenders } from '../../worker/senders.ts'
import { BOT_TOKEN, type Person, REVIEW_CHANNEL_ID } from '../discord/protocol/people.ts'

const STAND_IN = 'http://discord.test'

const SETTINGS = {
  DISCORD_API_URL: `${STAND_IN}/api/v10`,
  DISCORD_APPLICATION_ID: '1170000000000000100',
  DISCORD_BOT_TOKEN: BOT_TOKEN,
  REVIEW_CHANNEL_ID,
  PUBLIC_URL: '',
  MAIL_FROM: '',
}

/** Discord may take its time: an answer that is lost counts as an attempt. */
const NO_LIMIT = 10 * 60_000

let ahead = 0
const now = () => Date.now() + ahead

/** The registry as cron sees it: its clock can be ahead. */
const registry: Registry = createRegistry(env.DB, { now: () => new Date(now()) })

export const passTime = (ms: number) => {
  ahead += ms
}

const control = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await env.STAND_IN.fetch(`${STAND_IN}/stand-in/${path}`, {
    ...init,
    headers: { 'Content-Type': 'application/json' },
  })
  expect(answer.ok).toBe(true)
  return (answer.status === 204 ? undefined : await answer.json()) as Answer
}

/** An empty Discord; what the Worker asks of it goes there and nowhere else. */
export async function openDiscord(): Promise<void> {
  await control('reset', {})
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
    env.STAND_IN.fetch(new Request(input, init)),
  )
}

export const nextRequests = (times: number, fault: object) =>
  control('faults', { path: '/api/v10/.*', fault, times })

interface Kept {
  readonly message: APIMessage
  readonly earlier: readonly unknown[]
}

export const messagesIn = (channelId: string) => control<Kept[]>(`channels/${channelId}/messages`)
export const messagesTo = ({ id }: Person) => control<Kept[]>(`users/${id}/messages`)
export const problems = () => control<unknown[]>('problems')

/** One run of cron. */
export async function deliver(): Promise<void> {
  const senders = openSenders(SETTINGS, english, NO_LIMIT)
  if (!senders) throw new Error('Nothing can be sent with these settings.')
  const onFault = (fault: unknown): string => {
    throw fault
  }
  await deliverDue({ registry, ...senders, bounds: { maxWaitMs: 0 }, now, onFault })
}

/** All that stands on a message. */
export const textOf = ({ message }: Kept): string => JSON.stringify(message.components)
