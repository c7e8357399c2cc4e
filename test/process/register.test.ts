// The whole of it, against the stand-in Discord over HTTP.

import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../bot/cli/failure.ts'
import { keysOf } from '../../bot/cli/keys.ts'
import { DECLARATIONS } from '../../bot/commands/index.ts'
import type { Command } from '../../bot/register/command.ts'
import { parseFlags } from '../../bot/register/flags.ts'
import { register } from '../../bot/register/register.ts'
import { settingsFrom } from '../../bot/register/settings.ts'
import { createDiscord } from '../discord/discord.ts'
import { APPLICATION_ID, BOT_TOKEN, SERVER_ID } from '../discord/protocol/people.ts'
import { problemsOfCommands } from '../discord/rules/judge.ts'
import { compileSchemas } from '../discord/rules/schemas.ts'
import { type ServedDiscord, serveDiscord } from '../discord/server.ts'
import { answerOf } from '../support/discord-requests.ts'
import { type Bot, PONG, serveBot, WELL } from './discord/bot.ts'

const keys = keysOf('7'.repeat(64))
const discord = createDiscord({ keys })
let served: ServedDiscord
let bot: Bot
beforeAll(async () => {
  await compileSchemas()
  served = await serveDiscord(discord, 0)
  bot = await serveBot(keys.publicKey)
})
afterAll(async () => {
  await served.close()
  await bot.close()
})
beforeEach(() => {
  discord.reset()
  bot.answers = WELL
})

const environment = () => ({
  DISCORD_APPLICATION_ID: APPLICATION_ID,
  DISCORD_BOT_TOKEN: BOT_TOKEN,
  DISCORD_API_URL: `${served.url}/api/v10`,
})

interface Run {
  readonly code: number
  readonly printed: string
  readonly noted: string
  /** What it failed with. */
  readonly error: string
}

async function run(
  args: string,
  { declared = DECLARATIONS as readonly Command[], env = {} } = {},
): Promise<Run> {
  const printed: string[] = []
  const noted: string[] = []
  let error = ''
  const code = await register(parseFlags(args.split(' ').filter(Boolean)), {
    declared,
    settings: () => settingsFrom({ ...environment(), ...env }),
    print: (line) => printed.push(line),
    note: (line) => noted.push(line),
  }).catch((caught: unknown) => {
    if (!(caught instanceof Failure)) throw caught
    error = caught.message
    return 1
  })
  const ran = { code, printed: printed.join('\n'), noted: noted.join('\n'), error }
  expect(JSON.stringify(ran)).not.toContain(BOT_TOKEN)
  return ran
}

const COMMANDS = `/applications/${APPLICATION_ID}/commands`
const ask = async (line: string, body?: unknown) => (await answerOf(discord.fetch, line, body)).body
const present = async (path = COMMANDS) => Object.values(await ask(`GET ${path}`)).map((each) => Object(each))
const add = (name: string, more: object = {}) => ask(`POST ${COMMANDS}`, { name, description: 'x', ...more })
const sent = () => discord.requests().map(({ method, status }) => `${method} ${status}`)

describe('publishing', () => {
  it('sends all of it in one request, and finds nothing to do the second time', async () => {
    const first = await run('')
    expect(first).toMatchObject({ code: 0, error: '', noted: '' })
    expect(first.printed).toMatch(/^\+ covid-data$/m)
    expect(first.printed).toMatch(/^Published everywhere: \d+ new\.$/m)
    expect(sent()).toEqual(['GET 200', 'PUT 200'])
    expect(await present()).toHaveLength(DECLARATIONS.length)

    expect(await run('')).toMatchObject({
      code: 0,
      printed: `Nothing to publish: the ${DECLARATIONS.length} commands everywhere are up to date.`,
    })
    expect(discord.requests().filter(({ method }) => method !== 'GET')).toHaveLength(1)
    expect(discord.problems()).toEqual([])
  })

  it('changes what is another, and leaves each command the one it was', async () => {
    const former = await add('covid-data')
    const { printed } = await run('')
    expect(printed).toContain('~ covid-data, description: "x" -> "Find public COVID-19')
    expect((await present()).find(({ name }) => name === 'covid-data').id).toBe(former.id)
  })

  it('keeps what is not ours as it is, until it is to go', async () => {
    await run('')
    const options = [{ type: 3, name: 'q', description: 'q', choices: [{ name: 'A', value: 'a' }] }]
    const other = await add('other', { options, contexts: [0], description_localizations: { de: 'y' } })
    await add('covid-data')
    expect((await run('')).printed).toContain('= other (not ours, kept)')
    expect(await ask(`GET ${COMMANDS}/${other.id}`)).toEqual(other)

    expect((await run('--dry-run')).code).toBe(0)
    expect((await run('--dry-run --prune')).code).toBe(2)
    expect((await run('--prune')).printed).toMatch(/^- other$/m)
    expect(await present()).toHaveLength(DECLARATIONS.length)
  })

  it('keeps the entry point of an Activity even then, without which Discord takes no list', async () => {
    const launch = await ask(`POST ${COMMANDS}`, { type: 4, name: 'launch', handler: 2 })
    expect((await run('--prune')).printed).toContain('= entry point "launch"')
    expect(await ask(`GET ${COMMANDS}/${launch.id}`)).toEqual(launch)
    expect(discord.problems()).toEqual([])
  })

  it('is for one server where that is asked, and tells of one that the application is not in', async () => {
    expect((await run(`--guild ${SERVER_ID}`)).printed).toContain(`Published in the server ${SERVER_ID}: `)
    expect((await run(`--guild ${SERVER_ID} --dry-run`)).code).toBe(0)
    expect(await present()).toEqual([])
    const elsewhere = await run('--guild 1170000000000000999')
    expect(elsewhere.error).toContain('Discord refuses: Missing Access (code 50001)')
    expect(elsewhere.error).toContain(
      `?client_id=${APPLICATION_ID}&scope=applications.commands&guild_id=1170000000000000999`,
    )
  })
})

describe('a dry run', () => {
  it('shows the same, changes nothing, and tells by its exit code whether it would', async () => {
    const dry = await run('--dry-run')
    expect(dry).toMatchObject({ code: 2, error: '' })
    expect(dry.printed).toMatch(/^\+ covid-data$/m)
    expect(sent()).toEqual(['GET 200'])
    await run('')
    expect((await run('--dry-run')).code).toBe(0)
  })

  it('as JSON is what would be sent, from no settings and no network', async () => {
    const unset = { DISCORD_APPLICATION_ID: '', DISCORD_BOT_TOKEN: '' }
    const { code, printed } = await run('--dry-run --json', { env: unset })
    expect(code).toBe(0)
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(DECLARATIONS)))
    expect(problemsOfCommands(JSON.parse(printed))).toEqual([])
    const inServer = JSON.parse((await run(`--dry-run --json --guild ${SERVER_ID}`)).printed)
    expect(inServer[0]).not.toHaveProperty('contexts')
    expect(sent()).toEqual([])
  })
})

describe('the report as JSON', () => {
  it('has what differed, where, and whether it was published', async () => {
    await run('')
    await add('other')
    const [first, ...rest] = DECLARATIONS as readonly Command[]
    const declared = [{ ...first, name: 'covid-data', description: 'Other words' }, ...rest]
    expect(JSON.parse((await run('--json', { declared })).printed)).toEqual({
      commands: {
        guild: null,
        isPublished: true,
        changes: [
          {
            change: 'changed',
            command: 'covid-data',
            differences: [
              {
                change: 'changed',
                place: 'covid-data',
                field: 'description',
                before: expect.stringContaining('Find public'),
                after: 'Other words',
              },
            ],
          },
        ],
        kept: ['other'],
      },
    })
  })

  it('has why it ended', async () => {
    const { code, printed, error } = await run('--json --guild 1170000000000000999')
    expect(code).toBe(1)
    expect(JSON.parse(printed)).toEqual({ error })
  })
})

describe('what goes wrong is told', () => {
  it('in Discord’s words, with the path of the option in the list', async () => {
    const wrong = [
      {
        type: 1,
        name: 'look',
        description: 'Looks',
        options: [
          {
            type: 1,
            name: 'ct',
            description: 'CT',
            options: [{ type: 3, name: 'also', description: 'x'.repeat(101) }],
          },
        ],
      },
    ]
    expect((await run('', { declared: wrong })).error.split('\n')).toEqual([
      'Discord refuses: Invalid Form Body (code 50035)',
      expect.stringMatching(/^ {2}0\.options\[0\]\.options\[0\]\.description\[\w+\]: .*101/),
    ])
    expect(await present()).toEqual([])
  })

  it('of the 200 commands that may be made in a day', async () => {
    const list = (from: number) =>
      Array.from({ length: 100 }, (_, n) => ({ name: `c${from + n}`, description: 'x' }))
    await ask(`PUT ${COMMANDS}`, list(0))
    await ask(`PUT ${COMMANDS}`, list(100))
    await ask(`PUT ${COMMANDS}`, [])
    const { error } = await run('')
    expect(error).toContain('has been reached (200) (code 30034)')
  })

  it.each([
    [
      'the token',
      { DISCORD_BOT_TOKEN: 'another.token' },
      /401: Unauthorized\nDISCORD_BOT_TOKEN is not.*DISCORD_API_URL leads there/,
    ],
    ['the application', { DISCORD_APPLICATION_ID: '1170000000000000999' }, /20012\)\n.*another application/],
    [
      'the address',
      { DISCORD_API_URL: 'http://127.0.0.1:9/api/v10' },
      /There is no answer from http:\/\/127.*9.*DISCORD_API_URL leads there/,
    ],
  ])('of %s', async (_, env, words) => {
    expect((await run('', { env })).error).toMatch(words)
  })

  it('of what is no Discord', async () => {
    const env = { DISCORD_API_URL: `${served.url}/ap/v10` }
    expect((await run('', { env })).error).toContain('Is DISCORD_API_URL right?')
    discord.faults.next({ path: /commands$/ }, { type: 'status', status: 404 })
    expect((await run('')).error).toContain('404')
    const page = createServer((_, outgoing) => outgoing.writeHead(403).end('<h1>No</h1>'))
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
    const DISCORD_API_URL = `http://127.0.0.1:${Object(page.address()).port}/api/v10`
    expect((await run('', { env: { DISCORD_API_URL } })).error).toBe(
      "Discord refuses: status 403, without Discord's JSON",
    )
    await new Promise((resolve) => page.close(resolve))
  })

  it('of a Discord that is out of order, after several tries', async () => {
    discord.faults.next({ path: /commands$/ }, { type: 'status', status: 503 }, 4)
    expect((await run('')).error).toMatch(/^Discord is out of order: 503/)
    expect(sent()).toEqual(['GET 503', 'GET 503', 'GET 503', 'GET 503'])
  })
})

describe('it gets through', () => {
  it('a limit, by waiting as long as Discord asks', async () => {
    discord.faults.next({ method: 'PUT', path: /commands$/ }, { type: 'rateLimit', retryAfter: 0.3 })
    const begun = performance.now()
    expect(await run('')).toMatchObject({ code: 0, noted: 'Discord asks to wait for 1 s.' })
    expect(performance.now() - begun).toBeGreaterThan(290)
    expect(sent()).toEqual(['GET 200', 'PUT 429', 'PUT 200'])
  })

  it('no limit that takes longer than one would wait', async () => {
    discord.faults.next({ method: 'PUT', path: /commands$/ }, { type: 'rateLimit', retryAfter: 3600 })
    expect((await run('')).error).toMatch(/^Discord takes no more of these for 6\d minutes/)
  })

  it('a fault on Discord’s side, by trying again', async () => {
    discord.faults.next({ method: 'PUT', path: /commands$/ }, { type: 'status', status: 502 })
    expect((await run('')).code).toBe(0)
    expect(sent()).toEqual(['GET 200', 'PUT 502', 'PUT 200'])
  })
})

describe('the endpoint', () => {
  const endpoint = async () => (await ask('GET /applications/@me')).interactions_endpoint_url

  it('is set before anything is published, once, and is taken away', async () => {
    const { code, printed } = await run(`--endpoint ${bot.endpoint}`)
    expect(code).toBe(0)
    expect(printed).toContain(`~ interactions endpoint: none -> ${bot.endpoint}`)
    expect(sent()).toEqual(['GET 200', 'PATCH 200', 'GET 200', 'GET 200', 'PUT 200'])
    expect(await endpoint()).toBe(bot.endpoint)

    expect((await run(`--endpoint ${bot.endpoint}`)).printed).toContain('already.')
    expect(discord.requests().filter(({ method }) => method === 'PATCH')).toHaveLength(1)

    expect((await run('--endpoint none')).printed).toContain(
      `~ interactions endpoint: ${bot.endpoint} -> none`,
    )
    expect(await endpoint()).toBeNull()
  })

  it('is only looked at in a dry run', async () => {
    await run('')
    expect((await run(`--dry-run --endpoint ${bot.endpoint}`)).code).toBe(2)
    expect((await run('--dry-run --endpoint none')).code).toBe(0)
    expect(await endpoint()).toBeNull()
  })

  it('that Discord refuses is told with what to look at, and nothing is published', async () => {
    bot.answers = { signed: PONG, unsigned: PONG }
    const { code, error } = await run(`--endpoint ${bot.endpoint.replace('interactions', 'interact')}`)
    expect(code).toBe(1)
    expect(error).toContain(
      'interactions_endpoint_url[INVALID]: The specified interactions endpoint url could not be verified.',
    )
    expect(error).toContain('ends in /interactions, which this one does not')
    expect(error).toContain(`DISCORD_PUBLIC_KEY has ${keys.publicKey}`)
    expect(await present()).toEqual([])
  })
})

describe('as a process', () => {
  /** Beside this one, which is the Discord that it talks to. */
  async function started(args: readonly string[], env: object = {}) {
    const child = spawn(process.execPath, ['bot/register/main.ts', ...args], {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        ...environment(),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
    return { out, error, code }
  }

  it('it ends by itself, with the exit codes that are told', async () => {
    const [dry, unknown, help, kept] = await Promise.all([
      started(['--dry-run']),
      started(['--no']),
      started(['--help']),
      // As by `npm run bot:register --dry-run`.
      started([], { npm_config_dry_run: 'true' }),
    ])
    expect(dry).toMatchObject({ code: 2, error: '', out: expect.stringContaining('+ covid-data\n') })
    expect(unknown).toMatchObject({ code: 1, out: '', error: expect.stringContaining('--dry-run ') })
    expect(help).toMatchObject({ code: 0, error: '', out: expect.stringContaining('--endpoint URL') })
    expect(kept).toMatchObject({ code: 1, out: '', error: expect.stringContaining('npm has kept --dry-run') })
    expect(discord.requests().map(({ method }) => method)).toEqual(['GET'])
  })
})
