// `npm run maintainers`: who may decide. Whoever has the database's console may make the first one.

import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { RegistryError } from '../../schema/errors.ts'
import { oneLine } from '../../schema/text/one-line.ts'
import type { RecordedAction } from '../../schema/verbs/people.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { createRegistry } from '../registry/index.ts'
import { type WithDatabase, withDatabase } from './database.ts'
import { type CommandLine, instantOf, readCommandLine, WHERE_FLAGS, WHERE_HELP } from './where.ts'

const HELP = `npm run maintainers -- <command> [--local | --remote] [--persist-to DIR]

  add <discord-user-id> <name>   make someone a maintainer, or give one a new token; the token is
                                 the last line printed. It is told this once and kept as a hash
  list                           those there are
  actions [--by ID] [--since DATE]
                                 what maintainers did, latest first: one of them, by Discord user id,
                                 and from a day (UTC) on
  remove <discord-user-id>       their token, buttons and sign-ins stop working; what they decided stays

${WHERE_HELP}`

/** Reads what it is given first: who mistypes is told so before a database is opened. */
type Command = (
  given: readonly string[],
  texts: CommandLine['texts'],
) => (registry: Registry) => Promise<readonly string[]>

const COMMANDS: { readonly [name: string]: Command } = {
  add([discordId, ...name]) {
    if (discordId === undefined || name.length === 0)
      throw new Failure('add takes a Discord user id and a name: add 900000000000000001 "A Name"')
    return async (registry) => {
      const { token } = await registry.addMaintainer('console', discordId, name.join(' '))
      return [
        `${name.join(' ')} (${discordId}) is a maintainer. The API token is told this once; an earlier one has ended:`,
        token,
      ]
    }
  },
  list([extra]) {
    if (extra !== undefined) throw new Failure(`list takes nothing, and here is “${extra}”.`)
    return async (registry) => {
      const maintainers = await registry.listMaintainers('console')
      if (maintainers.length === 0) return ['There is no maintainer yet.']
      return maintainers.map(({ discordId = 'erased', name = 'erased', addedAt }) =>
        [discordId, name, `since ${addedAt.slice(0, 10)}`].join('  '),
      )
    }
  },
  actions([extra], { by, since }) {
    if (extra !== undefined) throw new Failure(`actions takes options alone, and here is “${extra}”.`)
    const from = since === undefined ? undefined : instantOf('since', since)
    return async (registry) => {
      const lines: string[] = []
      for (let before: number | undefined; ; ) {
        const { items, next } = await registry.listActions('console', { by, since: from, before, size: 100 })
        lines.push(...items.map(actionLine))
        if (next === undefined) return lines.length > 0 ? lines : ['There is no such action.']
        before = next
      }
    }
  },
  remove([discordId, extra]) {
    if (discordId === undefined || extra !== undefined)
      throw new Failure('remove takes one Discord user id: remove 900000000000000001')
    return async (registry) => {
      await registry.removeMaintainer('console', discordId)
      return [`${discordId} is no maintainer any more.`]
    }
  },
}

/** "2026-11-29 13:05  Anna (9…1)  approve submission S-7Q4K2 version 2: Checked." */
function actionLine({ at, by, action, subject, version, reason }: RecordedAction): string {
  const who = by ? `${by.name ?? 'erased'} (${by.discordId ?? 'erased'})` : 'the host'
  const what = [
    subject.kind,
    subject.key ?? 'erased',
    ...(subject.name === undefined ? [] : [`(${subject.name})`]),
  ]
  const made = version === undefined ? [] : [`version ${version}`]
  const line = [`${at.slice(0, 10)} ${at.slice(11, 16)}`, who, [action, ...what, ...made].join(' ')].join(
    '  ',
  )
  return reason === undefined ? line : `${line}: ${oneLine(reason)}`
}

/** The lines that it prints. @throws Failure or RegistryError with what a person can act on. */
export async function keepMaintainers(
  typed: readonly string[],
  withDatabase: WithDatabase,
): Promise<readonly string[]> {
  const { isHelp, where, positionals, texts } = readCommandLine(typed, HELP, [], ['by', 'since'])
  const [name, ...given] = positionals
  if (isHelp || name === undefined) return [HELP]
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command)
    throw new Failure(`There is no command “${name}”: add, list, actions and remove are those there are.`)
  if (name !== 'actions' && Object.keys(texts).length > 0)
    throw new Failure('--by and --since are options of actions alone.')
  const act = command(given, texts)
  return withDatabase(where, (database) => act(createRegistry(database)))
}

if (import.meta.main)
  try {
    refuseKeptByNpm([...WHERE_FLAGS, 'by', 'since'], process.env)
    for (const line of await keepMaintainers(process.argv.slice(2), withDatabase)) console.log(line)
  } catch (error) {
    explain(error instanceof RegistryError ? new Failure(error.message) : error)
    process.exitCode = 1
  }
