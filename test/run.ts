// `npm test`: format and lint, unused code, types, then every test; `npm run check`: no tests. Ends with one line, "N passed, N failed".

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'registry-tests-'))
const report = join(scratch, 'report.json')

// Tests start the same commands over and over: what Node made of their sources is kept for the next one.
process.env.NODE_COMPILE_CACHE ??= join(scratch, 'compiled')

// Random cases: few where somebody waits for `npm run test:unit`, many here.
process.env.FC_RUNS ??= '500'

const run = (command: string, ...given: string[]) => {
  console.log(`\n> ${command} ${given.join(' ')}`)
  return spawnSync(command, given, { stdio: 'inherit' }).status === 0
}

const checks = [
  run('biome', 'ci', '.'),
  run('knip'),
  run('tsc', '--noEmit'),
  // What runs in a browser, which has other globals than a Worker.
  run('tsc', '--noEmit', '--project', 'worker/web/assets/script'),
  run('tsc', '--noEmit', '--project', 'test/playground/page'),
]
if (process.argv.includes('--check')) process.exit(checks.every(Boolean) ? 0 : 1)
const ended = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)

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
