// How answers reach Discord: first by the interaction's callback, later by its webhook. The token in the path is the
// credential (interactions/receiving-and-responding), so it appears in no error that leaves here.

import { DiscordAPIError, HTTPError, RateLimitError, REST, RequestMethod, Routes } from 'discord.js'
import type { APIInteractionResponse } from 'discord-api-types/v10'
import type { FollowUp } from '../follow-up.ts'
import type { Request } from '../request.ts'
import { ALREADY_ANSWERED, type Outcome, retryUntil } from '../retry.ts'
import { VERSION } from './settings.ts'

export interface Answers {
  /** Answers within the 3 seconds. */
  first(request: Request, response: APIInteractionResponse): Promise<Outcome>
  /** Delivers after a deferral. */
  readonly later: FollowUp['send']
}

/**
 * How long a first answer is tried for, in milliseconds, and how long one try may take. Discord waits 3 seconds; whether
 * one whose answer was lost had arrived, the next try tells also later.
 */
export const FIRST = 8000
const FIRST_TRY = 2000

export function openAnswers(api: string): Answers {
  // Both are ours to decide: left to discord.js, an answer would wait for as long as Discord says that it is too early.
  const rest = new REST({ api, version: VERSION, retries: 0, rejectOnRateLimit: () => true })
  return {
    async first({ id, token }, body) {
      const route = Routes.interactionCallback(id, token)
      let mayHaveArrived = false
      const outcome = await retryUntil(async (timeLimitMs) => {
        const signal = AbortSignal.timeout(Math.min(timeLimitMs, FIRST_TRY))
        const tried = await outcomeOf(rest.post(route, { body, auth: false, signal }))
        if (isAnswered(tried) && mayHaveArrived) return { result: 'done' }
        mayHaveArrived ||= tried.result === 'retry'
        return tried
      }, Date.now() + FIRST)
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
    // Not the error itself: it has the address, which has the token.
    if (error instanceof DiscordAPIError) {
      const { status, code, message } = error
      const told = `${status}: ${message} (${code})`
      return { result: 'refused', status, error: told, ...(typeof code === 'number' && { code }) }
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
