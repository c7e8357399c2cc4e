// The two ways in which the outbox is emptied: after a commit, and by cron.

import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import worker from '../../../worker/index.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { addition, SENDER, sent } from '../registry/submissions.ts'
import { FakeDiscord, REVIEW_CHANNEL } from './fake-discord.ts'
import { SETTINGS } from './outbox.ts'

/** A door that takes a submission in. */
app.post('/test-door/:name', async (c) => {
  const input = addition(c.req.param('name'))
  const { submission } = await c.get('registry').submit(SENDER, input, { door: 'http' })
  return c.text(submission.reference)
})

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

const posted = (reference: string) =>
  discord.in(REVIEW_CHANNEL).filter((message) => message.text.includes(reference))

it('what a request leaves to deliver goes out after its answer', async () => {
  const context = createExecutionContext()
  const request = new Request('https://registry.example/test-door/one', { method: 'POST' })
  const answer = await worker.fetch(request, settings, context)
  await waitOnExecutionContext(context)
  expect(posted(await answer.text())).toHaveLength(1)
  expect(discord.messages).toHaveLength(2)
  expect(await registry.countWaiting()).toBe(0)
})

it('and where nothing keeps it running after the answer, it runs', async () => {
  const answer = await app.request('/test-door/two', { method: 'POST' }, settings)
  const reference = await answer.text()
  await vi.waitFor(() => expect(posted(reference)).toHaveLength(1), PATIENCE)
  await vi.waitFor(async () => expect(await registry.countWaiting()).toBe(0), PATIENCE)
})

it('an answer does not wait for Discord, and does not fail with it', async () => {
  discord.always = () => ({ status: 403 })
  const context = createExecutionContext()
  const request = new Request('https://registry.example/test-door/three', { method: 'POST' })
  const answer = await worker.fetch(request, settings, context)
  expect(answer.status).toBe(200)
  expect(discord.messages).toEqual([])
  await waitOnExecutionContext(context)
})

it.each(['* * * * *', '0 3 * * 1'])('cron sends what waits, by any expression: %s', async (cron) => {
  const { reference } = await sent(registry, addition(`By cron ${cron}`))
  await worker.scheduled(createScheduledController({ cron }), settings)
  expect(posted(reference)).toHaveLength(1)
  expect(await registry.countWaiting()).toBe(0)
})

it('a fault of the database is logged with an id and goes no further', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(env.DB, 'batch').mockRejectedValue(new Error('D1_ERROR: overloaded'))
  await worker.scheduled(createScheduledController(), settings)
  expect(logged.mock.calls).toMatchObject([[expect.stringMatching(/"requestId":"[0-9a-f]{8}".*overloaded/)]])
})
