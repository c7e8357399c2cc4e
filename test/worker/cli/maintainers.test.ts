// Run as a person runs it, on a database of its own, beside a Worker that runs on the same.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../bot/local/database.ts'
import { freePort } from '../../../bot/local/ports.ts'
import { type LocalWorker, startWorker } from '../../../bot/local/worker.ts'

const state = mkdtempSync(join(tmpdir(), 'maintainers-'))
const ANNA = '900000000000000001'
let worker: LocalWorker

beforeAll(async () => {
  await migrate(state)
  worker = await startWorker({ port: await freePort(), vars: {}, persistTo: state })
}, 90_000)

afterAll(async () => {
  await worker?.stop()
  rmSync(state, { recursive: true })
})

function maintainers(...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['worker/cli/maintainers.ts', ...given], {
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

const here = ['--persist-to', state]

/** What the Worker says to a token. */
async function statusWith(token: string): Promise<number> {
  const answer = await fetch(`${worker.url}/v1/submissions`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  await answer.body?.cancel()
  return answer.status
}

describe('npm run maintainers', () => {
  it('adds one, whose token on the last line the running Worker takes, until there is a new one', async () => {
    const first = maintainers('add', ANNA, 'Anna', 'Smith', ...here)
    expect(first).toMatchObject({ status: 0, stderr: '' })
    const token = first.lines.at(-1) ?? ''
    expect(token).toMatch(/^crm-\d+-[0-9a-z]{26}$/)
    expect(await statusWith(token)).toBe(200)

    const listed = maintainers('list', '--local', ...here)
    expect(listed.lines).toEqual([
      expect.stringMatching(/^900000000000000001 {2}Anna Smith {2}since \d{4}-\d\d-\d\d$/),
    ])

    const second = maintainers('add', ANNA, 'Anna', ...here).lines.at(-1) ?? ''
    expect(await statusWith(token)).toBe(401)
    expect(await statusWith(second)).toBe(200)

    expect(maintainers('remove', ANNA, ...here)).toMatchObject({ status: 0 })
    expect(await statusWith(second)).toBe(401)
    expect(maintainers('list', ...here).lines).toEqual(['There is no maintainer yet.'])
  }, 120_000)

  it.each([
    [['add', '12', 'Anna', ...here], 'A Discord user id is 15 to 20 digits: copy it from the profile.'],
    [['add', ANNA, ...here], 'add takes a Discord user id and a name: add 900000000000000001 "A Name"'],
    [['remove', '900000000000000009', ...here], 'No maintainer has the Discord id 900000000000000009.'],
    [['promote'], 'There is no command “promote”: add, list and remove are those there are.'],
    [
      ['list', '--remote', '--local'],
      '--remote is another database than --local and --persist-to: give one or the other.',
    ],
  ])(
    '%j ends with a sentence and 1',
    (given, sentence) => {
      const { status, lines, stderr } = maintainers(...given)
      expect({ status, lines, stderr }).toEqual({ status: 1, lines: [''], stderr: `${sentence}\n` })
    },
    30_000,
  )

  it('says what it takes where nothing is asked, and where an option is unknown', () => {
    expect(maintainers()).toMatchObject({ status: 0, stderr: '' })
    expect(maintainers().lines[0]).toBe(
      'npm run maintainers -- <command> [--local | --remote] [--persist-to DIR]',
    )
    expect(maintainers('list', '--everywhere')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--everywhere'),
    })
  }, 30_000)
})
