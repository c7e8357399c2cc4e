// What is wrong with the shape of something, as sentences: a field at fault, and what to give instead.

import type * as z from 'zod/mini'
import type { ErrorDetails } from '../../schema/errors.ts'

type Problem = NonNullable<ErrorDetails['problems']>[number]
type Issue = z.core.$ZodIssue

const TYPES: { readonly [expected: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  array: 'a list',
}

/** Every field at fault; an unknown one is at fault by its name. `whole` is what the fields are fields of. */
export const shapeProblems = (issues: readonly Issue[], given: unknown, whole: string): Problem[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        problem: 'This name is not known here.',
      }))
    const missing = valueAt(given, issue.path) === undefined ? 'This is missing. ' : ''
    return [{ field: issue.path.join('.') || whole, problem: missing + advice(issue) }]
  })

function valueAt(given: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    given,
  )
}

function advice(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Give ${TYPES[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `Give one of: ${issue.values.join(', ')}.`
    case 'invalid_union':
      return 'options' in issue ? `Give one of: ${issue.options?.join(', ')}.` : 'This cannot be taken.'
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
