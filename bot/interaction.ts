// The JSON of an interaction as Discord sends it, as far as it is read here.

import * as z from 'zod/mini'

const User = z.object({
  id: z.string(),
  username: z.optional(z.string()),
  /** The display name; not everyone has one. */
  global_name: z.optional(z.nullable(z.string())),
})
export type User = z.infer<typeof User>

/** A bit set, in decimal. */
const Permissions = z.string().check(z.regex(/^\d{1,30}$/))

/** A channel, as far as a post there depends on it. */
const Channel = z.object({
  type: z.optional(z.number()),
  guild_id: z.optional(z.string()),
  /** The bot's permissions there. */
  app_permissions: z.optional(Permissions),
  thread_metadata: z.optional(z.object({ locked: z.optional(z.boolean()) })),
})
export type Channel = z.infer<typeof Channel>

const common = {
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  /** In a server, with the member's permissions in that channel. */
  member: z.optional(z.object({ user: User, permissions: z.optional(Permissions) })),
  /** In a direct message. */
  user: z.optional(User),
  locale: z.optional(z.string()),
  guild_locale: z.optional(z.string()),
  guild_id: z.optional(z.string()),
  /** Under "0" the server that has the bot, under "1" the person who has it. */
  authorizing_integration_owners: z.optional(z.record(z.string(), z.string())),
  channel_id: z.optional(z.string()),
  channel: z.optional(Channel),
  /** The bot's permissions in that channel. */
  app_permissions: z.optional(Permissions),
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

const Text = z.optional(z.nullable(z.string()))
const listOf = <Entry extends z.ZodMiniType>(entry: Entry) => z.optional(z.nullable(z.array(entry)))

/** A component of a message, as far as it is read. */
const Component = z.object({
  id: z.optional(z.number()),
  content: Text,
  url: Text,
  get components(): z.ZodMiniOptional<z.ZodMiniNullable<z.ZodMiniArray<typeof Component>>> {
    return listOf(Component)
  },
  get accessory(): z.ZodMiniOptional<z.ZodMiniNullable<typeof Component>> {
    return z.optional(z.nullable(Component))
  },
})
export type Component = z.infer<typeof Component>

const Embed = z.object({
  url: Text,
  title: Text,
  description: Text,
  author: z.optional(z.nullable(z.object({ name: z.optional(z.string()), url: Text }))),
  fields: listOf(z.object({ name: z.optional(z.string()), value: z.optional(z.string()) })),
  footer: z.optional(z.nullable(z.object({ text: z.optional(z.string()) }))),
})

const visible = { content: Text, embeds: listOf(Embed), components: listOf(Component) }

/** A message whose menu was used; a forward has the original as a snapshot. */
const TargetMessage = z.object({
  ...visible,
  message_snapshots: listOf(z.object({ message: z.optional(z.object(visible)) })),
})

/** The objects that options and menus name by id. */
const Resolved = z.object({
  users: z.optional(z.record(z.string(), User)),
  channels: z.optional(z.record(z.string(), Channel)),
  messages: z.optional(z.record(z.string(), TargetMessage)),
})

const CommandData = z.object({
  name: z.string(),
  type: z.number(),
  options: z.optional(z.array(Option)),
  /** The message whose menu was used. */
  target_id: z.optional(z.string()),
  resolved: z.optional(Resolved),
})
export type CommandData = z.infer<typeof CommandData>

/** The type of a command in the menu of a message; a slash command is of type 1. */
export const MESSAGE_MENU = 3

/** The message that a clicked component belongs to. */
const Message = z.object({
  flags: z.optional(z.number()),
  components: listOf(Component),
  interaction_metadata: z.optional(z.object({ user: User })),
})
export type Message = z.infer<typeof Message>

/** A file that was uploaded with a modal. Its address works for a day or so. */
const Attachment = z.object({ url: z.string(), size: z.number() })
export type Attachment = z.infer<typeof Attachment>

/** A field of a modal, inside its label; a text display has no component. */
const Labelled = z.object({
  component: z.optional(
    z.object({
      type: z.optional(z.number()),
      custom_id: z.string(),
      value: z.optional(z.nullable(z.union([z.string(), z.boolean()]))),
      values: z.optional(z.array(z.string())),
    }),
  ),
})

const ModalData = z.object({
  custom_id: z.string(),
  components: z.optional(z.array(Labelled)),
  /** The files that fields name by id. */
  resolved: z.optional(z.object({ attachments: z.optional(z.record(z.string(), Attachment)) })),
})
export type ModalData = z.infer<typeof ModalData>

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
  z.object({
    ...common,
    type: z.literal(5),
    data: ModalData,
    message: z.optional(Message),
  }),
])
export type Interaction = z.infer<typeof Interaction>
