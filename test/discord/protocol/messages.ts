// What the bot says as messages: what Discord would have stored, and sends along when a component of it is used.
// Runs in Node and in workerd alike.

import type {
  APIChatInputApplicationCommandInteraction,
  APIInteractionResponseCallbackData,
  APIMessage,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIMessageInteractionMetadata,
  APIMessageTopLevelComponent,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10'
import { asUser, BOT, CHANNEL_ID, newSnowflake, VISITOR } from './people.ts'

/** What can be answered with a message. */
export type AnswerableInteraction =
  | APIChatInputApplicationCommandInteraction
  | APIMessageApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction

/** As much of a body as is shown; what is null is taken away. */
type MessageBody = {
  readonly [Key in 'content' | 'embeds' | 'components' | 'flags']?:
    | APIInteractionResponseCallbackData[Key]
    | null
}

/** A message that the bot posts by itself, by REST: it answers nothing. */
export function sentMessage(body: MessageBody, channelId: string, id: string, now = Date.now()): APIMessage {
  return {
    id,
    type: 0,
    channel_id: channelId,
    author: { ...asUser(BOT), bot: true },
    timestamp: new Date(now).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    pinned: false,
    ...shown(body),
    flags: asFlags(body.flags ?? 0),
  }
}

/** The message that an answer of type 4 becomes. */
export const postedMessage = (
  data: MessageBody,
  interaction: AnswerableInteraction,
  id = newSnowflake(),
  now = Date.now(),
): APIMessage => ({
  ...sentMessage(data, interaction.channel?.id ?? CHANNEL_ID, id, now),
  // 20 is the answer to a slash command, 19 a reply.
  type: interaction.type === 2 ? 20 : 19,
  application_id: interaction.application_id,
  webhook_id: interaction.application_id,
  interaction_metadata: metadata(interaction),
})

/** The one flag that an edit may set and unset; the others stay, so does whether a message is private. */
const SUPPRESS_EMBEDS = 1 << 2

/** The message after an answer of type 7, or an edit by REST: what is left out stays. */
export function updatedMessage(message: APIMessage, data: MessageBody, now = Date.now()): APIMessage {
  const flags = message.flags ?? 0
  return {
    ...message,
    ...shown({ content: message.content, embeds: message.embeds, ...data }),
    ...(data.components === undefined && { components: message.components ?? [] }),
    edited_timestamp: new Date(Math.max(now, editedAt(message) + 1)).toISOString(),
    flags: asFlags(typeof data.flags === 'number' ? (flags & ~SUPPRESS_EMBEDS) | data.flags : flags),
  }
}

/** Of two edits in one millisecond the second is later: its time is all that tells them apart. */
const editedAt = ({ edited_timestamp: edited }: APIMessage) => (edited === null ? 0 : Date.parse(edited))

function shown({ content, embeds, components }: MessageBody) {
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: completed<APIMessageTopLevelComponent[]>(components ?? []),
  }
}

function metadata(interaction: AnswerableInteraction): APIMessageInteractionMetadata {
  const of = {
    id: interaction.id,
    user: interaction.member?.user ?? interaction.user ?? asUser(VISITOR),
    authorizing_integration_owners: interaction.authorizing_integration_owners,
  }
  if (interaction.type === 2) return { ...of, type: 2 }
  if (interaction.type === 3) return { ...of, type: 3, interacted_message_id: interaction.message.id }
  const opener = interaction.message
    ? ({ ...of, type: 3, interacted_message_id: interaction.message.id } as const)
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
