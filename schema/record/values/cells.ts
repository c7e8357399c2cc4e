// The row of cells as one number, which is what lists are filtered and counted by.

import { once } from '../../once.ts'
import { AVAILABILITY, type Availability, DATA_TYPES, type DataTypeKey } from '../../vocabulary.ts'
import type { AvailabilityRow } from './availability.ts'

/** The data types that must hold one of the named values; the others are free. */
export type CellFilter = { readonly [Key in DataTypeKey]?: readonly Availability[] }

/**
 * A code is a number in base 3, and the first data type its lowest digit. Unknown is 0: so a data type that is added at
 * the end of the list is unknown in every code that was stored before, and no stored code changes.
 */
const DIGIT = { unknown: 0, yes: 1, no: 2 } as const satisfies Record<Availability, number>

const BASE = AVAILABILITY.length
const BY_DIGIT = [...AVAILABILITY].sort((a, b) => DIGIT[a] - DIGIT[b])

/** How many rows of cells there can be: 729 of six data types. */
export const ALL_CODES = BASE ** DATA_TYPES.length

/** The code of a row of cells, 0 (all unknown) to `ALL_CODES` - 1. */
export function cellsCode(row: AvailabilityRow): number {
  return DATA_TYPES.reduce((code, type, i) => code + DIGIT[row[type.key]] * BASE ** i, 0)
}

/** The row of cells that a code stands for. */
export function cellsRow(code: number): AvailabilityRow {
  return rowOf((_, i) => BY_DIGIT[Math.floor(code / BASE ** i) % BASE])
}

/** A row with other cells laid over it; a cell that neither has is unknown. */
export function withCells(
  row: { readonly [Key in DataTypeKey]?: Availability | undefined },
  cells: { readonly [Key in DataTypeKey]?: Availability | undefined } = {},
): AvailabilityRow {
  return rowOf((key) => cells[key] ?? row[key])
}

/** The cast holds because every data type gets a cell. */
function rowOf(cell: (key: DataTypeKey, i: number) => Availability | undefined): AvailabilityRow {
  return Object.fromEntries(
    DATA_TYPES.map(({ key }, i) => [key, cell(key, i) ?? 'unknown']),
  ) as AvailabilityRow
}

const rows = once(() => Array.from({ length: ALL_CODES }, (_, code) => cellsRow(code)))

/** Whether a row of cells holds, for every data type that the filter names, one of the values named. */
export function admits(filter: CellFilter, row: AvailabilityRow): boolean {
  return DATA_TYPES.every((type) => filter[type.key]?.includes(row[type.key]) ?? true)
}

/** From what is certain to what is certainly not. */
export const BY_CERTAINTY = ['yes', 'unknown', 'no'] as const satisfies readonly Availability[]

/**
 * The group of a row in the order `certain`: 0 where each data type of the filter has the best value that the filter
 * admits, otherwise how far the farthest is from it. Of yes and unknown: 0 is yes throughout, 1 has something unknown.
 */
export const certaintyOf = (filter: CellFilter, row: AvailabilityRow): number =>
  Math.max(
    0,
    ...DATA_TYPES.map(({ key }) => {
      const values = filter[key]
      return values ? BY_CERTAINTY.filter((value) => values.includes(value)).indexOf(row[key]) : 0
    }),
  )

/** The codes that a filter admits, by group of `certaintyOf`; the empty filter admits all, in one group. */
export function admittedGroups(filter: CellFilter): readonly (readonly number[])[] {
  const groups: number[][] = [[]]
  for (const [code, row] of rows().entries()) {
    if (!admits(filter, row)) continue
    const group = certaintyOf(filter, row)
    while (groups.length <= group) groups.push([])
    groups[group]?.push(code)
  }
  return groups
}
