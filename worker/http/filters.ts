// What lists, downloads and the table's page are asked by: the same names everywhere, so that what a page shows can be
// asked for as a download by the same query.

import * as z from 'zod/mini'
import { faultyFields } from '../../schema/errors.ts'
import type { CellFilter } from '../../schema/record/values/cells.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import type { Moment } from '../../schema/verbs/as-of.ts'
import type { ResourceOrder, ResourceQuery } from '../../schema/verbs/resources.ts'
import {
  ACCESS,
  AVAILABILITY,
  DATA_TYPES,
  type DataTypeKey,
  RESOURCE_STATUSES,
} from '../../schema/vocabulary.ts'
import { PLACES, type PlaceShape } from './cursor.ts'

/** One or several of a closed list, with commas between. */
function someOf(values: readonly string[]) {
  const one = `(${values.join('|')})`
  const asked = `one or more of ${values.join(', ')}, with commas between`
  return z.optional(z.string().check(z.regex(new RegExp(`^${one}(,${one})*$`), asked)))
}

/** `mri` is what most people type for `mrt`. */
const ALIAS = { mri: 'mrt' } as const

const CELLS = Object.fromEntries(
  [...DATA_TYPES.map(({ key }) => key), 'mri' as const].map((key) => [key, someOf(AVAILABILITY)]),
) as Record<DataTypeKey | 'mri', ReturnType<typeof someOf>>

export const MOMENT = {
  release: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  at: z.optional(z.iso.datetime({ offset: true })),
}

const SORTS = {
  table: 'table',
  name: 'name',
  changed: 'latest',
  relevance: 'match',
  certain: 'certain',
} as const satisfies { readonly [sort: string]: ResourceOrder }

export const Filters = z.strictObject({
  ...CELLS,
  status: someOf(RESOURCE_STATUSES),
  access: someOf(ACCESS),
  license: z.optional(
    z
      .string()
      .check(
        z.maxLength(LENGTHS.license),
        z.regex(
          /^[A-Za-z0-9.+-]+(,[A-Za-z0-9.+-]+)*$/,
          'SPDX identifiers, other or unknown, with commas between',
        ),
      ),
  ),
  q: z.optional(z.string().check(z.maxLength(LENGTHS.query))),
  sort: z.optional(z.enum(Object.keys(SORTS) as (keyof typeof SORTS)[])),
  ...MOMENT,
})
export type Filters = z.infer<typeof Filters>

/** What the query says, in the registry's words; without where to begin and how much. */
export type Wanted = Pick<ResourceQuery, 'filter' | 'text' | 'order' | 'asOf'>

export function wantedBy(given: Omit<Filters, 'limit' | 'cursor'>): Wanted {
  const text = given.q?.trim() || undefined
  if (given.sort === 'relevance' && text === undefined)
    throw faultyFields([{ field: 'sort', problem: 'Only what a text finds has a relevance: give q.' }])
  if (given.mri !== undefined && given.mrt !== undefined)
    throw faultyFields([{ field: 'mri', problem: 'This is mrt by another name: give one of them.' }])
  const cells = cellsOf(given)
  return {
    asOf: momentOf(given),
    filter: {
      cells,
      statuses:
        given.status === undefined
          ? undefined
          : RESOURCE_STATUSES.filter((status) => given.status?.split(',').includes(status)),
      access:
        given.access === undefined
          ? undefined
          : ACCESS.filter((one) => given.access?.split(',').includes(one)),
      licenses: given.license?.toLowerCase().split(',').toSorted(),
    },
    text,
    order: given.sort ? SORTS[given.sort] : usualOrder(cells, text),
  }
}

/** The order where none is asked for, the same through every door. */
function usualOrder(cells: CellFilter, text: string | undefined): ResourceOrder {
  if (text !== undefined) return 'match'
  return Object.keys(cells).length > 0 ? 'certain' : 'table'
}

function cellsOf(given: Filters): CellFilter {
  const named = { ...given, [ALIAS.mri]: given.mrt ?? given.mri }
  return Object.fromEntries(
    DATA_TYPES.flatMap(({ key }) => {
      const values = named[key]?.split(',')
      return values ? [[key, AVAILABILITY.filter((value) => values.includes(value))]] : []
    }),
  )
}

/** Instants are compared as texts, so they come in one form: UTC, to the millisecond. */
export function momentOf({ release, at }: Pick<Filters, 'release' | 'at'>): Moment | undefined {
  if (release !== undefined && at !== undefined)
    throw faultyFields([{ field: 'at', problem: 'Give a release or an instant, not both.' }])
  if (release !== undefined) return { release }
  return at === undefined ? undefined : { at: new Date(at).toISOString() }
}

/** What a place in an order is made of. */
export function placesIn(order: ResourceOrder): PlaceShape {
  switch (order) {
    case 'certain':
      return PLACES.threeNumbers
    case 'table':
      return PLACES.number
    case 'name':
    case 'latest':
    case 'earliest':
      return PLACES.textAndNumber
    case 'match':
      return PLACES.numbers
  }
}
