// Commands, as lists of them are sent and come back; and how one speaks of them and of what is in them.

import * as z from 'zod/mini'

export interface Option {
  readonly type: number
  readonly name: string
  readonly options?: readonly Option[] | null | undefined
  readonly choices?: readonly { readonly name: string }[] | null | undefined
}

/** What is looked at by name; whatever else is there stays there. */
export interface Command {
  readonly type?: number | null | undefined
  readonly name: string
  readonly options?: readonly Option[] | null | undefined
  readonly contexts?: readonly number[] | null | undefined
  readonly integration_types?: readonly number[] | null | undefined
  readonly dm_permission?: boolean | null | undefined
}

const maybe = <Shape extends z.ZodMiniType>(shape: Shape) => z.optional(z.nullable(shape))

const OPTION: z.ZodMiniType<Option> = z.looseObject({
  type: z.number(),
  name: z.string(),
  options: maybe(z.array(z.lazy(() => OPTION))),
  choices: maybe(z.array(z.looseObject({ name: z.string() }))),
})

/** A list as Discord answers with it. */
export const COMMANDS: z.ZodMiniType<readonly Command[]> = z.array(
  z.looseObject({
    type: maybe(z.number()),
    name: z.string(),
    options: maybe(z.array(OPTION)),
    contexts: maybe(z.array(z.number())),
    integration_types: maybe(z.array(z.number())),
    dm_permission: maybe(z.boolean()),
  }),
)

/** Two of one type and name are one command, before and after a change: so Discord has it too. */
export const keyOf = ({ type, name }: Command): string => `${type ?? 1} ${name}`

/** Made by Discord for an Activity. */
export const ENTRY_POINT = 4

/** As one speaks of it: `covid-data`, or `message menu "Suggest to the registry"`. */
export function spokenOf({ type, name }: Pick<Command, 'type' | 'name'>): string {
  switch (type ?? 1) {
    case 1:
      return name
    case 2:
      return `person menu ${JSON.stringify(name)}`
    case 3:
      return `message menu ${JSON.stringify(name)}`
    case ENTRY_POINT:
      return `entry point ${JSON.stringify(name)}`
    default:
      return `${JSON.stringify(name)} of type ${type}`
  }
}

/** Subcommands and their groups are typed behind the command, options are named after it. */
export const kindOf = ({ type }: Pick<Option, 'type'>) => (type === 1 || type === 2 ? 'subcommand' : 'option')

export type Kind = 'command' | ReturnType<typeof kindOf> | 'choice'

/** `covid-data ct, option also`. */
export function within(place: string, kind: Kind, name: string): string {
  if (kind === 'subcommand') return `${place} ${name}`
  return `${place}, ${kind} ${kind === 'choice' ? JSON.stringify(name) : name}`
}
