import { FIELD_KEYS, fieldOf, type OwnKey } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { versionLine } from '../../../schema/record/values/versions.ts'
import { referenceLink } from '../../../schema/record/works/reference-links.ts'
import { COUNTED, DATA_TYPES, USES } from '../../../schema/vocabulary.ts'
import type { ExportFormat } from '../catalogue.ts'

type Column = readonly [name: string, cell: (resource: Resource) => string | number]

/** A list in one cell, one entry a line. Entries have no line ends. */
const lines = (entries: readonly string[]) => entries.join('\n')

/** The columns of a field. An unknown fact is an empty cell. */
function columnsOf(key: OwnKey): Column[] {
  switch (fieldOf(key).kind) {
    case 'counts':
      return [
        ...COUNTED.map((part): Column => [part, ({ counts }) => counts?.[part] ?? '']),
        ['counts', ({ counts }) => counts?.text ?? ''],
        ['countsAsOf', ({ counts }) => counts?.asOf ?? ''],
      ]
    case 'use':
      return [
        ...USES.map(
          (use): Column => [use, ({ use: allowed }) => (allowed[use] === 'unknown' ? '' : allowed[use])],
        ),
        ['useNote', ({ use }) => use.note ?? ''],
      ]
    case 'versions':
      return [[key, ({ versions }) => lines(versions.map(versionLine))]]
    default:
      return [[key, (resource) => cellOf(resource[key])]]
  }
}

const cellOf = (value: unknown): string => (Array.isArray(value) ? lines(value) : String(value ?? ''))

/** The columns of the survey's table, which come first or last. */
const SURVEY_COLUMNS: readonly string[] = [
  'name',
  'url',
  'organization',
  'availability',
  'status',
  'references',
]

const FACTS = FIELD_KEYS.filter((key): key is OwnKey => !SURVEY_COLUMNS.includes(key)).flatMap(columnsOf)

/** The columns by header name, which is the JSON key. */
const COLUMNS: readonly Column[] = [
  ['slug', ({ slug }) => slug],
  ['name', ({ name }) => name],
  ['url', ({ url }) => url],
  ['organization', ({ organization }) => organization],
  ...DATA_TYPES.map(({ key }) => [key, (resource: Resource) => resource.availability[key]] as const),
  ...FACTS,
  ['status', ({ status }) => status],
  ['position', ({ position }) => position],
  ['version', ({ version }) => version],
  ['updatedAt', ({ updatedAt }) => updatedAt],
  ['references', ({ references }) => references.flatMap((one) => referenceLink(one) ?? []).join(' ')],
]

/** CSV (RFC 4180) with a header, CRLF line ends, in UTF-8 without a byte order mark. */
export const csv: ExportFormat = () => ({
  head: () => line(COLUMNS.map(([name]) => name)),
  row: (resource) => line(COLUMNS.map(([, cell]) => harmlessCell(String(cell(resource))))),
  tail: () => '',
})

/** Excel knows UTF-8 by it. */
export const BYTE_ORDER_MARK = '\u{feff}'

/** The same with a byte order mark. */
export const csvForExcel: ExportFormat = (catalogue) => {
  const writer = csv(catalogue)
  return { ...writer, head: () => `${BYTE_ORDER_MARK}${writer.head()}` }
}

export function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

/** RFC 4180, section 2, rules 6 and 7. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

// The first characters that make a spreadsheet read a formula (OWASP, "CSV Injection" and ASVS 5.0, 1.2.10): signs,
// full-width signs, and control characters that it skips.
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/
const HARMLESS = /^'+[=+\-@\t\r\n\0＝＋－＠]/

/**
 * Puts an apostrophe before a text that a spreadsheet would calculate. A text that already has one there gets another,
 * so that `plainCell` can restore it.
 */
export function harmlessCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The inverse of `harmlessCell`. */
export function plainCell(cell: string): string {
  return HARMLESS.test(cell) ? cell.slice(1) : cell
}
