// The registry as migrated, with what was researched since the survey.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalAddress } from '../../../schema/record/address.ts'
import { Resource } from '../../../schema/record/resource.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import file from '../../../schema/survey/resources-2026.json' with { type: 'json' }
import { ResearchedFile } from '../../../worker/cli/research/researched-record.ts'
import { researchedChanges } from '../../../worker/cli/research/researched-release.ts'
import { surveyRecords } from '../../../worker/cli/research/survey.ts'
import { searchWords } from '../../../worker/domain/search/search-text.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { applyReleases } from '../../support/releases.ts'
import { rows } from './submissions.ts'

const registry = createRegistry(env.DB)
const printed = surveyRecords(survey).resources.map(completeRecord)
const changes = researchedChanges(ResearchedFile.parse(file), printed, 'Researched')

beforeAll(applyReleases)

const all = async (release?: string): Promise<readonly Resource[]> =>
  (
    await registry.listResources({
      ...(release && { asOf: { release } }),
      filter: {},
      order: 'table',
      size: 100,
    })
  ).items

describe('release 3.0', () => {
  it('has 46 resources: what the research makes of the survey', async () => {
    const records = await all('3.0')
    const unchanged = printed.filter(({ slug }) => changes.every(({ record }) => record.slug !== slug))
    const expected = [...changes.map(({ record }) => record), ...unchanged]
    expect(records).toEqual(expected.sort((a, b) => a.position - b.position))
    expect(records.map(({ position }) => position)).toEqual(Array.from({ length: 46 }, (_, i) => i + 1))
    expect(records.every((record) => Resource.safeParse(record).success)).toBe(true)
    expect(await all()).toEqual(records)
  })

  it('leaves release 2.0 as it was printed', async () => {
    expect(await all('2.0')).toEqual(printed)
  })

  it('is named, dated and to be cited', async () => {
    const { items } = await registry.listReleases()
    expect(items.map(({ version, releasedOn, resources }) => [version, releasedOn, resources])).toEqual([
      ['3.0', '2026-11-23', 46],
      ['2.0', '2020-05-12', 14],
    ])
    expect(items[0]).toMatchObject({
      title: 'Public COVID-19 medical imaging data, release 3.0',
      authors: [{ literal: 'Public COVID-19 medical imaging data' }],
      note: expect.stringContaining('Not to claim any form of diagnostic performance'),
    })
  })

  it('is a change for each resource, with what it rests on', async () => {
    const { items } = await registry.listChanges({ slug: 'cord-19', size: 5 })
    expect(items.map(({ action, version, reason, at }) => [action, version, reason, at])).toEqual([
      [
        'corrected',
        2,
        'Researched in public sources: schema/survey/resources-2026.json',
        expect.stringMatching(/^2026-11-23T00:00:00\.0\d\dZ$/),
      ],
      ['added', 1, expect.any(String), '2020-05-12T00:00:00.000Z'],
    ])
    expect(items[0]?.before?.url).toBe('https://pages.semanticscholar.org/coronavirus-research')
  })

  it('shows that two data sets overlap', async () => {
    const { shared } = await registry.compareResources('covid-net-covidx', 'covid-19-image-data-collection')
    expect(shared).toContain('covid-19-image-data-collection')
    expect(await rows('select count(*) as edges from lineage')).toEqual([{ edges: 39 }])
  })

  it('has the papers among its references', async () => {
    const { items } = await registry.listReferences({ size: 100 })
    expect(items).toHaveLength(50)
    const paper = items.find(({ reference }) => reference.id === 'paper-stoic2021')
    expect(paper?.citedBy).toEqual(['stoic2021'])
    expect((await registry.resolveResource('10.1148/radiol.2021210384')).resource.slug).toBe('stoic2021')
  })

  it('is found by new and former addresses, and by words', async () => {
    for (const { url, formerUrls, slug } of await all())
      for (const address of [url, ...formerUrls])
        expect(
          await rows(
            'select owner_kind, slug from addresses join resources on id = owner_id where canonical = ?',
            canonicalAddress(address),
          ),
        ).toEqual([{ owner_kind: 'resource', slug }])
    expect((await registry.resolveResource('https://github.com/lindawang/COVID-Net/')).resource.slug).toBe(
      'covid-net-covidx',
    )
    for (const { slug, search_text } of await rows<{ slug: string; search_text: string }>(
      'select slug, search_text from resources',
    ))
      expect(search_text).toBe(searchWords((await registry.getResource(slug)).record).join(' '))
  })

  it('is counted', async () => {
    expect(await rows('select cells, resources from cell_counts where resources > 0 order by cells')).toEqual(
      await rows('select cells, count(*) as resources from resources group by cells order by cells'),
    )
  })
})
