import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { ANNA, addition, SENDER, sent } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

async function rejected(input: SubmissionInput) {
  const { reference } = await sent(registry, input)
  const { version, decision } = await registry.decideSubmission(ANNA, reference, {
    decision: 'reject',
    reason: 'No images.',
  })
  return { reference, version, rejectedAt: decision?.at }
}

/** Where a new suggestion at an address is compared with earlier rejections. */
async function comparisonsAt(url: string) {
  const input = addition('Comes again', { url })
  const { rejectedAt } = await registry.previewSubmission(SENDER, input)
  const { reference, id } = await sent(registry, input)
  const { declined } = await registry.reviewSubmission(ANNA, reference)
  const { items } = await registry.listSubmissions(ANNA, {
    state: 'pending',
    references: [reference],
    size: 1,
  })
  await registry.withdrawSubmission(SENDER, id)
  return {
    preview: rejectedAt,
    review: declined.map((one) => one.reference),
    queue: items.flatMap(({ flags }) => flags).filter(({ kind }) => kind === 'declinedBefore'),
  }
}

const NEVER = { preview: undefined, review: [], queue: [] }

describe('a rejected submission', () => {
  it('is known by each of its addresses, until the rejection is undone', async () => {
    const addresses = {
      url: 'https://many.data.org/set',
      doi: '10.1234/many',
      otherUrls: ['https://mirror.data.org/many'],
      formerUrls: ['https://old.data.org/many'],
    }
    const { reference, version, rejectedAt } = await rejected(addition('Many addresses', addresses))
    const spellings = [
      'http://www.many.data.org/set/',
      'https://doi.org/10.1234/MANY',
      'https://mirror.data.org/many/',
      'https://old.data.org/many',
    ]
    for (const url of spellings)
      expect([url, await comparisonsAt(url)]).toEqual([
        url,
        { preview: rejectedAt, review: [reference], queue: [{ kind: 'declinedBefore', times: 1 }] },
      ])
    const again = await sent(registry, addition('Comes again', addresses))
    await registry.withdrawSubmission(SENDER, again.id)
    const declinedBefore = async () => (await registry.reviewSubmission(ANNA, again.reference)).declined
    expect(await declinedBefore()).toMatchObject([{ reference }])
    await registry.undoDecision(ANNA, reference, version)
    expect(await declinedBefore()).toEqual([])
    await registry.editSubmission(SENDER, reference, {
      version: version + 1,
      resource: { url: 'https://moved.data.org', doi: '10.1234/moved', otherUrls: [], formerUrls: [] },
    })
    for (const url of spellings) expect([url, await comparisonsAt(url)]).toEqual([url, NEVER])
  })

  it('is known by the addresses of its last edit', async () => {
    const { reference } = await sent(registry, addition('Edited', { url: 'https://first.data.org/set' }))
    await registry.editSubmission(SENDER, reference, {
      version: 1,
      resource: { url: 'https://second.data.org/set', doi: '10.1234/second' },
    })
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    expect(await comparisonsAt('https://first.data.org/set')).toEqual(NEVER)
    expect((await comparisonsAt('https://doi.org/10.1234/second')).review).toEqual([reference])
  })

  it('is known by what a new suggestion says of its former addresses', async () => {
    const { reference, rejectedAt } = await rejected(addition('Before', { url: 'https://before.data.org' }))
    const input = addition('After', {
      url: 'https://after.data.org',
      formerUrls: ['https://before.data.org'],
    })
    expect(await registry.previewSubmission(SENDER, input)).toMatchObject({ rejectedAt })
    const after = await sent(registry, input)
    expect((await registry.reviewSubmission(ANNA, after.reference)).declined).toMatchObject([{ reference }])
    const query = { state: 'pending', references: [after.reference], size: 1 } as const
    const { items } = await registry.listSubmissions(ANNA, query)
    expect(items[0]?.flags).toContainEqual({ kind: 'declinedBefore', times: 1 })
  })
})
