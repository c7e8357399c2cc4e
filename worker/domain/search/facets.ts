// How many resources there would be by every other filter.

import {
  filterTag,
  VALUE_FILTER_NAMES,
  type ValueFilter,
  valueFilterOf,
} from '../../../schema/record/filters.ts'
import { findRequestedLicences } from '../../../schema/record/values/asked-licences.ts'
import type { ResourceFilter, Tally } from '../../../schema/verbs/resources.ts'
import {
  AVAILABILITY,
  type Availability,
  DATA_TYPE_KEYS,
  type DataTypeKey,
  RESOURCE_STATUSES,
  type ResourceStatus,
} from '../../../schema/vocabulary.ts'
import { CONDITIONS, type Condition, holds } from './resource-filter.ts'

export interface Facets {
  /** How many the filter admits, and of how many. */
  readonly shown: number
  readonly all: number
  /** What those that it admits have. */
  readonly coverage: Readonly<Record<DataTypeKey, Readonly<Record<Availability, number>>>>
  /** How many there would be with this value alone in place of the field's own, all else as it is. */
  readonly cells: Facets['coverage']
  readonly statuses: ReadonlyMap<ResourceStatus, number>
  readonly values: Readonly<Record<ValueFilter, ReadonlyMap<string, number>>>
  /** Those that some resource has, the most frequent first. */
  readonly licenses: ReadonlyMap<string, number>
}

const sum = (tallies: readonly Tally[]): number =>
  tallies.reduce((total, { resources }) => total + resources, 0)

/** How many have each key; of those that a tally has several of, it counts for each. */
function counted<Key>(
  tallies: readonly Tally[],
  keys: readonly Key[],
  keysOf: (tally: Tally) => readonly Key[],
): Map<Key, number> {
  const counts = new Map(keys.map((key) => [key, 0]))
  for (const tally of tallies)
    for (const key of keysOf(tally)) counts.set(key, (counts.get(key) ?? 0) + tally.resources)
  return counts
}

export function facetsOf(tallies: readonly Tally[], filter: ResourceFilter): Facets {
  const inRange = tallies.filter(({ isInRange }) => isInRange)
  /** Those that all conditions admit but one, which a facet asks about itself. */
  const without = (left: Condition | undefined, by = filter) =>
    inRange.filter((tally) => CONDITIONS.every((one) => one === left || holds(one, by, tally)))
  const shown = without(undefined)
  const rowOf = (key: DataTypeKey, among: readonly Tally[]) => {
    const counts = counted(among, AVAILABILITY, ({ availability }) => [availability[key]])
    return Object.fromEntries(counts) as Record<Availability, number>
  }
  const tableOf = (among: (key: DataTypeKey) => readonly Tally[]) =>
    Object.fromEntries(DATA_TYPE_KEYS.map((key) => [key, rowOf(key, among(key))])) as Facets['coverage']
  const withoutCell = (key: DataTypeKey): ResourceFilter => {
    const { [key]: _, ...cells } = filter.cells ?? {}
    return { ...filter, cells }
  }
  const byLicense = counted(without('license'), [], ({ license }) => [license])
  // One that stands for several has the records of all.
  const licenses = [...byLicense.keys()].map((key) => {
    const asked = findRequestedLicences(key)?.identifiers ?? [key]
    return [key, asked.reduce((total, one) => total + (byLicense.get(one) ?? 0), 0)] as const
  })
  return {
    shown: sum(shown),
    all: sum(tallies.filter((tally) => holds('status', {}, tally))),
    coverage: tableOf(() => shown),
    cells: tableOf((key) => without(undefined, withoutCell(key))),
    statuses: counted(without('status'), RESOURCE_STATUSES, ({ status }) => [status]),
    values: valueFacets(without),
    licenses: new Map(licenses.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))),
  }
}

/** The cast holds because every filter has an entry. */
const valueFacets = (without: (left: Condition) => readonly Tally[]) =>
  Object.fromEntries(
    VALUE_FILTER_NAMES.map((name) => {
      const values = valueFilterOf(name).values
      const among = without(name)
      return [name, counted(among, values, ({ tags }) => valuesIn(name, tags))]
    }),
  ) as unknown as Facets['values']

const valuesIn = (name: ValueFilter, tags: readonly string[]): string[] => {
  const start = filterTag(name, '')
  return tags.flatMap((tag) => (tag.startsWith(start) ? [tag.slice(start.length)] : []))
}
