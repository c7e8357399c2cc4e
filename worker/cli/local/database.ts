// The local database: migrated, and with a maintainer in it, so that what is sent in can be reviewed at once.

import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../bot/cli/failure.ts'
import { ROOT, wrangler } from './wrangler.ts'

/** Where wrangler has local databases unless it is told otherwise. */
const USUAL_STATE = join(ROOT, '.wrangler/state')

/** Where in it the databases are: who deletes them deletes the notes beside them. */
const DATABASES = 'v3/d1'

export const persisting = (persistTo: string | undefined) => (persistTo ? ['--persist-to', persistTo] : [])

/** Applies what is missing. */
export async function migrate(persistTo?: string): Promise<void> {
  const once = (...args: readonly string[]) =>
    unlessNoted(
      { note: 'migrated', wanted: fingerprint(), failure: 'The local database could not be migrated' },
      args,
      persistTo,
    )
  if (existsSync(join(persistTo ?? USUAL_STATE, DATABASES)))
    return once('migrations', 'apply', 'DB', '--local')
  const scratch = mkdtempSync(join(tmpdir(), 'migrations-'))
  try {
    await once('execute', 'DB', '--local', '--file', allMigrations(scratch))
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** Not a second time: a maintainer who was removed since stays removed. */
export const appointMaintainer = (person: LocalMaintainer, persistTo?: string): Promise<void> =>
  unlessNoted(
    {
      note: 'appointed',
      wanted: person.id,
      failure: 'The local registry could not be given a maintainer',
    },
    ['execute', 'DB', '--local', '--command', appointment(person)],
    persistTo,
  )

/** The person whom the local registry takes for a maintainer: a Discord user id and a name. */
export interface LocalMaintainer {
  readonly id: string
  readonly globalName: string
}

const NOW = `strftime('%Y-%m-%dT%H:%M:%fZ')`
const appointment = ({ id, globalName }: LocalMaintainer) => `
  insert into people (discord_id, name, created_at) values ('${id}', '${globalName}', ${NOW})
    on conflict do nothing;
  insert into maintainers (person_id, added_at) select id, ${NOW} from people where discord_id = '${id}'
    on conflict do nothing;`

interface Noted {
  /** The file that says that it is done. */
  readonly note: string
  readonly wanted: string
  readonly failure: string
}

/** Asking wrangler takes two seconds, so a note says when there is nothing to ask. */
async function unlessNoted({ note, wanted, failure }: Noted, args: readonly string[], persistTo?: string) {
  const file = join(persistTo ?? USUAL_STATE, DATABASES, note)
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return
  const run = wrangler(['d1', ...args, ...persisting(persistTo)])
  const code = await run.exited
  await run.stop()
  if (code !== 0) throw new Failure(`${failure}. Wrangler says:\n\n${run.output()}`)
  writeFileSync(file, wanted)
}

/** Where wrangler notes which migrations were applied (D1, "Migrations"). */
const APPLIED = `
  create table d1_migrations (
    id integer primary key autoincrement,
    name text unique,
    applied_at timestamp default current_timestamp not null
  );`

/**
 * For a database that is new: all of them at once, noted as wrangler would. It starts all anew for each that it applies,
 * a second of waiting before anything can be tried.
 */
function allMigrations(folder: string): string {
  const noted = (name: string) => `insert into d1_migrations (name) values ('${name}');`
  const file = join(folder, 'all.sql')
  const each = migrations().map(({ name, sql }) => `${sql};\n${noted(name)}`)
  writeFileSync(file, [APPLIED, ...each].join('\n'))
  return file
}

function migrations(): readonly { readonly name: string; readonly sql: string }[] {
  const folder = join(ROOT, 'schema/migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** Changes with every migration, and with wrangler.toml, which names the database. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'wrangler.toml')))
  for (const { name, sql } of migrations()) hash.update(name).update(sql)
  return hash.digest('hex')
}
