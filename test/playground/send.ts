// An interaction on its way to the Worker and its answer on the way back, also where that was put off.

import {
  InteractionResponseType as Answer,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
} from 'discord-api-types/v10'
import type { Keys } from '../../bot/cli/keys.ts'
import type { Received } from './chat/conversation.ts'
import { post } from './post.ts'
import type { StandIn } from './stand-in.ts'

/**
 * By the gateway where a relay listens at it, as Discord would, else by HTTP. Without a stand-in Discord, what was put
 * off is not waited for: it would come there.
 */
export async function send(
  workerUrl: string,
  keys: Keys,
  standIn: StandIn | undefined,
  interaction: APIInteraction,
): Promise<Received> {
  if (!standIn) return post(workerUrl, keys, interaction)
  if (await standIn.isListenedTo()) return sendByGateway(standIn, interaction)
  await standIn.note(interaction)
  const answer = await post(workerUrl, keys, interaction)
  const message = await standIn.note(interaction, answer.response)
  return waitedFor(standIn, interaction, { ...answer, message })
}

async function sendByGateway(standIn: StandIn, interaction: APIInteraction): Promise<Received> {
  const begun = performance.now()
  const { response, message } = await standIn.dispatch(interaction)
  const milliseconds = performance.now() - begun
  return waitedFor(standIn, interaction, { response, raw: JSON.stringify(response), milliseconds, message })
}

async function waitedFor(standIn: StandIn, interaction: APIInteraction, answer: Received): Promise<Received> {
  if (!isDeferral(answer.response)) return answer
  const late = await standIn.late(interaction)
  return late ? { ...answer, ...asAnswer(answer.response, late), message: late } : answer
}

const isDeferral = ({ type }: APIInteractionResponse) =>
  type === Answer.DeferredChannelMessageWithSource || type === Answer.DeferredMessageUpdate

/** As it would have come in time. A message beside the one clicked is new, like any other answer. */
function asAnswer(deferral: APIInteractionResponse, late: APIMessage) {
  const isChanged = deferral.type === Answer.DeferredMessageUpdate && late.edited_timestamp !== null
  const { content, embeds, components = [], flags } = late
  const response: APIInteractionResponse = {
    type: isChanged ? Answer.UpdateMessage : Answer.ChannelMessageWithSource,
    data: { content, embeds, components, ...(flags !== undefined && { flags }) },
  }
  return { response, raw: JSON.stringify(response) }
}
