// wrangler.toml as one account has it: with its database, its settings, and a mark of what was deployed.

import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Unstable_RawConfig } from 'wrangler'
import * as z from 'zod/mini'

/** What stands in wrangler.toml until there is a database. */
export const NO_DATABASE = '00000000-0000-0000-0000-000000000000'

/** Written here and left out of git. Beside wrangler.toml, since what it names is found from where it is. */
const ACCOUNT_CONFIG = 'wrangler.deploy.json'

/** A setting that the Worker carries and does not read: by it the next run sees whether there is anything to deploy. */
export const MARK = 'DEPLOYED_FROM'

/** What is read of wrangler.toml here; the rest goes through as it is. */
const Shape = z.object({
  name: z.string(),
  vars: z.record(z.string(), z.string()),
  triggers: z.object({ crons: z.array(z.string()) }),
  d1_databases: z
    .array(z.object({ database_name: z.string(), database_id: z.string(), migrations_dir: z.string() }))
    .check(z.length(1)),
})

export interface Config {
  readonly raw: Unstable_RawConfig
  readonly name: string
  readonly vars: Readonly<Record<string, string>>
  readonly crons: readonly string[]
  readonly databaseName: string
  /** Where it names one: whoever came by the button, or wrote it there. */
  readonly databaseId: string | undefined
  readonly migrations: string
}

/** Cloudflare's own builds say by which name the Worker goes there; of wrangler's commands only some heed it. */
export async function readConfig(root: string, nameInBuild?: string): Promise<Config> {
  // Loaded only here: it takes a second and a half.
  const { experimental_readRawConfig } = await import('wrangler')
  const { rawConfig } = experimental_readRawConfig({ config: join(root, 'wrangler.toml') })
  const { vars, triggers, d1_databases, ...named } = Shape.parse(rawConfig)
  const name = nameInBuild || named.name
  const [database] = d1_databases
  if (!database) throw new Error('wrangler.toml has no database.')
  return {
    raw: { ...rawConfig, name },
    name,
    vars,
    crons: triggers.crons,
    databaseName: database.database_name,
    databaseId: database.database_id === NO_DATABASE ? undefined : database.database_id,
    migrations: database.migrations_dir,
  }
}

/** The configuration of the account, if this machine has deployed; else the one for everybody. */
export function configOfAccount(root: string): string {
  const own = join(root, ACCOUNT_CONFIG)
  return existsSync(own) ? own : join(root, 'wrangler.toml')
}

export interface Account {
  readonly databaseId: string
  readonly vars: Readonly<Record<string, string>>
  /** The hashes of the code and of what browsers get, and the names of the pictures, which have hashes in them. */
  readonly contents: readonly string[]
}

export interface AccountConfig {
  readonly path: string
  /** The same for the same code with the same settings. */
  readonly mark: string
}

export function writeConfig(
  root: string,
  { raw }: Config,
  { databaseId, vars, contents }: Account,
): AccountConfig {
  const config = {
    ...raw,
    // What was added in the dashboard stays.
    keep_vars: true,
    d1_databases: raw.d1_databases?.map((database) => ({ ...database, database_id: databaseId })),
  }
  const mark = createHash('sha256')
    .update(JSON.stringify([contents, config, Object.entries(vars).sort()]))
    .digest('hex')
    .slice(0, 16)
  const path = join(root, ACCOUNT_CONFIG)
  writeFileSync(path, `${JSON.stringify({ ...config, vars: { ...vars, [MARK]: mark } }, null, 2)}\n`)
  return { path, mark }
}
