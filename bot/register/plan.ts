// The commands that Discord has, compared with ours, and the list that replaces them.

import { type Command, ENTRY_POINT, titleOf } from './command.ts'
import { type Difference, differencesOf, GLOBAL_FIELDS } from './differences.ts'
import type { Flags } from './flags.ts'

export interface CommandChange {
  readonly change: Difference['change']
  readonly command: string
  /** Of a command that is changed. */
  readonly differences?: readonly Difference[]
}

export interface Plan {
  /** The whole list to send: an overwrite removes every command that is not in it. */
  readonly payload: readonly Command[]
  readonly changes: readonly CommandChange[]
  /** Commands that are not declared here, and stay. */
  readonly kept: readonly Command[]
}

export function plan(
  declared: readonly Command[],
  present: readonly Command[],
  { guild, prune }: Pick<Flags, 'guild' | 'prune'>,
): Plan {
  const former = new Map(present.map((command) => [titleOf(command), command]))
  const changes = declared.flatMap((command): CommandChange[] => {
    const title = titleOf(command)
    const before = former.get(title)
    former.delete(title)
    if (!before) return [{ change: 'added', command: title }]
    // The two are of one type, which either may leave unsaid.
    const then = asSent({ ...before, type: command.type }, guild)
    const differences = [...differencesOf(title, then, asSent(command, guild))]
    return differences.length > 0 ? [{ change: 'changed', command: title, differences }] : []
  })
  // Discord refuses a list without the entry point (error 50240); only its Activity can remove it.
  const { kept = [], removed = [] } = Object.groupBy(former.values(), ({ type }) =>
    prune && type !== ENTRY_POINT ? 'removed' : 'kept',
  )
  return {
    payload: [...payloadOf(declared, guild), ...kept.map((command) => unchanged(command, guild))],
    changes: [
      ...changes,
      ...removed.map((command) => ({ change: 'removed' as const, command: titleOf(command) })),
    ],
    kept,
  }
}

export const payloadOf = (declared: readonly Command[], guild: string | undefined): Command[] =>
  declared.map((command) => asSent(command, guild))

const EVERYWHERE = [0, 1, 2]
const IN_SERVERS = [0]

/** A global command says where it is offered, so that no default decides it; an older one says it by dm_permission. */
const asSent = (command: Command, guild: string | undefined): Command =>
  guild === undefined
    ? {
        ...command,
        contexts: command.contexts ?? (command.dm_permission === false ? IN_SERVERS : EVERYWHERE),
        integration_types: command.integration_types ?? IN_SERVERS,
      }
    : without(command, GLOBAL_FIELDS)

/** Fields that Discord gives and does not take. */
const READ_ONLY = ['application_id', 'version', 'guild_id', 'name_localized', 'description_localized']

/** A command of Discord's as it is sent to stay the same, by its id. */
const unchanged = (command: Command, guild: string | undefined): Command =>
  without(command, [
    ...READ_ONLY,
    // `contexts` replaces the older `dm_permission`; a server's commands have neither.
    ...(guild !== undefined || command.contexts ? ['dm_permission'] : []),
    ...(guild === undefined ? [] : GLOBAL_FIELDS),
  ])

/** A copy without these fields, in its options too; only for fields that a command does not need. */
const without = (command: Command, fields: readonly string[]): Command =>
  JSON.parse(JSON.stringify(command, (key, value) => (fields.includes(key) ? undefined : value)))
