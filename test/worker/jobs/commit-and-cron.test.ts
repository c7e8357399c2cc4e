// The outbox runs after a commit, and by cron.

import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import worker from '../../../worker/index.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { read, requestOf } from '../api/requests.ts'
import { addition, sent } from '../registry/submissions.ts'
import { FakeDiscord, REVIEW_CHANNEL } from './fake-discord.ts'
import { countWaiting, SETTINGS } from './outbox.ts'

const settings = { ...env, ...SETTINGS }
const registry = createRegistry(env.DB)

/** For what goes on by itself; by itself vitest waits for a second. */
const PATIENCE = { timeout: 60_000 }

let discord: FakeDiscord
beforeEach(() => {
  discord = new FakeDiscord()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const submission = (name: string) =>
  new Request('https://registry.example/v1/submissions', requestOf('POST', { json: addition(name) }))
const referenceIn = async (answer: Response) => String((await read(answer)).reference)

const posted = (reference: string) =>
  discord.in(REVIEW_CHANNEL).filter((message) => message.text.includes(reference))

it('a request’s deliveries go out after its answer', async () => {
  const context = createExecutionContext()
  const answer = await worker.fetch(submission('one'), settings, context)
  await waitOnExecutionContext(context)
  expect(posted(await referenceIn(answer))).toHaveLength(1)
  expect(discord.messages).toHaveLength(1)
  expect(await countWaiting()).toBe(0)
})

it('also without an execution context', async () => {
  const reference = await referenceIn(await app.request(submission('two'), undefined, settings))
  await vi.waitFor(() => expect(posted(reference)).toHaveLength(1), PATIENCE)
  await vi.waitFor(async () => expect(await countWaiting()).toBe(0), PATIENCE)
})

it('an answer does not wait for Discord, nor fail with it', async () => {
  discord.always = () => ({ status: 403 })
  const context = createExecutionContext()
  const answer = await worker.fetch(submission('three'), settings, context)
  expect(answer.status).toBe(201)
  expect(discord.messages).toEqual([])
  await waitOnExecutionContext(context)
})

it.each(['* * * * *', '0 3 * * 1'])('every cron expression runs the outbox: %s', async (cron) => {
  const { reference } = await sent(registry, addition(`By cron ${cron}`))
  await worker.scheduled(createScheduledController({ cron }), settings, createExecutionContext())
  expect(posted(reference)).toHaveLength(1)
  expect(await countWaiting()).toBe(0)
})

it('a fault of the database is logged with an id, and does not fail the cron run', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(env.DB, 'batch').mockRejectedValue(new Error('D1_ERROR: overloaded'))
  await worker.scheduled(createScheduledController(), settings, createExecutionContext())
  expect(logged.mock.calls).toMatchObject([[expect.stringMatching(/"requestId":"[0-9a-f]{8}".*overloaded/)]])
})
