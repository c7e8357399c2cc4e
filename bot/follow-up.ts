// What follows a deferral: the answer once it is there, or else a sentence, by the interaction's token
// (interactions/receiving-and-responding, "Followup Messages").

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { EPHEMERAL } from './cards/kit/message.ts'
import { LIMITS, type Limits } from './deferral.ts'
import type { Interaction } from './request.ts'
import { ownWords, told } from './respond.ts'
import { isOfContent, type Outcome, persist } from './retry.ts'
import { within } from './timeout.ts'

/** The token in the path is the credential: whoever has it needs no other. */
export interface LateRequest {
  readonly method: 'PATCH' | 'POST'
  readonly path: string
  readonly body: object
}

export interface Late {
  /** Takes no longer than it is told to, in milliseconds, and never rejects. */
  send(request: LateRequest, timeLimitMs: number): Promise<Outcome>
  /** What the person quotes when something went wrong, and what the log says too. */
  readonly faultId: string
  /** Told of what could not be delivered. */
  onFault(fault: string): void
  readonly limits?: Limits
}

/** Is over within `limits.delivery`, whatever happens. Neither it nor `answering` ever rejects. */
export async function deliverLate(
  interaction: Interaction,
  deferral: APIInteractionResponse,
  answering: Promise<APIInteractionResponse>,
  { send, faultId, onFault, limits = LIMITS }: Late,
): Promise<void> {
  const end = Date.now() + limits.delivery
  const { general } = ownWords(interaction)
  async function say(answer: APIInteractionResponse): Promise<Outcome> {
    const request = requestFor(deferral, answer, interaction)
    return request ? persist((timeLimitMs) => send(request, timeLimitMs), end) : { result: 'done' }
  }

  const outcome = await say((await within(answering, limits.answer)) ?? told(general.late))
  if (outcome.result === 'done') return
  onFault(`An answer that was put off was not delivered: ${outcome.error}`)
  if (!isOfContent(outcome)) return
  const again = await say(told(general.fault(faultId)))
  if (again.result !== 'done') onFault(`Nor was the apology for it: ${again.error}`)
}

/** Undefined where nothing is left to do: it was put off a second time, by whoever then delivers it. */
function requestFor(
  deferral: APIInteractionResponse,
  answer: APIInteractionResponse,
  interaction: Interaction,
): LateRequest | undefined {
  const { application_id, token } = interaction
  const webhook = `/webhooks/${application_id}/${encodeURIComponent(token)}`
  const edit = (body: object): LateRequest => ({
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
      return requestFor(deferral, told(ownWords(interaction).general.late), interaction)
  }
}
