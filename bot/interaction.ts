// What we read of an interaction; the rest of what Discord sends is left alone.

import * as z from 'zod/mini'

const User = z.object({ id: z.string() })

const common = {
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  /** Who acts: `member` in a server, `user` in a direct message. */
  member: z.optional(z.object({ user: User })),
  user: z.optional(User),
}

const OptionValue = z.union([z.string(), z.number(), z.boolean()])

const Option = z.object({
  name: z.string(),
  type: z.number(),
  value: z.optional(OptionValue),
  focused: z.optional(z.boolean()),
  get options(): z.ZodMiniOptional<z.ZodMiniArray<typeof Option>> {
    return z.optional(z.array(Option))
  },
})

const CommandData = z.object({ name: z.string(), type: z.number(), options: z.optional(z.array(Option)) })

/** The message that a clicked component stands on. */
const Message = z.object({
  flags: z.optional(z.number()),
  interaction_metadata: z.optional(z.object({ user: User })),
})

export const Interaction = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal(1) }),
  z.object({ ...common, type: z.literal(2), data: CommandData }),
  z.object({
    ...common,
    type: z.literal(3),
    data: z.object({ custom_id: z.string(), values: z.optional(z.array(z.string())) }),
    message: Message,
  }),
  z.object({ ...common, type: z.literal(4), data: CommandData }),
  z.object({ ...common, type: z.literal(5), data: z.object({ custom_id: z.string() }) }),
])
export type Interaction = z.infer<typeof Interaction>
export type CommandInteraction = Extract<Interaction, { type: 2 | 4 }>
export type ComponentInteraction = Extract<Interaction, { type: 3 }>

/** The options of the subcommand called, by name; `focused` is the one being typed. */
export interface Call {
  readonly command: string
  readonly subcommand: string
  readonly options: ReadonlyMap<string, string | number | boolean>
  readonly focused?: string
}

export function readCall({ data }: CommandInteraction): Call {
  const [first] = data.options ?? []
  const nested = first?.options ?? []
  const focused = nested.find((option) => option.focused)
  return {
    command: data.name,
    subcommand: first?.name ?? '',
    options: new Map(
      nested.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
    ),
    ...(focused && { focused: focused.name }),
  }
}

export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options.get(name)
  return value === undefined ? undefined : String(value)
}

/** Who acts; Discord names one of the two in every interaction but a ping. */
export const actorOf = (interaction: Interaction): string | undefined =>
  interaction.member?.user.id ?? interaction.user?.id
