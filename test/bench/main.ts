// `npm run bench`: how fast, how large, how many rows, beside a bare Worker and what else a developer might take.

import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { explain } from '../../bot/cli/failure.ts'
import { keysOf } from '../../bot/cli/keys.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { bench } from './bench.ts'
import { closeConnections } from './load.ts'
import { resultsText } from './results.ts'

const HELP = `npm run bench -- [--json] [--write] [--sizes 103,1000,10000,100000] [--only TEXT]

  --json    prints every figure as JSON
  --write   writes test/bench/RESULTS.md
  --sizes   how many resources the registry has; 103 are those of the release
  --only    measures the cases whose name has a text`

const SIZES = '103,1000,10000,100000'

async function run(): Promise<void> {
  refuseKeptByNpm(['json', 'write', 'sizes', 'only'], process.env)
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      write: { type: 'boolean' },
      sizes: { type: 'string', default: SIZES },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(HELP)
  const report = await bench({
    keys: keysOf(randomBytes(32).toString('hex')),
    sizes: values.sizes.split(',').map(Number),
    reading: { requests: 60, ms: 200 },
    writing: { requests: 20, ms: 400 },
    only: values.only,
    // Standard output is for the results alone.
    onProgress: (line) => console.error(line),
    onSize(measured) {
      if (values.write) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), resultsText(measured))
    },
  })
  const { bundle } = report
  const json = () => JSON.stringify({ ...report, bundle: { ...bundle, parts: [...bundle.parts] } }, null, 2)
  console.log(values.json ? json() : resultsText(report))
}

try {
  await run()
} catch (error) {
  explain(error)
  process.exitCode = 1
} finally {
  closeConnections()
}
