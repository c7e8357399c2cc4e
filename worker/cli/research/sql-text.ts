// SQL as text, for migrations that are written by a program.

export type Value = string | number | null | object

export function literal(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  return `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`
}

export const insert = (table: string, columns: readonly string[], rows: readonly (readonly Value[])[]) =>
  `INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES\n${rows
    .map((row) => `\t(${row.map(literal).join(', ')})`)
    .join(',\n')};`

export const BETWEEN = '\n--> statement-breakpoint\n'
