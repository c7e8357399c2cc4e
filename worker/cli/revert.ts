// `npm run revert`: the host undoes all that a maintainer changed in a time.

import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { RegistryError } from '../../schema/errors.ts'
import { oneLine } from '../../schema/text/one-line.ts'
import type { UndoneChange } from '../../schema/verbs/resources.ts'
import { createRegistry } from '../registry/index.ts'
import { type WithDatabase, withDatabase } from './database.ts'
import { instantOf, readCommandLine, WHERE_FLAGS, WHERE_HELP } from './where.ts'

const HELP = `npm run revert -- --by ID --since DATE [--until DATE] [--apply] [--local | --remote] [--persist-to DIR]

  --by ID        the Discord user id of the maintainer
  --since DATE   from this day on (UTC), or this instant, as 2026-05-12T18:30:00Z
  --until DATE   up to the end of this day, or this instant; without it up to now
  --apply        undoes the changes, in one batch that announces nothing. Without it nothing is changed: look
                 at that first

  Prints a line a change, the latest first: what was done, or why not. Submissions stay as they were decided, and
  the maintainer stays one: npm run maintainers -- remove ends that.
${WHERE_HELP}`

/** The lines that it prints. @throws Failure or RegistryError with what a person can act on. */
export async function revertAllOf(
  typed: readonly string[],
  withDatabase: WithDatabase,
): Promise<readonly string[]> {
  const { isHelp, where, positionals, flags, texts } = readCommandLine(
    typed,
    HELP,
    ['apply'],
    ['by', 'since', 'until'],
  )
  if (isHelp) return [HELP]
  const { by, since, until } = texts
  if (positionals.length > 0)
    throw new Failure(`revert takes options alone, and here is “${positionals[0]}”.`)
  if (by === undefined || since === undefined)
    throw new Failure('revert takes --by with a Discord user id and --since with a day.')
  const time = {
    since: instantOf('since', since),
    ...(until !== undefined && { until: instantOf('until', until, 'end') }),
  }
  const isApplied = flags.has('apply')
  const outcomes = await withDatabase(where, (database) =>
    createRegistry(database).revertAll('console', { by, ...time }, isApplied),
  )
  const done = outcomes.filter(({ outcome }) => outcome === 'undone').length
  const end = isApplied ? '' : ' (nothing was changed: --apply does it)'
  return [...outcomes.map(lineOf), `${done} of ${outcomes.length} changes undone${end}`]
}

/** "#120  lung-atlas  added on 2026-11-29: undone" */
function lineOf(undone: UndoneChange): string {
  const { sequence, slug, action, at } = undone.change
  return `#${sequence}  ${oneLine(slug)}  ${action} on ${at.slice(0, 10)}: ${outcomeText(undone)}`
}

function outcomeText(undone: UndoneChange): string {
  switch (undone.outcome) {
    case 'undone':
      return 'undone'
    case 'nothingLeft':
      return 'nothing is left of it to undo'
    case 'addressTaken':
      return 'not undone: another resource or submission has its address by now'
    case 'changedLater':
      return `not undone: later changes touch the same fields: ${undone.fields.join(', ')}`
  }
}

if (import.meta.main)
  try {
    refuseKeptByNpm([...WHERE_FLAGS, 'apply', 'by', 'since', 'until'], process.env)
    for (const line of await revertAllOf(process.argv.slice(2), withDatabase)) console.log(line)
  } catch (error) {
    explain(error instanceof RegistryError ? new Failure(error.message) : error)
    process.exitCode = 1
  }
