// Release 3.0 comes to a registry that people have used since the survey.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import file from '../../../schema/survey/resources-2026.json' with { type: 'json' }
import { readEntries } from '../../../worker/cli/entries.ts'
import { importEntry, type Report } from '../../../worker/cli/importing.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { applyReleases } from '../../support/releases.ts'
import { ANNA, addition, sent } from './submissions.ts'

const registry = createRegistry(env.DB)
const recordOf = async (slug: string) => (await registry.getResource(slug)).record

async function approved(input: SubmissionInput): Promise<string> {
  const { reference } = await sent(registry, input)
  return (await registry.decideSubmission(ANNA, reference, { decision: 'approve' })).slug ?? ''
}

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await approved({
    kind: 'correction',
    slug: 'cord-19',
    baseVersion: 1,
    changes: { organization: 'Ai2' },
    reason: 'It has another name.',
  })
  // The address of one, under another slug; and the slug of another, at another address.
  await approved(addition('STOIC', { url: 'https://stoic2021.grand-challenge.org' }))
  await approved(addition('MIDRC'))
  await applyReleases()
})

describe('release 3.0, in a registry that has moved on', () => {
  it('leaves alone what someone corrected since', async () => {
    expect(await recordOf('cord-19')).toMatchObject({ organization: 'Ai2', version: 2, status: 'unknown' })
  })

  it('leaves alone whose address or slug is taken', async () => {
    expect(await recordOf('stoic')).toMatchObject({ version: 1, license: null })
    await expect(registry.getResource('stoic2021')).rejects.toMatchObject({ code: 'not_found' })
    expect(await recordOf('midrc')).toMatchObject({ version: 1, url: 'https://data.org/midrc' })
  })

  it('leaves alone what is derived from what was left alone', async () => {
    await expect(registry.getResource('covidx-ct')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('brings the others, each to a place of its own', async () => {
    const { items } = await registry.listResources({ filter: {}, order: 'table', size: 100 })
    expect(items).toHaveLength(14 + 2 + 32 - 3)
    expect(new Set(items.map(({ position }) => position)).size).toBe(items.length)
    expect(await recordOf('covid-net-covidx')).toMatchObject({ version: 2, status: 'superseded' })
    expect((await registry.listReleases()).items[0]).toMatchObject({
      version: '3.0',
      resources: items.length,
    })
  })

  it('is told by the import what was left alone', async () => {
    const entries = readEntries('resources-2026.json', JSON.stringify(file))
    const reports: Report[] = []
    for (const entry of entries) reports.push(await importEntry(registry, entry))
    const refused = reports.filter(({ outcome }) => outcome === 'refused')
    expect(refused.map(({ slug }) => slug).sort()).toEqual(['cord-19', 'midrc', 'stoic2021'])
    expect(refused.find(({ slug }) => slug === 'stoic2021')?.told).toBe(
      'This address is listed already, as “stoic”.',
    )
    expect(reports.filter(({ outcome }) => outcome === 'added').map(({ slug }) => slug)).toEqual([
      'covidx-ct',
    ])
    expect(reports.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(42)
  })
})
