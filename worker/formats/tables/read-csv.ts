// The table read back from CSV, RFC 4180: a row is what the header names, with empty cells for what nobody has said.

import type { ProposedChanges } from '../../../schema/record/submission.ts'
import { COUNTED, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { plainCell } from './csv.ts'

export type CsvRow = ReadonlyMap<string, string>

/** A cell with its quotes or without, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/** The rows of a text; undefined where a quote is not closed or stands where none may. */
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

const LISTS = ['formats', 'formerUrls', 'cautions', 'derivedFrom', 'origins'] as const
const TEXTS = ['license', 'doi', 'successor'] as const
const WORDS = ['name', 'url', 'organization', 'access', 'status'] as const

/** What a row says of the fields whose columns are there: as text may say it, to be parsed by whoever takes it. */
export function csvFields(row: CsvRow): { readonly [Field in keyof ProposedChanges]?: unknown } {
  const columns = <Name extends string>(names: readonly Name[], read: (cell: string) => unknown) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const cell = row.get(name)
        return cell === undefined ? [] : [[name, read(cell)]]
      }),
    )
  const cells = columns(DATA_TYPE_KEYS, (cell) => cell)
  return {
    ...columns(WORDS, (cell) => cell),
    ...columns(TEXTS, (cell) => cell || null),
    ...columns(LISTS, (cell) => (cell === '' ? [] : cell.split('\n'))),
    ...(Object.keys(cells).length > 0 && { availability: cells }),
    ...(row.has('counts') && { counts: countsOf(row) }),
  }
}

function countsOf(row: CsvRow) {
  const said = [
    ...COUNTED.map((key) => [key, row.get(key) && Number(row.get(key))] as const),
    ['text', row.get('counts')] as const,
    ['asOf', row.get('countsAsOf')] as const,
  ].filter(([, value]) => value !== undefined && value !== '')
  return said.length === 0 ? null : Object.fromEntries(said)
}
