// The local database: migrated, and with a maintainer in it, so that what is sent in can be reviewed at once.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.ts'
import { MAINTAINER } from './people.ts'
import { ROOT, wrangler } from './wrangler.ts'

/** Where wrangler has local databases unless it is told otherwise. */
const USUAL_STATE = join(ROOT, '.wrangler/state')

/** Where in it the databases are: who deletes them deletes the notes beside them. */
const DATABASES = 'v3/d1'

export const persisting = (persistTo: string | undefined) => (persistTo ? ['--persist-to', persistTo] : [])

/** Applies what is missing. */
export const migrate = (persistTo?: string): Promise<void> =>
  once(
    { note: 'migrated', wanted: fingerprint(), failure: 'The local database could not be migrated' },
    ['migrations', 'apply', 'DB', '--local'],
    persistTo,
  )

/** Not a second time: a maintainer who was removed since stays removed. */
export const appointMaintainer = (persistTo?: string): Promise<void> =>
  once(
    {
      note: 'appointed',
      wanted: MAINTAINER.id,
      failure: 'The local registry could not be given a maintainer',
    },
    ['execute', 'DB', '--local', '--command', APPOINTING],
    persistTo,
  )

const NOW = `strftime('%Y-%m-%dT%H:%M:%fZ')`
const APPOINTING = `
  insert into people (discord_id, name, created_at) values ('${MAINTAINER.id}', '${MAINTAINER.globalName}', ${NOW})
    on conflict do nothing;
  insert into maintainers (person_id, added_at) select id, ${NOW} from people where discord_id = '${MAINTAINER.id}'
    on conflict do nothing;`

interface Once {
  /** The file that says that it is done. */
  readonly note: string
  readonly wanted: string
  readonly failure: string
}

/** Asking wrangler takes two seconds, so a note says when there is nothing to ask. */
async function once({ note, wanted, failure }: Once, args: readonly string[], persistTo?: string) {
  const file = join(persistTo ?? USUAL_STATE, DATABASES, note)
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return
  const run = wrangler(['d1', ...args, ...persisting(persistTo)])
  const code = await run.exited
  await run.stop()
  if (code !== 0) throw new Failure(`${failure}. Wrangler says:\n\n${run.output()}`)
  writeFileSync(file, wanted)
}

/** Changes with every migration, and with wrangler.toml, which names the database. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'wrangler.toml')))
  const folder = join(ROOT, 'schema/migrations')
  for (const name of readdirSync(folder).sort())
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}
