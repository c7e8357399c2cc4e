// The Worker on this machine: its database migrated, itself in workerd.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.ts'
import { isFree } from './ports.ts'
import { ROOT, wrangler } from './wrangler.ts'

export interface LocalWorker {
  readonly url: string
  /** Resolves when it has ended, also by itself, with what it printed. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

export interface WorkerSettings {
  readonly port: number
  /** What the Worker is told beside wrangler.toml, which this overrides. */
  readonly vars: { readonly [name: string]: string }
  /** Where the database is, when not where wrangler has it by itself. */
  readonly persistTo?: string | undefined
  readonly log?: (line: string) => void
}

/** Where wrangler has local databases unless it is told otherwise. */
const USUAL_STATE = join(ROOT, '.wrangler/state')

/** Where in it the databases are: who deletes them deletes the note beside them. */
const DATABASES = 'v3/d1'

/** Applies what is missing. Asking wrangler takes two seconds, so a note says when there is nothing to ask. */
export async function migrate(persistTo?: string): Promise<void> {
  const note = join(persistTo ?? USUAL_STATE, DATABASES, 'migrated')
  const wanted = fingerprint()
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return
  const run = wrangler(['d1', 'migrations', 'apply', 'DB', '--local', ...persisting(persistTo)])
  const code = await run.exited
  await run.stop()
  if (code !== 0)
    throw new Failure(`The local database could not be migrated. Wrangler says:\n\n${run.output()}`)
  writeFileSync(note, wanted)
}

/** Changes with every migration, and with wrangler.toml, which names the database. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'wrangler.toml')))
  const folder = join(ROOT, 'schema/migrations')
  for (const name of readdirSync(folder).sort())
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

/** Resolves once it answers. */
export async function startWorker({ port, vars, persistTo, log }: WorkerSettings): Promise<LocalWorker> {
  if (!(await isFree(port)))
    throw new Failure(
      `Port ${port} is taken, perhaps by another npm start. PORT moves this one: PORT=${port + 10} npm start`,
    )
  let isReady = false
  const run = wrangler(
    [
      'dev',
      ...['--port', String(port), '--inspector-port', '0', '--show-interactive-dev-session=false'],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
      ...persisting(persistTo),
    ],
    // That it is well is asked often, and worth no line.
    (line) => isReady && line.trim() && !line.includes('GET /healthz 200') && log?.(line),
  )
  const url = `http://localhost:${port}`
  let hasEnded = false
  const ended = run.exited.then(() => {
    hasEnded = true
    return run.output()
  })
  const deadline = Date.now() + 60_000
  while (!(await isWell(url))) {
    const failure = hasEnded
      ? 'ended before it answered'
      : run.output().includes('Build failed')
        ? 'could not be built'
        : Date.now() > deadline && 'gave no answer for a minute'
    if (failure) {
      await run.stop()
      throw new Failure(`The Worker ${failure}. Wrangler says:\n\n${run.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  isReady = true
  return { url, ended, stop: run.stop }
}

/** Whether a Worker answers at that address. */
export async function isWell(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

const persisting = (persistTo: string | undefined) => (persistTo ? ['--persist-to', persistTo] : [])
