// What people and programs send in, in the shape wanted; or every field at fault, with what to give instead.

import type * as z from 'zod/mini'
import { type FieldProblem, faultyFields } from '../../../schema/errors.ts'
import type { FieldPath } from '../../../schema/field-path.ts'
import { type CheckedWriting, CLEAN, refusedIn } from '../../../schema/record/values/checked-text.ts'
import { readDate } from '../../../schema/record/values/dates.ts'
import type { Problem, Refused } from '../../../schema/refusals.ts'
import { sameValue } from '../../../schema/same-value.ts'

type Issue = z.core.$ZodIssue

/**
 * The input in its shape, with its texts normalised; `invalid`, naming every field at fault, where it has another shape.
 * `whole` is what the fields are fields of: the body, the form.
 */
export function parse<Value>(shape: z.ZodMiniType<Value>, given: unknown, whole: string): Value {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  throw faultyFields(shapeProblems(parsed.error.issues, given, whole))
}

/** One text, normalised; `invalid` where it may not be published. */
export function parseText(field: FieldPath, text: string, writing: CheckedWriting): string {
  const result = CLEAN[writing](text)
  if ('text' in result) return result.text
  throw faultyFields([{ ...result.problem, field }])
}

/** What is wrong with each field at fault. A field that is unknown is at fault by its name. */
export const shapeProblems = (
  issues: readonly Issue[],
  given: unknown,
  whole: string,
): (Problem | FieldProblem)[] =>
  issues
    .filter((issue) => !isOfAnotherType(issue, issues))
    .flatMap((issue) => {
      const meant = meantBranch(issue)
      if (meant) return shapeProblems(meant, given, whole)
      const at = (path: Issue['path']) => (path.join('.') || whole) as FieldPath
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map(
          (key): Problem => ({ field: at([...issue.path, key]), name: 'nameUnknown', values: [] }),
        )
      const field = at(issue.path)
      const refused = refusedIn(issue) ?? refusedShape(issue, valueAt(given, issue.path))
      return [refused ? { ...refused, field } : { field, problem: englishAdvice(issue) }]
    })

/** Whether the value has another type too: then nothing else that is wrong with it can be mended. */
const isOfAnotherType = (issue: Issue, issues: readonly Issue[]): boolean =>
  issue.code !== 'invalid_type' &&
  issues.some(({ code, path }) => code === 'invalid_type' && sameValue(path, issue.path))

/**
 * What is wrong by the branch of a union that has the type of the value: of a list, what is wrong with a list. Of several
 * such, it is the branch that the value fits best.
 */
function meantBranch(issue: Issue): readonly Issue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined
  const [branch] = issue.errors
    .filter((problems) => !problems.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
    .sort((a, b) => faultCount(a) - faultCount(b))
  return branch?.map((problem) => ({ ...problem, path: [...issue.path, ...problem.path] }))
}

/** An unknown name is a fault each. */
const faultCount = (problems: readonly Issue[]): number =>
  problems.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

function valueAt(given: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    given,
  )
}

const typeIn = (issue: Issue | undefined) => (issue?.code === 'invalid_type' ? [issue.expected] : [])

/** The refusal of a value's shape; undefined where only doors that speak English meet it. */
function refusedShape(issue: Issue, value: unknown): Refused | undefined {
  const isMissing = value === undefined
  switch (issue.code) {
    case 'invalid_type':
      return issue.message === 'versionUnseen'
        ? { name: 'versionUnseen', values: [] }
        : { name: 'typeUnfit', values: [typeIn(issue), isMissing] }
    case 'invalid_value':
      return { name: 'noneOf', values: [issue.values.map(String), isMissing] }
    case 'invalid_union':
      return 'options' in issue
        ? { name: 'noneOf', values: [issue.options?.map(String) ?? [], isMissing] }
        : {
            name: 'typeUnfit',
            values: [[...new Set(issue.errors.flatMap(([first]) => typeIn(first)))], isMissing],
          }
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum) + (issue.inclusive === false ? 1 : 0))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      return formatRefusal(issue.message, value)
    default:
      return undefined
  }
}

/** Every number here is whole. */
function tooSmall(origin: string, least: number): Refused {
  if (origin === 'string') return { name: 'tooShort', values: [] }
  return origin === 'array' ? { name: 'noEntries', values: [] } : { name: 'tooLow', values: [least] }
}

function tooBig(origin: string, most: number): Refused {
  if (origin === 'string') return { name: 'tooLong', values: [most] }
  return origin === 'array' ? { name: 'tooManyEntries', values: [most] } : { name: 'tooHigh', values: [most] }
}

/** The formats of a record's fields have the name of their refusal as their message. */
function formatRefusal(message: string, value: unknown): Refused | undefined {
  switch (message) {
    case 'dateUnfit':
      return dateRefusal(value)
    case 'slugUnfit':
      return { name: 'slugUnfit', values: [] }
    case 'countryUnfit':
      return { name: 'countryUnfit', values: [] }
    default:
      return undefined
  }
}

/** Why a value is no partial date, and how it should be written. */
function dateRefusal(value: unknown): Refused {
  const reading = typeof value === 'string' ? readDate(value) : undefined
  return reading?.kind === 'either'
    ? { name: 'dateUnclear', values: [String(value), ...reading.dates] }
    : { name: 'dateUnfit', values: [] }
}

function englishAdvice(issue: Issue): string {
  if (issue.code !== 'invalid_format') return 'This cannot be taken.'
  return issue.format === 'date' ? 'Give a date, as in 2020-05-12.' : `Give ${issue.message}.`
}
