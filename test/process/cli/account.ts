// A Cloudflare account as wrangler shows it: what runs in wrangler's place. It knows what `npm run deploy` asks, word by
// word, and ends with 9 at anything else. What it prints is what wrangler 4.155.0 prints of it.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Api } from '../../../worker/cli/deployment/replication.ts'
import type { Ran, Run } from '../../../worker/cli/deployment/run.ts'

const TOKEN = 'token-of-anna'
const ACCOUNT_ID = 'account-of-anna'

export interface Account {
  /** What it says to everything, where that is not let in. */
  refusal?: string
  /** What the bundler makes of the sources. */
  code: string
  databases: { name: string; uuid: string; migrations: string[]; replication?: 'auto' }[]
  /** Whether the login may not turn replication on. */
  isBoundToRead?: boolean
  /** A migration that D1 refuses. */
  refused?: string
  /** Of workers.dev; a new account has none. */
  subdomain: string | null
  worker?: {
    name: string
    version: number
    source: string
    bindings: { type: string; name: string; text?: string; id?: string }[]
    crons: string[]
  }
  /** What changed something, in order. */
  done: string[]
}

interface Config {
  readonly name: string
  readonly keep_vars: boolean
  readonly vars: Readonly<Record<string, string>>
  readonly triggers: { readonly crons: string[] }
  readonly d1_databases: readonly [{ readonly database_id: string; readonly migrations_dir: string }]
}

class Refusal extends Error {}

const refusal = (...lines: string[]) => new Refusal(`\n✘ [ERROR] ${lines.join('\n\n  ')}\n`)

const readConfig = (path: string): Config => JSON.parse(readFileSync(path, 'utf8')) as Config

function databaseOf(account: Account, { d1_databases: [{ database_id }] }: Config) {
  const found = account.databases.find(({ uuid }) => uuid === database_id)
  if (!found)
    throw refusal('A request to the Cloudflare API failed.', 'The database could not be found [code: 7404]')
  return found
}

type Print = (line: string) => void

function triggers(account: Account, { name, triggers: { crons } }: Config, print: Print): void {
  if (!account.worker) throw refusal('This Worker does not exist on your account. [code: 10007]')
  account.worker.crons = crons
  print(`Deployed ${name} triggers (0.52 sec)`)
  print(`  https://${name}.${account.subdomain}.workers.dev`)
  for (const cron of crons) print(`  schedule: ${cron}`)
}

/** The arguments, with the places of a path or a name as `*`. */
const COMMANDS: { readonly [command: string]: (account: Account, given: string, print: Print) => void } = {
  'deploy --dry-run --outdir *'({ code }, folder, print) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.js'), code)
    writeFileSync(join(folder, 'index.js.map'), folder)
    writeFileSync(join(folder, 'README.md'), new Date().toISOString())
    print('--dry-run: exiting now.')
  },
  'auth token --json'(_account, _given, print) {
    print(JSON.stringify({ type: 'oauth', token: TOKEN }))
  },
  'whoami --json'(_account, _given, print) {
    print(JSON.stringify({ loggedIn: true, accounts: [{ name: 'Anna', id: ACCOUNT_ID }] }))
  },
  'd1 list --json'({ databases }, _, print) {
    print(JSON.stringify(databases.map(({ name, uuid }) => ({ uuid, name, version: 'production' }))))
  },
  'd1 create *'(account, name, print) {
    if (account.databases.some((other) => other.name === name))
      throw refusal('A database with that name already exists [code: 7502]')
    account.databases.push({ name, uuid: `11111111-1111-1111-1111-${name.length}`, migrations: [] })
    account.done.push('d1 create')
    print(`✅ Successfully created DB '${name}' in region WEUR`)
  },
  'd1 migrations apply DB --remote --config *'(account, path, print) {
    const config = readConfig(path)
    const database = databaseOf(account, config)
    const missing = readdirSync(join(dirname(path), config.d1_databases[0].migrations_dir))
      .filter((name) => name.endsWith('.sql') && !database.migrations.includes(name))
      .sort()
    if (missing.length === 0) return print('✅ No migrations to apply!')
    print(`Migrations to be applied:\n${missing.map((name) => `│ ${name} │`).join('\n')}`)
    for (const name of missing) {
      if (name === account.refused)
        throw refusal(`Migration ${name} failed with the following errors:`, 'near "X": syntax error')
      database.migrations.push(name)
      account.done.push(name)
      print(`│ ${name} │ ✅ │`)
    }
  },
  'deployments status --json --name *'({ worker }, name, print) {
    if (!worker || worker.name !== name)
      throw refusal(
        'A request to the Cloudflare API failed.',
        'This Worker does not exist on your account. [code: 10007]',
      )
    print(JSON.stringify({ id: 'd', versions: [{ version_id: `v${worker.version}`, percentage: 100 }] }))
  },
  'versions view * --json --name *'({ worker }, id, print) {
    if (id !== `v${worker?.version}`) throw refusal('There is no such version.')
    print(
      JSON.stringify({ id, metadata: { source: worker?.source }, resources: { bindings: worker?.bindings } }),
    )
  },
  'deploy --config *'(account, path, print) {
    const config = readConfig(path)
    const { uuid } = databaseOf(account, config)
    if (account.subdomain === null)
      throw refusal(
        'You can either deploy your worker to one or more routes by specifying them in your wrangler.json file, or register a workers.dev subdomain here:',
        'https://dash.cloudflare.com/a/workers/onboarding',
      )
    const named = new Set([...Object.keys(config.vars), 'DB'])
    const kept = (account.worker?.bindings ?? []).filter(
      ({ type, name }) =>
        !named.has(name) && (type === 'secret_text' || (type === 'plain_text' && config.keep_vars)),
    )
    account.worker = {
      name: config.name,
      version: (account.worker?.version ?? 0) + 1,
      source: 'wrangler',
      bindings: [
        { type: 'd1', name: 'DB', id: uuid },
        ...Object.entries(config.vars).map(([name, text]) => ({ type: 'plain_text', name, text })),
        ...kept,
      ],
      crons: [],
    }
    account.done.push('deploy')
    triggers(account, config, print)
  },
  'triggers deploy --config *'(account, path, print) {
    triggers(account, readConfig(path), print)
  },
}

/** Whether the arguments are those of the command, and what stands where it has `*`. */
function given(command: string, args: readonly string[]): string | undefined {
  const words = command.split(' ')
  if (words.length !== args.length) return undefined
  if (!words.every((word, i) => word === '*' || word === args[i])) return undefined
  return args[words.indexOf('*')] ?? ''
}

/** Cloudflare's API as it documents "Get D1 Database" and "Update D1 Database". */
export const inPlaceOfApi =
  (account: Account): Api =>
  async (method, path, token, body) => {
    const failed = (status: number) => ({ status, body: { success: false, errors: [{ code: 10000 }] } })
    if (token !== TOKEN) return failed(401)
    const database = account.databases.find(
      ({ uuid }) => path === `/accounts/${ACCOUNT_ID}/d1/database/${uuid}`,
    )
    if (!database) return failed(404)
    if (method === 'PUT') {
      if (account.isBoundToRead) return failed(403)
      if (JSON.stringify(body) !== '{"read_replication":{"mode":"auto"}}') return failed(400)
      database.replication = 'auto'
    }
    const { uuid, name, replication = 'disabled' } = database
    return {
      status: 200,
      body: { success: true, result: { uuid, name, read_replication: { mode: replication } } },
    }
  }

/** Wrangler, logged in to the account. */
export const inPlaceOfWrangler =
  (account: Account): Run =>
  async (args) => {
    const printed: string[] = []
    const ended = (code: number, error?: string): Ran => {
      const stdout = printed.join('\n')
      return { code, stdout, output: error === undefined ? stdout : `${stdout}\n${error}` }
    }
    const command = Object.keys(COMMANDS).find((known) => given(known, args) !== undefined)
    if (command === undefined) return ended(9, `Nobody asks wrangler that here: ${args.join(' ')}`)
    try {
      if (account.refusal && !args.includes('--dry-run')) throw new Refusal(account.refusal)
      COMMANDS[command]?.(account, given(command, args) ?? '', (line) => printed.push(line))
      return ended(0)
    } catch (error) {
      if (error instanceof Refusal) return ended(1, error.message)
      throw error
    }
  }
