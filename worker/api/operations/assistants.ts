// Operations for assistants: tools by the Model Context Protocol, and a map of the registry as plain text.

import * as z from 'zod/mini'
import { llmsText } from '../../formats/feeds/llms-text.ts'
import { requireBase } from '../../http/base.ts'
import { answerText } from '../../http/conditional.ts'
import { mcp } from '../mcp/endpoint.ts'
import { TOOLS } from '../mcp/tools.ts'
import type { Operation } from '../operation.ts'
import { readQuery } from '../query.ts'

const NOTHING = z.strictObject({})
const TEXT = 'text/plain; charset=utf-8'

const PROGRAMS = [
  { path: '/openapi.json', title: 'The API', description: 'every operation, as an OpenAPI 3.1 document' },
  { path: '/v1/resources', title: 'The list', description: 'all data sets as JSON, a page at a time' },
  {
    path: mcp.path,
    title: 'MCP',
    description: `a server of the Model Context Protocol (Streamable HTTP) with the tools ${TOOLS.map(({ name }) => name).join(', ')}`,
  },
  { path: '/sitemap.xml', title: 'The site map', description: 'the page of every data set' },
  { path: '/feed.atom', title: 'The feed', description: 'the latest changes' },
]

const map: Operation = {
  method: 'GET',
  path: '/llms.txt',
  group: 'Assistants',
  summary: 'A map of the registry for language models (llmstxt.org)',
  query: NOTHING,
  answer: {
    status: 200,
    description: 'The map, in Markdown.',
    content: { [TEXT]: 'text' },
    isCacheable: true,
  },
  refusals: [400, 503],
  handle(c) {
    readQuery(c, NOTHING)
    return answerText(c, llmsText(requireBase(c), PROGRAMS), { type: TEXT })
  },
}

export const assistantOperations: readonly Operation[] = [mcp, map]
