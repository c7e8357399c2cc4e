// The commands that open the database, on one with every release, beside a Worker that runs on the same.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../bot/cli/failure.ts'
import { RegistryError } from '../../../schema/errors.ts'
import { backUp } from '../../../worker/cli/backup.ts'
import { importFile } from '../../../worker/cli/import.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'
import { type LocalWorker, startWorker } from '../../../worker/cli/local/worker.ts'
import { keepMaintainers } from '../../../worker/cli/maintainers.ts'
import { restoreFile } from '../../../worker/cli/restore.ts'
import { revertAllOf } from '../../../worker/cli/revert.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'
import { shareDatabase } from './shared-database.ts'

const state = mkdtempSync(join(tmpdir(), 'registry-commands-'))
const ANNA = '900000000000000001'
const BERT = '900000000000000002'
const here = ['--persist-to', state]
const RELEASE = 'schema/survey/4.0.json'
const RECORDS: number = JSON.parse(readFileSync(RELEASE, 'utf8')).items.length
let worker: LocalWorker
let database: Awaited<ReturnType<typeof shareDatabase>>

beforeAll(async () => {
  await copyMigrated(state)
  worker = await startWorker({ port: await freePort(), vars: {}, persistTo: state })
  database = await shareDatabase(state)
})

afterAll(async () => {
  await database?.close()
  await worker?.stop()
  removeFolder(state)
})

const maintainers = (...given: readonly string[]) =>
  keepMaintainers([...given, ...here], database.withDatabase)

/** As a person runs it. This process goes on meanwhile, so that it sees when a connection to the database is closed. */
const run = (command: 'erase' | 'import' | 'maintainers', ...given: readonly string[]) =>
  new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [`worker/cli/${command}.ts`, ...given], (_, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    )
  })

/** On a connection of its own: while a command runs, nobody here would see that the Worker closes an idle one. */
const get = (path: string, headers: object = {}) =>
  fetch(`${worker.url}/v1/${path}`, { headers: { Connection: 'close', ...headers } })

/** What the Worker says to a token. */
async function statusWith(token: string): Promise<number> {
  const answer = await get('submissions', { Authorization: `Bearer ${token}` })
  await answer.body?.cancel()
  return answer.status
}

describe('npm run maintainers', () => {
  let latest = ''

  it('adds one, whose token on the last line the running Worker takes, until there is a new one', async () => {
    const added = await run('maintainers', 'add', ANNA, 'Anna', 'Smith', ...here)
    expect(added).toMatchObject({ status: 0, stderr: '' })
    const token = added.stdout.trimEnd().split('\n').at(-1) ?? ''
    expect(token).toMatch(/^crm-\d+-[0-9a-z]{26}$/)
    expect(await statusWith(token)).toBe(200)

    latest = (await maintainers('add', ANNA, 'Anna Smith')).at(-1) ?? ''
    expect(await statusWith(token)).toBe(401)
    expect(await statusWith(latest)).toBe(200)
  })

  it('lists those there are', async () => {
    expect(await maintainers('list', '--local')).toEqual([
      expect.stringMatching(/^900000000000000001 {2}Anna Smith {2}since \d{4}-\d\d-\d\d$/),
    ])
  })

  it('removes one, whose token the Worker takes no more', async () => {
    await maintainers('remove', ANNA)
    expect(await statusWith(latest)).toBe(401)
    expect(await maintainers('list')).toEqual(['There is no maintainer yet.'])
  })

  it('tells what was done, the latest first, of one maintainer and since a day', async () => {
    const lines = await maintainers('actions')
    expect(lines.map((line) => line.replace(/^\S+ \S+ {2}/, ''))).toEqual([
      `the host  remove_maintainer person ${ANNA} (Anna Smith)`,
      `the host  renew_token person ${ANNA} (Anna Smith)`,
      `the host  add_maintainer person ${ANNA} (Anna Smith)`,
    ])
    for (const options of [
      ['--by', ANNA],
      ['--since', '2999-01-01'],
    ])
      expect(await maintainers('actions', ...options)).toEqual(['There is no such action.'])
  })

  it.each([
    [['remove', '900000000000000009'], 'No maintainer has the Discord id 900000000000000009.'],
    [['promote'], 'There is no command “promote”: add, list, actions and remove are those there are.'],
    [['list', '--by', ANNA], '--by and --since are options of actions alone.'],
    [['actions', '--since', '2026-02-31'], '--since is a day or an instant in UTC: 2026-05-12,'],
    [
      ['list', '--remote', '--local'],
      '--remote is another database than --local and --persist-to: give one or the other.',
    ],
  ])('%j is told in a sentence', async (given, sentence) => {
    await expect(maintainers(...given)).rejects.toThrow(sentence)
  })

  it('tells what is mistyped before it opens a database', async () => {
    const unopened = () => expect.unreachable('A database was opened.')
    await expect(keepMaintainers(['add', ANNA], unopened)).rejects.toThrow(
      'add takes a Discord user id and a name: add 900000000000000001 "A Name"',
    )
  })

  it('says what it takes where nothing is asked, and ends with 1 where something is wrong', async () => {
    expect((await keepMaintainers([], database.withDatabase))[0]).toMatch(
      /^npm run maintainers -- <command> \[--local/,
    )
    await expect(maintainers('list', '--everywhere')).rejects.toThrow('--everywhere')
    expect(await run('maintainers', 'add', '12', 'Anna', ...here)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'A Discord user id is 15 to 20 digits: copy it from the profile.\n',
    })
  })
})

describe('npm run revert', () => {
  const revert = (...given: readonly string[]) => revertAllOf([...given, ...here], database.withDatabase)

  it('tells a line a change, and changes nothing unless it is applied', async () => {
    const token = (await maintainers('add', BERT, 'Bert')).at(-1) ?? ''
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const post = async (path: string, body: object) =>
      (
        await fetch(`${worker.url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      ).json()
    const resource = { name: 'By Bert', url: 'https://data.org/by-bert', organization: 'Bert' }
    const { id } = (await post('submissions', { kind: 'addition', resource })) as { id: string }
    await post(`submissions/${id}/decisions`, { decision: 'approve', version: 1 })
    const since = ['--by', BERT, '--since', new Date().toISOString().slice(0, 10)]
    const line = expect.stringMatching(/^#\d+ {2}by-bert {2}added on \d{4}-\d\d-\d\d: undone$/)
    const dry = await revert(...since)
    expect(dry).toEqual([line, '1 of 1 changes undone (nothing was changed: --apply does it)'])
    expect(await revert(...since, '--apply')).toEqual([line, '1 of 1 changes undone'])
    expect((await get('resources/by-bert')).status).toBe(200)
    expect(await (await get('resources/by-bert')).json()).toMatchObject({ status: 'removed', version: 2 })
    expect((await revert(...since, '--apply'))[0]).toMatch(/: nothing is left of it to undo$/)
    await maintainers('remove', BERT)
  })

  it.each([
    [['--by', BERT], 'revert takes --by with a Discord user id and --since with a day.'],
    [['--by', BERT, '--since', 'yesterday'], '--since is a day or an instant in UTC: 2026-05-12,'],
    [['--by', BERT, '--since', '2026-01-01', '--until', '31'], '--until is a day or an instant'],
    [['--by', '900000000000000009', '--since', '2026-01-01'], 'No maintainer has the Discord id'],
  ])('%j is told in a sentence', async (given, sentence) => {
    await expect(revert(...given)).rejects.toThrow(sentence)
  })
})

it('npm run erase erases a person by their number, and then has nothing of them', async () => {
  const sent = await fetch(`${worker.url}/v1/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify({
      kind: 'addition',
      resource: { name: 'Of Erased', url: 'https://data.org/of-erased', organization: 'A clinic' },
      reason: 'Erased Person made it.',
      submitter: { name: 'Erased Person', contact: 'erased@data.org' },
    }),
  })
  const { reference } = (await sent.json()) as { reference: string }
  const token = (await maintainers('add', ANNA, 'Anna')).at(-1) ?? ''
  const reviewed = async () =>
    (await get(`submissions/${reference}/review`, { Authorization: `Bearer ${token}` })).text()
  expect(await reviewed()).toContain('erased@data.org')
  const person = await database.withDatabase({ isRemote: false, persistTo: state }, async (db) =>
    db.prepare(`select max(id) as id from people where contact = 'erased@data.org'`).first<number>('id'),
  )
  expect(await run('erase', String(person), ...here)).toEqual({
    status: 0,
    stdout: `Person ${person} (Erased Person): 1 submissions, 0 watches, 0 drafts.\nErased. The submissions stay, by nobody.\n`,
    stderr: '',
  })
  expect(await reviewed()).not.toMatch(/erased@data.org|Erased Person/)
  expect(await run('erase', 'Erased Person', ...here)).toMatchObject({
    status: 1,
    stderr: 'erase takes one Discord user id, or the number of a person.\n',
  })
  await maintainers('remove', ANNA)
})

/** What the command prints, and with what it ends; `as` is a maintainer's API token. */
async function imported(given: readonly string[], as?: string) {
  const lines: string[] = []
  const print = (text: string) => lines.push(...text.split('\n'))
  try {
    const status = await importFile([...given, ...here], {
      token: as,
      withDatabase: database.withDatabase,
      print,
    })
    return { status, lines, error: '' }
  } catch (error) {
    if (error instanceof Failure || error instanceof RegistryError)
      return { status: 1, lines, error: error.message }
    throw error
  }
}

const unchanged = (records: number) => `0 added, 0 corrected, ${records} unchanged, 0 refused`

/** A few records are enough to show that a file is read: each is looked up by itself. */
const FEW = 'caseReview=yes&country=IT,unknown'

async function download(name: string, query = FEW): Promise<string> {
  const answer = await get(`${name}?${query}`)
  const file = join(state, name)
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  return file
}

describe('npm run import', () => {
  let token: string | undefined
  let few = 0
  beforeAll(async () => {
    const { items } = JSON.parse(readFileSync(await download('export.json'), 'utf8')) as { items: unknown[] }
    few = items.length
    token = (await maintainers('add', ANNA, 'Anna')).at(-1)
  })

  it('finds nothing new in the release that was migrated', async () => {
    const { status, lines, error } = await imported([RELEASE])
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(lines).toHaveLength(RECORDS + 2)
    expect(lines[0]).toBe('unchanged  radiopaedia')
    expect(lines.at(-1)).toBe(`${unchanged(RECORDS)} (nothing was changed: --apply does it)`)
  })

  it.each([
    'export.json',
    'export.ndjson',
    'export.csv',
  ])('takes %s back in, which changes nothing', async (name) => {
    expect(few).toBeGreaterThan(3)
    expect((await imported([await download(name), '--apply'], token)).lines.at(-1)).toBe(unchanged(few))
  })

  it.each([
    ['table.CSV', 'export.csv', 'utf16le'],
    ['records.JSONL', 'export.ndjson', 'utf16le'],
    ['sheet.txt', 'export.excel.csv', 'utf8'],
    ['sheet.tsv', 'export.csv', 'latin1'],
  ] as const)('takes %s, which is %s in %s', async (name, of, encoding) => {
    const text = readFileSync(await download(of), 'utf8')
    const file = join(state, name)
    const table = name.endsWith('.tsv') ? text.replaceAll(/[^\x20-\x7e\r\n]/g, '?') : text
    writeFileSync(file, Buffer.from(encoding === 'utf16le' ? `\u{feff}${table}` : table, encoding))
    const { lines } = await imported([file])
    expect(lines).toHaveLength(few + 2)
    expect(lines.filter((line) => /^(added|corrected)/.test(line))).toEqual([])
  })

  it('applies what differs as a maintainer, once', async () => {
    const file = await download('export.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('European Society of Radiology', 'ESR'))
    expect((await imported([file])).lines).toContain('corrected  eurorad  organization')
    expect(await imported([file, '--apply'], 'crm-1-00000000000000000000')).toMatchObject({ status: 1 })
    expect((await imported([file, '--apply'], token)).lines.at(-1)).toBe(
      `0 added, 1 corrected, ${few - 1} unchanged, 0 refused`,
    )
    expect((await imported([file, '--apply'], token)).lines.at(-1)).toBe(unchanged(few))
    const answer = await get('changes?slug=eurorad')
    const { items } = (await answer.json()) as { items: { reason: string }[] }
    expect(items[0]?.reason).toBe('Imported from export.csv')
  })

  it.each([
    [
      [RELEASE, '--apply'],
      '--apply takes a maintainer’s API token, as REGISTRY_TOKEN: npm run maintainers -- add tells one.',
    ],
    [['nowhere.csv'], 'nowhere.csv cannot be read: ENOENT.'],
    [['LICENSE'], 'The first line has no column “slug”. It reads: MIT License'],
    [['a.csv', 'b.csv'], 'import takes one file, and here is “b.csv” too.'],
    [
      [RELEASE, '--remote'],
      '--remote is another database than --local and --persist-to: give one or the other.',
    ],
  ])('%j is told in a sentence, and changes nothing', async (given, sentence) => {
    expect(await imported(given)).toEqual({ status: 1, lines: [], error: sentence })
  })

  it('says what it takes where nothing is asked, and ends with 1 where something is wrong', async () => {
    expect(await run('import')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^npm run import -- <file> \[--apply\]/),
      stderr: '',
    })
    expect(await run('import', 'nowhere.csv')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'nowhere.csv cannot be read: ENOENT.\n',
    })
  })
})

describe('npm run backup and npm run restore', () => {
  const file = join(state, 'saved.ndjson')
  const copy = (name: string, text: string) => {
    writeFileSync(join(state, name), text)
    return join(state, name)
  }
  let saved = ''

  it('write the registry into one file that its owner alone can read, and that sha256sum checks', async () => {
    const [line] = await backUp([file, ...here], database.withDatabase)
    saved = readFileSync(file, 'utf8')
    const at = saved.lastIndexOf('{"lines"')
    const [body, last] = [saved.slice(0, at), saved.slice(at)]
    const sha256 = createHash('sha256').update(body).digest('hex')
    expect(JSON.parse(last)).toEqual({ lines: body.split('\n').length - 1, sha256 })
    expect(line).toContain(sha256)
    expect(JSON.parse(body.slice(0, body.indexOf('\n'))).migrations).toContain('0000_tables.sql')
    expect(saved).toContain('"Anna"')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(backUp([file, ...here], database.withDatabase)).rejects.toThrow('is there already')
  })

  it('put it into a new registry, which then gives the same file', async () => {
    const other = mkdtempSync(join(tmpdir(), 'registry-restored-'))
    await copyMigrated(other)
    const { withDatabase, close } = await shareDatabase(other)
    try {
      const restoreThere = () => restoreFile([file, '--persist-to', other], withDatabase)
      expect(await restoreThere()).toEqual([
        expect.stringMatching(/^The registry is as it was at .*: \d+ rows, and the same checksum\.$/),
      ])
      await expect(restoreThere()).rejects.toThrow(/in use.*people \(\d+\)/)
    } finally {
      await close()
      removeFolder(other)
    }
  })

  it.each([
    ['in use', () => file, 'This registry is in use: it has rows in deliveries ('],
    [
      'changed in one character',
      () => copy('changed', saved.replace('"Anna"', '"Annb"')),
      'was changed or damaged',
    ],
    ['without its end', () => copy('short', saved.slice(0, saved.length / 2)), 'is cut off'],
    ['without its last line', () => copy('cut', saved.slice(0, saved.lastIndexOf('{"lines"'))), 'is cut off'],
    ['of something else', () => 'package.json', 'is no backup of a registry'],
    ['that is not there', () => join(state, 'nowhere'), 'cannot be read: ENOENT'],
    [
      'of other migrations',
      () => copy('older', resealed(saved.replace(/,"\d{4}_release_4_0.sql"/, ''))),
      'upgrades it',
    ],
  ])('refuse a file %s, and change nothing', async (_, given, sentence) => {
    await expect(restoreFile([given(), ...here], database.withDatabase)).rejects.toThrow(sentence)
    expect(await maintainers('list')).toHaveLength(1)
  })
})

/** The file with another checksum at its end. */
function resealed(text: string): string {
  const lines = text.split('\n').slice(0, -2)
  const body = `${lines.join('\n')}\n`
  const sha256 = createHash('sha256').update(body).digest('hex')
  return `${body}${JSON.stringify({ lines: lines.length, sha256 })}\n`
}
