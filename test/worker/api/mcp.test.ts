// What an assistant gets at /mcp: judged by the official client, in each era of the protocol, and compared with the API.

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { describe, expect, it } from 'vitest'
import { resourceOperations } from '../../../worker/api/operations/resources.ts'
import { get } from './get.ts'

const BASE = 'https://registry.example'
const SETTINGS = { PUBLIC_URL: BASE }

const CURRENT = '2026-07-28'
const LEGACY = ['2025-11-25', '2025-06-18', '2025-03-26'] as const

/** A client that has found out what the registry speaks. */
async function connect(mode: 'legacy' | 'auto' | { pin: string }): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const transport = new StreamableHTTPClientTransport(new URL(`${BASE}/mcp`), {
    fetch: async (address, request = {}) => get(new URL(address).pathname, SETTINGS, request as RequestInit),
  })
  await client.connect(transport)
  return client
}

const ERAS = [
  ['with a handshake', 'legacy'],
  ['by what the registry supports', 'auto'],
  ['in the current version', { pin: CURRENT }],
] as const

interface Call {
  readonly name: string
  readonly given: Record<string, unknown>
  /** The same question to the API. */
  readonly path: string
}

const JSON_CALLS: readonly Call[] = [
  { name: 'search', given: {}, path: '/v1/resources' },
  {
    name: 'search',
    given: { ct: ['yes', 'unknown'], limit: 3 },
    path: '/v1/resources?ct=yes,unknown&limit=3',
  },
  { name: 'search', given: { ct: 'yes,unknown', limit: '3' }, path: '/v1/resources?ct=yes,unknown&limit=3' },
  {
    name: 'search',
    given: { q: 'radiograph', license: [], status: null },
    path: '/v1/resources?q=radiograph',
  },
  { name: 'search', given: { mri: ['no'], release: '2.0' }, path: '/v1/resources?mri=no&release=2.0' },
  { name: 'show', given: { slug: 'covid-ct' }, path: '/v1/resources/covid-ct' },
  {
    name: 'show',
    given: { slug: 'covid-ct', release: '2.0' },
    path: '/v1/resources/covid-ct?release=2.0',
  },
  { name: 'compare', given: { a: 'covid-ct', b: 'cord-19' }, path: '/v1/compare?a=covid-ct&b=cord-19' },
  { name: 'lineage', given: {}, path: '/v1/lineage' },
]

const CITATIONS: readonly Call[] = [
  { name: 'cite', given: { slug: 'covid-ct' }, path: '/v1/resources/covid-ct.bib' },
  { name: 'cite', given: { slug: 'covid-ct', format: 'ris' }, path: '/v1/resources/covid-ct.ris' },
  { name: 'cite', given: { format: 'csl' }, path: '/v1/citation.csl' },
  { name: 'cite', given: { release: '2.0' }, path: '/v1/citation.bib?release=2.0' },
]

/** What the API refuses, and the path of the refusal. */
const REFUSED: readonly Call[] = [
  { name: 'search', given: { ct: 'maybe' }, path: '/v1/resources?ct=maybe' },
  { name: 'search', given: { colour: 'red' }, path: '/v1/resources?colour=red' },
  { name: 'search', given: { colour: null }, path: '/v1/resources?colour=' },
  { name: 'search', given: { limit: 1000 }, path: '/v1/resources?limit=1000' },
  { name: 'search', given: { cursor: 'x' }, path: '/v1/resources?cursor=x' },
  { name: 'show', given: { slug: 'not-listed' }, path: '/v1/resources/not-listed' },
  { name: 'show', given: { slug: 'covid-ct', ct: 'yes' }, path: '/v1/resources/covid-ct?ct=yes' },
  { name: 'compare', given: { a: 'covid-ct' }, path: '/v1/compare?a=covid-ct' },
  {
    name: 'compare',
    given: { a: 'covid-ct', b: 'nothing-of-that-kind' },
    path: '/v1/compare?a=covid-ct&b=nothing-of-that-kind',
  },
  { name: 'lineage', given: { slug: 'covid-ct' }, path: '/v1/lineage?slug=covid-ct' },
  { name: 'cite', given: { release: '0.1' }, path: '/v1/citation.bib?release=0.1' },
]

const textOf = (content: readonly unknown[]): string =>
  content.map((block) => (block as { text: string }).text).join('\n')

describe.each(ERAS)('a client that connects %s', async (_, mode) => {
  const client = await connect(mode)

  it('reads what the registry is, and that it only has tools', () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'covid-imaging-registry' })
    expect(client.getServerCapabilities()).toEqual({ tools: {} })
    expect(client.getInstructions()).toContain('unknown')
  })

  it('lists five tools that read', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['search', 'show', 'compare', 'cite', 'lineage'])
    for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true })
  })

  it.each(JSON_CALLS)('gets from $name what the API answers to $path', async ({ name, given, path }) => {
    await client.listTools()
    const answer = await client.callTool({ name, arguments: given })
    expect(answer.isError ?? false, textOf(answer.content)).toBe(false)
    expect(answer.structuredContent).toEqual(await (await get(path, SETTINGS)).json())
    expect(textOf(answer.content)).toMatch(/https:\/\/registry\.example\/r\/[a-z0-9-]+|No /)
  })

  it.each(CITATIONS)('gets from $name the text of $path', async ({ name, given, path }) => {
    const answer = await client.callTool({ name, arguments: given })
    const api = await get(path, SETTINGS)
    const text = new TextDecoder().decode(await api.arrayBuffer())
    expect(answer.structuredContent).toEqual({ mediaType: api.headers.get('Content-Type'), text })
    expect(answer.content[0]).toEqual({ type: 'text', text })
    expect(textOf(answer.content)).toMatch(/From https:\/\/registry\.example\/(r\/covid-ct|about)$/)
  })

  it.each(REFUSED)('reads from $name why $path is refused', async ({ name, given, path }) => {
    const answer = await client.callTool({ name, arguments: given })
    const { detail } = await (await get(path, SETTINGS)).json<{ detail: string }>()
    expect(answer).toMatchObject({ isError: true, content: [{ type: 'text', text: detail }] })
  })

  it('gets an error of the protocol for a tool that there is not', async () => {
    await expect(client.callTool({ name: 'erase', arguments: {} })).rejects.toMatchObject({ code: -32602 })
  })

  it('goes through all pages of a search', async () => {
    const slugs: string[] = []
    let cursor: string | null | undefined
    do {
      const given = { limit: 5, ...(cursor && { cursor }) }
      const { structuredContent } = await client.callTool({ name: 'search', arguments: given })
      const page = structuredContent as { items: { slug: string }[]; nextCursor: string | null }
      slugs.push(...page.items.map(({ slug }) => slug))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(slugs).size).toBe(slugs.length)
    const all = await (await get('/v1/resources?limit=100')).json<{ items: { slug: string }[] }>()
    expect(slugs).toEqual(all.items.map(({ slug }) => slug))
  })
})

const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
const post = (body: string, headers: Record<string, string> = {}) =>
  get('/mcp', SETTINGS, { method: 'POST', body, headers: { ...HEADERS, ...headers } })
const send = (message: object, headers: Record<string, string> = {}) => post(JSON.stringify(message), headers)
const request = (method: string, params?: unknown) => ({ jsonrpc: '2.0', id: 7, method, params })
const codeOf = async (answer: Response) => (await answer.json<{ error: { code: number } }>()).error.code

describe('the tools', () => {
  it('take every parameter of the API, with its description', async () => {
    const answer = await send(request('tools/list'))
    const { result } = await answer.json<{
      result: { tools: { name: string; inputSchema: { properties: Record<string, object> } }[] }
    }>()
    const properties = result.tools.find(({ name }) => name === 'search')?.inputSchema.properties ?? {}
    const list = resourceOperations.find(({ path }) => path === '/v1/resources')
    expect(Object.keys(properties)).toEqual(Object.keys(list?.query?.shape ?? {}))
    for (const property of Object.values(properties))
      expect(property).toMatchObject({ description: expect.any(String) })
  })

  it('are described in less than 64 KiB', async () => {
    expect((await (await send(request('tools/list'))).text()).length).toBeLessThan(64 * 1024)
  })

  it('have every fact of a resource in their text', async () => {
    const answer = await send(request('tools/call', { name: 'show', arguments: { slug: 'covid-ct' } }))
    const { result } = await answer.json<{ result: { content: { text: string }[] } }>()
    expect(result.content[0]?.text).toMatch(/^COVID-CT \(.+\)\nhas .*CT/)
    expect(result.content[0]?.text).toMatch(/\nhttps:\/\/registry\.example\/r\/covid-ct$/)
  })
})

describe('a handshake', () => {
  it.each<[string, string]>([
    ...LEGACY.map((version): [string, string] => [version, version]),
    ['2024-11-05', LEGACY[0]],
    ['3000-01-01', LEGACY[0]],
    [CURRENT, LEGACY[0]],
  ])('that asks for %s settles %s', async (asked, settled) => {
    const answer = await send(
      request('initialize', {
        protocolVersion: asked,
        capabilities: {},
        clientInfo: { name: 'x', version: '1' },
      }),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Mcp-Session-Id')).toBe(null)
    expect(await answer.json()).toMatchObject({ id: 7, result: { protocolVersion: settled } })
  })

  it('is followed by requests that name its version', async () => {
    for (const version of LEGACY)
      expect((await send(request('ping'), { 'MCP-Protocol-Version': version })).status).toBe(200)
    const answer = await send(request('ping'), { 'MCP-Protocol-Version': '1900-01-01' })
    expect([answer.status, await codeOf(answer)]).toEqual([400, -32022])
  })
})

describe('a request of the current version', () => {
  const meta = (version: unknown = CURRENT) => ({
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientCapabilities': {},
  })
  const headers = { 'MCP-Protocol-Version': CURRENT, 'Mcp-Method': 'tools/call', 'Mcp-Name': 'lineage' }
  const call = (_meta: object = meta()) => request('tools/call', { name: 'lineage', _meta })

  it('is answered by itself', async () => {
    const answer = await send(call(), headers)
    expect(await answer.json()).toMatchObject({ result: { resultType: 'complete' } })
    const encoded = await send(call(), { ...headers, 'Mcp-Name': `=?base64?${btoa('lineage')}?=` })
    expect(encoded.status).toBe(200)
  })

  it.each<[string, object, Record<string, string>, number, number]>([
    ['no version in the body', call({}), headers, 400, -32602],
    ['no capabilities', call({ 'io.modelcontextprotocol/protocolVersion': CURRENT }), headers, 400, -32602],
    ['no header of the version', call(), { ...headers, 'MCP-Protocol-Version': '' }, 400, -32020],
    [
      'another version in the header',
      call(),
      { ...headers, 'MCP-Protocol-Version': '2025-11-25' },
      400,
      -32020,
    ],
    ['another method in the header', call(), { ...headers, 'Mcp-Method': 'ping' }, 400, -32020],
    ['another tool in the header', call(), { ...headers, 'Mcp-Name': 'show' }, 400, -32020],
    ['a broken name in the header', call(), { ...headers, 'Mcp-Name': '=?base64?a===?=' }, 400, -32020],
    [
      'an unknown version',
      call(meta('1900-01-01')),
      { ...headers, 'MCP-Protocol-Version': '1900-01-01' },
      400,
      -32022,
    ],
    [
      'an unknown method',
      request('resources/list', { _meta: meta() }),
      { ...headers, 'Mcp-Method': 'resources/list' },
      404,
      -32601,
    ],
  ])('is refused with %s', async (_, message, given, status, code) => {
    const answer = await send(message, given)
    expect([answer.status, await codeOf(answer)]).toEqual([status, code])
  })
})

describe('the transport', () => {
  it.each(['GET', 'DELETE', 'PUT'])('has no stream and no session: %s gets 405', async (method) => {
    const answer = await get('/mcp', SETTINGS, { method, headers: { Accept: 'text/event-stream' } })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'OPTIONS, POST'])
  })

  it('lets pages of other origins ask', async () => {
    const preflight = await get('/mcp', SETTINGS, { method: 'OPTIONS' })
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('MCP-Protocol-Version')
    const answer = await send(request('ping'), { Origin: 'https://assistant.example' })
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
  })

  it.each([
    ['http://stranger.example:8787', 'http://stranger.example:8787', 403],
    ['null', 'http://localhost:8787', 403],
    ['no origin', 'http://localhost:8787', 403],
    ['http://localhost:8787', 'http://localhost:8787', 200],
    ['http://127.0.0.1:6274', 'http://localhost:8787', 200],
    ['http://registry.local', 'http://registry.local', 200],
    ['https://registry.example', 'https://registry.example', 200],
  ])('answers a page of %s that asks %s with %i', async (origin, asked, status) => {
    const answer = await get(
      `${asked}/mcp`,
      { PUBLIC_URL: 'http://registry.local' },
      {
        method: 'POST',
        body: JSON.stringify(request('ping')),
        headers: { ...HEADERS, Origin: origin },
      },
    )
    expect(answer.status).toBe(status)
    if (status === 403) expect(await answer.json()).not.toHaveProperty('id')
  })

  it('takes notifications and responses with 202 and no body', async () => {
    for (const message of [
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } },
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 1, error: { code: -1, message: 'No.' } },
    ]) {
      const answer = await send(message)
      expect([answer.status, await answer.text()]).toEqual([202, ''])
    }
  })

  it('keeps nothing in caches, and sets no cookie', async () => {
    const answer = await send(request('tools/call', { name: 'lineage' }))
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect([answer.headers.get('Set-Cookie'), answer.headers.get('X-D1-Bookmark')]).toEqual([null, null])
  })

  it('has batches in the version that has them', async () => {
    const messages = [request('ping'), { jsonrpc: '2.0', method: 'notifications/initialized' }, request('no')]
    const answer = await send(messages, { 'MCP-Protocol-Version': '2025-03-26' })
    expect(await answer.json()).toMatchObject([
      { id: 7, result: {} },
      { id: 7, error: { code: -32601 } },
    ])
    const silent = await send(messages.slice(1, 2))
    expect([silent.status, await silent.text()]).toEqual([202, ''])
    for (const [batch, version] of [
      [messages, '2025-06-18'],
      [[], '2025-03-26'],
      [Array(11).fill(request('ping')), '2025-03-26'],
    ] as const) {
      const refused = await send(batch, { 'MCP-Protocol-Version': version })
      expect([refused.status, await codeOf(refused)]).toEqual([400, -32600])
    }
  })
})

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const inArguments = (json: string) =>
  `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":${json}}}`

describe('a hostile body is no fault of ours', () => {
  it.each<[string, string, number]>([
    ['', '', 400],
    ['no JSON', '{"jsonrpc"', 400],
    ['no UTF-8 text', '\u0000', 400],
    ['a text', '"hello"', 400],
    ['null', 'null', 400],
    ['deep lists', nested(30_000), 400],
    ['deep arguments', inArguments(`{"q":${nested(30_000)}}`), 200],
    ['deep parameters', `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":${nested(30_000)}}`, 200],
    ['another version of JSON-RPC', '{"jsonrpc":"1.0","id":1,"method":"ping"}', 400],
    ['null for an id', '{"jsonrpc":"2.0","id":null,"method":"ping"}', 400],
    ['a list for an id', '{"jsonrpc":"2.0","id":[1],"method":"ping"}', 400],
    ['half a number for an id', '{"jsonrpc":"2.0","id":1.5,"method":"ping"}', 400],
    ['a number for a method', '{"jsonrpc":"2.0","id":1,"method":1}', 400],
    ['text for arguments', inArguments('"ct"'), 200],
    ['a list for arguments', inArguments('["ct"]'), 200],
    ['an object for a value', inArguments('{"ct":{"yes":true}}'), 200],
    ['half a character', inArguments('{"q":"\\ud800"}'), 200],
    ['the name of a prototype', inArguments('{"__proto__":{"q":1},"constructor":"x"}'), 200],
    ['a long text', inArguments(`{"q":"${'x'.repeat(60_000)}"}`), 200],
    ['a path for a slug', inArguments('{"slug":"../../oai?verb=Identify"}').replace('search', 'show'), 200],
    ['a number for a slug', inArguments('{"slug":1}').replace('search', 'show'), 200],
    ['half a character for a slug', inArguments('{"slug":"\\ud800"}').replace('search', 'show'), 200],
    ['an object for a format', inArguments('{"format":{}}').replace('search', 'cite'), 200],
    ['the name of a method of every object', inArguments('{}').replace('search', 'toString'), 200],
    ['too much', inArguments(`{"q":"${'x'.repeat(70_000)}"}`), 413],
  ])('%s', async (_, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    const { result, error, code } = await answer.json<{
      result?: { isError?: boolean }
      error?: { message: string }
      code?: string
    }>()
    expect(result ?? error ?? code).toBeDefined()
  })

  it('of another type or compressed gets 415', async () => {
    expect((await post('{}', { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await post('{}', { 'Content-Encoding': 'gzip' })).status).toBe(415)
  })
})

describe('/llms.txt', () => {
  it('has a title, a summary and links that lead somewhere', async () => {
    const answer = await get('/llms.txt', SETTINGS)
    const text = await answer.text()
    expect(text).toMatch(/^# .+\n\n> .+\n\n/)
    const links = [...text.matchAll(/^- \[[^\]]+\]\((.+?)\): .+$/gm)].map(([, address = '']) => address)
    expect(links.length).toBeGreaterThan(15)
    for (const address of links) {
      expect(address).toMatch(/^https:\/\/registry\.example\//)
      const { pathname } = new URL(address)
      expect([pathname, (await get(pathname, SETTINGS)).status]).toEqual([
        pathname,
        pathname === '/mcp' ? 405 : 200,
      ])
    }
  })

  it('waits for the address of the registry', async () => {
    expect((await get('/llms.txt', { PUBLIC_URL: '' })).status).toBe(503)
  })
})
