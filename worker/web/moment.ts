// The moment whose state a page shows.

import * as z from 'zod/mini'
import { faultyFields } from '../../schema/errors.ts'
import type { Moment } from '../../schema/verbs/as-of.ts'
import { MOMENT, momentOf } from '../http/filters.ts'

const PROBLEMS = {
  release: 'Name a release, as 2.0.',
  at: 'Name an instant, as 2026-11-23T00:00:00Z.',
} as const

/** Reads `?release=2.0` or `?at=` an instant; undefined means now. Throws `invalid` for anything else. */
export function readMoment(query: URLSearchParams): Moment | undefined {
  const parsed = z.object(MOMENT).safeParse({
    release: query.get('release') || undefined,
    at: query.get('at') || undefined,
  })
  if (parsed.success) return momentOf(parsed.data)
  const field = parsed.error.issues[0]?.path[0] === 'at' ? 'at' : 'release'
  throw faultyFields([{ field, problem: PROBLEMS[field] }])
}

/** The query of a link to the same moment: `?release=2.0`, or the empty string for now. */
export function momentSearch(moment: Moment | undefined): string {
  if (moment === undefined || 'sequence' in moment) return ''
  return `?${new URLSearchParams({ ...moment })}`
}
