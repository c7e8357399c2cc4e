// Discord waits 3 seconds for a first answer and then tells the person that the application did not respond. An answer
// that takes longer is put off (interactions/receiving-and-responding, "Responding to an Interaction").

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { EPHEMERAL } from './cards/kit/message.ts'
import { findHandler } from './handler.ts'
import type { Interaction } from './request.ts'
import { ephemeralNotice, typedTextAsChoice, userMessages } from './respond.ts'
import { withTimeout } from './timeout.ts'

/**
 * Puts the answer off, as what it will be; undefined for what can't be: a form, a completion, a ping, and what nothing
 * here answers.
 */
export function deferralOf(interaction: Interaction): APIInteractionResponse | undefined {
  if (interaction.type === 1 || interaction.type === 4) return undefined
  switch (findHandler(interaction)?.seen) {
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

/** In milliseconds. */
export interface Limits {
  /** Since the interaction came, of the 3 seconds that Discord waits: when an answer is put off. The rest is for the way. */
  readonly deferral: number
  /** Likewise, when something is said instead of what can't be put off. */
  readonly sentence: number
  /** Since it was put off: when a sentence is said instead of the answer. */
  readonly answer: number
  /** Likewise, when the last try to tell Discord is over. */
  readonly delivery: number
}

/** A Worker is ended 30 seconds after what it said first (Cloudflare, "Workers: waitUntil"). */
export const LIMITS: Limits = { deferral: 2000, sentence: 2600, answer: 20_000, delivery: 29_000 }

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
  const answer = await withTimeout(answering, deferral || isTyped ? limits.deferral : limits.sentence)
  if (answer) return { response: answer, isDeferral: false }
  if (isTyped) return { response: typedTextAsChoice(interaction), isDeferral: false }
  if (!deferral)
    return { response: ephemeralNotice(userMessages(interaction).general.late), isDeferral: false }
  return { response: deferral, isDeferral: true }
}
