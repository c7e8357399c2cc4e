// Run as a person runs it, on a database of its own with every release, beside a Worker that hands it out.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../bot/local/database.ts'
import { freePort } from '../../../bot/local/ports.ts'
import { type LocalWorker, startWorker } from '../../../bot/local/worker.ts'

const state = mkdtempSync(join(tmpdir(), 'import-'))
const here = ['--persist-to', state]
const RESEARCHED = 'schema/survey/resources-2026.json'
let worker: LocalWorker
let token: string | undefined

beforeAll(async () => {
  await migrate(state)
  worker = await startWorker({ port: await freePort(), vars: {}, persistTo: state })
  token = run('maintainers', ['add', '900000000000000001', 'Anna', ...here]).lines.at(-1)
}, 120_000)

afterAll(async () => {
  await worker?.stop()
  rmSync(state, { recursive: true })
})

/** `as` is a maintainer's API token. */
function run(script: string, given: readonly string[], as?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`worker/cli/${script}.ts`, ...given], {
    encoding: 'utf8',
    env: { ...process.env, REGISTRY_TOKEN: as ?? '' },
  })
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

const imported = (given: readonly string[], as?: string) => run('import', [...given, ...here], as)
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
  it('finds nothing new in the file that release 3.0 was cut from', () => {
    const { status, lines, stderr } = imported([RESEARCHED])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(lines).toHaveLength(46 + 2)
    expect(lines[0]).toBe('unchanged  radiopaedia')
    expect(lines.at(-1)).toBe(`${UNCHANGED} (nothing was changed: --apply does it)`)
  }, 60_000)

  it.each([
    'export.json',
    'export.ndjson',
    'export.csv',
  ])('takes %s back in, which changes nothing', async (name) => {
    expect(imported([await download(name), '--apply'], token).lines.at(-1)).toBe(UNCHANGED)
  }, 60_000)

  it('applies what differs as a maintainer, once', async () => {
    const file = await download('export.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('European Society of Radiology', 'ESR'))
    expect(imported([file]).lines).toContain('corrected  eurorad  organization')
    expect(imported([file, '--apply'], 'crm-1-00000000000000000000')).toMatchObject({ status: 1 })
    expect(imported([file, '--apply'], token).lines.at(-1)).toBe(
      '0 added, 1 corrected, 45 unchanged, 0 refused',
    )
    expect(imported([file, '--apply'], token).lines.at(-1)).toBe(UNCHANGED)
    const answer = await get('changes?slug=eurorad')
    const { items } = (await answer.json()) as { items: { reason: string }[] }
    expect(items[0]?.reason).toBe('Imported from export.csv')
  }, 120_000)

  it.each([
    [
      [RESEARCHED, '--apply'],
      '--apply takes a maintainer’s API token, as REGISTRY_TOKEN: npm run maintainers -- add tells one.',
    ],
    [['nowhere.csv'], 'nowhere.csv cannot be read: ENOENT.'],
    [['README.md'], 'What is in README.md can’t be told: its name ends in none of .json, .ndjson, .csv.'],
    [['a.csv', 'b.csv'], 'import takes one file, and here is “b.csv” too.'],
    [
      [RESEARCHED, '--remote'],
      '--remote is another database than --local and --persist-to: give one or the other.',
    ],
  ])('%j ends with a sentence and 1', (given, sentence) => {
    const { status, lines, stderr } = imported(given)
    expect({ status, lines, stderr }).toEqual({ status: 1, lines: [''], stderr: `${sentence}\n` })
  })

  it('says what it takes where nothing is asked', () => {
    expect(run('import', []).lines[0]).toBe(
      'npm run import -- <file> [--apply] [--local | --remote] [--persist-to DIR]',
    )
  })
})
