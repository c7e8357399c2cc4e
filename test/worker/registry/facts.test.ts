import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { sharedSources } from '../../../schema/record/lineage/queries.ts'
import type { ProposedChanges, SubmissionInput } from '../../../schema/record/submission.ts'
import type { ResourceFilter, ResourceQuery } from '../../../schema/verbs/resources.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { ANNA, addition, failure, SENDER, sent } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 1000 })
const README = 'github.com/someone/data@0123abcd README.md'

beforeAll(async () => {
  await registry.addMaintainer('console', '900000000000000001', 'Anna')
})

const approved = async (input: SubmissionInput) => {
  const { reference } = await sent(registry, input)
  return registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
}

/** A correction of the record as it stands. */
async function correct(slug: string, changes: ProposedChanges, more: object = {}) {
  const { record } = await registry.getResource(slug)
  return approved({
    kind: 'correction',
    slug,
    baseVersion: record.version,
    changes,
    reason: 'Read.',
    ...more,
  })
}

const recordOf = async (slug: string) => (await registry.getResource(slug)).record

describe('an addition with facts', () => {
  it('is listed with them, each with its source', async () => {
    await approved({
      ...addition('Lung clips', {
        license: 'CC BY-NC 4.0',
        access: 'registration',
        counts: { videos: 200, patients: 40, asOf: '2020-10' },
        formats: ['MP4', 'CSV'],
        doi: 'https://doi.org/10.5281/zenodo.1234',
        status: 'active',
        cautions: ['Split by patient.'],
        derivedFrom: ['radiopaedia'],
        origins: ['an app'],
      }),
      evidence: [
        { field: 'license', source: README, asOf: '2024' },
        { field: 'derivedFrom', value: 'radiopaedia', source: README },
        { field: 'license', value: 'MIT', source: 'https://data.org/about' },
      ],
    })
    expect(await recordOf('lung-clips')).toMatchObject({
      license: 'CC BY-NC 4.0',
      licenseSpdx: 'CC-BY-NC-4.0',
      access: 'registration',
      counts: { videos: 200, patients: 40, asOf: '2020-10' },
      formats: ['MP4', 'CSV'],
      doi: '10.5281/zenodo.1234',
      status: 'active',
      cautions: ['Split by patient.'],
      derivedFrom: ['radiopaedia'],
      origins: ['an app'],
      claims: [
        { field: 'license', value: 'CC BY-NC 4.0', source: README, asOf: '2024', stated: true },
        { field: 'derivedFrom', value: 'radiopaedia', source: README, asOf: null, stated: true },
        { field: 'license', value: 'MIT', source: 'https://data.org/about', asOf: null, stated: false },
      ],
    })
  })

  it('names every field at fault', async () => {
    const refused = await failure(
      registry.submit(SENDER, addition('Odd', { doi: 'no doi', formats: ['a\u202Eb'], formerUrls: ['x'] }), {
        door: 'http',
      }),
    )
    expect(refused.details.problems?.map(({ field }) => field).sort()).toEqual([
      'resource.doi',
      'resource.formats',
      'resource.formerUrls',
    ])
  })
})

describe('a correction of facts', () => {
  it('keeps the address that a resource leaves', async () => {
    await correct('coronacases', { url: 'https://data.org/coronacases' })
    expect(await recordOf('coronacases')).toMatchObject({
      url: 'https://data.org/coronacases',
      formerUrls: ['https://coronacases.org'],
    })
    const found = await registry.resolveResource('https://coronacases.org')
    expect(found.resource.slug).toBe('coronacases')
  })

  it('may bring nothing but evidence', async () => {
    await correct('eurorad', {}, { evidence: [{ field: 'availability.ct', value: 'no', source: README }] })
    const { availability, claims } = await recordOf('eurorad')
    expect(availability.ct).toBe('yes')
    expect(claims).toMatchObject([{ field: 'availability.ct', value: 'no', stated: false }])
  })

  it('is taken back by Undo, and what was claimed stays claimed', async () => {
    const evidence = [{ field: 'license', source: README }] as const
    const { reference, version } = await correct('covid-ct', { license: 'MIT' }, { evidence })
    expect((await recordOf('covid-ct')).license).toBe('MIT')
    await registry.undoDecision(ANNA, reference, version)
    expect(await recordOf('covid-ct')).toMatchObject({
      license: null,
      licenseSpdx: null,
      claims: [{ value: 'MIT', stated: false }],
    })
  })
})

describe('settling', () => {
  it('makes the record state what one source says, with a reason on record', async () => {
    const before = await recordOf('lung-clips')
    const which = { version: before.version, claim: 2 }
    const settled = await registry.settleClaim(ANNA, 'lung-clips', which, 'The owner says so.')
    expect(settled).toMatchObject({ license: 'MIT', licenseSpdx: 'MIT', version: before.version + 1 })
    expect(settled.claims.map(({ stated }) => stated)).toEqual([false, true, true])
    const { items } = await registry.listChanges({ slug: 'lung-clips', size: 1 })
    expect(items).toMatchObject([{ action: 'settled', reason: 'The owner says so.' }])
    expect(await failure(registry.settleClaim(ANNA, 'lung-clips', which, 'Again.'))).toMatchObject({
      code: 'conflict',
    })
  })

  it('is refused where there is nothing to settle, and to all but maintainers', async () => {
    const { version } = await recordOf('lung-clips')
    const settle = (claim: number, actor = ANNA) =>
      failure(registry.settleClaim(actor, 'lung-clips', { version, claim }, 'x'))
    expect(await settle(2)).toMatchObject({ code: 'invalid', message: 'The record already states this.' })
    expect(await settle(9)).toMatchObject({ code: 'not_found' })
    expect(await settle(0, SENDER)).toMatchObject({ code: 'forbidden' })
  })
})

describe('the lineage', () => {
  it('says what two resources share, over any number of steps', async () => {
    await correct('covid-net-covidx', { derivedFrom: ['covid-19-image-data-collection'] })
    await correct('covid-19-image-data-collection', { derivedFrom: ['radiopaedia'] })
    const shared = async (a: string, b: string) =>
      sharedSources((await registry.compareResources([a, b])).lineage, a, b)
    expect(await shared('covid-net-covidx', 'covid-19-image-data-collection')).toEqual([
      'covid-19-image-data-collection',
      'radiopaedia',
    ])
    expect(await shared('covid-net-covidx', 'lung-clips')).toEqual(['radiopaedia'])
    expect(await shared('covid-net-covidx', 'eurorad')).toEqual([])
  })

  it('is told with a resource: what it has data of, and what has data of it', async () => {
    const { lineage } = await registry.resolveResource('covid-19-image-data-collection')
    expect(lineage.ancestors).toMatchObject([{ kind: 'resource', slug: 'radiopaedia', steps: 1 }])
    expect(lineage.descendants).toMatchObject([{ slug: 'covid-net-covidx', steps: 1 }])
  })

  it('has no circle: the database refuses one, and nothing is written', async () => {
    const { version } = await recordOf('radiopaedia')
    const refused = await failure(correct('radiopaedia', { derivedFrom: ['covid-net-covidx'] }))
    expect(refused).toMatchObject({
      code: 'invalid',
      details: { problems: [{ field: 'derivedFrom' }] },
    })
    expect(await failure(correct('eurorad', { derivedFrom: ['eurorad'] }))).toMatchObject({ code: 'invalid' })
    expect((await recordOf('radiopaedia')).version).toBe(version)
  })

  it('names only what is listed', async () => {
    const refused = await failure(correct('eurorad', { derivedFrom: ['radiopaedia', 'not-listed'] }))
    expect(refused).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Not listed: not-listed.'),
      details: { problems: [{ field: 'changes.derivedFrom' }] },
    })
  })

  it('follows the records: an edge that is corrected away is gone', async () => {
    await correct('covid-19-image-data-collection', { derivedFrom: [] })
    const { edges } = await registry.getLineage()
    expect(edges).toEqual([
      { from: 'covid-19-image-data-collection', to: 'covid-net-covidx', sources: [] },
      { from: 'radiopaedia', to: 'lung-clips', sources: [README] },
      { from: 'an app', to: 'lung-clips', sources: [] },
    ])
  })
})

describe('a list', () => {
  const slugs = async (filter: ResourceFilter, given: Partial<ResourceQuery> = {}) => {
    const { items } = await registry.listResources({ filter, order: 'table', size: 100, ...given })
    return items.map(({ slug }) => slug)
  }

  it('is filtered by access and by licence', async () => {
    await approved(addition('Odd terms', { license: 'Ask us', access: 'application' }))
    expect(await slugs({ values: { access: ['registration'] } })).toEqual(['lung-clips'])
    expect(await slugs({ values: { access: ['registration', 'application'] } })).toEqual([
      'lung-clips',
      'odd-terms',
    ])
    expect(await slugs({ licenses: ['mit'] })).toEqual(['lung-clips'])
    expect(await slugs({ licenses: ['other'] })).toEqual(['odd-terms'])
    expect(await slugs({ licenses: ['unknown'] })).toHaveLength(14)
    expect(await slugs({ licenses: ['unknown'] }, { asOf: { release: '2.0' } })).toHaveLength(14)
    expect(await slugs({ licenses: ['MIT'] }, { text: 'lung', order: 'match' })).toEqual(['lung-clips'])
    expect(await slugs({ licenses: ['unknown'] }, { text: 'lung', order: 'match' })).not.toContain(
      'lung-clips',
    )
  })
})
