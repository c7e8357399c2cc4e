// What the documentation says of an answer to an interaction: which kinds fit it, and what each kind may hold.

import {
  InteractionResponseType as Answer,
  type APIInteractionResponse,
  type APICommandAutocompleteInteractionResponseCallbackData as Completion,
  InteractionType as Interaction,
  MessageFlags,
} from 'discord-api-types/v10'
import { messageProblems } from './message.ts'
import { modalProblems } from './modal.ts'

/** The answered interaction: its type, and whether it came from a component of a message, as some forms do. */
export interface AnsweredInteraction {
  readonly type: number
  readonly onMessage: boolean
}

/** The flags that an interaction callback may set (resources/message, "Message Flags" where each is settable). */
const ANSWER = {
  at: 'data.',
  settable:
    MessageFlags.SuppressEmbeds |
    MessageFlags.Ephemeral |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsVoiceMessage |
    MessageFlags.IsComponentsV2,
}

const MESSAGES = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource]
const UPDATES = [Answer.DeferredMessageUpdate, Answer.UpdateMessage]

function fitting({ type, onMessage }: AnsweredInteraction): readonly Answer[] {
  switch (type) {
    case Interaction.Ping:
      return [Answer.Pong]
    case Interaction.ApplicationCommand:
      return [...MESSAGES, Answer.Modal]
    case Interaction.MessageComponent:
      return [...MESSAGES, ...UPDATES, Answer.Modal]
    case Interaction.ApplicationCommandAutocomplete:
      return [Answer.ApplicationCommandAutocompleteResult]
    case Interaction.ModalSubmit:
      return onMessage ? [...MESSAGES, ...UPDATES] : MESSAGES
    default:
      return []
  }
}

export function* responseProblems(
  response: APIInteractionResponse,
  interaction: AnsweredInteraction,
): Generator<string> {
  const allowed = fitting(interaction)
  if (!allowed.includes(response.type))
    yield `type: ${response.type} does not answer an interaction of type ${interaction.type}, only ${allowed.join(', ')}`
  switch (response.type) {
    case Answer.ChannelMessageWithSource:
      if (response.data) yield* messageProblems(response.data, { ...ANSWER, isNew: true })
      else yield 'data: is missing, so the message is empty'
      break
    case Answer.UpdateMessage:
      if (response.data) yield* messageProblems(response.data, { ...ANSWER, isNew: false })
      break
    case Answer.DeferredChannelMessageWithSource:
      // Components V2 is said on the edit that follows; anything else would be dropped in silence.
      if ((response.data?.flags ?? 0) & ~MessageFlags.Ephemeral)
        yield `data.flags: ${response.data?.flags} says more than ephemeral (64), which is all that a deferral can`
      for (const key of Object.keys(response.data ?? {}))
        if (key !== 'flags') yield `data.${key}: a deferral shows nothing yet`
      break
    case Answer.DeferredMessageUpdate:
      if ('data' in response) yield 'data: a deferral changes nothing yet'
      break
    case Answer.ApplicationCommandAutocompleteResult:
      yield* completionProblems(response.data)
      break
    case Answer.Modal:
      yield* modalProblems(response.data)
      break
  }
}

function* completionProblems({ choices }: Completion): Generator<string> {
  if (!choices) yield 'data.choices: is missing; none is []'
  for (const [at, choice] of (choices ?? []).entries()) {
    if (!choice) yield `data.choices[${at}]: is null`
    else if (typeof choice.value === 'string' && choice.value.length > 100)
      yield `data.choices[${at}].value: has ${choice.value.length} characters, at most 100 are allowed`
  }
}
