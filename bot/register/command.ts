// Commands as lists of them are sent to Discord and come back.

import * as z from 'zod/mini'

interface Choice {
  readonly name: string
}

export interface Option {
  readonly type: number
  readonly name: string
  readonly options?: readonly Option[] | null | undefined
  readonly choices?: readonly Choice[] | null | undefined
}

/** The fields that are read here; a command keeps its other fields. */
export interface Command {
  readonly type?: number | null | undefined
  readonly name: string
  readonly options?: readonly Option[] | null | undefined
  readonly contexts?: readonly number[] | null | undefined
  readonly integration_types?: readonly number[] | null | undefined
  readonly dm_permission?: boolean | null | undefined
}

const nullish = <Shape extends z.ZodMiniType>(shape: Shape) => z.optional(z.nullable(shape))

const OPTION: z.ZodMiniType<Option> = z.looseObject({
  type: z.number(),
  name: z.string(),
  options: nullish(z.array(z.lazy(() => OPTION))),
  choices: nullish(z.array(z.looseObject({ name: z.string() }))),
})

/** A list as Discord answers with it. */
export const COMMANDS: z.ZodMiniType<readonly Command[]> = z.array(
  z.looseObject({
    type: nullish(z.number()),
    name: z.string(),
    options: nullish(z.array(OPTION)),
    contexts: nullish(z.array(z.number())),
    integration_types: nullish(z.array(z.number())),
    dm_permission: nullish(z.boolean()),
  }),
)

/** Discord takes two commands of one type and name for the same one. */
export const keyOf = ({ type, name }: Command): string => `${type ?? 1} ${name}`

/** Made by Discord for an Activity. */
export const ENTRY_POINT = 4

/** `covid-data`, or `message menu "Suggest to the registry"`. */
export function titleOf({ type, name }: Pick<Command, 'type' | 'name'>): string {
  const quoted = JSON.stringify(name)
  switch (type ?? 1) {
    case 1:
      return name
    case 2:
      return `person menu ${quoted}`
    case 3:
      return `message menu ${quoted}`
    case ENTRY_POINT:
      return `entry point ${quoted}`
    default:
      return `${quoted} of type ${type}`
  }
}
