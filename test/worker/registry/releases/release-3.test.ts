// The registry as migrated, with every release.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { statedValue } from '../../../../schema/record/claims.ts'
import { CLAIM_FIELDS, saysNothing } from '../../../../schema/record/field-keys.ts'
import { sharedSources } from '../../../../schema/record/lineage/queries.ts'
import { Resource } from '../../../../schema/record/resource.ts'
import { completeRecord } from '../../../../schema/record/stored-record.ts'
import { canonicalAddress } from '../../../../schema/record/values/addresses/address.ts'
import { DATA_TYPE_KEYS } from '../../../../schema/vocabulary.ts'
import { searchWords } from '../../../../worker/domain/search/search-text.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { RELEASE_3, SURVEY } from '../../../support/release-files.ts'
import { applyReleases } from '../../../support/releases.ts'
import { withoutLink } from '../../../support/without-link.ts'
import { rows } from '../submissions.ts'

const registry = createRegistry(env.DB)
const printed = SURVEY.items.map(completeRecord)

beforeAll(applyReleases)

const all = async (release?: string): Promise<readonly Resource[]> =>
  (
    await registry.listResources({
      ...(release && { asOf: { release } }),
      filter: {},
      order: 'table',
      size: 100,
    })
  ).items.map(withoutLink)

describe('release 3.0', () => {
  it('has the 46 resources of its file', async () => {
    const records = await all('3.0')
    expect(records).toEqual(RELEASE_3.items.map(completeRecord))
    expect(records.map(({ position }) => position)).toEqual(Array.from({ length: 46 }, (_, i) => i + 1))
    expect(records.every((record) => Resource.safeParse(record).success)).toBe(true)
    expect(await all()).toEqual(records)
  })

  it('corrects thirteen resources of the survey, keeps the cells of each, and adds thirty-two', async () => {
    const changed = RELEASE_3.items.filter(({ position, version }) => position > 14 || version > 1)
    expect(changed.map(({ version }) => version).sort()).toEqual([
      ...Array.from({ length: 32 }, () => 1),
      ...Array.from({ length: 13 }, () => 2),
    ])
    for (const { slug, availability } of printed)
      expect((await registry.getResource(slug)).record.availability).toEqual(availability)
  })

  it('says nothing beside the survey without a source, and no `no` of what it adds', async () => {
    for (const record of (await all()).filter(({ position }) => position > 14)) {
      const cells = DATA_TYPE_KEYS.filter((key) => record.availability[key] !== 'unknown')
      // What one may do with it follows from the licence, which has a source.
      const stated = CLAIM_FIELDS.filter(
        (field) => field !== 'name' && field !== 'use' && !saysNothing(statedValue(record, field)),
      )
      expect(stated).toEqual(expect.arrayContaining(cells.map((key) => `availability.${key}`)))
      for (const field of stated)
        expect(
          record.claims.filter((claim) => claim.field === field && claim.stated),
          `${record.slug} ${field}`,
        ).not.toEqual([])
      expect(Object.values(record.availability)).not.toContain('no')
    }
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
        'Researched in public sources for release 3.0',
        expect.stringMatching(/^2026-11-23T00:00:00\.0\d\dZ$/),
      ],
      ['added', 1, expect.any(String), '2020-05-12T00:00:00.000Z'],
    ])
    expect(items[0]?.before?.url).toBe('https://pages.semanticscholar.org/coronavirus-research')
  })

  it('shows that two data sets overlap', async () => {
    const pair = ['covid-net-covidx', 'covid-19-image-data-collection'] as const
    const { lineage } = await registry.compareResources(pair)
    expect(sharedSources(lineage, ...pair)).toContain('covid-19-image-data-collection')
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
      'select slug, search_text from versions where until is null',
    ))
      expect(search_text).toBe(searchWords((await registry.getResource(slug)).record).join(' '))
  })

  it('is counted', async () => {
    expect(await rows('select cells, resources from cell_counts where resources > 0 order by cells')).toEqual(
      await rows(
        'select cells, count(*) as resources from versions where until is null group by cells order by cells',
      ),
    )
  })
})
