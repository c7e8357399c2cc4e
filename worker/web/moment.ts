// Of which moment a page is asked for.

import * as z from 'zod/mini'
import { RegistryError } from '../../schema/errors.ts'
import type { Moment } from '../../schema/record-verbs.ts'

const Release = z.string().check(z.minLength(1), z.maxLength(40))
const Instant = z.iso.datetime({ offset: true })

/** `?release=2.0` or `?at=` an instant; undefined for now. What is neither is `invalid`. */
export function momentOf(query: URLSearchParams): Moment | undefined {
  const [release, at] = [query.get('release') || undefined, query.get('at') || undefined]
  if (release !== undefined && at !== undefined)
    throw invalid('at', 'Name a release or an instant, not both.')
  if (release !== undefined) {
    if (!Release.safeParse(release).success) throw invalid('release', 'That is no name of a release.')
    return { release }
  }
  if (at === undefined) return undefined
  if (!Instant.safeParse(at).success) throw invalid('at', 'Name an instant like 2026-11-23T00:00:00Z.')
  return { at: new Date(at).toISOString() }
}

const invalid = (field: string, problem: string) =>
  new RegistryError('invalid', `${field}: ${problem}`, { problems: [{ field, problem }] })

/** The same moment for a link: `?release=2.0`, or nothing for now. */
export function momentSearch(moment: Moment | undefined): string {
  if (moment === undefined || 'sequence' in moment) return ''
  return `?${new URLSearchParams({ ...moment })}`
}
