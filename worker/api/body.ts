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

/** Reads a JSON body of this shape. Throws `invalid` with every faulty field (`parse`). */
export async function readBody<Value>(c: Context<AppEnv>, shape: z.ZodMiniType<Value>): Promise<Value> {
  const mediaType = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json')
    throw new Refusal('unsupported_media_type', 'The body must be JSON: "Content-Type: application/json".')
  return parse(shape, parseJson(await c.req.arrayBuffer()), 'body')
}

/** JSON is UTF-8 (RFC 8259, 8.1). */
function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new Refusal('malformed', 'The body is not well-formed JSON in UTF-8.')
  }
}
