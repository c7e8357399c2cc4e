// Reads the table back from CSV (RFC 4180). A row has a value for each name of the header; unknown facts are empty.

import { fieldOf, PROPOSABLE, type ProposableKey } from '../../../schema/record/field-keys.ts'
import type { ProposedChanges } from '../../../schema/record/submission.ts'
import { COUNTED, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { plainCell } from './csv.ts'

export type CsvRow = ReadonlyMap<string, string>

/** A quoted or bare cell, and its separator. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/** Undefined where a quote is not closed or is in the wrong place. */
export function csvRows(text: string): readonly CsvRow[] | undefined {
  const cells: string[][] = [[]]
  CELL.lastIndex = 0
  const whole = text.replace(/^\u{feff}/u, '').replace(/\r?\n$/, '')
  for (let end = 0; ; ) {
    CELL.lastIndex = end
    const found = CELL.exec(whole)
    if (!found) return undefined
    const [, quoted, bare = '', ending] = found
    cells.at(-1)?.push(plainCell(quoted === undefined ? bare : quoted.replaceAll('""', '"')))
    end = CELL.lastIndex
    if (ending === '') break
    if (ending !== ',') cells.push([])
  }
  const [header = [], ...rows] = cells
  return rows.map((row) => new Map(header.map((name, i) => [name, row[i] ?? ''])))
}

/** The fields of a row whose columns exist. The values are unchecked; the caller parses them. */
export function csvFields(row: CsvRow): { readonly [Field in keyof ProposedChanges]?: unknown } {
  const cells = DATA_TYPE_KEYS.flatMap((key) => (row.has(key) ? [[key, row.get(key)]] : []))
  return {
    ...Object.fromEntries(
      PROPOSABLE.flatMap((key) => {
        const cell = row.get(key)
        return cell === undefined ? [] : valuesOf(key, cell)
      }),
    ),
    ...(cells.length > 0 && { availability: Object.fromEntries(cells) }),
    ...(row.has('counts') && { counts: countsOf(row) }),
  }
}

/** A field with the value of its cell; nothing for a field whose columns have other names. */
function valuesOf(key: ProposableKey, cell: string): (readonly [ProposableKey, unknown])[] {
  const field = fieldOf(key)
  switch (field.kind) {
    case 'text':
      return [[key, field.isRequired ? cell : cell || null]]
    case 'choice':
      return [[key, cell]]
    case 'list':
      return [[key, cell === '' ? [] : cell.split('\n')]]
    case 'cells':
    case 'counts':
    case 'references':
      return []
  }
}

function countsOf(row: CsvRow) {
  const entries = [
    ...COUNTED.map((key) => [key, row.get(key) && Number(row.get(key))] as const),
    ['text', row.get('counts')] as const,
    ['asOf', row.get('countsAsOf')] as const,
  ].filter(([, value]) => value !== undefined && value !== '')
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
