// `npm run restore`: a backup into a registry that nobody has used yet.

import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { type BackupHead, backupLines, migrationsOf } from '../registry/backup/back-up.ts'
import { countOwnRows, restore } from '../registry/backup/restore.ts'
import { checkBackup, count, endOf, newTally, rowsOf } from './backup-file.ts'
import { type WithDatabase, withDatabase } from './database.ts'
import { readCommandLine, WHERE_FLAGS, WHERE_HELP } from './where.ts'

const HELP = `npm run restore -- <file> [--local | --remote] [--persist-to DIR]

  Puts a file of npm run backup into a registry that nobody has used yet, in place of the releases that it
  began with. First it checks the whole file, and last that the registry gives the same file again. A restore
  that broke off can be run again. Messages that waited to be sent are sent then.

${WHERE_HELP}`

/** The lines that it prints. @throws Failure with what a person can act on. */
export async function restoreFile(
  typed: readonly string[],
  withDatabase: WithDatabase,
): Promise<readonly string[]> {
  const { isHelp, where, positionals } = readCommandLine(typed, HELP)
  const [file, extra] = positionals
  if (isHelp || file === undefined) return [HELP]
  if (extra !== undefined) throw new Failure(`restore takes one file, and here is “${extra}” too.`)
  const { head, end } = await checkBackup(file)
  return withDatabase(where, async (database) => {
    await refuseUnfit(database, head)
    await restore(database, head, rowsOf(file, end))
    const again = newTally()
    for await (const line of backupLines(database, head.takenAt)) count(again, line)
    if (endOf(again).sha256 !== end.sha256)
      throw new Failure(
        'All rows were written, but the registry differs from the file: someone wrote to it meanwhile. Restore into a new one.',
      )
    return [`The registry is as it was at ${head.takenAt}: ${end.lines - 1} rows, and the same checksum.`]
  })
}

async function refuseUnfit(database: D1Database, { migrations }: BackupHead): Promise<void> {
  const here = await migrationsOf(database)
  if (here.join() !== migrations.join())
    throw new Failure(
      `The file was made with the migrations up to ${migrations.at(-1)}, and this registry has those up to ${here.at(-1)}. Restore with the version of the code that made the file; then npm run db:migrate or npm run deploy of a later one upgrades it.`,
    )
  const own = await countOwnRows(database)
  if (own.length > 0)
    throw new Failure(
      `This registry is in use: it has rows in ${own.map(({ table, rows }) => `${table} (${rows})`).join(', ')}. Restore into a new one; nothing was changed.`,
    )
}

if (import.meta.main)
  try {
    refuseKeptByNpm(WHERE_FLAGS, process.env)
    for (const line of await restoreFile(process.argv.slice(2), withDatabase)) console.log(line)
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
