// `npm run import`: brings the records of a file into the registry, a line for each.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { sourcesFirst } from '../../schema/record/lineage/sources-first.ts'
import { oneLine } from '../../schema/text/one-line.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { createRegistry } from '../registry/index.ts'
import { type WithDatabase, withDatabase } from './database.ts'
import { type Entry, readEntries } from './entries.ts'
import { importEntry, type Report } from './importing.ts'
import { decodeText } from './reading/decode.ts'
import { Unreadable } from './reading/unreadable.ts'
import { readCommandLine, WHERE_FLAGS, WHERE_HELP } from './where.ts'

const HELP = `npm run import -- <file> [--apply] [--local | --remote] [--persist-to DIR]

  <file>   what the registry hands out (export.json, export.ndjson, export.csv), also as a spreadsheet program,
           PowerShell or jq has saved it, or a release, as schema/survey/3.0.json. Encoding, separator and format
           are found by content. References are not read, because they cannot be proposed

  Prints a line a record: added, corrected, unchanged, or refused and why. What has moved on since the file
  was made is refused. Ends with 1 where anything was.

  --apply            submits what differs and approves it, as the maintainer whose API token is in the
                     environment as REGISTRY_TOKEN. Without it nothing is changed: look at that first
${WHERE_HELP}`

const OUTCOMES = ['added', 'corrected', 'unchanged', 'refused'] as const

export interface ImportContext {
  /** A maintainer's API token. */
  readonly token: string | undefined
  readonly withDatabase: WithDatabase
  print(text: string): void
}

/** With what the command ends: 1 where a record was refused. @throws Failure with what a person can act on. */
export async function importFile(
  given: readonly string[],
  { token, withDatabase, print }: ImportContext,
): Promise<0 | 1> {
  const { isHelp, where, positionals, flags } = readCommandLine(given, HELP, ['apply'])
  const isApplied = flags.has('apply')
  const [file, extra] = positionals
  if (isHelp || file === undefined) {
    print(HELP)
    return 0
  }
  if (extra !== undefined) throw new Failure(`import takes one file, and here is “${extra}” too.`)
  const maintainer = isApplied ? maintainerOf(token) : undefined
  const entries = entriesIn(file)
  const reports = await withDatabase(where, (database) =>
    importAll(
      createRegistry(database, { submissionsPerDay: Number.MAX_SAFE_INTEGER, isHost: true }),
      entries,
      maintainer,
      print,
    ),
  )
  const counted = OUTCOMES.map((outcome) => `${countOf(reports, outcome)} ${outcome}`).join(', ')
  print(`\n${counted}${isApplied ? '' : ' (nothing was changed: --apply does it)'}`)
  return countOf(reports, 'refused') > 0 ? 1 : 0
}

const countOf = (reports: readonly Report[], outcome: Report['outcome']) =>
  reports.filter((report) => report.outcome === outcome).length

async function importAll(
  registry: Registry,
  entries: readonly Entry[],
  maintainer: Actor | undefined,
  print: ImportContext['print'],
): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const entry of ordered(entries)) {
    const report = await importEntry(registry, entry, maintainer)
    // Reasons quote the file, which may have line ends.
    const detail = report.detail && oneLine(report.detail)
    print([report.outcome.padEnd(9), oneLine(report.slug), detail].filter(Boolean).join('  '))
    reports.push(report)
  }
  return reports
}

/** Sources before what is derived from them. The registry refuses a circle, which has no order. */
function ordered(entries: readonly Entry[]): readonly Entry[] {
  try {
    return sourcesFirst(entries)
  } catch {
    return entries
  }
}

function maintainerOf(token: string | undefined): Actor {
  if (!token)
    throw new Failure(
      '--apply takes a maintainer’s API token, as REGISTRY_TOKEN: npm run maintainers -- add tells one.',
    )
  return { kind: 'token', token }
}

function entriesIn(file: string): readonly Entry[] {
  try {
    return readEntries(basename(file), decodeText(readFileSync(file)))
  } catch (error) {
    if (error instanceof Unreadable) throw new Failure(error.message)
    if (error instanceof Error && 'code' in error) throw new Failure(`${file} cannot be read: ${error.code}.`)
    throw error
  }
}

if (import.meta.main)
  try {
    refuseKeptByNpm(WHERE_FLAGS, process.env)
    const token = process.env.REGISTRY_TOKEN
    process.exitCode = await importFile(process.argv.slice(2), { token, withDatabase, print: console.log })
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
