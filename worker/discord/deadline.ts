// Discord gives up on an answer 3 seconds after it sent the interaction. What would take longer is put off in time, where
// it may be, and delivered once it is there; whatever happens, the person is told something.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { deliveryAfter, firstAnswer, type LateRequest, type Limits } from '../../bot/deferral.ts'
import type { Interaction } from '../../bot/interaction.ts'
import { ownWords, told } from '../../bot/respond.ts'
import { within } from '../../bot/within.ts'
import type { Rest } from './rest.ts'

/** How long a deferred answer is waited for: a Worker is ended 30 seconds after what it said first. */
const PATIENCE_MS = 20_000

export interface Late {
  /** Open to whoever has the interaction's token. */
  readonly rest: Rest
  readonly requestId: string
  /** Keeps running what goes on after the answer. */
  afterwards(work: Promise<void>): void
  /** Told of what could not be delivered. */
  onFault(fault: unknown): void
  readonly limits?: Limits
  /** In milliseconds, for an answer that was put off. */
  readonly patience?: number
  readonly sleep?: (ms: number) => Promise<void>
}

/** What Discord is answered in time. `answering` never rejects. */
export async function answerInTime(
  interaction: Interaction,
  answering: Promise<APIInteractionResponse>,
  late: Late,
): Promise<APIInteractionResponse> {
  const { response, isDeferral } = await firstAnswer(interaction, answering, late.limits)
  if (isDeferral) late.afterwards(deliver(interaction, answering, response, late))
  return response
}

/** Never rejects. */
async function deliver(
  interaction: Interaction,
  answering: Promise<APIInteractionResponse>,
  deferral: APIInteractionResponse,
  late: Late,
): Promise<void> {
  const { patience = PATIENCE_MS, requestId, onFault } = late
  try {
    const { general } = ownWords(interaction)
    const answer = (await within(answering, patience)) ?? told(general.late)
    const refused = await send(interaction, deliveryAfter(deferral, answer, interaction), late)
    if (refused === undefined) return
    onFault(new Error(`An answer that was put off was not delivered: ${refused}`))
    const sorry = deliveryAfter(deferral, told(general.fault(requestId)), interaction)
    const again = await send(interaction, sorry, late)
    if (again !== undefined) onFault(new Error(`Nor was the apology for it: ${again}`))
  } catch (fault) {
    onFault(fault)
  }
}

/** Between tries, in milliseconds: right after a deferral Discord may not know of it yet, and says 404. */
const WAITS = [250, 500, 1000, 2000]

/** Why it was refused in the end; undefined if it was not. */
async function send(
  { application_id, token }: Interaction,
  request: LateRequest | undefined,
  { rest, sleep = wait }: Late,
): Promise<string | undefined> {
  if (!request) return undefined
  const path = `/webhooks/${application_id}/${encodeURIComponent(token)}${request.path}`
  for (let tried = 0; ; tried++) {
    const answer = await rest(request.method, path, request.body)
    if (answer.result === 'done') return undefined
    const pause = WAITS[tried]
    const isFinal = answer.result === 'refused' && answer.status !== 404
    if (isFinal || pause === undefined) return answer.error
    await sleep(Math.max(pause, answer.result === 'retry' ? (answer.retryAfterMs ?? 0) : 0))
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
