// The whole table as a file, with the filters of the list. Read page by page while it goes out, and all of it as the
// registry stood when it began.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { ExportFormat } from '../../formats/catalogue.ts'
import { EXPORT_FORMATS } from '../../formats/index.ts'
import { baseOf } from '../../http/base.ts'
import { answerCacheable } from '../../http/conditional.ts'
import { Filters, type Wanted, wantedBy } from '../../http/filters.ts'
import { linkHeader } from '../../http/links.ts'
import { logFault } from '../../log.ts'
import { contentIn, Download } from '../document/shapes.ts'
import type { Operation } from '../operation.ts'
import { readQuery } from '../query.ts'
import { piecesOf, streamOf } from '../stream.ts'

/** What a download holds: the records wanted, as they stood at one moment, and what tells it from any other. */
export async function prepare(c: Context<AppEnv>, format: ExportFormat, wanted: Wanted) {
  const registry = c.get('registry')
  const asOf = await registry.getAsOf(wanted.asOf)
  const then = { ...wanted, asOf: { sequence: asOf.sequence } }
  const base = baseOf(c)
  const open = () =>
    streamOf(piecesOf(registry, then, format({ base, asOf })), (fault) =>
      logFault(fault, { requestId: c.get('requestId'), at: `GET ${c.req.path}` }),
    )
  // The code that writes it counts too: another version of it may write it otherwise.
  const identity = JSON.stringify([c.env.VERSION.id, base, c.req.path, asOf, then])
  return { asOf, open, identity }
}

type Extension = keyof typeof EXPORT_FORMATS

const download = (extension: Extension): Operation => {
  const { type, format, description } = EXPORT_FORMATS[extension]
  return {
    method: 'GET',
    path: `/v1/export.${extension}`,
    group: 'Downloads',
    summary: description,
    query: Filters,
    answer: {
      status: 200,
      description: 'The whole of what the filters admit.',
      content: { [type]: contentIn(type, Download) },
      headers: extension === 'ndjson' ? ['Content-Disposition', 'Link'] : ['Content-Disposition'],
      isCacheable: true,
    },
    refusals: [400],
    async handle(c) {
      const { asOf, open, identity } = await prepare(c, format, wantedBy(readQuery(c, Filters)))
      const sum = {
        to: `${baseOf(c)}/v1/export.ndjson.sha256${new URL(c.req.url).search}`,
        rel: 'describedby',
      }
      const headers = {
        'Content-Disposition': `inline; filename="export.${extension}"`,
        ...(extension === 'ndjson' && linkHeader([{ ...sum, type: 'text/plain' }])),
      }
      return answerCacheable(c, { type, identity, changedAt: asOf.changedAt, headers }, open)
    },
  }
}

const TEXT = 'text/plain; charset=utf-8'

const checksum: Operation = {
  method: 'GET',
  path: '/v1/export.ndjson.sha256',
  group: 'Downloads',
  summary: 'The SHA-256 of export.ndjson, as sha256sum writes it',
  description: 'Takes the same filters. With `at` or `release` both stay the same.',
  query: Filters,
  answer: {
    status: 200,
    description: 'The sum, and the name of the file.',
    content: { [TEXT]: 'text' },
    isCacheable: true,
  },
  refusals: [400],
  async handle(c) {
    const wanted = wantedBy(readQuery(c, Filters))
    const { asOf, open, identity } = await prepare(c, EXPORT_FORMATS.ndjson.format, wanted)
    return answerCacheable(c, { type: TEXT, identity, changedAt: asOf.changedAt }, async () => {
      const digest = new crypto.DigestStream('SHA-256')
      await open().pipeTo(digest)
      return `${hex(await digest.digest)}  export.ndjson\n`
    })
  },
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const downloadOperations: readonly Operation[] = [
  ...(Object.keys(EXPORT_FORMATS) as Extension[]).map(download),
  checksum,
]
