// Answers to interactions that do not come in the response to one: interactions/receiving-and-responding.
// The token in the path is the credential, so these routes carry no other.

import {
  InteractionResponseType as Answer,
  type APIInteractionResponse,
  MessageFlags,
} from 'discord-api-types/v10'
import { ApiError } from '../api-error.ts'
import { type Call, json, judged } from '../call.ts'
import { updatedMessage } from '../protocol/messages.ts'
import { timeOf } from '../protocol/people.ts'
import { noContent, type Route, route } from '../route.ts'
import { problemsOfResponse } from '../rules/judge.ts'
import { type Kept, type Open, replace, type State } from '../state.ts'
import { answered, clicked, fill, find, isDeferred, post } from './answers.ts'

/** How long a token is good for after a first answer, and how long that may take. */
const TOKEN_LIFE = 15 * 60_000
const PATIENCE = 3000

export const WEBHOOK_ROUTES: readonly Route<Call>[] = [
  route('POST', '/interactions/{id}/{token}/callback', async (call, { id, token }) => {
    const { state } = call
    const open = find(state, token)
    if (open?.interaction.id !== id || age(state, open) > PATIENCE) throw new ApiError('unknownInteraction')
    const response = await json(call)
    const onMessage = 'message' in open.interaction && open.interaction.message !== undefined
    const problems = problemsOfResponse(response, open.interaction.type, onMessage)
    if (problems.length > 0) throw new ApiError('invalidBody', problems)
    if (open.answer !== undefined) throw new ApiError('alreadyAnswered')
    answered(state, open, asResponse(response))
    if (call.query.get('with_response') !== 'true') return noContent()
    return Response.json(callbackResponse(open))
  }),
  route('POST', '/webhooks/{application}/{token}', async (call, { application, token }) => {
    const open = getOpen(call.state, application, token)
    const body = judged(await json(call), 'followUp')
    // The first one after a deferral is what was deferred; an answer of which nothing is known is taken for one.
    if (!open.original && isDeferred(open)) return Response.json(fill(call.state, open, body))
    return Response.json(post(call.state, open, body).message)
  }),
  route('GET', '/webhooks/{application}/{token}/messages/{message}', ({ state }, at) =>
    Response.json(getAnswer(state, getOpen(state, at.application, at.token), at.message).message),
  ),
  route('PATCH', '/webhooks/{application}/{token}/messages/{message}', async (call, at) => {
    const { state } = call
    const open = getOpen(state, at.application, at.token)
    const body = await json(call)
    if (at.message === ORIGINAL && !open.original && isDeferred(open))
      return Response.json(fill(state, open, judged(body, 'editAnswer', {})))
    const kept = getAnswer(state, open, at.message)
    replace(kept, updatedMessage(kept.message, judged(body, 'editAnswer', kept.message), state.now()))
    return Response.json(kept.message)
  }),
  route('DELETE', '/webhooks/{application}/{token}/messages/{message}', ({ state }, at) => {
    getAnswer(state, getOpen(state, at.application, at.token), at.message).isDeleted = true
    return noContent()
  }),
]

const ORIGINAL = '@original'

/** What the bot may still say something to. */
function getOpen(state: State, application: string, token: string): Open {
  if (application !== state.applicationId) throw new ApiError('unknownWebhook')
  const open = find(state, token)
  if (!open || age(state, open) > TOKEN_LIFE) throw new ApiError('invalidToken')
  // There is none before a first answer. Where that comes in the response to the interaction, it may not be known here yet.
  if (open.isByGateway && open.answer === undefined) throw new ApiError('unknownWebhook')
  // An answer to a click of which nothing is known is taken for a deferral too: what was clicked is to change.
  if (open.answer === undefined) clicked(state, open)
  return open
}

const age = (state: State, { interaction }: Open) => state.now() - timeOf(interaction.id)

function getAnswer(state: State, { interaction, original }: Open, id: string): Kept {
  const kept = state.messages.get(id === ORIGINAL ? (original?.message.id ?? '') : id)
  const isOwn = kept?.message.interaction_metadata?.id === interaction.id || kept === original
  if (!kept || kept.isDeleted || !isOwn) throw new ApiError('unknownMessage')
  return kept
}

function callbackResponse({ interaction, answer, original, isPrivate }: Open) {
  const { id, type } = interaction
  const message = answer === Answer.ChannelMessageWithSource || answer === Answer.UpdateMessage
  const flags = original?.message.flags ?? 0
  return {
    interaction: {
      id,
      type,
      ...(original && { response_message_id: original.message.id }),
      response_message_loading: answer === Answer.DeferredChannelMessageWithSource,
      response_message_ephemeral: isPrivate ?? (flags & MessageFlags.Ephemeral) !== 0,
    },
    resource: { type: answer, ...(message && original && { message: original.message }) },
  }
}

/** Only for what the judge has found nothing against. */
const asResponse = (judged: unknown) => judged as APIInteractionResponse
