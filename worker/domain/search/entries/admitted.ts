// Which entries a filter admits: few operations on sets, whatever it asks.

import {
  type Measure,
  RANGE_FILTER_NAMES,
  RANGE_FILTERS,
  VALUE_FILTER_NAMES,
} from '../../../../schema/record/filters.ts'
import { BY_CERTAINTY, type CellFilter } from '../../../../schema/record/values/cells.ts'
import type { ResourceFilter } from '../../../../schema/verbs/resources.ts'
import {
  type Availability,
  DATA_TYPE_KEYS,
  type DataTypeKey,
  ENDED_STATUSES,
  type ResourceStatus,
} from '../../../../schema/vocabulary.ts'
import type { Condition } from '../resource-filter.ts'
import { type Bits, BLOCK, bitsOfAll, minus, placesIn, setBit } from './bits.ts'
import { type Entries, placesOf } from './block.ts'
import { placesChanged } from './orders.ts'
import { bitsAt, bitsOfNone, bitsWith, positionOf, type Table, tableOf } from './table.ts'

/** A condition that a filter has, and the places that meet it. Each data type is one of its own. */
export interface Part {
  readonly of: DataTypeKey | Condition | 'numbers'
  readonly bits: Bits
}

const withAny = (table: Table, name: string, some: readonly string[]): Bits =>
  bitsWith(table, name, (value) => some.includes(value))

export const listedBits = (table: Table): Bits =>
  bitsWith(table, 'status', (status) => status !== ('removed' satisfies ResourceStatus))

/** Listed or removed. */
export const bitsOfAllPlaces = (table: Table): Bits => bitsWith(table, 'status', () => true)

/** Identifiers are the same in any case. */
function licensed(table: Table, licenses: readonly string[]): Bits {
  const wanted = new Set(licenses.map((license) => license.toLowerCase()))
  return bitsWith(table, 'license', (license) => wanted.has(license.toLowerCase()))
}

/** Those whose number, as `sortColumn` writes it, is within bounds, both included. */
function between(table: Table, measure: Measure, least: number, most: number): Bits {
  const bits = bitsOfNone(table)
  for (const [slot, block] of table.blocks.entries()) {
    const { [measure]: column } = block.measures
    for (const place of placesOf(block)) {
      const number = column[place] ?? 1
      if (number >= least && number <= most) setBit(bits, slot * BLOCK + place)
    }
  }
  return bits
}

/** What a filter asks, without when something changed. What was removed is only in what asks for it. */
export function partsOf(table: Table, filter: ResourceFilter): [Part, ...Part[]] {
  const { cells = {}, statuses, values = {}, ranges = {}, licenses } = filter
  const status = statuses ? withAny(table, 'status', statuses) : listedBits(table)
  const parts: [Part, ...Part[]] = [{ of: 'status', bits: status }]
  for (const key of DATA_TYPE_KEYS) {
    const { [key]: some } = cells
    if (some) parts.push({ of: key, bits: withAny(table, key, some) })
  }
  for (const name of VALUE_FILTER_NAMES) {
    const { [name]: some } = values
    if (some) parts.push({ of: name, bits: withAny(table, name, some) })
  }
  if (licenses) parts.push({ of: 'license', bits: licensed(table, licenses) })
  for (const name of RANGE_FILTER_NAMES) {
    const { [name]: edge } = ranges
    if (edge === undefined) continue
    const { measure, bound } = RANGE_FILTERS[name]
    const bounds = bound === 'least' ? ([Number.NEGATIVE_INFINITY, -edge] as const) : ([-edge, 0] as const)
    parts.push({ of: 'numbers', bits: between(table, measure, ...bounds) })
  }
  return parts
}

/** What a filter admits. */
export function admittedBits(table: Table, filter: ResourceFilter): Bits {
  const { changedFrom, changedUntil } = filter
  const [status, ...others] = partsOf(table, filter)
  const changed =
    changedFrom === undefined && changedUntil === undefined
      ? []
      : [bitsChanged(table, changedFrom, changedUntil)]
  return bitsOfAll([status.bits, ...others.map(({ bits }) => bits), ...changed])
}

function bitsChanged(table: Table, from?: string, until?: string): Bits {
  const bits = bitsOfNone(table)
  for (const [slot, block] of table.blocks.entries())
    for (const place of placesChanged(block, from, until)) setBit(bits, slot * BLOCK + place)
  return bits
}

/** What a filter admits of a data type, the certain first. */
const byCertainty = (values: readonly Availability[]): readonly Availability[] =>
  BY_CERTAINTY.filter((value) => values.includes(value))

/** How many groups of `certaintyOf` a filter has. */
export function groupsIn(cells: CellFilter): number {
  const lengths = DATA_TYPE_KEYS.flatMap((key) => (cells[key] ? [byCertainty(cells[key]).length] : []))
  return lengths.includes(0) ? 1 : Math.max(1, ...lengths)
}

/** Those of some places that are in a group of `certaintyOf`. */
export function bitsOfGroup(table: Table, bits: Bits, cells: CellFilter, group: number): Bits {
  const upTo = (last: number) => {
    const best = DATA_TYPE_KEYS.flatMap((key) => {
      const { [key]: values } = cells
      return values ? [withAny(table, key, byCertainty(values).slice(0, last + 1))] : []
    })
    return bitsOfAll([bits, ...best])
  }
  return group === 0 ? upTo(0) : minus(upTo(group), upTo(group - 1))
}

/** Those whose resource has ended. */
export const endedBits = (table: Table): Bits => withAny(table, 'status', ENDED_STATUSES)

/** Those of some positions whose entries a filter admits. */
export function admittedPositions(
  entries: Entries,
  filter: ResourceFilter,
  positions: readonly number[],
): Set<number> {
  const table = tableOf(entries)
  const bits = bitsOfAll([bitsAt(table, positions), admittedBits(table, filter)])
  return new Set(placesIn(bits).map((place) => positionOf(table, place)))
}
