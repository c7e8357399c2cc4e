// All of it at once, as `npm start` and `npm run chat` have it, on a database of its own.

import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Keys, localKeys } from '../../../bot/cli/keys.ts'
import { connect } from '../../../bot/register/discord.ts'
import { textsAt } from '../../../worker/cli/browser-files/prepared-texts.ts'
import { appointMaintainer, migrate } from '../../../worker/cli/local/database.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'
import { wrangler } from '../../../worker/cli/local/wrangler.ts'
import { APPLICATION_ID, BOT_TOKEN, MAINTAINER } from '../../discord/protocol/people.ts'
import { bootRegistry, type LocalRegistry } from '../../playground/boot.ts'
import { parseFlags } from '../../playground/chat/flags.ts'
import { talk } from '../../playground/chat/talk.ts'
import { openStandIn } from '../../playground/stand-in.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'

let folder: string
let keys: Keys
let registry: LocalRegistry

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'))
  keys = localKeys(folder)
  await copyMigrated(folder)
  registry = await bootRegistry(keys, { port: await freePort(), persistTo: folder })
})

afterAll(async () => {
  await registry?.stop()
  removeFolder(folder)
})

/** What `npm run chat -- ...` prints; anything that Discord would refuse fails the test. */
async function chat(...args: string[]): Promise<string> {
  const printed: string[] = []
  const noted: string[] = []
  const isWell = await talk(parseFlags(args), {
    workerUrl: registry.url,
    keys,
    standIn: openStandIn(registry.discordUrl),
    colour: false,
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
  })
  // How long that was is the machine's affair.
  expect([isWell, noted.filter((text) => !text.startsWith('This took '))]).toEqual([true, []])
  return printed.join('\n')
}

it('the database is where it is wanted, and wrangler is asked once', async () => {
  const databases = join(folder, 'v3/d1')
  const files = readdirSync(join(databases, 'miniflare-D1DatabaseObject'))
  expect(files.filter((name) => name.endsWith('.sqlite'))).not.toEqual([])
  // Where the notes say that it is done, not even a database is made.
  const notes = ['appointed', 'migrated']
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(join(elsewhere, 'v3/d1'), { recursive: true })
  for (const note of notes) cpSync(join(databases, note), join(elsewhere, 'v3/d1', note))
  await migrate(elsewhere)
  await appointMaintainer(MAINTAINER, elsewhere)
  expect(readdirSync(join(elsewhere, 'v3/d1')).sort()).toEqual(notes)
})

it('the database is one that wrangler has nothing to apply to', async () => {
  const list = wrangler(['d1', 'migrations', 'list', 'DB', '--local', '--persist-to', folder])
  expect(await list.exited).toBe(0)
  expect(list.output()).toContain('No migrations to apply')
})

/** What was not sent at once is sent when cron asks for it. */
const arrives = (expected: () => Promise<void>) =>
  vi.waitFor(async () => {
    await runSchedule()
    await expected()
  }, 120_000)
const runSchedule = async () => {
  const response = await fetch(`${registry.url}/cdn-cgi/handler/scheduled`)
  return [response.status, await response.text()]
}

describe('a data set', () => {
  it('is suggested, reviewed and found without any account', async () => {
    // What has just begun may take too long for a form, which can't be put off.
    await arrives(async () =>
      expect(await chat('/covid-data submit')).toContain('--fill "url=…" --fill "name=…"'),
    )
    const suggested = await chat(
      '/covid-data submit',
      ...['--fill', 'url=https://zenodo.org/records/4000001', '--fill', 'name=Chest Sonography Atlas'],
      ...['--fill', 'organisation=Example University', '--fill', 'has=Ultrasound,metadata'],
      ...['--click', 'Send'],
    )
    const [reference = 'none'] = /S-\w+/.exec(suggested) ?? []
    expect(suggested).toContain(`${reference}: Waiting for a maintainer`)

    await arrives(async () =>
      expect(await chat('--channel', 'review')).toContain(`${reference} · Addition · waits for a maintainer`),
    )
    expect(await chat('--channel', 'review', '--click', 'Approve')).toContain('Only maintainers')
    const approved = await chat('--as', 'maintainer', '--channel', 'review', '--click', 'Approve')
    expect(approved).toContain(`${reference} · Addition · approved`)

    expect(await chat('/covid-data search query:sonography atlas')).toContain('Chest Sonography Atlas')
    await arrives(async () => expect(await chat('--channel', 'dm')).toContain(`${reference}: Listed`))
    // What is private stays so: the draft to its author, direct messages to whom they are for.
    expect(await chat('--as', 'second', '--channel', 'dm')).toBe('There are no messages.')
    const general = await chat('--as', 'second', '--channel', 'general')
    expect(general).toContain('Search: sonography atlas')
    expect(general).not.toContain('Waiting for a maintainer')
  })
})

it('Discord sends a PING and a wrong signature, and takes the Worker for an endpoint', async () => {
  const discord = connect(
    { applicationId: APPLICATION_ID, botToken: BOT_TOKEN, api: `${registry.discordUrl}/api`, version: '10' },
    () => {},
  )
  const endpoint = `${registry.url}/interactions`
  await discord.setEndpoint(endpoint)
  expect(await discord.getApplication()).toMatchObject({ interactions_endpoint_url: endpoint })
})

it('what cron would start can be started', async () => expect(await runSchedule()).toEqual([200, 'ok']))

describe('what browsers get beside pages', () => {
  it.each([
    ['/style.css', 'text/css', /--ink: ?#/],
    ['/script.js', 'text/javascript', /querySelector/],
    ['/icon.svg', 'image/svg+xml', /^<svg /],
  ])('%s is served without the Worker', async (path, type, text) => {
    const answer = await fetch(`${registry.url}${path}?v=1`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toContain(type)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=600, stale-while-revalidate=86400')
    expect(await answer.text()).toMatch(text)
    const again = { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } }
    expect((await fetch(`${registry.url}${path}`, again)).status).toBe(304)
    expect((await fetch(`${registry.url}${path}`, { method: 'POST' })).status).toBe(405)
  })
})

describe('what was prepared', () => {
  const read = async (path: string) => (await fetch(`${registry.url}${path}`)).text()

  it('is what the code makes, with the address that the settings say', async () => {
    const texts = await textsAt(registry.url)
    const { main, aside } = JSON.parse(texts['docs.json'])
    expect(await read('/openapi.json')).toBe(texts['openapi.json'])
    expect(await read('/v1/resource.schema.json')).toBe(texts['resource.schema.json'])
    const page = await read('/docs')
    expect(page).toContain(main)
    expect(page).toContain(aside)
    const body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
    const listed = await fetch(`${registry.url}/mcp`, { method: 'POST', body, headers })
    expect(await listed.json()).toMatchObject({ result: { tools: JSON.parse(texts['tools.json']) } })
  })

  it('is for the Worker alone', async () => {
    for (const path of ['/prepared/with-base/openapi.json', '/prepared/without-base/docs.json'])
      expect((await fetch(`${registry.url}${path}`)).status).toBe(404)
  })
})
