// The D1 database in the account.

import * as z from 'zod/mini'
import { json } from './json.ts'
import { mustRun, type Run } from './run.ts'

/** Of `wrangler d1 list --json`. */
const Listed = z.array(z.object({ name: z.string(), uuid: z.string() }))

/** The id of the database of that name, made where there is none. */
export async function databaseOf(run: Run, name: string): Promise<{ id: string; isNew: boolean }> {
  const found = await findDatabase(run, name)
  if (found !== undefined) return { id: found, isNew: false }
  await mustRun(run, ['d1', 'create', name], `The database “${name}” could not be created`)
  // What it prints is a snippet for people: the list is the place to read an id from.
  const made = await findDatabase(run, name)
  if (made === undefined) throw new Error(`The database “${name}” was created and is not listed.`)
  return { id: made, isNew: true }
}

async function findDatabase(run: Run, name: string): Promise<string | undefined> {
  const { stdout } = await mustRun(run, ['d1', 'list', '--json'], 'The databases could not be listed')
  return json(Listed, stdout, 'the databases').find((database) => database.name === name)?.uuid
}

/** Applies what is missing, and gives the names of what was. */
export async function migrateRemotely(run: Run, config: string): Promise<readonly string[]> {
  const { stdout } = await mustRun(
    run,
    ['d1', 'migrations', 'apply', 'DB', '--remote', '--config', config],
    'The database could not be migrated',
    'Each migration is applied whole or not at all: those before it stay, and nothing was deployed.',
  )
  if (stdout.includes('No migrations to apply')) return []
  return [...new Set(stdout.match(/\b\w+\.sql\b/g))]
}
