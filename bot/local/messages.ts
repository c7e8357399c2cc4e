// Answers as messages: what Discord would have stored, and sends along when a component of it is used.
// Runs in Node and in workerd alike.

import type {
  APIChatInputApplicationCommandInteraction,
  APIInteractionResponseCallbackData,
  APIMessage,
  APIMessageComponentInteraction,
  APIMessageInteractionMetadata,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10'
import { asUser, BOT, CHANNEL_ID, newSnowflake, VISITOR } from './people.ts'

type Asked =
  | APIChatInputApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction

/** The message that an answer of type 4 becomes. */
export function postedMessage(data: APIInteractionResponseCallbackData, asked: Asked): APIMessage {
  return {
    id: newSnowflake(),
    // 20 is the answer to a slash command, 19 a reply.
    type: asked.type === 2 ? 20 : 19,
    channel_id: asked.channel?.id ?? CHANNEL_ID,
    author: { ...asUser(BOT), bot: true },
    application_id: asked.application_id,
    webhook_id: asked.application_id,
    interaction_metadata: metadata(asked),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    pinned: false,
    ...shown(data),
    flags: asFlags(data.flags ?? 0),
  }
}

/** The message after an answer of type 7: what the answer leaves out stays, and so does whether it is private. */
export function updatedMessage(message: APIMessage, data: APIInteractionResponseCallbackData): APIMessage {
  return {
    ...message,
    ...shown({ content: message.content, embeds: message.embeds, ...data }),
    ...(data.components ? {} : { components: message.components ?? [] }),
    edited_timestamp: new Date().toISOString(),
    flags: asFlags((message.flags ?? 0) | (data.flags ?? 0)),
  }
}

function shown({ content, embeds, components }: APIInteractionResponseCallbackData) {
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: completed(components ?? []),
  }
}

function metadata(asked: Asked): APIMessageInteractionMetadata {
  const of = {
    id: asked.id,
    user: asked.member?.user ?? asked.user ?? asUser(VISITOR),
    authorizing_integration_owners: asked.authorizing_integration_owners,
  }
  if (asked.type === 2) return { ...of, type: 2 }
  if (asked.type === 3) return { ...of, type: 3, interacted_message_id: asked.message.id }
  const opener = asked.message
    ? ({ ...of, type: 3, interacted_message_id: asked.message.id } as const)
    : ({ ...of, type: 2 } as const)
  return { ...of, type: 5, triggering_interaction_metadata: opener }
}

/** What Discord adds to components of these types, by default. */
const ADDED: { readonly [type: number]: object } = {
  3: { min_values: 1, max_values: 1 },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
}

/** Every component gets an id, counted in reading order, where the bot has given none (0 counts as none). */
function completed<Components>(components: Components): Components {
  let next = 0
  const complete = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(complete)
    if (typeof value !== 'object' || value === null) return value
    const type = 'type' in value && typeof value.type === 'number' ? value.type : undefined
    if (type !== undefined) next += 1
    const id = type === undefined ? {} : { id: ('id' in value && value.id) || next }
    const inner = Object.entries(value).map(([key, part]) => [key, complete(part)])
    return { ...ADDED[type ?? 0], ...Object.fromEntries(inner), ...id }
  }
  return asSame<Components>(complete(components))
}

/** For a copy that only has more in it. */
const asSame = <Type>(copy: unknown) => copy as Type

/** Flags are a bit set of the enum's values, which its type takes for one of them. */
const asFlags = (flags: number) => flags as NonNullable<APIMessage['flags']>
