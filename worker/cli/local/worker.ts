// The Worker on this machine, in workerd.

import { Failure } from '../../../bot/cli/failure.ts'
import { persisting } from './database.ts'
import { requireFree } from './ports.ts'
import { wrangler } from './wrangler.ts'

export interface LocalWorker {
  readonly url: string
  /** Resolves when it has ended, also by itself, with what it printed. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

export interface WorkerSettings {
  readonly port: number
  /** What the Worker is told beside its own address and wrangler.toml, which this overrides. */
  readonly vars: { readonly [name: string]: string }
  /** Where the database is, when not where wrangler has it by itself. */
  readonly persistTo?: string | undefined
  readonly log?: (line: string) => void
}

/** Whether it is well, and what cron would ask: worth no line. */
const FREQUENT_REQUESTS = /GET \/(healthz|cdn-cgi\/handler\/scheduled) 200/

export const urlOf = (port: number): string => `http://localhost:${port}`

/** Resolves once it answers. */
export async function startWorker({ port, vars, persistTo, log }: WorkerSettings): Promise<LocalWorker> {
  // Asked beforehand, since wrangler would quietly take another one.
  await requireFree(port, 'PORT')
  const url = urlOf(port)
  let isReady = false
  const run = wrangler(
    [
      'dev',
      ...['--port', String(port), '--inspector-port', '0', '--show-interactive-dev-session=false'],
      ...Object.entries({ ...vars, PUBLIC_URL: url }).flatMap(([name, value]) => [
        '--var',
        `${name}:${value}`,
      ]),
      ...persisting(persistTo),
    ],
    (line) => isReady && line.trim() && !FREQUENT_REQUESTS.test(line) && log?.(line),
  )
  let hasEnded = false
  const ended = run.exited.then(() => {
    hasEnded = true
    return run.output()
  })
  const deadline = Date.now() + 180_000
  while (!(await isWell(url))) {
    const failure = hasEnded
      ? 'ended before it answered'
      : run.output().includes('Build failed')
        ? 'could not be built'
        : Date.now() > deadline && 'gave no answer for three minutes'
    if (failure) {
      await run.stop()
      throw new Failure(`The Worker ${failure}. Wrangler says:\n\n${run.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  isReady = true
  return {
    url,
    ended,
    stop() {
      // What its bundler complains of when it is ended is nobody's concern.
      isReady = false
      return run.stop()
    },
  }
}

/** Whether a Worker answers at that address: where nobody listens, that is known at once. */
export async function isWell(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(20_000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
