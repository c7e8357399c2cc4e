// Of which moment a page is asked for.

import * as z from 'zod/mini'
import { faultyFields } from '../../schema/errors.ts'
import type { Moment } from '../../schema/verbs/as-of.ts'
import { MOMENT, momentOf } from '../http/filters.ts'

const WHAT = { release: 'Name a release, as 2.0.', at: 'Name an instant, as 2026-11-23T00:00:00Z.' } as const

/** `?release=2.0` or `?at=` an instant; undefined for now. What is neither is `invalid`. */
export function readMoment(query: URLSearchParams): Moment | undefined {
  const given = z.object(MOMENT).safeParse({
    release: query.get('release') || undefined,
    at: query.get('at') || undefined,
  })
  if (given.success) return momentOf(given.data)
  const field = given.error.issues[0]?.path[0] === 'at' ? 'at' : 'release'
  throw faultyFields([{ field, problem: WHAT[field] }])
}

/** The same moment for a link: `?release=2.0`, or nothing for now. */
export function momentSearch(moment: Moment | undefined): string {
  if (moment === undefined || 'sequence' in moment) return ''
  return `?${new URLSearchParams({ ...moment })}`
}
