import { globSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CANDIDATES } from './candidates.ts'

/** Puts candidates into a local database that no Worker has open. */
export function offerCandidates(persistTo: string): void {
  const [file] = globSync(join(persistTo, 'v3/d1/miniflare-D1DatabaseObject/*.sqlite')).filter(
    (name) => !name.endsWith('metadata.sqlite'),
  )
  if (file === undefined) throw new Error(`There is no database in ${persistTo}.`)
  const database = new DatabaseSync(file)
  const insert = database.prepare(`
    insert into candidates (source, url, publisher, found, signs, score, state, found_at, offered_at)
    values (?, ?, ?, ?, ?, ?, 'offered', ?, ?)`)
  const at = '2026-11-23T04:17:00.000Z'
  for (const { source, url, publisher, found, signs, score } of CANDIDATES)
    insert.run(source, url, publisher, JSON.stringify(found), JSON.stringify(signs), score, at, at)
  database.close()
}
