// Puts a backup into a registry that nobody has used yet, in place of what migrations put there.

import type { D1Like } from '../database.ts'
import type { BackupHead, BackupRow } from './back-up.ts'
import { allTables, baseTables, NUMBERS } from './tables.ts'

/** There from the first write of a restore to its last: such a database may be restored again. */
const MARK = 'restore_in_progress'

/** D1 takes a parameter of 2 MB. A row of `versions` causes hundreds more by triggers, and a query may take 30 seconds. */
const MAX_CHARACTERS = 200_000
const MAX_ROWS = 100

/** How many rows each table has that migrations did not fill; nothing where a restore broke off. */
export async function countOwnRows(
  d1: D1Like,
): Promise<readonly { readonly table: string; readonly rows: number }[]> {
  const { results } = await d1.prepare(`select name from sqlite_master where name = '${MARK}'`).all()
  if (results.length > 0) return []
  const counts = baseTables()
    .filter(({ isReleased }) => !isReleased)
    .map(({ name }) => `select '${name}' as "table", count(*) as rows from "${name}"`)
  const byPeople = `select 'changes' as "table", count(*) as rows from changes
    where subject <> 'resource' or submission_id is not null or person_id is not null`
  const counted = await d1.batch<{ table: string; rows: number }>(
    [...counts, byPeople].map((query) => d1.prepare(query)),
  )
  return counted.flatMap(({ results }) => results).filter(({ rows }) => rows > 0)
}

/** Empties the registry in one transaction, without the triggers that forbid it. */
async function empty(d1: D1Like): Promise<void> {
  const { results: triggers } = await d1
    .prepare(`select name, sql from sqlite_master where type = 'trigger' and sql like '%BEFORE DELETE%'`)
    .all<{ name: string; sql: string }>()
  await d1.batch(
    [
      'pragma defer_foreign_keys = on',
      `create table if not exists ${MARK} (restored integer)`,
      ...triggers.map(({ name }) => `drop trigger "${name}"`),
      ...allTables().map((name) => `delete from "${name}"`),
      'delete from search',
      ...triggers.map(({ sql }) => sql),
    ].map((query) => d1.prepare(query)),
  )
}

/** The caller has checked the file and that the registry is unused. Rows come in the order of the file. */
export async function restore(
  d1: D1Like,
  { columns }: BackupHead,
  rows: AsyncIterable<BackupRow> | Iterable<BackupRow>,
): Promise<void> {
  await empty(d1)
  let chunk: BackupRow[] = []
  let room = MAX_CHARACTERS
  const insert = async () => {
    if (chunk.length > 0) await d1.batch(insertChunk(d1, columns, chunk))
    chunk = []
    room = MAX_CHARACTERS
  }
  for await (const row of rows) {
    const size = JSON.stringify(row).length
    if (chunk.length >= MAX_ROWS || size > room || chunk[0]?.[0] !== row[0]) await insert()
    chunk.push(row)
    room -= size
  }
  await insert()
  await d1.batch([d1.prepare(`drop table ${MARK}`)])
}

function insertChunk(d1: D1Like, columns: BackupHead['columns'], chunk: readonly BackupRow[]) {
  const table = chunk[0]?.[0] ?? ''
  const names = columns[table] ?? []
  const values = names.map((_, i) => `value ->> '$[${i + 1}]'`)
  // Inserted rows have numbered their tables: the numbers of the file come in place of these.
  const before = table === NUMBERS.name ? [d1.prepare(`delete from ${NUMBERS.name}`)] : []
  return [
    ...before,
    d1
      .prepare(
        `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')})
         select ${values.join(', ')} from json_each(?) order by key`,
      )
      .bind(JSON.stringify(chunk)),
  ]
}
