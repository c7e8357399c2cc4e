// The address that Discord sends interactions to; without one they come over the gateway.

import { Failure } from '../cli/failure.ts'
import type { Discord } from './discord.ts'
import type { Run } from './report.ts'

/** A body with faulty fields. */
const INVALID_BODY = 50035

/** Whether the endpoint differed from the one wanted. */
export async function setEndpoint(
  discord: Discord,
  wanted: string | null,
  { flags, report, print }: Run,
): Promise<boolean> {
  const { interactions_endpoint_url: before = null, verify_key: key } = await discord.getApplication()
  report.endpoint = { before, after: wanted, isSet: false }
  if (before === wanted) {
    print(`Interactions go to ${before ?? 'the gateway'} already.`)
    return false
  }
  print(`~ interactions endpoint: ${before ?? 'none'} -> ${wanted ?? 'none'}`)
  if (flags.dryRun) return true
  await discord.setEndpoint(wanted, wanted === null ? {} : { [INVALID_BODY]: adviceFor(wanted, key) })
  const { interactions_endpoint_url: after = null } = await discord.getApplication()
  if (after !== wanted) throw new Failure(`Discord accepted the endpoint, but still has ${after ?? 'none'}.`)
  report.endpoint = { before, after, isSet: true }
  return true
}

/** Discord's own error does not say what was wrong. */
const adviceFor = (url: string, key: string) =>
  [
    'Discord sends a PING there, and one with a wrong signature, which has to be answered with 401. Check that',
    ...(new URL(url).pathname.endsWith('/interactions')
      ? []
      : ['  the address ends in /interactions, which this one does not;']),
    `  the Worker is deployed, and answers at ${new URL('/healthz', url).href};`,
    `  its DISCORD_PUBLIC_KEY has ${key}, with which Discord signs.`,
    'Nothing was changed.',
  ].join('\n')
