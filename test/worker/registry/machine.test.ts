// What the registry proposes itself waits for a maintainer like everybody's.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { Machine } from '../../../schema/vocabulary.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { ANNA, addition, failure, rows } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 2 })
const machine = (name: Machine): Actor => ({ kind: 'machine', machine: name })

const proposed = async (name: string, by: Machine = 'discovery') =>
  (await registry.submit(machine(by), addition(name), { door: 'job' })).submission

beforeAll(async () => {
  await registry.addMaintainer('console', '900000000000000001', 'Anna')
})

it('has no limit for a day or a minute, and one row for each job', async () => {
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) await proposed(`Atlas ${name}`)
  await proposed('Atlas of another job', 'links')
  expect(await rows('select machine, name from people where machine is not null order by id')).toEqual([
    { machine: 'discovery', name: 'Discovery' },
    { machine: 'links', name: 'Link checks' },
  ])
})

it('says which job it was, and is approved together with others', async () => {
  const { items } = await registry.listSubmissions(ANNA, { state: 'pending', size: 25 })
  const flags = items.flatMap((item) => item.flags.map(({ kind }) => kind))
  expect(flags).not.toContain('manyOfSender')
  const { submitter, isOwn } = await registry.reviewSubmission(ANNA, items[0]?.submission.reference ?? '')
  expect(submitter).toMatchObject({ machine: 'discovery', isBlocked: false })
  expect(isOwn).toBe(false)
})

it('can be asked nothing, and cannot be blocked', async () => {
  const { reference, version } = await proposed('Asked')
  const question = { decision: 'ask', reason: 'Which one?', version } as const
  const refused = [
    await failure(registry.decideSubmission(ANNA, reference, question)),
    await failure(registry.setBlocked(ANNA, reference, true)),
  ]
  expect(refused.map(({ code }) => code)).toEqual(['invalid', 'invalid'])
  expect(refused[0]?.message).toContain('The registry made this submission itself')
})

it('is written once for a key, and tells nobody but the review channel', async () => {
  const once = () =>
    registry.submit(machine('links'), addition('Twice'), { door: 'job', idempotencyKey: 'links 7 moved' })
  const [first, second] = [await once(), await once()]
  expect([first.isRepeat, second.isRepeat]).toEqual([false, true])
  expect(second.submission.reference).toBe(first.submission.reference)
  const deliveries = await rows(
    'select kind from deliveries where submission_id = (select id from submissions where reference = ?)',
    first.submission.reference,
  )
  expect(deliveries).toEqual([{ kind: 'review' }])
})

it('may not decide', async () => {
  const { reference, version } = await proposed('Undecided')
  const approval = { decision: 'approve', version } as const
  expect((await failure(registry.decideSubmission(machine('links'), reference, approval))).code).toBe(
    'forbidden',
  )
})
