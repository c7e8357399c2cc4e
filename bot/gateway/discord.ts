// Answers to Discord: the first by the interaction's callback, later ones by its webhook. The token in the path is the
// credential (interactions/receiving-and-responding), so no error repeats it.

import { DiscordAPIError, HTTPError, RateLimitError, REST, RequestMethod, Routes } from 'discord.js'
import type { APIInteractionResponse } from 'discord-api-types/v10'
import type { FollowUp } from '../follow-up.ts'
import type { Request } from '../request.ts'
import { ALREADY_ANSWERED, isOfProxy, type Outcome, retryUntil } from '../retry.ts'
import { VERSION } from './settings.ts'

export interface Answers {
  /** Answers within the 3 seconds. */
  first(request: Request, response: APIInteractionResponse): Promise<Outcome>
  /** Delivers after a deferral. */
  readonly later: FollowUp['send']
}

/**
 * The time for all attempts at a first answer, and for one of them, in milliseconds. Discord waits 3 seconds; after a
 * lost response the next attempt tells whether the answer had arrived, even later than that.
 */
export const FIRST_ANSWER_MS = 8000
const FIRST_ATTEMPT_MS = 2000

export function openAnswers(api: string): Answers {
  // retryUntil decides on retries: discord.js would wait out any rate limit, and the answer would be too late.
  const rest = new REST({ api, version: VERSION, retries: 0, rejectOnRateLimit: () => true })
  return {
    async first({ id, token }, body) {
      const route = Routes.interactionCallback(id, token)
      let mayHaveArrived = false
      const outcome = await retryUntil(async (timeLimitMs) => {
        const signal = AbortSignal.timeout(Math.min(timeLimitMs, FIRST_ATTEMPT_MS))
        const attempt = await outcomeOf(rest.post(route, { body, auth: false, signal }))
        if (isAnswered(attempt) && mayHaveArrived) return { result: 'done' }
        mayHaveArrived ||= attempt.result === 'retry'
        return attempt
      }, Date.now() + FIRST_ANSWER_MS)
      if (!isAnswered(outcome)) return outcome
      return { ...outcome, error: `${outcome.error} Does another relay run with this bot's token?` }
    },
    later({ method, path, body }, timeLimitMs) {
      const signal = AbortSignal.timeout(timeLimitMs)
      return outcomeOf(
        rest.request({ method: METHODS[method], fullRoute: asRoute(path), body, auth: false, signal }),
      )
    },
  }
}

const METHODS = { PATCH: RequestMethod.Patch, POST: RequestMethod.Post } as const

/** A path below the API's address. */
const asRoute = (path: string) => path as `/${string}`

const isAnswered = (outcome: Outcome): outcome is Extract<Outcome, { result: 'refused' }> =>
  outcome.result === 'refused' && outcome.code === ALREADY_ANSWERED

async function outcomeOf(request: Promise<unknown>): Promise<Outcome> {
  try {
    await request
    return { result: 'done' }
  } catch (error) {
    // Not the error itself: its URL has the token.
    if (error instanceof DiscordAPIError) {
      const { status, message } = error
      const code = typeof error.code === 'number' ? error.code : undefined
      const text = `${status}: ${message} (${error.code})`
      if (isOfProxy(status, code)) return { result: 'retry', error: text }
      return { result: 'refused', status, error: text, ...(code !== undefined && { code }) }
    }
    if (error instanceof RateLimitError) {
      const { retryAfter } = error
      return { result: 'retry', error: `429: too early by ${retryAfter / 1000} s`, retryAfterMs: retryAfter }
    }
    if (error instanceof HTTPError) return { result: 'retry', error: `${error.status}: ${error.message}` }
    const isLate = !(error instanceof Error) || error.name === 'AbortError'
    return { result: 'retry', error: isLate ? 'no answer in time' : error.message }
  }
}
