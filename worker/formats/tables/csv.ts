import { FIELD_KEYS, fieldOf, type OwnKey } from '../../../schema/record/field-keys.ts'
import { referenceLink } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { COUNTED, DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { ExportFormat } from '../catalogue.ts'

type Column = readonly [name: string, cell: (resource: Resource) => string | number]

/** A list in one cell, an entry a line: none of them has a line end of its own. */
const lines = (entries: readonly string[]) => entries.join('\n')

/** The columns of a field. A fact that no source states is an empty cell. */
function columnsOf(key: OwnKey): Column[] {
  switch (fieldOf(key).kind) {
    case 'counts':
      return [
        ...COUNTED.map((part): Column => [part, ({ counts }) => counts?.[part] ?? '']),
        ['counts', ({ counts }) => counts?.text ?? ''],
        ['countsAsOf', ({ counts }) => counts?.asOf ?? ''],
      ]
    default:
      return [[key, (resource) => cellOf(resource[key])]]
  }
}

const cellOf = (value: unknown): string => (Array.isArray(value) ? lines(value) : String(value ?? ''))

/** These have their place in the survey's table, at its start or at its end. */
const PLACED: readonly string[] = ['name', 'url', 'organization', 'availability', 'status', 'references']

const FACTS = FIELD_KEYS.filter((key): key is OwnKey => !PLACED.includes(key)).flatMap(columnsOf)

/** The columns by their names in the header, which are the keys of the JSON. */
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

/** The table as RFC 4180 has it, in UTF-8 without a byte order mark: a header, a resource a row, lines end in CRLF. */
export const csv: ExportFormat = () => ({
  head: () => line(COLUMNS.map(([name]) => name)),
  row: (resource) => line(COLUMNS.map(([, cell]) => harmlessCell(String(cell(resource))))),
  tail: () => '',
})

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

/** Section 2, rules 6 and 7. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

// What a spreadsheet may take for a formula by its first character, as OWASP lists it ("CSV Injection", and ASVS 5.0,
// 1.2.10): the signs, the same in full width, and control characters that it passes over before it looks.
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/
const HARMLESS = /^'+[=+\-@\t\r\n\0＝＋－＠]/

/**
 * A text that no spreadsheet calculates: a leading apostrophe says that it is one. Who has one already before such a
 * character gets another, so that the apostrophe can be told from the text's own.
 */
export function harmlessCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that `harmlessCell` was given. */
export function plainCell(cell: string): string {
  return HARMLESS.test(cell) ? cell.slice(1) : cell
}
