// Wrangler as a child process: quiet, without questions, and gone when we are.

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export const ROOT = join(import.meta.dirname, '../../..')

const CLI = createRequire(import.meta.url).resolve('wrangler')

export interface Wrangler {
  /** All that it has printed so far, without colours. */
  output(): string
  /** What of it went to stdout: where it was asked for JSON, that alone. */
  stdout(): string
  /** Resolves when it has ended, with its exit code. */
  readonly exited: Promise<number | null>
  /** Ends it and every process that it started. */
  stop(): Promise<void>
}

/** No telemetry, no question about it, no look for a newer version, no request for where on earth we are, no log files. */
export const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

export function wrangler(args: readonly string[], onLine: (line: string) => void = () => {}): Wrangler {
  const child = spawn(process.execPath, ['--no-warnings', CLI, ...args], {
    cwd: ROOT,
    // Its [build] command runs in this Node, whichever else the machine has.
    env: {
      ...process.env,
      ...QUIET,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    },
    // Without a terminal to ask on it takes its defaults instead of waiting for an answer.
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that workerd and esbuild, its children, can be ended with it, and so that Ctrl-C
    // in a terminal reaches us alone: we end it in order.
    detached: true,
  })
  let output = ''
  let stdout = ''
  child.stdout.on('data', (text: string) => {
    stdout += text
  })
  for (const stream of [child.stdout, child.stderr]) {
    let partial = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const lines = (partial + text).split('\n')
      partial = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
  }
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += String(error)
      resolve(null)
    })
    child.once('close', resolve)
  })
  const sweep = () => {
    if (child.pid !== undefined) killGroup(child.pid)
  }
  process.once('exit', sweep)
  return {
    output: () => stripVTControlCharacters(output).trim(),
    stdout: () => stripVTControlCharacters(stdout).trim(),
    exited,
    async stop() {
      child.kill('SIGTERM')
      const overdue = setTimeout(sweep, 2000)
      await exited
      clearTimeout(overdue)
      sweep()
      process.removeListener('exit', sweep)
    },
  }
}

/** Whatever is left of the group; nothing left is what we hope for. Windows has no groups: there wrangler is on its own. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
