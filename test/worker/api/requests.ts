// Requests to /v1, for tests: each from an address of its own unless a test says otherwise.

import { env, exports } from 'cloudflare:workers'
import { createRegistry } from '../../../worker/registry/index.ts'

let addresses = 0

/** An address in a network that nobody has sent anything from. */
export const anAddress = () => `2001:db8:${(++addresses).toString(16)}::1`

export interface Sent {
  readonly json?: unknown
  /** In place of `json`, as it stands. */
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
  readonly token?: string
  readonly from?: string
}

/** `call('POST /submissions', { json })` */
export function call(what: string, given: Sent = {}): Promise<Response> {
  const [method = '', path = ''] = what.split(' ')
  return exports.default.fetch(`https://registry.example/v1${path}`, requestOf(method, given))
}

export function requestOf(method: string, { json, body, headers, token, from }: Sent): RequestInit {
  const sent = json === undefined ? body : JSON.stringify(json)
  return {
    method,
    headers: {
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      'CF-Connecting-IP': from ?? anAddress(),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  }
}

/** The body of an answer, as tests want to look into it. */
export const read = async (answer: Response) => answer.json<Record<string, unknown>>()

export const aToken = async (discordId: string, name: string): Promise<string> =>
  (await createRegistry(env.DB).addMaintainer('console', discordId, name)).token
