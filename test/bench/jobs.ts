// What a run of each job costs: as the tests that hold its budget measure it.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../bot/cli/failure.ts'
import type { MeasuredJob } from '../scale/job-costs.ts'

const FILE = 'test/scale/jobs.test.ts'

interface Reported {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly meta: { readonly job?: MeasuredJob } }[]
  }[]
}

/** Throws `Failure` where a test fails. */
export function measureJobs(): readonly MeasuredJob[] {
  const folder = mkdtempSync(join(tmpdir(), 'registry-jobs-'))
  const report = join(folder, 'report.json')
  const { resolve } = createRequire(import.meta.url)
  const vitest = join(resolve('vitest/package.json'), '../vitest.mjs')
  const options = ['run', '--project', 'scale', FILE, '--reporter=json', `--outputFile=${report}`]
  try {
    const { status, stderr } = spawnSync(process.execPath, [vitest, ...options], { encoding: 'utf8' })
    if (status !== 0) throw new Failure(`${FILE} fails. It says:\n\n${stderr}`)
    const { testResults }: Reported = JSON.parse(readFileSync(report, 'utf8'))
    return testResults.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ meta }) => meta.job ?? []),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
