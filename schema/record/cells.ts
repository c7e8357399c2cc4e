import { AVAILABILITY, type Availability, DATA_TYPES, type DataTypeKey } from '../vocabulary.ts'
import type { AvailabilityRow } from './availability.ts'

/** The data types that must hold one of the named values; the others are free. */
export type CellFilter = { readonly [Key in DataTypeKey]?: readonly Availability[] }

const BASE = AVAILABILITY.length
/** How many rows of cells there can be: 729. */
export const ALL_CODES = BASE ** DATA_TYPES.length

/** The row of cells as one number, 0 to 728, first data type highest: the column `cells`, which a CHECK holds to it. */
export function cellsCode(row: AvailabilityRow): number {
  return DATA_TYPES.reduce((code, type) => code * BASE + AVAILABILITY.indexOf(row[type.key]), 0)
}

/** The row of cells that a code stands for. */
export function cellsRow(code: number): AvailabilityRow {
  const row: Partial<AvailabilityRow> = {}
  let rest = code
  for (const type of [...DATA_TYPES].reverse()) {
    row[type.key] = AVAILABILITY[rest % BASE] ?? 'unknown'
    rest = Math.floor(rest / BASE)
  }
  return row as AvailabilityRow
}

const ROWS = Array.from({ length: ALL_CODES }, (_, code) => cellsRow(code))

/** Whether a row of cells holds, for every data type that the filter names, one of the values named. */
export function admits(filter: CellFilter, row: AvailabilityRow): boolean {
  return DATA_TYPES.every((type) => filter[type.key]?.includes(row[type.key]) ?? true)
}

/** From what is certain to what is certainly not. */
const BY_CERTAINTY = ['yes', 'unknown', 'no'] as const satisfies readonly Availability[]

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

/** The codes that a filter admits, by group of `certaintyOf`; the empty filter admits all 729, in one group. */
export function admittedGroups(filter: CellFilter): readonly (readonly number[])[] {
  const groups: number[][] = [[]]
  for (const [code, row] of ROWS.entries()) {
    if (!admits(filter, row)) continue
    const group = certaintyOf(filter, row)
    while (groups.length <= group) groups.push([])
    groups[group]?.push(code)
  }
  return groups
}
