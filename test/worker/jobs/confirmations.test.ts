// A record that nobody has touched for twelve months is put before a maintainer, who confirms it by one click.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { isUnconfirmed } from '../../../schema/record/caveats.ts'
import type { DiscordActor } from '../../../schema/verbs/actor.ts'
import { askForConfirmation } from '../../../worker/jobs/ask-for-confirmation.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { ANNA, rows } from '../registry/submissions.ts'

const OTTO: DiscordActor = { kind: 'discord', discordId: '700000000000000001', name: 'Otto' }
const clock = { now: new Date('2028-02-01T03:17:00.000Z') }
const registry = createRegistry(env.DB, { now: () => clock.now })
const run = () => askForConfirmation({ registry, onFault: (fault) => expect.unreachable(String(fault)) })
const asked = async (state: 'pending' | 'approved' | 'rejected' = 'pending') =>
  (await registry.listSubmissions(ANNA, { state, kind: 'confirmation', size: 25 })).items.map(
    ({ submission }) => submission,
  )

beforeAll(async () => {
  await registry.addMaintainer('console', '900000000000000001', 'Anna')
})

it('asks for three a day, the oldest first, and never twice of one', async () => {
  await run()
  const first = await asked()
  expect(first).toHaveLength(3)
  expect(first[0]).toMatchObject({
    reason: expect.stringMatching(/^Nobody has changed or confirmed this record since \d{4}-\d\d-\d\d\.$/),
    version: 1,
  })
  await run()
  const slugs = (await asked()).map(({ slug }) => slug)
  expect(slugs).toHaveLength(6)
  expect(new Set(slugs).size).toBe(6)
})

it('stops at ten that wait', async () => {
  for (let day = 0; day < 4; day++) await run()
  expect(await asked()).toHaveLength(10)
})

it('is confirmed by an approval: a change of nothing but the date, which watchers are told', async () => {
  const [one] = await asked()
  const slug = one?.slug ?? ''
  const before = await registry.getResource(slug)
  expect(isUnconfirmed(before.record, clock.now)).toBe(true)
  await registry.addWatch({ kind: 'person', actor: OTTO }, { kind: 'resource', slug })
  const approved = await registry.decideSubmission(ANNA, one?.reference ?? '', {
    decision: 'approve',
    version: 1,
  })
  expect(approved.state).toBe('approved')
  const { record } = await registry.getResource(slug)
  expect(isUnconfirmed(record, clock.now)).toBe(false)
  expect(record).toEqual({
    ...before.record,
    version: before.record.version + 1,
    updatedAt: clock.now.toISOString(),
  })
  const { items } = await registry.listChanges({ slug, size: 1 })
  expect(items[0]).toMatchObject({ action: 'confirmed', reason: one?.reason })
  expect(await rows("select target from deliveries where kind = 'announcement'")).toHaveLength(1)
})

it('is not asked again for a year after a maintainer would not confirm it', async () => {
  const [one] = await asked()
  const refused = { decision: 'reject', reason: 'The page is gone.', version: 1 } as const
  await registry.decideSubmission(ANNA, one?.reference ?? '', refused)
  const again = async () => {
    for (let day = 0; day < 40; day++) {
      await run()
      for (const { reference } of await asked())
        await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    }
    return (await asked('approved')).filter(({ slug }) => slug === one?.slug).length
  }
  expect(await again()).toBe(0)
  clock.now = new Date('2029-02-02T03:17:00.000Z')
  expect(await again()).toBe(1)
})
