// Each trip of each verb that writes in turn fails, stalls, or loses its answer: all is done or nothing, a repeat does it
// once, and the caller is given the result or told that the database can't be reached.

import { env } from 'cloudflare:workers'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { RegistryError } from '../../../schema/errors.ts'
import { QUERY_LIMIT } from '../../../worker/registry/database.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { brokenInvariants } from '../registry/courses/invariants.ts'
import { ANNA, BERT } from '../registry/submissions.ts'
import { faultyTrips } from './every-trip.ts'
import { READING, WRITING } from './writing-verbs.ts'

let attempts = 0
let now = Date.parse('2026-12-01T00:00:00.000Z')

/** A registry whose clock goes on with each look at it. */
const open = (DB: D1Database = env.DB, { days = 0, isHost = false } = {}) =>
  createRegistry(DB, {
    submissionsPerDay: 10_000,
    ...(!isHost && { queryLimit: QUERY_LIMIT }),
    now: () => {
      now += 1
      return new Date(now + days * 86_400_000)
    },
  })

beforeAll(async () => {
  const registry = open()
  for (const maintainer of [ANNA, BERT])
    if (maintainer.kind === 'discord')
      await registry.addMaintainer('console', maintainer.discordId, maintainer.name)
  await registry.addWatch({ kind: 'channel', channelId: '70', guildId: '7' }, { kind: 'everything' })
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  expect(await brokenInvariants()).toEqual({})
})

/** How a doing ended: with its result, or refused with a code. Anything else that it throws is a fault of ours. */
const ended = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RegistryError) return error.code
      throw error
    },
  )

it('each verb has a case, or only reads', () => {
  const known = [...READING, ...WRITING.map(({ verb }) => verb)]
  expect(new Set(known)).toEqual(new Set(Object.keys(createRegistry(env.DB))))
})

describe.each(WRITING.map((one) => ({ name: `${one.verb} ${one.what ?? ''}`, one })))('$name', ({ one }) => {
  it('does all or nothing, whatever becomes of its trips', async () => {
    const ready = async () => {
      attempts += 1
      now += 60_000
      const doing = await one.ready(open(env.DB, { isHost: true }), attempts)
      return (DB: D1Database) => ended(doing(open(DB, one)))
    }
    expect(await faultyTrips({ ...one, ready })).toEqual([])
  })
})
