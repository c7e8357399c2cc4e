// JSON-RPC 2.0 as MCP narrows it: an id is a text or a whole number, and parameters are an object.

import * as z from 'zod/mini'
import { present } from '../../../schema/present.ts'

export const RPC_CODES = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  headerMismatch: -32020,
  unsupportedVersion: -32022,
} as const

/** An error of the protocol. Most have the HTTP status 200, since the transport has done its part. */
export class RpcError extends Error {
  readonly code: number
  readonly status: 200 | 400 | 403 | 404
  readonly data: object | undefined

  constructor(
    code: keyof typeof RPC_CODES,
    message: string,
    { status = 200, data }: { readonly status?: RpcError['status']; readonly data?: object } = {},
  ) {
    super(message)
    this.name = 'RpcError'
    this.code = RPC_CODES[code]
    this.status = status
    this.data = data
  }
}

type Id = string | number
export type Params = Readonly<Record<string, unknown>>

export interface RpcRequest {
  readonly id: Id
  readonly method: string
  readonly params?: unknown
}

const Id = z.union([z.string(), z.int()])
const version = { jsonrpc: z.literal('2.0') }
const Request = z.object({ ...version, id: Id, method: z.string(), params: z.optional(z.unknown()) })
const Notification = z.object({ ...version, id: z.optional(z.undefined()), method: z.string() })
const Answer = z.union([
  z.object({ ...version, id: z.optional(Id), error: z.looseObject({}) }),
  z.object({ ...version, id: Id, result: z.looseObject({}) }),
])

/** The request in a message; undefined for a notification or a response. Throws an `RpcError` for what is none of them. */
export function findRequest(message: unknown): RpcRequest | undefined {
  const request = Request.safeParse(message)
  if (request.success) return request.data
  if (Notification.safeParse(message).success || Answer.safeParse(message).success) return undefined
  throw new RpcError('invalidRequest', 'This is no message of JSON-RPC 2.0.', { status: 400 })
}

export const isObject = (value: unknown): value is Params =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parameters of a request, empty without any. Throws an `RpcError` for what is no object. */
export function paramsOf({ params = {} }: RpcRequest): Params {
  if (isObject(params)) return params
  throw new RpcError('invalidParams', 'The parameters are no object.')
}

export const resultMessage = (id: Id, result: object) => ({ jsonrpc: '2.0', id, result })

/** An error whose request could not be read has no id. */
export const errorMessage = ({ code, message, data }: RpcError, id?: Id) => ({
  jsonrpc: '2.0',
  ...present({ id }),
  error: { code, message, ...present({ data }) },
})
