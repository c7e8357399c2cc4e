// How answers reach Discord: first by the interaction's callback, later by its webhook. The token in the path is the
// credential (interactions/receiving-and-responding), so it appears in no error that leaves here.

import { DiscordAPIError, HTTPError, type REST, RequestMethod, Routes } from 'discord.js'
import type { APIInteractionResponse } from 'discord-api-types/v10'
import type { LateRequest } from '../deferral.ts'
import type { Interaction } from '../interaction.ts'

/** Why something was not taken; undefined where it was. */
export type Refusal = { readonly reason: string; readonly isOfContent: boolean } | undefined

export interface Answers {
  /** Answers within the 3 seconds. */
  first(interaction: Interaction, response: APIInteractionResponse): Promise<Refusal>
  /** Delivers after a deferral. */
  later(interaction: Interaction, request: LateRequest): Promise<Refusal>
}

/** Discord's own errors (topics/opcodes-and-status-codes). */
const UNKNOWN_MESSAGE = 10008
const UNKNOWN_WEBHOOK = 10015
const ALREADY_ANSWERED = 40060

/** Between tries, in milliseconds: right after a deferral Discord may not know of it yet, and says 404. */
const WAITS = [250, 500, 1000, 2000, 4000]

export function openAnswers(rest: REST, waits: readonly number[] = WAITS): Answers {
  return {
    async first(interaction, response) {
      const route = Routes.interactionCallback(interaction.id, interaction.token)
      const send = () => rest.post(route, { body: response, auth: false })
      const refusal = await tried(send)
      // Where no word came back it may have arrived all the same: then the second try says so.
      const last = refusal && refusal.status === undefined ? await tried(send) : refusal
      return last?.code === ALREADY_ANSWERED ? undefined : last
    },
    async later({ application_id, token }, { method, path, body }) {
      const send = () =>
        rest.request({
          method: METHODS[method],
          fullRoute: `${Routes.webhook(application_id, token)}${path}`,
          body,
          auth: false,
        })
      for (const pause of [...waits, undefined]) {
        const refusal = await tried(send)
        if (!refusal || !mayPass(refusal) || pause === undefined) return refusal
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
      return undefined
    },
  }
}

const METHODS = { PATCH: RequestMethod.Patch, POST: RequestMethod.Post } as const

interface Told {
  readonly reason: string
  readonly isOfContent: boolean
  /** Of HTTP, and Discord's own; none where no answer came. */
  readonly status?: number
  readonly code?: number | string
}

async function tried(send: () => Promise<unknown>): Promise<Told | undefined> {
  try {
    await send()
    return undefined
  } catch (error) {
    // Not the error itself: it has the address, which has the token.
    if (error instanceof DiscordAPIError) {
      const { status, code, message } = error
      return { reason: `${status}: ${message} (${code})`, isOfContent: status === 400, status, code }
    }
    if (error instanceof HTTPError)
      return { reason: `${error.status}: ${error.message}`, isOfContent: false, status: error.status }
    return { reason: error instanceof Error ? error.message : 'no answer', isOfContent: false }
  }
}

function mayPass({ status, code }: Told): boolean {
  if (status === undefined || status >= 500) return true
  return status === 404 && (code === UNKNOWN_MESSAGE || code === UNKNOWN_WEBHOOK)
}
