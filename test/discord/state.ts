// What a Discord knows: channels, people, messages, the interactions it has sent. All of it belongs to one instance.

import type {
  APIApplicationCommand,
  APIApplicationCommandAutocompleteInteraction,
  APIInteractionResponse,
  APIMessage,
  InteractionResponseType,
} from 'discord-api-types/v10'
import { ApiError } from './api-error.ts'
import type { AnswerableInteraction } from './protocol/messages.ts'
import { CHANNEL_NAMES, DIRECT_CHANNELS, newSnowflake, type Person } from './protocol/people.ts'

/** What the bot may do in a channel. */
export const ACCESS = ['none', 'read', 'write'] as const

export interface Channel {
  readonly id: string
  readonly access: (typeof ACCESS)[number]
  /** Who is on the other side of direct messages. */
  readonly recipient?: string
}

/** A message as it is, and as it was before each of its edits, oldest first. */
export interface Kept {
  message: APIMessage
  readonly earlier: APIMessage[]
  isDeleted: boolean
}

/** What a bot is told of. */
export type Dispatched = AnswerableInteraction | APIApplicationCommandAutocompleteInteraction

/** An interaction, and how it was answered as far as Discord was told. */
export interface Open {
  readonly interaction: Dispatched
  /** Whether a client was told of it: then its answers come here, the first one too. */
  isByGateway?: boolean
  /** The first answer, as it came. */
  response?: APIInteractionResponse
  answer?: InteractionResponseType
  isPrivate?: boolean
  /** What `@original` is. */
  original?: Kept
}

/** That someone lets the application know who they are. */
export interface Grant {
  readonly person: Person
  /** What the code can be changed for tokens with, and until when; undefined once it was tried. */
  code:
    | { readonly redirectUri: string; readonly challenge: string | undefined; readonly until: number }
    | undefined
  tokens?: { readonly access: string; readonly refresh: string } | undefined
}

/** Where commands stand: in one server, or everywhere. */
export interface Shelf {
  commands: readonly APIApplicationCommand[]
  /** When commands were made that had not been there, in milliseconds since 1970. */
  made: readonly number[]
}

export interface State {
  readonly applicationId: string
  readonly now: () => number
  readonly channels: Map<string, Channel>
  /** By id, oldest first. */
  readonly messages: Map<string, Kept>
  readonly nonces: Map<string, { readonly until: number; readonly kept: Kept }>
  /** The people who take no direct messages. */
  readonly closed: Set<string>
  /** By token. */
  readonly open: Map<string, Open>
  /** What people have allowed the application, by code. */
  readonly grants: Map<string, Grant>
  /** By server; those that are everywhere under the empty name. */
  readonly commands: Map<string, Shelf>
  /** Where interactions are sent to, if that is not the gateway. */
  endpoint: string | null
  newId(): string
}

export function newState(applicationId: string, now: () => number): State {
  let last = 0n
  return {
    applicationId,
    now,
    channels: new Map<string, Channel>([
      ...Object.keys(CHANNEL_NAMES).map((id) => [id, { id, access: 'write' }] as const),
      ...Object.entries(DIRECT_CHANNELS).map(
        ([recipient, id]) => [id, { id, access: 'write', recipient }] as const,
      ),
    ]),
    messages: new Map(),
    nonces: new Map(),
    closed: new Set(),
    open: new Map(),
    grants: new Map(),
    commands: new Map(),
    endpoint: null,
    // Two of one millisecond are told apart by chance, but messages are read in the order of their ids.
    newId() {
      const fresh = BigInt(newSnowflake(now()))
      last = fresh > last ? fresh : last + 1n
      return String(last)
    },
  }
}

export function getChannel(state: State, id: string): Channel {
  const channel = state.channels.get(id)
  if (!channel) throw new ApiError('unknownChannel')
  if (channel.access === 'none') throw new ApiError('missingAccess')
  return channel
}

/** There is one for each person, however often it is opened. */
export function directChannel(state: State, person: string): Channel {
  for (const channel of state.channels.values()) if (channel.recipient === person) return channel
  const channel: Channel = { id: state.newId(), access: 'write', recipient: person }
  state.channels.set(channel.id, channel)
  return channel
}

export function getMessage(state: State, channel: string, id: string): Kept {
  const kept = state.messages.get(id)
  if (!kept || kept.isDeleted || kept.message.channel_id !== channel) throw new ApiError('unknownMessage')
  return kept
}

/** Oldest first, and those that were deleted only where they are asked for. */
export const messagesIn = (state: State, channel: string, withDeleted: boolean): Kept[] =>
  [...state.messages.values()].filter(
    ({ message, isDeleted }) => message.channel_id === channel && (withDeleted || !isDeleted),
  )

export function keep(state: State, message: APIMessage): Kept {
  const kept: Kept = { message, earlier: [], isDeleted: false }
  state.messages.set(message.id, kept)
  return kept
}

export function replace(kept: Kept, message: APIMessage): void {
  kept.earlier.push(kept.message)
  kept.message = message
}
