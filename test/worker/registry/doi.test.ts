import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { applyReleases } from '../../support/releases.ts'
import { ANNA, addition, failure, rows, SENDER, sent } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })

beforeAll(async () => {
  await applyReleases()
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

const refusalOf = async (input: SubmissionInput) =>
  (await failure(registry.submit(SENDER, input, { door: 'http' }))).details

const approved = async (input: SubmissionInput) => {
  const { reference } = await sent(registry, input)
  const { slug } = await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
  return { reference, slug: slug ?? '' }
}

const correction = (slug: string, changes: object, baseVersion = 1): SubmissionInput => ({
  ...{ kind: 'correction', slug, baseVersion, changes, reason: 'Because.' },
})

const ownerOf = async (canonical: string) =>
  (await rows('select owner_kind from addresses where canonical = ?', canonical))[0]?.owner_kind

describe('the DOI of a listed resource', () => {
  it.each([
    'https://doi.org/10.7937/VTW4-X588',
    'http://dx.doi.org/10.7937/vtw4-x588',
    'doi:10.21227/f3q6-0986',
    '10.7937/tcia.2020.py71-5978',
    'https://doi.org/10.7937/TCIA.2020.GQRY-NC81',
    'https://doi.org/10.25835/0090041',
    'https://doi.org/10.6084/m9.figshare.12580328',
    'https://zenodo.org/record/4633999',
  ])('is not listed again as the address %s', async (url) => {
    expect(await refusalOf(addition('By its DOI', { url }))).toMatchObject({ conflict: 'duplicate_resource' })
    expect(await registry.previewSubmission(SENDER, addition('By its DOI', { url }))).toMatchObject({
      listedAs: expect.any(String),
    })
  })

  it.each([
    '10.7937/VTW4-X588',
    '10.7937/vtw4-x588',
    '10.5281/zenodo.3757476',
  ])('is not listed again as the DOI %s', async (doi) => {
    expect(await refusalOf(addition('Has its DOI', { doi }))).toMatchObject({
      conflict: 'duplicate_resource',
    })
    expect(await refusalOf(correction('eurorad', { doi }, 2))).toMatchObject({
      conflict: 'duplicate_resource',
    })
  })

  it.each([
    '10.7937/VTW4-X588',
    'https://doi.org/10.21227/f3q6-0986',
    'doi:10.25835/0090041',
  ])('finds it as %s', async (text) => {
    const { items } = await registry.listResources({ filter: {}, text, order: 'match', size: 5 })
    expect(items).toHaveLength(1)
  })
})

describe('the DOI of a waiting submission', () => {
  it('waits once, as a DOI and as an address', async () => {
    await sent(registry, addition('Waits', { doi: '10.1234/Waits.1' }))
    const again = [
      addition('Waits again', { doi: '10.1234/waits.1' }),
      addition('Waits as address', { url: 'https://doi.org/10.1234/WAITS.1' }),
      correction('eurorad', { doi: '10.1234/waits.1' }, 2),
    ]
    for (const input of again)
      expect(await refusalOf(input)).toMatchObject({ conflict: 'duplicate_submission' })
  })

  it('is that of an address which waits', async () => {
    await sent(registry, addition('Address first', { url: 'https://zenodo.org/records/99887766' }))
    expect(await refusalOf(addition('DOI second', { doi: '10.5281/zenodo.99887766' }))).toMatchObject({
      conflict: 'duplicate_submission',
    })
  })

  it('may be the same as its own address', async () => {
    const { reference } = await sent(
      registry,
      addition('Both', { url: 'https://doi.org/10.1234/both', doi: '10.1234/BOTH' }),
    )
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 1 })
    expect(await ownerOf('doi:10.1234/both')).toBe('resource')
  })

  it('is free again after an edit, a withdrawal or a rejection', async () => {
    const input = addition('Edited', { doi: '10.1234/edited' })
    const edited = await sent(registry, input)
    await registry.editSubmission(SENDER, edited.reference, {
      version: 1,
      resource: { doi: '10.1234/other' },
    })
    expect([await ownerOf('doi:10.1234/edited'), await ownerOf('doi:10.1234/other')]).toEqual([
      undefined,
      'submission',
    ])
    await registry.withdrawSubmission(SENDER, edited.reference)
    const { reference } = await sent(registry, addition('Declined', { doi: '10.1234/other' }))
    await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'No.' })
    expect(await ownerOf('doi:10.1234/other')).toBeUndefined()
    await registry.undoDecision(ANNA, reference, 2)
    expect(await ownerOf('doi:10.1234/other')).toBe('submission')
  })
})

describe('the DOI of an approved change', () => {
  it('is taken by the resource', async () => {
    const { slug } = await approved(addition('Has a DOI', { doi: '10.1234/new' }))
    expect(await refusalOf(addition('As page', { url: 'https://doi.org/10.1234/new' }))).toMatchObject({
      conflict: 'duplicate_resource',
      slug,
    })
    await approved(correction(slug, { doi: '10.1234/newer' }))
    expect([await ownerOf('doi:10.1234/new'), await ownerOf('doi:10.1234/newer')]).toEqual([
      'resource',
      'resource',
    ])
  })

  it('waits again with the submission after an undo', async () => {
    const { slug } = await approved(addition('Undone'))
    const { reference } = await approved(correction(slug, { doi: '10.1234/undone' }))
    await registry.undoDecision(ANNA, reference, 2)
    expect(await ownerOf('doi:10.1234/undone')).toBe('submission')
    await registry.decideSubmission(ANNA, reference, { decision: 'approve', version: 3 })
    expect(await ownerOf('doi:10.1234/undone')).toBe('resource')
    await registry.undoDecision(ANNA, reference, 4)
    await registry.withdrawSubmission(SENDER, reference)
    expect(await ownerOf('doi:10.1234/undone')).toBeUndefined()
  })

  it('is free after a revert, and taken again only where nobody else has it', async () => {
    const { slug } = await approved(addition('Reverted'))
    await approved(correction(slug, { doi: '10.1234/reverted', url: 'https://data.org/reverted-2' }))
    const sequence = async () =>
      Number((await rows('select max(sequence) as n from changes where subject = ?', 'resource'))[0]?.n)
    await registry.revertChange(ANNA, await sequence(), 2, 'Wrong.')
    expect(await ownerOf('doi:10.1234/reverted')).toBeUndefined()
    expect(await ownerOf('data.org/reverted-2')).toBeUndefined()
    expect(await ownerOf('data.org/reverted')).toBe('resource')
    const revert = await sequence()
    const { reference } = await sent(registry, addition('In its place', { doi: '10.1234/reverted' }))
    expect(await failure(registry.revertChange(ANNA, revert, 3, 'Right after all.'))).toMatchObject({
      details: { conflict: 'duplicate_resource' },
    })
    await registry.withdrawSubmission(SENDER, reference)
    await registry.revertChange(ANNA, revert, 3, 'Right after all.')
    expect(await ownerOf('doi:10.1234/reverted')).toBe('resource')
  })
})

it('that is the DOI of a paper about a listed resource makes it look like that', async () => {
  const input = addition('A set under another name', { doi: '10.1002/MP.14676' })
  const alike = [{ slug: 'covid-19-ct-lung-infection-seg', signs: [{ kind: 'sameDoi' }] }]
  expect(await registry.previewSubmission(SENDER, input)).toMatchObject({ alike })
  const { reference } = await sent(registry, input)
  expect(await registry.reviewSubmission(ANNA, reference)).toMatchObject({ alike })
  const { items } = await registry.listSubmissions(ANNA, { state: 'pending', text: 'another name', size: 5 })
  expect(items).toMatchObject([{ flags: [{ kind: 'lookAlike', alike: alike[0] }] }])
})

it('of a paper that two additions have makes them look alike, and what is listed under it or has it too', async () => {
  const paper = (id: string, DOI: string) => ({ references: [{ id, type: 'article-journal' as const, DOI }] })
  const { reference: first } = await sent(registry, addition('North', paper('north-2021', '10.1234/paper')))
  const second = addition('South', paper('south-2021', 'https://doi.org/10.1234/PAPER'))
  expect(await registry.previewSubmission(SENDER, second)).toMatchObject({
    alike: [{ reference: first, signs: [{ kind: 'sameDoi' }] }],
  })
  const { slug } = await approved(addition('West', { doi: '10.1234/west' }))
  const ofWest = addition('Quite another', paper('west-2021', '10.1234/west'))
  const { alike } = await registry.previewSubmission(SENDER, ofWest)
  expect(alike[0]).toMatchObject({ slug, signs: [{ kind: 'sameDoi' }] })
  await sent(registry, ofWest)
  const { items } = await registry.listSubmissions(ANNA, { state: 'pending', text: 'Quite another', size: 5 })
  expect(items[0]?.flags).toContainEqual(
    expect.objectContaining({ kind: 'lookAlike', alike: expect.objectContaining({ slug }) }),
  )
})
