// POST /mcp: the Model Context Protocol over Streamable HTTP, without sessions and streams.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { RegistryError } from '../../../schema/errors.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { AppEnv } from '../../env.ts'
import { baseOf } from '../../http/base.ts'
import { preparedAt } from '../../http/prepared-at.ts'
import { readJson } from '../body.ts'
import type { Operation } from '../operation.ts'
import { Refusal } from '../problem.ts'
import { answerRead } from './call.ts'
import {
  errorMessage,
  findRequest,
  isObject,
  type Params,
  paramsOf,
  RpcError,
  type RpcRequest,
  resultMessage,
} from './message.ts'
import { refuseForgedOrigin } from './origin.ts'
import { TOOLS } from './tools.ts'
import { hasBatches, isCurrent, SERVER_INFO, settledVersion, VERSIONS } from './version.ts'

const JSON_TYPE = 'application/json'
const NO_STORE = { 'Cache-Control': 'no-store' }

/** The most messages of a batch: each may ask the database. */
const BATCH_LENGTH = 10

const SERVER = { name: 'covid-imaging-registry', title: REGISTRY.title, version: '1' } as const
const CAPABILITIES = { tools: {} } as const
const INSTRUCTIONS = `${REGISTRY.description} ${REGISTRY.caution} Give the address of its page with every fact.`

/** How long a client may keep what changes only when the code does. */
const LASTING = { ttlMs: 3_600_000, cacheScope: 'public' } as const

async function listTools(c: Context<AppEnv>, { cursor }: Params) {
  if (cursor !== undefined)
    throw new RpcError('invalidParams', 'The list of tools is one page: it has no cursor.')
  return { tools: JSON.parse(await preparedAt(c, 'tools.json')), ...LASTING }
}

async function callTool(c: Context<AppEnv>, { name, arguments: given = {} }: Params): Promise<object> {
  const tool = TOOLS.find((one) => one.name === name)
  if (!tool)
    throw new RpcError(
      'invalidParams',
      `There is no such tool. There are ${TOOLS.map((one) => one.name).join(', ')}.`,
    )
  if (!isObject(given)) throw new RpcError('invalidParams', 'The arguments are no object.')
  try {
    const answer = await answerRead(c, tool.readOf(given))
    // workerd warns about `text()` where the media type is not text/*.
    const text = new TextDecoder().decode(await answer.arrayBuffer())
    if (!answer.ok) return refused(Problem.parse(JSON.parse(text)).detail)
    const { texts, structured } = tool.answer(text, baseOf(c), given)
    return { content: texts.map(textContent), structuredContent: structured }
  } catch (fault) {
    if (fault instanceof RegistryError) return refused(fault.message)
    throw fault
  }
}

const Problem = z.object({ detail: z.string() })
const textContent = (text: string) => ({ type: 'text', text })
/** An assistant reads why it was refused, and can ask again. */
const refused = (detail: string) => ({ content: [textContent(detail)], isError: true })

function initialize({ protocolVersion }: Params) {
  if (typeof protocolVersion !== 'string') throw new RpcError('invalidParams', 'protocolVersion is no text.')
  return {
    protocolVersion: settledVersion(protocolVersion),
    capabilities: CAPABILITIES,
    serverInfo: SERVER,
    instructions: INSTRUCTIONS,
  }
}

async function resultOf(c: Context<AppEnv>, request: RpcRequest): Promise<object> {
  const params = paramsOf(request)
  const current = isCurrent(c, request.method, params)
  const result = await answerMethod(c, request.method, params, current)
  return current ? { resultType: 'complete', ...result, _meta: { [SERVER_INFO]: SERVER } } : result
}

async function answerMethod(
  c: Context<AppEnv>,
  method: string,
  params: Params,
  current: boolean,
): Promise<object> {
  if (method === 'tools/call') return callTool(c, params)
  if (method === 'tools/list') return listTools(c, params)
  if (method === 'ping') return {}
  if (method === 'initialize' && !current) return initialize(params)
  if (method === 'server/discover' && current)
    return { supportedVersions: VERSIONS, capabilities: CAPABILITIES, instructions: INSTRUCTIONS, ...LASTING }
  throw new RpcError('methodNotFound', 'There is no such method.', { status: current ? 404 : 200 })
}

/** The answer to one message; undefined for a notification or a response. */
async function answerMessage(c: Context<AppEnv>, message: unknown) {
  const request = findRequest(message)
  if (!request) return undefined
  try {
    return { status: 200, body: resultMessage(request.id, await resultOf(c, request)) } as const
  } catch (fault) {
    if (!(fault instanceof RpcError)) throw fault
    return { status: fault.status, body: errorMessage(fault, request.id) } as const
  }
}

/** Answers in order, and not at once, because D1 takes few queries at a time. */
async function answerBatch(c: Context<AppEnv>, messages: readonly unknown[]) {
  if (!hasBatches(c) || messages.length === 0 || messages.length > BATCH_LENGTH)
    throw new RpcError(
      'invalidRequest',
      `A body has one message; in version 2025-03-26 it may have up to ${BATCH_LENGTH}.`,
      { status: 400 },
    )
  const bodies: object[] = []
  for (const message of messages) {
    const answer = await answerMessage(c, message)
    if (answer) bodies.push(answer.body)
  }
  return bodies.length > 0 ? ({ status: 200, body: bodies } as const) : undefined
}

async function readMessage(c: Context<AppEnv>): Promise<unknown> {
  try {
    return await readJson(c)
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'malformed') throw fault
    throw new RpcError('parseError', fault.message, { status: 400 })
  }
}

async function answer(c: Context<AppEnv>): Promise<Response> {
  try {
    refuseForgedOrigin(c)
    const message = await readMessage(c)
    const answered = Array.isArray(message) ? await answerBatch(c, message) : await answerMessage(c, message)
    return answered ? c.json(answered.body, answered.status, NO_STORE) : c.body(null, 202, NO_STORE)
  } catch (fault) {
    if (!(fault instanceof RpcError)) throw fault
    return c.json(errorMessage(fault), fault.status, NO_STORE)
  }
}

export const mcp: Operation = {
  method: 'POST',
  path: '/mcp',
  group: 'Assistants',
  summary: 'Call the registry as tools of an assistant, by the Model Context Protocol',
  description:
    `Streamable HTTP without sessions and streams, in the versions ${VERSIONS.join(', ')}. The tools are ` +
    `${TOOLS.map(({ name }) => `\`${name}\``).join(', ')}; they only read, and answer what the API does. A ` +
    'notification gets 202. Errors of the protocol are those of JSON-RPC, some with the status 400, 403 or 404.',
  body: { type: JSON_TYPE, shape: z.looseObject({}) },
  answer: {
    status: 200,
    description: 'The answer to a request.',
    content: { [JSON_TYPE]: 'AnyObject' },
    isCacheable: false,
  },
  refusals: [413, 415],
  handle: answer,
}
