import type { Context } from 'hono'
import * as z from 'zod/mini'
import { inEnglish } from '../../schema/errors.ts'
import { SUBMISSION_LENGTHS } from '../../schema/record/submission.ts'
import { shapeProblems } from '../domain/intake/parse.ts'
import type { AppEnv } from '../env.ts'
import { LIST_PARAMETERS } from '../http/filters.ts'
import { Refusal } from './problem.ts'

/** The parameters of every list. */
export const PAGE = {
  limit: z._default(z.string().check(z.regex(/^([1-9]\d?|100)$/, 'a whole number from 1 to 100')), '20'),
  cursor: z.optional(z.string()),
}

/**
 * Reads the query in this shape. Throws `malformed` for an unknown name, a bad value, or a repeated parameter that is not
 * a list. A parameter without a value counts as absent, because forms send empty fields.
 */
export function readQuery<Value>(c: Context<AppEnv>, shape: z.ZodMiniType<Value>): Value {
  const queries = Object.entries(c.req.queries()).map(
    ([name, values]) => [name, valuesOf(name, values)] as const,
  )
  const filled = Object.fromEntries(
    queries.flatMap(([name, [value]]) => (value === '' ? [] : [[name, value] as const])),
  )
  // An unknown name is refused even without a value.
  const known = shape.safeParse(Object.fromEntries(queries.map(([name, [value]]) => [name, value])))
  const unknown = known.success ? [] : known.error.issues.filter(({ code }) => code === 'unrecognized_keys')
  const parsed = shape.safeParse(filled)
  const unknownNames = unknown.flatMap((issue) => ('keys' in issue ? issue.keys : []))
  const issues = parsed.success ? [] : parsed.error.issues.filter(({ code }) => code !== 'unrecognized_keys')
  refuseQuery([
    ...shapeProblems([...unknown, ...issues], filled, 'query').map(inEnglish),
    ...queries
      .filter(([name, values]) => values.length > 1 && !unknownNames.includes(name))
      .map(([field]) => ({ field, problem: 'Give this once.' })),
  ])
  if (parsed.success) return parsed.data
  throw new Error('A query that does not fit has a problem.')
}

/** A list may have commas between its values, repeat the parameter, or both. */
const valuesOf = (name: string, values: readonly string[]): readonly string[] =>
  LIST_PARAMETERS.has(name) ? [values.filter((value) => value !== '').join(',')] : values

/** Throws `malformed` if there are problems. */
function refuseQuery(problems: readonly { field: string; problem: string }[]): void {
  if (problems.length === 0) return
  const message = problems.map(({ field, problem }) => `${field}: ${problem}`).join(' ')
  throw new Refusal('malformed', message, { problems })
}

const KEY = new RegExp(`^[\\x20-\\x7e]{1,${SUBMISSION_LENGTHS.idempotencyKey}}$`)

/** The key unchanged, including quotation marks (draft-ietf-httpapi-idempotency-key-header). */
export function idempotencyKeyOf(c: Context<AppEnv>): string | undefined {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined || KEY.test(key)) return key
  const problem = `Give 1 to ${SUBMISSION_LENGTHS.idempotencyKey} printable ASCII characters.`
  throw new Refusal('malformed', `Idempotency-Key: ${problem}`, {
    problems: [{ field: 'Idempotency-Key', problem }],
  })
}
