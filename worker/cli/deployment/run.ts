// Wrangler, asked one thing at a time; when it fails, its own words and a sentence on what to do.

import { Failure } from '../../../bot/cli/failure.ts'
import { wrangler } from '../local/wrangler.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  /** All that it printed. */
  readonly output: string
}

export type Run = (args: readonly string[]) => Promise<Ran>

export const runWrangler: Run = async (args) => {
  const run = wrangler(args)
  const code = await run.exited
  await run.stop()
  return { code, stdout: run.stdout(), output: run.output() }
}

const AGAIN = 'Run npm run deploy again then: what is done is not done twice.'

/** By its names in the dashboard. */
const TOKEN = 'an API token with the permissions Workers Scripts: Edit and D1: Edit'

/** What helps, by what wrangler says; the numbers are those of Cloudflare's API. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /necessary to set a CLOUDFLARE_API_TOKEN|Did not login|not logged in|not authenticated/i,
    `Log in by npx wrangler login, or put ${TOKEN} into CLOUDFLARE_API_TOKEN.`,
  ],
  [
    /More than one account/,
    'Say which account: CLOUDFLARE_ACCOUNT_ID=<its id>, in the environment or in the file .env.',
  ],
  [/\[code: (6003|6111)\]/, 'CLOUDFLARE_API_TOKEN is no token: are there quotes or spaces around it?'],
  [
    /Authentication error|Unauthorized|\[code: (10000|9109|7403|10001)\]/,
    `The login or token has ended or lacks a right. Log in by npx wrangler login, or make ${TOKEN}.`,
  ],
  [
    /\[code: 7404\]/,
    'This account has no database of the id that wrangler.toml names: it is another account’s.',
  ],
  [
    /workers\.dev subdomain/,
    'A new account has no workers.dev address yet: choose one on that page, once, for nothing.',
  ],
  [
    /\[code: 7502\]|already exists/,
    'The name is taken: another database_name or name in wrangler.toml helps, if it is not the one meant.',
  ],
  [/fetch failed|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/, 'Cloudflare could not be reached: is there a network?'],
]

/** That it failed, as a person can act on it. */
export function failure(problem: string, { output }: Ran, also = ''): Failure {
  const remedy = REMEDIES.find(([pattern]) => pattern.test(output))?.[1]
  const advice = [also, remedy, AGAIN].filter(Boolean).join(' ')
  return new Failure(`${problem}. Wrangler says:\n\n${output}\n\n${advice}`)
}

/** Runs it, and gives what it printed; `problem` says what failed where it ends with another code than 0. */
export async function mustRun(
  run: Run,
  args: readonly string[],
  problem: string,
  also?: string,
): Promise<Ran> {
  const ran = await run(args)
  if (ran.code !== 0) throw failure(problem, ran, also)
  return ran
}
