// What it takes until a Worker can answer: the processor time of a workerd that has just loaded it, least of several, beside
// the same of a Worker that does nothing.

import { Miniflare } from 'miniflare'
import type { Keys } from '../../bot/cli/keys.ts'
import type { Module } from './built.ts'
import { workerOf } from './machine.ts'
import { processorTime, workerdUnder } from './processor.ts'

const NOTHING: readonly Module[] = [
  { name: 'index.js', type: 'esm', contents: 'export default { fetch: () => new Response() }' },
]
const TIMES = 5

async function once(modules: readonly Module[], keys: Keys): Promise<number | undefined> {
  const miniflare = new Miniflare({ workers: [workerOf('starting', modules, keys)] })
  await miniflare.ready
  const spent = processorTime(workerdUnder(process.pid))
  await miniflare.dispose()
  return spent
}

/** In milliseconds; undefined where processes do not tell. No other workerd of ours may run. */
export async function startUp(modules: readonly Module[], keys: Keys): Promise<number | undefined> {
  const [own, nothing] = [[] as number[], [] as number[]]
  for (let i = 0; i < TIMES; i++) {
    own.push((await once(modules, keys)) ?? Number.NaN)
    nothing.push((await once(NOTHING, keys)) ?? Number.NaN)
  }
  const least = Math.min(...own) - Math.min(...nothing)
  return Number.isNaN(least) ? undefined : least
}
