// A database with the schema and the survey in it, made once a run and copied after that: making one takes five seconds of a
// processor.

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../../worker/cli/local/database.ts'

/** Names the folder of this run, to every process that it starts. */
const NAME = 'REGISTRY_TEST_STATE'

/** Of the projects whose tests copy it, the first makes the folder, and the last to end finds it gone. */
export default function setup(): () => void {
  process.env[NAME] ??= mkdtempSync(join(tmpdir(), 'registry-state-'))
  const folder = process.env[NAME]
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Fills the folder `to` with a migrated database, as wrangler's `--persist-to` takes it. */
export async function copyMigrated(to: string): Promise<void> {
  const home = process.env[NAME]
  if (home === undefined) throw new Error('This project has no test/support/state.ts among its globalSetup.')
  const [made, ready, broken] = [join(home, 'made'), join(home, 'ready'), join(home, 'broken')]
  if (isFirst(made))
    await migrate(made).then(
      () => mkdirSync(ready),
      (error: unknown) => {
        mkdirSync(broken)
        throw error
      },
    )
  while (!existsSync(ready)) {
    if (existsSync(broken)) throw new Error('The database could not be made: another test file says why.')
    await sleep(100)
  }
  cpSync(made, to, { recursive: true })
}

/** Of a Worker that was stopped: what it started may be about to end still, and to write. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })

/** Only one process can make a folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
