// A registry, a Discord and a clock for tests of the outbox: time goes by only where a test says so.

import { env } from 'cloudflare:workers'
import { english, type Messages } from '../../../bot/languages/index.ts'
import type { DeliveryVerbs } from '../../../schema/verbs/deliveries.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { type Bounds, type DeliveryRun, deliverDue } from '../../../worker/jobs/deliver.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { openSenders } from '../../../worker/senders.ts'
import { rows } from '../registry/submissions.ts'
import { API_URL, BOT_TOKEN, REVIEW_CHANNEL } from './fake-discord.ts'

let time = Date.parse('2026-06-01T12:00:00.000Z')

export const clock = {
  now: () => time,
  pass: (ms: number) => {
    time += ms
  },
}

export const registry: Registry = createRegistry(env.DB, {
  submissionsPerDay: 10_000,
  now: () => new Date(time),
})

export const SETTINGS = {
  DISCORD_API_URL: `${API_URL}/`,
  DISCORD_APPLICATION_ID: '117',
  DISCORD_BOT_TOKEN: BOT_TOKEN,
  REVIEW_CHANNEL_ID: REVIEW_CHANNEL,
  PUBLIC_URL: 'https://registry.example/',
  MAIL_FROM: '',
}

/** One look at the outbox, with no waiting for what is due later. */
const ONE_LOOK: Bounds = { maxWaitMs: 0 }

/** Discord's answer may take its time, unless a test is about that. */
const NO_LIMIT = 10 * 60_000

/** What a run was told to log. */
export const faults: unknown[] = []

export async function run(
  given: Partial<DeliveryRun> & {
    settings?: Partial<typeof SETTINGS>
    forReview?: Messages
    timeLimitMs?: number
  } = {},
) {
  const { settings, forReview = english, timeLimitMs = NO_LIMIT, ...rest } = given
  const senders = openSenders({ ...SETTINGS, ...settings }, forReview, timeLimitMs)
  if (!senders) throw new Error('Nothing can be sent with these settings.')
  await deliverDue({
    registry,
    ...senders,
    bounds: ONE_LOOK,
    now: clock.now,
    sleep: async (ms) => clock.pass(ms),
    onFault: (fault) => `fault-${faults.push(fault)}`,
    ...rest,
  })
}

/** How many deliveries still wait. */
export const countWaiting = async (): Promise<number> =>
  (await rows("select id from deliveries where state = 'waiting'")).length

/** Runs once and again as time goes by, until nothing waits any more; how often it took. */
export async function runUntilDone(verbs: DeliveryVerbs = registry, most = 100): Promise<number> {
  for (let runs = 1; runs <= most; runs++) {
    await run()
    if ((await countWaiting()) === 0) return runs
    clock.pass((await verbs.findNextDelivery(['review', 'submitter', 'announcement', 'digest'])) ?? 0)
  }
  throw new Error('Something still waits.')
}

export interface DeliveryRow {
  readonly id: number
  readonly kind: string
  readonly state: string
  readonly attempts: number
  readonly last_error: string | null
  readonly message_id: string | null
  readonly next_at: string
}

export const deliveriesOf = (reference: string) =>
  rows<DeliveryRow>(
    `select id, kind, state, attempts, last_error, message_id, next_at from deliveries
     where submission_id = (select id from submissions where reference = ?) order by id`,
    reference,
  )

export const cardOf = async (reference: string) =>
  (
    await rows<{ channel: string | null; message: string | null }>(
      'select card_channel_id as channel, card_message_id as message from submissions where reference = ?',
      reference,
    )
  )[0]
