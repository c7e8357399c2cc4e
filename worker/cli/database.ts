// The registry's database as a command in Node reaches it: wrangler's own binding, so that the verbs are the same.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { GetPlatformProxyOptions } from 'wrangler'
import { Failure } from '../../bot/cli/failure.ts'
import { configOfAccount, NO_DATABASE } from './deployment/config.ts'
import { migrate } from './local/database.ts'
import { QUIET, ROOT } from './local/wrangler.ts'

const CONFIG = join(ROOT, 'wrangler.toml')

export interface Where {
  readonly isRemote: boolean
  /** Where the local one is, when not where wrangler has it by itself. */
  readonly persistTo?: string | undefined
}

/** Lets `use` have the database, and closes it behind. */
export type WithDatabase = <Result>(
  where: Where,
  use: (database: D1Database) => Promise<Result>,
) => Promise<Result>

/** A local one is migrated first. */
export const withDatabase: WithDatabase = async (where, use) => {
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

/**
 * What wrangler needs to know of the deployed database: the account's configuration that `npm run deploy` wrote, and what
 * stands in .env, which its commands read and this way to it does not.
 */
export async function remoteConfig(root: string) {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const { unstable_readConfig } = await import('wrangler')
  const config = unstable_readConfig({ config: configOfAccount(root) })
  const { name, account_id, compatibility_date } = config
  const databases: readonly { readonly database_id?: string }[] = config.d1_databases
  if (databases.some((database) => database.database_id === NO_DATABASE))
    throw new Failure('This machine knows no remote database yet. npm run deploy finds it, or creates it.')
  // The same binding as here, carried to Cloudflare: wrangler does that for those that are marked `remote`.
  const d1_databases = databases.map((database) => ({ ...database, remote: true }))
  return { name, account_id, compatibility_date, d1_databases }
}

async function withRemote<Result>(use: (database: D1Database) => Promise<Result>): Promise<Result> {
  const config = await remoteConfig(ROOT)
  const scratch = mkdtempSync(join(tmpdir(), 'registry-remote-'))
  try {
    const configPath = join(scratch, 'wrangler.json')
    writeFileSync(configPath, JSON.stringify(config))
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
    const problem = error instanceof Error ? error.message : String(error)
    throw new Failure(`The database could not be reached. Wrangler says:\n\n${problem}`)
  })
  try {
    return await use(platform.env.DB)
  } finally {
    await platform.dispose()
  }
}
