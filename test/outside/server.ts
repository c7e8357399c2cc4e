// The rest of the web, played on this machine: `/https://site.example/page` is that page. A site that is not played here
// has no page at all, and whoever asks without saying who they are gets a 400.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { APIS } from './apis.ts'
import { ARCHIVE } from './archive.ts'
import { changingSite } from './changing.ts'
import { MISBEHAVING } from './misbehaving.ts'
import { PAGES } from './pages.ts'
import type { Site } from './site.ts'

export interface ServedWeb {
  readonly url: string
  /** What was asked, in order: "GET https://site.example/page". */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** A site by its host. */
const SITES: { readonly [host: string]: Site } = { ...APIS, ...ARCHIVE, ...PAGES, ...MISBEHAVING }

/** Port 0 is any that is free. */
export async function serveWeb(port = 0): Promise<ServedWeb> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = URL.parse((request.url ?? '').slice(1))
    const site = url && (SITES[url.hostname] ?? changingSite(url.hostname))
    if (url) asked.push(`${request.method} ${url.href}`)
    if (!url || !site) return void response.writeHead(404).end('Nobody plays this site.')
    if (!SAYS_WHO.test(request.headers['user-agent'] ?? '')) {
      return void response.writeHead(400).end('Say who asks.')
    }
    site(request, response, url)
  })
  server.keepAliveTimeout = 0
  // A test run does not wait for it.
  server.unref()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${actual}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** As worker/outgoing/user-agent.ts writes it. */
const SAYS_WHO = /^covid-imaging-registry \((?:\+https?:\/\/[^)\s]+|no address)\)$/
