// The commands that Discord has, compared with ours, and the list that replaces them.

import { type Command, ENTRY_POINT, keyOf, titleOf } from './command.ts'
import { type Difference, differencesOf, GLOBAL_FIELDS, globalFieldsOf } from './differences.ts'

export type CommandChange =
  | { readonly sign: '+' | '-'; readonly command: string }
  | { readonly sign: '~'; readonly command: string; readonly differences: readonly Difference[] }

export interface Plan {
  /** The whole list to send: an overwrite removes every command that is not in it. */
  readonly payload: readonly Command[]
  readonly changes: readonly CommandChange[]
  /** Commands that are not declared here, and stay. */
  readonly kept: readonly Command[]
}

export interface Scope {
  /** Undefined for everywhere. */
  readonly guild: string | undefined
  /** Whether commands that are not declared here are removed. */
  readonly prune: boolean
}

export function plan(
  declared: readonly Command[],
  present: readonly Command[],
  { guild, prune }: Scope,
): Plan {
  const isGlobal = guild === undefined
  const former = new Map(present.map((command) => [keyOf(command), command]))
  const ours = new Set(declared.map(keyOf))
  const others = present.filter((command) => !ours.has(keyOf(command)))
  // Discord refuses a list without the entry point (error 50240); only its Activity can remove it.
  const isKept = ({ type }: Command) => !prune || type === ENTRY_POINT
  const kept = others.filter(isKept)
  const changes = declared.flatMap((command): CommandChange[] => {
    const before = former.get(keyOf(command))
    const title = titleOf(command)
    if (!before) return [{ sign: '+', command: title }]
    const differences = differencesOf(title, before, command, isGlobal)
    return differences.length > 0 ? [{ sign: '~', command: title, differences }] : []
  })
  const removed = others
    .filter((command) => !isKept(command))
    .map((command) => ({ sign: '-' as const, command: titleOf(command) }))
  return {
    payload: [...payloadOf(declared, guild), ...kept.map((command) => unchanged(command, isGlobal))],
    changes: [...changes, ...removed],
    kept,
  }
}

/** The declared commands as they are sent. Global ones say where they are offered, so that no default decides it. */
export const payloadOf = (declared: readonly Command[], guild: string | undefined): Command[] =>
  declared.map((command) =>
    guild === undefined ? { ...command, ...globalFieldsOf(command) } : without(command, GLOBAL_FIELDS),
  )

/** Fields that Discord gives and does not take. */
const READ_ONLY = ['application_id', 'version', 'guild_id', 'name_localized', 'description_localized']

/** A command of Discord's as it is sent to stay the same, by its id. */
function unchanged(command: Command, isGlobal: boolean): Command {
  // `contexts` replaces the older `dm_permission`; a server's commands have neither.
  const older = !isGlobal || command.contexts ? ['dm_permission'] : []
  return writable(without(command, [...older, ...(isGlobal ? [] : GLOBAL_FIELDS)]))
}

function writable<Part extends object>(part: Part): Part {
  const sent = without(part, READ_ONLY)
  for (const [key, value] of Object.entries(sent))
    if (Array.isArray(value))
      Object.assign(sent, {
        [key]: value.map((each) => (typeof each === 'object' && each !== null ? writable(each) : each)),
      })
  return sent
}

/** A copy; only for fields that its type does not need. */
const without = <Whole extends object>(whole: Whole, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !fields.includes(key))) as Whole
