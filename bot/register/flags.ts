// The command line of `npm run bot:register`.

import { parseArgs } from 'node:util'
import { Failure } from '../cli/failure.ts'

export const USAGE = `npm run bot:register -- [flags]

Compares Discord's list of commands with ours, prints the differences, and publishes ours.

  --dry-run        change nothing; exit code 2 if something would change, 0 if not
  --json           print a report as JSON; with --dry-run, print the commands as they would
                   be sent, without settings or a network
  --guild ID       publish to one server, where commands change at once, instead of everywhere
  --prune          remove commands that are not ours; without it they are kept
  --endpoint URL   have Discord send interactions to https://.../interactions; "none" for
                   nowhere, which npm run bot:gateway needs
  --help           print this

Settings, from the environment: DISCORD_APPLICATION_ID, DISCORD_BOT_TOKEN, and DISCORD_API_URL
if it is not https://discord.com/api/v10.`

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  guild: { type: 'string' },
  prune: { type: 'boolean', default: false },
  endpoint: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export type Flags = ReturnType<typeof parseFlags>

/** `endpoint` is null for none, undefined to leave it as it is. @throws Failure with the usage. */
export function parseFlags(args: readonly string[]) {
  const { 'dry-run': dryRun, json, guild, prune, endpoint, help } = valuesOf(args)
  if (guild !== undefined && !/^\d{17,20}$/.test(guild))
    throw new Failure(`--guild wants the id of a server, 17 to 20 digits, and not ${JSON.stringify(guild)}.`)
  return {
    dryRun,
    json,
    guild,
    prune,
    endpoint: endpoint === undefined ? undefined : endpointFrom(endpoint),
    help,
  }
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    // Node's message goes on with advice for the programmer.
    const reason = error instanceof Error ? error.message.replace(/\. To specify .*$/, '.') : error
    throw new Failure(`${reason}\n\n${USAGE}`)
  }
}

/** An address as Discord takes it; the stand-in on this machine has no https. */
const ENDPOINT = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/

function endpointFrom(text: string): string | null {
  if (text === 'none') return null
  if (!URL.canParse(text) || !ENDPOINT.test(text))
    throw new Failure(`--endpoint wants an address with https, or "none", and not ${JSON.stringify(text)}.`)
  return new URL(text).href
}
