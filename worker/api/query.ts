import type { Context } from 'hono'
import * as z from 'zod/mini'
import { SUBMISSION_LENGTHS } from '../../schema/record/submission.ts'
import { shapeProblems } from '../domain/intake/parse.ts'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'

/** What every list takes. */
export const PAGE = {
  limit: z._default(z.string().check(z.regex(/^([1-9]\d?|100)$/, 'a whole number from 1 to 100')), '20'),
  cursor: z.optional(z.string()),
}

/**
 * The parameters of the query, in the shape wanted; an unknown name, a bad value and a repetition are refused. One
 * without a value counts as not given, which is what forms send for a field left empty.
 */
export function readQuery<Value>(c: Context<AppEnv>, shape: z.ZodMiniType<Value>): Value {
  const queries = Object.entries(c.req.queries())
  const given = Object.fromEntries(
    queries.flatMap(([name, [value]]) => (value === '' ? [] : [[name, value] as const])),
  )
  // An unknown name is at fault without a value too.
  const known = shape.safeParse(Object.fromEntries(queries.map(([name, [value]]) => [name, value])))
  const unknown = known.success ? [] : known.error.issues.filter(({ code }) => code === 'unrecognized_keys')
  const parsed = shape.safeParse(given)
  const issues = parsed.success ? [] : parsed.error.issues.filter(({ code }) => code !== 'unrecognized_keys')
  refuseQuery([
    ...shapeProblems([...unknown, ...issues], given, 'query'),
    ...queries
      .filter(([, values]) => values.length > 1)
      .map(([field]) => ({ field, problem: 'Give this once.' })),
  ])
  if (parsed.success) return parsed.data
  throw new Error('A query that does not fit has a problem.')
}

/** Refuses a query for its problems, if there are any. */
function refuseQuery(problems: readonly { field: string; problem: string }[]): void {
  if (problems.length === 0) return
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
