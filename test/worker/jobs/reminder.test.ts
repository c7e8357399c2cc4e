import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { messagesFor } from '../../../bot/languages/index.ts'
import { EVERY_MINUTE } from '../../../worker/jobs/deliver.ts'
import { ANNA, addition, rows, STRANGER } from '../registry/submissions.ts'
import { FakeDiscord, REVIEW_CHANNEL } from './fake-discord.ts'
import { clock, faults, registry, run } from './outbox.ts'

const DAY = 86_400_000

let discord: FakeDiscord

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare('delete from deliveries'),
    env.DB.prepare("update submissions set state = 'rejected'"),
  ])
  discord = new FakeDiscord()
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(faults.splice(0)).toEqual([])
})

let names = 0
const submitted = async () =>
  (await registry.submit(STRANGER, addition(`Overdue ${++names}`), { door: 'http' })).submission.reference

/** As cron does it; with no waiting for what is due later. */
const cron = (settings = {}) => run({ bounds: { ...EVERY_MINUTE, maxWaitMs: 0 }, settings })

const reminders = () => discord.in(REVIEW_CHANNEL).filter(({ text }) => text.includes('for more than 3 days'))

it('submissions that wait for more than three days are listed once a day', async () => {
  const [first, second] = [await submitted(), await submitted()]
  clock.pass(3 * DAY)
  await cron()
  expect(reminders()).toEqual([])
  clock.pass(1)
  const late = await submitted()
  await cron()
  await cron()
  const [reminder, ...others] = reminders()
  expect(others).toEqual([])
  expect(reminder?.text).toContain('**2 submissions have waited for more than 3 days, the longest since <t:')
  expect(reminder?.text).toContain(first)
  expect(reminder?.text).toContain(second)
  expect(reminder?.text).not.toContain(late)
  clock.pass(DAY)
  await cron()
  expect(reminders()).toHaveLength(2)
})

it('a reminder is in the language of the review channel', async () => {
  await submitted()
  clock.pass(4 * DAY)
  await run({ bounds: { ...EVERY_MINUTE, maxWaitMs: 0 }, forReview: messagesFor('de') })
  const texts = discord.in(REVIEW_CHANNEL).map(({ text }) => text)
  expect(texts.join()).toContain('**Eine Einreichung wartet seit mehr als 3 Tagen, und zwar seit dem <t:')
})

it('concurrent runs send one reminder', async () => {
  await submitted()
  clock.pass(4 * DAY)
  await Promise.all([cron(), cron(), cron()])
  expect(reminders()).toHaveLength(1)
})

it('submissions with an open question, and decided ones, are not listed', async () => {
  const [asked, decided] = [await submitted(), await submitted()]
  await registry.decideSubmission(ANNA, asked, { decision: 'ask', reason: 'Which licence?' })
  clock.pass(4 * DAY)
  await registry.queueReminder()
  await registry.decideSubmission(ANNA, decided, { decision: 'approve', version: 1 })
  await cron()
  expect(reminders()).toEqual([])
  expect(await rows("select state, last_error from deliveries where kind = 'digest'")).toEqual([
    { state: 'dropped', last_error: 'Nothing waits so long any more.' },
  ])
})

it('without a review channel no reminder is queued', async () => {
  await submitted()
  clock.pass(4 * DAY)
  await cron({ REVIEW_CHANNEL_ID: '' })
  expect(await rows("select * from deliveries where kind = 'digest'")).toEqual([])
})

it('what takes a second maintainer is posted at once, with a button for the other one', async () => {
  const [bert, carla] = ['900000000000000071', '900000000000000072']
  await registry.addMaintainer('console', bert, 'Bert')
  await registry.addMaintainer('console', carla, 'Carla')
  await registry.removeMaintainer(ANNA, carla)
  await registry.removeMaintainer(ANNA, carla)
  await cron()
  const posted = discord.in(REVIEW_CHANNEL).map(({ text }) => text)
  expect(posted).toHaveLength(1)
  expect(posted[0]).toContain('Remove Carla')
  expect(posted[0]).toContain(`Proposed by ${ANNA.kind === 'discord' ? ANNA.name : ''}`)
  // Once it is confirmed there is nothing left to say.
  await registry.removeMaintainer({ kind: 'discord', discordId: bert, name: 'Bert' }, carla)
  await registry.removeMaintainer(ANNA, bert)
  expect(posted).toHaveLength(1)
})
