// An interaction of Discord, parsed once at the door. Everything behind it reads a `Request`, never Discord's JSON.

import { cleanName } from '../schema/text/clean-text.ts'
import type { DiscordActor } from '../schema/verbs/actor.ts'
import { asTyped } from './cards/kit/markdown.ts'
import { EPHEMERAL, MARKS } from './cards/kit/message.ts'
import { type ComponentState, decodeCustomId } from './custom-id.ts'
import {
  type Attachment,
  type Channel,
  type CommandData,
  type Component,
  Interaction,
  MESSAGE_MENU,
  type Message,
  type ModalData,
  type User,
} from './interaction.ts'
import { linksIn } from './links.ts'

/** What a post in a channel depends on, as far as Discord says. */
export interface PostingPlace {
  /** Discord's type of channel. */
  readonly type?: number
  /** A locked thread takes posts of those alone who may manage threads. */
  readonly isLocked: boolean
  readonly serverId?: string
  /** The bot's permissions there. */
  readonly permissions?: bigint
}

/** The options of the subcommand called, by name. */
export interface Call {
  readonly command: string
  readonly subcommand: string
  readonly options: ReadonlyMap<string, string | number | boolean>
  /** The option being typed, in a request for completions. */
  readonly focused?: string
  /** The channels that options name. */
  readonly channels: ReadonlyMap<string, PostingPlace>
  /** Names of the people that options name, by id. */
  readonly names: ReadonlyMap<string, string>
}

export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options.get(name)
  return value === undefined ? undefined : String(value)
}

/** The server that a request comes from. */
export interface Server {
  readonly id: string
  readonly channelId: string
  /** Its language, as a tag. */
  readonly locale?: string
  /** Whether the bot was added to the server, and not only to the actor's own account. */
  readonly isInstalled: boolean
  /** Whether the actor may manage the server. */
  readonly isManaged: boolean
  readonly channel: PostingPlace
}

/** The values of a modal by field: a text, the choices, or the uploaded files. Empty texts are left out. */
export interface ModalInput {
  readonly texts: ReadonlyMap<string, string>
  readonly chosen: ReadonlyMap<string, readonly string[]>
  readonly files: ReadonlyMap<string, readonly Attachment[]>
}

/** The card that a click or a modal came from. */
export interface SourceCard {
  readonly isEphemeral: boolean
  /** The links that it lists, the query that it answers, and the reason typed, where they have no room in a custom id. */
  readonly links: readonly string[]
  readonly query: string
  readonly reason: string
  /** The id of the person whose request it answers; a card that the bot posted by itself answers nobody's. */
  readonly requestedBy?: string
}

interface AnyRequest {
  readonly id: string
  readonly applicationId: string
  /** The credential of every answer to this request: it appears in no log. */
  readonly token: string
  /** The person's language, as a tag: "de". */
  readonly locale?: string
}

interface PersonRequest extends AnyRequest {
  readonly actor: DiscordActor
  /** Undefined in a direct message. */
  readonly server?: Server
}

export type Request =
  | (AnyRequest & { readonly kind: 'ping' })
  | (PersonRequest & { readonly kind: 'command'; readonly call: Call })
  | (PersonRequest & { readonly kind: 'completion'; readonly call: Call })
  /** An entry in the menu of a message. */
  | (PersonRequest & { readonly kind: 'menu'; readonly name: string; readonly links: readonly string[] })
  | (PersonRequest & {
      readonly kind: 'component'
      /** Undefined where the custom id is not one of ours. */
      readonly state?: ComponentState
      /** The values chosen, of a select menu. */
      readonly chosen: readonly string[]
      readonly card: SourceCard
    })
  | (PersonRequest & {
      readonly kind: 'modal'
      readonly state?: ComponentState
      readonly input: ModalInput
      /** Undefined where a command opened the modal. */
      readonly card?: SourceCard
    })

/** Discord's own have about twelve levels. A parser of shapes runs out of stack at some thousands. */
const MOST_LEVELS = 32

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner))
}

/** Undefined where the body is not an interaction. */
export function parseRequest(body: unknown): Request | undefined {
  if (isDeeperThan(MOST_LEVELS, body)) return undefined
  const parsed = Interaction.safeParse(body)
  return parsed.success ? requestOf(parsed.data) : undefined
}

function requestOf(interaction: Interaction): Request | undefined {
  const { id, application_id: applicationId, token, locale, member, user: direct } = interaction
  const common = { id, applicationId, token, ...localeIn(locale) }
  if (interaction.type === 1) return { kind: 'ping', ...common }
  // Discord names one of the two in every interaction but a ping.
  const user = member?.user ?? direct
  if (!user) return undefined
  const server = serverOf(interaction)
  const person = { ...common, actor: actorOf(user, locale), ...(server && { server }) }
  switch (interaction.type) {
    case 2: {
      const { data } = interaction
      if (data.type === MESSAGE_MENU)
        return { kind: 'menu', ...person, name: data.name, links: linksIn(targetOf(data)) }
      return { kind: 'command', ...person, call: callOf(data) }
    }
    case 4:
      return { kind: 'completion', ...person, call: callOf(interaction.data) }
    case 3: {
      const { data, message } = interaction
      return {
        kind: 'component',
        ...person,
        ...stateOf(data.custom_id),
        chosen: data.values ?? [],
        card: cardOf(message),
      }
    }
    case 5: {
      const { data, message } = interaction
      return {
        kind: 'modal',
        ...person,
        ...stateOf(data.custom_id),
        input: inputOf(data),
        ...(message && { card: cardOf(message) }),
      }
    }
  }
}

/** The form of every locale that Discord has; anything else is dropped. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z\d]{2,4})?$/

const localeIn = (tag: string | undefined) => (tag !== undefined && LOCALE.test(tag) ? { locale: tag } : {})

const nameOf = ({ global_name, username, id }: User): string => cleanName([global_name, username]) ?? id

const actorOf = (user: User, locale: string | undefined): DiscordActor => ({
  kind: 'discord',
  discordId: user.id,
  name: nameOf(user),
  ...localeIn(locale),
})

/** Administrator, which includes every permission, and Manage Server. */
const MANAGES = (1n << 3n) | (1n << 5n)

function serverOf(interaction: Interaction): Server | undefined {
  const { guild_id, channel_id, channel, member, app_permissions = '0', guild_locale } = interaction
  const { authorizing_integration_owners: owners } = interaction
  if (guild_id === undefined || channel_id === undefined) return undefined
  return {
    id: guild_id,
    channelId: channel_id,
    ...localeIn(guild_locale),
    isInstalled: owners?.['0'] === guild_id,
    isManaged: (BigInt(member?.permissions ?? 0) & MANAGES) !== 0n,
    channel: placeOf({ ...channel, app_permissions }),
  }
}

const placeOf = ({ type, guild_id, app_permissions, thread_metadata }: Channel): PostingPlace => ({
  ...(type !== undefined && { type }),
  ...(guild_id !== undefined && { serverId: guild_id }),
  isLocked: thread_metadata?.locked === true,
  ...(app_permissions !== undefined && { permissions: BigInt(app_permissions) }),
})

function callOf({ name: command, options, resolved }: CommandData): Call {
  const [subcommand] = options ?? []
  const nested = subcommand?.options ?? []
  const focused = nested.find((option) => option.focused)
  return {
    command,
    subcommand: subcommand?.name ?? '',
    options: new Map(
      nested.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
    ),
    ...(focused && { focused: focused.name }),
    channels: new Map(
      Object.entries(resolved?.channels ?? {}).map(([id, channel]) => [id, placeOf(channel)]),
    ),
    names: new Map(Object.entries(resolved?.users ?? {}).map(([id, user]) => [id, nameOf(user)])),
  }
}

const targetOf = ({ resolved, target_id }: CommandData) => resolved?.messages?.[target_id ?? ''] ?? {}

function stateOf(customId: string) {
  const state = decodeCustomId(customId)
  return state && { state }
}

const cardOf = ({ flags = 0, components, interaction_metadata }: Message): SourceCard => ({
  isEphemeral: (flags & EPHEMERAL) !== 0,
  links: linksIn({ content: markedText(components ?? [], MARKS.links) }),
  query: asTyped(markedText(components ?? [], MARKS.query)),
  reason: asTyped(markedText(components ?? [], MARKS.reason)),
  ...(interaction_metadata && { requestedBy: interaction_metadata.user.id }),
})

/** The text of the component with an id; empty where there is none. */
function markedText(components: readonly Component[], id: number): string {
  for (const component of components) {
    const text = component.id === id ? (component.content ?? '') : markedText(component.components ?? [], id)
    if (text !== '') return text
  }
  return ''
}

/** Discord's type of a field for files. */
const FILE_UPLOAD = 19

function inputOf({ components = [], resolved }: ModalData): ModalInput {
  const fields = components.flatMap(({ component }) => (component ? [component] : []))
  return {
    texts: new Map(
      fields.flatMap(({ custom_id, value }) =>
        typeof value === 'string' && value.trim() !== '' ? [[custom_id, value] as const] : [],
      ),
    ),
    chosen: new Map(
      fields.flatMap(({ custom_id, values, type }) =>
        values && type !== FILE_UPLOAD ? [[custom_id, values] as const] : [],
      ),
    ),
    files: new Map(
      fields.flatMap(({ custom_id, values = [], type }) =>
        type === FILE_UPLOAD
          ? [[custom_id, values.flatMap((id) => resolved?.attachments?.[id] ?? [])] as const]
          : [],
      ),
    ),
  }
}
