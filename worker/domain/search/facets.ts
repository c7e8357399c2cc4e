// How many resources there would be, asked for otherwise.

import { admits } from '../../../schema/record/cells.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { RecordQuery, Tally } from '../../../schema/verbs/resources.ts'
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

type Asked = Pick<RecordQuery, 'cells' | 'statuses' | 'access' | 'licenses'>

/** By what a licence is asked for. */
export const licenseKey = ({ license, licenseSpdx }: Pick<Resource, 'license' | 'licenseSpdx'>): string =>
  licenseSpdx ?? (license === null ? 'unknown' : 'other')

export interface Facets {
  /** How many are asked for, and of how many. */
  readonly shown: number
  readonly all: number
  /** What those that are asked for have. */
  readonly coverage: Readonly<Record<DataTypeKey, Readonly<Record<Availability, number>>>>
  /** How many there would be with this value alone in place of what is asked of the field, all else as it is. */
  readonly cells: Facets['coverage']
  readonly statuses: ReadonlyMap<ResourceStatus, number>
  readonly access: ReadonlyMap<Access, number>
  /** Those that some resource has, the most frequent first. */
  readonly licenses: ReadonlyMap<string, number>
}

const isListed = (status: ResourceStatus) => status !== 'removed'

const hasStatus = ({ statuses }: Asked, { status }: Tally) => statuses?.includes(status) ?? isListed(status)
const hasAccess = ({ access: asked }: Asked, { access }: Tally) => asked?.includes(access) ?? true
/** Identifiers are the same in any case. */
const hasLicense = ({ licenses }: Asked, { license }: Tally) =>
  licenses?.some((one) => one.toLowerCase() === license.toLowerCase()) ?? true

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

export function facetsOf(tallies: readonly Tally[], asked: Asked): Facets {
  const having = (...conditions: readonly ((asked: Asked, tally: Tally) => boolean)[]) =>
    tallies.filter((tally) => conditions.every((holds) => holds(asked, tally)))
  const hasCells = ({ cells }: Asked, { availability }: Tally) => admits(cells, availability)
  const shown = having(hasCells, hasStatus, hasAccess, hasLicense)
  const rowOf = (key: DataTypeKey, among: readonly Tally[]) => {
    const counts = counted(among, AVAILABILITY, ({ availability }) => availability[key])
    return Object.fromEntries(counts) as Record<Availability, number>
  }
  const tableOf = (among: (key: DataTypeKey) => readonly Tally[]) =>
    Object.fromEntries(DATA_TYPE_KEYS.map((key) => [key, rowOf(key, among(key))])) as Facets['coverage']
  const licenses = counted(having(hasCells, hasStatus, hasAccess), [], ({ license }) => license)
  return {
    shown: sum(shown),
    all: sum(tallies.filter(({ status }) => isListed(status))),
    coverage: tableOf(() => shown),
    cells: tableOf((key) =>
      having(
        ({ cells: { [key]: _, ...others } }, { availability }) => admits(others, availability),
        hasStatus,
        hasAccess,
        hasLicense,
      ),
    ),
    statuses: counted(having(hasCells, hasAccess, hasLicense), RESOURCE_STATUSES, ({ status }) => status),
    access: counted(having(hasCells, hasStatus, hasLicense), ACCESS, ({ access }) => access),
    licenses: new Map([...licenses].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))),
  }
}
