// `npm run backup`: the whole registry as one file.

import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { backupLines, untilWhole, WrittenMeanwhile } from '../registry/backup/back-up.ts'
import { writeBackup } from './backup-file.ts'
import { type WithDatabase, withDatabase } from './database.ts'
import { readCommandLine, WHERE_FLAGS, WHERE_HELP } from './where.ts'

const HELP = `npm run backup -- <file> [--local | --remote] [--persist-to DIR]

  Writes every table into one file of JSON lines: resources with their whole history, submissions, people,
  maintainers, watches, messages to send. The last line is a SHA-256 of all lines before it, as
  head -n -1 <file> | sha256sum prints it. npm run restore puts the file into a new registry.

  The file has names, contacts and private links: keep it as you keep the database.

${WHERE_HELP}`

/** The lines that it prints. @throws Failure with what a person can act on. */
export async function backUp(
  typed: readonly string[],
  withDatabase: WithDatabase,
): Promise<readonly string[]> {
  const { isHelp, where, positionals } = readCommandLine(typed, HELP)
  const [file, extra] = positionals
  if (isHelp || file === undefined) return [HELP]
  if (extra !== undefined) throw new Failure(`backup takes one file, and here is “${extra}” too.`)
  return withDatabase(where, async (database) => {
    const take = () => writeBackup(file, backupLines(database, new Date().toISOString()))
    const { lines, sha256 } = await untilWhole(take).catch((error: unknown) => {
      if (!(error instanceof WrittenMeanwhile)) throw error
      throw new Failure('Someone wrote to the registry at every try. Try again at a quieter time.')
    })
    return [`${file} has ${lines - 1} rows. SHA-256 of its lines: ${sha256}`]
  })
}

if (import.meta.main)
  try {
    refuseKeptByNpm(WHERE_FLAGS, process.env)
    for (const line of await backUp(process.argv.slice(2), withDatabase)) console.log(line)
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
