// What Discord has against what it should have, and the list that makes the one into the other.

import { type Command, ENTRY_POINT, keyOf, spokenOf } from '../command.ts'
import { type Difference, differencesIn } from './difference.ts'
import { GLOBAL_FIELDS, type Part, placesOf, plainCommand } from './plain.ts'

export type CommandChange =
  | { readonly sign: '+' | '-'; readonly command: string; readonly part: Part }
  | { readonly sign: '~'; readonly command: string; readonly differences: readonly Difference[] }

export interface Plan {
  /** All that Discord is to have. */
  readonly payload: readonly Command[]
  /** Nothing is to be done where there are none. */
  readonly changes: readonly CommandChange[]
  /** What Discord has and we have not declared, and keeps: an overwrite replaces all, so it is sent along. */
  readonly kept: readonly Command[]
}

export interface Scope {
  /** Undefined for everywhere. */
  readonly guild: string | undefined
  /** What was not declared here goes. */
  readonly prune: boolean
}

export function plan(
  declared: readonly Command[],
  present: readonly Command[],
  { guild, prune }: Scope,
): Plan {
  const isGlobal = guild === undefined
  const before = new Map(present.map((command) => [keyOf(command), command]))
  const ours = new Set(declared.map(keyOf))
  const others = present.filter((command) => !ours.has(keyOf(command)))
  // Discord takes no list without it (error 50240): it goes with the Activity that it opens, and not from here.
  const kept = others.filter(({ type }) => !prune || type === ENTRY_POINT)
  const changes = declared.flatMap((command): CommandChange[] => {
    const earlier = before.get(keyOf(command))
    const part = plainCommand(command, isGlobal)
    const spoken = spokenOf(command)
    if (!earlier) return [{ sign: '+', command: spoken, part }]
    const differences = [...differencesIn(spoken, plainCommand(earlier, isGlobal), part)]
    return differences.length > 0 ? [{ sign: '~', command: spoken, differences }] : []
  })
  const removed = others
    .filter((command) => !kept.includes(command))
    .map((command) => ({
      sign: '-' as const,
      command: spokenOf(command),
      part: plainCommand(command, isGlobal),
    }))
  return {
    payload: [...payloadOf(declared, guild), ...kept.map((command) => asSent(command, isGlobal))],
    changes: [...changes, ...removed],
    kept,
  }
}

/**
 * The declared commands as they are sent. Everywhere it is said where they are offered and to whom, so that no setting
 * on the application's page decides it; in a server there is no such thing to say.
 */
export const payloadOf = (declared: readonly Command[], guild: string | undefined): Command[] =>
  declared.map((command) =>
    guild === undefined ? { ...command, ...placesOf(command) } : without(command, GLOBAL_FIELDS),
  )

/** What Discord tells of a command and does not take. */
const TOLD = ['application_id', 'version', 'guild_id', 'name_localized', 'description_localized']

/** A command that Discord has, as it is sent to stay as it is: by its id. */
function asSent(command: Command, isGlobal: boolean): Command {
  if (!isGlobal) return untold(without(command, [...GLOBAL_FIELDS, OLDER]))
  // Where contexts are said, the older way of saying them goes without.
  return untold(command.contexts ? without(command, [OLDER]) : command)
}

const OLDER = 'dm_permission'

function untold<Told extends object>(part: Told): Told {
  const sent = without(part, TOLD)
  for (const [key, value] of Object.entries(sent))
    if (Array.isArray(value))
      Object.assign(sent, {
        [key]: value.map((each) => (typeof each === 'object' && each !== null ? untold(each) : each)),
      })
  return sent
}

/** A copy; the fields are those that its type does not need. */
const without = <Whole extends object>(whole: Whole, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !fields.includes(key))) as Whole
