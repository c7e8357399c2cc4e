import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'
import { refuse } from '../domain/clean-proposal.ts'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'
import { shapeProblems } from './shape-problems.ts'
import { textProblems } from './text-problems.ts'

export const limitBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new Refusal('too_large', 'A body has at most 64 KiB.')
  },
})

/**
 * The body, in the shape wanted; refused with every field at fault where it has another. `clean` is how the verb will
 * look at its texts, which is done here only where the verb is never reached.
 */
export async function readBody<Value>(
  c: Context<AppEnv>,
  shape: z.ZodMiniType<Value>,
  clean: (value: Value) => unknown = () => {},
): Promise<Value> {
  const mediaType = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json')
    throw new Refusal('unsupported_media_type', 'The body must be JSON: "Content-Type: application/json".')
  const given = parseJson(await c.req.arrayBuffer())
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  refuse([...shapeProblems(issues, given, 'body'), ...textProblems(given, issues, clean)])
  throw new Error('A shape that does not fit has a problem.')
}

/** JSON is UTF-8 (RFC 8259, 8.1). */
function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new Refusal('malformed', 'The body is not well-formed JSON in UTF-8.')
  }
}
