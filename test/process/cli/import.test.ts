// On a database of its own with every release, beside a Worker that hands it out.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../bot/cli/failure.ts'
import { RegistryError } from '../../../schema/errors.ts'
import { importFile } from '../../../worker/cli/import.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'
import { type LocalWorker, startWorker } from '../../../worker/cli/local/worker.ts'
import { keepMaintainers } from '../../../worker/cli/maintainers.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'

const state = mkdtempSync(join(tmpdir(), 'import-'))
const here = ['--persist-to', state]
const RELEASE = 'schema/survey/3.0.json'
let worker: LocalWorker
let token: string | undefined

beforeAll(async () => {
  await copyMigrated(state)
  worker = await startWorker({ port: await freePort(), vars: {}, persistTo: state })
  token = (await keepMaintainers(['add', '900000000000000001', 'Anna', ...here])).at(-1)
})

afterAll(async () => {
  await worker?.stop()
  removeFolder(state)
})

/** What the command prints, and with what it ends; `as` is a maintainer's API token. */
async function imported(given: readonly string[], as?: string) {
  const lines: string[] = []
  const print = (text: string) => lines.push(...text.split('\n'))
  try {
    const status = await importFile([...given, ...here], { token: as, print })
    return { status, lines, told: '' }
  } catch (error) {
    if (error instanceof Failure || error instanceof RegistryError)
      return { status: 1, lines, told: error.message }
    throw error
  }
}

const UNCHANGED = '0 added, 0 corrected, 46 unchanged, 0 refused'

/** On a connection of its own: while a command runs, nobody here would see that the Worker closes an idle one. */
const get = (path: string) => fetch(`${worker.url}/v1/${path}`, { headers: { Connection: 'close' } })

async function download(name: string): Promise<string> {
  const answer = await get(name)
  const file = join(state, name)
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  return file
}

describe('npm run import', () => {
  it('finds nothing new in the release that was migrated', async () => {
    const { status, lines, told } = await imported([RELEASE])
    expect({ status, told }).toEqual({ status: 0, told: '' })
    expect(lines).toHaveLength(46 + 2)
    expect(lines[0]).toBe('unchanged  radiopaedia')
    expect(lines.at(-1)).toBe(`${UNCHANGED} (nothing was changed: --apply does it)`)
  })

  it.each([
    'export.json',
    'export.ndjson',
    'export.csv',
  ])('takes %s back in, which changes nothing', async (name) => {
    expect((await imported([await download(name), '--apply'], token)).lines.at(-1)).toBe(UNCHANGED)
  })

  it('applies what differs as a maintainer, once', async () => {
    const file = await download('export.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('European Society of Radiology', 'ESR'))
    expect((await imported([file])).lines).toContain('corrected  eurorad  organization')
    expect(await imported([file, '--apply'], 'crm-1-00000000000000000000')).toMatchObject({ status: 1 })
    expect((await imported([file, '--apply'], token)).lines.at(-1)).toBe(
      '0 added, 1 corrected, 45 unchanged, 0 refused',
    )
    expect((await imported([file, '--apply'], token)).lines.at(-1)).toBe(UNCHANGED)
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
    [['README.md'], 'What is in README.md can’t be told: its name ends in none of .json, .ndjson, .csv.'],
    [['a.csv', 'b.csv'], 'import takes one file, and here is “b.csv” too.'],
    [
      [RELEASE, '--remote'],
      '--remote is another database than --local and --persist-to: give one or the other.',
    ],
  ])('%j is told in a sentence, and changes nothing', async (given, sentence) => {
    expect(await imported(given)).toEqual({ status: 1, lines: [], told: sentence })
  })

  it('says what it takes where nothing is asked, and ends with 1 where something is wrong', () => {
    const run = (...given: string[]) =>
      spawnSync(process.execPath, ['worker/cli/import.ts', ...given], { encoding: 'utf8' })
    expect(run()).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^npm run import -- <file> \[--apply\]/),
      stderr: '',
    })
    expect(run('nowhere.csv')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'nowhere.csv cannot be read: ENOENT.\n',
    })
  })
})
