// Discord waits 3 seconds for a first answer and then tells the person that the application did not respond. An answer
// that takes longer is put off, and delivered by its token within 15 minutes
// (interactions/receiving-and-responding, "Responding to an Interaction" and "Followup Messages").

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { EPHEMERAL } from './cards/message.ts'
import { findHandling } from './handling.ts'
import type { Interaction } from './interaction.ts'
import { asTyped, ownWords, told } from './respond.ts'
import { within } from './within.ts'

/**
 * Puts the answer off, as what it will be; undefined for what can't be: a form, a completion, a ping, and what nothing
 * here answers.
 */
export function deferralOf(interaction: Interaction): APIInteractionResponse | undefined {
  if (interaction.type === 1 || interaction.type === 4) return undefined
  switch (findHandling(interaction)?.seen) {
    case 'public':
      return { type: 5 }
    case 'private':
      return { type: 5, data: { flags: EPHEMERAL } }
    case 'here':
      return { type: 6 }
    case 'form':
    case undefined:
      return undefined
  }
}

/** In milliseconds since the interaction came, of the 3 seconds that Discord waits; the rest is for the way. */
export interface Limits {
  /** When an answer is put off. */
  readonly deferral: number
  /** When something is said instead of what can't be put off. */
  readonly sentence: number
}

export const LIMITS: Limits = { deferral: 2000, sentence: 2600 }

/** What Discord is told in time, and whether the answer itself is still to come. */
export interface First {
  readonly response: APIInteractionResponse
  readonly isDeferral: boolean
}

/** `answering` never rejects. A late completion is what was typed, a late form a sentence. */
export async function firstAnswer(
  interaction: Interaction,
  answering: Promise<APIInteractionResponse>,
  limits: Limits = LIMITS,
): Promise<First> {
  const deferral = deferralOf(interaction)
  const isTyped = interaction.type === 4
  const answer = await within(answering, deferral || isTyped ? limits.deferral : limits.sentence)
  if (answer) return { response: answer, isDeferral: false }
  if (isTyped) return { response: asTyped(interaction), isDeferral: false }
  if (!deferral) return { response: told(ownWords(interaction).general.late), isDeferral: false }
  return { response: deferral, isDeferral: true }
}

/** A request under `/webhooks/{application id}/{token}`, which needs no other credential. */
export interface LateRequest {
  readonly method: 'PATCH' | 'POST'
  readonly path: '' | '/messages/@original'
  readonly body: object
}

/**
 * How an answer is delivered after a deferral. Undefined where nothing is left to do: it was put off a second time, by
 * whoever then delivers it.
 */
export function deliveryAfter(
  deferral: APIInteractionResponse,
  answer: APIInteractionResponse,
  interaction: Interaction,
): LateRequest | undefined {
  switch (answer.type) {
    case 5:
    case 6:
      return undefined
    case 4:
      // Beside a card that stays as it is; else where "is thinking" stands, as private as that: an edit can't say.
      if (deferral.type === 6) return { method: 'POST', path: '', body: answer.data }
      return edit({ ...answer.data, flags: (answer.data.flags ?? 0) & ~EPHEMERAL })
    case 7:
      return edit(answer.data ?? {})
    default: {
      // A form can't follow a deferral; no handler that opens one is ever deferred.
      const sorry = told(ownWords(interaction).general.late)
      return deliveryAfter(deferral, sorry, interaction)
    }
  }
}

const edit = (body: object): LateRequest => ({ method: 'PATCH', path: '/messages/@original', body })
