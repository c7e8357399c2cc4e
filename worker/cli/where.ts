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
  /** The texts of the command's own options that were given, by name. */
  readonly texts: { readonly [name: string]: string | undefined }
}

/** What was typed. `flags` are the command's own, and `options` those that take a text. @throws Failure with the mistake, and the help where an option is unknown. */
export function readCommandLine(
  typed: readonly string[],
  help: string,
  flags: readonly string[] = [],
  options: readonly string[] = [],
): CommandLine {
  const { values, positionals } = parsed(typed, help, flags, options)
  const persistTo = values['persist-to']
  if (values.remote && (values.local || persistTo !== undefined))
    throw new Failure('--remote is another database than --local and --persist-to: give one or the other.')
  const entries = Object.entries(values)
  return {
    isHelp: values.help ?? false,
    where: { isRemote: values.remote ?? false, persistTo },
    positionals,
    flags: new Set(flags.filter((flag) => entries.some(([name, on]) => name === flag && on))),
    texts: Object.fromEntries(
      entries.flatMap(([name, value]) =>
        options.includes(name) && typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  }
}

function parsed(
  typed: readonly string[],
  help: string,
  flags: readonly string[],
  options: readonly string[],
) {
  const own = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]))
  const texts = Object.fromEntries(options.map((option) => [option, { type: 'string' as const }]))
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        ...own,
        ...texts,
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

/** An instant in ISO 8601 from an instant or a day (UTC) as typed; of a day its start or its end. @throws Failure */
export function instantOf(option: string, typed: string, edge: 'start' | 'end' = 'start'): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed)
  const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(typed)
  const instant = isDay ? `${typed}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}Z` : typed
  const time = isDay || isInstant ? Date.parse(instant) : Number.NaN
  // A day that there is not, such as 31 February, is read as another.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(typed.slice(0, 10)))
    throw new Failure(`--${option} is a day or an instant in UTC: 2026-05-12, or 2026-05-12T18:30:00Z.`)
  return new Date(time).toISOString()
}
