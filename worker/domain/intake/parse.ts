// What people and programs send in, in the shape wanted; or every field at fault, with what to give instead.

import type * as z from 'zod/mini'
import { type FieldProblem, faultyFields } from '../../../schema/errors.ts'
import type { FieldPath } from '../../../schema/field-path.ts'
import { type CheckedWriting, CLEAN, refusedIn } from '../../../schema/record/values/checked-text.ts'
import { type Problem, REFUSALS, sentenceIn } from '../../../schema/refusals.ts'

type Issue = z.core.$ZodIssue

const TYPES: { readonly [expected: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  array: 'a list',
}

/**
 * The input in its shape, with its texts normalised; `invalid`, naming every field at fault, where it has another shape.
 * `whole` is what the fields are fields of: the body, the form.
 */
export function parse<Value>(shape: z.ZodMiniType<Value>, given: unknown, whole: string): Value {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  throw faultyFields(
    parsed.error.issues.flatMap((issue): (Problem | FieldProblem)[] => {
      const refused = refusedIn(issue)
      return refused
        ? [{ ...refused, field: issue.path.join('.') as FieldPath }]
        : shapeProblems([issue], given, whole)
    }),
  )
}

/** One text, normalised; `invalid` where it may not be published. */
export function parseText(field: FieldPath, text: string, writing: CheckedWriting): string {
  const result = CLEAN[writing](text)
  if ('text' in result) return result.text
  throw faultyFields([{ ...result.problem, field }])
}

/** A sentence for each field at fault. A field that is unknown is at fault by its name. */
export const shapeProblems = (issues: readonly Issue[], given: unknown, whole: string): FieldProblem[] =>
  issues.flatMap((issue): FieldProblem[] => {
    const meant = meantBranch(issue)
    if (meant) return shapeProblems(meant, given, whole)
    const refused = refusedIn(issue)
    if (refused) return [{ field: issue.path.join('.') || whole, problem: sentenceIn(REFUSALS, refused) }]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        problem: 'This name is not known here.',
      }))
    const missing = valueAt(given, issue.path) === undefined ? 'This is missing. ' : ''
    return [{ field: issue.path.join('.') || whole, problem: missing + advice(issue) }]
  })

/** What is wrong by the branch of a union that has the type of the value: of a list, what is wrong with a list. */
function meantBranch(issue: Issue): readonly Issue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined
  const branch = issue.errors.find(
    (problems) => !problems.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  return branch?.map((problem) => ({ ...problem, path: [...issue.path, ...problem.path] }))
}

function valueAt(given: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    given,
  )
}

const typeIn = (issue: Issue | undefined) =>
  issue?.code === 'invalid_type' ? (TYPES[issue.expected] ?? issue.expected) : undefined

function advice(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Give ${TYPES[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `Give one of: ${issue.values.join(', ')}.`
    case 'invalid_union':
      return 'options' in issue
        ? `Give one of: ${issue.options?.join(', ')}.`
        : `Give ${issue.errors.flatMap(([first]) => typeIn(first) ?? []).join(', or ')}.`
    case 'too_small':
      return issue.origin === 'string' ? 'Give at least one character.' : `Give more than ${issue.minimum}.`
    case 'too_big':
      return `Give at most ${issue.maximum}${UNITS[issue.origin] ?? ''}.`
    case 'invalid_format':
      return issue.format === 'date' ? 'Give a date, as in 2020-05-12.' : `Give ${issue.message}.`
    default:
      return 'This cannot be taken.'
  }
}

const UNITS: { readonly [origin: string]: string } = { string: ' characters', array: ' entries' }
