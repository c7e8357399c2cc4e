// On a database of its own, beside a Worker that runs on the same.

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../worker/cli/local/ports.ts'
import { type LocalWorker, startWorker } from '../../../worker/cli/local/worker.ts'
import { keepMaintainers } from '../../../worker/cli/maintainers.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'

const state = mkdtempSync(join(tmpdir(), 'maintainers-'))
const ANNA = '900000000000000001'
let worker: LocalWorker

beforeAll(async () => {
  await copyMigrated(state)
  worker = await startWorker({ port: await freePort(), vars: {}, persistTo: state })
})

afterAll(async () => {
  await worker?.stop()
  removeFolder(state)
})

const here = ['--persist-to', state]
const maintainers = (...given: readonly string[]) => keepMaintainers([...given, ...here])

/** As a person runs it. */
const run = (...given: readonly string[]) =>
  spawnSync(process.execPath, ['worker/cli/maintainers.ts', ...given], { encoding: 'utf8' })

/** What the Worker says to a token. */
async function statusWith(token: string): Promise<number> {
  // On a connection of its own: while a command runs, nobody here would see that the Worker closes an idle one.
  const answer = await fetch(`${worker.url}/v1/submissions`, {
    headers: { Authorization: `Bearer ${token}`, Connection: 'close' },
  })
  await answer.body?.cancel()
  return answer.status
}

describe('npm run maintainers', () => {
  let latest = ''

  it('adds one, whose token on the last line the running Worker takes, until there is a new one', async () => {
    const added = run('add', ANNA, 'Anna', 'Smith', ...here)
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

  it.each([
    [['remove', '900000000000000009'], 'No maintainer has the Discord id 900000000000000009.'],
    [['promote'], 'There is no command “promote”: add, list and remove are those there are.'],
    [
      ['list', '--remote', '--local'],
      '--remote is another database than --local and --persist-to: give one or the other.',
    ],
  ])('%j is told in a sentence', async (given, sentence) => {
    await expect(maintainers(...given)).rejects.toThrow(sentence)
  })

  it('tells what is mistyped before it opens a database', async () => {
    await expect(keepMaintainers(['add', ANNA, '--persist-to', 'package.json'])).rejects.toThrow(
      'add takes a Discord user id and a name: add 900000000000000001 "A Name"',
    )
  })

  it('says what it takes where nothing is asked, and ends with 1 where something is wrong', async () => {
    expect((await keepMaintainers([]))[0]).toMatch(/^npm run maintainers -- <command> \[--local/)
    await expect(maintainers('list', '--everywhere')).rejects.toThrow('--everywhere')
    expect(run('add', '12', 'Anna', ...here)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'A Discord user id is 15 to 20 digits: copy it from the profile.\n',
    })
  })
})
