import type * as z from 'zod/mini'
import { faultyShape } from '../../schema/errors.ts'
import { shapeProblems } from './shape-problems.ts'
import { textProblems } from './text-problems.ts'

/**
 * What was given, in the shape wanted; `invalid`, with every field at fault, where it has another. `whole` is what the
 * fields are fields of. `clean` is how the verb will look at the texts, which is done here only where the verb is never
 * reached.
 */
export function parse<Value>(
  shape: z.ZodMiniType<Value>,
  given: unknown,
  whole: string,
  clean: (value: Value) => unknown = () => {},
): Value {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  throw faultyShape([...shapeProblems(issues, given, whole), ...textProblems(given, issues, clean)])
}
