// What is undone comes from versions of the past. A redaction at the same time takes their texts first, and they stay away.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { countedTrips, tripsOf } from '../../support/faults/faulty-database.ts'
import { ANNA, addition, BERT, failure, rows, SENDER, sent } from '../registry/submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 1000 })
beforeAll(async () => {
  for (const maintainer of [ANNA, BERT])
    if (maintainer.kind === 'discord')
      await registry.addMaintainer('console', maintainer.discordId, maintainer.name)
})

/** A data set whose first version names a patient, which Bert corrected. */
async function corrected(name: string) {
  const { reference } = await sent(registry, addition(`${name} of Patient Seventy`))
  const { slug = '' } = await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  const { submission } = await registry.submit(
    SENDER,
    { kind: 'correction', slug, baseVersion: 1, changes: { name }, reason: 'It names a patient.' },
    { door: 'discord' },
  )
  const since = new Date().toISOString()
  await registry.decideSubmission(BERT, submission.reference, { decision: 'approve', version: 1 })
  const [{ sequence } = { sequence: 0 }] = await rows<{ sequence: number }>(
    `select max(sequence) as sequence from changes where subject = 'resource'`,
  )
  return { slug, reference: submission.reference, sequence, since }
}

/** Undoes it, while the first version is redacted right before the write. */
async function undoneWhileRedacted(name: string, undo: (of: Registry, one: Corrected) => Promise<unknown>) {
  const counted = countedTrips(env.DB)
  await undo(createRegistry(counted.DB), await corrected(`${name} before`))
  const write = Array.from({ length: counted.trips() }, (_, n) => n + 1).find(counted.isWrite)
  const one = await corrected(name)
  let trips = 0
  const DB = tripsOf(env.DB, async (send) => {
    trips += 1
    if (trips === write) await registry.redactResource(ANNA, one.slug, { version: 1, reason: 'A patient.' })
    return send()
  })
  return { one, outcome: undo(createRegistry(DB), one) }
}
type Corrected = Awaited<ReturnType<typeof corrected>>

const named = async ({ slug }: Corrected) => (await registry.getResource(slug)).record.name
const HOST = { kind: 'discord', discordId: '900000000000000002', name: 'Bert' } as const

it('a change is not reverted to a text that is redacted meanwhile', async () => {
  const { one, outcome } = await undoneWhileRedacted('Reverted', (of, { sequence }) =>
    of.revertChange(ANNA, sequence, 2, 'A mistake.'),
  )
  expect(await failure(outcome)).toMatchObject({ code: 'conflict' })
  expect(await named(one)).toBe('Reverted')
})

it('nor are all changes of a maintainer', async () => {
  const { one, outcome } = await undoneWhileRedacted('All', (of, { since }) =>
    of.revertAll('console', { by: HOST.discordId, since }, true),
  )
  expect(await failure(outcome)).toMatchObject({ code: 'conflict' })
  expect(await named(one)).toBe('All')
})

it('nor is a decision taken back to it', async () => {
  const { one, outcome } = await undoneWhileRedacted('Undone', (of, { reference }) =>
    of.undoDecision(ANNA, reference, 2),
  )
  await outcome
  expect(await named(one)).not.toContain('Seventy')
})
