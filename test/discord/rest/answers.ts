// Interactions that were sent, and what the bot has made of them.

import {
  InteractionResponseType as Answer,
  type APIInteractionResponse,
  type APIMessage,
  MessageFlags,
  InteractionType as Type,
} from 'discord-api-types/v10'
import { ApiError } from '../api-error.ts'
import type { MessageBody } from '../call.ts'
import { slashCommand } from '../protocol/interactions.ts'
import { postedMessage, updatedMessage } from '../protocol/messages.ts'
import { interactionOf } from '../protocol/scenes.ts'
import { type Dispatched, type Kept, keep, type Open, replace, type State } from '../state.ts'

/** Notes an interaction that was sent. */
export function openInteraction(state: State, interaction: Dispatched): Open {
  const open = state.open.get(interaction.token) ?? { interaction }
  state.open.set(interaction.token, open)
  return open
}

/** Does what an answer of the bot asks for, whichever way it came. */
export function answered(state: State, open: Open, response: APIInteractionResponse): void {
  open.answer = response.type
  open.response = response
  switch (response.type) {
    case Answer.ChannelMessageWithSource:
      open.original = post(state, open, response.data)
      break
    case Answer.DeferredChannelMessageWithSource:
      open.isPrivate = ((response.data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0
      // What fills it in may have overtaken it.
      if (open.original && open.isPrivate) open.original.message = asPrivate(open.original.message)
      break
    case Answer.UpdateMessage: {
      const kept = clicked(state, open)
      if (kept) replace(kept, updatedMessage(kept.message, response.data ?? {}, state.now()))
      break
    }
    case Answer.DeferredMessageUpdate:
      clicked(state, open)
      break
  }
}

const asPrivate = (message: APIMessage): APIMessage => ({
  ...message,
  flags: (message.flags ?? 0) | MessageFlags.Ephemeral,
})

/** The message that the interaction came from is what `@original` is from now on. */
export function clicked(state: State, open: Open): Kept | undefined {
  const { interaction } = open
  if (!('message' in interaction) || !interaction.message) return undefined
  open.original = state.messages.get(interaction.message.id) ?? keep(state, interaction.message)
  return open.original
}

/** By its token: one that was noted, or else one that is known by its token to be ours, taken for a slash command. */
export function find(state: State, token: string): Open | undefined {
  const known = state.open.get(token)
  const id = interactionOf(token)
  if (known || id === undefined) return known
  return openInteraction(state, {
    ...slashCommand('covid-data', {}, { applicationId: state.applicationId }),
    id,
    token,
  })
}

/** Whether the answer is still to come; one that came in the response to the interaction may be unknown here. */
export const isDeferred = ({ answer }: Open) =>
  answer === undefined || answer === Answer.DeferredChannelMessageWithSource

export function post(state: State, { interaction }: Open, body: MessageBody): Kept {
  // Nothing follows a completion.
  if (interaction.type === Type.ApplicationCommandAutocomplete) throw new ApiError('unknownWebhook')
  return keep(state, postedMessage(body, interaction, state.newId(), state.now()))
}

/** Puts a message where the deferral was, as private as that. */
export function fill(state: State, open: Open, body: MessageBody): APIMessage {
  const flags = (body.flags ?? 0) | (open.isPrivate ? MessageFlags.Ephemeral : 0)
  open.original = post(state, open, { ...body, flags })
  return open.original.message
}
