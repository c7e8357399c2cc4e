import type { Context } from 'hono'
import * as z from 'zod/mini'
import { SUBMISSION_LENGTHS } from '../../schema/submission.ts'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'
import { shapeProblems } from './shape-problems.ts'

/** What every list takes. */
export const PAGE = {
  limit: z._default(z.string().check(z.regex(/^([1-9]\d?|100)$/, 'a whole number from 1 to 100')), '20'),
  cursor: z.optional(z.string()),
}

/** The parameters of the query, in the shape wanted; an unknown name, a bad value and a repetition are refused. */
export function readQuery<Value>(c: Context<AppEnv>, shape: z.ZodMiniType<Value>): Value {
  const given = Object.fromEntries(Object.entries(c.req.queries()).map(([name, [value]]) => [name, value]))
  const parsed = shape.safeParse(given)
  const problems = [
    ...(parsed.success ? [] : shapeProblems(parsed.error.issues, given, 'query')),
    ...Object.entries(c.req.queries())
      .filter(([, values]) => values.length > 1)
      .map(([field]) => ({ field, problem: 'Give this once.' })),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  const told = problems.map(({ field, problem }) => `${field}: ${problem}`).join(' ')
  throw new Refusal('malformed', told, { problems })
}

const KEY = new RegExp(`^[\\x20-\\x7e]{1,${SUBMISSION_LENGTHS.idempotencyKey}}$`)

/** Taken as it stands, quotation marks included (draft-ietf-httpapi-idempotency-key-header). */
export function idempotencyKeyOf(c: Context<AppEnv>): string | undefined {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined || KEY.test(key)) return key
  const problem = `Give 1 to ${SUBMISSION_LENGTHS.idempotencyKey} printable ASCII characters.`
  throw new Refusal('malformed', `Idempotency-Key: ${problem}`, {
    problems: [{ field: 'Idempotency-Key', problem }],
  })
}
