// What follows a deferral: the answer once it is there, or else a sentence, by the interaction's token
// (interactions/receiving-and-responding, "Followup Messages").

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { EPHEMERAL } from './cards/kit/message.ts'
import { LIMITS, type Limits } from './deferral.ts'
import type { Interaction } from './request.ts'
import { ephemeralNotice, userMessages } from './respond.ts'
import { isOfContent, type Outcome, retryUntil } from './retry.ts'
import { withTimeout } from './timeout.ts'

/** The token in the path is the credential: whoever has it needs no other. */
export interface FollowUpRequest {
  readonly method: 'PATCH' | 'POST'
  readonly path: string
  readonly body: object
}

export interface FollowUp {
  /** Takes no longer than it is told to, in milliseconds, and never rejects. */
  send(request: FollowUpRequest, timeLimitMs: number): Promise<Outcome>
  /** What the person quotes when something went wrong, and what the log says too. */
  readonly faultId: string
  /** Told of what could not be delivered. */
  onFault(fault: string): void
  readonly limits?: Limits
}

/** Is over within `limits.delivery`, whatever happens. Neither it nor `answering` ever rejects. */
export async function sendFollowUp(
  interaction: Interaction,
  deferral: APIInteractionResponse,
  answering: Promise<APIInteractionResponse>,
  { send, faultId, onFault, limits = LIMITS }: FollowUp,
): Promise<void> {
  const end = Date.now() + limits.delivery
  const { general } = userMessages(interaction)
  async function say(answer: APIInteractionResponse): Promise<Outcome> {
    const request = requestFor(deferral, answer, interaction)
    return request ? retryUntil((timeLimitMs) => send(request, timeLimitMs), end) : { result: 'done' }
  }

  const outcome = await say((await withTimeout(answering, limits.answer)) ?? ephemeralNotice(general.late))
  if (outcome.result === 'done') return
  onFault(`An answer that was put off was not delivered: ${outcome.error}`)
  if (!isOfContent(outcome)) return
  const again = await say(ephemeralNotice(general.fault(faultId)))
  if (again.result !== 'done') onFault(`Nor was the apology for it: ${again.error}`)
}

/** Undefined where nothing is left to do: it was put off a second time, by whoever then delivers it. */
function requestFor(
  deferral: APIInteractionResponse,
  answer: APIInteractionResponse,
  interaction: Interaction,
): FollowUpRequest | undefined {
  const { application_id, token } = interaction
  const webhook = `/webhooks/${application_id}/${encodeURIComponent(token)}`
  const edit = (body: object): FollowUpRequest => ({
    method: 'PATCH',
    path: `${webhook}/messages/@original`,
    body,
  })
  switch (answer.type) {
    case 5:
    case 6:
      return undefined
    case 4:
      // Beside a card that stays as it is. Discord knows no nonce here: where only its answer is lost, this is said
      // twice, and to one person, rather than not at all.
      if (deferral.type === 6) return { method: 'POST', path: webhook, body: answer.data }
      // Where "is thinking" stands, as private as that: an edit can't say.
      return edit({ ...answer.data, flags: (answer.data.flags ?? 0) & ~EPHEMERAL })
    case 7:
      return edit(answer.data ?? {})
    default:
      // A form can't follow a deferral; no handler that opens one is ever deferred.
      return requestFor(deferral, ephemeralNotice(userMessages(interaction).general.late), interaction)
  }
}
