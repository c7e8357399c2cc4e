// Reads a table as our CSV, or as a spreadsheet program or PowerShell has saved it: separated by commas, semicolons, tabs
// or bars, with any line ends, and with lines above the header that only those programs need.

import { fieldOf, PROPOSABLE, type ProposableKey } from '../../../schema/record/field-keys.ts'
import type { ProposedChanges } from '../../../schema/record/submission.ts'
import { versionOf } from '../../../schema/record/values/versions.ts'
import { pastedReferences } from '../../../schema/record/works/pasted-references.ts'
import type { Reference } from '../../../schema/record/works/reference.ts'
import { REFUSALS, sentenceIn } from '../../../schema/refusals.ts'
import { COUNTED, DATA_TYPE_KEYS, USES } from '../../../schema/vocabulary.ts'
import { plainCell } from '../../formats/tables/csv.ts'
import { choiceOf, isoDateOf, wholeNumber } from './cells.ts'
import { Unreadable } from './unreadable.ts'

export type TableRow = ReadonlyMap<string, string>

/** A row by its columns, or why it has none. `line` is where it begins, counted from 1. */
export type TableLine =
  | { readonly line: number; readonly row: TableRow }
  | { readonly line: number; readonly problem: string }

const SEPARATORS = [',', ';', '\t', '|']
const SEPARATOR_LINE = /^"?sep=(.)"?[,;\t|]*(?:\r\n|\r|\n)/i
const TYPE_LINE = /^"?#TYPE [^\r\n]*(?:\r\n|\r|\n)/
const EMPTY_LINE = /^[\s",;|]*?(?:\r\n|\r|\n)/

/** The columns that no row is without: a row that ends before them was cut off. */
const NEVER_EMPTY = [
  'slug',
  'name',
  'url',
  'organization',
  ...DATA_TYPE_KEYS,
  'status',
  'version',
  'updatedAt',
]

/** The rows below the header. Rows without any text are left out. Throws `Unreadable` without a column `slug`. */
export function readTable(text: string): readonly TableLine[] {
  const { start, separator } = startOf(text)
  const readRow = rowReader(text, separator ?? separatorIn(text, start))
  const first = readRow(start)
  if ('problem' in first) throw new Unreadable(`The first line cannot be read: ${first.problem}.`)
  const header = first.cells.map((name) => name.trim())
  refuseHeader(header)
  const lines: TableLine[] = []
  let line = 1 + lineEndsIn(text.slice(0, first.end))
  for (let at = first.end; at < text.length; ) {
    const read = readRow(at)
    if ('problem' in read) lines.push({ line, problem: read.problem })
    else if (read.cells.some((cell) => cell.trim() !== '')) lines.push({ line, ...rowOf(header, read.cells) })
    line += lineEndsIn(text.slice(at, read.end))
    at = read.end
  }
  return lines
}

const LINE_END = /\r\n|\r|\n/
const lineEndsIn = (text: string) => text.split(LINE_END).length - 1

/** Where the header begins, and the separator if a line above says it (as Excel reads `sep=;`). */
function startOf(text: string): { readonly start: number; readonly separator: string | undefined } {
  let start = 0
  let separator: string | undefined
  for (;;) {
    const rest = text.slice(start)
    const named = SEPARATOR_LINE.exec(rest)
    separator = named?.[1] ?? separator
    const skipped = named ?? TYPE_LINE.exec(rest) ?? EMPTY_LINE.exec(rest)
    if (!skipped) return { start: belowTitle(text, start), separator }
    start += skipped[0].length
  }
}

const HAS_SLUG = /(^|[,;\t|])"?slug"? *([,;\t|\r\n]|$)/
const TITLE_LINES = 5

/** Numbers writes the name of a table above its header. */
function belowTitle(text: string, start: number): number {
  for (let at = start, line = 0; line < TITLE_LINES && at < text.length; line++) {
    const next = at + lengthOfLine(text.slice(at))
    if (HAS_SLUG.test(text.slice(at, next))) return at
    at = next
  }
  return start
}

/** The separator by which the header has the most columns of ours; a comma where it has one column. */
function separatorIn(text: string, start: number): string {
  const columnsBy = (separator: string) => {
    const header = rowReader(text, separator)(start)
    return 'cells' in header ? header.cells.filter((name) => KNOWN.has(name.trim())).length : 0
  }
  return SEPARATORS.toSorted((a, b) => columnsBy(b) - columnsBy(a))[0] ?? ','
}

const KNOWN: ReadonlySet<string> = new Set([
  ...NEVER_EMPTY,
  ...PROPOSABLE,
  ...COUNTED,
  'countsAsOf',
  ...USES,
  'useNote',
])

function refuseHeader(header: readonly string[]): void {
  const named = header.filter((name) => name !== '')
  if (!named.includes('slug'))
    throw new Unreadable(`The first line has no column “slug”. It reads: ${named.join(', ').slice(0, 100)}`)
  const repeated = named.find((name, i) => named.indexOf(name) < i)
  if (repeated !== undefined) throw new Unreadable(`The first line has the column “${repeated}” twice.`)
}

function rowOf(header: readonly string[], cells: readonly string[]) {
  const more = cells.slice(header.length)
  if (more.some((cell) => cell.trim() !== ''))
    return {
      problem: `it has ${cells.length} cells, and the first line has ${header.length}: a cell with the separator in it needs quotes`,
    }
  const cut = header.slice(cells.length).find((name) => NEVER_EMPTY.includes(name))
  if (cut !== undefined) return { problem: `it is cut off before the column “${cut}”` }
  // Names are unique but for empty ones, which are no columns.
  return { row: new Map(header.map((name, i) => [name, plainCell(cells[i] ?? '')])) }
}

type Read =
  | { readonly cells: readonly string[]; readonly end: number }
  | { readonly problem: string; readonly end: number }

/**
 * Reads the row that begins at an index (RFC 4180, with other separators and line ends). After a row that cannot be read,
 * the next one begins on the next line.
 */
function rowReader(text: string, separator: string): (start: number) => Read {
  const mark = separator.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
  // A quoted cell, or one without a quote at its start; then the separator, a line end or the end.
  const pattern = `(?:"([^"]*(?:""[^"]*)*)" *|((?!")[^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`
  const nextCell = new RegExp(pattern, 'y')
  return (start) => {
    const cells: string[] = []
    for (let at = start; ; ) {
      nextCell.lastIndex = at
      const found = nextCell.exec(text)
      if (!found) return { problem: problemOf(text.slice(at)), end: start + lengthOfLine(text.slice(start)) }
      const [{ length }, quoted, bare = '', ending] = found
      cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
      at += length
      if (ending !== separator) return { cells, end: at }
    }
  }
}

/** What is wrong with a quoted cell at the beginning of a text. */
function problemOf(text: string): string {
  const isClosed = /^"[^"]*(?:""[^"]*)*"/.test(text)
  const [beginning = ''] = text.slice(0, 30).split(LINE_END)
  return isClosed
    ? `there is text behind the quote that closes ${beginning}`
    : `a quote is not closed, from ${beginning}`
}

function lengthOfLine(text: string): number {
  const end = LINE_END.exec(text)
  return end ? end.index + end[0].length : text.length
}

/** The fields of a row whose columns exist. The caller parses the values. Throws `Unreadable` for a date or a number. */
export function tableFields(row: TableRow): { readonly [Field in keyof ProposedChanges]?: unknown } {
  const cells = DATA_TYPE_KEYS.flatMap((key) => {
    const cell = row.get(key)
    return cell === undefined ? [] : [[key, choiceOf(cell)] as const]
  })
  return {
    ...Object.fromEntries(
      PROPOSABLE.flatMap((key) => {
        const cell = row.get(key)
        return cell === undefined ? [] : valuesOf(key, cell)
      }),
    ),
    ...(cells.length > 0 && { availability: Object.fromEntries(cells) }),
    ...(row.has('counts') && { counts: countsOf(row) }),
    ...(USES.every((key) => row.has(key)) && { use: useIn(row) }),
  }
}

/** A field with the value of its cell; nothing for a field whose columns have other names. */
function valuesOf(key: ProposableKey, cell: string): (readonly [ProposableKey, unknown])[] {
  const field = fieldOf(key)
  switch (field.kind) {
    case 'text':
      return field.writing === 'date'
        ? [[key, inColumn(key, cell, isoDateOf) ?? null]]
        : [[key, field.isRequired ? cell : cell || null]]
    case 'choice':
      return [[key, choiceOf(cell)]]
    case 'choices':
      return [[key, entriesIn(cell).map((entry) => inCaseOf(field.values, entry))]]
    case 'number':
      return [[key, inColumn(key, cell, wholeNumber) ?? null]]
    case 'list':
      return [[key, entriesIn(cell)]]
    case 'versions':
      return [[key, entriesIn(cell).map(versionOf)]]
    case 'references':
      return [[key, referencesIn(cell)]]
    case 'cells':
    case 'counts':
    case 'use':
      return []
  }
}

/** The column has addresses, with spaces between them. */
function referencesIn(cell: string): readonly Reference[] {
  const { references, problems } = pastedReferences(cell.trim().replace(/\s+/g, '\n'), [])
  const [problem] = problems
  if (problem) throw new Unreadable(`references: ${sentenceIn(REFUSALS, problem)}`)
  return references
}

const entriesIn = (cell: string): string[] => cell.split(LINE_END).filter((entry) => entry !== '')

/** A value of a closed list in the case that the list has. */
const inCaseOf = (values: readonly string[], entry: string): string =>
  values.find((value) => value.toLowerCase() === entry.trim().toLowerCase()) ?? entry

const useIn = (row: TableRow) => ({
  ...Object.fromEntries(USES.map((key) => [key, choiceOf(row.get(key) ?? '') || 'unknown'])),
  note: row.get('useNote') || null,
})

function countsOf(row: TableRow) {
  const entries = [
    ...COUNTED.map((key) => [key, inColumn(key, row.get(key), wholeNumber)] as const),
    ['text', row.get('counts')] as const,
    ['asOf', inColumn('countsAsOf', row.get('countsAsOf'), isoDateOf)] as const,
  ].filter(([, value]) => value !== undefined && value !== '')
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

/** The value of a cell that is not empty; what is wrong with it is said with its column. */
function inColumn<Value>(
  name: string,
  cell: string | undefined,
  read: (cell: string) => Value,
): Value | undefined {
  if (cell === undefined || cell.trim() === '') return undefined
  try {
    return read(cell)
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(`${name}: ${error.message}`)
    throw error
  }
}
