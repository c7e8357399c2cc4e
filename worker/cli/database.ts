// The registry's database as a command in Node reaches it: wrangler's own binding, so that the verbs are the same.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { GetPlatformProxyOptions } from 'wrangler'
import { migrate } from '../../bot/local/database.ts'
import { Failure } from '../../bot/local/failure.ts'
import { QUIET, ROOT } from '../../bot/local/wrangler.ts'

const CONFIG = join(ROOT, 'wrangler.toml')

/** What stands in wrangler.toml until the registry is deployed. */
const NO_DATABASE = '00000000-0000-0000-0000-000000000000'

export interface Where {
  readonly isRemote: boolean
  /** Where the local one is, when not where wrangler has it by itself. */
  readonly persistTo?: string | undefined
}

/** Lets `use` have the database, and closes it behind. A local one is migrated first. */
export async function withDatabase<Result>(
  where: Where,
  use: (database: D1Database) => Promise<Result>,
): Promise<Result> {
  Object.assign(process.env, QUIET)
  return where.isRemote ? withRemote(use) : withLocal(where.persistTo, use)
}

async function withLocal<Result>(
  persistTo: string | undefined,
  use: (database: D1Database) => Promise<Result>,
): Promise<Result> {
  const folder = persistTo === undefined ? join(ROOT, '.wrangler/state') : resolve(persistTo)
  await migrate(persistTo === undefined ? undefined : folder)
  // `--persist-to DIR` of wrangler's commands means DIR/v3 (the layout's version); here nothing is added to it.
  return using({ configPath: CONFIG, persist: { path: join(folder, 'v3') }, remoteBindings: false }, use)
}

/** The same binding, carried to Cloudflare: wrangler does that for those that its configuration marks `remote`. */
async function withRemote<Result>(use: (database: D1Database) => Promise<Result>): Promise<Result> {
  const { unstable_readConfig } = await import('wrangler')
  const { name, account_id, compatibility_date, d1_databases } = unstable_readConfig({ config: CONFIG })
  const databases: readonly { readonly database_id?: string }[] = d1_databases
  if (databases.some((database) => database.database_id === NO_DATABASE))
    throw new Failure('There is no remote database yet: wrangler.toml names none. Deploy first.')
  const scratch = mkdtempSync(join(tmpdir(), 'registry-remote-'))
  try {
    const configPath = join(scratch, 'wrangler.json')
    const remote = databases.map((database) => ({ ...database, remote: true }))
    writeFileSync(configPath, JSON.stringify({ name, account_id, compatibility_date, d1_databases: remote }))
    return await using({ configPath, persist: false, remoteBindings: true }, use)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function using<Result>(
  options: GetPlatformProxyOptions,
  use: (database: D1Database) => Promise<Result>,
): Promise<Result> {
  // Loaded only here: it takes a second and a half, too long for being told of a mistyped command.
  const { getPlatformProxy } = await import('wrangler')
  const platform = await getPlatformProxy<{ readonly DB: D1Database }>(options).catch((error: unknown) => {
    const told = error instanceof Error ? error.message : String(error)
    throw new Failure(`The database could not be reached. Wrangler says:\n\n${told}`)
  })
  try {
    return await use(platform.env.DB)
  } finally {
    await platform.dispose()
  }
}
