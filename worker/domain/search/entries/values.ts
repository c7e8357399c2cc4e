// The values by which entries are filtered and counted, as numbers: the same in all blocks, given as values are met.

import { filterTag } from '../../../../schema/record/filters.ts'
import { ALL_CODES, cellsRow } from '../../../../schema/record/values/cells.ts'
import { DATA_TYPE_KEYS } from '../../../../schema/vocabulary.ts'

/** A value of a data type, of a filter, of `status`, of `license`; or `stated`, with the name of a field that is sought. */
export interface Value {
  readonly number: number
  readonly name: string
  readonly value: string
}

const numbers = new Map<string, number>()
const byName = new Map<string, Value[]>()
const byNumber: Value[] = []

/** The number of a value by its tag. */
export function numberOfTag(tag: string): number {
  const known = numbers.get(tag)
  if (known !== undefined) return known
  const [name = ''] = tag.split('=', 1)
  const value = { number: byNumber.length, name, value: tag.slice(name.length + 1) }
  const others = byName.get(name)
  if (others) others.push(value)
  else byName.set(name, [value])
  byNumber.push(value)
  numbers.set(tag, value.number)
  return value.number
}

/** All values of a name that were met. */
export const valuesOf = (name: string): readonly Value[] => byName.get(name) ?? []

export const valueNumbered = (number: number): Value | undefined => byNumber[number]

const CELLS = Array.from({ length: ALL_CODES }, (_, code) => {
  const row = cellsRow(code)
  return {
    numbers: DATA_TYPE_KEYS.map((key) => numberOfTag(filterTag(key, row[key]))),
    unknown: DATA_TYPE_KEYS.filter((key) => row[key] === 'unknown').length,
  }
})

/** The numbers of the values of a row of cells by its code, and how many of them are unknown. */
export const cellsOf = (code: number): (typeof CELLS)[number] => CELLS[code] ?? { numbers: [], unknown: 0 }
