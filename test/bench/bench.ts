// The whole bench: size of the bundle, start, then every case at each size of the registry.

import { cpus, loadavg } from 'node:os'
import { gzipSync } from 'node:zlib'
import type { Keys } from '../../bot/cli/keys.ts'
import type { MeasuredJob } from '../scale/job-costs.ts'
import { bundleParts, deployedModules, installedRivals } from './built.ts'
import { type Case, commandCase, readingCases, writingCases } from './cases.ts'
import { measureJobs } from './jobs.ts'
import type { Budget } from './load.ts'
import { type Machine, startMachine } from './machine.ts'
import { measure, type Row } from './measure.ts'
import { startUp } from './start-up.ts'

export interface Size {
  /** How many resources the registry has. */
  readonly resources: number
  readonly floor: Row
  readonly rivals: readonly Row[]
  readonly rows: readonly Row[]
}

export interface Report {
  readonly at: string
  readonly machine: string
  /** How busy it was before the bench began: the number of processes that wanted a core. */
  readonly load: number
  readonly bundle: {
    readonly raw: number
    readonly gzipped: number
    readonly parts: ReadonlyMap<string, number>
  }
  readonly startUpMs: number | undefined
  readonly sizes: readonly Size[]
  readonly jobs: readonly MeasuredJob[]
}

export interface Plan {
  readonly keys: Keys
  /** In order, from the release's own number on. */
  readonly sizes: readonly number[]
  readonly reading: Budget
  readonly writing: Budget
  /** Only cases whose name has it. */
  readonly only?: string | undefined
  readonly onProgress: (line: string) => void
  /** Called after each size with what was measured until then: the largest takes as long as all others. */
  readonly onSize: (report: Report) => void
}

/** What every rival answers too. */
const QUESTION = 'covid-data ultrasound'

export async function bench(plan: Plan): Promise<Report> {
  const { keys, sizes, onProgress, onSize } = plan
  const [load = 0] = loadavg()
  onProgress('bundle')
  const modules = await deployedModules()
  const parts = await bundleParts()
  onProgress('start')
  const startUpMs = await startUp(modules, keys)
  onProgress('jobs')
  const jobs = measureJobs()
  const contents = Buffer.concat(modules.map((module) => Buffer.from(module.contents)))
  const bundle = { raw: contents.length, gzipped: gzipSync(contents).length, parts }
  const report = (measured: readonly Size[]): Report => ({
    at: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`,
    ...{ load, bundle, startUpMs, sizes: measured, jobs },
  })
  const machine = await startMachine(keys, modules, await installedRivals())
  try {
    const measured: Size[] = []
    const token = await machine.maintainerToken()
    for (const size of sizes) {
      onProgress(`${size} resources`)
      await machine.grow(size)
      const { total } = await machine.count()
      measured.push({ resources: total, ...(await measureSize(plan, machine, token)) })
      onSize(report(measured))
    }
    return report(measured)
  } finally {
    await machine.stop()
  }
}

async function measureSize(
  { keys, reading, writing, only = '', onProgress }: Plan,
  { registry, counted, floor, rivals, pid }: Machine,
  token: string,
): Promise<Omit<Size, 'resources'>> {
  const question = commandCase(keys, QUESTION)
  const floorCourse = { url: floor, make: question.make }
  const other = (name: string, url: URL) =>
    measure({ ...question, name }, { url, pid, floor: floorCourse }, reading)
  const rows: Row[] = []
  const run = async (cases: readonly Case[], budget: Budget) => {
    for (const one of cases.filter(({ name }) => name.includes(only))) {
      onProgress(`  ${one.name}`)
      rows.push(await measure(one, { url: registry, counted, pid, floor: floorCourse }, budget))
    }
  }
  const ofFloor = await other('floor', floor)
  const ofRivals: Row[] = []
  for (const { name, url } of rivals) ofRivals.push(await other(name, url))
  await run(readingCases(keys), reading)
  const prepare = async (outgoing: { path: string; headers: object; body?: string }) => {
    const { path, headers, body = '' } = outgoing
    const init = { method: 'POST', headers: { ...headers }, body }
    const answer = await fetch(new URL(path, registry), init)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as { id: string }
  }
  await run(writingCases({ keys, token, prepare }), writing)
  return { floor: ofFloor, rivals: ofRivals, rows }
}
