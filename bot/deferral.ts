// Discord waits 3 seconds for a first answer and then tells the person that the application did not respond. An answer
// that takes longer is deferred (interactions/receiving-and-responding, "Responding to an Interaction").

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { EPHEMERAL } from './cards/kit/message.ts'
import { findHandler } from './commands/handler.ts'
import type { Request } from './request.ts'
import { ephemeralNotice, typedTextAsChoice, userMessages } from './respond.ts'
import { withTimeout } from './timeout.ts'

/** Undefined where Discord has no deferral (a modal, a completion, a ping) or no handler answers. */
export function deferralOf(request: Request): APIInteractionResponse | undefined {
  if (request.kind === 'ping' || request.kind === 'completion') return undefined
  switch (findHandler(request)?.reply) {
    case 'public':
      return { type: 5 }
    case 'ephemeral':
      return { type: 5, data: { flags: EPHEMERAL } }
    case 'update':
      return { type: 6 }
    case 'modal':
    case undefined:
      return undefined
  }
}

/** In milliseconds. */
export interface Limits {
  /** From the request to its deferral; Discord waits 3 seconds, and the rest is for the network. */
  readonly deferral: number
  /** From the request to an apology, where the answer can't be deferred. */
  readonly sentence: number
  /** From the deferral to an apology in place of the answer. */
  readonly answer: number
  /** From the deferral to the end of the last attempt to deliver. */
  readonly delivery: number
}

/** A Worker is ended 30 seconds after its first answer (Cloudflare, "Workers: waitUntil"). */
export const LIMITS: Limits = { deferral: 2000, sentence: 2600, answer: 20_000, delivery: 29_000 }

/** The answer within 3 seconds. After a deferral the real answer has to follow. */
export interface FirstAnswer {
  readonly response: APIInteractionResponse
  readonly isDeferral: boolean
}

/** `answering` never rejects. In place of a late completion goes the typed text, in place of a late modal an apology. */
export async function firstAnswer(
  request: Request,
  answering: Promise<APIInteractionResponse>,
  limits: Limits = LIMITS,
): Promise<FirstAnswer> {
  const deferral = deferralOf(request)
  const isCompletion = request.kind === 'completion'
  const answer = await withTimeout(answering, deferral || isCompletion ? limits.deferral : limits.sentence)
  if (answer) return { response: answer, isDeferral: false }
  if (isCompletion) return { response: typedTextAsChoice(request.call), isDeferral: false }
  if (!deferral) return { response: ephemeralNotice(userMessages(request).general.late), isDeferral: false }
  return { response: deferral, isDeferral: true }
}
