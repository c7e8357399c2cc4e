// What Discord would show, as text for a terminal; nothing of the answer is left out.

import {
  InteractionResponseType as Answer,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIMessage,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10'
import { COLOUR, PLAIN } from '../../../bot/cli/colours.ts'
import { componentLines, type Lines, line, markdownLines } from './components.ts'
import { embedLines } from './embeds.ts'
import { modalLines } from './modal.ts'

export interface Rendering {
  /** With ANSI sequences; without them styles are not shown. */
  readonly colour?: boolean
  /** The answer changes a message that is private, which such an answer does not say itself. */
  readonly isPrivate?: boolean
}

export function renderResponse(
  response: APIInteractionResponse,
  { colour, isPrivate }: Rendering = {},
): string {
  const ink = colour ? COLOUR : PLAIN
  return linesOf(response, isPrivate ?? false)
    .map((spans) => ink(spans).trimEnd())
    .join('\n')
}

/** What stands in a channel, oldest first: who wrote, when, and what. */
export function renderMessages(messages: readonly APIMessage[], { colour }: Rendering = {}): string {
  const ink = colour ? COLOUR : PLAIN
  if (messages.length === 0) return ink([{ text: 'There are no messages.', styles: ['dim'] }])
  return messages
    .flatMap((message, at) => [
      ...(at > 0 ? line('') : []),
      ...line(headOf(message), 'dim'),
      ...messageLines(message, false),
    ])
    .map((spans) => ink(spans).trimEnd())
    .join('\n')
}

const headOf = ({ author, timestamp, edited_timestamp: edited }: APIMessage) =>
  `${author.global_name ?? author.username}, ${new Date(timestamp).toTimeString().slice(0, 5)}${edited ? ' (edited)' : ''}`

function linesOf(response: APIInteractionResponse, isPrivate: boolean): Lines {
  switch (response.type) {
    case Answer.ChannelMessageWithSource:
    case Answer.UpdateMessage:
      return messageLines(response.data ?? {}, isPrivate)
    case Answer.DeferredChannelMessageWithSource:
      return [...line('The answer comes later.', 'dim'), ...privacy(response.data?.flags, isPrivate)]
    case Answer.DeferredMessageUpdate:
      return line('The message may change later.', 'dim')
    case Answer.ApplicationCommandAutocompleteResult: {
      const choices = response.data.choices ?? []
      if (choices.length === 0) return line('No suggestions.', 'dim')
      return choices.flatMap(({ name, value }) => line(name === value ? `- ${name}` : `- ${name} (${value})`))
    }
    case Answer.Modal:
      return modalLines(response.data)
    case Answer.Pong:
      return line('Pong.')
    default:
      return line(`An answer of type ${response.type}.`)
  }
}

/** What an answer that is a message and a message itself have in common. */
type Body = Pick<APIInteractionResponseCallbackData, 'content' | 'embeds' | 'components' | 'flags'>

function messageLines(data: Body, isPrivate: boolean): Lines {
  // Containers stand apart from what is around them.
  const parts = (data.components ?? []).map((component, at, all) => ({
    lines: componentLines(component),
    apart: at > 0 && [component, all[at - 1]].some((each) => each?.type === ComponentType.Container),
  }))
  return [
    ...(data.content ? markdownLines(data.content) : []),
    ...(data.embeds ?? []).flatMap(embedLines),
    ...parts.flatMap(({ lines, apart }) => [...(apart ? line('') : []), ...lines]),
    ...privacy(data.flags, isPrivate),
  ]
}

const privacy = (flags: number | undefined, isPrivate: boolean) =>
  isPrivate || (flags ?? 0) & MessageFlags.Ephemeral ? line('(only you can see this)', 'dim') : []
