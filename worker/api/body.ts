import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'
import { parse } from '../domain/intake/parse.ts'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'

export const limitBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new Refusal('too_large', 'A body has at most 64 KiB.')
  },
})

/** What compressed data begin with, as a hexadecimal text: gzip, zlib, Zstandard, ZIP, bzip2, XZ. No JSON or form does. */
const COMPRESSED = /^(?:1f8b|78(?:01|9c|da)|28b52ffd|504b0304|425a68|fd377a58)/

/** The content codings that compress (RFC 9110, 8.4.1, and IANA's list). */
const COMPRESSING = /\b(?:(?:x-)?gzip|deflate|br|zstd|(?:x-)?compress|dcb|dcz|exi|pack200-gzip)\b/

/** Throws for a compressed body (RFC 9110, 15.5.16), also where no header names the encoding, and for another encoding. */
export function refuseCompressed(c: Context<AppEnv>, bytes: ArrayBuffer): void {
  const encoding = c.req.header('Content-Encoding')?.trim().toLowerCase() || 'identity'
  const start = Array.from(new Uint8Array(bytes.slice(0, 4)), (byte) => byte.toString(16).padStart(2, '0'))
  const isCompressed = COMPRESSING.test(encoding) || COMPRESSED.test(start.join(''))
  if (encoding === 'identity' && !isCompressed) return
  const sentence = isCompressed
    ? 'The body is compressed. Send it uncompressed.'
    : `The Content-Encoding “${encoding.slice(0, 40)}” cannot be read here. Leave it out.`
  throw new Refusal('unsupported_media_type', sentence, { acceptEncoding: 'identity' })
}

/** Reads a JSON body of this shape. Throws `invalid` with every faulty field (`parse`). */
export const readBody = async <Value>(c: Context<AppEnv>, shape: z.ZodMiniType<Value>): Promise<Value> =>
  parse(shape, await readJson(c), 'body')

/** Reads a JSON body. Throws `malformed` for what is no JSON. */
export async function readJson(c: Context<AppEnv>): Promise<unknown> {
  const mediaType = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json')
    throw new Refusal('unsupported_media_type', 'The body must be JSON: "Content-Type: application/json".')
  const bytes = await c.req.arrayBuffer()
  refuseCompressed(c, bytes)
  return parseJson(bytes)
}

/** JSON is UTF-8 (RFC 8259, 8.1). */
function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new Refusal('malformed', 'The body is not well-formed JSON in UTF-8.')
  }
}
