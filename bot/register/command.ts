// Commands as lists of them are sent to Discord and come back.

import * as z from 'zod/mini'

/** A command, an option of one or a choice of that: the fields that are read by name. It keeps its other fields. */
export interface Command {
  readonly type?: number | null | undefined
  readonly name: string
  readonly options?: readonly Command[] | null | undefined
  readonly choices?: readonly Command[] | null | undefined
  readonly contexts?: readonly number[] | null | undefined
  readonly integration_types?: readonly number[] | null | undefined
  readonly dm_permission?: boolean | null | undefined
}

const COMMAND: z.ZodMiniType<Command> = z.looseObject({
  type: z.nullish(z.number()),
  name: z.string(),
  options: z.nullish(z.array(z.lazy(() => COMMAND))),
  choices: z.nullish(z.array(z.lazy(() => COMMAND))),
  contexts: z.nullish(z.array(z.number())),
  integration_types: z.nullish(z.array(z.number())),
  dm_permission: z.nullish(z.boolean()),
})

/** A list as Discord answers with it. */
export const COMMANDS = z.array(COMMAND)

/** Made by Discord for an Activity. */
export const ENTRY_POINT = 4

const KINDS: ReadonlyMap<number, string> = new Map([
  [2, 'person menu'],
  [3, 'message menu'],
  [ENTRY_POINT, 'entry point'],
])

/** `covid-data`, or `message menu "Suggest to the registry"`. Discord takes two of one title for the same command. */
export const titleOf = ({ type, name }: Command): string =>
  (type ?? 1) === 1 ? name : `${KINDS.get(type ?? 1) ?? `type ${type}`} ${JSON.stringify(name)}`
