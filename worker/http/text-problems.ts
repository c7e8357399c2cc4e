// What is wrong with the texts of a body that has the wrong shape already: so that one answer names every field at
// fault, and nobody mends the one only to be told of the other.

import type * as z from 'zod/mini'
import { type ErrorDetails, RegistryError } from '../../schema/errors.ts'

type Problem = NonNullable<ErrorDetails['problems']>[number]

/** The problems that `clean` finds beside those that the shape has; `clean` throws them, as it does for the verbs. */
export function textProblems<Value>(
  given: unknown,
  issues: readonly z.core.$ZodIssue[],
  clean: (value: Value) => unknown,
): readonly Problem[] {
  // Of no known kind: then nothing in it was looked at.
  if (issues.some(({ code }) => code === 'invalid_union')) return []
  const faults = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : issue.path.join('.'),
  )
  if (faults.includes('')) return []
  try {
    clean(soundPart<Value>(given, new Set(faults)))
    return []
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return (error.details.problems ?? []).filter(
      ({ field }) => !faults.some((fault) => fault === field || fault.startsWith(`${field}.`)),
    )
  }
}

/**
 * A body without what is at fault in it. The cast holds for what is there; anything may be missing but the two objects
 * whose fields `clean` looks into.
 */
const soundPart = <Value>(given: unknown, faults: ReadonlySet<string>): Value =>
  ({ resource: {}, changes: {}, ...Object(sound(given, faults, '')) }) as Value

function sound(value: unknown, faults: ReadonlySet<string>, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => ({ name, inner, at: `${path}${name}` }))
  // An entry of a list keeps its place, by which its problems are told.
  if (Array.isArray(value))
    return entries.map(({ inner, at }) => (faults.has(at) ? {} : sound(inner, faults, `${at}.`)))
  return Object.fromEntries(
    entries
      .filter(({ at }) => !faults.has(at))
      .map(({ name, inner, at }) => [name, sound(inner, faults, `${at}.`)]),
  )
}
