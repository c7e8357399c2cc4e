// Deploying, on an account that a script plays in wrangler's place; wrangler itself bundles at the end.

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { remoteConfig } from '../../../worker/cli/database.ts'
import { LARGEST_BUNDLE } from '../../../worker/cli/deployment/bundle.ts'
import { deployButton } from '../../../worker/cli/deployment/button.ts'
import { NO_DATABASE, readConfig } from '../../../worker/cli/deployment/config.ts'
import { rehearse } from '../../../worker/cli/deployment/rehearse.ts'
import { SETTINGS } from '../../../worker/cli/deployment/settings.ts'
import { ROOT } from '../../../worker/cli/local/wrangler.ts'
import { inviteLinks } from '../../../worker/http/invite-links.ts'
import type { Account } from './account.ts'
import { clone, NAME, TOML } from './clone.ts'

const ADDRESS = `https://${NAME}.anna.workers.dev`
const MIGRATIONS = readdirSync(join(ROOT, 'schema/migrations')).filter((name) => name.endsWith('.sql')).length

// The first that reads wrangler.toml loads wrangler, which takes a busy machine a while.
beforeAll(async () => void (await readConfig(ROOT)))

const varsOf = ({ worker }: Account) =>
  Object.fromEntries(worker?.bindings.map(({ name, text }) => [name, text]) ?? [])

const secret = (name: string) => ({ type: 'secret_text', name })

const APPLICATION_ID = '900000000000000010'
const CRONS = ['* * * * *', '41 * * * *', '17 3 * * *']
const SETTINGS_OF_ANNA = {
  DISCORD_APPLICATION_ID: APPLICATION_ID,
  DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
  REVIEW_CHANNEL_ID: '900000000000000020',
}

describe('npm run deploy on a new account', () => {
  it('creates the database, migrates it, deploys, finds its own address, and a rerun changes nothing', async () => {
    const { root, account, deploy } = clone()
    const first = await deploy()
    expect(first.output).toContain(`Database    ${NAME} created`)
    expect(first.output).toContain(`Migrations  ${MIGRATIONS} applied`)
    expect(first.output).toContain(`PUBLIC_URL  was not set, and is ${ADDRESS} now`)
    expect(first.done).toHaveLength(1 + MIGRATIONS + 2)
    expect(account().databases).toMatchObject([{ name: NAME, migrations: { length: MIGRATIONS } }])
    expect(account().worker?.crons).toEqual(CRONS)
    expect(varsOf(account())).toMatchObject({ PUBLIC_URL: ADDRESS, SUBMISSIONS_PER_DAY: '20' })

    const again = await deploy()
    expect(again.done).toEqual([])
    expect(again.output).toContain(`Database    ${NAME} is there`)
    expect(again.output).toContain('Migrations  none to apply')
    expect(again.output).toContain('answers with this code and these settings already: nothing to deploy')

    const { d1_databases } = await remoteConfig(root)
    expect(d1_databases).toMatchObject([{ database_id: account().databases[0]?.uuid, remote: true }])
  })

  it('turns on copies of the database near its readers', async () => {
    const { account, deploy } = clone()
    expect((await deploy()).output).toContain('Replication copies near readers are turned on')
    expect(account().databases).toMatchObject([{ replication: 'auto' }])
    expect((await deploy()).output).toContain('Replication copies near readers are on')
  })

  it.each([
    [{ CLOUDFLARE_API_TOKEN: 'of somebody else' }, 'was refused (401)'],
    [{ CLOUDFLARE_ACCOUNT_ID: 'another' }, 'was refused (404)'],
  ])('goes on without them, and says how to turn them on, where the account says no: %j', async (environment, outcome) => {
    const { deploy, account } = clone()
    const { output } = await deploy({ environment })
    expect(output).toContain(`Replication ${outcome}: turn it on in the dashboard`)
    expect(account().worker?.name).toBe(NAME)
  })

  it('deploys other pictures once', async () => {
    const { redraw, deploy } = clone()
    expect((await deploy()).output).toContain('Pictures    2 drawn')
    redraw(['_registry-0.png', 'covid-ct-1.png'])
    expect((await deploy()).done).toEqual(['deploy'])
    expect((await deploy()).done).toEqual([])
  })

  it('deploys other code once, and sets the cron trigger that a deployment which broke off did not', async () => {
    const { account, change, deploy } = clone()
    await deploy()
    change({ code: 'export default { fetch }' })
    expect((await deploy()).done).toEqual(['deploy'])
    const { worker } = account()
    if (worker) change({ worker: { ...worker, crons: [] } })
    expect((await deploy()).done).toEqual([])
    expect(account().worker?.crons).toEqual(CRONS)
  })

  it('leaves wrangler.toml as it is: what is of the account stands in a file that git leaves out', async () => {
    const { root, deploy } = clone()
    await deploy()
    expect(readFileSync(join(root, 'wrangler.toml'), 'utf8')).toBe(TOML)
    const ignored = [
      'wrangler.deploy.json',
      'worker/static/previews/x.png',
      '.deploy.env',
      '.dev.vars',
      '.env',
    ]
    const { stdout } = spawnSync('git', ['check-ignore', ...ignored], { cwd: ROOT, encoding: 'utf8' })
    expect(stdout.trim().split('\n')).toEqual(ignored)
  })

  it('tells the command of each setting that is missing, and of no other', async () => {
    const { root, account, change, deploy } = clone()
    const first = await deploy()
    expect(first.output).toContain('(https://discord.com/developers/applications), OAuth2, Client Secret')
    for (const { name, isSecret, isOptional } of SETTINGS) {
      if (name === 'PUBLIC_URL' || isOptional) continue
      expect(first.output).toContain(isSecret ? `npx wrangler secret put ${name}` : `echo "${name}=<value>"`)
    }
    expect(first.output).toContain('printed here once DISCORD_APPLICATION_ID is set')

    writeFileSync(join(root, '.deploy.env'), `DISCORD_APPLICATION_ID=${APPLICATION_ID}\nCONTACT_EMAIL=\n`)
    const { worker } = account()
    if (worker) change({ worker: { ...worker, bindings: [...worker.bindings, secret('SESSION_SECRET')] } })
    const second = await deploy()
    expect(second.done).toEqual(['deploy'])
    expect(second.output).not.toMatch(/^(DISCORD_APPLICATION_ID|SESSION_SECRET)$/m)
    expect(second.output).toMatch(/^DISCORD_BOT_TOKEN$/m)
    expect(second.output).toContain(inviteLinks(APPLICATION_ID).user)
    expect(account().worker?.bindings).toContainEqual(secret('SESSION_SECRET'))
  })

  it('says that everything is set when it is', async () => {
    const { account, change, deploy } = clone()
    await deploy({ environment: SETTINGS_OF_ANNA })
    const { worker } = account()
    const secrets = ['DISCORD_BOT_TOKEN', 'DISCORD_CLIENT_SECRET', 'SESSION_SECRET'].map(secret)
    if (worker) change({ worker: { ...worker, bindings: [...worker.bindings, ...secrets] } })
    const { output, done } = await deploy()
    expect(done).toEqual([])
    expect(output).toContain('Everything is set.')
  })
})

describe('what the dashboard has set', () => {
  it('stays where nothing is set here, what it added too, and the code is sent once to be sure of it', async () => {
    const { account, change, deploy } = clone()
    await deploy()
    const { worker } = account()
    if (!worker) throw new Error('Nothing was deployed.')
    const set = (name: string, text: string) => ({ type: 'plain_text', name, text })
    const bindings = [
      ...worker.bindings.filter(({ name }) => name !== 'REVIEW_CHANNEL_ID' && name !== 'CONTACT_EMAIL'),
      set('REVIEW_CHANNEL_ID', '900000000000000020'),
      set('ADDED', 'by hand'),
      secret('CONTACT_EMAIL'),
    ]
    change({ worker: { ...worker, source: 'dash', bindings } })
    expect((await deploy()).done).toEqual(['deploy'])
    expect(varsOf(account())).toMatchObject({ REVIEW_CHANNEL_ID: '900000000000000020', ADDED: 'by hand' })
    expect(account().worker?.bindings).toContainEqual(secret('CONTACT_EMAIL'))
    expect((await deploy()).done).toEqual([])
  })

  it('gives way to what is set here, of which an address to try Discord at is no part', async () => {
    const { account, deploy } = clone()
    await deploy({ environment: { PUBLIC_URL: 'https://old.example' } })
    const environment = {
      PUBLIC_URL: 'https://registry.example',
      DISCORD_API_URL: 'http://localhost:9/api/v10',
    }
    await deploy({ environment })
    const DISCORD_API_URL = 'https://discord.com/api/v10'
    expect(varsOf(account())).toMatchObject({ PUBLIC_URL: 'https://registry.example', DISCORD_API_URL })
    expect((await deploy()).done).toEqual([])
  })
})

describe('the Deploy to Cloudflare button', () => {
  it('has the database made, and its build deploys to that one', async () => {
    const uuid = '22222222-2222-2222-2222-222222222222'
    const placeholder = { name: NAME, version: 1, source: 'dash', bindings: [], crons: [] }
    const { root, account, deploy } = clone({
      databases: [{ name: 'another-name', uuid, migrations: [] }],
      worker: placeholder,
    })
    writeFileSync(join(root, 'wrangler.toml'), TOML.replace(NO_DATABASE, uuid))
    const { output, done } = await deploy({ environment: { WORKERS_CI: '1' } })
    expect(output).toContain('is named in wrangler.toml')
    expect(done).not.toContain('d1 create')
    expect(account().databases).toMatchObject([{ uuid, migrations: { length: MIGRATIONS } }])
    expect(account().worker?.bindings).toContainEqual({ type: 'd1', name: 'DB', id: uuid })
  })

  it('may give the Worker another name, whose settings stay as they are too', async () => {
    const bindings = [
      { type: 'd1', name: 'DB', id: 'x' },
      { type: 'plain_text', name: 'CONTACT_EMAIL', text: 'anna@registry.example' },
    ]
    const { account, deploy } = clone({
      worker: { name: 'mine', version: 1, source: 'dash', bindings, crons: [] },
    })
    const environment = { WRANGLER_CI_OVERRIDE_NAME: 'mine' }
    await deploy({ environment })
    expect(account().worker?.name).toBe('mine')
    expect(varsOf(account())).toMatchObject({ CONTACT_EMAIL: 'anna@registry.example' })
    expect((await deploy({ environment })).done).toEqual([])
  })

  it('asks for no secret, and describes all that it may ask for', async () => {
    const lines = readFileSync(join(ROOT, '.dev.vars.example'), 'utf8').split('\n')
    expect(lines.filter((line) => !line.startsWith('#') && line !== '')).toEqual([])
    const secrets = SETTINGS.filter(({ isSecret }) => isSecret).map(({ name }) => name)
    expect(lines.flatMap((line) => /^# (\w+)=$/.exec(line)?.[1] ?? []).sort()).toEqual(secrets.sort())
    const { vars } = await readConfig(ROOT)
    const described = Object.keys(manifest.cloudflare.bindings)
    expect(described.sort()).toEqual(['DB', ...secrets, ...Object.keys(vars)].sort())
  })

  it.each([
    ['https://github.com/anna/registry.git', 'https://github.com/anna/registry'],
    ['git@gitlab.com:group/sub/registry.git\n', 'https://gitlab.com/group/sub/registry'],
    ['https://token@github.com/anna/registry', 'https://github.com/anna/registry'],
  ])('is made of the remote %s', (remote, repository) => {
    const [markdown, address] = deployButton(remote)
    expect(address).toBe(`https://deploy.workers.cloudflare.com/?url=${repository}`)
    expect(markdown).toContain(`](${address})`)
  })

  it('is not to be had for what Cloudflare cannot clone', () => {
    expect(() => deployButton('https://git.example/anna/registry')).toThrow('github.com or gitlab.com')
  })
})

/** What wrangler 4.155.0 prints where Cloudflare does not let it in, but for lines that say no more. */
const NOT_LOGGED_IN = `✘ [ERROR] In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN environment variable for wrangler to work. Please go to https://developers.cloudflare.com/fundamentals/api/get-started/create-token/ for instructions on how to create an api token, and assign its value to CLOUDFLARE_API_TOKEN.`
const ONE_OF_TWO = `✘ [ERROR] More than one account available but unable to select one in non-interactive mode.

  Please set the appropriate \`account_id\` in your Wrangler configuration file or assign it to the \`CLOUDFLARE_ACCOUNT_ID\` environment variable.
  Available accounts are (\`<name>\`: \`<account_id>\`):
    \`Anna\`: \`a1\`
    \`Work\`: \`b2\``
const WITHOUT_A_RIGHT = `✘ [ERROR] A request to the Cloudflare API (/accounts/a1/d1/database) failed.

  Authentication error [code: 10000]


📎 It looks like you are authenticating Wrangler via a custom API token set in an environment variable.
Please ensure it has the correct permissions for this operation.

Getting User settings...
👋 You are logged in with an User API Token, associated with the email anna@example.org.
ℹ️  The API Token is read from the CLOUDFLARE_API_TOKEN environment variable.`
const IN_QUOTES = `✘ [ERROR] A request to the Cloudflare API (/accounts/a1/d1/database) failed.

  Invalid request headers [code: 6003]

  - Invalid format for Authorization header [code: 6111]`
const NO_NETWORK = `▲ [WARNING] A fetch request failed, likely due to a connectivity issue.

✘ [ERROR] fetch failed`

describe('what goes wrong is told', () => {
  it.each([
    ['who is not logged in', NOT_LOGGED_IN, /^Log in by npx wrangler login, or put an API token/m],
    ['who has two accounts', ONE_OF_TWO, /^Say which account: CLOUDFLARE_ACCOUNT_ID=/m],
    ['a token for something else', WITHOUT_A_RIGHT, /lacks a right.*Workers Scripts: Edit and D1: Edit/],
    ['a token in quotes', IN_QUOTES, /are there quotes or spaces around it\?/],
    ['a laptop on a train', NO_NETWORK, /could not be reached: is there a network\?/],
  ])('%s: in the words of wrangler, with what to do', async (_, refusal, remedy) => {
    const { output, done } = await clone({ refusal }).deploy()
    expect(output).toContain('Database    failed')
    expect(output).toContain(refusal)
    expect(output.slice(output.indexOf(refusal) + refusal.length)).toMatch(remedy)
    expect(done).toEqual([])
  })

  it('a database that wrangler.toml names, of another account', async () => {
    const { root, deploy } = clone()
    writeFileSync(join(root, 'wrangler.toml'), TOML.replace(NO_DATABASE, '2'.repeat(8)))
    expect((await deploy()).output).toContain('it is another account’s')
  })

  it('a migration: nothing is deployed, and the next run goes on where it stopped', async () => {
    const { account, change, deploy } = clone({ refused: '0002_survey_2_0.sql' })
    const { output, done } = await deploy()
    expect(output).toContain('near "X": syntax error')
    expect(output).toContain('Each migration is applied whole or not at all')
    expect(done).toHaveLength(1 + 2)
    expect(account().worker).toBeUndefined()
    change({ refused: '' })
    expect((await deploy()).output).toContain(`Migrations  ${MIGRATIONS - 2} applied`)
  })

  it('an account without an address on workers.dev: the next run finishes', async () => {
    const { change, deploy } = clone({ subdomain: null })
    expect((await deploy()).output).toContain('choose one on that page')
    change({ subdomain: 'anna' })
    expect((await deploy()).done).toEqual(['deploy', 'deploy'])
  })

  it('another Worker of that name: it is not replaced unless that is asked for', async () => {
    const bindings = [{ type: 'plain_text', name: 'SHOP', text: 'open' }]
    const { deploy } = clone({ worker: { name: NAME, version: 7, source: 'wrangler', bindings, crons: [] } })
    const { output, done } = await deploy()
    expect(output).toContain('is no registry, and it would be replaced')
    expect(done).toEqual(['d1 create'])
    expect((await deploy({ isForced: true })).done).toContain('deploy')
  })

  it.each([
    ['DISCORD_BOT_TOKEN=hush', 'DISCORD_BOT_TOKEN is a secret, and .deploy.env is no place for it'],
    ['DISCORD_KEY=hush', '.deploy.env has DISCORD_KEY, and there is no such setting'],
    ['DISCORD_APPLICATION_ID=hush', 'What DISCORD_APPLICATION_ID is set to cannot be right'],
    ['PUBLIC_URL=hush.example', 'What PUBLIC_URL is set to cannot be right'],
  ])('in .deploy.env, %s: before anything is done, and no secret is repeated', async (line, sentence) => {
    const { root, deploy } = clone()
    writeFileSync(join(root, '.deploy.env'), line)
    const { output, done } = await deploy()
    expect(output).toContain(sentence)
    expect(output).not.toContain('hush')
    expect(done).toEqual([])
  })

  it('a remote database is asked for before there is one', async () => {
    await expect(remoteConfig(clone().root)).rejects.toThrow('npm run deploy finds it, or creates it')
  })
})

describe('which account it is', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('may stand in .env for what asks the remote database, as it may for wrangler', async () => {
    vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', undefined)
    const { root, deploy } = clone()
    await deploy()
    writeFileSync(join(root, '.env'), 'CLOUDFLARE_ACCOUNT_ID=b2\n')
    await remoteConfig(root)
    expect(process.env.CLOUDFLARE_ACCOUNT_ID).toBe('b2')
  })
})

describe('as a process', () => {
  /** Beside this one, which is all of Cloudflare that it sees. */
  const started = (url: string, env: object = {}) =>
    spawn(process.execPath, ['worker/cli/deploy.ts'], {
      cwd: ROOT,
      env: { ...process.env, CLOUDFLARE_API_BASE_URL: url, CLOUDFLARE_API_TOKEN: 'none', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })

  it('it does nothing where npm has kept --dry-run, as of npm run deploy --dry-run', async () => {
    const child = started('http://127.0.0.1:9', { npm_config_dry_run: 'true' })
    const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    expect(errors).toContain('npm has kept --dry-run for itself')
    expect(code).toBe(1)
  }, 240_000)

  it('it takes wrangler along when it is broken off', async () => {
    const cloudflare = createServer(() => {}).listen(0, '127.0.0.1')
    onTestFinished(() => cloudflare.closeAllConnections())
    const asked = once(cloudflare, 'request')
    await once(cloudflare, 'listening')
    const child = started(`http://127.0.0.1:${Object(cloudflare.address()).port}`)
    const [{ socket }] = await asked
    const hungUp = once(socket, 'close')
    child.kill('SIGINT')
    const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit'), hungUp])
    expect(errors).toContain('what is done is not done twice')
    expect(code).toBe(130)
    cloudflare.close()
  }, 240_000)
})

describe('npm run deploy -- --dry-run', () => {
  it('tells what would be done, and asks no account', async () => {
    const { root, account, run } = clone({ refusal: NOT_LOGGED_IN })
    let output = ''
    const write = (text: string) => {
      output += text
    }
    await rehearse({ root, run, environment: SETTINGS_OF_ANNA, write })
    expect(output).toMatch(/^A rehearsal: no account is asked and nothing is changed/)
    expect(output).toContain(`find the D1 database “${NAME}”, or create it`)
    expect(output).toContain(`apply those of the ${MIGRATIONS} migrations`)
    expect(output).toContain('Set here: DISCORD_APPLICATION_ID, DISCORD_PUBLIC_KEY')
    expect(account().done).toEqual([])
    expect(existsSync(join(root, 'wrangler.deploy.json'))).toBe(false)
  })

  it('bundles by wrangler itself, without a network or an account, to less than the free plan takes', () => {
    // Whatever asks Cloudflare fails at once.
    const env = { ...process.env, CLOUDFLARE_API_BASE_URL: 'http://127.0.0.1:9', CLOUDFLARE_API_TOKEN: '' }
    const cli = ['worker/cli/deploy.ts', '--dry-run']
    const { status, stdout, stderr } = spawnSync(process.execPath, cli, { cwd: ROOT, env, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [, size = ''] = /It does: (\d+) KiB compressed/.exec(stdout) ?? []
    expect(Number(size)).toBeGreaterThan(100)
    expect(Number(size) * 1024).toBeLessThan(LARGEST_BUNDLE)
  })
})

describe('what the free plan allows', () => {
  it('is kept: two cron triggers of five', async () => {
    const { crons } = await readConfig(ROOT)
    expect(crons).toEqual(CRONS)
  })
})

describe('the invitations', () => {
  it('ask to see channels and to write there, and for oneself to use commands', () => {
    expect(inviteLinks(APPLICATION_ID)).toEqual({
      server: `https://discord.com/oauth2/authorize?client_id=${APPLICATION_ID}&integration_type=0&permissions=3072&scope=bot+applications.commands`,
      user: `https://discord.com/oauth2/authorize?client_id=${APPLICATION_ID}&integration_type=1&scope=applications.commands`,
    })
  })
})
