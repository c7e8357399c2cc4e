// Where Discord sends interactions: to an address, which it tries before it keeps it, or over the gateway.

import { Failure } from '../cli/failure.ts'
import type { Discord } from './discord.ts'
import { INVALID_BODY, Refused } from './plan/refusal.ts'
import type { Action } from './plan/report.ts'
import { plainLine, signed } from './plan/text.ts'

/** Whether interactions go somewhere else than they should, or did. */
export async function pointed(
  discord: Discord,
  wanted: string | null,
  { flags, report, say }: Action,
): Promise<boolean> {
  const { interactions_endpoint_url: before = null, verify_key: key } = await discord.getApplication()
  report.endpoint = { before, after: wanted, isSet: false }
  if (before === wanted) {
    say(plainLine(`Interactions go to ${before ?? 'the gateway'} already.`), BLANK)
    return false
  }
  say(signed('~', `interactions endpoint: ${before ?? 'none'} -> ${wanted ?? 'none'}`), BLANK)
  if (flags.dryRun) return true
  await discord.setEndpoint(wanted).catch((error: unknown) => {
    if (!(error instanceof Refused) || error.code !== INVALID_BODY || wanted === null) throw error
    throw new Failure(`${error.message}\n${toCheck(wanted, key)}`)
  })
  const { interactions_endpoint_url: after = null } = await discord.getApplication()
  if (after !== wanted)
    throw new Failure(`Discord took the endpoint, and has ${after ?? 'none'} all the same.`)
  report.endpoint = { before, after, isSet: true }
  const told =
    wanted === null ? 'Interactions go to the gateway.' : 'Discord has tried the address and kept it.'
  say(plainLine(told), BLANK)
  return true
}

const BLANK = plainLine('')

/** Discord says the same whatever was wrong. */
const toCheck = (url: string, key: string) =>
  [
    'Discord sent a PING there, and one with a wrong signature, which is to be answered with 401. See that',
    ...(new URL(url).pathname.endsWith('/interactions')
      ? []
      : ['  the address ends in /interactions, which this one does not;']),
    `  the Worker is deployed, and answers at ${new URL('/healthz', url).href};`,
    `  its DISCORD_PUBLIC_KEY has ${key}, with which Discord signs.`,
    'Nothing was changed.',
  ].join('\n')
