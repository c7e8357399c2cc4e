// The migration of a release comes to a registry that people have used since the release before.

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { readEntries } from '../../../../worker/cli/entries.ts'
import { importEntry, type Report } from '../../../../worker/cli/importing.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { RELEASE_3 } from '../../../support/release-files.ts'
import { applyReleases } from '../../../support/releases.ts'
import { ANNA, addition, rows, sent } from '../submissions.ts'

const registry = createRegistry(env.DB)
const TABLES = [
  'resources',
  'versions',
  'changes',
  'addresses',
  'references',
  'resource_references',
  'releases',
]
const counts = () => Promise.all(TABLES.map((table) => rows(`select count(*) as rows from "${table}"`)))

it('the registry is left as it is, and the same file says what it lacks', async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await sent(registry, addition('MIDRC'))
  const before = await counts()
  await applyReleases()
  expect(await counts()).toEqual(before)

  const { reference } = await sent(registry, {
    kind: 'correction',
    slug: 'cord-19',
    baseVersion: 1,
    changes: { organization: 'Ai2' },
    reason: 'It has another name.',
  })
  await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  const reports: Report[] = []
  for (const entry of readEntries('3.0.json', JSON.stringify(RELEASE_3)))
    reports.push(await importEntry(registry, entry))
  expect(reports.find(({ slug }) => slug === 'eurorad')).toMatchObject({ outcome: 'corrected' })
  expect(reports.find(({ slug }) => slug === 'nccid')).toMatchObject({ outcome: 'added' })
  expect(reports.find(({ slug }) => slug === 'cord-19')).toMatchObject({ outcome: 'refused' })
})
