// Downloads of the whole table, with the filters of the list. They read page by page while they are sent, all pages as of
// the moment when the download began.

import type { Context } from 'hono'
import { rewrittenAt } from '../../../schema/verbs/as-of.ts'
import type { AppEnv } from '../../env.ts'
import type { ExportFormat } from '../../formats/catalogue.ts'
import { EXPORT_FORMATS } from '../../formats/index.ts'
import { baseOf } from '../../http/base.ts'
import { answerCacheable } from '../../http/conditional.ts'
import { Filters, type Selection, selectionOf } from '../../http/filters.ts'
import { linkHeader } from '../../http/links.ts'
import { logFault } from '../../log.ts'
import { contentIn, type Operation } from '../operation.ts'
import { readQuery } from '../query.ts'
import { piecesOf, streamOf } from '../stream.ts'

/** Prepares a download as of one moment: `open` streams it, `identity` is the text behind its ETag. */
async function prepare(c: Context<AppEnv>, format: ExportFormat, selection: Selection) {
  const registry = c.get('registry')
  const asOf = await registry.getAsOf(selection.asOf)
  const fixed = { ...selection, asOf: { sequence: asOf.sequence } }
  const base = baseOf(c)
  const open = () =>
    streamOf(piecesOf(registry, fixed, format({ base, asOf })), (fault) =>
      logFault(fault, { requestId: c.get('requestId'), at: `GET ${c.req.path}` }),
    )
  // The version of the code is included, because another version may write another text.
  // What addresses say is in no change: of a list filtered by it nobody knows that it is the same as a minute ago.
  const minute = selection.filter.values?.link && new Date().toISOString().slice(0, 16)
  const identity = JSON.stringify([c.env.VERSION.id, base, c.req.path, asOf, fixed, minute])
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
      content: { [type]: contentIn(type, 'Download') },
      headers: extension === 'ndjson' ? ['Content-Disposition', 'Link'] : ['Content-Disposition'],
      isCacheable: true,
    },
    refusals: [400],
    async handle(c) {
      const { asOf, open, identity } = await prepare(c, format, selectionOf(readQuery(c, Filters)))
      const sum = {
        to: `${baseOf(c)}/v1/export.ndjson.sha256${new URL(c.req.url).search}`,
        rel: 'describedby',
      }
      const headers = {
        'Content-Disposition': `inline; filename="export.${extension}"`,
        ...(extension === 'ndjson' && linkHeader([{ ...sum, type: 'text/plain' }])),
      }
      return answerCacheable(c, { type, identity, changedAt: rewrittenAt(asOf), headers }, open)
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
    const selection = selectionOf(readQuery(c, Filters))
    const { asOf, open, identity } = await prepare(c, EXPORT_FORMATS.ndjson.format, selection)
    return answerCacheable(c, { type: TEXT, identity, changedAt: rewrittenAt(asOf) }, async () => {
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
