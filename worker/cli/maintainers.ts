// `npm run maintainers`: who may decide. Whoever has the database's console may make the first one.

import { parseArgs } from 'node:util'
import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { RegistryError } from '../../schema/errors.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { createRegistry } from '../registry/index.ts'
import { type WithDatabase, withDatabase } from './database.ts'

const HELP = `npm run maintainers -- <command> [--local | --remote] [--persist-to DIR]

  add <discord-user-id> <name>   make someone a maintainer, or give one a new token; the token is
                                 the last line printed. It is told this once and kept as a hash
  list                           those there are
  remove <discord-user-id>       their token, buttons and sign-ins stop working; what they decided stays

  --local            the database of npm start (this is what happens without a word)
  --persist-to DIR   the local database there, as wrangler's option of that name
  --remote           the deployed database, with the account that wrangler is logged in to or
                     CLOUDFLARE_API_TOKEN. It takes an account, so no test of ours has tried it`

/** Reads what it is given first: who mistypes is told so before a database is opened. */
type Command = (given: readonly string[]) => (registry: Registry) => Promise<readonly string[]>

const COMMANDS: { readonly [name: string]: Command } = {
  add([discordId, ...name]) {
    if (discordId === undefined || name.length === 0)
      throw new Failure('add takes a Discord user id and a name: add 900000000000000001 "A Name"')
    return async (registry) => {
      const { token } = await registry.addMaintainer('console', discordId, name.join(' '))
      return [
        `${name.join(' ')} (${discordId}) is a maintainer. The API token is told this once; an earlier one has ended:`,
        token,
      ]
    }
  },
  list([extra]) {
    if (extra !== undefined) throw new Failure(`list takes nothing, and here is “${extra}”.`)
    return async (registry) => {
      const maintainers = await registry.listMaintainers('console')
      if (maintainers.length === 0) return ['There is no maintainer yet.']
      return maintainers.map(({ discordId = 'erased', name = 'erased', addedAt }) =>
        [discordId, name, `since ${addedAt.slice(0, 10)}`].join('  '),
      )
    }
  },
  remove([discordId, extra]) {
    if (discordId === undefined || extra !== undefined)
      throw new Failure('remove takes one Discord user id: remove 900000000000000001')
    return async (registry) => {
      await registry.removeMaintainer('console', discordId)
      return [`${discordId} is no maintainer any more.`]
    }
  },
}

/** The lines that it prints. @throws Failure or RegistryError with what a person can act on. */
export async function keepMaintainers(
  typed: readonly string[],
  withDatabase: WithDatabase,
): Promise<readonly string[]> {
  const { values, positionals } = parsed(typed)
  const [name, ...given] = positionals
  if (values.help || name === undefined) return [HELP]
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new Failure(`There is no command “${name}”: add, list and remove are those there are.`)
  if (values.remote && (values.local || values['persist-to'] !== undefined))
    throw new Failure('--remote is another database than --local and --persist-to: give one or the other.')
  const act = command(given)
  return withDatabase({ isRemote: values.remote ?? false, persistTo: values['persist-to'] }, (database) =>
    act(createRegistry(database)),
  )
}

/** What was typed; an unknown option is a mistake to be told, not a bug. */
function parsed(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        local: { type: 'boolean' },
        remote: { type: 'boolean' },
        'persist-to': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${HELP}`)
  }
}

if (import.meta.main)
  try {
    refuseKeptByNpm(['remote', 'persist-to'], process.env)
    for (const line of await keepMaintainers(process.argv.slice(2), withDatabase)) console.log(line)
  } catch (error) {
    explain(error instanceof RegistryError ? new Failure(error.message) : error)
    process.exitCode = 1
  }
