import { Readable } from 'node:stream'
import { parseSitemap } from 'sitemap'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { SITEMAP_LIMITS, sitemap } from '../../../../worker/formats/feeds/sitemap.ts'
import { expectGolden } from '../golden.ts'
import { CATALOGUE, FIRST, RESOURCES } from '../records.ts'
import { childOf, readXml } from './xml-tree.ts'

const based = (base: string) => ({ ...CATALOGUE, base })

const PAGES = ['/', '/about', '/history', '/docs', '/submit', '/privacy']

const numbered = (count: number): Resource[] =>
  Array.from({ length: count }, (_, i) => ({ ...FIRST, slug: `resource-${i}` }))

describe('the sitemap', () => {
  it('of the survey is sitemap.xml', () => {
    expectGolden('sitemap.xml', sitemap(CATALOGUE, RESOURCES))
  })

  it('gives back every address, with when it changed', async () => {
    const items = await parseSitemap(Readable.from([sitemap(CATALOGUE, RESOURCES)]))
    expect(items.map(({ url, lastmod }) => ({ url, lastmod }))).toEqual([
      ...PAGES.map((page) => ({ url: `https://registry.example${page}` })),
      ...RESOURCES.map(({ slug, updatedAt }) => ({
        url: `https://registry.example/r/${slug}`,
        lastmod: updatedAt,
      })),
    ])
  })

  it('is in the namespace of the protocol, address before date', () => {
    const root = readXml(sitemap(CATALOGUE, RESOURCES))
    expect([root.name, root.attributes]).toEqual([
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    ])
    for (const url of root.children.slice(PAGES.length))
      expect(url.children.map(({ name }) => name)).toEqual(['loc', 'lastmod'])
  })

  it('escapes what a base may have in it', () => {
    const url = readXml(sitemap(based("https://registry.example/a&b'c"), [FIRST])).children.at(-1)
    expect(url && childOf(url, 'loc').text).toBe(`https://registry.example/a&b'c/r/${FIRST.slug}`)
  })

  it('ends at 50,000 addresses', () => {
    const text = sitemap(CATALOGUE, numbered(SITEMAP_LIMITS.urls + 2))
    expect(text.match(/<loc>/g)).toHaveLength(50_000)
    expect(text).toContain('/resource-49993<')
    expect(text).not.toContain('/resource-49994<')
    expect(text).toMatch(/<\/url>\n<\/urlset>\n$/)
  })

  it('ends before 50 MiB', () => {
    const text = sitemap(based(`https://registry.example/${'ü'.repeat(1000)}`), numbered(30_000))
    const bytes = new TextEncoder().encode(text).length
    expect(bytes).toBeLessThanOrEqual(SITEMAP_LIMITS.bytes)
    expect(bytes).toBeGreaterThan(SITEMAP_LIMITS.bytes - 3000)
  })
})
