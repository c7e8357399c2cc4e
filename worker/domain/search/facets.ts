// How many resources there would be by every other filter.

import type { ResourceFilter, Tally } from '../../../schema/verbs/resources.ts'
import {
  ACCESS,
  type Access,
  AVAILABILITY,
  type Availability,
  DATA_TYPE_KEYS,
  type DataTypeKey,
  RESOURCE_STATUSES,
  type ResourceStatus,
} from '../../../schema/vocabulary.ts'
import { CONDITIONS, type Condition } from './resource-filter.ts'

export interface Facets {
  /** How many the filter admits, and of how many. */
  readonly shown: number
  readonly all: number
  /** What those that it admits have. */
  readonly coverage: Readonly<Record<DataTypeKey, Readonly<Record<Availability, number>>>>
  /** How many there would be with this value alone in place of the field's own, all else as it is. */
  readonly cells: Facets['coverage']
  readonly statuses: ReadonlyMap<ResourceStatus, number>
  readonly access: ReadonlyMap<Access, number>
  /** Those that some resource has, the most frequent first. */
  readonly licenses: ReadonlyMap<string, number>
}

const sum = (tallies: readonly Tally[]): number =>
  tallies.reduce((total, { resources }) => total + resources, 0)

function counted<Key>(
  tallies: readonly Tally[],
  keys: readonly Key[],
  keyOf: (tally: Tally) => Key,
): Map<Key, number> {
  const counts = new Map(keys.map((key) => [key, 0]))
  for (const tally of tallies) counts.set(keyOf(tally), (counts.get(keyOf(tally)) ?? 0) + tally.resources)
  return counts
}

export function facetsOf(tallies: readonly Tally[], filter: ResourceFilter): Facets {
  const having = (conditions: readonly Condition[], by = filter) =>
    tallies.filter((tally) => conditions.every((name) => CONDITIONS[name](by, tally)))
  const shown = having(['cells', 'status', 'access', 'license'])
  const rowOf = (key: DataTypeKey, among: readonly Tally[]) => {
    const counts = counted(among, AVAILABILITY, ({ availability }) => availability[key])
    return Object.fromEntries(counts) as Record<Availability, number>
  }
  const tableOf = (among: (key: DataTypeKey) => readonly Tally[]) =>
    Object.fromEntries(DATA_TYPE_KEYS.map((key) => [key, rowOf(key, among(key))])) as Facets['coverage']
  const without = (key: DataTypeKey): ResourceFilter => {
    const { [key]: _, ...cells } = filter.cells ?? {}
    return { ...filter, cells }
  }
  const licenses = counted(having(['cells', 'status', 'access']), [], ({ license }) => license)
  return {
    shown: sum(shown),
    all: sum(having(['status'], {})),
    coverage: tableOf(() => shown),
    cells: tableOf((key) => having(['cells', 'status', 'access', 'license'], without(key))),
    statuses: counted(having(['cells', 'access', 'license']), RESOURCE_STATUSES, ({ status }) => status),
    access: counted(having(['cells', 'status', 'license']), ACCESS, ({ access }) => access),
    licenses: new Map([...licenses].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))),
  }
}
