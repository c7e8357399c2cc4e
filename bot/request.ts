// What we read of an interaction; the rest of what Discord sends is left alone.

import * as z from 'zod/mini'
import type { DiscordActor } from '../schema/verbs/submissions.ts'

const User = z.object({
  id: z.string(),
  username: z.optional(z.string()),
  /** The name that the person shows, where it is not the user name. */
  global_name: z.optional(z.nullable(z.string())),
})

/** A bit set, in decimal. */
const Permissions = z.string().check(z.regex(/^\d{1,30}$/))

const common = {
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  /** Who acts: `member` in a server, with what they may do in that channel; `user` in a direct message. */
  member: z.optional(z.object({ user: User, permissions: z.optional(Permissions) })),
  user: z.optional(User),
  /** The language of who acts, and that of the server, as tags: "de". */
  locale: z.optional(z.string()),
  guild_locale: z.optional(z.string()),
  guild_id: z.optional(z.string()),
  channel_id: z.optional(z.string()),
  /** What we may do in that channel. */
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

/** What options and menus name by id. */
const Resolved = z.object({
  users: z.optional(z.record(z.string(), User)),
  /** Of the channels that options name: what we may do there. */
  channels: z.optional(z.record(z.string(), z.object({ app_permissions: z.optional(Permissions) }))),
  messages: z.optional(z.record(z.string(), z.object({ content: z.string() }))),
})

const CommandData = z.object({
  name: z.string(),
  /** 1 is typed, 3 chosen from a message's menu. */
  type: z.number(),
  options: z.optional(z.array(Option)),
  /** The message whose menu it was. */
  target_id: z.optional(z.string()),
  resolved: z.optional(Resolved),
})

/** The message that a clicked component stands on. */
const Message = z.object({
  flags: z.optional(z.number()),
  interaction_metadata: z.optional(z.object({ user: User })),
})

/** A field of a form, inside its label; a text display has none. */
const Labelled = z.object({
  component: z.optional(
    z.object({
      custom_id: z.string(),
      value: z.optional(z.nullable(z.union([z.string(), z.boolean()]))),
      values: z.optional(z.array(z.string())),
    }),
  ),
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
  z.object({
    ...common,
    type: z.literal(5),
    data: z.object({ custom_id: z.string(), components: z.optional(z.array(Labelled)) }),
    message: z.optional(Message),
  }),
])
export type Interaction = z.infer<typeof Interaction>
export type CommandInteraction = Extract<Interaction, { type: 2 | 4 }>
export type ComponentInteraction = Extract<Interaction, { type: 3 }>
export type FormInteraction = Extract<Interaction, { type: 5 }>

/** The options of the subcommand called, by name; `focused` is the one being typed. */
export interface Call {
  readonly command: string
  readonly subcommand: string
  readonly options: ReadonlyMap<string, string | number | boolean>
  /** What we may do in the channels that options name, where Discord says so. */
  readonly channels: ReadonlyMap<string, { readonly permissions?: bigint }>
  readonly focused?: string
  /** Names of the people that options name, by id. */
  readonly names: ReadonlyMap<string, string>
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
    channels: new Map(
      Object.entries(data.resolved?.channels ?? {}).map(([id, { app_permissions }]) => [
        id,
        app_permissions === undefined ? {} : { permissions: BigInt(app_permissions) },
      ]),
    ),
    ...(focused && { focused: focused.name }),
    names: new Map(Object.entries(data.resolved?.users ?? {}).map(([id, user]) => [id, nameOf(user)])),
  }
}

export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options.get(name)
  return value === undefined ? undefined : String(value)
}

/** Who acts; Discord names one of the two in every interaction but a ping. */
const nameOf = (user: z.infer<typeof User>): string => user.global_name ?? user.username ?? user.id

/** The text of the message whose menu was used. */
export const targetText = ({ data }: CommandInteraction): string =>
  data.resolved?.messages?.[data.target_id ?? '']?.content ?? ''

/** What Discord has for locales, all of this form; anything else is not kept. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z\d]{2,4})?$/

const localeIn = (tag: string | undefined) => (tag !== undefined && LOCALE.test(tag) ? { locale: tag } : {})

export function actorOf({ member, user: direct, locale }: Interaction): DiscordActor | undefined {
  const user = member?.user ?? direct
  return user && { kind: 'discord', discordId: user.id, name: nameOf(user), ...localeIn(locale) }
}

/** The server that an interaction comes from. */
export interface Server {
  readonly id: string
  readonly channelId: string
  /** Its language, as a tag. */
  readonly locale?: string
  /** Whether who acts may manage the server. */
  readonly isManaged: boolean
  /** What we may do in that channel. */
  readonly permissions: bigint
}

/** Whoever has either may manage a server: Administrator, which is every permission, and Manage Server. */
const MANAGES = (1n << 3n) | (1n << 5n)

/** Undefined in a direct message. */
export function serverOf(interaction: Interaction): Server | undefined {
  const { guild_id, channel_id, member, app_permissions, guild_locale } = interaction
  if (guild_id === undefined || channel_id === undefined) return undefined
  return {
    id: guild_id,
    channelId: channel_id,
    ...localeIn(guild_locale),
    isManaged: (BigInt(member?.permissions ?? 0) & MANAGES) !== 0n,
    permissions: BigInt(app_permissions ?? 0),
  }
}

/** What was entered into a form, by field: a text, or the values chosen. Fields left empty are not in it. */
export interface Entered {
  readonly texts: ReadonlyMap<string, string>
  readonly chosen: ReadonlyMap<string, readonly string[]>
}

export function readEntered({ data }: FormInteraction): Entered {
  const fields = (data.components ?? []).flatMap(({ component }) => (component ? [component] : []))
  return {
    texts: new Map(
      fields.flatMap(({ custom_id, value }) =>
        typeof value === 'string' && value.trim() !== '' ? [[custom_id, value] as const] : [],
      ),
    ),
    chosen: new Map(
      fields.flatMap(({ custom_id, values }) => (values ? [[custom_id, values] as const] : [])),
    ),
  }
}
