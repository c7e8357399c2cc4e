// Which database a command is about: the options that all of them share.

import { parseArgs } from 'node:util'
import { Failure } from '../../bot/cli/failure.ts'
import type { Where } from './database.ts'

export const WHERE_HELP = `\
  --local            the database of npm start (this is what happens without a word)
  --persist-to DIR   the local database there, as wrangler's option of that name
  --remote           the deployed database, with the account that wrangler is logged in to or
                     CLOUDFLARE_API_TOKEN. It takes an account, so no test of ours has tried it`

/** For `refuseKeptByNpm`. */
export const WHERE_FLAGS = ['remote', 'persist-to'] as const

export interface CommandLine {
  readonly isHelp: boolean
  readonly where: Where
  readonly positionals: readonly string[]
  /** The names of the command's own flags that were given. */
  readonly flags: ReadonlySet<string>
}

/** What was typed. `flags` are the command's own. @throws Failure with the mistake, and the help where an option is unknown. */
export function readCommandLine(
  typed: readonly string[],
  help: string,
  flags: readonly string[] = [],
): CommandLine {
  const { values, positionals } = parsed(typed, help, flags)
  const persistTo = values['persist-to']
  if (values.remote && (values.local || persistTo !== undefined))
    throw new Failure('--remote is another database than --local and --persist-to: give one or the other.')
  return {
    isHelp: values.help ?? false,
    where: { isRemote: values.remote ?? false, persistTo },
    positionals,
    flags: new Set(flags.filter((flag) => Object.entries(values).some(([name, on]) => name === flag && on))),
  }
}

function parsed(typed: readonly string[], help: string, flags: readonly string[]) {
  const own = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]))
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        ...own,
        local: { type: 'boolean' },
        remote: { type: 'boolean' },
        'persist-to': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${help}`)
  }
}
