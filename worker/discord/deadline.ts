// Discord gives up on an answer 3 seconds after it sent the interaction. What would take longer is put off in time, where
// it may be, and delivered once it is there; whatever happens, the person is told something.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { deferralOf, deliveryAfter, type LateRequest } from '../../bot/deferral.ts'
import type { Interaction } from '../../bot/interaction.ts'
import { asTyped, ownWords, told } from '../../bot/respond.ts'
import { within } from '../../bot/within.ts'
import type { Rest } from './rest.ts'

/** In milliseconds since the interaction came. */
export interface Limits {
  /** When an answer is put off: the rest of the 3 seconds is for the way. */
  readonly deferral: number
  /** When something is said instead of what can't be put off. */
  readonly sentence: number
  /** When nothing more is waited for: a Worker is ended 30 seconds after its answer, and what is said takes its time. */
  readonly end: number
}

export const LIMITS: Limits = { deferral: 2000, sentence: 2600, end: 22_000 }

export interface Late {
  /** Open to whoever has the interaction's token. */
  readonly rest: Rest
  readonly requestId: string
  /** Keeps running what goes on after the answer. */
  afterwards(work: Promise<void>): void
  /** Told of what could not be delivered. */
  onFault(fault: unknown): void
  readonly limits?: Limits
  readonly sleep?: (ms: number) => Promise<void>
}

/** What Discord is answered in time. `answering` never rejects. */
export async function answerInTime(
  interaction: Interaction,
  answering: Promise<APIInteractionResponse>,
  late: Late,
): Promise<APIInteractionResponse> {
  const { limits = LIMITS } = late
  const deferral = deferralOf(interaction)
  const isTyped = interaction.type === 4
  const answer = await within(answering, deferral || isTyped ? limits.deferral : limits.sentence)
  if (answer) return answer
  if (isTyped) return asTyped(interaction)
  if (!deferral) return told(ownWords(interaction).general.late)
  late.afterwards(deliver(interaction, answering, deferral, late))
  return deferral
}

/** Never rejects. */
async function deliver(
  interaction: Interaction,
  answering: Promise<APIInteractionResponse>,
  deferral: APIInteractionResponse,
  late: Late,
): Promise<void> {
  const { limits = LIMITS, requestId, onFault } = late
  try {
    const { general } = ownWords(interaction)
    const answer = (await within(answering, limits.end - limits.deferral)) ?? told(general.late)
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
