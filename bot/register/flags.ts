// What `npm run bot:register` is asked on its command line.

import { parseArgs } from 'node:util'
import { Failure } from '../cli/failure.ts'
import { isEncrypted } from './settings.ts'

export interface Flags {
  readonly dryRun: boolean
  readonly json: boolean
  readonly guild: string | undefined
  readonly prune: boolean
  /** Null to have none; undefined where it is not asked about. */
  readonly endpoint: string | null | undefined
  readonly help: boolean
}

export const USAGE = `npm run bot:register -- [flags]

Compares the commands that Discord has with ours, shows what differs, and publishes ours.

  --dry-run        change nothing; exit code 2 if something would change, 0 if not
  --json           print what was done as JSON; with --dry-run, print the commands as they
                   would be sent, for which neither settings nor a network are needed
  --guild ID       the commands of one server, where they change at once, instead of everywhere
  --prune          take away commands that are not ours; without it they are kept
  --endpoint URL   have Discord send interactions there: https://.../interactions; "none" for
                   nowhere, which is what npm run bot:gateway needs
  --help           print this

Settings, from the environment: DISCORD_APPLICATION_ID, DISCORD_BOT_TOKEN, and DISCORD_API_URL
if it is not https://discord.com/api/v10.`

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  guild: { type: 'string' },
  prune: { type: 'boolean' },
  endpoint: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @throws Failure with the usage where it is none of these. */
export function parseFlags(args: readonly string[]): Flags {
  const given = understood(args)
  if (given.guild !== undefined && !/^\d{17,20}$/.test(given.guild))
    throw new Failure(`--guild wants the id of a server, 17 to 20 digits, and not ${quoted(given.guild)}.`)
  return {
    dryRun: given['dry-run'] ?? false,
    json: given.json ?? false,
    guild: given.guild,
    prune: given.prune ?? false,
    endpoint: given.endpoint === undefined ? undefined : endpointFrom(given.endpoint),
    help: given.help ?? false,
  }
}

function understood(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    // The sentences of Node's go on with what only its programmer can do.
    const told = error instanceof Error ? error.message.replace(/\. To specify .*$/, '.') : error
    throw new Failure(`${told}\n\n${USAGE}`)
  }
}

function endpointFrom(text: string): string | null {
  if (text === 'none') return null
  if (!URL.canParse(text))
    throw new Failure(`--endpoint wants an address or "none", and not ${quoted(text)}.`)
  const url = new URL(text)
  if (!isEncrypted(url))
    throw new Failure(`--endpoint wants an address with https, which is all that Discord sends to: ${text}`)
  return url.href
}

const quoted = (text: string) => JSON.stringify(text)
