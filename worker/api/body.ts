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

/** Throws for a compressed body (RFC 9110, 15.5.16), also where no header names the encoding. */
export function refuseCompressed(c: Context<AppEnv>, bytes: ArrayBuffer): void {
  const encoding = c.req.header('Content-Encoding')?.trim().toLowerCase() || 'identity'
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  const isGzip = first === 0x1f && second === 0x8b
  if (encoding !== 'identity' || isGzip)
    throw new Refusal('unsupported_media_type', 'The body is compressed. Send it uncompressed.', {
      acceptEncoding: 'identity',
    })
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
