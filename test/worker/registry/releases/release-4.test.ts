// Release 4.0: what was found about the 46 resources, and the resources that came with it.

import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressesOf } from '../../../../schema/record/addresses-of.ts'
import { statedValue } from '../../../../schema/record/claims.ts'
import { CLAIM_FIELDS, dataTypeOf, saysNothing } from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { completeRecord } from '../../../../schema/record/stored-record.ts'
import { useOf } from '../../../../schema/record/values/use.ts'
import { DATA_TYPE_KEYS, type DataTypeKey } from '../../../../schema/vocabulary.ts'
import { readEntries } from '../../../../worker/cli/entries.ts'
import { importEntry, type Report } from '../../../../worker/cli/importing.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { slash } from '../../../support/discord.ts'
import { RELEASE_3, RELEASE_4, SURVEY } from '../../../support/release-files.ts'
import { applyEveryRelease } from '../../../support/releases.ts'
import { withoutLink } from '../../../support/without-link.ts'
import { IN_RELEASE_4 } from '../queries.ts'
import { ANNA, rows, sent } from '../submissions.ts'

const registry = createRegistry(env.DB)

async function all(release?: string): Promise<Resource[]> {
  const found: Resource[] = []
  for (let from: Awaited<ReturnType<typeof registry.listResources>>['next'] | undefined; ; ) {
    const page = await registry.listResources({
      filter: {},
      order: 'table',
      size: 100,
      ...(from && { from }),
      ...(release !== undefined && { asOf: { release } }),
    })
    found.push(...page.items.map(withoutLink))
    if (!page.next) return found
    from = page.next
  }
}

const printed = new Map(SURVEY.items.map((record) => [record.slug, completeRecord(record)]))
const before = new Map(RELEASE_3.items.map((record) => [record.slug, completeRecord(record)]))

describe('the migration of 4.0', () => {
  let records: readonly Resource[]

  beforeAll(async () => {
    await applyEveryRelease()
    records = await all()
  })

  it('has what its file has, and leaves 2.0 and 3.0 as they were', async () => {
    expect(records).toEqual(RELEASE_4.items.map(completeRecord))
    expect(await all('3.0')).toEqual([...before.values()])
    expect(await all('2.0')).toEqual([...printed.values()])
    const { items } = await registry.listReleases()
    expect(items.map(({ version, releasedOn, resources }) => [version, releasedOn, resources])).toEqual([
      ['4.0', '2026-11-28', records.length],
      ['3.0', '2026-11-23', 46],
      ['2.0', '2020-05-12', 14],
    ])
  })

  it('keeps every cell that the survey printed as yes or no, and a source that denies one beside it', () => {
    let kept = 0
    for (const [slug, { availability }] of printed)
      for (const key of DATA_TYPE_KEYS) {
        if (availability[key] === 'unknown') continue
        kept += 1
        expect(records.find((record) => record.slug === slug)?.availability[key], `${slug} ${key}`).toBe(
          availability[key],
        )
      }
    expect(kept).toBe(74)
  })

  it('knows all but 5 in 100 of the cells of the 46', () => {
    const cells = records.slice(0, 46).flatMap(({ availability }) => Object.values(availability))
    expect(cells.filter((cell) => cell === 'unknown').length / cells.length).toBeLessThan(0.05)
    const having = (key: DataTypeKey) =>
      records.filter(({ availability }) => availability[key] === 'yes').length
    expect(having('ultrasound')).toBeGreaterThanOrEqual(9)
    expect(having('ultrasound')).toBeLessThanOrEqual(14)
    expect([4, 5]).toContain(having('mrt'))
  })

  it('says nothing beside the survey without a source', () => {
    for (const record of records) {
      const row = printed.get(record.slug)
      for (const field of CLAIM_FIELDS) {
        const type = dataTypeOf(field)
        const isPrinted =
          row !== undefined &&
          (type ? row.availability[type] !== 'unknown' : !saysNothing(statedValue(row, field)))
        const follows =
          field === 'use' && JSON.stringify(record.use) === JSON.stringify(useOf(record.licenseSpdx))
        if (field === 'name' || isPrinted || follows || saysNothing(statedValue(record, field))) continue
        const isStated = record.claims.some((claim) => claim.field === field && claim.stated)
        // What one may do with it is narrowed by what a source says of it.
        const isNarrowed = field === 'use' && record.claims.some((claim) => claim.field === 'use')
        expect(isStated || isNarrowed, `${record.slug} ${field}`).toBe(true)
      }
    }
  })

  it('gives every resource addresses of its own', async () => {
    for (const record of records)
      for (const canonical of addressesOf(record))
        expect(
          await rows(
            'select slug from addresses join resources on id = owner_id where canonical = ?',
            canonical,
          ),
          canonical,
        ).toEqual([{ slug: record.slug }])
  })

  it('names what was left out, and why', async () => {
    const { items } = await registry.listReleases()
    expect(items[0]?.note).toMatch(/Left out as re-uploads[^.]*CovidHelper/)
  })

  it('is listed the same by API, page and download for a researcher’s question', async () => {
    const query = 'annotations=lesion_masks&commercial=yes,conditional&minPatients=50'
    const get = async (path: string) =>
      (await exports.default.fetch(`https://registry.example${path}`)).text()
    const listed = JSON.parse(await get(`/v1/resources?${query}`)).items.map(({ slug }: Resource) => slug)
    expect(listed.length).toBeGreaterThan(1)
    const download = (await get(`/v1/export.ndjson?${query}`)).trim().split('\n')
    expect(download.map((line) => JSON.parse(line).slug)).toEqual(listed)
    const page = await get(`/?${query}`)
    expect(
      [...page.matchAll(/<th scope="row">\s*<a href="\/r\/([a-z0-9-]+)/g)].map(([, slug]) => slug),
    ).toEqual(listed)
  })

  it('is answered in chat with what decides in each row', async () => {
    const { text } = await slash('ultrasound')
    expect(text).toMatch(/^## Ultrasound: (9|1[0-4]) yes, \d+ unknown/)
    const decisions = text
      .split('\n')
      .filter((line) =>
        /^[^-#].* · (active|not checked|frozen|retired|unreachable|moved|gated|superseded)/.test(line),
      )
    expect(decisions).toHaveLength(10)
    expect((await slash('mri')).text).toMatch(/^## MRI: [45] yes/)
  })

  it.each(IN_RELEASE_4)('%s finds %s', async (text, slug) => {
    const { items } = await registry.listResources({ filter: {}, text, order: 'match', size: 10 })
    expect(items[0]?.slug).toBe(slug)
  })

  it('is unchanged by its own file', async () => {
    const reports: Report[] = []
    for (const entry of readEntries('4.0.json', JSON.stringify(RELEASE_4)))
      reports.push(await importEntry(registry, entry))
    expect(reports.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
    expect(reports).toHaveLength(records.length)
  })
})

it('a record that was corrected since 3.0 is left alone and reported', async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  const { record } = await registry.getResource('covid-ct')
  const { reference } = await sent(registry, {
    kind: 'correction',
    slug: 'covid-ct',
    baseVersion: record.version,
    changes: { organization: 'Another name' },
    reason: 'It has another name.',
  })
  await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  const [entry] = readEntries('4.0.json', JSON.stringify(RELEASE_4)).filter(({ slug }) => slug === 'covid-ct')
  expect(entry && (await importEntry(registry, entry))).toMatchObject({
    outcome: 'refused',
    detail: expect.stringMatching(/^it was changed on /),
  })
})
