// The filters of lists, downloads and the table's page. Their parameters are the same, so a page and its download have
// the same query.

import * as z from 'zod/mini'
import { faultyFields } from '../../schema/errors.ts'
import {
  RANGE_FILTER_NAMES,
  type RangeFilter,
  type RangeFilters,
  VALUE_FILTER_NAMES,
  type ValueFilter,
  type ValueFilters,
  valueFilterOf,
} from '../../schema/record/filters.ts'
import { findRequestedLicences, licenceRefusal } from '../../schema/record/values/asked-licences.ts'
import type { CellFilter } from '../../schema/record/values/cells.ts'
import { refuse } from '../../schema/record/values/checked-text.ts'
import type { NamedLicences } from '../../schema/record/values/licence-names.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import type { Moment } from '../../schema/verbs/as-of.ts'
import type { ResourceOrder, ResourceQuery } from '../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPES, type DataTypeKey, RESOURCE_STATUSES } from '../../schema/vocabulary.ts'
import { PLACES, type PlaceShape } from './cursor.ts'

/** One or several values of a closed list, separated by commas. */
function someOf(values: readonly string[]) {
  const one = `(${values.join('|')})`
  const examples = values.length > MOST_NAMED ? `${values.slice(0, 5).join(', ')} …` : values.join(', ')
  const message = `one or more of ${examples}, with commas between`
  return z.optional(z.string().check(z.regex(new RegExp(`^${one}(,${one})*$`), message)))
}
/** Of more values a refusal names the first. */
const MOST_NAMED = 30

/** Most people type `mri` for `mrt`. */
const ALIAS = { mri: 'mrt' } as const

const CELLS = Object.fromEntries(
  [...DATA_TYPES.map(({ key }) => key), 'mri' as const].map((key) => [key, someOf(AVAILABILITY)]),
) as Record<DataTypeKey | 'mri', ReturnType<typeof someOf>>

/** What a value asks for by licence: all of it is one name, or each part between commas is. */
function licencesIn(value: string): { readonly text: string; readonly named: NamedLicences | undefined }[] {
  // "Apache License, Version 2.0" has a comma of its own.
  const whole = value.includes(', ') ? findRequestedLicences(value) : undefined
  if (whole) return [{ text: value, named: whole }]
  return value.split(',').map((text) => ({ text, named: findRequestedLicences(text) }))
}

/** The licences of a filter under the names that SPDX has. */
export const licenceNames = (value: string): string =>
  [...new Set(licencesIn(value).map(({ text, named }) => named?.name ?? text))].join(',')

const INSTANT = 'a time with Z or an offset, as in 2020-12-31T23:59:59Z'

/** RFC 3339 allows small letters. The plus sign of an offset is a space in a query unless it is encoded. */
const writtenInstant = z.overwrite<string>((text) =>
  text.replace(/[tz]/g, (letter) => letter.toUpperCase()).replace(/ (?=\d\d:\d\d$)/, '+'),
)

export const MOMENT = {
  release: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  at: z.optional(z.string().check(writtenInstant, z.iso.datetime({ offset: true, error: INSTANT }))),
}

/** The cast holds because every filter has an entry. */
const VALUES = Object.fromEntries(
  VALUE_FILTER_NAMES.map((name) => [name, someOf(valueFilterOf(name).values)]),
) as Record<ValueFilter, ReturnType<typeof someOf>>

const wholeNumber = z.optional(
  z.string().check(z.regex(/^\d{1,10}$/, 'a whole number, without commas, as in 50 or 2020')),
)
/** Likewise. */
const RANGES = Object.fromEntries(RANGE_FILTER_NAMES.map((name) => [name, wholeNumber])) as Record<
  RangeFilter,
  typeof wholeNumber
>

const SORTS = {
  table: 'table',
  name: 'name',
  changed: 'latest',
  relevance: 'match',
  certain: 'certain',
  ...({ images: 'images', patients: 'patients', published: 'published' } as const),
} as const satisfies { readonly [sort: string]: ResourceOrder }

export const Filters = z.strictObject({
  ...CELLS,
  status: someOf(RESOURCE_STATUSES),
  ...VALUES,
  license: z.optional(
    z.string().check(
      z.maxLength(LENGTHS.license),
      z.check((payload) => {
        const unnamed = licencesIn(payload.value).find(({ named }) => named === undefined)
        if (unnamed) refuse(payload, payload.value, licenceRefusal(unnamed.text), [])
      }),
    ),
  ),
  ...RANGES,
  q: z.optional(z.string().check(z.maxLength(LENGTHS.query))),
  sort: z.optional(z.enum(Object.keys(SORTS) as (keyof typeof SORTS)[])),
  ...MOMENT,
})
export type Filters = z.infer<typeof Filters>

/** The parameters that take several values, separated by commas or repeated (`ct=yes&ct=unknown`). */
export const LIST_PARAMETERS: ReadonlySet<string> = new Set([
  ...Object.keys(CELLS),
  'status',
  ...VALUE_FILTER_NAMES,
  'license',
])

/** The filters of an address in one writing, "?ct=yes&q=x-ray": the same for the same filters in another order. */
export function filterQuery(parameters: URLSearchParams): string {
  const filled = [...parameters].filter(([name, value]) => value !== '' && Object.hasOwn(Filters.shape, name))
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled.toSorted(([a], [b]) => (a < b ? -1 : 1)))}`
}

/** The resources that the filters select, in the registry's terms, without the page. */
export type Selection = Pick<ResourceQuery, 'filter' | 'text' | 'order' | 'asOf'>

/** Throws `invalid` for filters that contradict each other. */
export function selectionOf(filters: Omit<Filters, 'limit' | 'cursor'>): Selection {
  const text = filters.q?.trim() || undefined
  if (filters.sort === 'relevance' && text === undefined)
    throw faultyFields([{ field: 'sort', problem: 'Only what a text finds has a relevance: give q.' }])
  if (filters.mri !== undefined && filters.mrt !== undefined)
    throw faultyFields([{ field: 'mri', problem: 'This is mrt by another name: give one of them.' }])
  const [cells, asOf] = [cellsOf(filters), momentOf(filters)]
  if (filters.link !== undefined && asOf !== undefined)
    throw faultyFields([{ field: 'link', problem: 'What addresses say is known of now alone.' }])
  return {
    asOf,
    filter: {
      cells,
      statuses:
        filters.status === undefined
          ? undefined
          : RESOURCE_STATUSES.filter((status) => filters.status?.toLowerCase().split(',').includes(status)),
      values: valueFilters(filters),
      ranges: rangeFilters(filters),
      licenses:
        filters.license === undefined
          ? undefined
          : licencesIn(filters.license)
              .flatMap(({ named }) => named?.identifiers ?? [])
              .toSorted(),
    },
    text,
    order: filters.sort ? SORTS[filters.sort] : defaultOrder(cells, text),
  }
}

/** The values of each filter that is asked for, in the order of its list. */
const valueFilters = (filters: Filters): ValueFilters =>
  Object.fromEntries(
    VALUE_FILTER_NAMES.flatMap((name) => {
      const asked = filters[name]?.split(',')
      return asked ? [[name, valueFilterOf(name).values.filter((value) => asked.includes(value))]] : []
    }),
  )

function rangeFilters(filters: Filters): RangeFilters {
  const { publishedFrom: from, publishedTo: to } = filters
  if (from !== undefined && to !== undefined && Number(from) > Number(to))
    throw faultyFields([{ field: 'publishedTo', problem: `It is before publishedFrom, ${from}.` }])
  return Object.fromEntries(
    RANGE_FILTER_NAMES.flatMap((name) => {
      const edge = filters[name]
      return edge === undefined ? [] : [[name, Number(edge)]]
    }),
  )
}

/** The order of a query without `sort`. */
function defaultOrder(cells: CellFilter, text: string | undefined): ResourceOrder {
  if (text !== undefined) return 'match'
  return Object.keys(cells).length > 0 ? 'certain' : 'table'
}

function cellsOf(filters: Filters): CellFilter {
  const unaliased = { ...filters, [ALIAS.mri]: filters.mrt ?? filters.mri }
  return Object.fromEntries(
    DATA_TYPES.flatMap(({ key }) => {
      const values = unaliased[key]?.split(',')
      return values ? [[key, AVAILABILITY.filter((value) => values.includes(value))]] : []
    }),
  )
}

/** Writes an instant in UTC to the millisecond, because the database compares instants as texts. */
export function momentOf({ release, at }: Pick<Filters, 'release' | 'at'>): Moment | undefined {
  if (release !== undefined && at !== undefined)
    throw faultyFields([{ field: 'at', problem: 'Give a release or an instant, not both.' }])
  if (release !== undefined) return { release }
  return at === undefined ? undefined : { at: new Date(at).toISOString() }
}

/** The shape of a place in this order. */
export function placeShapeOf(order: ResourceOrder): PlaceShape {
  switch (order) {
    case 'certain':
      return PLACES.threeNumbers
    case 'table':
      return PLACES.number
    case 'name':
    case 'latest':
    case 'earliest':
      return PLACES.textAndNumber
    case 'images':
    case 'patients':
    case 'published':
      return PLACES.twoNumbers
    case 'match':
      return PLACES.numbers
  }
}
