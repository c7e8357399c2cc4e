import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { licenseKey } from '../../../schema/record/values/asked-licences.ts'
import { spdxOf } from '../../../schema/record/values/licence.ts'
import { selectionOf } from '../../../worker/http/filters.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { changeResources, insertResources, listedSlugs, madeUp } from './made-up.ts'

const registry = createRegistry(env.DB)

const LICENCES = {
  cc0: 'CC0',
  mark: 'https://creativecommons.org/publicdomain/mark/1.0/',
  named: 'public domain',
  among: 'US Government work, public domain; figures of other journals',
  denied: 'Not in the public domain',
  mixed: 'Repository: MIT; images: CC BY 4.0',
  mit: 'MIT License',
  silent: null,
}

beforeAll(async () => {
  await changeResources(await listedSlugs(), { status: 'removed' })
  await insertResources(
    Object.entries(LICENCES).map(([slug, license], i) =>
      madeUp(500 + i, { slug, name: `Made up ${slug}`, license, licenseSpdx: spdxOf(license) }),
    ),
  )
})

const listed = (license: string, q?: string) =>
  registry.listResources({ ...selectionOf({ license, q }), size: 100, count: 'facets' })

it.each([
  ['public domain', 'cc0 mark named among'],
  ['Public-Domain', 'cc0 mark named among'],
  ['gemeinfrei', 'cc0 mark named among'],
  ['CC0', 'cc0'],
  ['public domain,mit', 'cc0 mark named among mit'],
  ['other', 'denied mixed'],
  ['unknown', 'silent'],
])('the licence filter %s finds %s', async (license, slugs) => {
  expect((await listed(license)).items.map(({ slug }) => slug)).toEqual(slugs.split(' '))
  const found = (await listed(license, 'made up')).items.map(({ slug }) => slug)
  expect(found.toSorted()).toEqual(slugs.split(' ').toSorted())
})

it('counts beside each licence what the filter finds by it', async () => {
  const { facets } = await listed('CC0')
  const licenses = facets?.licenses ?? new Map()
  expect(licenses.get(licenseKey({ license: LICENCES.named, licenseSpdx: null }))).toBe(4)
  for (const [license, count] of licenses) expect((await listed(license)).items).toHaveLength(count)
})
