// The records in a JSON value: of a page, of a list, by their slugs, or as jq, pandas and PowerShell lay out a table.

import { fieldOf, isListKind, PROPOSABLE } from '../../../schema/record/field-keys.ts'
import { isTableColumn, knownColumn, type TableRow } from './table.ts'

export type Json = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: unknown) => typeof value !== 'object' || value === null
const hasSlug = (value: unknown) => isObject(value) && 'slug' in value

/** The records of a value; what is none stays as it is. */
export function recordsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value))
    return value.length > 1 && value.every(isPlain) ? [value] : value.flatMap(recordsIn)
  if (!isObject(value)) return [value]
  // `to_json()` of pandas has the values of each column by the number of the row.
  if (isObject(value.slug))
    return Object.keys(value.slug).map((row) =>
      Object.fromEntries(
        Object.entries(value).map(([column, cells]) => [column, isObject(cells) ? cells[row] : undefined]),
      ),
    )
  if ('slug' in value) return [value]
  const { items, columns, data, key, value: inner } = value
  if (Array.isArray(items)) return items
  if (isObject(items)) return [items]
  if (Array.isArray(columns) && Array.isArray(data))
    return data.map((row) => Object.fromEntries(columns.map((column, i) => [String(column), row?.[i]])))
  // `to_entries` of jq.
  if (key !== undefined && hasSlug(inner)) return [inner]
  // A list as Windows PowerShell writes it has a `Count` beside it, one of pandas a `schema`.
  const lists = Object.values(value).filter((one) => Array.isArray(one) && one.some(hasSlug))
  if (lists.length === 1) return lists[0] as readonly unknown[]
  const values = Object.values(value)
  return values.length > 0 && values.every(hasSlug) ? values : [value]
}

/** With what `json_normalize` of pandas calls `counts.images` in its object again. It has a null for a size that is not known. */
export function nested(record: Json): Json {
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) {
    const [outer = '', inner] = key.split('.')
    if (inner === undefined) result[key] = value ?? result[key] ?? null
    else if (value !== null || outer !== 'counts')
      result[outer] = { ...(isObject(result[outer]) && result[outer]), [inner]: value }
  }
  return result
}

/** The row that a record was where a program has made JSON of our table; undefined where it was none. */
export function rowIn(record: Json): TableRow | undefined {
  const entries = Object.entries(record)
  const isRow =
    entries.every(([, value]) => isPlain(value)) &&
    entries.some(([key, value]) => isTableColumn(key) || (isList(key) && typeof value === 'string'))
  return isRow ? new Map(entries.map(([key, value]) => [knownColumn(key), String(value ?? '')])) : undefined
}

const isList = (key: string) =>
  PROPOSABLE.some((proposable) => proposable === key && isListKind(fieldOf(proposable).kind))
