// `npm test`: format and lint, unused code, types, and every test; `npm run check`: no tests. Ends with one line, "N passed, N failed".

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'registry-tests-'))
const report = join(scratch, 'report.json')

// Tests start the same commands over and over: what Node made of their sources is kept for the next one.
process.env.NODE_COMPILE_CACHE ??= join(scratch, 'compiled')

// Random cases: few where somebody waits for `npm run test:unit`, many here.
process.env.FC_RUNS ??= '500'

/** Whether a command ends well. What it prints comes whole at its end: others run at the same time. */
const check = (command: string, ...given: string[]) =>
  new Promise<boolean>((resolve) => {
    execFile(command, given, { maxBuffer: Infinity }, (error, stdout, stderr) => {
      console.log(`\n> ${command} ${given.join(' ')}\n${stdout}${stderr}${error?.message ?? ''}`)
      resolve(error === null)
    })
  })

const checking = Promise.all([
  check('biome', 'ci', '.'),
  check('knip'),
  check('tsc', '--noEmit'),
  // What runs in a browser, which has other globals than a Worker.
  check('tsc', '--noEmit', '--project', 'worker/web/assets/script'),
  check('tsc', '--noEmit', '--project', 'test/playground/page'),
])
if (process.argv.includes('--check')) process.exit((await checking).every(Boolean) ? 0 : 1)

const testing = spawn(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { stdio: 'inherit' },
)
const [status] = await once(testing, 'exit')
const ended = status === 0
const checks = await checking

interface Counts {
  readonly passed: number
  readonly failed: number
}

/** What vitest wrote of its run; a run that wrote nothing, skipped something or broke beside its tests has failed. */
function testCounts(): Counts {
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
    const skipped = numTotalTests - numPassedTests - numFailedTests
    if (skipped > 0) console.error(`${skipped} tests were skipped: a test that is not run shows nothing.`)
    const broken = skipped > 0 || numTotalTests === 0 || (!ended && numFailedTests === 0)
    return { passed: numPassedTests, failed: numFailedTests + (broken ? 1 : 0) }
  } catch (error) {
    console.error('The tests left no report.', error)
    return { passed: 0, failed: 1 }
  }
}

const tests = testCounts()
rmSync(scratch, { recursive: true })
const passed = tests.passed + checks.filter(Boolean).length
const failed = tests.failed + checks.filter((check) => !check).length
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
