// `npm run bot:register`, without its process.

import { Failure } from '../cli/failure.ts'
import { type Command, titleOf } from './command.ts'
import { connect, type Discord } from './discord.ts'
import { setEndpoint } from './endpoint.ts'
import type { Flags } from './flags.ts'
import { payloadOf, plan } from './plan.ts'
import { planLines, type Report, type Run, summaryOf } from './report.ts'
import type { Settings } from './settings.ts'

interface RegisterContext {
  /** The commands that Discord is to have. */
  readonly declared: readonly Command[]
  /** Called only where Discord is reached. */
  settings(): Settings
  print(text: string): void
  /** Prints progress, apart from the result. */
  note(text: string): void
}

/**
 * Gives the exit code of the process: 2 where a dry run found differences.
 *
 * @throws Failure that a person can act on; the report on what was done is printed first.
 */
export async function register(flags: Flags, { declared, ...context }: RegisterContext): Promise<0 | 2> {
  const printJson = (value: unknown) => context.print(JSON.stringify(value, null, 2))
  if (flags.dryRun && flags.json) {
    printJson(payloadOf(declared, flags.guild))
    return 0
  }
  const discord = connect(context.settings(), context.note)
  const report: Report = {}
  const run: Run = { flags, report, print: flags.json ? () => {} : context.print }
  try {
    // The endpoint first: a command that nothing answers is worse than none.
    const isEndpointOther = flags.endpoint !== undefined && (await setEndpoint(discord, flags.endpoint, run))
    const isListOther = await publish(discord, declared, run)
    return flags.dryRun && (isEndpointOther || isListOther) ? 2 : 0
  } catch (error) {
    if (error instanceof Failure) report.error = error.message
    throw error
  } finally {
    if (flags.json) printJson(report)
  }
}

/** Whether the commands differed from ours. */
async function publish(
  discord: Discord,
  declared: readonly Command[],
  { flags, report, print }: Run,
): Promise<boolean> {
  const { guild, dryRun } = flags
  const found = plan(declared, await discord.listCommands(guild), flags)
  const { changes, payload, kept } = found
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`
  for (const line of planLines(found)) print(line)
  report.commands = { guild: guild ?? null, isPublished: false, changes, kept: kept.map(titleOf) }
  if (changes.length === 0) {
    print(`Nothing to publish: the ${declared.length} commands ${where} are up to date.`)
    return false
  }
  if (dryRun) print(`Dry run, nothing was sent. Would publish ${where}: ${summaryOf(changes)}.`)
  else {
    await discord.overwrite(payload, guild)
    report.commands = { ...report.commands, isPublished: true }
    print(`Published ${where}: ${summaryOf(changes)}.`)
  }
  return true
}
