// Requests to Discord that are tried again: one schedule, for the Worker and the relay.

/** The outcome of one request to Discord. */
export type Outcome =
  | { readonly result: 'done' }
  /** A later attempt may succeed, after `retryAfterMs`. Discord may have taken this one, and only its answer is lost. */
  | { readonly result: 'retry'; readonly error: string; readonly retryAfterMs?: number }
  /** `code` is one of Discord's JSON error codes. */
  | { readonly result: 'refused'; readonly status: number; readonly code?: number; readonly error: string }

/** From topics/opcodes-and-status-codes: the interaction is over, or has an answer. */
const UNKNOWN_INTERACTION = 10062
export const ALREADY_ANSWERED = 40060

/** "internal network error", from the proxy before Discord. */
const PROXY_CODE = 40333

/** A 403 of Discord itself has a code. The proxy's says nothing about the request, and passes as a 502 does. */
export const isOfProxy = (status: number, code: number | undefined): boolean =>
  status === 403 && (code === undefined || code === PROXY_CODE)

/** Between attempts, in milliseconds. */
const WAITS_MS = [250, 500, 1000, 2000, 4000]

/** The longest time for one attempt, in milliseconds. */
const LONGEST_ATTEMPT_MS = 5000

/**
 * Tries until Discord takes the request, refuses it for good, or the next attempt would begin after `end` (milliseconds
 * since 1970). `attempt` ends within `timeLimitMs`, and never rejects.
 */
export async function retryUntil(
  attempt: (timeLimitMs: number) => Promise<Outcome>,
  end: number,
): Promise<Outcome> {
  for (let tried = 0; ; tried++) {
    const outcome = await attempt(Math.max(1, Math.min(LONGEST_ATTEMPT_MS, end - Date.now())))
    const wait = WAITS_MS[tried]
    if (!mayPass(outcome) || wait === undefined) return outcome
    const pause = Math.max(wait, outcome.result === 'retry' ? (outcome.retryAfterMs ?? 0) : 0)
    if (Date.now() + pause >= end) return outcome
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/**
 * For some seconds after an interaction was acknowledged, Discord may answer 404 for its webhook
 * (discord/discord-api-docs#7220).
 */
const mayPass = (outcome: Outcome): boolean =>
  outcome.result === 'retry' ||
  (outcome.result === 'refused' && outcome.status === 404 && outcome.code !== UNKNOWN_INTERACTION)

/** Whether Discord refused the content of a message, so that it may take another one. */
export const isContentRefused = (outcome: Outcome): boolean =>
  outcome.result === 'refused' &&
  outcome.status !== 401 &&
  outcome.status !== 404 &&
  outcome.code !== ALREADY_ANSWERED
