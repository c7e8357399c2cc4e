// A release as SQL.

import { Failure } from '../../../bot/cli/failure.ts'
import type { ReleaseFile } from './release-file.ts'
import { createNumbering, type Row, TABLES, type Value } from './rows.ts'

/** The last of these releases as a migration; those before it say what is there already. */
export function releaseMigration(releases: readonly ReleaseFile[]): string {
  const numbering = createNumbering()
  const added = releases.map((file) => ({ file, rows: numbering.add(file), through: numbering.sequence() }))
  const [latest, before] = added.reverse()
  if (!latest) throw new Failure('There is no release to write.')
  const { version, releasedOn, ...head } = latest.file.release
  const release = { version, ...head, released_on: releasedOn, through_sequence: latest.through }
  const key = [version, releasedOn, latest.through].map(literal).join(', ')
  const isNext = before && `(SELECT max(sequence) FROM changes) = ${before.through}`
  const isHere =
    before && `EXISTS (SELECT 1 FROM releases WHERE (version, released_on, through_sequence) = (${key}))`
  return [
    `-- Release ${version}, written by \`npm run db:release -- schema/survey/${version}.json\`.${before ? LEFT_ALONE : ''}\n` +
      insert('releases', [release], isNext),
    ...TABLES.flatMap((table) => chunks(latest.rows[table]).map((rows) => insert(table, rows, isHere))),
  ].join('\n--> statement-breakpoint\n')
}

const LEFT_ALONE = `
-- A registry in which anything was changed or sent in since the release before is left as it is: \`npm run import\` takes
-- the same file.`

/** D1 takes 100,000 bytes a statement. */
const MOST_BYTES = 80_000

function chunks(rows: readonly Row[]): Row[][] {
  const all: Row[][] = []
  let room = 0
  for (const row of rows) {
    const bytes = Buffer.byteLength(JSON.stringify(row))
    if (bytes > room) {
      all.push([])
      room = MOST_BYTES
    }
    all.at(-1)?.push(row)
    room -= bytes
  }
  return all
}

/** A column that no row fills is left out: so one that is added later changes no release before it. */
function insert(table: string, rows: readonly Row[], condition?: string): string {
  const names = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => row[name] !== null))
  const values = rows.map((row) => `\t(${names.map((name) => literal(row[name] ?? null)).join(', ')})`)
  const into = `INSERT INTO \`${table}\` (${names.join(', ')})`
  return condition
    ? `${into} SELECT * FROM (VALUES\n${values.join(',\n')}\n) WHERE ${condition};`
    : `${into} VALUES\n${values.join(',\n')};`
}

function literal(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  return `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`
}
