// Where the stand-in Discord of a running `npm start` is: a note beside the key, one for each port of a Worker.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { HOME } from '../../bot/cli/keys.ts'

const Note = z.object({ url: z.string(), pid: z.number() })

const fileOf = (workerPort: number, directory: string) => join(directory, `stand-in-${workerPort}.json`)

/** Gone again when this process is. */
export function noteAddress(workerPort: number, url: string, directory: string = HOME): void {
  const file = fileOf(workerPort, directory)
  mkdirSync(directory, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ url, pid: process.pid })}\n`)
  process.once('exit', () => rmSync(file, { force: true }))
}

/** Undefined without a note, and where whoever wrote it was killed before it could be removed. */
export function notedAddress(workerPort: number, directory: string = HOME): string | undefined {
  try {
    const { url, pid } = z.parse(Note, JSON.parse(readFileSync(fileOf(workerPort, directory), 'utf8')))
    // Sends nothing, and fails where there is no such process.
    process.kill(pid, 0)
    return url
  } catch {
    return undefined
  }
}
