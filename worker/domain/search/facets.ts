// How many resources there would be by every other filter.

import { filterTag, VALUE_FILTER_NAMES, valueFilterOf } from '../../../schema/record/filters.ts'
import { findRequestedLicences } from '../../../schema/record/values/asked-licences.ts'
import type { Facets, ResourceFilter } from '../../../schema/verbs/resources.ts'
import {
  AVAILABILITY,
  type Availability,
  DATA_TYPE_KEYS,
  type DataTypeKey,
  RESOURCE_STATUSES,
} from '../../../schema/vocabulary.ts'
import { CONDITIONS, type Condition, holds, type Tally } from './resource-filter.ts'

/** By what is counted: the data types each by itself, and all other conditions. */
export type FacetName = DataTypeKey | Exclude<Condition, 'cells'>

export interface Counted extends Pick<Facets, 'shown' | 'all'> {
  /** How many have each value of a name, of what the filter admits without its condition `left`; no value that none has. */
  readonly countBy: (name: FacetName, left?: FacetName) => ReadonlyMap<string, number>
}

export function facetsBy({ shown, all, countBy }: Counted): Facets {
  const tableOf = (rowBy: (key: DataTypeKey) => ReadonlyMap<string, number>) =>
    Object.fromEntries(
      DATA_TYPE_KEYS.map((key) => {
        const counts = rowBy(key)
        return [key, Object.fromEntries(AVAILABILITY.map((value) => [value, counts.get(value) ?? 0]))]
      }),
    ) as Record<DataTypeKey, Record<Availability, number>>
  const statuses = countBy('status', 'status')
  const byLicense = countBy('license', 'license')
  // One that stands for several has the records of all.
  const licenses = [...byLicense.keys()].map((key) => {
    const asked = findRequestedLicences(key)?.identifiers ?? [key]
    return [key, asked.reduce((total, one) => total + (byLicense.get(one) ?? 0), 0)] as const
  })
  return {
    ...{ shown, all },
    coverage: tableOf((key) => countBy(key)),
    cells: tableOf((key) => countBy(key, key)),
    statuses: new Map(RESOURCE_STATUSES.map((status) => [status, statuses.get(status) ?? 0])),
    values: valueFacets(countBy),
    licenses: new Map(licenses.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))),
  }
}

/** The cast holds because every filter has an entry. */
const valueFacets = (countBy: Counted['countBy']) =>
  Object.fromEntries(
    VALUE_FILTER_NAMES.map((name) => {
      const none = valueFilterOf(name).values.map((value) => [value, 0] as const)
      return [name, new Map([...none, ...countBy(name, name)])]
    }),
  ) as unknown as Facets['values']

const sum = (tallies: readonly Tally[]): number =>
  tallies.reduce((total, { resources }) => total + resources, 0)

/** The facets of what was counted as tallies. */
export function facetsOf(tallies: readonly Tally[], filter: ResourceFilter): Facets {
  const inRange = tallies.filter(({ isInRange }) => isInRange)
  /** Those that all conditions admit but one, which a facet asks about itself. */
  const without = (left: FacetName | undefined) => {
    const { [left as DataTypeKey]: _, ...cells } = filter.cells ?? {}
    return inRange.filter((tally) =>
      CONDITIONS.every((one) => one === left || holds(one, { ...filter, cells }, tally)),
    )
  }
  return facetsBy({
    shown: sum(without(undefined)),
    all: sum(tallies.filter((tally) => holds('status', {}, tally))),
    countBy(name, left) {
      const counts = new Map<string, number>()
      for (const tally of without(left))
        for (const value of valuesIn(name, tally))
          counts.set(value, (counts.get(value) ?? 0) + tally.resources)
      return counts
    },
  })
}

const isDataType = (name: FacetName): name is DataTypeKey => DATA_TYPE_KEYS.some((key) => key === name)

/** The values of a tally by which it counts under a name. */
function valuesIn(name: FacetName, { availability, status, license, tags }: Tally): readonly string[] {
  if (isDataType(name)) return [availability[name]]
  if (name === 'status') return [status]
  if (name === 'license') return [license]
  const start = filterTag(name, '')
  return tags.flatMap((tag) => (tag.startsWith(start) ? [tag.slice(start.length)] : []))
}
