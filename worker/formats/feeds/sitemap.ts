// The addresses of the pages for search engines: sitemaps.org, protocol 0.9. Its addresses must be absolute, so
// the caller needs a base.

import type { Resource } from '../../../schema/record/resource.ts'
import { type Catalogue, pageAddress } from '../catalogue.ts'
import { PAGES } from './pages.ts'
import { element, XML_DECLARATION, xml, xmlAttributes } from './xml.ts'

/** The limits of the protocol for one file. */
export const SITEMAP_LIMITS = { urls: 50_000, bytes: 50 * 1024 * 1024 } as const

const HEAD = `${XML_DECLARATION}<urlset${xmlAttributes({ xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' })}>\n`
const TAIL = '</urlset>\n'

/** Leaves out rows above the limits, because search engines refuse a longer file as a whole. */
export function sitemap(
  catalogue: Pick<Catalogue, 'base'>,
  listed: readonly Pick<Resource, 'slug' | 'updatedAt'>[],
): string {
  const pages = PAGES.map(({ path }) => element('url', [element('loc', `${catalogue.base}${path}`)]))
  const head = HEAD + pages.map((page) => xml(page, '  ')).join('')
  let urls = PAGES.length
  let bytes = new TextEncoder().encode(head).length + TAIL.length
  const rows = listed.map(({ slug, updatedAt }) => {
    const url = xml(
      element('url', [
        element('loc', pageAddress(catalogue, slug)),
        // ISO 8601 in UTC is a valid W3C date and time.
        element('lastmod', updatedAt),
      ]),
      '  ',
    )
    urls += 1
    bytes += new TextEncoder().encode(url).length
    return urls <= SITEMAP_LIMITS.urls && bytes <= SITEMAP_LIMITS.bytes ? url : ''
  })
  return head + rows.join('') + TAIL
}
