// The answer after a deferral, or an apology in its place, delivered by the interaction's token
// (interactions/receiving-and-responding, "Followup Messages").

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { EPHEMERAL } from './cards/kit/message.ts'
import { LIMITS, type Limits } from './deferral.ts'
import type { Request } from './request.ts'
import { ephemeralNotice, userMessages } from './respond.ts'
import { isContentRefused, type Outcome, retryUntil } from './retry.ts'
import { withTimeout } from './timeout.ts'

/** The token in the path is the only credential. */
export interface FollowUpRequest {
  readonly method: 'PATCH' | 'POST'
  readonly path: string
  readonly body: object
}

export interface FollowUp {
  /** Ends within `timeLimitMs`, and never rejects. */
  send(request: FollowUpRequest, timeLimitMs: number): Promise<Outcome>
  /** The number that a person quotes when something went wrong; the log has it too. */
  readonly faultId: string
  /** Called with what could not be delivered. */
  onFault(fault: string): void
  readonly limits?: Limits
}

/** Ends within `limits.delivery`. Neither it nor `answering` ever rejects. */
export async function sendFollowUp(
  request: Request,
  deferral: APIInteractionResponse,
  answering: Promise<APIInteractionResponse>,
  { send, faultId, onFault, limits = LIMITS }: FollowUp,
): Promise<void> {
  const end = Date.now() + limits.delivery
  const { general } = userMessages(request)
  async function deliver(answer: APIInteractionResponse): Promise<Outcome> {
    const followUp = followUpFor(deferral, answer, request)
    return followUp ? retryUntil((timeLimitMs) => send(followUp, timeLimitMs), end) : { result: 'done' }
  }

  const outcome = await deliver(
    (await withTimeout(answering, limits.answer)) ?? ephemeralNotice(general.late),
  )
  if (outcome.result === 'done') return
  onFault(`A deferred answer was not delivered: ${outcome.error}`)
  if (!isContentRefused(outcome)) return
  const again = await deliver(ephemeralNotice(general.fault(faultId)))
  if (again.result !== 'done') onFault(`The apology for a deferred answer was not delivered: ${again.error}`)
}

/** Undefined where nothing is left to do: the answer is a second deferral, and its sender delivers. */
function followUpFor(
  deferral: APIInteractionResponse,
  answer: APIInteractionResponse,
  request: Request,
): FollowUpRequest | undefined {
  const { applicationId, token } = request
  const webhook = `/webhooks/${applicationId}/${encodeURIComponent(token)}`
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
      // A new message, since the card clicked stays. Discord takes no nonce here, so a message whose answer was lost is
      // sent again: one person may read it twice.
      if (deferral.type === 6) return { method: 'POST', path: webhook, body: answer.data }
      // An edit of the message "is thinking", which can't change whether that is ephemeral.
      return edit({ ...answer.data, flags: (answer.data.flags ?? 0) & ~EPHEMERAL })
    case 7:
      return edit(answer.data ?? {})
    default:
      // A modal can't follow a deferral; no handler that opens one is ever deferred.
      return followUpFor(deferral, ephemeralNotice(userMessages(request).general.late), request)
  }
}
