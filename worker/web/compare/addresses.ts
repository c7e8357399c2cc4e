// The addresses of a comparison: its page, and the same as a text.

import { LENGTHS } from '../../../schema/record/values/text.ts'

/** The parameters, one for each data set. */
export const PARAMETERS = ['a', 'b', 'c', 'd'] as const

/** `?a=covid-ct&b=eurorad`; empty without names. */
export const comparisonSearch = (names: readonly string[]): string => {
  const pairs = PARAMETERS.flatMap((parameter, i) => {
    const name = names[i]
    return name === undefined ? [] : [[parameter, name]]
  })
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

export const comparisonAddress = (names: readonly string[], suffix: '' | '.csv' | '.md' = ''): string =>
  `/compare${suffix}${comparisonSearch(names)}`

/** What a query names, without what is empty; the table's check boxes send `compare` for each that is ticked. */
export const namesIn = (query: URLSearchParams): readonly string[] =>
  [...PARAMETERS, 'compare'].flatMap((parameter) =>
    query.getAll(parameter).flatMap((text) => text.trim().slice(0, LENGTHS.query) || []),
  )
