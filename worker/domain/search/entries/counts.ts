// What is counted among the entries of all resources.

import { SOUGHT, type SoughtKey } from '../../../../schema/record/field-keys.ts'
import type { Facets, ResourceFilter } from '../../../../schema/verbs/resources.ts'
import {
  AVAILABILITY,
  type Availability,
  DATA_TYPE_KEYS,
  type DataTypeKey,
} from '../../../../schema/vocabulary.ts'
import { type FacetName, facetsBy } from '../facets.ts'
import { admittedBits, bitsOfAllPlaces, bitsOfGroup, groupsIn, listedBits, partsOf } from './admitted.ts'
import { type Bits, bitsOfAll, countBits, countBoth } from './bits.ts'
import type { Entries } from './block.ts'
import { firstOf } from './page.ts'
import { type Table, tableOf } from './table.ts'
import { valuesOf } from './values.ts'

/** How many of those that a filter admits each group of `certaintyOf` has. */
export function groupTotals(entries: Entries, filter: ResourceFilter): readonly number[] {
  const table = tableOf(entries)
  const { cells = {} } = filter
  const admitted = admittedBits(table, filter)
  return Array.from({ length: groupsIn(cells) }, (_, group) =>
    countBits(bitsOfGroup(table, admitted, cells, group)),
  )
}

/** How many of some places have each value of a name; none that no place has. */
function countValues({ values }: Table, name: string, among: Bits): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { number, value } of valuesOf(name)) {
    const { [number]: bits } = values
    const count = bits ? countBoth(among, bits) : 0
    if (count > 0) counts.set(value, count)
  }
  return counts
}

/** How many there would be by every other filter, whenever they changed. */
export function entryFacets(entries: Entries, filter: ResourceFilter): Facets {
  const table = tableOf(entries)
  const parts = partsOf(table, filter)
  const sets = new Map<FacetName | undefined, Bits>()
  function meetingBut(left: FacetName | undefined): Bits {
    // What the filter does not ask for leaves nothing out.
    const name = parts.some((part) => part.of === left) ? left : undefined
    const known = sets.get(name)
    if (known) return known
    const [first = bitsOfAllPlaces(table), ...others] = parts.flatMap(({ of, bits }) =>
      of === name ? [] : [bits],
    )
    const made = bitsOfAll([first, ...others])
    sets.set(name, made)
    return made
  }
  return facetsBy({
    shown: countBits(meetingBut(undefined)),
    all: countListed(entries),
    countBy: (name, left) => countValues(table, name, meetingBut(left)),
  })
}

export const countListed = (entries: Entries): number => countBits(listedBits(tableOf(entries)))

/** How many listed resources have each value of each data type. The cast holds because each has an entry. */
export function countCells(entries: Entries) {
  const table = tableOf(entries)
  const listed = listedBits(table)
  const rows = DATA_TYPE_KEYS.map((key) => {
    const counts = countValues(table, key, listed)
    return [key, Object.fromEntries(AVAILABILITY.map((value) => [value, counts.get(value) ?? 0]))]
  })
  return Object.fromEntries(rows) as Record<DataTypeKey, Record<Availability, number>>
}

/** How many listed resources do not state each sought field. The cast holds because each has an entry. */
export function countUnsaid(entries: Entries) {
  const table = tableOf(entries)
  const listed = listedBits(table)
  const [all, stated] = [countBits(listed), countValues(table, 'stated', listed)]
  return Object.fromEntries(SOUGHT.map((field) => [field, all - (stated.get(field) ?? 0)])) as {
    readonly [Key in SoughtKey]: number
  }
}

/** The positions of the listed resources with the most gaps, of which the first in the table come first. */
export function mostGaps(entries: Entries, size: number): number[] {
  const table = tableOf(entries)
  return firstOf(table, { key: 'gaps', bits: listedBits(table), back: false, size })
}

/** The positions of the last listed resources in the table, the last first. */
export function latestListed(entries: Entries, size: number): number[] {
  const table = tableOf(entries)
  return firstOf(table, { key: 'position', bits: listedBits(table), back: true, size })
}
