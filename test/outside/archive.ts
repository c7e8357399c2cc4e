// The Internet Archive, of which two services are asked: https://archive.org/help/wayback_api.php and "Save Page Now",
// https://help.archive.org/help/save-pages-in-the-wayback-machine/. What it was asked to keep, it has from then on; it also
// has every page of a host whose name begins with `kept-`.

import type { Site } from './site.ts'

const copies = new Map<string, string>()
const STAMP = '20261201120000'
const copyOf = (address: string, scheme: 'http' | 'https') =>
  `${scheme}://web.archive.org/web/${STAMP}/${address}`
const isKept = (address: string): boolean =>
  copies.has(address) || (URL.parse(address)?.hostname.startsWith('kept-') ?? false)

export const ARCHIVE: { readonly [host: string]: Site } = {
  'archive.org': (request, response, url) => {
    const address = url.searchParams.get('url')
    if (request.method !== 'GET' || url.pathname !== '/wayback/available' || !address)
      return void response.writeHead(400).end()
    // Its addresses are of http, and a page that it does not have is an empty object.
    const closest = { status: '200', available: true, url: copyOf(address, 'http'), timestamp: STAMP }
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ url: address, archived_snapshots: isKept(address) ? { closest } : {} }))
  },
  'web.archive.org': (request, response, { href }) => {
    const [, service, address = ''] =
      /^https:\/\/web\.archive\.org\/(save|web\/\d+)\/(https?:\/\/.+)$/.exec(href) ?? []
    if (service === undefined) return void response.writeHead(404).end()
    if (service === 'save' && request.method === 'GET') {
      copies.set(address, STAMP)
      return void response.writeHead(302, { Location: copyOf(address, 'https') }).end()
    }
    response
      .writeHead(isKept(address) ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>A copy of a page</title>')
  },
}
