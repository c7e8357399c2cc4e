// The file of a backup: written in one go and named when it is whole, and checked in full before anything is restored.

import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import * as z from 'zod/mini'
import { Failure } from '../../bot/cli/failure.ts'
import {
  type BackupEnd,
  type BackupHead,
  type BackupRow,
  FORMAT,
  lastLine,
} from '../registry/backup/back-up.ts'

/** Hashes and counts the lines that pass through it. */
export interface Tally {
  readonly hash: Hash
  lines: number
}

export const newTally = (): Tally => ({ hash: createHash('sha256'), lines: 0 })

export function count(tally: Tally, line: string): void {
  tally.hash.update(line)
  tally.lines += 1
}

export const endOf = ({ hash, lines }: Tally): BackupEnd => ({ lines, sha256: hash.digest('hex') })

/** Only its owner may read the file: it has names and contacts. A file that is there stays, and is a failure. */
export async function writeBackup(file: string, lines: AsyncIterable<string>): Promise<BackupEnd> {
  const unfinished = `${file}.unfinished`
  if (existsSync(file)) throw new Failure(`${file} is there already, and stays as it is. Give another name.`)
  const tally = newTally()
  try {
    const handle = await open(unfinished, 'w', 0o600)
    try {
      for await (const line of lines) {
        count(tally, line)
        await handle.write(line)
      }
      const end = endOf(tally)
      await handle.write(lastLine(end))
      await handle.sync()
      await rename(unfinished, file)
      return end
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw asFailure(error, `${file} cannot be written`)
  }
}

const asFailure = (error: unknown, what: string): unknown =>
  error instanceof Error && 'code' in error && 'syscall' in error
    ? new Failure(`${what}: ${error.code}.`)
    : error

const Head = z.object({
  format: z.literal(FORMAT),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  columns: z.record(z.string(), z.array(z.string())),
})
const Row = z.tuple([z.string()], z.union([z.string(), z.number(), z.null()]))
const End = z.object({ lines: z.number(), sha256: z.string() })

/** Without their ends. JSON leaves U+2028 in texts, which readline would take for the end of a line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun = ''
  try {
    for await (const text of createReadStream(file, 'utf8')) {
      const lines = (begun + text).split('\n')
      begun = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw asFailure(error, `${file} cannot be read`)
  }
  if (begun !== '') yield begun
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Reads the whole file. @throws Failure where it is no backup, is cut off, or was changed. */
export async function checkBackup(
  file: string,
): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> {
  const tally = newTally()
  let head: BackupHead | undefined
  let last: string | undefined
  for await (const line of linesOf(file)) {
    if (last !== undefined) count(tally, `${last}\n`)
    head ??= headIn(file, line)
    last = line
  }
  const named = End.safeParse(parsed(last ?? ''))
  if (!head || !named.success)
    throw new Failure(`${file} is cut off: its last line is not the checksum of a backup.`)
  const end = endOf(tally)
  if (end.sha256 !== named.data.sha256)
    throw new Failure(
      `${file} was changed or damaged after it was written: its checksum is ${end.sha256}, and its last line says ${named.data.sha256}.`,
    )
  return { head, end }
}

function headIn(file: string, line: string): BackupHead {
  const read = Head.safeParse(parsed(line))
  if (!read.success)
    throw new Failure(`${file} is no backup of a registry, or one of another version of this command.`)
  return read.data
}

/** The rows of a file that `checkBackup` has read. */
export async function* rowsOf(file: string, { lines }: BackupEnd): AsyncGenerator<BackupRow> {
  let number = 0
  for await (const line of linesOf(file)) {
    number += 1
    if (number > 1 && number <= lines) yield Row.parse(parsed(line))
  }
}
