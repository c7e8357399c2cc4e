// `npm run bot:register`, without its process.

import { COLOUR, PLAIN, type Style } from '../cli/colours.ts'
import { Failure } from '../cli/failure.ts'
import type { Command } from './command.ts'
import { connect, type Discord } from './discord.ts'
import { setEndpoint } from './endpoint.ts'
import type { Flags } from './flags.ts'
import { payloadOf, plan } from './plan.ts'
import { planLines, planReport, type Report, type Run, summaryOf } from './report.ts'
import type { Settings } from './settings.ts'

export interface RegisterContext {
  /** The commands that Discord is to have. */
  readonly declared: readonly Command[]
  /** Called only where Discord is reached. */
  settings(): Settings
  print(text: string): void
  /** Prints progress, apart from the result. */
  note(text: string): void
  readonly colour: boolean
}

/** Of the process: 2 where a dry run found differences. */
export type ExitCode = 0 | 2

const STYLES: Readonly<Record<string, Style>> = { '+': 'green', '-': 'red', '~': 'yellow' }

/** @throws Failure that a person can act on; the report on what was done is printed first. */
export async function register(flags: Flags, context: RegisterContext): Promise<ExitCode> {
  const { declared } = context
  if (flags.dryRun && flags.json) {
    context.print(json(payloadOf(declared, flags.guild)))
    return 0
  }
  const discord = connect(context.settings(), context.note)
  const report: Report = {}
  const ink = context.colour ? COLOUR : PLAIN
  const run: Run = {
    flags,
    report,
    print(line) {
      const style = STYLES[line.slice(0, line.indexOf(' '))]
      if (!flags.json) context.print(ink([{ text: line, styles: style ? [style] : [] }]))
    },
  }
  try {
    // The endpoint first: a command that nothing answers is worse than none.
    const isEndpointOther = flags.endpoint !== undefined && (await setEndpoint(discord, flags.endpoint, run))
    const isListOther = await publish(discord, declared, run)
    return flags.dryRun && (isEndpointOther || isListOther) ? 2 : 0
  } catch (error) {
    if (error instanceof Failure) report.error = error.message
    throw error
  } finally {
    discord.close()
    if (flags.json) context.print(json(report))
  }
}

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** Whether the commands differed from ours. */
async function publish(
  discord: Discord,
  declared: readonly Command[],
  { flags: { guild, prune, dryRun }, report, print }: Run,
): Promise<boolean> {
  const found = plan(declared, await discord.listCommands(guild), { guild, prune })
  const { changes, payload } = found
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`
  for (const line of planLines(found)) print(line)
  report.commands = { guild: guild ?? null, isPublished: false, ...planReport(found) }
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
