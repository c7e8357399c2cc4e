// The addresses of a comparison: its page, and the same as a text.

import { LENGTHS } from '../../../schema/record/values/text.ts'

/** The parameters, one for each data set. */
export const PARAMETERS = ['a', 'b', 'c', 'd'] as const

/** What is compared: by what a person typed, or by slugs; and as of when, as a query (`?release=2.0`), or empty for now. */
export interface Chosen {
  readonly names: readonly string[]
  readonly momentSearch: string
}

/** `/compare?a=covid-ct&b=eurorad&release=3.0` */
export function comparisonAddress({ names, momentSearch }: Chosen, suffix: '' | '.csv' | '.md' = ''): string {
  const named = PARAMETERS.flatMap((parameter, i) => names.slice(i, i + 1).map((name) => [parameter, name]))
  const query = new URLSearchParams([...named, ...new URLSearchParams(momentSearch)])
  return `/compare${suffix}${query.size === 0 ? '' : `?${query}`}`
}

/** What a query names, without what is empty; the table's check boxes send `compare` for each that is ticked. */
export const namesIn = (query: URLSearchParams): readonly string[] =>
  [...PARAMETERS, 'compare'].flatMap((parameter) =>
    query.getAll(parameter).flatMap((text) => text.trim().slice(0, LENGTHS.query) || []),
  )
