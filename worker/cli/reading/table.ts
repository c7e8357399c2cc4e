// Reads a table as our CSV, or as a spreadsheet program or PowerShell has saved it: separated by commas, semicolons, tabs
// or bars, with any line ends, and with lines above the header that only those programs need.

import * as z from 'zod/mini'
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

const SEPARATORS = [',', ';', '\t', '|', ' ']
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
  const header = first.cells.map(knownColumn)
  refuseHeader(header, first.cells)
  const rows: { readonly line: number; readonly read: Read }[] = []
  let line = 1 + lineEndsIn(text.slice(0, first.end))
  for (let at = first.end; at < text.length; ) {
    const read = readRow(at)
    if ('problem' in read || read.cells.some((cell) => cell.trim() !== '')) rows.push({ line, read })
    line += lineEndsIn(text.slice(at, read.end))
    at = read.end
  }
  const cells = rows.flatMap(({ read }) => ('cells' in read ? [read.cells] : []))
  const columns = isNumbered(header, cells) ? ['', ...header] : header
  const empty = wordForEmpty(columns, cells)
  return rows.map(({ line, read }) =>
    'problem' in read ? { line, problem: read.problem } : { line, ...rowOf(columns, read, empty) },
  )
}

/** `write.table` of R has the number of each row before it, and no name above that. */
const isNumbered = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.length > 0 &&
  rows.every((cells, i) => cells.length === header.length + 1 && cells[0] === String(i + 1))

const EMPTY = /^(?:NA|N\/A|<NA>|NULL|null|nan|NaN|None|NaT)$/

/**
 * The word that a program has written for an empty cell: R `NA`, pandas what it is asked for. It is one where it stands
 * for a number or a date; NA is a country.
 */
function wordForEmpty(header: readonly string[], rows: readonly (readonly string[])[]): string | undefined {
  const at = header.flatMap((name, i) => (NUMBERS.has(name) ? [i] : []))
  return rows.flatMap((cells) => at.map((i) => cells[i] ?? '')).find((cell) => EMPTY.test(cell))
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

const HAS_SLUG = /(^|[,;\t|])"?slug"? *([,;\t|\r\n]|$)/i
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
    return 'cells' in header ? header.cells.filter((name) => KNOWN.has(knownColumn(name))).length : 0
  }
  // Words of a text, such as “MIT License”, are no columns with a space between them.
  const most = Math.max(...SEPARATORS.map(columnsBy))
  return most < 2 ? ',' : (SEPARATORS.find((separator) => columnsBy(separator) === most) ?? ',')
}

const KNOWN: ReadonlySet<string> = new Set([
  ...NEVER_EMPTY,
  ...PROPOSABLE,
  ...COUNTED,
  'countsAsOf',
  ...USES,
  'useNote',
])

const NUMBERS: ReadonlySet<string> = new Set([
  ...PROPOSABLE.filter((key) => {
    const field = fieldOf(key)
    return field.kind === 'number' || (field.kind === 'text' && field.writing === 'date')
  }),
  ...COUNTED,
  'countsAsOf',
])

const TABLE_ALONE: ReadonlySet<string> = new Set([
  ...DATA_TYPE_KEYS,
  ...COUNTED,
  ...USES,
  'countsAsOf',
  'useNote',
])
/** Whether only a table has a value of this name by itself: a record has it inside another. */
export const isTableColumn = (name: string): boolean => TABLE_ALONE.has(knownColumn(name))

const COUNTS = [...COUNTED, 'counts', 'countsAsOf']

const lettersOf = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '')
const BY_LETTERS: ReadonlyMap<string, string> = new Map([
  ...[...KNOWN].map((name) => [lettersOf(name), name] as const),
  ...[...DATA_TYPE_KEYS.map((key) => `availability.${key}`), ...COUNTED.map((key) => `counts.${key}`)].map(
    (name) => [lettersOf(name), name.replace(/^.*\./, '')] as const,
  ),
  ...USES.map((key) => [`use.${key}`, key] as const),
  ...Object.entries({ 'counts.text': 'counts', 'counts.asof': 'countsAsOf', 'use.note': 'useNote' }),
])

/** A column as we call it, whatever a program has made of its capitals, or of an object that it took apart. */
export const knownColumn = (name: string): string => BY_LETTERS.get(lettersOf(name)) ?? name.trim()

function refuseHeader(header: readonly string[], written: readonly string[]): void {
  const named = header.filter((name) => name !== '')
  if (!named.includes('slug')) {
    const read = written.map((name) => name.trim()).filter((name) => name !== '')
    throw new Unreadable(`The first line has no column “slug”. It reads: ${read.join(', ').slice(0, 100)}`)
  }
  const repeated = named.find((name, i) => named.indexOf(name) < i)
  if (repeated !== undefined) throw new Unreadable(`The first line has the column “${repeated}” twice.`)
}

function rowOf(header: readonly string[], { cells, bare }: ReadRow, empty: string | undefined) {
  const more = cells.slice(header.length)
  if (more.some((cell) => cell.trim() !== ''))
    return {
      problem: `it has ${cells.length} cells, and the first line has ${header.length}: a cell with the separator in it needs quotes`,
    }
  const cut = header.slice(cells.length).find((name) => NEVER_EMPTY.includes(name))
  if (cut !== undefined) return { problem: `it is cut off before the column “${cut}”` }
  if (cells.some((cell, i) => bare.has(i) && cell.includes('\\"')))
    return { problem: 'its quotes have a backslash before them: save it with quotes doubled' }
  const isEmpty = (cell: string, i: number) => cell === empty && bare.has(i)
  // Names are unique but for empty ones, which are no columns.
  return {
    row: new Map(
      header.map((name, i) => [name, isEmpty(cells[i] ?? '', i) ? '' : plainCell(cells[i] ?? '')]),
    ),
  }
}

/** `bare` has the places of the cells without quotes. */
interface ReadRow {
  readonly cells: readonly string[]
  readonly bare: ReadonlySet<number>
  readonly end: number
}

type Read = ReadRow | { readonly problem: string; readonly end: number }

/**
 * Reads the row that begins at an index (RFC 4180, with other separators and line ends). After a row that cannot be read,
 * the next one begins on the next line.
 */
function rowReader(text: string, separator: string): (start: number) => Read {
  const mark = separator.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
  // A quoted cell, or one without a quote at its start; then the separator, a line end or the end.
  const padding = separator === ' ' ? '' : ' *'
  const pattern = `(?:"([^"]*(?:""[^"]*)*)"${padding}|((?!")[^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`
  const nextCell = new RegExp(pattern, 'y')
  return (start) => {
    const cells: string[] = []
    const bareCells = new Set<number>()
    for (let at = start; ; ) {
      nextCell.lastIndex = at
      const found = nextCell.exec(text)
      if (!found) return { problem: problemOf(text.slice(at)), end: start + lengthOfLine(text.slice(start)) }
      const [{ length }, quoted, bare = '', ending] = found
      if (quoted === undefined) bareCells.add(cells.length)
      cells.push(
        quoted === undefined ? (separator === '\t' ? unescaped(bare) : bare) : quoted.replaceAll('""', '"'),
      )
      at += length
      if (ending !== separator) return { cells, bare: bareCells, end: at }
    }
  }
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\' }

/** `@tsv` of jq has no quotes: it escapes what would end a cell. */
const unescaped = (cell: string) => cell.replace(/\\([nrt\\])/g, (_, sign: string) => ESCAPED[sign] ?? sign)

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
    ...(COUNTS.some((name) => row.has(name)) && { counts: countsOf(row) }),
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
  const { references, problems } = pastedReferences(
    entriesIn(cell.trim()).join('\n').replace(/\s+/g, '\n'),
    [],
  )
  const [problem] = problems
  if (problem) throw new Unreadable(`references: ${sentenceIn(REFUSALS, problem)}`)
  return references
}

/** One a line, or a list of JSON. */
const entriesIn = (cell: string): string[] =>
  /^\[\s*(?:(?:["'{]|None\b).*)?\]$/s.test(cell)
    ? printedList(cell)
    : cell.split(LINE_END).filter((entry) => entry !== '')

function printedList(cell: string): string[] {
  const entries = z.array(z.string()).safeParse(jsonOf(cell))
  if (entries.success) return entries.data
  throw new Unreadable(`“${cell.slice(0, 30)}” is a list as a program prints it: write one entry a line`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

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
