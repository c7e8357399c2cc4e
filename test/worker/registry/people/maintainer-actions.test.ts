// What maintainers did, what takes two of them, and what comes twice.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { ANNA, addition, BERT, failure, rows, SENDER, STRANGER, sent } from '../submissions.ts'

let now = Date.parse('2026-11-01T12:00:00Z')
const around = { submissionsPerDay: 1000, now: () => new Date(now) }
const registry = createRegistry(env.DB, around)
const host = createRegistry(env.DB, { ...around, isHost: true })
const idOf = (actor: Actor) => (actor.kind === 'discord' ? actor.discordId : '')
const CLARA: Actor = { kind: 'discord', discordId: '900000000000000003', name: 'Clara' }

beforeAll(async () => {
  await registry.addMaintainer('console', idOf(ANNA), 'Anna')
  await registry.addMaintainer(ANNA, idOf(BERT), 'Bert')
})

/** "approve submission", latest first. */
const done = async (by: Actor, size = 1) =>
  (await registry.listActions(ANNA, { by: idOf(by), size })).items.map(
    ({ action, subject, version, reason }) =>
      [action, subject.kind, subject.name ?? subject.key, version, reason].filter(
        (part) => part !== undefined,
      ),
  )

const approved = async (name: string) => {
  const { reference } = await sent(registry, addition(name))
  const { slug = '' } = await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 1 })
  const [change] = (await registry.listChanges({ slug, size: 1 })).items
  return { reference, slug, sequence: change?.sequence ?? 0 }
}

describe('every act of a maintainer is on record', () => {
  it('of a submission, with the version that it made and the reason', async () => {
    const { reference } = await sent(registry, addition('On record'))
    await registry.editSubmission(BERT, reference, { version: 1, resource: { organization: 'Another' } })
    expect(await done(BERT)).toEqual([['edit', 'submission', reference, 2]])
    await registry.decideSubmission(BERT, reference, { decision: 'ask', reason: 'Where?' })
    await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 3 })
    await registry.undoDecision(BERT, reference, 4)
    await registry.decideSubmission(BERT, reference, { decision: 'reject', reason: 'No.' })
    expect(await done(BERT, 4)).toEqual([
      ['reject', 'submission', reference, 6, 'No.'],
      ['undo', 'submission', reference, 5],
      ['approve', 'submission', reference, 4],
      ['ask', 'submission', reference, 3, 'Where?'],
    ])
  })

  it('of a sender, once however often it is asked for, and lifting keeps who blocked and why', async () => {
    const { submission } = await registry.submit(STRANGER, addition('By a pest'), { door: 'http' })
    const { reference } = submission
    await registry.setBlocked(BERT, reference, true, 'Spam.')
    await registry.setBlocked(BERT, reference, true, 'Spam again.')
    await registry.setBlocked(ANNA, reference, false)
    const { items } = await registry.listActions(BERT, { size: 2 })
    expect(items).toMatchObject([
      { action: 'lift', by: { name: 'Anna' }, subject: { key: reference } },
      { action: 'block', by: { name: 'Bert' }, subject: { key: reference }, reason: 'Spam.' },
    ])
  })

  it('of a maintainer and of a token, and adding one again voids no token', async () => {
    const { token } = await registry.addMaintainer('console', idOf(CLARA), 'Clara')
    expect(await failure(registry.addMaintainer(ANNA, idOf(CLARA), 'Clara'))).toMatchObject({
      code: 'conflict',
      message: 'Clara is a maintainer already.',
    })
    await registry.listMaintainers({ kind: 'token', token })
    await registry.addMaintainer('console', idOf(CLARA), 'Clara')
    await registry.removeMaintainer('console', idOf(CLARA))
    const { items } = await registry.listActions('console', { size: 3 })
    expect(items.map(({ action, by, subject }) => [action, by, subject.name])).toEqual([
      ['remove_maintainer', undefined, 'Clara'],
      ['renew_token', undefined, 'Clara'],
      ['add_maintainer', undefined, 'Clara'],
    ])
  })

  it('is listed in pages, by maintainer and since a moment, and for maintainers alone', async () => {
    const all = (await registry.listActions(ANNA, { size: 100 })).items
    const first = await registry.listActions(ANNA, { size: 2 })
    const second = await registry.listActions(ANNA, { size: 2, before: first.next })
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4))
    const mine = await registry.listActions(ANNA, { by: idOf(BERT), size: 100 })
    expect(mine.items).toEqual(all.filter(({ by }) => by?.name === 'Bert'))
    expect(await registry.listActions(ANNA, { since: '2026-11-01T12:00:01Z', size: 1 })).toEqual({
      items: [],
    })
    for (const actor of [SENDER, STRANGER, CLARA])
      expect(await failure(registry.listActions(actor, { size: 1 }))).toMatchObject({ code: 'forbidden' })
  })

  it('cannot be changed or deleted', async () => {
    await expect(rows('update maintainer_actions set person_id = 1')).rejects.toThrow('append-only')
    await expect(rows('delete from maintainer_actions')).rejects.toThrow('append-only')
  })
})

describe('what takes two maintainers', () => {
  it('is done by the second, by confirming or by the same command', async () => {
    await registry.addMaintainer(ANNA, idOf(CLARA), 'Clara')
    const proposal = await registry.removeMaintainer(ANNA, idOf(CLARA))
    expect(proposal).toMatchObject({ action: 'propose_removal', subject: { name: 'Clara' }, isOwn: true })
    expect(await registry.removeMaintainer(ANNA, idOf(CLARA))).toEqual(proposal)
    const id = proposal?.id ?? 0
    expect(await registry.listProposals(BERT)).toMatchObject([{ id, isOwn: false, by: { name: 'Anna' } }])
    expect(await failure(registry.confirmProposal(ANNA, id))).toMatchObject({ code: 'forbidden' })
    expect(await failure(registry.confirmProposal(SENDER, id))).toMatchObject({ code: 'forbidden' })
    expect(await registry.listMaintainers(CLARA)).toHaveLength(3)
    expect(await registry.confirmProposal(BERT, id)).toMatchObject({ id })
    expect(await failure(registry.listMaintainers(CLARA))).toMatchObject({ code: 'forbidden' })
    expect(await registry.confirmProposal(BERT, id)).toMatchObject({ id })
    expect(await failure(registry.confirmProposal(ANNA, id))).toMatchObject({ code: 'conflict' })
    expect(await registry.listProposals(BERT)).toEqual([])
    await registry.addMaintainer(ANNA, idOf(CLARA), 'Clara')
    expect(await registry.removeMaintainer(ANNA, idOf(CLARA))).toMatchObject({ isOwn: true })
    expect(await registry.removeMaintainer(BERT, idOf(CLARA))).toBeUndefined()
    expect(await done(BERT)).toEqual([['remove_maintainer', 'person', 'Clara']])
  })

  it('is a release too, whose note is that of the proposal', async () => {
    await approved('New in the release')
    const proposed = await registry.cutRelease(BERT, '4.1', 'A note.')
    const { proposal } = 'proposal' in proposed ? proposed : { proposal: undefined }
    expect(proposal).toMatchObject({ action: 'propose_release', subject: { key: '4.1' }, reason: 'A note.' })
    const latest = async () => (await registry.listReleases()).items[0]
    expect((await latest())?.version).not.toBe('4.1')
    await registry.confirmProposal(ANNA, proposal?.id ?? 0)
    expect(await latest()).toMatchObject({ version: '4.1', note: expect.stringMatching(/A note\.$/) })
    expect(await registry.cutRelease(ANNA, '4.1')).toMatchObject({ release: { version: '4.1' } })
    expect(await done(ANNA)).toEqual([['release', 'release', '4.1', 'A note.']])
  })

  it('can be confirmed for a week, and by nobody for one who was removed', async () => {
    const { id = 0 } = (await registry.removeMaintainer(BERT, idOf(ANNA))) ?? {}
    now += 7 * 86_400_000
    expect(await failure(registry.confirmProposal(ANNA, id))).toMatchObject({ code: 'conflict' })
    const { id: again = 0 } = (await registry.removeMaintainer(BERT, idOf(ANNA))) ?? {}
    expect(again).not.toBe(id)
    await registry.removeMaintainer('console', idOf(BERT))
    expect(await failure(registry.confirmProposal(ANNA, again))).toMatchObject({ code: 'conflict' })
  })

  it('is done at once by one who is alone, and by the host', async () => {
    await approved('Released alone').catch(() => undefined)
    const { reference } = await sent(registry, addition('Approved alone'))
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    expect(await registry.cutRelease(ANNA, '4.2')).toMatchObject({ release: { version: '4.2' } })
    await registry.addMaintainer(ANNA, idOf(BERT), 'Bert')
    expect(await registry.removeMaintainer('console', idOf(BERT))).toBeUndefined()
    await registry.addMaintainer(ANNA, idOf(BERT), 'Bert')
  })
})

it('nobody decides on a submission of their own where there is another maintainer, but by the command of the host', async () => {
  const { submission } = await registry.submit(ANNA, addition('Of my own'), { door: 'discord' })
  const { reference } = submission
  for (const attempt of [
    registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 }),
    registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' }),
  ])
    expect(await failure(attempt)).toMatchObject({
      code: 'forbidden',
      message: 'This is your own submission: another maintainer decides on it.',
    })
  await registry.decideSubmission(BERT, reference, { decision: 'reject', reason: 'No.' })
  expect(await failure(registry.undoDecision(ANNA, reference, 2))).toMatchObject({ code: 'forbidden' })
  await registry.undoDecision(BERT, reference, 2)
  await host.decideSubmission(ANNA, reference, { decision: 'approve', version: 3 })
})

describe('what comes twice is done once, and is answered as the first time', () => {
  it('a revert, one after the other and at once', async () => {
    const one = await approved('Reverted twice')
    const first = await registry.revertChange(ANNA, one.sequence, 1, 'A mistake.')
    expect(await registry.revertChange(ANNA, one.sequence, 1, 'A mistake.')).toEqual(first)
    const two = await approved('Reverted at once')
    const both = await Promise.all(
      [1, 2, 3].map(() => registry.revertChange(ANNA, two.sequence, 1, 'A mistake.')),
    )
    expect(both.map(({ version, status }) => [version, status])).toEqual(Array(3).fill([2, 'removed']))
    for (const { slug } of [one, two]) expect((await registry.getResource(slug)).record.version).toBe(2)
  })

  it('a revert of what is undone already makes no empty version', async () => {
    const { sequence, slug } = await approved('Nothing left')
    await registry.revertChange(ANNA, sequence, 1, 'A mistake.')
    for (const attempt of [
      registry.previewRevert(BERT, sequence),
      registry.revertChange(BERT, sequence, 2, 'Again.'),
    ])
      expect(await failure(attempt)).toMatchObject({
        code: 'conflict',
        message: `Nothing is left to undo of change ${sequence}.`,
      })
    const [revert] = (await registry.listChanges({ slug, size: 1 })).items
    await registry.revertChange(BERT, revert?.sequence ?? 0, 2, 'It was right.')
    expect((await registry.getResource(slug)).record).toMatchObject({ version: 3, status: 'unknown' })
  })

  it('a revert of a version that has moved on is refused', async () => {
    const { sequence, slug, reference } = await approved('Moved on since')
    await registry.undoDecision(BERT, reference, 2)
    expect(await failure(registry.revertChange(ANNA, sequence, 1, 'A mistake.'))).toMatchObject({
      details: { conflict: 'stale_version', slug },
    })
  })

  it('an answer, an edit, a withdrawal and an undo', async () => {
    const { reference } = await sent(registry, addition('Everything twice'))
    await registry.decideSubmission(ANNA, reference, { decision: 'ask', reason: 'Which?' })
    const twice = async <Result>(act: () => Promise<Result>) => {
      const first = await act()
      expect(await act()).toEqual(first)
    }
    await twice(() => registry.answerSubmission(SENDER, reference, 'That one.'))
    expect(await failure(registry.answerSubmission(SENDER, reference, 'Another one.'))).toMatchObject({
      code: 'conflict',
    })
    await twice(() =>
      registry.editSubmission(SENDER, reference, { version: 3, resource: { name: 'Edited' } }),
    )
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    await twice(() => registry.undoDecision(ANNA, reference, 5))
    expect(await failure(registry.undoDecision(BERT, reference, 5))).toMatchObject({ code: 'conflict' })
    await twice(() => registry.withdrawSubmission(SENDER, reference))
    expect(await rows('select version from submissions where reference = ?', reference)).toEqual([
      { version: 7 },
    ])
  })
})
