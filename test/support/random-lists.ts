// Records and filters made up at random, the same in every run, and what a list of them is when it is found the plain way.

import { RANGE_FILTER_NAMES, VALUE_FILTER_NAMES, valueFilterOf } from '../../schema/record/filters.ts'
import type { Resource } from '../../schema/record/resource.ts'
import { ALL_CODES, cellsRow, certaintyOf } from '../../schema/record/values/cells.ts'
import { fold } from '../../schema/text/fold.ts'
import type { Place, ResourceFilter, ResourceOrder } from '../../schema/verbs/resources.ts'
import {
  ACCESS,
  ANNOTATIONS,
  AVAILABILITY,
  DATA_TYPE_KEYS,
  FILE_FORMATS,
  hasEnded,
  RESOURCE_STATUSES,
} from '../../schema/vocabulary.ts'
import { comparePlaces } from '../../worker/domain/search/ranking.ts'
import { isAdmitted } from '../../worker/domain/search/resource-filter.ts'
import { sortColumn } from '../../worker/domain/search/version-columns.ts'

/** Numbers from 0 to below `most`, the same in every run. */
function randomNumbers(seed: number) {
  let state = seed
  return (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}
export const random = randomNumbers(17)
export const oneOf = <Value>(values: readonly Value[]): Value => {
  const value = values[random(values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}
/** About a third of them. */
const some = <Value>(values: readonly Value[]): Value[] => values.filter(() => random(3) === 0)

const COUNTRIES = ['DE', 'IT', 'US', 'UG']
/** None of them is derived from what is made up here. */
const LISTED_SOURCES = ['cord-19', 'covid-ct', 'eurorad']
const ORIGINS = ['A hospital', 'Another hospital', 'ChestX-ray8', 'Radiopaedia']
const LICENSES = [null, 'CC-BY-4.0', 'MIT', 'CC0-1.0']

export const anyFacts = (): Partial<Resource> => {
  const licenseSpdx = oneOf(LICENSES)
  const derivedFrom = random(4) === 0 ? some(LISTED_SOURCES) : []
  return {
    name: `${oneOf(['Lung', 'chest', 'Ärzte', 'atlas'])} ${random(40)}`,
    availability: cellsRow(random(ALL_CODES)),
    status: oneOf(RESOURCE_STATUSES),
    access: oneOf(ACCESS),
    annotations: some(ANNOTATIONS),
    fileFormats: some(FILE_FORMATS),
    countries: some(COUNTRIES),
    licenseSpdx,
    license: licenseSpdx,
    published: oneOf([null, 2020, 2021, 2022]),
    counts: oneOf([null, { images: random(5000), patients: random(300) }]),
    ...{ derivedFrom, origins: random(6) === 0 ? some(ORIGINS) : [] },
    claims: derivedFrom.map((value) => ({
      ...{ field: 'derivedFrom' as const, value, source: `https://paper.example/${random(9)}` },
      ...{ asOf: null, stated: true },
    })),
  }
}
export const instant = () => new Date(Date.UTC(2026, 0, 1 + random(300))).toISOString()

export const anyFilter = (): ResourceFilter => ({
  ...(random(2) === 0 && {
    cells: Object.fromEntries(some(DATA_TYPE_KEYS).map((key) => [key, [oneOf(AVAILABILITY), 'unknown']])),
  }),
  ...(random(4) === 0 && { statuses: some(RESOURCE_STATUSES) }),
  ...(random(2) === 0 && {
    values: Object.fromEntries(
      VALUE_FILTER_NAMES.filter(() => random(6) === 0).map((name) => [
        name,
        [oneOf(valueFilterOf(name).values)],
      ]),
    ),
  }),
  ...(random(3) === 0 && { ranges: { [oneOf(RANGE_FILTER_NAMES)]: 2021 } }),
  ...(random(4) === 0 && { licenses: [oneOf(['cc-by-4.0', 'MIT', 'unknown'])] }),
  ...(random(4) === 0 && { changedFrom: instant() }),
  ...(random(6) === 0 && { changedUntil: instant() }),
})

export const ORDERS = [
  'certain',
  'table',
  'name',
  'latest',
  'earliest',
  'images',
  'patients',
  'published',
] as const
export type Order = Exclude<ResourceOrder, 'match'>

function placeIn(order: Order, record: Resource, { cells = {} }: ResourceFilter): Place {
  const { position, availability, status, updatedAt } = record
  if (order === 'certain') return [certaintyOf(cells, availability), hasEnded(status) ? 1 : 0, position]
  if (order === 'table') return [position]
  if (order === 'name') return [fold(record.name), position]
  if (order === 'latest' || order === 'earliest') return [updatedAt, position]
  return [sortColumn(order, record), position]
}

/** The slugs of a list in its order. */
export function listed(records: readonly Resource[], filter: ResourceFilter, order: Order): string[] {
  const sign = order === 'latest' ? -1 : 1
  return records
    .filter((record) => isAdmitted(filter, record))
    .map((record) => ({ slug: record.slug, place: placeIn(order, record, filter) }))
    .sort((a, b) => sign * comparePlaces(a.place, b.place))
    .map(({ slug }) => slug)
}
