// The addresses of the resources' pages for search engines: sitemaps.org, protocol 0.9, to which an address is absolute. So a door
// that knows no base has none to give.

import { type ExportFormat, pageAddress } from '../catalogue.ts'
import { element, XML_DECLARATION, xml, xmlAttributes } from './xml.ts'

/** What one file may hold. */
export const SITEMAP_LIMITS = { urls: 50_000, bytes: 50 * 1024 * 1024 } as const

const HEAD = `${XML_DECLARATION}<urlset${xmlAttributes({ xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' })}>\n`
const TAIL = '</urlset>\n'

/** Rows beyond what a file may hold are left out: a longer file would be refused as a whole. */
export const sitemap: ExportFormat = (catalogue) => {
  let urls = 0
  let bytes = HEAD.length + TAIL.length
  return {
    head: () => HEAD,
    row({ slug, updatedAt }) {
      const url = xml(
        element('url', [
          element('loc', pageAddress(catalogue, slug)),
          // A W3C date and time, which ISO 8601 in UTC is.
          element('lastmod', updatedAt),
        ]),
        '  ',
      )
      urls += 1
      bytes += new TextEncoder().encode(url).length
      return urls <= SITEMAP_LIMITS.urls && bytes <= SITEMAP_LIMITS.bytes ? url : ''
    },
    tail: () => TAIL,
  }
}
