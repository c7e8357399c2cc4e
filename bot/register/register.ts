// The whole of `npm run bot:register`, but for the process that it runs in.

import { COLOUR, PLAIN } from '../cli/colours.ts'
import { Failure } from '../cli/failure.ts'
import type { Command } from './command.ts'
import { connect, type Discord } from './discord.ts'
import { pointed } from './endpoint.ts'
import type { Flags } from './flags.ts'
import { type Plan, payloadOf, plan } from './plan/plan.ts'
import type { Action, Report } from './plan/report.ts'
import { type Line, plainLine, planReport, planText } from './plan/text.ts'
import type { Settings } from './settings.ts'

export interface RegisterContext {
  /** What Discord is to have. */
  readonly declared: readonly Command[]
  /** Read only where Discord is asked. */
  settings(): Settings
  print(text: string): void
  /** Beside what is printed: what happens meanwhile. */
  note(text: string): void
  readonly colour: boolean
}

/** As the process ends: all is as it should be, or it is not and was only looked at. */
export type ExitCode = 0 | 2

/** @throws Failure with what a person can act on; what was done until then is printed first. */
export async function register(flags: Flags, around: RegisterContext): Promise<ExitCode> {
  const { declared, print } = around
  if (flags.dryRun && flags.json) {
    print(json(payloadOf(declared, flags.guild)))
    return 0
  }
  const discord = connect(around.settings(), around.note)
  const report: Report = {}
  const ink = around.colour ? COLOUR : PLAIN
  const say = (...lines: readonly Line[]) => {
    if (!flags.json) for (const line of lines) print(ink(line))
  }
  try {
    // First whoever answers, then what can be asked.
    const isEndpointOther =
      flags.endpoint !== undefined && (await pointed(discord, flags.endpoint, { flags, report, say }))
    const isListOther = await published(discord, declared, { flags, report, say })
    return flags.dryRun && (isEndpointOther || isListOther) ? 2 : 0
  } catch (error) {
    if (error instanceof Failure) report.error = error.message
    throw error
  } finally {
    discord.close()
    if (flags.json) print(json(report))
  }
}

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** Whether the commands differ from ours, or did. */
async function published(
  discord: Discord,
  declared: readonly Command[],
  { flags, report, say }: Action,
): Promise<boolean> {
  const { guild, prune, dryRun } = flags
  const found = plan(declared, await discord.listCommands(guild), { guild, prune })
  const isOther = found.changes.length > 0
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`
  say(...planText(found))
  report.commands = { guild: guild ?? null, isPublished: false, ...planReport(found) }
  if (!isOther)
    say(plainLine(`The ${declared.length} commands ${where} are as they should be: nothing to publish.`))
  else if (dryRun)
    say(plainLine(`Would publish ${where}: ${summary(found)}. This was a dry run: nothing was sent.`))
  else {
    await discord.overwrite(found.payload, guild)
    report.commands = { ...report.commands, isPublished: true }
    say(plainLine(`Published ${where}: ${summary(found)}.`))
  }
  return isOther
}

const KINDS = { '+': 'new', '~': 'changed', '-': 'removed' } as const

/** `1 new, 2 changed`. */
const summary = ({ changes }: Plan) =>
  Object.entries(KINDS)
    .map(([sign, word]) => [changes.filter((change) => change.sign === sign).length, word] as const)
    .filter(([count]) => count > 0)
    .map((counted) => counted.join(' '))
    .join(', ')
