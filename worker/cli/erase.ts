// `npm run erase`: erases a person.

import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { RegistryError } from '../../schema/errors.ts'
import type { PersonKey } from '../../schema/verbs/erasure.ts'
import { createRegistry } from '../registry/index.ts'
import { type WithDatabase, withDatabase } from './database.ts'
import { readCommandLine, WHERE_FLAGS, WHERE_HELP } from './where.ts'

const HELP = `npm run erase -- <discord-user-id or person number> [--local | --remote] [--persist-to DIR]

  Erases a person: name, account, contact, drafts, watches, sessions, what they wrote to maintainers alone, and
  their name in what others wrote. Submissions and the changes that came of them stay, by nobody. It cannot be
  undone, and reaches neither messages that Discord has nor backups.

${WHERE_HELP}`

/** Discord's ids have 15 to 20 digits. */
const keyOf = (id: string): PersonKey => (id.length >= 15 ? { discordId: id } : { personId: Number(id) })

/** The lines that it prints. @throws Failure or RegistryError with what a person can act on. */
export async function erase(
  typed: readonly string[],
  withDatabase: WithDatabase,
): Promise<readonly string[]> {
  const { isHelp, where, positionals } = readCommandLine(typed, HELP)
  const [id, extra] = positionals
  if (isHelp || id === undefined) return [HELP]
  if (extra !== undefined || !/^\d{1,20}$/.test(id))
    throw new Failure('erase takes one Discord user id, or the number of a person.')
  return withDatabase(where, async (database) => {
    const registry = createRegistry(database)
    const found = await registry.findPersonalData(keyOf(id))
    if (!found) return ['The registry has nothing of this person.']
    const { personId, name = 'no name', submissions, watches, drafts } = found
    const what = `Person ${personId} (${name}): ${submissions} submissions, ${watches} watches, ${drafts} drafts.`
    await registry.erasePerson(keyOf(id))
    return [what, 'Erased. The submissions stay, by nobody.']
  })
}

if (import.meta.main)
  try {
    refuseKeptByNpm(WHERE_FLAGS, process.env)
    for (const line of await erase(process.argv.slice(2), withDatabase)) console.log(line)
  } catch (error) {
    explain(error instanceof RegistryError ? new Failure(error.message) : error)
    process.exitCode = 1
  }
