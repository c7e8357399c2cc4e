// The versions of MCP. Since 2026-07-28 every request says its version and repeats parts of itself in headers; before, a
// handshake settled the version (modelcontextprotocol.io/specification/2026-07-28/basic/versioning).

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { isObject, type Params, RpcError } from './message.ts'

const CURRENT = '2026-07-28'
/** The versions with a handshake, latest first. The last has batches, and is assumed where no header names one. */
const WITH_HANDSHAKE = ['2025-11-25', '2025-06-18', '2025-03-26'] as const
const WITH_BATCHES = '2025-03-26'

export const VERSIONS: readonly string[] = [CURRENT, ...WITH_HANDSHAKE]

/** The version for a client that asks for this one: the same if it is supported, or else the latest with a handshake. */
export const settledVersion = (requested: string): string =>
  WITH_HANDSHAKE.find((version) => version === requested) ?? WITH_HANDSHAKE[0]

const HEADER = 'MCP-Protocol-Version'
const META = 'io.modelcontextprotocol/'
export const SERVER_INFO = `${META}serverInfo`

export const hasBatches = (c: Context<AppEnv>): boolean =>
  (c.req.header(HEADER) ?? WITH_BATCHES) === WITH_BATCHES

/** Whether a request is of the current version, without a handshake. Throws an `RpcError` for what no version allows. */
export function isCurrent(c: Context<AppEnv>, method: string, params: Params): boolean {
  const header = c.req.header(HEADER)
  const meta = isObject(params._meta) ? params._meta : {}
  const stated = meta[`${META}protocolVersion`]
  if (stated === undefined && header !== CURRENT) {
    // A handshake states its version in its parameters.
    if (method !== 'initialize' && header !== undefined && !VERSIONS.includes(header))
      throw unsupported(header)
    return false
  }
  if (typeof stated !== 'string' || !isObject(meta[`${META}clientCapabilities`]))
    throw new RpcError(
      'invalidParams',
      `The _meta of a request has ${META}protocolVersion and ${META}clientCapabilities.`,
      { status: 400 },
    )
  requireHeader(HEADER, header, stated)
  if (stated !== CURRENT) throw unsupported(stated)
  requireHeader('Mcp-Method', c.req.header('Mcp-Method'), method)
  if (method === 'tools/call') requireHeader('Mcp-Name', decoded(c.req.header('Mcp-Name')), params.name)
  return true
}

const unsupported = (requested: string) =>
  new RpcError('unsupportedVersion', 'Unsupported protocol version', {
    status: 400,
    data: { supported: VERSIONS, requested },
  })

function requireHeader(name: string, header: string | undefined, stated: unknown): void {
  if (header !== stated)
    throw new RpcError('headerMismatch', `The header ${name} differs from the body.`, { status: 400 })
}

/** A name that is not plain ASCII comes as "=?base64?…?=". */
function decoded(header: string | undefined): string | undefined {
  const encoded = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/.exec(header ?? '')?.[1]
  if (encoded === undefined || encoded.length % 4 !== 0) return header
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0)))
}
